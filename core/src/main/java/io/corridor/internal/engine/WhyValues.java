package io.corridor.internal.engine;

import io.corridor.internal.engine.WhyRuns.Piece;

/** Takes the outcomes of pieces of runs, on any thread; arrays are to be copied. */
public interface WhyValues {

  /** Takes a number of each path of A or B, as of the {@code end}-th of the last months. */
  void putGauge(Piece piece, int end, int gauge, double[] numbers);

  /** Takes an outcome in A or B. */
  void putOutcome(Piece piece, int target, double[] outcomes);

  /** Takes which paths of A or B count for an outcome. */
  void putCounts(Piece piece, int target, boolean[] counts);

  /** Takes the outcome of one of the targets whose variance is shared out, in another run. */
  void putExchanged(Piece piece, int shared, double[] outcomes);
}
