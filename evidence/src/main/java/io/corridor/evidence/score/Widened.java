package io.corridor.evidence.score;

import java.util.Optional;

/**
 * What the spread of a fit is multiplied by, and why.
 *
 * @param factor at least 1
 * @param by what forecasts missed that asks for it; absent: its file states it, or nobody kept why
 */
public record Widened(double factor, Optional<Widening> by) {

  /** Returns what a file states, or what was kept of what forecasts missed. */
  public static Widened by(double factor) {
    return new Widened(factor, Optional.empty());
  }

  /** Returns what forecasts asked for. */
  public static Widened by(Widening found) {
    return new Widened(found.factor(), Optional.of(found));
  }

  /** Says so of a band: {@code × 1.27 by what such forecasts missed (rms z 1.3, 23 effective)}. */
  public String words() {
    return "× "
        + rounded(factor, 100)
        + by.map(
                found ->
                    " by what such forecasts missed (rms z %s, %d effective)"
                        .formatted(rounded(found.rms(), 10), Math.round(found.effective())))
            .orElse(" by the file's word (widen)");
  }

  private static String rounded(double number, long by) {
    long parts = Math.round(number * by);
    return parts % by == 0 ? Long.toString(parts / by) : Double.toString((double) parts / by);
  }
}
