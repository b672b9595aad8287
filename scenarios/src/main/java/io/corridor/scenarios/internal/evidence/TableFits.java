package io.corridor.scenarios.internal.evidence;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;
import static java.util.Objects.requireNonNull;

import io.corridor.evidence.fit.Fit;
import io.corridor.evidence.fit.FitException;
import io.corridor.evidence.fit.ProjectFit;
import io.corridor.evidence.fit.RegimeFit;
import io.corridor.evidence.fit.WaiverFit;
import io.corridor.evidence.series.Grant;
import io.corridor.evidence.series.Plant;
import io.corridor.model.ByRegime;
import io.corridor.model.Carrier;
import io.corridor.model.KeyPath;
import io.corridor.model.Nearest;
import io.corridor.model.Regime;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.model.Waiver;
import io.corridor.scenarios.internal.evidence.TableReader.InForce;
import io.corridor.scenarios.internal.evidence.TableReader.Row;
import io.corridor.scenarios.internal.evidence.TableReader.Table;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Fits of waivers, projects and the regime to tables: what is asked of the data, and what is put
 * into the scenario.
 *
 * @param data that stand beside it
 */
record TableFits(DataReader.Data data) {

  private record OfWaiver(
      String key,
      List<String> regimes,
      Map<String, Value> numbers,
      String table,
      List<Grant> renewals)
      implements Fitting.Request {
    @Override
    public Fit make() {
      return WaiverFit.fit(key, regimes, numbers, table, renewals);
    }
  }

  private record OfProject(String key, Map<String, Value> numbers, String table, List<Plant> plants)
      implements Fitting.Request {
    @Override
    public Fit make() {
      return ProjectFit.fit(key, numbers, table, plants);
    }
  }

  private record OfRegime(
      String key,
      List<String> states,
      Map<String, Map<String, Double>> rows,
      String table,
      NavigableMap<YearMonth, String> seen)
      implements Fitting.Request {
    @Override
    public Fit make() {
      return RegimeFit.fit(key, states, rows, table, seen);
    }
  }

  /** Returns all that a fit depends on. */
  Fitting.Request request(Marks.OfTable mark, Scenario scenario) {
    return switch (mark.kind()) {
      case GRANTS -> waiver(mark, scenario);
      case PLANTS -> project(mark, scenario);
      case REGIMES -> regime(mark, scenario);
      case NUMBERS -> throw new IllegalArgumentException(mark.key() + " is fitted to numbers");
    };
  }

  /** Returns the scenario with what a fit says in place of what was fitted. */
  Scenario fitted(Scenario scenario, Marks.OfTable mark, Fit fit, Function<String, Value> draw) {
    return switch (mark.kind()) {
      case GRANTS -> withWaiver(scenario, mark, draw);
      case PLANTS -> withProject(scenario, mark, fit, draw);
      case REGIMES -> withRegime(scenario, fit);
      case NUMBERS -> throw new IllegalArgumentException(mark.key() + " is fitted to numbers");
    };
  }

  /** Returns those of what a fit is about that the file states, and no data touch, by name. */
  static Map<String, Value> stated(Marks.OfTable mark, Scenario scenario) {
    return switch (mark.kind()) {
      case GRANTS -> chances(mark, scenario);
      case PLANTS -> numbers(mark, scenario);
      case REGIMES, NUMBERS -> Map.of();
    };
  }

  // ------------------------------------------------------------------------------------ waivers

  private Fitting.Request waiver(Marks.OfTable mark, Scenario scenario) {
    Table<Grant> table = table(data.grants(), mark);
    List<Row<Grant>> known = grants(table, scenario);
    List<String> regimes = regimes(mark, scenario);
    List<Grant> renewals =
        WaiverFit.renewals(known.stream().map(Row::says).toList()).stream()
            .filter(grant -> mark.data().has(YearMonth.from(grant.from())))
            .toList();
    known.forEach(row -> check(row, regimes, mark.free().contains(Marks.TERMS)));
    return new OfWaiver(
        mark.key().toString(), regimes, chances(mark, scenario), table.id(), renewals);
  }

  private static List<Row<Grant>> grants(Table<Grant> table, Scenario scenario) {
    return table.rows().stream()
        .filter(row -> row.says().from().isBefore(scenario.start().atDay(1)))
        .toList();
  }

  /** Returns the regimes that have chances of their own; none where it is the same in all. */
  private static List<String> regimes(Marks.OfTable mark, Scenario scenario) {
    boolean free = mark.free().contains(WaiverFit.RENEW);
    boolean same = !free && renew(mark, scenario).states().isEmpty();
    return same ? List.of() : scenario.regime().map(Regime::states).orElse(List.of());
  }

  private static ByRegime renew(Marks.OfTable mark, Scenario scenario) {
    return requireNonNull(scenario.waivers().get(id(mark))).renew();
  }

  private static String id(Marks.OfTable mark) {
    return mark.key().words().get(1);
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

  private static Map<String, Value> chances(Marks.OfTable mark, Scenario scenario) {
    ByRegime renew = renew(mark, scenario);
    Map<String, Value> chances = new LinkedHashMap<>();
    renew.otherwise().ifPresent(value -> chances.put(WaiverFit.RENEW, value));
    renew.states().forEach((regime, value) -> chances.put(WaiverFit.renew(regime), value));
    chances.keySet().removeAll(mark.free());
    return chances;
  }

  private Scenario withWaiver(Scenario scenario, Marks.OfTable mark, Function<String, Value> draw) {
    Waiver waiver = requireNonNull(scenario.waivers().get(id(mark)));
    Map<String, Value> chances = chances(mark, scenario);
    List<String> regimes = regimes(mark, scenario);
    Function<String, Value> chance =
        name -> chances.get(name) instanceof Value.Constant known ? known : draw.apply(name);
    Map<String, Value> byRegime = new LinkedHashMap<>();
    regimes.forEach(regime -> byRegime.put(regime, chance.apply(WaiverFit.renew(regime))));
    Waiver fitted =
        waiver.withRenew(
            regimes.isEmpty()
                ? ByRegime.everywhere(chance.apply(WaiverFit.RENEW))
                : ByRegime.of(byRegime));
    if (mark.free().contains(Marks.TERMS)) {
      List<Row<Grant>> known = grants(table(data.grants(), mark), scenario);
      fitted =
          fitted.withTerms(
              Waiver.Terms.of(WaiverFit.terms(known.stream().map(Row::says).toList())));
    }
    return scenario.toBuilder().waiver(id(mark), fitted).buildUnchecked();
  }

  // ----------------------------------------------------------------------------------- projects

  private Fitting.Request project(Marks.OfTable mark, Scenario scenario) {
    Table<Plant> table = table(data.plants(), mark);
    List<Plant> known =
        says(
            table,
            plant -> plant.seen().isBefore(scenario.start()) && mark.data().has(plant.seen()));
    return new OfProject(mark.key().toString(), numbers(mark, scenario), table.id(), known);
  }

  private static Map<String, Value> numbers(Marks.OfTable mark, Scenario scenario) {
    Carrier carrier = carrier(scenario, mark.key());
    Map<String, Value> numbers = new LinkedHashMap<>();
    if (isOpening(mark.key())) {
      Carrier.Opening opening = source(carrier, mark.key()).opens().orElseThrow();
      numbers.put(ProjectFit.DELAY, opening.delay());
      numbers.put(ProjectFit.CANCEL, opening.cancel());
    } else {
      Carrier.Project project = project(carrier, mark.key());
      numbers.put(ProjectFit.DELAY, project.delay());
      numbers.put(ProjectFit.CANCEL, project.cancel());
    }
    numbers.keySet().removeAll(mark.free());
    return numbers;
  }

  private static Scenario withProject(
      Scenario scenario, Marks.OfTable mark, Fit fit, Function<String, Value> draw) {
    List<String> path = mark.key().words();
    Map<String, Value> numbers = new LinkedHashMap<>(numbers(mark, scenario));
    numbers.replaceAll(
        (name, stated) -> fit.posterior().names().contains(name) ? draw.apply(name) : stated);
    mark.free().forEach(name -> numbers.put(name, draw.apply(name)));
    Value delay = requireNonNull(numbers.get(ProjectFit.DELAY));
    Value cancel = requireNonNull(numbers.get(ProjectFit.CANCEL));
    Carrier carrier = carrier(scenario, mark.key());
    if (isOpening(mark.key())) {
      Carrier.Source source = source(carrier, mark.key());
      Carrier.Opening opening = source.opens().orElseThrow().withDelay(delay).withCancel(cancel);
      carrier = carrier.withSource(Volumes.sourceId(path), source.withOpens(opening));
    } else {
      carrier =
          carrier.withProject(
              path.get(4), project(carrier, mark.key()).withDelay(delay).withCancel(cancel));
    }
    var energy = scenario.energy().orElseThrow();
    return scenario.toBuilder().energy(energy.withCarrier(path.get(2), carrier)).buildUnchecked();
  }

  private static boolean isOpening(KeyPath key) {
    return key.words().get(3).equals("imports");
  }

  private static Carrier carrier(Scenario scenario, KeyPath key) {
    return requireNonNull(scenario.energy().orElseThrow().carriers().get(key.words().get(2)));
  }

  private static Carrier.Project project(Carrier carrier, KeyPath key) {
    return requireNonNull(carrier.projects().get(key.words().get(4)));
  }

  private static Carrier.Source source(Carrier carrier, KeyPath opens) {
    return requireNonNull(carrier.sources().get(Volumes.sourceId(opens.words())));
  }

  // ------------------------------------------------------------------------------------- regime

  private Fitting.Request regime(Marks.OfTable mark, Scenario scenario) {
    Table<InForce> table = table(data.regimes(), mark);
    Regime regime = scenario.regime().orElseThrow();
    NavigableMap<YearMonth, String> seen = new TreeMap<>();
    for (Row<InForce> row : table.rows()) {
      InForce month = row.says();
      if (month.known().isBefore(scenario.start()) && mark.data().has(month.month())) {
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
    return new OfRegime(mark.key().toString(), regime.states(), regime.monthly(), table.id(), seen);
  }

  /** A regime's probabilities are fixed numbers: they become the means of their draws. */
  private static Scenario withRegime(Scenario scenario, Fit fit) {
    Regime regime = scenario.regime().orElseThrow();
    for (String from : regime.states()) {
      for (String to : regime.states()) {
        String name = RegimeFit.monthly(from, to);
        if (fit.posterior().names().contains(name)) {
          double mean = Arrays.stream(fit.posterior().draws(name)).average().orElseThrow();
          regime = regime.withMonthly(from, to, mean);
        }
      }
    }
    return scenario.toBuilder().regime(withoutStaying(regime, fit)).buildUnchecked();
  }

  /** What a fitted row leaves over stays, whatever it said of that itself. */
  private static Regime withoutStaying(Regime regime, Fit fit) {
    Map<String, Map<String, Double>> rows = new LinkedHashMap<>(regime.monthly());
    rows.replaceAll(
        (from, row) -> {
          Map<String, Double> left = new LinkedHashMap<>(row);
          if (row.keySet().stream()
              .anyMatch(to -> fit.posterior().names().contains(RegimeFit.monthly(from, to)))) {
            left.remove(from);
          }
          return left;
        });
    return regime.withMonthly(rows);
  }

  // -------------------------------------------------------------------------------------- tables

  private <T> Table<T> table(Map<String, Table<T>> tables, Marks.OfTable mark) {
    String id = mark.data().series();
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

  private static <T> List<T> says(Table<T> table, Predicate<T> wanted) {
    return table.rows().stream().map(Row::says).filter(wanted).toList();
  }
}
