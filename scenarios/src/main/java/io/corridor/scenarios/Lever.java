package io.corridor.scenarios;

import java.util.List;
import java.util.Optional;

/**
 * A number of a scenario file that may be moved: set to another, as {@code --set KEY=NUMBER} sets
 * it, or an uncertain one moved with its spread, as {@code --set KEY+=AMOUNT} does. Numbers that
 * say how a scenario is run or what is reported are none, nor are whole ones.
 *
 * @param key its path: {@code flows.goods.growth}; list items by number from 0
 * @param written the value as YAML: a number, perhaps with a unit, or a distribution
 * @param unit in which numbers without one are; empty if it has none
 * @param value the number, or the median of what is drawn, in that unit
 * @param low where one begins to move it: the 1 % point of what is drawn, or half of a certain
 *     number (or twice, of a negative one), as far as the format allows it; in that unit
 * @param high where moving it ends: the 99 % point, or twice the number, in that unit
 * @param uncertain whether it is drawn
 * @param settable whether it may become certain; a parameter that is correlated with others may not
 * @param spreads how it may be moved with its spread, the usual way first; none: it can only be set
 * @param measured what data made of it; absent: none are asked
 */
public record Lever(
    String key,
    String written,
    String unit,
    double value,
    double low,
    double high,
    boolean uncertain,
    boolean settable,
    List<Spread> spreads,
    Optional<Measured> measured) {

  /** Copies the list. */
  public Lever {
    spreads = List.copyOf(spreads);
  }

  /** Returns how an uncertain number is moved with its spread; empty: it can only be set. */
  public Optional<Spread> spread() {
    return spreads.stream().filter(spread -> uncertain).findFirst();
  }

  Lever unsettable() {
    return new Lever(key, written, unit, value, low, high, uncertain, false, spreads, measured);
  }

  Lever withMeasured(Measured what) {
    return new Lever(
        key, written, unit, value, low, high, uncertain, settable, spreads, Optional.of(what));
  }

  /**
   * How a number is moved with its spread.
   *
   * @param scales whether each draw is multiplied, as {@code KEY*=} does it, so that it stays
   *     positive; else the same is added to each, as {@code KEY+=} does it
   * @param least where the median may be moved to at most, so that no draw leaves the range of the
   *     key; perhaps infinite
   * @param most the same, upwards
   */
  public record Spread(boolean scales, double least, double most) {}

  /**
   * A number that data update: what is drawn is what was thought of it before and the data.
   *
   * @param series id of the data
   * @param low 1 % point of what the file says of it
   * @param high 99 % point of that
   */
  public record Measured(String series, double low, double high) {}
}
