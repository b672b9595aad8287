package io.corridor.internal.plan;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Source;
import io.corridor.internal.block.Ports;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.numeric.Replications;
import io.corridor.internal.question.Inquiry;
import io.corridor.model.Metric;
import io.corridor.model.Sample;
import io.corridor.model.Sampling;
import io.corridor.model.Scenario;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A sample of paths of a scenario, ready to run: steps in order, and where to find what was asked
 * for. Immutable; for use by any number of threads.
 */
public final class Plan {
  private final Scenario scenario;
  private final Drawn drawn;
  private final Parts parts;
  private final Step[] monthly;
  private final RealPort[] metricPorts;

  /**
   * A step of the opening.
   *
   * @param step what is done
   * @param month that it is done in; −1: the day before the start
   */
  public record At(Step step, int month) {}

  /**
   * A step of a month.
   *
   * @param section of the scenario that it belongs to
   * @param step what is done
   */
  public record Part(String section, Step step) {}

  /** What a plan is made of. */
  record Parts(
      List<At> opening,
      List<Part> monthly,
      int reals,
      int wholes,
      Map<Real, Double> constants,
      List<Metric> metrics,
      List<Real> metricColumns,
      List<Inquiry> inquiries,
      Map<String, RealPort> numbers,
      Optional<RealPort> unsettled,
      Map<String, List<String>> sources,
      Set<Column> live) {}

  Plan(Scenario scenario, Drawn drawn, Parts parts) {
    this.scenario = scenario;
    this.drawn = drawn;
    this.parts = parts;
    this.monthly = parts.monthly.stream().map(Part::step).toArray(Step[]::new);
    this.metricPorts = new Ports().read(parts.metricColumns);
  }

  /** Returns what was compiled. */
  public Scenario scenario() {
    return scenario;
  }

  /** Returns which paths of the scenario it is for. */
  public Sample sample() {
    return drawn.sample();
  }

  /** Returns what its paths draw. */
  public Drawn drawn() {
    return drawn;
  }

  /** Returns how paths are dealt out to replications. */
  public Replications replications() {
    return switch (sample().sampling()) {
      case RANDOM -> Replications.NONE;
      case ANTITHETIC -> Replications.ofPairs(Sampling.REPLICATIONS);
      case LHS, SOBOL -> Replications.of(Sampling.REPLICATIONS);
    };
  }

  /** Returns the number of months. */
  public int months() {
    return scenario.months();
  }

  int reals() {
    return parts.reals;
  }

  int wholes() {
    return parts.wholes;
  }

  Map<Real, Double> constants() {
    return parts.constants;
  }

  /** Returns the column of a reported metric. */
  public Real metricColumn(int metric) {
    return parts.metricColumns.get(metric);
  }

  /** Returns a block for one thread. */
  public Block newBlock() {
    return new Block(parts.reals, parts.wholes, parts.constants);
  }

  /** Takes the paths of {@code block} to the eve of month 0. */
  public void open(Block block) {
    for (At at : parts.opening) {
      at.step.advance(block, at.month);
    }
  }

  /** Returns the steps that {@link #open} takes, for measuring them. */
  public List<At> opening() {
    return Collections.unmodifiableList(parts.opening);
  }

  /** Takes the paths of {@code block} through {@code month}, the one after the last. */
  public void advance(Block block, int month) {
    for (Step step : monthly) {
      step.advance(block, month);
    }
  }

  /** Returns the reported metrics, in the scenario's order. */
  public List<Metric> metrics() {
    return Collections.unmodifiableList(parts.metrics);
  }

  /** Returns the values of a reported metric in the month that {@code block} has come to. */
  public double[] values(Block block, int metric) {
    return block.of(metricPorts[metric]);
  }

  /** Returns the questions, in the scenario's order. */
  public List<Inquiry> inquiries() {
    return Collections.unmodifiableList(parts.inquiries);
  }

  /** Returns the columns of the {@link Wanted.Numbers} that were asked for, by id. */
  public Map<String, RealPort> numbers() {
    return Collections.unmodifiableMap(parts.numbers);
  }

  /** Returns whether it solves a world. */
  public boolean solves() {
    return parts.unsettled.isPresent();
  }

  /**
   * Returns on how many paths the world of the month that {@code block} has come to isn't settled.
   */
  public int unsettled(Block block) {
    int count = 0;
    if (parts.unsettled.isPresent()) {
      double[] unsettled = block.of(parts.unsettled.get());
      for (int p = 0; p < block.paths(); p++) {
        count += (int) unsettled[p];
      }
    }
    return count;
  }

  /**
   * Returns all sources of random numbers by id, ascending, with the keys of the scenario file that
   * draw from each.
   */
  public Map<String, List<String>> sources() {
    return Collections.unmodifiableMap(parts.sources);
  }

  /** Returns the ids of those sources that something that was asked for depends on, ascending. */
  public List<String> liveSources() {
    return parts.sources.keySet().stream()
        .filter(id -> parts.live.contains(new Source(id)))
        .toList();
  }

  /** Returns the steps of a month in order, for measuring them. */
  public List<Part> parts() {
    return Collections.unmodifiableList(parts.monthly);
  }
}
