package io.corridor.evidence.fit;

import io.corridor.model.DatedPoints;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is traded, demanded, supplied or offered, as a scenario has it: a size that grows, has a
 * season, listens to drivers and has a noise (sections 6 and 7 of the model). Sanctions, regimes
 * and unrest count as constant.
 *
 * @param size name of its size: {@code annual-value}, {@code base} or {@code capacity}
 * @param yearly whether the size is of a year, of which a month has a twelfth
 * @param points the size by month, where it is known; empty: it is a number
 * @param season twelve factors, January first; empty: there is no season, or data decide
 * @param seasonal whether data decide the season
 * @param drivers ln(X/X(0)) by month, of each driver that it listens to, as far as it is known
 */
public record Volume(
    String size,
    boolean yearly,
    Optional<DatedPoints> points,
    List<Double> season,
    boolean seasonal,
    Map<String, Map<YearMonth, Double>> drivers) {
  static final String NOISE = "noise.";

  /** Name of the growth per year. */
  public static final String GROWTH = "growth";

  /** Name of the noise's reversion per year. */
  public static final String REVERSION = "noise.reversion";

  /** Name of the noise's volatility per year. */
  public static final String VOLATILITY = "noise.volatility";

  /** Name of the noise in month 0, where it is drawn. */
  public static final String NOISE_START = "noise.start";

  private static final String ELASTICITIES = "elasticities.";

  /** Copies the collections. */
  public Volume {
    season = List.copyOf(season);
    drivers = Collections.unmodifiableMap(new LinkedHashMap<>(drivers));
  }

  /** Returns the name of the response to a driver: {@code elasticities.brent}. */
  public static String elasticity(String driver) {
    return ELASTICITIES + driver;
  }

  static boolean isElasticity(String name) {
    return name.startsWith(ELASTICITIES);
  }

  /** Returns the name of a month's factor: {@code season.1}. */
  public static String season(int month) {
    return "season." + month;
  }

  static boolean isSeason(String name) {
    return name.startsWith("season.");
  }

  /**
   * Returns the names of its numbers, in the order used here: size, growth, elasticities, factors
   * of the season, reversion and volatility of the noise.
   */
  public List<String> numbers() {
    List<String> names = new ArrayList<>();
    if (points.isEmpty()) {
      names.add(size);
    }
    names.add(GROWTH);
    drivers.keySet().forEach(driver -> names.add(elasticity(driver)));
    for (int month = 1; seasonal && month <= 12; month++) {
      names.add(season(month));
    }
    names.add(REVERSION);
    names.add(VOLATILITY);
    return names;
  }
}
