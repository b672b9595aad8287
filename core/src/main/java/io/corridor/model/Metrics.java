package io.corridor.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The metrics that a scenario has: one exists if the section that makes it does. */
public final class Metrics {
  private static final String MONTHLY = "USD/month";
  private static final String YEARLY = "USD/year";
  private static final String FRACTION = "fraction";

  private Metrics() {}

  /** Returns every metric of {@code scenario} by id, in the order of the format's documentation. */
  public static Map<String, Metric> of(Scenario scenario) {
    Map<String, Metric> metrics = new LinkedHashMap<>();
    add(metrics, new Metric("total", MONTHLY));
    add(metrics, new Metric("exports", MONTHLY));
    add(metrics, new Metric("imports", MONTHLY));
    add(metrics, new Metric("balance", MONTHLY));
    add(metrics, new Metric("total.12m", YEARLY));
    if (!scenario.partners().isEmpty()) {
      scenario
          .partners()
          .keySet()
          .forEach(id -> add(metrics, new Metric("partner." + id + ".12m", YEARLY)));
      add(metrics, new Metric("rank", "place", true));
      add(metrics, new Metric("compared.12m", YEARLY));
    }
    scenario.flows().keySet().forEach(id -> addFlow(metrics, id));
    scenario
        .energy()
        .ifPresent(
            energy -> energy.carriers().forEach((id, carrier) -> addCarrier(metrics, id, carrier)));
    scenario
        .waivers()
        .keySet()
        .forEach(id -> add(metrics, new Metric("waiver." + id + ".coverage", FRACTION)));
    if (!scenario.sanctions().isEmpty()) {
      add(metrics, new Metric("compliance", FRACTION));
    }
    scenario
        .regime()
        .ifPresent(
            regime ->
                regime
                    .states()
                    .forEach(state -> add(metrics, new Metric("regime." + state, "0 or 1", true))));
    if (scenario.payments().isPresent()) {
      add(metrics, new Metric("arrears", "USD"));
      add(metrics, new Metric("bill", MONTHLY));
      add(metrics, new Metric("paid", MONTHLY));
    }
    if (scenario.unrest().isPresent()) {
      add(metrics, new Metric("unrest", "0 or 1", true));
    }
    scenario
        .drivers()
        .forEach((id, driver) -> add(metrics, new Metric("driver." + id, driver.unit())));
    scenario.indices().keySet().forEach(id -> add(metrics, new Metric("index." + id, "")));
    return Collections.unmodifiableMap(metrics);
  }

  private static void addFlow(Map<String, Metric> metrics, String id) {
    String flow = "flow." + id;
    add(metrics, new Metric(flow, MONTHLY));
    add(metrics, new Metric(flow + ".diverted", MONTHLY));
    add(metrics, new Metric(flow + ".share", FRACTION));
    add(metrics, new Metric(flow + ".cost", FRACTION));
  }

  private static void addCarrier(Map<String, Metric> metrics, String id, Carrier carrier) {
    String prefix = "energy." + id + ".";
    String unit = carrier.kind().unit();
    for (String volume :
        new String[] {"demand", "domestic", "need", "offered", "imports", "unserved"}) {
      add(metrics, new Metric(prefix + volume, unit));
    }
    if (carrier.storage().isPresent()) {
      add(metrics, new Metric(prefix + "storage", carrier.kind().storageUnit()));
    }
    add(metrics, new Metric(prefix + "unserved-share", FRACTION));
    add(metrics, new Metric(prefix + "dependency", FRACTION));
    add(metrics, new Metric(prefix + "kept", FRACTION));
    if (carrier.price().isPresent()) {
      add(metrics, new Metric(prefix + "price", carrier.kind().priceUnit()));
    }
    add(metrics, new Metric(prefix + "value", MONTHLY));
    if (carrier.namesSources()) {
      carrier
          .sources()
          .keySet()
          .forEach(source -> add(metrics, new Metric(prefix + "source." + source, unit)));
      add(metrics, new Metric(prefix + "cost", MONTHLY));
      add(metrics, new Metric(prefix + "concentration", FRACTION));
      add(metrics, new Metric(prefix + "n-1", FRACTION));
    }
    if (carrier.hasShortHours()) {
      add(metrics, new Metric(prefix + "hours-short", "hours/day"));
      add(metrics, new Metric(prefix + "peak-unserved", unit));
    }
  }

  private static void add(Map<String, Metric> metrics, Metric metric) {
    metrics.put(metric.id(), metric);
  }
}
