package io.corridor.evidence.fit;

import io.corridor.evidence.score.Widening;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where fits come from that may have been made before, and how much wider they should be. Whoever
 * reads scenarios hands one in; none is there unless one is. It may be asked by several threads at
 * once.
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

  /**
   * Returns how much wider fits should be, by key: what {@code make} finds, to the last bit.
   *
   * @param of a text that tells apart what this is found of
   * @param code a class of the code, beside that of fits, by which it is found
   */
  default Map<String, Widening> widening(
      String of, Class<?> code, Supplier<Map<String, Widening>> make) {
    return make.get();
  }
}
