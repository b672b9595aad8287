package io.corridor.evidence.score;

import static java.util.Objects.requireNonNull;

import io.corridor.internal.numeric.Sums;
import io.corridor.projection.Answer;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How good the forecasts of one number have been.
 *
 * @param n how many there are
 * @param crps mean score, in the number's unit; less is better
 * @param bias mean of the paths' mean less what happened
 * @param coverage of the bands
 * @param pit shares of ten bins: see {@link Pit#histogram}
 * @param rivals mean scores of other forecasts, by name, where they made all of these
 * @param best the rival of the lowest mean score, if there are any
 */
public record Scores(
    int n,
    double crps,
    double bias,
    Map<Band, Covered> coverage,
    List<Double> pit,
    Map<String, Double> rivals,
    Optional<Against> best) {

  /** Copies the collections, keeping their order. */
  public Scores {
    coverage = Collections.unmodifiableMap(new EnumMap<>(coverage));
    pit = List.copyOf(pit);
    rivals = Collections.unmodifiableMap(new LinkedHashMap<>(rivals));
  }

  /**
   * How often what happened lay inside a band.
   *
   * @param all of all forecasts
   * @param apart of those whose periods don't overlap; empty where that makes no sense
   */
  public record Covered(Coverage all, Optional<Coverage> apart) {}

  /**
   * How the forecasts compare with those of a rival.
   *
   * @param name of the rival
   * @param crps its mean score
   * @param skill 1 − (mean score)/(that of the rival); NaN if 0/0
   * @param skill90 its 90 % interval, where there are enough origins
   * @param test that they are equally good, where there are enough origins
   */
  public record Against(
      String name,
      double crps,
      double skill,
      Optional<Answer.Interval> skill90,
      Optional<Skill.Test> test) {}

  /** Returns how often what happened lay inside {@code band}. */
  public Covered covered(Band band) {
    return requireNonNull(coverage.get(band));
  }

  /**
   * Returns the scores of forecasts of one horizon.
   *
   * @param forecasts at least one, of different origins
   * @param horizon months from an origin to the end of what is forecast
   */
  public static Scores ofHorizon(List<Scored> forecasts, int horizon) {
    List<Scored> ordered = forecasts.stream().sorted(Comparator.comparing(Scored::origin)).toList();
    return of(ordered, Optional.of(apart(ordered, horizon)), block(ordered, horizon));
  }

  /** Returns the scores of forecasts of several horizons together. */
  public static Scores pooled(List<Scored> forecasts) {
    return of(forecasts, Optional.empty(), Math.max(1, forecasts.size()));
  }

  private static Scores of(List<Scored> forecasts, Optional<List<Scored>> apart, int block) {
    int n = forecasts.size();
    if (n == 0) {
      throw new IllegalArgumentException("there are no forecasts to score");
    }
    Map<Band, Covered> coverage = new EnumMap<>(Band.class);
    for (Band band : Band.values()) {
      coverage.put(
          band, new Covered(coverage(forecasts, band), apart.map(rows -> coverage(rows, band))));
    }
    Map<String, Double> rivals = new LinkedHashMap<>();
    for (String name : common(forecasts)) {
      rivals.put(name, Sums.mean(rival(forecasts, name)));
    }
    Optional<Against> best =
        rivals.entrySet().stream()
            .min(Map.Entry.comparingByValue())
            .map(entry -> against(forecasts, entry.getKey(), block));
    return new Scores(
        n,
        Sums.mean(crps(forecasts)),
        Sums.mean(forecasts.stream().mapToDouble(f -> f.mean() - f.actual()).toArray()),
        coverage,
        Arrays.stream(Pit.histogram(forecasts.stream().map(Scored::pit).toList())).boxed().toList(),
        rivals,
        best);
  }

  private static Against against(List<Scored> forecasts, String name, int block) {
    Skill skill = new Skill(crps(forecasts), rival(forecasts, name), block);
    return new Against(
        name,
        Sums.mean(rival(forecasts, name)),
        skill.skill(),
        skill.interval90(),
        skill.dieboldMariano());
  }

  /** Returns the rivals that forecast all of it: they are compared on the same origins. */
  private static Set<String> common(List<Scored> forecasts) {
    Set<String> names = new LinkedHashSet<>(forecasts.get(0).rivals().keySet());
    forecasts.forEach(forecast -> names.retainAll(forecast.rivals().keySet()));
    return names;
  }

  /** Returns the forecasts whose periods don't overlap, chosen greedily from the first. */
  private static List<Scored> apart(List<Scored> ordered, int horizon) {
    List<Scored> apart = new ArrayList<>();
    for (Scored forecast : ordered) {
      if (apart.isEmpty()
          || months(apart.get(apart.size() - 1).origin(), forecast.origin()) >= horizon) {
        apart.add(forecast);
      }
    }
    return apart;
  }

  /** Returns b = ⌈horizon/median step⌉; 1 for a single origin. */
  private static int block(List<Scored> ordered, int horizon) {
    if (ordered.size() < 2) {
      return 1;
    }
    long[] steps = new long[ordered.size() - 1];
    Arrays.setAll(steps, i -> months(ordered.get(i).origin(), ordered.get(i + 1).origin()));
    Arrays.sort(steps);
    int half = steps.length / 2;
    double median = steps.length % 2 == 1 ? steps[half] : (steps[half - 1] + steps[half]) / 2.0;
    return Math.max(1, (int) Math.ceil(horizon / Math.max(1, median)));
  }

  private static long months(YearMonth from, YearMonth to) {
    return ChronoUnit.MONTHS.between(from, to);
  }

  private static Coverage coverage(List<Scored> forecasts, Band band) {
    return Coverage.of(forecasts.stream().map(forecast -> forecast.inside(band)).toList());
  }

  private static double[] crps(List<Scored> forecasts) {
    return forecasts.stream().mapToDouble(Scored::crps).toArray();
  }

  private static double[] rival(List<Scored> forecasts, String name) {
    return forecasts.stream().mapToDouble(forecast -> forecast.rivals().get(name)).toArray();
  }
}
