package io.corridor.model;

/**
 * Episodes of unrest that hold up trade (section 9 of the model).
 *
 * @param ratePerMonth rate of episodes in the situation of the start, {@code >= 0}
 * @param onUnserved how the logarithm of the rate listens to the unserved share
 * @param duration months that an episode lasts after the one it starts in, {@code >= 1}
 * @param impact share of trade lost in a month of unrest, in [0, 1]
 */
public record Unrest(Value ratePerMonth, Value onUnserved, int duration, Value impact) {}
