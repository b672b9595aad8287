package io.corridor.internal.plan;

import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Ports;
import io.corridor.internal.plan.Gauge.Kind;
import io.corridor.model.Carrier;
import io.corridor.model.MetricKind;
import io.corridor.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Connects the numbers of a path that outcomes may go together with. */
final class GaugePlan {
  private final Scenario scenario;
  private final MetricColumns metrics;
  private final DriverPlan drivers;
  private final Supplier<ProductPlan> products;
  private final Ports results;
  private final List<Gauge> gauges = new ArrayList<>();

  GaugePlan(
      Scenario scenario,
      MetricColumns metrics,
      DriverPlan drivers,
      Supplier<ProductPlan> products,
      Ports results) {
    this.scenario = scenario;
    this.metrics = metrics;
    this.drivers = drivers;
    this.products = products;
    this.results = results;
  }

  /** Returns the numbers, given the columns of the uncertain inputs by key. */
  List<Gauge> add(Draws draws) {
    draws.drawn().forEach((key, column) -> add(key, Kind.ONCE, column));
    draws.noted().forEach((key, column) -> add(key + ".month", Kind.MONTH, column));
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
                            add(
                                "regime." + state + ".months",
                                Kind.SUM,
                                metrics.get(MetricKind.REGIME, state))));
    scenario.waivers().keySet().forEach(this::addWaiver);
    scenario
        .energy()
        .ifPresent(energy -> energy.carriers().forEach((id, carrier) -> addDown(id, carrier)));
    scenario
        .unrest()
        .ifPresent(unrest -> add("unrest.months", Kind.SUM, metrics.get(MetricKind.UNREST)));
    return gauges;
  }

  private void addNoise(String path) {
    if (drivers.noise(path) != null) {
      addMeanAndEnd(Sources.noise(path), products.get().noise(path).add(Phase.TOTALS));
    }
  }

  private void addMeanAndEnd(String path, Real column) {
    add(path + ".mean", Kind.MEAN, column);
    add(path + ".end", Kind.END, column);
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
                add(key + ".interruptions.down", Kind.DAYS, down);
              }
            });
  }

  private void addWaiver(String id) {
    Real coverage = metrics.get(MetricKind.COVERAGE, id);
    Real expiry = metrics.get(MetricKind.EXPIRES, id);
    add("waivers." + id + ".covered", Kind.DAYS, coverage);
    gauges.add(
        new Gauge(
            "waivers." + id + ".refusals",
            Kind.REFUSALS,
            results.read(expiry),
            results.read(coverage)));
  }

  private void add(String id, Kind kind, Real column) {
    gauges.add(new Gauge(id, kind, results.read(column), results.read(column)));
  }
}
