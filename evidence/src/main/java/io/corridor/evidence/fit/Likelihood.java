package io.corridor.evidence.fit;

/** How well numbers explain data. */
@FunctionalInterface
public interface Likelihood {

  /**
   * Returns the logarithm of the data's density, up to a constant; negative infinity where the
   * numbers are impossible.
   *
   * @param numbers in the order of their priors; not to be changed
   */
  double log(double[] numbers);
}
