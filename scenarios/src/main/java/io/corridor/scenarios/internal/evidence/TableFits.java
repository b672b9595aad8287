package io.corridor.scenarios.internal.evidence;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;

import io.corridor.evidence.fit.Fit;
import io.corridor.evidence.fit.FitException;
import io.corridor.evidence.fit.ProjectFit;
import io.corridor.evidence.fit.RegimeFit;
import io.corridor.evidence.fit.WaiverFit;
import io.corridor.evidence.score.TableScores;
import io.corridor.evidence.series.Grant;
import io.corridor.evidence.series.Plant;
import io.corridor.model.ByRegime;
import io.corridor.model.Nearest;
import io.corridor.model.Regime;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.model.Waiver;
import io.corridor.scenarios.internal.evidence.TableReader.InForce;
import io.corridor.scenarios.internal.evidence.TableReader.Row;
import io.corridor.scenarios.internal.evidence.TableReader.Table;
import io.corridor.scenarios.internal.format.FittedSection;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Fits of waivers, projects and the regime to tables: what is asked of the data, and what is put
 * into the scenario.
 *
 * @param data that stand beside it
 */
record TableFits(DataReader.Data data) {
  private static final String TERMS = "terms";

  /** A start before which all rows lie. */
  private static final YearMonth AFTER_ALL = YearMonth.of(9999, 1);

  /** Returns all that the fit of a section depends on. */
  Fit.Request request(FittedSection mark, Object section, Scenario scenario) {
    if (section instanceof Waiver waiver) {
      return waiver(mark, waiver, scenario);
    }
    return section instanceof Regime regime
        ? regime(mark, regime, scenario)
        : project(mark, section, scenario);
  }

  /** Returns how well all rows of a waiver's or the regime's table are foretold by those before. */
  Optional<TableScores> foretold(FittedSection mark, Object section, Scenario scenario) {
    Scenario later = scenario.toBuilder().horizon(AFTER_ALL, 1).buildUnchecked();
    return section instanceof Waiver waiver
        ? waiver(mark, waiver, later).foretold()
        : regime(mark, (Regime) section, later).foretold();
  }

  // ------------------------------------------------------------------------------------ waivers

  private WaiverFit waiver(FittedSection mark, Waiver waiver, Scenario scenario) {
    Table<Grant> table = table(data.grants(), mark);
    List<Row<Grant>> known = grants(table, scenario);
    List<String> regimes = regimes(mark, waiver, scenario);
    List<Grant> renewals =
        WaiverFit.renewals(known.stream().map(Row::says).toList()).stream()
            .filter(grant -> mark.fit().has(YearMonth.from(grant.from())))
            .toList();
    boolean free = mark.free().contains(TERMS);
    known.forEach(row -> check(row, regimes, free));
    return new WaiverFit(
        mark.key().toString(),
        regimes,
        stated(mark, waiver),
        table.id(),
        renewals,
        free ? terms(known) : List.of());
  }

  private static List<Waiver.Term> terms(List<Row<Grant>> known) {
    return WaiverFit.terms(known.stream().map(Row::says).toList());
  }

  /** Returns the numbers of a section that the file doesn't leave to the data. */
  private static Map<String, Value> stated(FittedSection mark, Object section) {
    Map<String, Value> stated = Declared.numbers(section);
    stated.keySet().removeAll(mark.free());
    return stated;
  }

  private static List<Row<Grant>> grants(Table<Grant> table, Scenario scenario) {
    return table.rows().stream()
        .filter(row -> row.says().from().isBefore(scenario.start().atDay(1)))
        .toList();
  }

  /** Returns the regimes that have chances of their own; none where it is the same in all. */
  private static List<String> regimes(FittedSection mark, Waiver waiver, Scenario scenario) {
    boolean free = mark.free().contains(WaiverFit.RENEW);
    boolean same = !free && waiver.renew().states().isEmpty();
    return same ? List.of() : scenario.regime().map(Regime::states).orElse(List.of());
  }

  private static void check(Row<Grant> row, List<String> regimes, boolean lengths) {
    String regime = row.says().regime().orElse("");
    if (!regimes.isEmpty() && !regimes.contains(regime)) {
      throw new RowException(
          row.at(),
          "regime must be one of "
              + String.join(", ", regimes)
              + (regime.isEmpty() ? "; found nothing" : "; found " + quote(regime)));
    }
    if (lengths && row.says().granted() && row.says().days().isEmpty()) {
      throw new RowException(
          row.at(),
          "has neither `days` nor `until`, and the waiver's `terms` are left out, which such"
              + " lengths make; give it one, or state the terms");
    }
  }

  /** Returns a waiver with what its fit says in place of what was fitted. */
  Waiver fitted(
      Waiver waiver, Scenario scenario, FittedSection mark, Function<String, Value> draw) {
    Map<String, Value> chances = stated(mark, waiver);
    List<String> regimes = regimes(mark, waiver, scenario);
    Function<String, Value> chance =
        name -> chances.get(name) instanceof Value.Constant known ? known : draw.apply(name);
    Map<String, Value> byRegime = new LinkedHashMap<>();
    regimes.forEach(regime -> byRegime.put(regime, chance.apply(WaiverFit.renew(regime))));
    Waiver fitted =
        waiver.withRenew(
            regimes.isEmpty()
                ? ByRegime.everywhere(chance.apply(WaiverFit.RENEW))
                : ByRegime.of(byRegime));
    if (!mark.free().contains(TERMS)) {
      return fitted;
    }
    return fitted.withTerms(Waiver.Terms.of(terms(grants(table(data.grants(), mark), scenario))));
  }

  // ----------------------------------------------------------------------------------- projects

  private Fit.Request project(FittedSection mark, Object project, Scenario scenario) {
    Table<Plant> table = table(data.plants(), mark);
    List<Plant> known =
        table.rows().stream()
            .map(Row::says)
            .filter(
                plant -> plant.seen().isBefore(scenario.start()) && mark.fit().has(plant.seen()))
            .toList();
    return new ProjectFit(mark.key().toString(), stated(mark, project), table.id(), known);
  }

  // ------------------------------------------------------------------------------------- regime

  private RegimeFit regime(FittedSection mark, Regime regime, Scenario scenario) {
    Table<InForce> table = table(data.regimes(), mark);
    NavigableMap<YearMonth, String> seen = new TreeMap<>();
    for (Row<InForce> row : table.rows()) {
      InForce month = row.says();
      if (month.known().isBefore(scenario.start()) && mark.fit().has(month.month())) {
        if (!regime.states().contains(month.regime())) {
          throw new RowException(
              row.at(),
              "there is no regime "
                  + quote(month.regime())
                  + Nearest.hint(month.regime(), regime.states()));
        }
        seen.put(month.month(), month.regime());
      }
    }
    return new RegimeFit(
        mark.key().toString(), regime.states(), known(rows(regime, mark)), table.id(), seen);
  }

  /** Returns the rows that the file doesn't leave to the data. */
  private static Map<String, Map<String, Value>> rows(Regime regime, FittedSection mark) {
    Map<String, Map<String, Value>> rows = new LinkedHashMap<>(regime.monthly());
    rows.keySet().removeIf(from -> mark.free().contains("monthly." + from));
    return rows;
  }

  /** A row says how likely the steps are a priori, and so by numbers. */
  private static Map<String, Map<String, Double>> known(Map<String, Map<String, Value>> rows) {
    Map<String, Map<String, Double>> known = new LinkedHashMap<>();
    rows.forEach(
        (from, row) ->
            row.forEach(
                (to, value) -> {
                  if (!(value instanceof Value.Constant number)) {
                    throw new FitException(
                        RegimeFit.monthly(from, to),
                        "must be a number: with others of its row it is the prior of what data"
                            + " update");
                  }
                  known
                      .computeIfAbsent(from, any -> new LinkedHashMap<>())
                      .put(to, number.number());
                }));
    return known;
  }

  /** Returns a regime with the draws of a fit in place of what was fitted. */
  static Regime fitted(Regime stated, FittedSection mark, Fit fit, Function<String, Value> draw) {
    Regime regime = stated.withMonthly(rows(stated, mark));
    for (String from : regime.states()) {
      for (String to : regime.states()) {
        String name = RegimeFit.monthly(from, to);
        if (fit.posterior().names().contains(name)) {
          regime = regime.withMonthly(from, to, draw.apply(name));
        }
      }
    }
    return withoutStaying(regime, fit);
  }

  /** What a fitted row leaves over stays, whatever it said of that itself. */
  private static Regime withoutStaying(Regime regime, Fit fit) {
    Map<String, Map<String, Value>> rows = new LinkedHashMap<>(regime.monthly());
    rows.replaceAll(
        (from, row) -> {
          Map<String, Value> left = new LinkedHashMap<>(row);
          if (row.keySet().stream()
              .anyMatch(to -> fit.posterior().names().contains(RegimeFit.monthly(from, to)))) {
            left.remove(from);
          }
          return left;
        });
    return regime.withMonthly(rows);
  }

  // -------------------------------------------------------------------------------------- tables

  private <T> Table<T> table(Map<String, Table<T>> tables, FittedSection mark) {
    String id = mark.fit().to();
    Table<T> table = tables.get(id);
    if (table == null) {
      throw new FitException(
          "there is no table "
              + quote(id)
              + " in `data`"
              + Nearest.hint(id, data.sources().keySet()));
    }
    return table;
  }
}
