package io.corridor.model;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Worlds for {@link RandomScenarios}: of two to four countries, with measures against pairs of
 * them, their answers, and a flow each way that follows. No country is next to shut out, so that
 * the prices of the second implementation are soon found.
 */
final class RandomWorlds {
  private static final List<String> COUNTRIES = List.of("AAA", "BBB", "CCC", "DDD");

  private final RandomNumbers numbers;
  private final boolean uncertain;

  RandomWorlds(RandomNumbers numbers, boolean uncertain) {
    this.numbers = numbers;
    this.uncertain = uncertain;
  }

  boolean chance(double probability) {
    return numbers.chance(probability);
  }

  private Value value(double low, double high) {
    return uncertain && numbers.chance(0.3)
        ? new Distribution.Uniform(low, high)
        : Value.of(numbers.fixed(low, high));
  }

  private Map<String, Value> some(Collection<String> keys, double low, double high) {
    Map<String, Value> values = new LinkedHashMap<>();
    numbers.some(keys, 0.4).forEach(key -> values.put(key, value(low, high)));
    return values;
  }

  void add(
      Scenario.Builder scenario, YearMonth start, List<String> states, Collection<String> drivers) {
    List<String> named = COUNTRIES.subList(0, numbers.whole(2, COUNTRIES.size()));
    boolean rest = numbers.chance(0.3);
    Map<String, List<String>> groups =
        numbers.chance(0.5)
            ? Map.of("west", List.of(named.get(0), named.get(named.size() - 1)))
            : Map.of();
    List<String> sides = new ArrayList<>(named);
    sides.addAll(groups.keySet());
    sides.add("all");
    Map<String, World.Cost> costs = new LinkedHashMap<>();
    for (int i = 0; i < numbers.whole(0, 2); i++) {
      costs.put("cost-" + i, new World.Cost(List.of(pair(sides)), some(drivers, -0.3, 0.5)));
    }
    Map<String, World.Shift> shifts = new LinkedHashMap<>();
    numbers
        .some(named, 0.4)
        .forEach(id -> shifts.put(id, new World.Shift(change(drivers), change(drivers))));
    Map<String, ByRegime> compliance = new LinkedHashMap<>();
    numbers.some(named, 0.4).forEach(id -> compliance.put(id, ByRegime.of(some(states, 0, 1), 1)));
    scenario.world(
        new World(
            matrix(start, named, rest),
            rest || numbers.chance(0.3) ? named : List.of(),
            rest ? Optional.of("ROW") : Optional.empty(),
            groups,
            value(1.5, 8),
            numbers.chance(0.3) ? World.Deficits.ZERO : World.Deficits.OWN,
            compliance,
            costs,
            shifts,
            numbers.chance(0.4) ? Value.ZERO : value(0, 12)));
    measures(scenario, start, sides, states);
    scenario.flow(
        "outward", Flow.of("AAA", "BBB", value(1e8, 1e9)).withWorld(true).withGrowth(0.02));
    scenario.flow("inward", Flow.of("BBB", "AAA", value(1e8, 1e9)).withWorld(true));
  }

  private World.Change change(Collection<String> drivers) {
    return new World.Change(
        numbers.chance(0.5) ? Value.ZERO : value(-0.05, 0.05), some(drivers, -0.3, 0.3));
  }

  /** Two words of which none is paired with itself alone. */
  private String pair(List<String> sides) {
    String from = sides.get(numbers.whole(0, sides.size() - 1));
    String to = sides.get(numbers.whole(0, sides.size() - 1));
    return from.equals(to) && !from.equals("west") ? from + ".all" : from + "." + to;
  }

  private TradeMatrix matrix(YearMonth start, List<String> named, boolean rest) {
    List<String> all = new ArrayList<>(named);
    if (rest) {
      all.addAll(List.of("EEE", "FFF"));
    }
    List<TradeMatrix.Row> rows = new ArrayList<>();
    for (int year = start.getYear() - 3; year < start.getYear(); year += 2) {
      for (String from : all) {
        for (String to : all) {
          boolean home = from.equals(to);
          rows.add(
              new TradeMatrix.Row(
                  rows.size() + 2,
                  year,
                  from,
                  to,
                  home ? numbers.fixed(400, 900) : numbers.fixed(30, 200),
                  home || numbers.chance(0.6) ? 0 : numbers.fixed(0, 0.3)));
        }
      }
    }
    return new TradeMatrix(
        "trade.csv",
        numbers.chance(0.5) ? Optional.empty() : Optional.of(start.getYear() - 3),
        1e6,
        rows);
  }

  private void measures(
      Scenario.Builder scenario, YearMonth start, List<String> sides, List<String> states) {
    int measures = numbers.whole(0, 3);
    for (int i = 0; i < measures; i++) {
      Sanction duty =
          effects(Sanction.cut(start.plusMonths(numbers.whole(-3, 8)), 0.3, target(sides)), states);
      scenario.sanction(
          "duty-" + i,
          numbers.chance(0.5) ? duty : duty.withUntil(start.plusMonths(numbers.whole(8, 20))));
    }
    for (int i = 0; measures > 0 && i < numbers.whole(0, 2); i++) {
      Value chance =
          numbers.chance(0.3)
              ? Value.ONE
              : uncertain ? value(0.3, 0.9) : Value.of(numbers.probability());
      scenario.sanction(
          "answer-" + i,
          effects(
              Sanction.answer(i == 0 ? "duty-0" : "answer-0", 1, 1, 0.1, target(sides))
                  .withLag(value(0, 5))
                  .withChance(chance),
              states));
    }
    if (measures > 0 && numbers.chance(0.5)) {
      scenario.waiver(
          "exemption",
          Waiver.of(
              start.atDay(1).plusDays(numbers.whole(-20, 100)),
              Waiver.Terms.of(60),
              numbers.probability(),
              target(sides)));
    }
  }

  private String target(List<String> sides) {
    return "world." + pair(sides);
  }

  private Sanction effects(Sanction measure, List<String> states) {
    Sanction made = measure.withTariff(value(0, 0.4));
    made = numbers.chance(0.4) ? made : made.withCut(value(0, 0.5));
    made = numbers.chance(0.5) ? made : made.withCost(value(0, 0.4));
    return states.isEmpty() || numbers.chance(0.3)
        ? made
        : made.withEnforcement(
            ByRegime.of(Map.of(states.get(numbers.whole(0, states.size() - 1)), Value.ZERO), 1));
  }
}
