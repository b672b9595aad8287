package io.corridor.model;

import static io.corridor.model.Wording.number;
import static io.corridor.model.Wording.quote;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks the section {@code world}, and what others must agree on with it. */
final class WorldCheck {
  /** So many of a matrix's wrong rows are told. */
  private static final int TOLD = 20;

  private final Checking in;
  private int told;

  /** Whether the matrix says what the countries sold to each other. */
  private boolean isKnown;

  WorldCheck(Checking in) {
    this.in = in;
  }

  void world(KeyPath key, World world) {
    List<String> ids = world.ids(in.scenario.start());
    rows(key.child("trade").child("file"), world.trade());
    if (world.trade().rows().isEmpty()) {
      in.add(key.child("trade").child("file"), "has no rows of what countries sold to each other");
    } else if (year(key.child("trade"), world.trade())) {
      boolean named = names(key, world, ids);
      if (named && told == 0 && Range.POSITIVE.contains(world.trade().unit())) {
        isKnown = trade(key.child("trade"), world, ids);
      }
    }
  }

  // ------------------------------------------------------------------------------------- matrix

  private void rows(KeyPath key, TradeMatrix matrix) {
    Map<List<Object>, TradeMatrix.Row> seen = new HashMap<>();
    for (TradeMatrix.Row row : matrix.rows()) {
      if (!Range.NOT_NEGATIVE.contains(row.value())) {
        wrong(key, matrix, row, "value must be at least 0, not " + number(row.value()));
      }
      if (!Range.TARIFF.contains(row.tariff())) {
        wrong(
            key,
            matrix,
            row,
            "tariff must be " + Range.TARIFF.words() + ", not " + number(row.tariff()));
      }
      TradeMatrix.Row other =
          seen.putIfAbsent(List.of(row.year(), row.exporter(), row.importer()), row);
      if (other != null) {
        wrong(
            key,
            matrix,
            row,
            "the row %s,%s,%s stands on line %s already; add the two up, or take one out"
                .formatted(row.year(), row.exporter(), row.importer(), other.line()));
      }
    }
  }

  private void wrong(KeyPath key, TradeMatrix matrix, TradeMatrix.Row row, String message) {
    if (told++ < TOLD) {
      in.add(key, "line %s of %s: %s", row.line(), matrix.file(), message);
    }
  }

  private boolean year(KeyPath key, TradeMatrix matrix) {
    if (TradeYear.year(matrix, in.scenario.start()).isPresent()) {
      return true;
    }
    Set<Integer> years =
        matrix.rows().stream()
            .map(TradeMatrix.Row::year)
            .collect(Collectors.toCollection(TreeSet::new));
    String has =
        years.size() > 1
            ? "years from " + years.iterator().next() + " to " + ((TreeSet<Integer>) years).last()
            : "the year " + years.iterator().next();
    if (matrix.year().isPresent()) {
      in.add(
          key.child("year"),
          "%s has no row of %s; it has %s",
          matrix.file(),
          matrix.year().get(),
          has);
    } else {
      in.add(
          key.child("file"),
          "%s has no year that ended before the start, %s; it has %s: name one as `year`",
          matrix.file(),
          in.scenario.start(),
          has);
    }
    return false;
  }

  // ---------------------------------------------------------------------------------- countries

  /** Returns whether the names of countries and groups are right. */
  private boolean names(KeyPath key, World world, List<String> ids) {
    int before = in.problems().size();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < ids.size(); i++) {
      boolean isRest = world.rest().isPresent() && i == ids.size() - 1;
      KeyPath at =
          isRest
              ? key.child("rest")
              : world.countries().isEmpty()
                  ? key.child("trade").child("file")
                  : key.child("countries").item(i);
      in.id(at, ids.get(i));
      in.once(at, ids.get(i), seen);
      if (ids.get(i).equals(World.ALL)) {
        in.add(at, "no country can be called 'all', which stands for each of them");
      }
    }
    world.groups().keySet().stream()
        .filter(group -> ids.contains(group) || group.equals(World.ALL))
        .forEach(
            group ->
                in.add(
                    key.child("groups").child(group),
                    "%s is the name of %s; give the group another",
                    quote(group),
                    group.equals(World.ALL) ? "all countries" : "a country"));
    if (ids.size() < 2 || ids.size() > Limits.COUNTRIES) {
      in.add(
          key.child("countries"),
          "a world has from 2 to %s countries, not %s%s",
          Limits.COUNTRIES,
          ids.size(),
          ids.size() < 2 ? "" : "; name those that matter, and the `rest`");
    }
    return in.problems().size() == before;
  }

  /** Returns whether all countries trade, with themselves and by chains with all others. */
  private boolean trade(KeyPath key, World world, List<String> ids) {
    TradeYear trade = world.at(in.scenario.start());
    int before = in.problems().size();
    for (int i = 0; i < ids.size(); i++) {
      if (!(trade.value(i, i) > 0)) {
        in.add(
            key.child("file"),
            "%s sells nothing to itself: the row YEAR,%s,%s of what it makes and uses at home,"
                + " above 0, is missing from the year's rows of %s",
            quote(ids.get(i)),
            ids.get(i),
            ids.get(i),
            world.trade().file());
      }
    }
    for (boolean outward : new boolean[] {true, false}) {
      List<String> apart = trade.unjoined(outward);
      if (in.problems().size() == before && !apart.isEmpty()) {
        in.add(
            key.child("file"),
            outward
                ? "from %s no chain of sales above 0 leads to %s; from every country there must be"
                    + " one to every other: add what is missing, or leave one of them out"
                : "to %s no chain of sales above 0 leads from %s; to every country there must be"
                    + " one from every other: add what is missing, or leave one of them out",
            quote(ids.get(0)),
            apart.stream().map(Wording::quote).collect(Collectors.joining(", ")));
      }
    }
    return in.problems().size() == before;
  }

  // -------------------------------------------------------------------------------------- flows

  /** Checks a flow that follows the world. */
  void flow(KeyPath key, Flow flow) {
    if (!flow.world()) {
      return;
    }
    if (in.scenario.world().isEmpty()) {
      in.add(
          key.child("world"),
          "the flow can't follow the world: the scenario has no section `world`");
      return;
    }
    alone(key.child("partner-share"), !flow.partnerShare().equals(Value.ONE));
    alone(key.child("substitution"), flow.substitution().isPresent());
    alone(key.child("upper-elasticity"), !flow.upperElasticity().equals(Value.ONE));
    Set<String> ids = in.known(Key.Refers.COUNTRY);
    in.reference(key.child("from"), flow.from(), Key.Refers.COUNTRY);
    in.reference(key.child("to"), flow.to(), Key.Refers.COUNTRY);
    if (ids.contains(flow.from())
        && ids.contains(flow.to())
        && !flow.from().equals(flow.to())
        && isKnown
        && !(in.scenario.world().get().at(in.scenario.start()).value(flow.from(), flow.to()) > 0)) {
      in.add(
          key.child("world"),
          "in the year of the trade matrix %s sold nothing to %s, so that the world says nothing of"
              + " the flow",
          quote(flow.from()),
          quote(flow.to()));
    }
  }

  private void alone(KeyPath key, boolean stands) {
    if (stands) {
      in.add(
          key,
          "can't stand beside `world: true`: rivals and what buyers spend are the world's; leave it"
              + " out");
    }
  }

  /** Checks words that name what measures hit, or waivers cover. */
  void targets(KeyPath key, List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      Flow flow = in.scenario.flows().get(words.get(i));
      if (flow != null && flow.world()) {
        in.add(
            key.item(i),
            "the flow %s follows the world and is no target itself; name its pair, %s",
            quote(words.get(i)),
            World.PREFIX + flow.from() + "." + flow.to());
      }
    }
  }
}
