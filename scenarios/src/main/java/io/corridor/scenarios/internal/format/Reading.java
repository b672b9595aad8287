package io.corridor.scenarios.internal.format;

import io.corridor.model.Dimension;
import io.corridor.model.KeyPath;
import io.corridor.model.Metric;
import io.corridor.model.Nearest;
import io.corridor.model.Range;
import io.corridor.model.Value;
import io.corridor.scenarios.internal.csv.CsvFiles;
import io.corridor.scenarios.internal.yaml.Flaw;
import io.corridor.scenarios.internal.yaml.Node;
import io.corridor.scenarios.internal.yaml.Position;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a scenario: where flaws go, and what is known so far that later values depend on.
 * For one thread.
 */
public final class Reading {
  private final Consumer<Flaw> flaws;
  private final CsvFiles tables;
  private final Set<KeyPath> spoiled = new HashSet<>();
  private final Map<String, Written> parameters = new HashMap<>();
  private final DrawTables draws = new DrawTables();
  private final Map<KeyPath, Movable> movables = new LinkedHashMap<>();

  /** The keys of these, the one that was read last at the end. */
  private final Deque<KeyPath> order = new ArrayDeque<>();

  private final List<Shift> unmoved;
  private final boolean changed;

  /** Of all numbers, those too that are left to the data, by key. */
  private final Map<KeyPath, Measure> measures = new LinkedHashMap<>();

  private final Map<KeyPath, DoubleUnaryOperator> moves = new LinkedHashMap<>();
  private Map<String, Metric> metrics = Map.of();
  private Optional<BigDecimal> euro = Optional.empty();
  private final List<FittedSection> fits = new ArrayList<>();
  private final List<FittedPair> pairs = new ArrayList<>();
  private Map<String, Sited<SeriesSource>> data = Map.of();
  private Optional<Sited<BacktestSource>> backtest = Optional.empty();

  /** Makes a reading that tells {@code flaws} what is wrong. */
  public Reading(Consumer<Flaw> flaws) {
    this(flaws, List.of(), new CsvFiles(), false);
  }

  /**
   * Makes a reading of a scenario.
   *
   * @param shifts how some of its numbers are moved
   * @param tables the CSV files that it names
   * @param changed whether a variant, or what is set, is laid over the file
   */
  public Reading(Consumer<Flaw> flaws, List<Shift> shifts, CsvFiles tables, boolean changed) {
    this.flaws = flaws;
    this.tables = tables;
    this.unmoved = new ArrayList<>(shifts);
    this.changed = changed;
  }

  /** Returns the CSV files that the scenario names. */
  public CsvFiles tables() {
    return tables;
  }

  /** Returns whether a variant, or what is set, is laid over the file. */
  boolean isChanged() {
    return changed;
  }

  /** Returns how the number at {@code key} is moved, which whoever asks does. */
  List<Shift> shifts(KeyPath key) {
    List<Shift> found = unmoved.stream().filter(shift -> shift.key().equals(key)).toList();
    unmoved.removeAll(found);
    return found;
  }

  /** Remembers how a number is moved once data have updated it. */
  void shiftLater(Shift shift, DoubleUnaryOperator move) {
    moves.merge(shift.key(), move, (first, then) -> first.andThen(then));
  }

  /** Remembers what is measured by a number, or by those that are left to the data. */
  void measured(KeyPath key, Measure measure) {
    measures.put(key, measure);
  }

  /**
   * Returns how the draws of numbers that data decide are moved, by key; says which other numbers
   * were to be moved that there aren't.
   */
  public Map<KeyPath, DoubleUnaryOperator> moves() {
    for (Shift shift : unmoved) {
      if (isLeft(shift.key())) {
        shift
            .move(this, measure(shift.key()).orElse(Measure.of(Dimension.NUMBER)))
            .ifPresent(move -> shiftLater(shift, move));
      } else if (!isSpoiled(shift.key())) {
        flaw(shift.at(), shift.key(), unstated(shift.key()));
      }
    }
    unmoved.clear();
    return Collections.unmodifiableMap(moves);
  }

  /** Returns whether data alone decide a number. */
  private boolean isLeft(KeyPath key) {
    return fits.stream()
        .anyMatch(
            fit ->
                fit.free().stream()
                    .anyMatch(name -> fit.key().child(KeyPath.parse(name)).covers(key)));
  }

  /** Returns what is wrong with a key that no number has. */
  String unstated(KeyPath key) {
    return "is no number that the file states and that could be moved"
        + Nearest.hint(key.toString(), movables.keySet().stream().map(KeyPath::toString).toList());
  }

  /**
   * Returns what a number measures that the file states or leaves to data; empty: there is none.
   */
  Optional<Measure> measure(KeyPath key) {
    return movables.containsKey(key) || isLeft(key)
        ? measures.entrySet().stream()
            .filter(entry -> entry.getKey().covers(key))
            .map(Map.Entry::getValue)
            .findFirst()
        : Optional.empty();
  }

  /**
   * A number that was read.
   *
   * @param node where it stands
   * @param unit in which numbers without one are; empty if it has none
   * @param range where it must lie
   * @param value what it is
   */
  public record Movable(Node node, String unit, Range range, Value value) {}

  /** Remembers a number, which stands for whatever was read within it, just before. */
  void movable(KeyPath key, Movable movable) {
    while (!order.isEmpty() && key.covers(order.getLast())) {
      movables.remove(order.removeLast());
    }
    order.add(key);
    movables.put(key, movable);
  }

  /** Returns the numbers that were read, by key, in the order of reading. */
  public Map<KeyPath, Movable> movables() {
    return Collections.unmodifiableMap(movables);
  }

  /** Remembers what a section leaves to data. */
  void fitted(FittedSection fit) {
    fits.add(fit);
  }

  /** Returns the sections that data update, in the order of reading. */
  public List<FittedSection> fits() {
    return List.copyOf(fits);
  }

  /** Remembers two ids whose correlation is fitted. */
  void pair(FittedPair pair) {
    pairs.add(pair);
  }

  /** Returns the pairs of ids whose correlations are fitted. */
  public List<FittedPair> pairs() {
    return List.copyOf(pairs);
  }

  /** Remembers what the file says of data. */
  void evidence(Map<String, Sited<SeriesSource>> series, Optional<Sited<BacktestSource>> test) {
    data = series;
    backtest = test;
  }

  /** Returns the entries of {@code data}, by id. */
  public Map<String, Sited<SeriesSource>> data() {
    return data;
  }

  /** Returns the section {@code backtest}, if there is one. */
  public Optional<Sited<BacktestSource>> backtest() {
    return backtest;
  }

  /** Remembers what a euro is worth in US dollars. */
  void euro(double dollars) {
    euro = Optional.of(BigDecimal.valueOf(dollars));
  }

  /** Returns what a euro is worth in US dollars, if the file says it. */
  Optional<BigDecimal> euro() {
    return euro;
  }

  /** Returns the keys whose values are placeholders. */
  public Set<KeyPath> spoiled() {
    return spoiled;
  }

  void spoiled(KeyPath key) {
    spoiled.add(key);
  }

  boolean isSpoiled(KeyPath key) {
    return spoiled.contains(key);
  }

  /** Tells what is wrong with a key. */
  public void flaw(Position at, KeyPath key, String message) {
    flaws.accept(new Flaw(at, key, message));
  }

  /**
   * What a parameter is written in.
   *
   * @param measure what it measures, and the unit it is kept in
   * @param unit the unit it is written in
   */
  record Written(Measure measure, String unit) {
    /** Returns whether the parameter may stand for a number of {@code wanted}. */
    boolean fits(Measure wanted) {
      return wanted.units().containsKey(unit)
          && (wanted.equals(Measure.ANY) || wanted.base().equals(measure.base()));
    }
  }

  /** Remembers what the parameter {@code id} is written in. */
  void parameter(String id, Written written) {
    parameters.put(id, written);
  }

  /** Returns what a parameter is written in, or null if it has no unit. */
  @Nullable Written parameter(String id) {
    return parameters.get(id);
  }

  /** Returns the tables of joint draws, which are read before the numbers that name them. */
  DrawTables draws() {
    return draws;
  }

  /** Remembers the metrics that questions may be about. */
  void metrics(Map<String, Metric> metrics) {
    this.metrics = metrics;
  }

  /** Returns the measure of a metric; of one that doesn't exist, a measure that takes any unit. */
  Measure metric(String id) {
    Metric metric = metrics.get(id);
    return metric == null ? Measure.ANY : Measure.inUnit(metric.unit());
  }
}
