package io.corridor.model;

import io.corridor.internal.withers.Withers;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Named countries whose trade with each other moves together: a measure between two of them moves
 * prices, incomes and trade of all (section 11 of the model).
 *
 * @param trade what they sold to each other in a year before the start
 * @param countries which of the file are named; absent: all of it, in its order
 * @param rest name of all others of the file, added up; absent: they are left out
 * @param groups names for some countries. By name
 * @param tradeElasticity by how many per cent trade falls where it becomes one per cent dearer,
 *     prices held (θ; elasticity of substitution less 1). In [0.1, 50]
 * @param deficits own: spending stays in proportion to output; zero: trade is balanced first
 * @param compliance how much of what is prohibited an importer gives up, by country and regime; 1
 *     where absent; of the parties' importer it is section 5's. In [0, 1]
 * @param costs what moves costs between some countries, by id
 * @param shifts what moves spending and output of some countries, by country
 * @param halfLife half-life of a flow's way to the world's answer. In months; 0: at once
 */
@Section("a world")
@Withers
public record World(
    @Key TradeMatrix trade,
    @Key(absent = Key.NONE, form = "a list of names") List<String> countries,
    @Key(form = "a name") Optional<String> rest,
    @Key(
            defines = Key.Defines.IDS,
            refers = Key.Refers.COUNTRY,
            absent = Key.NONE,
            form = "a list of countries")
        Map<String, List<String>> groups,
    @Key(
            label = "how trade answers to its cost",
            range = Range.TRADE_ELASTICITY,
            odd = Key.Odd.TRADE_ELASTICITY)
        Value tradeElasticity,
    @Key(absent = "own") Deficits deficits,
    @Key(
            label = "share of what is prohibited that is given up by",
            unit = Dimension.FRACTION,
            range = Range.FRACTION,
            refers = Key.Refers.COUNTRY,
            absent = Key.NONE,
            form = "a mapping of countries to shares")
        Map<String, ByRegime> compliance,
    @Key(defines = Key.Defines.IDS, absent = Key.NONE, form = "a mapping of costs")
        Map<String, Cost> costs,
    @Key(refers = Key.Refers.COUNTRY, absent = Key.NONE, form = "a mapping of countries")
        Map<String, Shift> shifts,
    @Key(
            label = "half-life of a flow’s way to the world’s answer",
            unit = Dimension.MONTHS,
            range = Range.NOT_NEGATIVE,
            absent = "0")
        Value halfLife)
    implements WorldWithers {

  /** What stands in the place of a country for each of them. */
  static final String ALL = "all";

  /** What a sanction's target begins with that is a pair of countries. */
  static final String PREFIX = "world.";

  /** Copies the collections. */
  public World {
    countries = List.copyOf(countries);
    groups = Ordered.copyOf(com.google.common.collect.Maps.transformValues(groups, List::copyOf));
    compliance = Ordered.copyOf(compliance);
    costs = Ordered.copyOf(costs);
    shifts = Ordered.copyOf(shifts);
  }

  /**
   * Returns a world of all countries of a matrix, each of which keeps its deficit, that nothing
   * moves but measures.
   *
   * @param trade what they sold to each other
   * @param tradeElasticity of trade to its cost, in [0.1, 50]
   */
  public static World of(TradeMatrix trade, double tradeElasticity) {
    return Declaration.of(World.class).of(trade, tradeElasticity);
  }

  /** What becomes of the deficits of the matrix's year. */
  public enum Deficits {
    /** Spending stays in proportion to output. */
    OWN("own"),
    /** The world is taken as it would be with trade balanced. */
    ZERO("zero");

    private final String word;

    Deficits(String word) {
      this.word = word;
    }

    /** Returns the word of the scenario file. */
    public String word() {
      return word;
    }
  }

  /**
   * Costs between countries that move with drivers.
   *
   * @param pairs whose costs move, such as all.CHN: who sells, then who buys
   * @param elasticities of the costs, by driver
   */
  @Section("a cost of trade")
  @Withers
  public record Cost(
      @Key(refers = Key.Refers.PAIR, form = "a list of pairs") List<String> pairs,
      @Key(like = Flow.class) Map<String, Value> elasticities)
      implements WorldCostWithers {

    /** Copies the collections. */
    public Cost {
      pairs = List.copyOf(pairs);
      elasticities = Ordered.copyOf(elasticities);
    }
  }

  /**
   * What moves a country.
   *
   * @param demand what it spends beside its output
   * @param output what it makes
   */
  @Section("a shift")
  @Withers
  public record Shift(@Key(absent = Key.NONE) Change demand, @Key(absent = Key.NONE) Change output)
      implements WorldShiftWithers {}

  /**
   * A change of demand or output.
   *
   * @param growth per year, {@code > −1}
   * @param elasticities to drivers, by driver
   */
  @Section("a change")
  @Withers
  public record Change(
      @Key(like = Flow.class) Value growth, @Key(like = Flow.class) Map<String, Value> elasticities)
      implements WorldChangeWithers {

    /** Copies the mapping. */
    public Change {
      elasticities = Ordered.copyOf(elasticities);
    }
  }

  /**
   * A country's sales to another.
   *
   * @param exporter place of who sells among the countries
   * @param importer place of who buys; another
   */
  public record Pair(int exporter, int importer) {}

  /** Returns the trade of the year that a scenario starts from. */
  public TradeYear at(YearMonth start) {
    return TradeYear.of(this, start);
  }

  /** Returns the ids of the countries, the rest at the end, for a scenario that begins then. */
  public List<String> ids(YearMonth start) {
    List<String> ids =
        new ArrayList<>(countries.isEmpty() ? TradeYear.named(this, start) : countries);
    rest.ifPresent(ids::add);
    return ids;
  }

  /** Returns the words that stand for some of {@code ids}. */
  Set<String> sides(List<String> ids) {
    Set<String> sides = new LinkedHashSet<>(ids);
    sides.addAll(groups.keySet());
    sides.add(ALL);
    return sides;
  }

  /** Returns whether a target of a measure is a pair of countries. */
  public static boolean isPair(String target) {
    return target.startsWith(PREFIX) && target.indexOf('.', PREFIX.length()) > 0;
  }

  /**
   * Returns the pairs that a word means: {@code IRN.all}, or {@code world.IRN.all} as measures have
   * it. A country is never paired with itself; none if the word has another form or names what
   * isn't there.
   *
   * @param ids of the countries
   */
  public List<Pair> pairs(String word, List<String> ids) {
    String[] sides = (isPair(word) ? word.substring(PREFIX.length()) : word).split("[.]", -1);
    List<Pair> pairs = new ArrayList<>();
    if (sides.length == 2) {
      for (int exporter : places(sides[0], ids)) {
        for (int importer : places(sides[1], ids)) {
          if (exporter != importer) {
            pairs.add(new Pair(exporter, importer));
          }
        }
      }
    }
    return pairs;
  }

  private int[] places(String side, List<String> ids) {
    List<String> named =
        side.equals(ALL)
            ? ids
            : ids.contains(side) ? List.of(side) : groups.getOrDefault(side, List.of());
    return named.stream().mapToInt(ids::indexOf).filter(place -> place >= 0).distinct().toArray();
  }
}
