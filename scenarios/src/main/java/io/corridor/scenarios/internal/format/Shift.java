package io.corridor.scenarios.internal.format;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;

import io.corridor.model.Dimension;
import io.corridor.model.Distribution;
import io.corridor.model.Distribution.Interval;
import io.corridor.model.KeyPath;
import io.corridor.model.Scale;
import io.corridor.model.Value;
import io.corridor.scenarios.internal.yaml.Node;
import io.corridor.scenarios.internal.yaml.Position;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * A number that is moved with its spread, as {@code --set KEY+=X} and {@code --set KEY*=X} do: each
 * of its draws moves by the same amount, or by the same factor.
 *
 * @param key of the number
 * @param scales whether by a factor
 * @param amount how the option says it
 * @param at where the option stands
 */
public record Shift(KeyPath key, boolean scales, Node amount, Position at) {
  private static final String PLUS = "+";
  private static final String TIMES = "*";

  /** Returns whether an option moves a number, rather than replaces it: {@code KEY+}. */
  public static boolean isNamed(String option) {
    return option.endsWith(PLUS) || option.endsWith(TIMES);
  }

  /**
   * Returns what an option asks for.
   *
   * @param option the key with a plus or a star behind it
   */
  public static Shift of(String option, Node amount, Position at) {
    String key = option.substring(0, option.length() - 1).strip();
    return new Shift(KeyPath.parse(key), option.endsWith(TIMES), amount, at);
  }

  /** Returns how it moves a number of {@code measure}; empty, and told, if it doesn't say. */
  Optional<DoubleUnaryOperator> move(Reading reading, Measure measure) {
    Place place = new Place(reading, key, at);
    Measure amounts = scales ? Measure.of(Dimension.NUMBER) : measure;
    return NumberShapes.read(amount, place, amounts, amounts.noun())
        .filter(by -> isFactor(by, place))
        .map(by -> scales ? number -> number * by : number -> number + by);
  }

  private boolean isFactor(double by, Place place) {
    if (scales && !(by > 0)) {
      place.wrong(at, "a factor must be greater than 0; found " + Place.describe(amount));
      return false;
    }
    return true;
  }

  /** Returns what it makes of a value, which draws on each path as before; empty if it can't. */
  Optional<Value> of(Value value, DoubleUnaryOperator move) {
    return value.match(
        constant -> Optional.of(Value.of(move.applyAsDouble(constant.number()))),
        parameter -> Optional.empty(),
        draw -> Optional.empty(),
        law -> moved(law, scales, move).map(moved -> moved));
  }

  /**
   * Returns a value {@code factor} times as large on each path; empty if none of the format's is
   * that. What is drawn of a table stays.
   */
  public static Optional<Value> scaled(Value value, double factor) {
    return value.match(
        constant -> Optional.of(Value.of(constant.number() * factor)),
        parameter -> Optional.empty(),
        Optional::of,
        law -> moved(law, true, number -> number * factor).map(moved -> moved));
  }

  /** Returns whether it can move the draws of a law. */
  public static boolean canMove(Distribution law, boolean scales) {
    return moved(law, scales, number -> number).isPresent();
  }

  /** Returns the law of the moved draws; empty where none of the format's laws is that. */
  private static Optional<Distribution> moved(
      Distribution law, boolean scales, DoubleUnaryOperator move) {
    return law.<Optional<Distribution>>match(
        d -> Optional.of(new Distribution.Uniform(of(d.low(), move), of(d.high(), move))),
        d ->
            Optional.of(
                new Distribution.Triangular(
                    of(d.low(), move), of(d.mode(), move), of(d.high(), move))),
        d ->
            Optional.of(
                new Distribution.Pert(of(d.low(), move), of(d.mode(), move), of(d.high(), move))),
        d ->
            Optional.of(
                new Distribution.Normal(
                    of(d.mean(), move),
                    scales ? of(d.sd(), move) : d.sd(),
                    d.within().map(ends -> of(ends, move)))),
        d ->
            scales
                ? Optional.of(
                    new Distribution.Lognormal(
                        of(d.median(), move), d.sigma(), d.within().map(ends -> of(ends, move))))
                : Optional.empty(),
        d ->
            Optional.of(
                new Distribution.Beta(
                    d.alpha(),
                    d.beta(),
                    Optional.of(of(d.range().orElse(new Interval(0, 1)), move)))),
        d -> Optional.of(new Distribution.Choice(of(d.values(), move), d.weights())),
        d ->
            d.scale() == Scale.LINEAR || scales && d.scale() == Scale.LOG
                ? Optional.of(
                    new Distribution.Quantiles(d.percents(), of(d.values(), move), d.scale()))
                : Optional.empty());
  }

  private static double of(double number, DoubleUnaryOperator move) {
    return move.applyAsDouble(number);
  }

  private static Interval of(Interval ends, DoubleUnaryOperator move) {
    return new Interval(of(ends.low(), move), of(ends.high(), move));
  }

  private static List<Double> of(List<Double> numbers, DoubleUnaryOperator move) {
    return numbers.stream().map(move::applyAsDouble).toList();
  }

  /** Returns why it can't move a value, and what would do. */
  String refusal(Value value) {
    return value.match(
        constant -> "",
        parameter ->
            "is the parameter "
                + quote(parameter.id())
                + ", which is moved wherever it is used: parameters."
                + parameter.id()
                + (scales ? TIMES : PLUS)
                + "=",
        draw -> "is a column of joint draws, which are moved in their file",
        law ->
            canMove(law, !scales)
                ? "no draw of a law that stays positive moves by an amount; by a factor it"
                    + " does: "
                    + key
                    + TIMES
                    + "="
                : "draws on the scale of this interval are moved neither by an amount nor by a"
                    + " factor; write a law such as a normal, or set it");
  }
}
