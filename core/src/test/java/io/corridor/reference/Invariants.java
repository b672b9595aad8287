package io.corridor.reference;

import io.corridor.model.Carrier;
import io.corridor.model.Energy;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must hold in every path, every month: the end of the page on the model. */
public final class Invariants {
  private static final double ROUNDING = 1e-9;

  private final Scenario scenario;
  private final Map<String, double[]> metrics;
  private final List<String> violations = new ArrayList<>();

  private Invariants(Scenario scenario, Map<String, double[]> metrics) {
    this.scenario = scenario;
    this.metrics = metrics;
  }

  /** Returns what the path of {@code metrics} violates, in words; none if all is well. */
  public static List<String> violations(Scenario scenario, Map<String, double[]> metrics) {
    Invariants invariants = new Invariants(scenario, metrics);
    for (int t = 0; t < scenario.months(); t++) {
      invariants.check(t);
    }
    return invariants.violations;
  }

  private void check(int t) {
    metrics.forEach((id, values) -> require(Double.isFinite(values[t]), id + " is finite", t));
    scenario.waivers().keySet().forEach(id -> fraction("waiver." + id + ".coverage", t));
    if (!scenario.sanctions().isEmpty()) {
      fraction("compliance", t);
    }
    if (scenario.payments().isPresent()) {
      notNegative("arrears", t);
      notNegative("bill", t);
      notNegative("paid", t);
    }
    if (!scenario.partners().isEmpty()) {
      double rank = at("rank", t);
      require(rank >= 1 && rank <= 1 + scenario.partners().size(), "rank is a place", t);
    }
    scenario.flows().keySet().forEach(id -> flow("flow." + id, t));
    scenario.energy().map(Energy::carriers).orElse(Map.of()).forEach((id, c) -> carrier(id, c, t));
    totals(t);
  }

  private void flow(String flow, int t) {
    notNegative(flow, t);
    notNegative(flow + ".cost", t);
    fraction(flow + ".share", t);
  }

  private void carrier(String id, Carrier carrier, int t) {
    String prefix = "energy." + id + ".";
    for (String volume :
        List.of("demand", "domestic", "need", "offered", "imports", "unserved", "value")) {
      notNegative(prefix + volume, t);
    }
    if (carrier.price().isPresent()) {
      notNegative(prefix + "price", t);
    }
    if (carrier.namesSources()) {
      sources(prefix, carrier, t);
    }
    if (carrier.hasShortHours()) {
      notNegative(prefix + "hours-short", t);
      require(at(prefix + "hours-short", t) <= 24 * (1 + ROUNDING), prefix + "hours <= 24", t);
      notNegative(prefix + "peak-unserved", t);
    }
    fraction(prefix + "unserved-share", t);
    fraction(prefix + "dependency", t);
    fraction(prefix + "kept", t);
    require(
        at(prefix + "imports", t) <= at(prefix + "offered", t), prefix + "imports <= offered", t);
    if (carrier.storage().isPresent()) {
      notNegative(prefix + "storage", t);
      double capacity = known(carrier.storage().get().capacity()).orElse(Double.POSITIVE_INFINITY);
      require(at(prefix + "storage", t) <= capacity, prefix + "storage <= capacity", t);
    }
    if (!carrier.demand().blocks().isEmpty()) {
      double met = at(prefix + "imports", t) + at(prefix + "unserved", t);
      close(prefix + "need = imports + unserved", at(prefix + "need", t), met, 0, t);
    } else if (at(prefix + "need", t) > 0) {
      balance(prefix, carrier, t);
    }
  }

  private void sources(String prefix, Carrier carrier, int t) {
    double sum = 0;
    for (String source : carrier.sources().keySet()) {
      notNegative(prefix + "source." + source, t);
      sum += at(prefix + "source." + source, t);
    }
    close(prefix + "imports = those of the sources", at(prefix + "imports", t), sum, 0, t);
    fraction(prefix + "concentration", t);
    notNegative(prefix + "n-1", t);
    double value = at(prefix + "value", t);
    require(value <= at(prefix + "cost", t) * (1 + ROUNDING), prefix + "value <= cost", t);
  }

  // demand = domestic + imports − stored + withdrawn + unserved
  private void balance(String prefix, Carrier carrier, int t) {
    Optional<Double> before =
        carrier
            .storage()
            .map(s -> t > 0 ? Optional.of(at(prefix + "storage", t - 1)) : known(s.start()))
            .orElse(Optional.of(0.0));
    if (before.isEmpty()) {
      return;
    }
    double after = carrier.storage().isPresent() ? at(prefix + "storage", t) : 0;
    double days = scenario.month(t).lengthOfMonth();
    double demand = at(prefix + "demand", t);
    double supplied =
        at(prefix + "domestic", t)
            + at(prefix + "imports", t)
            + (before.get() - after) / days
            + at(prefix + "unserved", t);
    close(prefix + "demand is met or unserved", demand, supplied, before.get() + after, t);
  }

  private void totals(int t) {
    double exports = at("exports", t);
    double imports = at("imports", t);
    close("total = exports + imports", at("total", t), exports + imports, 0, t);
    close("balance = exports - imports", at("balance", t), exports - imports, exports + imports, t);
  }

  private static Optional<Double> known(Value value) {
    return value instanceof Value.Constant constant
        ? Optional.of(constant.number())
        : Optional.empty();
  }

  private void fraction(String id, int t) {
    require(at(id, t) >= 0 && at(id, t) <= 1, id + " lies in [0, 1]", t);
  }

  private void notNegative(String id, int t) {
    require(at(id, t) >= 0, id + " >= 0", t);
  }

  private void close(String what, double a, double b, double scale, int t) {
    double allowed = ROUNDING * (Math.abs(a) + Math.abs(b) + scale);
    require(Math.abs(a - b) <= allowed, what + ": " + a + " and " + b, t);
  }

  private double at(String id, int t) {
    return metrics.get(id)[t];
  }

  private void require(boolean holds, String what, int t) {
    if (!holds) {
      violations.add("month " + t + ": " + what);
    }
  }
}
