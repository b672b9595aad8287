package io.corridor.model;

import java.util.List;

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
   * Returns the problems of {@code scenario}, none if it is valid, in the order of the format's
   * documentation: parties first, run last; entries of a section in their own order.
   */
  public static List<Problem> check(Scenario scenario) {
    Problems problems = new Problems();
    NameCheck names = new NameCheck(problems);
    NumberCheck numbers = new NumberCheck(scenario, problems);
    DateCheck dates = new DateCheck(scenario, problems);
    RegimeCheck regimes = new RegimeCheck(scenario, numbers, problems);
    DriverCheck drivers = new DriverCheck(scenario.drivers(), numbers, regimes, dates, problems);
    PolicyCheck policy = new PolicyCheck(scenario, numbers, names, regimes, dates, problems);
    TradeCheck trade = new TradeCheck(scenario, numbers, names, regimes, drivers, problems);
    QuestionCheck questions = new QuestionCheck(scenario, numbers, names, dates, problems);

    parties(scenario.parties(), problems);
    dates.horizon();
    numbers.parameters(names);
    regimes.section(names, dates);
    drivers.section(names);
    new CorrelationCheck(scenario, numbers, problems).section();
    policy.waivers();
    policy.sanctions();
    policy.compliance();
    scenario
        .energy()
        .map(energy -> new EnergyCheck(energy, numbers, names, regimes, drivers, dates, problems))
        .ifPresent(EnergyCheck::section);
    trade.flows();
    trade.payments();
    trade.unrest();
    trade.partners();
    questions.indices();
    questions.questions();
    questions.output();
    numbers.draws(names);
    questions.run();
    return problems.all();
  }

  private static void parties(Parties parties, Problems problems) {
    party("parties.exporter", parties.exporter(), problems);
    party("parties.importer", parties.importer(), problems);
    if (parties.exporter().equals(parties.importer())) {
      problems.add(
          "parties.importer",
          "must differ from the exporter, but both are " + Wording.quote(parties.importer()));
    }
  }

  private static void party(String key, String name, Problems problems) {
    if (name.isBlank()) {
      problems.add(key, "must have a name, but is blank");
    }
  }
}
