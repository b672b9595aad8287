package io.corridor.internal.question;

import io.corridor.internal.block.Block;
import io.corridor.internal.question.Inquiry.Kind;
import io.corridor.projection.Outcome;
import java.util.List;
import java.util.OptionalInt;

/** How questions came out on single paths. */
public final class Outcomes {

  private Outcomes() {}

  /**
   * Returns how a question came out on a path of a block that has come to its last month.
   *
   * @param inquiries the questions
   * @param question place of the one that is asked for
   * @param block the paths
   * @param p place of the path
   */
  public static Outcome of(List<Inquiry> inquiries, int question, Block block, int p) {
    Inquiry inquiry = inquiries.get(question);
    int state = block.of(inquiry.state())[p];
    boolean counts = Tally.counts(inquiries, inquiry, block, p);
    if (inquiry.kind() == Kind.COUNT) {
      return new Outcome(counts, state, OptionalInt.empty());
    }
    boolean cameTrue = inquiry.kind().isTrue(state);
    boolean dated = cameTrue && inquiry.kind() == Kind.FIRST_MONTH;
    return new Outcome(
        counts, cameTrue ? 1 : 0, dated ? OptionalInt.of(state) : OptionalInt.empty());
  }
}
