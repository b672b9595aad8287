package io.corridor.scenarios;

/**
 * A number of a scenario file that may be moved: set to another, as {@code --set KEY=NUMBER} sets
 * it. Numbers that say how a scenario is run or what is reported are none, nor are whole ones, and
 * parameters that are correlated with others.
 *
 * @param key its path: {@code flows.goods.growth}; list items by number from 0
 * @param written the value as YAML: a number, perhaps with a unit, or a distribution
 * @param unit in which numbers without one are; empty if it has none
 * @param value the number, or the median of the distribution, in that unit
 * @param low where one begins to move it: the distribution's 1 % point, or half of a certain number
 *     (or twice, of a negative one), as far as the format allows it; in that unit
 * @param high where moving it ends: the 99 % point, or twice the number, in that unit
 * @param uncertain whether it is a distribution
 */
public record Lever(
    String key,
    String written,
    String unit,
    double value,
    double low,
    double high,
    boolean uncertain) {}
