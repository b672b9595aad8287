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
   * Returns the problems of {@code scenario}, none if it is valid: first those of single keys and
   * of sections in the order of the format's documentation, then those of correlations, indices,
   * questions and levers.
   */
  public static List<Problem> check(Scenario scenario) {
    Checking in = new Checking(scenario);
    DriverCheck drivers = new DriverCheck(in);
    WorldCheck world = new WorldCheck(in);
    PolicyCheck policy = new PolicyCheck(in, world);
    TradeCheck trade = new TradeCheck(in);
    EnergyCheck energy = new EnergyCheck(in);
    QuestionCheck questions = new QuestionCheck(in);
    KeyCheck keys = new KeyCheck(in, drivers);
    keys.rule(Parties.class, trade::parties);
    keys.rule(Regime.class, in.regimes::section);
    keys.rule(Driver.Bootstrap.class, drivers::bootstrap);
    keys.rule(Waiver.class, policy::waiver);
    keys.rule(Sanction.class, policy::sanction);
    keys.rule(World.class, world::world);
    keys.rule(Flow.class, trade::flow);
    keys.rule(Flow.class, world::flow);
    keys.rule(Noise.class, trade::noise);
    keys.rule(Energy.class, energy::energy);
    keys.rule(Carrier.class, energy::carrier);
    keys.rule(Carrier.Demand.class, energy::demand);
    keys.rule(Carrier.Units.class, energy::units);
    keys.rule(Carrier.Source.class, energy::source);
    keys.rule(Carrier.Interruptions.class, energy::interruptions);
    keys.rule(Carrier.Storage.class, energy::storage);
    keys.rule(Output.class, questions::output);
    keys.rule(RunDefaults.class, questions::run);

    keys.after("parameters", in.numbers::parameters);
    keys.after("sanctions", policy::answers);
    keys.after("draws", in.numbers::draws);
    keys.after("correlations", new CorrelationCheck(in)::section);
    keys.after("indices", questions::indices);
    keys.after("questions", questions::questions);
    keys.after("levers", new LeverCheck(in)::section);
    Declaration.walk(KeyPath.ROOT, scenario, keys);
    return in.problems();
  }
}
