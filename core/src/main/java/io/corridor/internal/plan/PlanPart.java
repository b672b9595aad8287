package io.corridor.internal.plan;

import io.corridor.model.Scenario;

/** A part of the compiler: it adds the steps of a section to what all parts share. */
abstract class PlanPart {
  final Wiring wiring;
  final Scenario scenario;
  final Calendar calendar;
  final Draws draws;
  final MetricColumns metrics;

  PlanPart(Wiring wiring) {
    this.wiring = wiring;
    this.scenario = wiring.scenario;
    this.calendar = wiring.calendar;
    this.draws = wiring.draws;
    this.metrics = wiring.metrics;
  }

  /** Begins a product. */
  final ProductPlan product() {
    return new ProductPlan(wiring);
  }
}
