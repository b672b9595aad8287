package io.corridor.internal.plan;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Source;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.numeric.Replications;
import io.corridor.internal.question.Inquiry;
import io.corridor.internal.sampling.Dimensions;
import io.corridor.model.Metric;
import io.corridor.model.Sample;
import io.corridor.model.Sampling;
import io.corridor.model.Scenario;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A sample of paths of a scenario, ready to run: steps in order, and where to find what was asked
 * for. Immutable; for use by any number of threads.
 */
public final class Plan {
  private final Scenario scenario;
  private final Sample sample;
  private final Dimensions dimensions;
  private final List<At> opening;
  private final Step[] monthly;
  private final List<Part> parts;
  private final int reals;
  private final int wholes;
  private final Map<Real, Double> constants;
  private final List<Metric> metrics;
  private final RealPort[] metricColumns;
  private final List<Inquiry> inquiries;
  private final Map<String, RealPort> inputs;
  private final List<Gauge> gauges;
  private final Map<String, List<String>> sources;
  private final List<String> liveSources;

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
      RealPort[] metricColumns,
      List<Inquiry> inquiries,
      Map<String, RealPort> inputs,
      List<Gauge> gauges,
      Map<String, List<String>> sources,
      Set<Column> live) {}

  Plan(Scenario scenario, Sample sample, Dimensions dimensions, Parts parts) {
    this.scenario = scenario;
    this.sample = sample;
    this.dimensions = dimensions;
    this.opening = List.copyOf(parts.opening);
    this.parts = List.copyOf(parts.monthly);
    this.monthly = parts.monthly.stream().map(Part::step).toArray(Step[]::new);
    this.reals = parts.reals;
    this.wholes = parts.wholes;
    this.constants = parts.constants;
    this.metrics = List.copyOf(parts.metrics);
    this.metricColumns = parts.metricColumns;
    this.inquiries = List.copyOf(parts.inquiries);
    this.inputs = Collections.unmodifiableMap(new LinkedHashMap<>(parts.inputs));
    this.gauges = List.copyOf(parts.gauges);
    this.sources = Collections.unmodifiableMap(new LinkedHashMap<>(parts.sources));
    this.liveSources =
        sources.keySet().stream().filter(id -> parts.live.contains(new Source(id))).toList();
  }

  /** Returns what was compiled. */
  public Scenario scenario() {
    return scenario;
  }

  /** Returns which paths of the scenario it is for. */
  public Sample sample() {
    return sample;
  }

  /** Returns which coordinates of points its draws are. */
  Dimensions dimensions() {
    return dimensions;
  }

  /** Returns how paths are dealt out to replications. */
  public Replications replications() {
    return switch (sample.sampling()) {
      case RANDOM -> Replications.NONE;
      case ANTITHETIC -> Replications.ofPairs(Sampling.REPLICATIONS);
      case LHS, SOBOL -> Replications.of(Sampling.REPLICATIONS);
    };
  }

  /** Returns the number of months. */
  public int months() {
    return scenario.months();
  }

  /** Returns a block for one thread. */
  public Block newBlock() {
    return new Block(reals, wholes, constants);
  }

  /** Takes the paths of {@code block} to the eve of month 0. */
  public void open(Block block) {
    for (At at : opening) {
      at.step.advance(block, at.month);
    }
  }

  /** Returns the steps that {@link #open} takes, for measuring them. */
  public List<At> opening() {
    return opening;
  }

  /** Takes the paths of {@code block} through {@code month}, the one after the last. */
  public void advance(Block block, int month) {
    for (Step step : monthly) {
      step.advance(block, month);
    }
  }

  /** Returns the reported metrics, in the scenario's order. */
  public List<Metric> metrics() {
    return metrics;
  }

  /** Returns the values of a reported metric in the month that {@code block} has come to. */
  public double[] values(Block block, int metric) {
    return block.of(metricColumns[metric]);
  }

  /** Returns the questions, in the scenario's order. */
  public List<Inquiry> inquiries() {
    return inquiries;
  }

  /**
   * Returns the columns of uncertain inputs by their keys, once a block is opened; none but in a
   * plan for a replay.
   */
  public Map<String, RealPort> inputs() {
    return inputs;
  }

  /**
   * Returns the numbers of each path that outcomes may go together with, if they were asked for.
   */
  public List<Gauge> gauges() {
    return gauges;
  }

  /**
   * Returns all sources of random numbers by id, ascending, with the keys of the scenario file that
   * draw from each.
   */
  public Map<String, List<String>> sources() {
    return sources;
  }

  /** Returns the ids of those sources that something that was asked for depends on, ascending. */
  public List<String> liveSources() {
    return liveSources;
  }

  /** Returns the steps of a month in order, for measuring them. */
  public List<Part> parts() {
    return parts;
  }
}
