package io.corridor.report.story;

import io.corridor.model.Carrier;
import io.corridor.model.Metric;
import io.corridor.model.MetricKind;
import io.corridor.model.Metrics;
import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.projection.Outcome;
import io.corridor.projection.Paths;
import io.corridor.report.words.PhraseBook;
import io.corridor.simulation.Replay;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** One path of a run with all of its metrics, simulated again. Months are counted from 0. */
public final class SimulatedPath {

  private final Scenario scenario;
  private final Replay replay;
  private final Paths paths;
  private final Map<String, Metric> metrics;
  private final PhraseBook phrases;

  private SimulatedPath(Scenario scenario, Replay replay, long number) {
    this.scenario = scenario;
    this.replay = replay;
    this.paths = replay.paths(number, 1);
    this.metrics = Metrics.of(scenario);
    this.phrases = new PhraseBook(scenario);
  }

  /**
   * Simulates a path.
   *
   * @param scenario valid, in the sense of {@link io.corridor.model.ScenarioCheck}
   * @param sample the paths of the run
   * @param number of the path within the run, {@code >= 0}
   */
  public static SimulatedPath of(Scenario scenario, Sample sample, long number) {
    Set<String> wanted = new LinkedHashSet<>(Metrics.of(scenario).keySet());
    scenario.waivers().keySet().forEach(id -> wanted.add(MetricKind.EXPIRES.id(id)));
    scenario.regime().ifPresent(regime -> wanted.add(MetricKind.TURNED_TO.id()));
    scenario.carriers().forEach((id, carrier) -> addSources(id, carrier, wanted));
    Metrics.of(scenario).values().stream()
        .filter(metric -> metric.kind() == MetricKind.PAIR_EXPORTS)
        .filter(pair -> pair.owners().stream().anyMatch(scenario.parties()::include))
        .forEach(
            pair -> wanted.add(MetricKind.PAIR_BEFORE.id(pair.owners().toArray(new String[0]))));
    return new SimulatedPath(scenario, Replay.of(scenario, sample, wanted), number);
  }

  private static void addSources(String id, Carrier carrier, Set<String> wanted) {
    carrier
        .sources()
        .forEach(
            (name, source) -> {
              if (source.interruptions().isPresent()) {
                wanted.add(down(carrier).id(id, name));
              }
              if (!source.takeOrPay().equals(Value.ZERO)) {
                wanted.add(billed(carrier).id(id, name));
                wanted.add(cost(carrier).id(id, name));
              }
            });
  }

  /** Returns what tells when a source of {@code carrier} is interrupted. */
  static MetricKind down(Carrier carrier) {
    return carrier.namesSources() ? MetricKind.SOURCE_DOWN : MetricKind.DOWN;
  }

  /** Returns what tells what of a source of {@code carrier} is paid for. */
  static MetricKind billed(Carrier carrier) {
    return carrier.namesSources() ? MetricKind.SOURCE_BILLED : MetricKind.BILLED;
  }

  /** Returns what tells what a source of {@code carrier} costs. */
  static MetricKind cost(Carrier carrier) {
    return carrier.namesSources() ? MetricKind.SOURCE_COST : MetricKind.COST;
  }

  /** Returns what was simulated. */
  public Scenario scenario() {
    return scenario;
  }

  /** Returns the paths of the run. */
  public Sample sample() {
    return replay.sample();
  }

  /** Returns the number of the path within the run. */
  public long number() {
    return paths.first();
  }

  /** Returns the metrics by their ids. */
  public Map<String, Metric> metrics() {
    return metrics;
  }

  /** Returns the value of a metric in a month. */
  public double value(String metric, int month) {
    return paths.value(metric, month, 0);
  }

  /** Returns the value, in a month, of the metric of {@code owners}. */
  double value(MetricKind kind, int month, String... owners) {
    return value(kind.id(owners), month);
  }

  /** Returns how a question came out. */
  public Outcome outcome(String question) {
    return paths.outcome(question, 0);
  }

  /**
   * Returns what was drawn for the uncertain inputs, by key; infinite for a month that never comes.
   */
  public Map<String, Double> inputs() {
    Map<String, Double> drawn = new LinkedHashMap<>();
    replay.inputs().forEach(key -> drawn.put(key, paths.input(key, 0)));
    return drawn;
  }

  /** Returns what the scenario has its things called. */
  PhraseBook phrases() {
    return phrases;
  }

  int months() {
    return scenario.months();
  }

  YearMonth month(int index) {
    return scenario.month(index);
  }

  /** Returns whether something is among the uncertain inputs. */
  boolean isDrawn(String key) {
    return replay.inputs().contains(key);
  }

  double input(String key) {
    return paths.input(key, 0);
  }

  /** Returns the number that stands at {@code key} in the scenario file, as it is on this path. */
  double number(Value value, String key) {
    return replay.number(value, key, paths, 0);
  }

  /** Returns the regime of a month; the only one where the scenario has none. */
  String regime(int month) {
    return scenario.regimeStates().stream()
        .filter(state -> scenario.regime().isEmpty() || value(MetricKind.REGIME, month, state) == 1)
        .findFirst()
        .orElseThrow();
  }

  /** Returns the regime of a month after its transition, before its events. */
  String regimeBeforeEvents(int month) {
    return scenario.regimeStates().get((int) value(MetricKind.TURNED_TO, month));
  }

  /** Returns whether a waiver is in force when a month is over. */
  boolean holds(String waiver, int month) {
    return month < 0
        ? Objects.requireNonNull(scenario.waivers().get(waiver))
            .expires()
            .isAfter(month(0).atDay(1))
        : value(MetricKind.EXPIRES, month, waiver) >= 0;
  }

  /** Returns the first day without a waiver, as it stands when a month is over; it must hold. */
  LocalDate expires(String waiver, int month) {
    return month < 0
        ? Objects.requireNonNull(scenario.waivers().get(waiver)).expires()
        : month(0).atDay(1).plusDays((long) value(MetricKind.EXPIRES, month, waiver));
  }
}
