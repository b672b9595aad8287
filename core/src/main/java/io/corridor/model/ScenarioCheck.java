package io.corridor.model;

import io.corridor.model.Key.Refers;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Says everything that is wrong with a scenario: ids, references, ranges of numbers and of what
 * distributions may draw, dates, and whatever sections must agree on.
 *
 * <p>A parameter out of range is reported where it is used. What depends on draws is left to the
 * run. Takes time in proportion to the size of the scenario, but for correlations, whose number is
 * limited ({@link Limits#CORRELATED}).
 */
public final class ScenarioCheck {

  private ScenarioCheck() {}

  /**
   * Returns the problems of {@code scenario}, none if it is valid: first those of single keys and
   * of sections in the order of the format's documentation, then those of correlations, indices and
   * questions.
   */
  public static List<Problem> check(Scenario scenario) {
    Problems problems = new Problems();
    NameCheck names = new NameCheck(problems);
    NumberCheck numbers = new NumberCheck(scenario, problems);
    DateCheck dates = new DateCheck(scenario, problems);
    RegimeCheck regimes = new RegimeCheck(scenario, numbers, names, dates, problems);
    DriverCheck drivers = new DriverCheck(scenario.drivers(), numbers, problems);
    PolicyCheck policy = new PolicyCheck(scenario, numbers, regimes, dates, problems);
    TradeCheck trade = new TradeCheck(scenario, numbers, problems);
    QuestionCheck questions = new QuestionCheck(scenario, numbers, names, dates, problems);
    KeyCheck keys =
        new KeyCheck(numbers, names, regimes, drivers, dates, problems, known(scenario, regimes));
    keys.rule(Parties.class, (path, parties) -> parties(parties, problems));
    keys.rule(Regime.class, regimes::section);
    keys.rule(Driver.Bootstrap.class, drivers::bootstrap);
    keys.rule(Waiver.class, policy::waiver);
    keys.rule(Sanction.class, policy::sanction);
    keys.rule(Flow.class, trade::flow);
    keys.rule(Noise.class, trade::noise);
    scenario
        .energy()
        .map(energy -> new EnergyCheck(scenario, energy, numbers, names, dates, problems))
        .ifPresent(
            balances -> {
              keys.rule(Energy.class, (path, energy) -> balances.energy(path));
              keys.rule(Carrier.class, balances::carrier);
              keys.rule(Carrier.Demand.class, balances::demand);
              keys.rule(Carrier.Units.class, balances::units);
              keys.rule(Carrier.Source.class, balances::source);
              keys.rule(Carrier.Storage.class, balances::storage);
            });
    keys.rule(Output.class, (path, output) -> questions.output());
    keys.rule(RunDefaults.class, (path, run) -> questions.run());

    keys.after("parameters", numbers::parameters);
    keys.after("draws", numbers::draws);
    keys.after("correlations", new CorrelationCheck(scenario, numbers, problems)::section);
    keys.after("indices", questions::indices);
    keys.after("questions", questions::questions);
    keys.section(KeyPath.ROOT, scenario);
    return problems.all();
  }

  private static Map<Refers, Collection<String>> known(Scenario scenario, RegimeCheck regimes) {
    return Map.of(
        Refers.PARTY, TradeCheck.parties(scenario),
        Refers.TARGET, PolicyCheck.targets(scenario),
        Refers.DRIVER, scenario.drivers().keySet(),
        Refers.REGIME, regimes.declared(),
        Refers.CARRIER, TradeCheck.carriers(scenario),
        Refers.FLOW_OR_CARRIER, TradeCheck.flowsAndCarriers(scenario),
        Refers.WAIVER, scenario.waivers().keySet(),
        Refers.SANCTION, scenario.sanctions().keySet(),
        Refers.METRIC, Metrics.of(scenario).keySet());
  }

  private static void parties(Parties parties, Problems problems) {
    party(KeyPath.of("parties", "exporter"), parties.exporter(), problems);
    party(KeyPath.of("parties", "importer"), parties.importer(), problems);
    if (parties.exporter().equals(parties.importer())) {
      problems.add(
          KeyPath.of("parties", "importer"),
          "must differ from the exporter, but both are " + Wording.quote(parties.importer()));
    }
  }

  private static void party(KeyPath key, String name, Problems problems) {
    if (name.isBlank()) {
      problems.add(key, "must have a name, but is blank");
    }
  }
}
