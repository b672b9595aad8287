package io.corridor.projection;

import java.util.OptionalDouble;

/**
 * How the answer to a question differs between two scenarios that were simulated on the same random
 * numbers: variant less base.
 *
 * <p>Of a question with `given` there are two differences, which answer two questions. {@code
 * difference} is that of the two conditional answers, each of its own paths: the condition itself
 * may hold on others in the variant. {@code pairedDifference} is on the paths on which the
 * condition holds in both, so that it is the same paths that are compared. Of a question without,
 * the two are one.
 *
 * @param paths that were simulated
 * @param basePaths paths that count in the base: all, or those on which `given` holds there
 * @param variantPaths paths that count in the variant
 * @param paired paths that count in both
 * @param above of these, how many have more months in the variant, or came true in the variant
 *     alone
 * @param below of these, how many have fewer months in the variant, or came true in the base alone
 * @param difference of the probabilities, or of the mean numbers of months; with `given`, of the
 *     conditional ones; empty if in one of the scenarios no path counts
 * @param standardError Monte Carlo standard error of the difference, which allows for what the
 *     scenarios have in common; empty where {@code difference} is
 * @param pairedDifference of the same on the paths that count in both; empty if there are none
 * @param pairedError its Monte Carlo standard error; empty where {@code pairedDifference} is
 */
public record QuestionDifference(
    long paths,
    long basePaths,
    long variantPaths,
    long paired,
    long above,
    long below,
    OptionalDouble difference,
    OptionalDouble standardError,
    OptionalDouble pairedDifference,
    OptionalDouble pairedError) {

  /** Returns whether the two differences may not be one: whether some path doesn't count. */
  public boolean isConditional() {
    return paired < paths;
  }

  /** Returns whether paths count in one of the scenarios that don't in the other. */
  public boolean countsOtherPaths() {
    return paired < basePaths || paired < variantPaths;
  }
}
