package io.corridor.reference;

import io.corridor.internal.random.StreamName;
import io.corridor.model.ByRegime;
import io.corridor.model.Distribution;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Section 1: the numbers of one path, each drawn once, before month 0. */
final class Numbers {
  private final Scenario scenario;
  private final Draws draws;
  private final Map<String, Double> parameters = new LinkedHashMap<>();

  Numbers(Scenario scenario, Draws draws) {
    this.scenario = scenario;
    this.draws = draws;
    Map<String, Double> uniforms = uniformsOfParameters();
    scenario
        .parameters()
        .forEach((id, value) -> parameters.put(id, parameter(id, value, uniforms)));
  }

  /** Returns the number that stands at {@code key} of the scenario file. */
  double at(String key, Value value) {
    if (value instanceof Value.Constant constant) {
      return constant.number();
    }
    if (value instanceof Value.Parameter parameter) {
      return parameters.get(parameter.id());
    }
    if (value instanceof Value.Draw draw) {
      List<Double> column = scenario.draws().get(draw.table()).columns().get(draw.column());
      double u = draws.uniform(StreamName.DRAWS.of(draw.table()), 0, 0);
      return column.get((int) Math.floor(u * column.size()));
    }
    return Quantiles.of((Distribution) value, draws.uniform(StreamName.VALUE.of(key), 0, 0));
  }

  /** Returns a delay that stands at {@code key}, late together with others: section 6. */
  double delay(String key, Value value) {
    double rho = scenario.energy().orElseThrow().lateTogether();
    if (rho == 0 || !(value instanceof Distribution law)) {
      return at(key, value);
    }
    double common = draws.normal(StreamName.LATE_TOGETHER.of(), 0, 0);
    double own = draws.normal(StreamName.VALUE.of(key), 0, 0);
    return Quantiles.of(law, Quantiles.phi(Math.sqrt(rho) * common + Math.sqrt(1 - rho) * own));
  }

  /** Returns the numbers of the mapping that stands at {@code key}. */
  Map<String, Double> at(String key, Map<String, Value> values) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    values.forEach((id, value) -> numbers.put(id, at(key + "." + id, value)));
    return numbers;
  }

  /** Returns the number of each regime, of what stands at {@code key}. */
  Map<String, Double> at(String key, ByRegime byRegime) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (String regime : scenario.regimeStates()) {
      String ownKey = byRegime.states().containsKey(regime) ? key + "." + regime : key;
      numbers.put(regime, at(ownKey, byRegime.in(regime)));
    }
    return numbers;
  }

  private double parameter(String id, Value value, Map<String, Double> uniforms) {
    return value instanceof Distribution distribution
        ? Quantiles.of(distribution, uniforms.get(id))
        : at("parameters." + id, value);
  }

  // Gaussian copula: u = Φ(L z), where L Lᵀ is the matrix of the correlations.
  private Map<String, Double> uniformsOfParameters() {
    Map<String, Double> uniforms = new LinkedHashMap<>();
    List<String> ids =
        scenario.parameters().entrySet().stream()
            .filter(entry -> entry.getValue() instanceof Distribution)
            .map(Map.Entry::getKey)
            .toList();
    double[][] l = Correlated.cholesky(ids, scenario.correlations());
    double[] z =
        ids.stream().mapToDouble(id -> draws.normal(StreamName.PARAMETER.of(id), 0, 0)).toArray();
    double[] correlated = Correlated.times(l, z);
    for (String id : scenario.parameters().keySet()) {
      uniforms.put(
          id,
          isCorrelated(id)
              ? Quantiles.phi(correlated[ids.indexOf(id)])
              : draws.uniform(StreamName.PARAMETER.of(id), 0, 0));
    }
    return uniforms;
  }

  private boolean isCorrelated(String id) {
    return scenario.correlations().stream()
        .anyMatch(c -> c.first().equals(id) || c.second().equals(id));
  }
}
