package io.corridor.evidence.fit;

/**
 * Where fits come from that may have been made before. Whoever reads scenarios hands one in; none
 * is there unless one is. It may be asked by several threads at once.
 */
@FunctionalInterface
public interface FitCache {

  /** Keeps nothing: each fit is made. */
  FitCache NONE = Fit.Request::make;

  /**
   * Returns the fit of a request, to the last bit the one that {@link Fit.Request#make} makes.
   *
   * @throws FitException as that does: why there is no fit is kept, too
   */
  Fit fit(Fit.Request request);
}
