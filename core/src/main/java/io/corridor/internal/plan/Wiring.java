package io.corridor.internal.plan;

import static java.util.Objects.requireNonNull;

import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Whole;
import io.corridor.internal.block.Fill;
import io.corridor.internal.block.Ports;
import io.corridor.internal.block.Step;
import io.corridor.internal.plan.Num.Fixed;
import io.corridor.internal.plan.Num.Uncertain;
import io.corridor.internal.plan.Num.Varying;
import io.corridor.internal.policy.RegimeSteps;
import io.corridor.model.Scenario;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the parts of a compiler share: columns, random numbers, and steps in their places. */
final class Wiring {
  final Scenario scenario;
  final Calendar calendar;
  final Draws draws;
  final MetricColumns metrics = new MetricColumns();

  /** The regime of the month. */
  final Whole regime;

  /** How drivers are kept, by id. */
  final Map<String, DriverPlan.Form> drivers = new LinkedHashMap<>();

  /** The noises of what stands at a path. */
  final Map<String, DriverPlan.NoiseForm> noises = new LinkedHashMap<>();

  private int reals;
  private int wholes;
  private final Map<Double, Real> constants = new LinkedHashMap<>();
  private final Map<List<Num>, Real> picked = new HashMap<>();
  private final Map<Phase, List<Step>> steps = new EnumMap<>(Phase.class);

  Wiring(Scenario scenario, Drawn drawn) {
    this.scenario = scenario;
    this.calendar = new Calendar(scenario);
    for (Phase phase : Phase.values()) {
      steps.put(phase, new ArrayList<>());
    }
    this.regime = whole();
    this.draws = new Draws(this, drawn);
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
    return map(List.of(a), x -> function.applyAsDouble(x[0]), function);
  }

  /** Returns {@code function} of two numbers. */
  Num map(Num a, Num b, DoubleBinaryOperator function) {
    return map(List.of(a, b), x -> function.applyAsDouble(x[0], x[1]), function);
  }

  /**
   * Returns {@code function} of numbers: at once if all are known, else once a path; for each
   * regime if one depends on it. It knows no other numbers, as it is told from other functions by
   * its class.
   */
  Num map(List<Num> numbers, ToDoubleFunction<double[]> function) {
    return map(numbers, function, function);
  }

  private Num map(List<Num> numbers, ToDoubleFunction<double[]> function, Object equation) {
    if (numbers.stream().anyMatch(Varying.class::isInstance)) {
      return byRegime(
          regime -> map(numbers.stream().map(n -> n.at(regime)).toList(), function, equation));
    }
    if (numbers.stream().allMatch(Fixed.class::isInstance)) {
      return new Fixed(function.applyAsDouble(values(numbers)));
    }
    Real out = real();
    draw(Fill.function(numbers.stream().map(this::column).toList(), function, equation, out));
    return new Uncertain(out);
  }

  /** Returns the number that {@code number} gives for each regime. */
  Num byRegime(IntFunction<Num> number) {
    int states = scenario.regimeStates().size();
    return Num.byRegime(IntStream.range(0, states).mapToObj(number).toList());
  }

  /** Returns the column of that of {@code states} which the month's regime has. */
  Real picked(List<Num> states) {
    return picked.computeIfAbsent(
        states,
        same -> {
          Real out = real();
          add(
              Phase.BY_REGIME,
              states.stream().allMatch(Fixed.class::isInstance)
                  ? RegimeSteps.pick(regime, values(states), out)
                  : RegimeSteps.pick(regime, states.stream().map(this::column).toList(), out));
          return out;
        });
  }

  /** Returns the values of numbers that are known. */
  static double[] values(List<Num> numbers) {
    return numbers.stream().mapToDouble(number -> ((Fixed) number).value()).toArray();
  }

  /** Adds a step that is taken once a path, before anything else, in the order of adding. */
  void draw(Step step) {
    add(Phase.DRAWS, step);
  }

  /** Adds a step that sets a state to where it starts. */
  void state(Step step) {
    add(Phase.STATES, step);
  }

  /** Adds a step that sets a state back after a balance of the day before was struck. */
  void undo(Step step) {
    add(Phase.UNDOES, step);
  }

  /** Adds a step that keeps something of the day before. */
  void save(Step step) {
    add(Phase.SAVES, step);
  }

  /** Adds a step. */
  void add(Phase phase, Step step) {
    phase(phase).add(step);
  }

  /** Adds a step that makes a new column, and returns that. */
  Real add(Phase phase, Function<Real, Step> step) {
    Real out = real();
    add(phase, step.apply(out));
    return out;
  }

  List<Step> phase(Phase phase) {
    return requireNonNull(steps.get(phase));
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
    List<Step> all = steps.values().stream().flatMap(List::stream).toList();
    Set<Column> live = new HashSet<>(results.reads());
    boolean grown = true;
    while (grown) {
      grown = false;
      for (int i = all.size() - 1; i >= 0; i--) {
        Step step = all.get(i);
        if (step.writes().stream().anyMatch(live::contains)) {
          grown |= live.addAll(step.reads());
        }
      }
    }
    return live;
  }
}
