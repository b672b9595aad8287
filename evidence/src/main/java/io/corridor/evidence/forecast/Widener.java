package io.corridor.evidence.forecast;

import io.corridor.evidence.score.Widened;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Tells how much wider than by their data fits are that state nothing of it. Whoever reads
 * scenarios hands one in, such as one that runs the backtest; it may be asked by several threads at
 * once.
 */
@FunctionalInterface
public interface Widener {

  /** Widens nothing. */
  Widener NONE = (backtest, of) -> Map.of();

  /**
   * Returns what fits are widened by, by key; those that aren't there stay as they are.
   *
   * @param backtest of the file as it stands, which is right; it needn't be run
   * @param of a text that tells apart what backtests are of, data included
   */
  Map<String, Widened> find(Backtest backtest, Supplier<String> of);
}
