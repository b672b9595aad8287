package io.corridor.scenarios;

import io.corridor.evidence.fit.Fit;
import io.corridor.model.Correlation;
import io.corridor.model.Distribution;
import io.corridor.model.KeyPath;
import io.corridor.model.Range;
import io.corridor.model.Scenario;
import io.corridor.model.Support;
import io.corridor.model.Value;
import io.corridor.review.Extent;
import io.corridor.scenarios.internal.evidence.Fitting;
import io.corridor.scenarios.internal.format.Reading.Movable;
import io.corridor.scenarios.internal.format.Shift;
import io.corridor.scenarios.internal.yaml.Emitter;
import io.corridor.scenarios.internal.yaml.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The numbers of a scenario that may be moved, and how far. */
final class LeverFinder {
  /**
   * What isn't part of the world that is simulated; and correlations, which have no name to be set
   * by but their place in a list, where fitted ones stand, too.
   */
  private static final Set<String> NO_LEVERS = Set.of("run", "output", "correlations", "levers");

  /** What is open at an end ends a little inside. */
  private static final double INSIDE = 1e-6;

  private LeverFinder() {}

  /**
   * Returns them.
   *
   * @param numbers all that were read
   * @param fitted the scenario, with what data made of its numbers
   */
  static List<Lever> of(Map<KeyPath, Movable> numbers, Fitting.Fitted fitted) {
    Set<KeyPath> tied = new HashSet<>();
    for (Correlation correlation : fitted.scenario().correlations()) {
      tied.add(KeyPath.of("parameters", correlation.first()));
      tied.add(KeyPath.of("parameters", correlation.second()));
    }
    List<Lever> levers = new ArrayList<>();
    numbers.forEach(
        (key, number) -> {
          Value value = number.value();
          if (NO_LEVERS.contains(key.words().get(0))) {
            return;
          }
          value
              .match(
                  constant -> Optional.of(certain(key, number, constant.number())),
                  parameter -> Optional.<Lever>empty(),
                  draw -> Optional.<Lever>empty(),
                  law -> Optional.of(uncertain(key, number, law, fitted)))
              .map(lever -> tied.contains(key) ? lever.unsettable() : lever)
              .filter(lever -> lever.settable() || lever.spread().isPresent())
              .ifPresent(levers::add);
        });
    return levers;
  }

  /** A law or, where data have updated it, their draws. */
  private static Lever uncertain(
      KeyPath key, Movable number, Distribution law, Fitting.Fitted fitted) {
    Extent before = Extent.of(law);
    for (Fit fit : fitted.fits()) {
      Optional<double[]> drawn = draws(fit, key, fitted.scenario());
      if (drawn.isPresent()) {
        double[] draws = drawn.get();
        Extent extent = new Extent(at(draws, 0.01), at(draws, 0.5), at(draws, 0.99));
        Support support = Support.closed(draws[0], draws[draws.length - 1]);
        return lever(key, number, extent, true, spreads(number.range(), extent, support))
            .withMeasured(new Lever.Measured(fit.series(), before.low(), before.high()));
      }
    }
    List<Lever.Spread> spreads =
        spreads(number.range(), before, Support.of(law)).stream()
            .filter(spread -> Shift.canMove(law, spread.scales()))
            .toList();
    return lever(key, number, before, true, spreads);
  }

  /** How a number moves with its spread: by a factor first where what is positive must stay so. */
  private static List<Lever.Spread> spreads(Range range, Extent extent, Support support) {
    return Stream.of(scales(range, extent), !scales(range, extent))
        .filter(scales -> !scales || extent.middle() > 0)
        .map(scales -> spread(scales, extent.middle(), support, range))
        .toList();
  }

  /** Whether a number had better be moved by a factor: what stays positive stays so. */
  private static boolean scales(Range range, Extent extent) {
    return range.low() >= 0 && extent.middle() > 0;
  }

  /** Returns what a fit left of a number to be drawn, ascending; empty: it isn't of the fit. */
  private static Optional<double[]> draws(Fit fit, KeyPath key, Scenario scenario) {
    return Optional.of(key)
        .filter(KeyPath.parse(fit.key())::covers)
        .flatMap(
            found ->
                scenario.draws().values().stream()
                    .map(table -> table.columns().get(key.toString()))
                    .filter(Objects::nonNull)
                    .findFirst())
        .map(column -> column.stream().mapToDouble(draw -> draw).sorted().toArray());
  }

  private static double at(double[] draws, double share) {
    return draws[(int) Math.ceil(share * draws.length) - 1];
  }

  private static Lever lever(
      KeyPath key, Movable number, Extent extent, boolean uncertain, List<Lever.Spread> spreads) {
    return new Lever(
        key.toString(),
        written(number.node()),
        number.unit(),
        extent.middle(),
        extent.low(),
        extent.high(),
        uncertain,
        true,
        spreads,
        Optional.empty());
  }

  /** How far the middle may move, so that no draw leaves the range. */
  private static Lever.Spread spread(boolean scales, double middle, Support support, Range range) {
    double least =
        !scales
            ? middle + range.low() - support.low()
            : range.low() == 0 ? INSIDE * middle : middle * range.low() / support.low();
    double most =
        scales ? middle * range.high() / support.high() : middle + range.high() - support.high();
    return new Lever.Spread(
        scales,
        Double.isFinite(least) ? least + INSIDE * Math.abs(least) : Double.NEGATIVE_INFINITY,
        Double.isFinite(most) ? most - INSIDE * Math.abs(most) : Double.POSITIVE_INFINITY);
  }

  /** From half to twice; nothing is half of zero, so that zero moves by one. */
  private static Lever certain(KeyPath key, Movable number, double value) {
    double one = value == 0 ? -1 : value / 2;
    double other = value == 0 ? 1 : 2 * value;
    Range range = number.range();
    Extent extent =
        new Extent(within(range, Math.min(one, other)), value, within(range, Math.max(one, other)));
    return lever(key, number, extent, false, spreads(range, extent, Support.closed(value, value)));
  }

  private static double within(Range range, double number) {
    double low = range.low() + (range.lowOpen() ? INSIDE : 0);
    double high = range.high() - (range.highOpen() ? INSIDE : 0);
    return Math.min(high, Math.max(low, number));
  }

  /** In one line. */
  private static String written(Node node) {
    return node instanceof Node.Scalar scalar
        ? scalar.text()
        : "{" + Emitter.emit(node).strip().replaceAll("\\s*\\n\\s*", ", ") + "}";
  }
}
