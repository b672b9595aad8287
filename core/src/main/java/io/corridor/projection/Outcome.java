package io.corridor.projection;

import java.util.OptionalInt;

/**
 * How a question came out on one path.
 *
 * @param counts whether the path counts: whether the question's {@code given} holds on it
 * @param value 1 if the question came true, else 0; of a question that counts months, their number
 * @param firstMonth month, from 0, in which the question first came true; empty if it did not, and
 *     of a question with {@code every-month} or {@code count-months}
 */
public record Outcome(boolean counts, int value, OptionalInt firstMonth) {}
