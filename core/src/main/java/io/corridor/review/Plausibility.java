package io.corridor.review;

import io.corridor.internal.numeric.SignificantDigits;
import io.corridor.model.Carrier;
import io.corridor.model.Declaration;
import io.corridor.model.Declaration.Component;
import io.corridor.model.Declaration.Form;
import io.corridor.model.Flow;
import io.corridor.model.Key.Odd;
import io.corridor.model.KeyPath;
import io.corridor.model.Noise;
import io.corridor.model.Partner;
import io.corridor.model.Quantity;
import io.corridor.model.Scenario;
import io.corridor.model.Schedule;
import io.corridor.model.TradeYear;
import io.corridor.model.Value;
import io.corridor.model.World;
import io.corridor.simulation.Typical;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What numbers of a scenario are in their range and yet most unlikely to be meant. */
final class Plausibility implements Declaration.Visitor {
  /** Standard deviation of the logarithm, in the long run, that a noise hardly has. */
  private static final double WIDEST = 3;

  /** The least share of its purchases that a country hardly makes at home. */
  private static final double LEAST_HOME = 0.2;

  /** What is more than so many times, or less than such a part of, its pair's trade. */
  private static final double MOST_RATIO = 3;

  private static final int DIGITS = 4;

  private final Scenario scenario;
  private final Typical typical;
  private final List<Note> notes = new ArrayList<>();

  Plausibility(Scenario scenario) {
    this.scenario = scenario;
    this.typical = new Typical(scenario);
  }

  List<Note> notes() {
    Declaration.walk(KeyPath.ROOT, scenario, this);
    scenario.world().ifPresent(this::addWorld);
    return notes;
  }

  @Override
  public boolean enter(KeyPath path, Object value, Form form, Component key, Object section) {
    if (key.odd() == Odd.SEASON && value instanceof List<?> factors && !factors.isEmpty()) {
      double mean =
          factors.stream().mapToDouble(Double.class::cast).reduce(0, Double::sum) / factors.size();
      // Capacity may be that of the best month, so that all factors are at most 1.
      add(path, key.odd(), section instanceof Carrier.Source ? Math.max(1, mean) : mean);
      return false;
    }
    if (value instanceof Noise noise && noise.start().isPresent()) {
      addLongRun(path, noise);
    }
    addYears(path, value);
    if (value instanceof Value number && key.odd() != Odd.NEVER) {
      add(path, key.odd(), typical.of(number));
    }
    return true;
  }

  private void add(KeyPath path, Odd odd, double number) {
    if (odd.is(number)) {
      notes.add(new Note(Note.Kind.valueOf(odd.name()), path, text(odd, number)));
    }
  }

  /** What is uncertain and yet has the same course on each path, but for what it follows. */
  private void addYears(KeyPath path, Object value) {
    if (value instanceof Flow flow) {
      addYears(path, flow.noise(), "10 %", flow.annualValue(), flow.growth());
    } else if (value instanceof Partner partner) {
      addYears(path, partner.noise(), "10 %", partner.annualValue(), partner.growth());
    } else if (value instanceof Quantity quantity) {
      addYears(path, quantity.noise(), "10 %", quantity.base(), quantity.growth());
    } else if (value instanceof Carrier.Source source) {
      addYears(path, source.noise(), "30 %", source.capacity());
    }
  }

  private void addYears(KeyPath path, Optional<Noise> noise, String usual, Schedule... numbers) {
    if (noise.isEmpty() && Stream.of(numbers).anyMatch(Plausibility::isUncertain)) {
      notes.add(
          new Note(
              Note.Kind.YEARS,
              path,
              "has an uncertain level or growth, but nothing makes years differ, so that its bands"
                  + " are too narrow where history's years did: `strays: %s` a year, for instance,"
                      .formatted(usual)
                  + " or `noise`, or a `fit`"));
    }
  }

  private static boolean isUncertain(Schedule number) {
    return number instanceof Value && !(number instanceof Value.Constant);
  }

  /** A noise that has a start has long been going on. */
  private void addLongRun(KeyPath path, Noise noise) {
    double spread = typical.of(noise.volatility()) / Math.sqrt(2 * typical.of(noise.reversion()));
    if (spread > WIDEST) {
      notes.add(
          new Note(
              Note.Kind.VOLATILITY,
              path.child("reversion"),
              "lets the noise spread by "
                  + words(spread)
                  + " in logs in the long run (volatility/√(2 · reversion)), and its start is taken"
                  + " from there: what it multiplies is next to 0 on most paths. A higher"
                  + " reversion, or no start, is probably meant"));
    }
  }

  /** What a trade matrix and the rest of the scenario say differently. */
  private void addWorld(World world) {
    TradeYear trade = world.at(scenario.start());
    KeyPath matrix = KeyPath.of("world", "trade");
    if (trade.leftOut() > 0) {
      addMatrix(
          matrix,
          "has "
              + trade.leftOut()
              + " rows of countries that aren't named, which are left out; with a `rest` they are"
              + " added up");
    }
    for (int i = 0; i < trade.countries().size(); i++) {
      if (trade.home(i) < LEAST_HOME) {
        addMatrix(
            matrix,
            "has %s buy %s %% of all it buys at home, less than a fifth: are sales within it whole?"
                .formatted(trade.countries().get(i), words(100 * trade.home(i))));
      }
    }
    scenario.flows().forEach((id, flow) -> addFlow(trade, id, flow));
    addEnergy(trade);
  }

  private void addFlow(TradeYear trade, String id, Flow flow) {
    double ratio = typical.of(flow.annualValue()) / trade.value(flow.from(), flow.to());
    if (flow.world() && (ratio > MOST_RATIO || ratio < 1 / MOST_RATIO)) {
      addMatrix(
          KeyPath.of("flows", id, "annual-value"),
          "is %s times what the trade matrix has %s sell to %s in its year; is it the same trade, in"
                  .formatted(words(ratio), flow.from(), flow.to())
              + " the same unit?");
    }
  }

  /**
   * What carriers count is probably in the matrix too where the flows alone don't make up for it.
   */
  private void addEnergy(TradeYear trade) {
    String from = scenario.parties().exporter();
    String to = scenario.parties().importer();
    double energy = scenario.energy().map(e -> typical.of(e.annualValue())).orElse(0.0);
    double flows =
        scenario.flows().values().stream()
            .filter(flow -> flow.world() && flow.from().equals(from))
            .mapToDouble(flow -> typical.of(flow.annualValue()))
            .reduce(0, Double::sum);
    double matrix = trade.value(from, to);
    if (energy > 0 && matrix > 0 && matrix - flows > energy / 2) {
      addMatrix(
          KeyPath.of("world", "trade"),
          "has %s sell %s for %s USD a year, which seems to hold the energy that carriers count"
                  .formatted(from, to, words(matrix))
              + " (%s USD): take that out, or it counts twice".formatted(words(energy)));
    }
  }

  private void addMatrix(KeyPath key, String text) {
    notes.add(new Note(Note.Kind.MATRIX, key, text));
  }

  private static String text(Odd odd, double number) {
    return switch (odd) {
      case NEVER -> "";
      case VOLATILITY, GROWTH -> percentage(number, "a year");
      case COST -> percentage(number, "of the price");
      case ANNUAL_VALUE ->
          "is %1$s USD a year, less than a million; %2$s%1$s mn USD/year is probably meant"
              .formatted(words(number), number < 1_000 ? words(number) + " bn USD/year or " : "");
      case TRADE_ELASTICITY ->
          "is "
              + words(number)
              + "; studies of trade as a whole find from 1 to 15, most of them from 3 to 8";
      case SEASON ->
          "has a mean of "
              + words(number)
              + ", and multiplies what stands beside it; if these are levels, divide each by their"
              + " mean, so that the mean is 1";
    };
  }

  private static String percentage(double number, String of) {
    return "is %1$s, that is %2$s %% %3$s; %1$s %% is probably meant: write the %% sign, or %4$s"
        .formatted(
            words(number),
            SignificantDigits.plain(new BigDecimal(number).movePointRight(2), DIGITS),
            of,
            words(number / 100));
  }

  static String words(double number) {
    return SignificantDigits.plain(number, DIGITS);
  }
}
