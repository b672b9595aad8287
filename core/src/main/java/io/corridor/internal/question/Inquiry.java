package io.corridor.internal.question;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.WholePort;
import io.corridor.projection.Outcome;
import java.util.List;

/**
 * A question, compiled: what watches for it, where that leaves its state, and which paths count.
 *
 * @param watch knows what the state means
 * @param state of each path
 * @param given conditions on other questions
 */
public record Inquiry(Watch watch, WholePort state, List<Given> given) {

  /**
   * Another question that must, or must not, have come true.
   *
   * @param question its place among the questions
   * @param holds whether it must come true
   */
  public record Given(int question, boolean holds) {}

  /**
   * Returns whether a path of a block that has come to its last month counts.
   *
   * @param inquiries all questions
   * @param block the paths
   * @param p place of the path
   */
  public boolean counts(List<Inquiry> inquiries, Block block, int p) {
    for (int i = 0; i < given.size(); i++) {
      if ((inquiries.get(given.get(i).question()).value(block, p) != 0) != given.get(i).holds()) {
        return false;
      }
    }
    return true;
  }

  /** Returns what a path says: a number of months, or 1 if the question came true, else 0. */
  public long value(Block block, int p) {
    return watch.value(block.of(state)[p]);
  }

  /** Returns how the question came out on a path. */
  public Outcome outcome(List<Inquiry> inquiries, Block block, int p) {
    int left = block.of(state)[p];
    return new Outcome(
        counts(inquiries, block, p), (int) watch.value(left), watch.firstMonth(left));
  }
}
