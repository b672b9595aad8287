package io.corridor.evidence.series;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What was measured: values of months, quarters or years, in one unit, as they came out. A period
 * may be missing, which is not 0, and may have been published more than once.
 *
 * <p>Immutable. What is known at a month is told by {@link #knownBefore}: nothing that ended or was
 * published later comes in.
 *
 * @param id its name
 * @param every the length of its periods
 * @param unit of its values
 * @param of what a longer period's value is of its months
 * @param lag how many months after its end a period is out; of no matter to figures with a day
 * @param observations at least one; a period's later ones replace its earlier ones
 */
public record DataSeries(
    String id, Every every, String unit, Of of, int lag, List<Observation> observations) {

  /**
   * One figure.
   *
   * @param period what it is of
   * @param value in the series' unit
   * @param published the day on which it came out; empty: as the series' lag says
   */
  public record Observation(Period period, double value, Optional<LocalDate> published) {

    /** Makes a figure whose day of publication is not known. */
    public Observation(Period period, double value) {
      this(period, value, Optional.empty());
    }
  }

  /**
   * Checks that periods are as long as the series says and of one grid, and values finite.
   *
   * @throws IllegalArgumentException if they aren't, or there are none
   */
  public DataSeries {
    if (observations.isEmpty()) {
      throw new IllegalArgumentException("series " + id + " has no values");
    }
    Period first = observations.get(0).period();
    for (Observation observation : observations) {
      if (!observation.period().isOf(every) || first.until(observation.period()).isEmpty()) {
        throw new IllegalArgumentException(
            "series " + id + ": " + observation.period() + " and " + first + " are of no one grid");
      }
      if (!Double.isFinite(observation.value())) {
        throw new IllegalArgumentException(
            "series " + id + ": " + observation.period() + " is " + observation.value());
      }
    }
    observations = List.copyOf(observations);
  }

  /** Returns this series with each figure multiplied by {@code factor} of its period. */
  public DataSeries scaled(ToDoubleFunction<Period> factor) {
    return new DataSeries(
        id,
        every,
        unit,
        of,
        lag,
        observations.stream()
            .map(
                o ->
                    new Observation(
                        o.period(), o.value() * factor.applyAsDouble(o.period()), o.published()))
            .toList());
  }

  /** Returns what happened: each period's last figure, oldest period first. */
  public Values actual() {
    NavigableMap<Period, Double> values = new TreeMap<>();
    observations.forEach(observation -> values.put(observation.period(), observation.value()));
    return new Values(values);
  }

  /**
   * Returns what had ended and was out before {@code start}: each period's last figure of those
   * that were out then.
   */
  public Values knownBefore(YearMonth start) {
    NavigableMap<Period, Double> values = new TreeMap<>();
    for (Observation observation : observations) {
      if (isOut(observation, start)) {
        values.put(observation.period(), observation.value());
      }
    }
    return new Values(values);
  }

  private boolean isOut(Observation observation, YearMonth start) {
    YearMonth last = observation.period().last();
    if (!last.isBefore(start)) {
      return false;
    }
    return observation
        .published()
        .map(day -> day.isBefore(start.atDay(1)))
        .orElse(last.plusMonths(lag).isBefore(start));
  }

  /**
   * Values by period, oldest first.
   *
   * @param byPeriod the values; missing periods aren't there
   */
  public record Values(NavigableMap<Period, Double> byPeriod) {

    /** Copies the map. */
    public Values {
      byPeriod = Collections.unmodifiableNavigableMap(new TreeMap<>(byPeriod));
    }

    /** Returns the number of values. */
    public int count() {
      return byPeriod.size();
    }

    /**
     * Returns what looks like a slip, in words that follow the series' name: a gap longer than all
     * the rest, as a wrong year makes it, and a value that is the same throughout.
     */
    public List<String> oddities() {
      List<String> oddities = new ArrayList<>();
      for (Period before : byPeriod.keySet()) {
        Period after = byPeriod.higherKey(before);
        int missing = after == null ? 0 : before.until(after).orElseThrow() - 1;
        if (after != null && missing > grid().length - missing) {
          oddities.add(
              "has no value from %s to %s, longer than all the rest of the series: a wrong date makes such a gap"
                  .formatted(before.plus(1), after.plus(-1)));
        }
      }
      if (isConstant()) {
        oddities.add(
            "is " + byPeriod.firstEntry().getValue() + " throughout: is it what is meant?");
      }
      return oddities;
    }

    /** Returns whether there are several values, all the same. */
    public boolean isConstant() {
      return byPeriod.size() > 1 && Set.copyOf(byPeriod.values()).size() == 1;
    }

    /** Returns the value of {@code period}, if there is one. */
    public Optional<Double> at(Period period) {
      return Optional.ofNullable(byPeriod.get(period));
    }

    /** Returns the first period that has a value, if any has. */
    public Optional<Period> first() {
      return byPeriod.isEmpty() ? Optional.empty() : Optional.of(byPeriod.firstKey());
    }

    /** Returns the last period that has a value, if any has. */
    public Optional<Period> last() {
      return byPeriod.isEmpty() ? Optional.empty() : Optional.of(byPeriod.lastKey());
    }

    /** Returns the values from {@code first} to {@code last}, both included, where given. */
    public Values between(Optional<YearMonth> first, Optional<YearMonth> last) {
      NavigableMap<Period, Double> kept = new TreeMap<>();
      byPeriod.forEach(
          (period, value) -> {
            boolean early = first.isPresent() && period.first().isBefore(first.get());
            boolean late = last.isPresent() && period.last().isAfter(last.get());
            if (!early && !late) {
              kept.put(period, value);
            }
          });
      return new Values(kept);
    }

    /** Returns the values from the first period to the last, NaN where one is missing. */
    public double[] grid() {
      if (byPeriod.isEmpty()) {
        return new double[0];
      }
      Period start = byPeriod.firstKey();
      int length = start.until(byPeriod.lastKey()).orElseThrow() + 1;
      double[] grid = new double[length];
      Arrays.fill(grid, Double.NaN);
      for (Map.Entry<Period, Double> entry : byPeriod.entrySet()) {
        grid[start.until(entry.getKey()).orElseThrow()] = entry.getValue();
      }
      return grid;
    }

    /** Returns the periods that are missing between the first and the last. */
    public List<Period> gaps() {
      List<Period> gaps = new ArrayList<>();
      double[] grid = grid();
      for (int i = 0; i < grid.length; i++) {
        if (Double.isNaN(grid[i])) {
          gaps.add(byPeriod.firstKey().plus(i));
        }
      }
      return gaps;
    }
  }
}
