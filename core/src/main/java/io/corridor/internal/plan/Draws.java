package io.corridor.internal.plan;

import static java.util.Objects.requireNonNull;

import io.corridor.internal.block.Chance;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Source;
import io.corridor.internal.block.Step;
import io.corridor.internal.numeric.Cholesky;
import io.corridor.internal.plan.Num.Fixed;
import io.corridor.internal.plan.Num.Uncertain;
import io.corridor.internal.process.BridgedShock;
import io.corridor.internal.process.DrawSteps;
import io.corridor.internal.process.DriverSteps;
import io.corridor.internal.random.MonthlyWords;
import io.corridor.internal.random.Quantile;
import io.corridor.internal.random.RandomStream;
import io.corridor.internal.random.StreamName;
import io.corridor.internal.random.Words;
import io.corridor.internal.sampling.Agenda;
import io.corridor.internal.sampling.Exchange;
import io.corridor.internal.sampling.Sampler;
import io.corridor.model.Correlation;
import io.corridor.model.Distribution;
import io.corridor.model.DrawTable;
import io.corridor.model.Energy;
import io.corridor.model.KeyPath;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is drawn at random: the words of every stream, and of them the uncertain parameters (section
 * 1 of the model), a draw a path for each number that has a law.
 */
final class Draws {
  private final Wiring wiring;
  private final int months;
  private final long seed;
  private final Sampler sampler;
  private final Exchange exchange;
  private final Sources sources;
  private final Agenda agenda;
  private final Map<String, DrawTable> tables;
  private final Map<Value.Draw, Num> joint = new LinkedHashMap<>();
  private final Map<String, Num> parameters = new LinkedHashMap<>();
  private final Map<String, Num> unnamed = new LinkedHashMap<>();
  private final Map<String, String> aliases = new LinkedHashMap<>();
  private final Map<String, Num> noted = new LinkedHashMap<>();

  Draws(Wiring wiring, Drawn drawn) {
    Scenario scenario = wiring.scenario;
    this.wiring = wiring;
    this.months = scenario.months();
    this.seed = drawn.sample().seed();
    this.sampler = drawn.sampler();
    this.exchange = drawn.exchange();
    this.sources = new Sources(scenario);
    this.agenda = new Agenda(months);
    this.tables = scenario.draws();
    List<String> correlated = correlatedParameters(scenario);
    double[][] factor = factor(correlated);
    List<Chance<Words>> words = correlated.stream().map(this::onceOfParameter).toList();
    scenario
        .parameters()
        .forEach(
            (id, value) -> {
              int place = correlated.indexOf(id);
              parameters.put(
                  id,
                  value instanceof Distribution law
                      ? place < 0
                          ? draw(law, Sources.parameter(id), onceOfParameter(id))
                          : drawCorrelated(Law.of(law), Sources.parameter(id), words, factor[place])
                      : num(value, "parameters." + id));
            });
  }

  private Chance<Words> onceOfParameter(String id) {
    return once(StreamName.PARAMETER.of(id), Sources.parameter(id));
  }

  /** Returns the number that stands at {@code path} in the scenario file. */
  Num num(Value value, String path) {
    return num(value, path, path);
  }

  /**
   * Returns the number that stands at {@code path} in the scenario file.
   *
   * @param source key whose numbers are drawn together with this one
   */
  Num num(Value value, String path, String source) {
    return value.match(
        number -> new Fixed(number.number()),
        parameter -> requireNonNull(parameters.get(parameter.id()), parameter.id()),
        draw -> joint.computeIfAbsent(draw, this::ofTable),
        law ->
            unnamed.computeIfAbsent(
                path,
                place -> draw(law, place, once(StreamName.VALUE.of(streamKey(place)), source))));
  }

  /**
   * Returns the delay of the project or opening at {@code key}: late together with the others,
   * where the energy section says so, unless it is a parameter or a draw.
   */
  Num delay(Value delay, String key) {
    String path = key + ".delay";
    double rho = wiring.scenario.energy().map(Energy::lateTogether).orElse(0.0);
    Optional<Law> law = rho == 0 ? Optional.empty() : ownLaw(delay, KeyPath.parse(key));
    if (law.isEmpty()) {
      return num(delay, path, key);
    }
    String common = "energy.late-together";
    return unnamed.computeIfAbsent(
        path,
        place ->
            drawCorrelated(
                law.get(),
                place,
                List.of(
                    once(StreamName.LATE_TOGETHER.of(), common),
                    once(StreamName.VALUE.of(streamKey(place)), key)),
                new double[] {Math.sqrt(rho), Math.sqrt(1 - rho)}));
  }

  /** A quantile, and what it is made of. */
  private record Law(Object made, Quantile quantile) {

    static Law of(Distribution law) {
      return new Law(law, Quantile.of(law));
    }

    static Law ofRows(List<Double> rows) {
      return new Law(rows, Quantile.ofRows(rows));
    }
  }

  /** Returns the law of a delay's own: the rows of its fit, in ascending order, are one too. */
  private Optional<Law> ownLaw(Value delay, KeyPath key) {
    if (delay instanceof Distribution law) {
      return Optional.of(Law.of(law));
    }
    return delay instanceof Value.Draw draw && draw.table().equals(DrawTable.ofFit(key))
        ? Optional.of(Law.ofRows(column(draw).stream().sorted().toList()))
        : Optional.empty();
  }

  /** Returns the column of the number that stands at {@code path} in the scenario file. */
  Real column(Value value, String path) {
    return wiring.column(num(value, path));
  }

  /** Has what stands at and below {@code path} draw from the streams of another path. */
  void sameStreams(String path, String other) {
    aliases.put(path + ".", other + ".");
  }

  private String streamKey(String path) {
    for (Map.Entry<String, String> alias : aliases.entrySet()) {
      if (path.startsWith(alias.getKey())) {
        return alias.getValue() + path.substring(alias.getKey().length());
      }
    }
    return path;
  }

  /** All columns of a table are read at the same uniform number, and so in the same row. */
  private Num ofTable(Value.Draw draw) {
    List<Double> column = column(draw);
    return column.stream().allMatch(column.get(0)::equals)
        ? new Fixed(column.get(0))
        : drawn(
            Law.ofRows(column),
            Sources.draws(draw.table()),
            once(StreamName.DRAWS.of(draw.table()), Sources.draws(draw.table())));
  }

  private List<Double> column(Value.Draw draw) {
    DrawTable table = requireNonNull(tables.get(draw.table()), draw.table());
    return requireNonNull(table.columns().get(draw.column()), draw.column());
  }

  /** Notes that {@code number} is an uncertain input of the key {@code path}, if it is drawn. */
  void note(String path, Num number) {
    if (number instanceof Uncertain) {
      noted.put(path, number);
    }
  }

  /** Returns the columns of the uncertain inputs by key: what is drawn, and what was noted. */
  Map<String, Real> inputs() {
    Map<String, Real> inputs = new LinkedHashMap<>(drawn());
    inputs.putAll(noted());
    return inputs;
  }

  /** Returns the columns of what is drawn, by key. */
  Map<String, Real> drawn() {
    Map<String, Num> numbers = new LinkedHashMap<>();
    parameters.forEach((id, number) -> numbers.put(Sources.parameter(id), number));
    joint.forEach(
        (draw, number) -> numbers.put("draws." + draw.table() + "." + draw.column(), number));
    numbers.putAll(unnamed);
    return columns(numbers);
  }

  /** Returns the columns of what was noted, by key. */
  Map<String, Real> noted() {
    return columns(noted);
  }

  private static Map<String, Real> columns(Map<String, Num> numbers) {
    Map<String, Real> columns = new LinkedHashMap<>();
    numbers.forEach(
        (path, number) -> {
          if (number instanceof Uncertain drawn) {
            columns.put(path, drawn.column());
          }
        });
    return columns;
  }

  /**
   * Returns the words of what is drawn from a stream once a path, whatever the month.
   *
   * @param source key that they belong to
   */
  Chance<Words> once(String name, String source) {
    agenda.addOnce(name);
    return chance(source, name, sampler.once(stream(name)));
  }

  private Chance<Words> chance(String key, String draw, Words words) {
    Source source = sources.of(key);
    return Chance.of(source, draw, exchange.of(source.id(), words));
  }

  /**
   * Returns the words of what is drawn from a stream in one month alone.
   *
   * @param source key that they belong to
   */
  Chance<Words> inMonth(String name, String source, int month) {
    agenda.addMonthly(name, month, 0);
    return chance(source, name + " of month " + month, sampler.monthly(stream(name), month, 0));
  }

  /**
   * Returns the words of {@code draws} draws a month from a stream.
   *
   * @param source key that they belong to
   */
  Chance<MonthlyWords> monthly(String name, String source, int draws) {
    for (int month = 0; month < months; month++) {
      for (int draw = 0; draw < draws; draw++) {
        agenda.addMonthly(name, month, draw);
      }
    }
    return words(name, source, draws);
  }

  private Chance<MonthlyWords> words(String name, String key, int draws) {
    RandomStream stream = stream(name);
    Source source = sources.of(key);
    return Chance.of(
        source,
        name + " of every month",
        MonthlyWords.of(
            (month, draw) -> exchange.of(source.id(), sampler.monthly(stream, month, draw)),
            months,
            draws));
  }

  /**
   * Returns the step that makes the normals of a stream, one a month from month 1 on.
   *
   * @param source key that they belong to
   */
  Step shock(String name, String source, Real out) {
    agenda.addShock(name);
    Chance<MonthlyWords> words = words(name, source, 1);
    return sampler.isBridged()
        ? new BridgedShock(words, months, wiring.reals(BridgedShock.levels(months)), out)
        : DriverSteps.shock(words, out);
  }

  /** Returns the members of all sources that were drawn from so far, by id, ascending. */
  Map<String, List<String>> sources() {
    return sources.drawn();
  }

  /** Returns what has been drawn so far. */
  Agenda agenda() {
    return agenda;
  }

  private RandomStream stream(String name) {
    return RandomStream.of(seed, name);
  }

  private Num draw(Distribution law, String key, Chance<Words> words) {
    Quantile quantile = Quantile.of(law);
    return quantile.at(DrawSteps.LEAST) == quantile.at(1 - DrawSteps.LEAST)
        ? new Fixed(quantile.at(0.5))
        : drawn(new Law(law, quantile), key, words);
  }

  private Num drawn(Law law, String key, Chance<Words> words) {
    Real out = wiring.real();
    wiring.draw(DrawSteps.draw(key, words, law.quantile, out).made(key, law.made));
    return new Uncertain(out);
  }

  private Num drawCorrelated(Law law, String key, List<Chance<Words>> words, double[] row) {
    Real out = wiring.real();
    wiring.draw(
        DrawSteps.correlatedDraw(key, words, row, law.quantile, out).made(key, law.made, row));
    return new Uncertain(out);
  }

  /** Returns the Cholesky factor of the correlations among {@code ids}; of others these are 0. */
  double[][] factor(List<String> ids) {
    return Cholesky.factor(Correlation.matrix(wiring.scenario.correlations(), ids));
  }

  private static List<String> correlatedParameters(Scenario scenario) {
    List<String> ids = new ArrayList<>();
    for (String id : scenario.parameters().keySet()) {
      for (Correlation correlation : scenario.correlations()) {
        if (!ids.contains(id)
            && (correlation.first().equals(id) || correlation.second().equals(id))) {
          ids.add(id);
        }
      }
    }
    return ids;
  }
}
