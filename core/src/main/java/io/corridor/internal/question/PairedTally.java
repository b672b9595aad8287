package io.corridor.internal.question;

import io.corridor.internal.block.Block;
import io.corridor.internal.question.Inquiry.Kind;
import io.corridor.projection.QuestionDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How the answers to questions differ between two scenarios on the same paths: sums of whole
 * numbers alone, which add up the same in any order.
 *
 * <p>Not for use by several threads.
 */
public final class PairedTally {
  private final List<Inquiry> base;
  private final List<Inquiry> variant;
  private final List<Pair> pairs;
  private final List<PairedSums> sums;

  /**
   * A question that both scenarios ask.
   *
   * @param base its place among those of the base
   * @param variant its place among those of the variant
   */
  public record Pair(int base, int variant) {}

  private PairedTally(List<Inquiry> base, List<Inquiry> variant, List<Pair> pairs) {
    this.base = base;
    this.variant = variant;
    this.pairs = pairs;
    this.sums = new ArrayList<>();
    pairs.forEach(pair -> sums.add(new PairedSums()));
  }

  /**
   * Returns the tally of no paths.
   *
   * @param base all questions of the base
   * @param variant all questions of the variant
   * @param pairs those that are compared
   */
  public static PairedTally of(List<Inquiry> base, List<Inquiry> variant, List<Pair> pairs) {
    return new PairedTally(List.copyOf(base), List.copyOf(variant), List.copyOf(pairs));
  }

  /** Adds the paths of two blocks of the same paths that have come to their last month. */
  public void add(Block baseBlock, Block variantBlock) {
    for (int i = 0; i < pairs.size(); i++) {
      Inquiry ofBase = base.get(pairs.get(i).base());
      Inquiry ofVariant = variant.get(pairs.get(i).variant());
      int[] y = baseBlock.of(ofBase.state());
      int[] x = variantBlock.of(ofVariant.state());
      PairedSums sum = sums.get(i);
      for (int p = 0; p < baseBlock.paths(); p++) {
        sum.add(
            Tally.counts(variant, ofVariant, variantBlock, p),
            value(ofVariant.kind(), x[p]),
            Tally.counts(base, ofBase, baseBlock, p),
            value(ofBase.kind(), y[p]));
      }
    }
  }

  private static long value(Kind kind, int state) {
    return kind == Kind.COUNT ? state : kind.isTrue(state) ? 1 : 0;
  }

  /** Adds another tally of the same questions. */
  public void merge(PairedTally other) {
    addCounts(other.counts());
  }

  /** Returns all sums, to be read by {@link #addCounts}. */
  public long[] counts() {
    return sums.stream().flatMapToLong(sum -> LongStream.of(sum.counts())).toArray();
  }

  /**
   * Adds what {@link #counts} of a tally of the same questions returned.
   *
   * @throws IllegalArgumentException if it can't be of the same questions
   */
  public void addCounts(long[] counts) {
    if (counts.length != sums.size() * PairedSums.COUNTS) {
      throw new IllegalArgumentException("a tally of other questions");
    }
    for (int i = 0; i < sums.size(); i++) {
      sums.get(i).addCounts(counts, i * PairedSums.COUNTS);
    }
  }

  /** Returns how the answer to a question differs: variant less base. */
  public QuestionDifference difference(int pair) {
    PairedSums sum = sums.get(pair);
    return new QuestionDifference(
        sum.paths(), sum.paired(), sum.above(), sum.below(), sum.difference(), sum.standardError());
  }
}
