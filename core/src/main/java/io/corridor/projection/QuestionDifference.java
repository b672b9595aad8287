package io.corridor.projection;

import java.util.OptionalDouble;

/**
 * How the answer to a question differs between two scenarios that were simulated on the same random
 * numbers: variant less base.
 *
 * @param paths that were simulated
 * @param paired paths that count in both scenarios: all, or those on which the question's `given`
 *     holds in both
 * @param above of these, how many have more months in the variant, or came true in the variant
 *     alone
 * @param below of these, how many have fewer months in the variant, or came true in the base alone
 * @param difference of the probabilities, or of the mean numbers of months; with `given`, of the
 *     conditional ones; empty if in one of the scenarios no path counts
 * @param standardError Monte Carlo standard error of the difference, which allows for what the
 *     scenarios have in common; empty where {@code difference} is
 */
public record QuestionDifference(
    long paths,
    long paired,
    long above,
    long below,
    OptionalDouble difference,
    OptionalDouble standardError) {}
