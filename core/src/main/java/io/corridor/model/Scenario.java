package io.corridor.model;

import io.corridor.internal.withers.Built;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Everything that is assumed of a corridor, and what is asked of it: one scenario file, resolved.
 *
 * <p>Immutable. Maps keep their order. A scenario made by {@link Builder#build()} is valid in the
 * sense of {@link ScenarioCheck}. Defaults of the scenario format are the defaults of the builder.
 *
 * @param name a line that names it
 * @param description what it is about, in a paragraph. May be empty
 * @param sources where the numbers come from; free text, shown in the report
 * @param parties the two countries
 * @param start month 0
 * @param months number of months simulated
 * @param parameters named numbers, used as {parameter: ID}; one draw wherever they are used. By id
 * @param regime the policy regime, a Markov chain; absent: one regime
 * @param drivers exogenous factors, by id
 * @param world countries whose trade moves together; absent: each flow for itself
 * @param correlations of monthly shocks, or of distributed parameters; a pair once, the rest is 0
 * @param waivers of sanctions, by id
 * @param sanctions by id. Measures
 * @param compliance of the importer with prohibitions; absent: full
 * @param energy the importer's energy balances
 * @param flows trade in goods and services, by id
 * @param payments of energy; absent: at once
 * @param unrest episodes that hold up trade; absent: none
 * @param rankOf flows and carriers that the partners' figures are comparable to; absent: all
 * @param partners the exporter's other partners, for the rank, by id
 * @param indices weighted sums of metrics, by id. Weights by metric, by id of the index
 * @param questions what is asked of every path, by id
 * @param output what is reported
 * @param draws tables of joint draws, used as {draw: [ID, COLUMN]}; a path takes one row of each.
 *     By id
 * @param run how it is run where the command line says nothing else
 * @param labels what people call things, by path: {parties.IRN: Iran}; short for it is `label`
 *     beside an id, `name` of a partner. By path of the id
 * @param levers what a page of the scenario offers first to move, by id. At most five, in the order
 *     in which they are offered
 */
@Section("a scenario")
@Built
public record Scenario(
    @Key String name,
    @Key(absent = Key.NONE) String description,
    @Key(absent = Key.NONE) List<String> sources,
    @Key Parties parties,
    @Key YearMonth start,
    @Key(unit = Dimension.MONTHS, range = Range.HORIZON) int months,
    @Key(defines = Key.Defines.SHARED_IDS, absent = Key.NONE, form = "a mapping of parameters")
        Map<String, Value> parameters,
    @Key Optional<Regime> regime,
    @Key(defines = Key.Defines.SHARED_IDS, absent = Key.NONE, form = "a mapping of drivers")
        Map<String, Driver> drivers,
    @Key Optional<World> world,
    @Key(absent = Key.NONE, form = "a list of correlations") List<Correlation> correlations,
    @Key(defines = Key.Defines.IDS, absent = Key.NONE, form = "a mapping of waivers")
        Map<String, Waiver> waivers,
    @Key(defines = Key.Defines.IDS, absent = Key.NONE, form = "a mapping of sanctions")
        Map<String, Sanction> sanctions,
    @Key(absent = Key.NONE) Compliance compliance,
    @Key Optional<Energy> energy,
    @Key(defines = Key.Defines.SHARED_IDS, absent = Key.NONE, form = "a mapping of flows")
        Map<String, Flow> flows,
    @Key Optional<Payments> payments,
    @Key Optional<Unrest> unrest,
    @Key(refers = Key.Refers.FLOW_OR_CARRIER) Optional<List<String>> rankOf,
    @Key(defines = Key.Defines.SHARED_IDS, absent = Key.NONE, form = "a mapping of partners")
        Map<String, Partner> partners,
    @Key(defines = Key.Defines.IDS, absent = Key.NONE, form = "a mapping of metrics to weights")
        Map<String, Map<String, Double>> indices,
    @Key(defines = Key.Defines.IDS, absent = Key.NONE, form = "a mapping of questions")
        Map<String, Question> questions,
    @Key(absent = Key.NONE) Output output,
    @Key(defines = Key.Defines.IDS, absent = Key.NONE) Map<String, DrawTable> draws,
    @Key(absent = Key.NONE) RunDefaults run,
    @Key(absent = Key.NONE, form = "a mapping of paths to texts") Map<String, String> labels,
    @Key(defines = Key.Defines.IDS, absent = Key.NONE, form = "a mapping of levers")
        Map<String, NamedLever> levers) {

  /** Copies the collections, keeping their order; checks nothing but that nothing is null. */
  public Scenario {
    sources = List.copyOf(sources);
    parameters = Ordered.copyOf(parameters);
    drivers = Ordered.copyOf(drivers);
    correlations = List.copyOf(correlations);
    waivers = Ordered.copyOf(waivers);
    sanctions = Ordered.copyOf(sanctions);
    flows = Ordered.copyOf(flows);
    rankOf = rankOf.map(List::copyOf);
    partners = Ordered.copyOf(partners);
    labels = Ordered.copyOf(labels);
    levers = Ordered.copyOf(levers);
    indices =
        Ordered.copyOf(com.google.common.collect.Maps.transformValues(indices, Ordered::copyOf));
    questions = Ordered.copyOf(questions);
    draws = Ordered.copyOf(draws);
  }

  /**
   * Returns a builder of a scenario with nothing in it.
   *
   * @param name a line that names it
   * @param exporter the energy exporter, A
   * @param importer the energy importer, B
   * @param start month 0
   * @param months number of months simulated
   */
  public static Builder builder(
      String name, String exporter, String importer, YearMonth start, int months) {
    Parties parties = Declaration.of(Parties.class).of(exporter, importer);
    return new Builder(Declaration.of(Scenario.class).of(name, parties, start, months));
  }

  /** Returns a builder that starts from this scenario. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Returns the month {@code index} months after the start. */
  public YearMonth month(int index) {
    return start.plusMonths(index);
  }

  /** Returns the last month. */
  public YearMonth lastMonth() {
    return month(months - 1);
  }

  /** Returns how many months after the start a month is: {@link #month} the other way round. */
  public int index(YearMonth month) {
    return (int) ChronoUnit.MONTHS.between(start, month);
  }

  /** Returns the names of the regimes in order; one empty name where there is no regime. */
  public List<String> regimeStates() {
    return regime.map(Regime::states).orElse(List.of(""));
  }

  /** Returns the name of the regime of month 0; empty where there is no regime. */
  public String initialRegime() {
    return regime.map(Regime::initial).orElse("");
  }

  /** Returns the carriers by id; none where there is no energy. */
  public Map<String, Carrier> carriers() {
    return energy.map(Energy::carriers).orElse(Map.of());
  }

  /** Returns the named sources that meet a condition: {@code gas.pipeline}. */
  Set<String> sources(Predicate<Carrier.Source> condition) {
    Set<String> names = new LinkedHashSet<>();
    carriers()
        .forEach(
            (id, carrier) ->
                carrier
                    .sources()
                    .forEach(
                        (name, source) -> {
                          if (!name.isEmpty() && condition.test(source)) {
                            names.add(id + "." + name);
                          }
                        }));
    return names;
  }

  /** Returns the ids of the world's countries; none where there is no world. */
  public List<String> countries() {
    return world.map(section -> section.ids(start)).orElse(List.of());
  }

  /** Returns the words that mean pairs of countries. */
  private List<String> pairs() {
    List<String> ids = countries();
    List<String> pairs = new ArrayList<>();
    world.ifPresent(
        section -> {
          for (String exporter : section.sides(ids)) {
            for (String importer : section.sides(ids)) {
              String pair = exporter + "." + importer;
              if (!section.pairs(pair, ids).isEmpty()) {
                pairs.add(pair);
              }
            }
          }
        });
    return pairs;
  }

  /**
   * Returns the words that name something of a sort, in order. Among what sanctions hit are sources
   * of rivals, which are refused by themselves.
   */
  public Set<String> named(Key.Refers sort) {
    Set<String> names = new LinkedHashSet<>();
    switch (sort) {
      case NOTHING -> {}
      case PARTY -> names.addAll(List.of(parties.exporter(), parties.importer()));
      case DRIVER -> names.addAll(drivers.keySet());
      case REGIME -> regime.ifPresent(chain -> names.addAll(chain.states()));
      case CARRIER -> names.addAll(carriers().keySet());
      case FLOW_OR_CARRIER -> {
        names.addAll(carriers().keySet());
        names.addAll(flows.keySet());
      }
      case TARGET -> {
        names.addAll(named(Key.Refers.FLOW_OR_CARRIER));
        names.addAll(sources(source -> true));
        pairs().forEach(pair -> names.add(World.PREFIX + pair));
      }
      case COUNTRY -> names.addAll(countries());
      case PAIR -> names.addAll(pairs());
      case WAIVER -> names.addAll(waivers.keySet());
      case SANCTION -> names.addAll(sanctions.keySet());
      case METRIC -> names.addAll(Metrics.of(this).keySet());
    }
    return names;
  }

  /**
   * Returns the noises by the key of what they are of: {@code flows.goods}, {@code
   * energy.carriers.gas.imports}; those of flows, of partners, then of carriers.
   */
  public Map<String, Noise> noises() {
    Map<String, Noise> noises = new LinkedHashMap<>();
    for (String section : List.of("flows", "partners", "energy")) {
      Declaration.walk(
          KeyPath.ROOT,
          this,
          (path, value, form, key, in) -> {
            if (value instanceof Noise noise) {
              noises.put(path.first(path.words().size() - 1).toString(), noise);
            }
            return path.words().get(0).equals(section);
          });
    }
    return Collections.unmodifiableMap(noises);
  }

  /**
   * Collects the parts of a scenario. Not for use by several threads.
   *
   * <p>What sets or adds a single component is written at compile time.
   */
  public static final class Builder extends ScenarioBuilder {

    private Builder(Scenario base) {
      super(base);
    }

    /** Sets the two parties. */
    public Builder parties(String exporter, String importer) {
      parties = new Parties(exporter, importer);
      return this;
    }

    /** Sets month 0 and the number of months. */
    public Builder horizon(YearMonth start, int months) {
      this.start = start;
      this.months = months;
      return this;
    }

    /** Adds a correlation. */
    public Builder correlation(String first, String second, double rho) {
      correlations.add(new Correlation(first, second, rho));
      return this;
    }

    /** Removes all questions. */
    public Builder withoutQuestions() {
      questions.clear();
      return this;
    }

    /** Adds or replaces a table of joint draws, used as {@link Value#draw}. */
    public Builder draws(String id, DrawTable table) {
      draws.put(id, table);
      return this;
    }

    /** Sets what people call things, by path of their id, in place of all that was said before. */
    public Builder labels(Map<String, String> texts) {
      labels.clear();
      labels.putAll(texts);
      return this;
    }

    /** Says what people call the thing whose id stands at {@code path}: {@code flows.goods}. */
    public Builder label(String path, String text) {
      labels.put(path, text);
      return this;
    }

    /**
     * Returns the scenario.
     *
     * @throws InvalidScenarioException naming every problem, if it is not valid
     */
    public Scenario build() {
      Scenario scenario = buildUnchecked();
      List<Problem> problems = ScenarioCheck.check(scenario);
      if (!problems.isEmpty()) {
        throw new InvalidScenarioException(problems);
      }
      return scenario;
    }
  }
}
