package io.corridor.model;

import io.corridor.model.Distribution.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/**
 * Numbers for {@link RandomScenarios}: constants, every distribution, and parameters made as they
 * are needed and used again where they fit. Of the generator only {@code nextDouble} is used, whose
 * algorithm is the same on every JDK.
 */
final class RandomNumbers {
  private static final int FORMS = 18;

  private final SplittableRandom random;
  private final boolean uncertain;
  private final Map<String, Value> parameters = new LinkedHashMap<>();
  private final Map<String, DrawTable> draws = new LinkedHashMap<>();
  private final Map<String, Interval> intervals = new LinkedHashMap<>();

  /**
   * @param random where everything comes from
   * @param uncertain whether numbers may be distributions at all
   */
  RandomNumbers(SplittableRandom random, boolean uncertain) {
    this.random = random;
    this.uncertain = uncertain;
  }

  /** Returns whether an event of probability {@code probability} happens. */
  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** Returns a whole number from {@code low} to {@code high}. */
  int whole(int low, int high) {
    return low + (int) (random.nextDouble() * (high - low + 1));
  }

  /** Returns a number between {@code low} and {@code high}. */
  double fixed(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** Returns one of the {@code items}. */
  @SafeVarargs
  final <T> T oneOf(T... items) {
    return items[whole(0, items.length - 1)];
  }

  /** Returns a probability that is sometimes exactly 0 or 1, and always so without uncertainty. */
  double probability() {
    if (!uncertain || chance(0.3)) {
      return chance(0.5) ? 0 : 1;
    }
    return random.nextDouble();
  }

  /** Returns a probability that may be uncertain itself. */
  Value uncertainProbability() {
    return uncertain && chance(0.4) ? value(0, 1) : Value.of(probability());
  }

  /** Returns some of the {@code items}, in order. */
  <T> List<T> some(Iterable<T> items, double share) {
    List<T> chosen = new ArrayList<>();
    items.forEach(
        item -> {
          if (chance(share)) {
            chosen.add(item);
          }
        });
    return chosen;
  }

  /** Returns twelve factors of mean 1, or none. */
  List<Double> season() {
    List<Double> season = new ArrayList<>();
    if (chance(0.5)) {
      double[] factors = DoubleStream.generate(() -> fixed(0.5, 1.5)).limit(12).toArray();
      double mean = Arrays.stream(factors).average().orElseThrow();
      for (double factor : factors) {
        season.add(factor / mean);
      }
    }
    return season;
  }

  /** Returns a number of any form whose every value lies between {@code low} and {@code high}. */
  Value value(double low, double high) {
    return value(low, high, RandomNumbers::pointed);
  }

  /** Returns a number about {@code low} to {@code high} that may take any value. */
  Value free(double low, double high) {
    return value(
        low,
        high,
        (from, to) ->
            chance(0.5)
                ? Distribution.Quantiles.interval(from, to, Scale.LINEAR)
                : new Distribution.Normal((from + to) / 2, (to - from) / 4, Optional.empty()));
  }

  /** Returns a number about {@code low} to {@code high}, both above 0, that is positive. */
  Value positive(double low, double high) {
    return value(
        low,
        high,
        (from, to) ->
            chance(0.5)
                ? new Distribution.Quantiles(
                    List.of(5.0, 50.0, 95.0), List.of(from, 0.6 * from + 0.4 * to, to), Scale.LOG)
                : new Distribution.Lognormal((from + to) / 2, 0.1, Optional.empty()));
  }

  private interface Form {
    Value of(double low, double high);
  }

  private static Value pointed(double low, double high) {
    return new Distribution.Triangular(low, high, high);
  }

  private Value value(double low, double high, Form unbounded) {
    if (!uncertain) {
      return Value.of(fixed(low, high));
    }
    int form = whole(0, FORMS - 1);
    if (form == 0) {
      return parameter(low, high);
    }
    return form == 1
        ? unbounded.of(low, high)
        : form < 11 ? distribution(form, low, high) : Value.of(fixed(low, high));
  }

  /** Quantiles of a number that may lie anywhere between 0 and 1. */
  private Value quantiles() {
    double middle = fixed(0.3, 0.6);
    return chance(0.5)
        ? Distribution.Quantiles.interval(middle / 2, middle, Scale.LOGIT)
        : new Distribution.Quantiles(
            List.of(5.0, 30.0, 50.0, 95.0),
            List.of(middle / 4, middle / 2, middle, 0.9),
            Scale.LOGIT);
  }

  /** A new column of one of two tables. */
  private Value draw(double low, double high) {
    String table = oneOf("posterior", "sample");
    int rows = table.equals("sample") ? 3 : 40;
    DrawTable known = draws.getOrDefault(table, DrawTable.of(table + ".csv"));
    String column = "column-" + known.columns().size();
    List<Double> values =
        DoubleStream.generate(() -> fixed(low, high)).limit(rows).boxed().toList();
    draws.put(table, known.withColumn(column, values));
    return Value.draw(table, column);
  }

  private Value distribution(int form, double low, double high) {
    double middle = fixed(low, high);
    Optional<Interval> interval = Optional.of(new Interval(low, high));
    return switch (form) {
      case 2 -> new Distribution.Uniform(low, chance(0.2) ? low : high);
      case 3 -> new Distribution.Triangular(low, middle, high);
      case 4 -> new Distribution.Pert(low, middle, high);
      case 5 -> new Distribution.Normal(middle, chance(0.1) ? 0 : high - low, interval);
      case 6 ->
          low >= 0 && high > 0
              ? new Distribution.Lognormal((low + high) / 2, 0.3, interval)
              : pointed(low, high);
      case 7 -> new Distribution.Beta(fixed(0.5, 4), fixed(0.5, 4), interval);
      case 8 -> low == 0 && high == 1 ? quantiles() : pointed(low, high);
      case 9 -> draw(low, high);
      default ->
          new Distribution.Choice(List.of(low, middle, high), List.of(1.0, 0.0, fixed(0, 3)));
    };
  }

  /** Returns a parameter made earlier that fits, or a new one. */
  private Value parameter(double low, double high) {
    for (Map.Entry<String, Interval> known : intervals.entrySet()) {
      if (known.getValue().low() >= low && known.getValue().high() <= high && chance(0.7)) {
        return Value.parameter(known.getKey());
      }
    }
    String id = "parameter-" + parameters.size();
    parameters.put(
        id, chance(0.2) ? Value.of(fixed(low, high)) : distribution(whole(2, 10), low, high));
    intervals.put(id, new Interval(low, high));
    return Value.parameter(id);
  }

  /** Returns the tables of draws made so far, by id. */
  Map<String, DrawTable> draws() {
    return draws;
  }

  /** Returns the parameters made so far, by id. */
  Map<String, Value> parameters() {
    return parameters;
  }
}
