package io.corridor.internal.plan;

import static java.util.Objects.requireNonNull;

import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Whole;
import io.corridor.internal.block.Fill;
import io.corridor.internal.block.Ports;
import io.corridor.internal.block.Step;
import io.corridor.internal.plan.Num.Drawn;
import io.corridor.internal.plan.Num.Fixed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What a compiler collects: columns, and steps in their places. */
final class Wiring {
  private int reals;
  private int wholes;
  private final Map<Double, Real> constants = new LinkedHashMap<>();
  private final List<Step> draws = new ArrayList<>();
  private final List<Step> states = new ArrayList<>();
  private final List<Step> undoes = new ArrayList<>();
  private final List<Step> saves = new ArrayList<>();
  private final Map<Phase, List<Step>> monthly = new EnumMap<>(Phase.class);

  Wiring() {
    for (Phase phase : Phase.values()) {
      monthly.put(phase, new ArrayList<>());
    }
  }

  /** Returns a new column of real numbers. */
  Real real() {
    return new Real(reals++);
  }

  /** Returns {@code count} new columns of real numbers. */
  List<Real> reals(int count) {
    return Stream.generate(this::real).limit(count).toList();
  }

  /** Returns a new column of whole numbers. */
  Whole whole() {
    return new Whole(wholes++);
  }

  /** Returns the column that is {@code value} for good. */
  Real constant(double value) {
    return constants.computeIfAbsent(value, number -> real());
  }

  /** Returns the column of {@code number}. */
  Real column(Num number) {
    return number.column(this);
  }

  /** Returns {@code function} of a number. */
  Num map(Num a, DoubleUnaryOperator function) {
    return map(List.of(a), x -> function.applyAsDouble(x[0]));
  }

  /** Returns {@code function} of two numbers. */
  Num map(Num a, Num b, DoubleBinaryOperator function) {
    return map(List.of(a, b), x -> function.applyAsDouble(x[0], x[1]));
  }

  /** Returns {@code function} of numbers: at once if all are known, else once a path. */
  Num map(List<Num> numbers, ToDoubleFunction<double[]> function) {
    if (numbers.stream().allMatch(Fixed.class::isInstance)) {
      double[] values = numbers.stream().mapToDouble(number -> ((Fixed) number).value()).toArray();
      return new Fixed(function.applyAsDouble(values));
    }
    Real out = real();
    draws.add(new Fill.WithFunction(numbers.stream().map(this::column).toList(), function, out));
    return new Drawn(out);
  }

  /** Adds a step that is taken once a path, before anything else, in the order of adding. */
  void draw(Step step) {
    draws.add(step);
  }

  /** Adds a step that sets a state to where it starts. */
  void state(Step step) {
    states.add(step);
  }

  /** Adds a step that sets a state back after a balance of the day before was struck. */
  void undo(Step step) {
    undoes.add(step);
  }

  /** Adds a step that keeps something of the day before. */
  void save(Step step) {
    saves.add(step);
  }

  /** Adds a step of every month. */
  void add(Phase phase, Step step) {
    phase(phase).add(step);
  }

  /** Adds a step of every month that makes a new column, and returns that. */
  Real add(Phase phase, Function<Real, Step> step) {
    Real out = real();
    add(phase, step.apply(out));
    return out;
  }

  List<Step> draws() {
    return draws;
  }

  List<Step> states() {
    return states;
  }

  List<Step> undoes() {
    return undoes;
  }

  List<Step> saves() {
    return saves;
  }

  List<Step> phase(Phase phase) {
    return requireNonNull(monthly.get(phase));
  }

  int realCount() {
    return reals;
  }

  int wholeCount() {
    return wholes;
  }

  Map<Real, Double> constants() {
    Map<Real, Double> columns = new LinkedHashMap<>();
    constants.forEach((value, column) -> columns.put(column, value));
    return columns;
  }

  /** Returns the columns of {@code results} and those that steps need to make them. */
  Set<Column> live(Ports results) {
    List<Step> steps = new ArrayList<>(draws);
    steps.addAll(states);
    steps.addAll(undoes);
    steps.addAll(saves);
    monthly.values().forEach(steps::addAll);
    Set<Column> live = new HashSet<>(results.reads());
    boolean grown = true;
    while (grown) {
      grown = false;
      for (int i = steps.size() - 1; i >= 0; i--) {
        Step step = steps.get(i);
        if (step.writes().stream().anyMatch(live::contains)) {
          grown |= live.addAll(step.reads());
        }
      }
    }
    return live;
  }
}
