package io.corridor.model;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The trade of a world's countries in one year: what each sold to each, X, and the tariffs that
 * were paid. Those that the world doesn't name are added up to its rest, tariffs weighted by value,
 * or left out where it has none.
 */
public final class TradeYear {
  private final List<String> countries;
  private final double[][] values;
  private final double[][] tariffs;
  private int leftOut;

  private TradeYear(List<String> countries) {
    this.countries = List.copyOf(countries);
    this.values = new double[countries.size()][countries.size()];
    this.tariffs = new double[countries.size()][countries.size()];
  }

  /**
   * Returns the year of a matrix that a scenario takes: the one it names, else its last that ended
   * before {@code start}; empty if the matrix has no row of such a year.
   */
  static OptionalInt year(TradeMatrix matrix, YearMonth start) {
    IntStream years = matrix.rows().stream().mapToInt(TradeMatrix.Row::year);
    return matrix.year().isPresent()
        ? years.filter(year -> year == matrix.year().get()).findFirst()
        : years.filter(year -> year < start.getYear()).max();
  }

  /** Returns the ids of all countries of the year, in the order of the file. */
  static Set<String> named(World world, YearMonth start) {
    OptionalInt year = year(world.trade(), start);
    Set<String> named = new LinkedHashSet<>();
    for (TradeMatrix.Row row : world.trade().rows()) {
      if (year.isEmpty() || row.year() == year.getAsInt()) {
        named.add(row.exporter());
        named.add(row.importer());
      }
    }
    world.rest().ifPresent(named::remove);
    return named;
  }

  static TradeYear of(World world, YearMonth start) {
    TradeYear trade = new TradeYear(world.ids(start));
    year(world.trade(), start).ifPresent(year -> trade.add(world, year));
    return trade;
  }

  private void add(World world, int year) {
    Map<String, Integer> places = new HashMap<>();
    countries.forEach(id -> places.put(id, places.size()));
    int other = world.rest().isPresent() ? countries.size() - 1 : -1;
    int[][] rows = new int[countries.size()][countries.size()];
    double[][] paid = new double[countries.size()][countries.size()];
    for (TradeMatrix.Row row : world.trade().rows()) {
      if (row.year() == year) {
        int from = places.getOrDefault(row.exporter(), other);
        int to = places.getOrDefault(row.importer(), other);
        if (from < 0 || to < 0) {
          leftOut++;
        } else {
          double value = row.value() * world.trade().unit();
          values[from][to] += value;
          paid[from][to] += value * row.tariff();
          tariffs[from][to] = rows[from][to]++ == 0 ? row.tariff() : Double.NaN;
        }
      }
    }
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows.length; j++) {
        if (i == j) {
          tariffs[i][j] = 0;
        } else if (rows[i][j] > 1) {
          tariffs[i][j] = values[i][j] > 0 ? paid[i][j] / values[i][j] : 0;
        }
      }
    }
  }

  /** Returns the ids of the countries, the rest at the end. */
  public List<String> countries() {
    return countries;
  }

  /** Returns what one country sold to another, or to itself, at its border, USD a year. */
  public double value(int exporter, int importer) {
    return values[exporter][importer];
  }

  /** Returns the same by their ids; 0 if one of them is no country. */
  public double value(String exporter, String importer) {
    int from = countries.indexOf(exporter);
    int to = countries.indexOf(importer);
    return from < 0 || to < 0 ? 0 : values[from][to];
  }

  /** Returns the tariff on what one country sold to another, a fraction of its value. */
  public double tariff(int exporter, int importer) {
    return tariffs[exporter][importer];
  }

  /** Returns the share of what a country buys that it buys at home. */
  public double home(int country) {
    double spent = 0;
    for (double[] row : values) {
      spent += row[country];
    }
    return values[country][country] / spent;
  }

  /** Returns how many rows of the year were left out. */
  public int leftOut() {
    return leftOut;
  }

  /**
   * Returns which countries a chain of sales joins to the first one.
   *
   * @param outward whether the chain goes from it to them, or from them to it
   */
  List<String> unjoined(boolean outward) {
    boolean[] joined = new boolean[countries.size()];
    List<Integer> next = new ArrayList<>();
    if (joined.length > 0) {
      joined[0] = true;
      next.add(0);
    }
    while (!next.isEmpty()) {
      int at = next.remove(next.size() - 1);
      for (int other = 0; other < joined.length; other++) {
        if (!joined[other] && (outward ? values[at][other] : values[other][at]) > 0) {
          joined[other] = true;
          next.add(other);
        }
      }
    }
    return IntStream.range(0, joined.length)
        .filter(i -> !joined[i])
        .mapToObj(countries::get)
        .toList();
  }

  @Override
  public String toString() {
    return countries + " " + Arrays.deepToString(values);
  }
}
