package io.corridor.evidence.fit;

/**
 * Coordinates u for chains to move in, in place of the z that numbers are made of: chosen so that
 * what hangs together in z doesn't in u.
 */
@FunctionalInterface
interface Reparametrization {
  /** Leaves z as they are. */
  Reparametrization NONE = z -> 0;

  /**
   * Replaces u by its z.
   *
   * @return the logarithm of |∂z/∂u|; NaN where there is no z
   */
  double toZ(double[] u);
}
