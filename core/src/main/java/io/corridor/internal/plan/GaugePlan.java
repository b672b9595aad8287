package io.corridor.internal.plan;

import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Fill;
import io.corridor.internal.question.Gauges;
import io.corridor.model.Carrier;
import io.corridor.model.MetricKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Adds the numbers of a path that outcomes may go together with, as of the months so far. */
final class GaugePlan extends PlanPart {
  private final double[] ones = calendar.byMonth(month -> 1);
  private final double[] days = calendar.byMonth(month -> calendar.days()[month]);
  private final Map<String, Real> gauges = new LinkedHashMap<>();

  GaugePlan(Wiring wiring) {
    super(wiring);
  }

  /** Returns the columns of the numbers by id. */
  Map<String, Real> add() {
    gauges.putAll(draws.drawn());
    draws
        .noted()
        .forEach(
            (key, column) ->
                gauges.put(
                    key + ".month", wiring.add(Phase.TOTALS, out -> Gauges.come(column, out))));
    scenario
        .drivers()
        .keySet()
        .forEach(id -> addMeanAndEnd("drivers." + id, metrics.get(MetricKind.DRIVER, id)));
    scenario.noises().keySet().forEach(this::addNoise);
    scenario
        .regime()
        .ifPresent(
            regime ->
                regime
                    .states()
                    .forEach(
                        state ->
                            addSum(
                                "regime." + state + ".months",
                                metrics.get(MetricKind.REGIME, state))));
    scenario.waivers().keySet().forEach(this::addWaiver);
    boolean answers = scenario.sanctions().values().stream().anyMatch(s -> s.after().isPresent());
    if (answers || scenario.world().isPresent()) {
      scenario
          .sanctions()
          .keySet()
          .forEach(
              id -> addSum("sanctions." + id + ".months", metrics.get(MetricKind.MEASURE_ON, id)));
    }
    scenario.carriers().forEach(this::addDown);
    scenario.unrest().ifPresent(unrest -> addSum("unrest.months", metrics.get(MetricKind.UNREST)));
    return gauges;
  }

  private void addNoise(String path) {
    if (wiring.noises.containsKey(path)) {
      addMeanAndEnd(Sources.noise(path), product().noise(path).add(Phase.TOTALS));
    }
  }

  private void addMeanAndEnd(String path, Real column) {
    addMean(path + ".mean", ones, column);
    gauges.put(path + ".end", column);
  }

  private void addDown(String id, Carrier carrier) {
    carrier
        .sources()
        .forEach(
            (name, source) -> {
              if (source.interruptions().isPresent()) {
                Real down =
                    carrier.namesSources()
                        ? metrics.get(MetricKind.SOURCE_DOWN, id, name)
                        : metrics.get(MetricKind.DOWN, id);
                String key = "energy.carriers." + id + "." + Carrier.importsKey(name);
                addMean(key + ".interruptions.down", days, down);
              }
            });
  }

  private void addWaiver(String id) {
    Real coverage = metrics.get(MetricKind.COVERAGE, id);
    addMean("waivers." + id + ".covered", days, coverage);
    Real held = wiring.real();
    Real refusals = wiring.real();
    wiring.state(Fill.copy(coverage, held));
    wiring.state(Fill.number(0, refusals));
    wiring.add(
        Phase.TOTALS,
        Gauges.refusals(metrics.get(MetricKind.EXPIRES, id), coverage, held, refusals));
    gauges.put("waivers." + id + ".refusals", refusals);
  }

  private void addSum(String id, Real column) {
    Real sum = wiring.real();
    wiring.state(Fill.number(0, sum));
    wiring.add(Phase.TOTALS, Gauges.sum(ones, column, sum));
    gauges.put(id, sum);
  }

  /** Adds the mean of a column over the months so far, each with its weight. */
  private void addMean(String id, double[] weights, Real column) {
    double[] all = weights.clone();
    IntStream.range(1, all.length).forEach(month -> all[month] += all[month - 1]);
    Real sum = wiring.real();
    wiring.state(Fill.number(0, sum));
    wiring.add(Phase.TOTALS, Gauges.sum(weights, column, sum));
    gauges.put(id, wiring.add(Phase.TOTALS, mean -> Gauges.divided(sum, all, mean)));
  }
}
