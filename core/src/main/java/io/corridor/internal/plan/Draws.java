package io.corridor.internal.plan;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Ports;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.numeric.Cholesky;
import io.corridor.internal.numeric.Normal;
import io.corridor.internal.plan.Num.Drawn;
import io.corridor.internal.plan.Num.Fixed;
import io.corridor.internal.process.BridgedShock;
import io.corridor.internal.process.Shock;
import io.corridor.internal.random.MonthlyWords;
import io.corridor.internal.random.Quantile;
import io.corridor.internal.random.RandomStream;
import io.corridor.internal.random.StreamNames;
import io.corridor.internal.random.Words;
import io.corridor.internal.sampling.Agenda;
import io.corridor.internal.sampling.Sampler;
import io.corridor.model.Correlation;
import io.corridor.model.Distribution;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is drawn at random: the words of every stream, and of them the uncertain parameters (section
 * 1 of the model), a draw a path for each number that has a law.
 */
final class Draws {
  /** The ends of the uniforms that a stream can give. */
  private static final double LEAST = 0x1p-53;

  private final Wiring wiring;
  private final int months;
  private final long seed;
  private final Sampler sampler;
  private final Agenda agenda;
  private final Map<String, Num> parameters = new LinkedHashMap<>();
  private final Map<String, Num> unnamed = new LinkedHashMap<>();
  private final Map<String, Num> noted = new LinkedHashMap<>();

  Draws(Wiring wiring, Scenario scenario, long seed, Sampler sampler) {
    this.wiring = wiring;
    this.months = scenario.months();
    this.seed = seed;
    this.sampler = sampler;
    this.agenda = new Agenda(months);
    List<String> correlated = correlatedParameters(scenario);
    double[][] factor = Cholesky.factor(Correlations.matrix(scenario.correlations(), correlated));
    List<Words> words = correlated.stream().map(id -> once(StreamNames.parameter(id))).toList();
    scenario
        .parameters()
        .forEach(
            (id, value) -> {
              int place = correlated.indexOf(id);
              parameters.put(
                  id,
                  value instanceof Distribution law
                      ? place < 0
                          ? draw(law, once(StreamNames.parameter(id)))
                          : drawCorrelated(law, words, factor[place])
                      : new Fixed(((Value.Constant) value).number()));
            });
  }

  /** Returns the number that stands at {@code path} in the scenario file. */
  Num num(Value value, String path) {
    if (value instanceof Value.Constant constant) {
      return new Fixed(constant.number());
    }
    if (value instanceof Value.Parameter parameter) {
      return parameters.get(parameter.id());
    }
    return unnamed.computeIfAbsent(
        path, place -> draw((Distribution) value, once(StreamNames.value(place))));
  }

  /** Notes that {@code number} is an uncertain input of the key {@code path}, if it is drawn. */
  void note(String path, Num number) {
    if (number instanceof Drawn) {
      noted.put(path, number);
    }
  }

  /**
   * Returns the uncertain inputs by key: what is drawn, and what was noted.
   *
   * @param results connects them
   */
  Map<String, RealPort> inputs(Ports results) {
    Map<String, Num> numbers = new LinkedHashMap<>();
    parameters.forEach((id, number) -> numbers.put("parameters." + id, number));
    numbers.putAll(unnamed);
    numbers.putAll(noted);
    Map<String, RealPort> inputs = new LinkedHashMap<>();
    numbers.forEach(
        (path, number) -> {
          if (number instanceof Drawn drawn) {
            inputs.put(path, results.read(drawn.column()));
          }
        });
    return inputs;
  }

  /** Returns the words of what is drawn from a stream once a path, whatever the month. */
  Words once(String name) {
    agenda.addOnce(name);
    return sampler.once(stream(name));
  }

  /** Returns the words of what is drawn from a stream in one month alone. */
  Words inMonth(String name, int month) {
    agenda.addMonthly(name, month, 0);
    return sampler.monthly(stream(name), month, 0);
  }

  /** Returns the words of {@code draws} draws a month from a stream. */
  MonthlyWords monthly(String name, int draws) {
    RandomStream stream = stream(name);
    return MonthlyWords.of(
        (month, draw) -> {
          agenda.addMonthly(name, month, draw);
          return sampler.monthly(stream, month, draw);
        },
        months,
        draws);
  }

  /** Returns the step that makes the normals of a stream, one a month from month 1 on. */
  Step shock(String name, Real out) {
    agenda.addShock(name);
    RandomStream stream = stream(name);
    MonthlyWords words =
        MonthlyWords.of((month, draw) -> sampler.monthly(stream, month, draw), months, 1);
    return sampler.isBridged()
        ? new BridgedShock(words, months, wiring.reals(BridgedShock.levels(months)), out)
        : new Shock(words, out);
  }

  /** Returns what has been drawn so far. */
  Agenda agenda() {
    return agenda;
  }

  private RandomStream stream(String name) {
    return RandomStream.of(seed, name);
  }

  private Num draw(Distribution law, Words words) {
    Quantile quantile = Quantile.of(law);
    if (quantile.at(LEAST) == quantile.at(1 - LEAST)) {
      return new Fixed(quantile.at(0.5));
    }
    Real out = wiring.real();
    wiring.draw(new Draw(words, quantile, out));
    return new Drawn(out);
  }

  private Num drawCorrelated(Distribution law, List<Words> words, double[] row) {
    Real out = wiring.real();
    wiring.draw(new CorrelatedDraw(words, row, Quantile.of(law), out));
    return new Drawn(out);
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

  /** Inverts a distribution at one uniform a path. */
  private static final class Draw extends Step {
    private final Words words;
    private final Quantile quantile;
    private final RealPort out;

    Draw(Words words, Quantile quantile, Real out) {
      this.words = words;
      this.quantile = quantile;
      this.out = ports.write(out);
    }

    @Override
    public void advance(Block block, int month) {
      double[] result = block.of(out);
      for (int p = 0; p < block.paths(); p++) {
        result[p] = quantile.at(words.uniform(block.firstPath() + p));
      }
    }
  }

  /** Inverts a distribution at the probability of a correlated normal: a Gaussian copula. */
  private static final class CorrelatedDraw extends Step {
    private final List<Words> words;
    private final double[] row;
    private final Quantile quantile;
    private final RealPort out;

    CorrelatedDraw(List<Words> words, double[] row, Quantile quantile, Real out) {
      this.words = words;
      this.row = row;
      this.quantile = quantile;
      this.out = ports.write(out);
    }

    @Override
    public void advance(Block block, int month) {
      double[] result = block.of(out);
      for (int p = 0; p < block.paths(); p++) {
        double z = 0;
        for (int j = 0; j < row.length; j++) {
          if (row[j] != 0) {
            z += row[j] * words.get(j).normal(block.firstPath() + p);
          }
        }
        double u = Normal.cdf(z);
        result[p] = quantile.at(Math.max(LEAST, Math.min(1 - LEAST, u)));
      }
    }
  }
}
