package io.corridor.internal.question;

import io.corridor.internal.block.Block;
import io.corridor.internal.numeric.Replications;
import io.corridor.projection.QuestionDifference;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

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
  private final Replications replications;

  /** By pair and replication; without replications, of all paths. */
  private final List<List<PairedSums>> sums;

  /**
   * A question that both scenarios ask, or a metric that both report.
   *
   * @param base its place among those of the base
   * @param variant its place among those of the variant
   */
  public record Pair(int base, int variant) {}

  private PairedTally(
      List<Inquiry> base, List<Inquiry> variant, List<Pair> pairs, Replications replications) {
    this.base = base;
    this.variant = variant;
    this.pairs = pairs;
    this.replications = replications;
    int parts = Math.max(1, replications.count());
    this.sums =
        pairs.stream().map(pair -> Stream.generate(PairedSums::new).limit(parts).toList()).toList();
  }

  /**
   * Returns the tally of no paths.
   *
   * @param base all questions of the base
   * @param variant all questions of the variant
   * @param pairs those that are compared
   * @param replications which the paths are dealt out to
   */
  public static PairedTally of(
      List<Inquiry> base, List<Inquiry> variant, List<Pair> pairs, Replications replications) {
    return new PairedTally(
        List.copyOf(base), List.copyOf(variant), List.copyOf(pairs), replications);
  }

  /** Adds the paths of two blocks of the same paths that have come to their last month. */
  public void add(Block baseBlock, Block variantBlock) {
    for (int i = 0; i < pairs.size(); i++) {
      Inquiry ofBase = base.get(pairs.get(i).base());
      Inquiry ofVariant = variant.get(pairs.get(i).variant());
      for (int p = 0; p < baseBlock.paths(); p++) {
        sumOf(i, baseBlock.firstPath() + p)
            .add(
                ofVariant.counts(variant, variantBlock, p),
                ofVariant.value(variantBlock, p),
                ofBase.counts(base, baseBlock, p),
                ofBase.value(baseBlock, p));
      }
    }
  }

  private PairedSums sumOf(int pair, long path) {
    return sums.get(pair).get(replications.isNone() ? 0 : replications.ofPath(path));
  }

  /** Adds another tally of the same questions. */
  public void merge(PairedTally other) {
    addCounts(other.counts());
  }

  /** Returns all sums, to be read by {@link #addCounts}. */
  public long[] counts() {
    return all().flatMapToLong(sum -> LongStream.of(sum.counts())).toArray();
  }

  /**
   * Adds what {@link #counts} of a tally of the same questions returned.
   *
   * @throws IllegalArgumentException if it can't be of the same questions
   */
  public void addCounts(long[] counts) {
    List<PairedSums> all = all().toList();
    if (counts.length != all.size() * PairedSums.COUNTS) {
      throw new IllegalArgumentException("a tally of other questions");
    }
    for (int i = 0; i < all.size(); i++) {
      all.get(i).addCounts(counts, i * PairedSums.COUNTS);
    }
  }

  private Stream<PairedSums> all() {
    return sums.stream().flatMap(List::stream);
  }

  /** Returns how the answer to a question differs: variant less base. */
  public QuestionDifference difference(int pair) {
    List<PairedSums> parts = sums.get(pair);
    PairedSums sum = new PairedSums();
    parts.forEach(sum::merge);
    return new QuestionDifference(
        sum.paths(),
        sum.inBase(),
        sum.inVariant(),
        sum.paired(),
        sum.above(),
        sum.below(),
        sum.difference(),
        error(sum.standardError(), () -> PairedSums.standardError(parts)),
        sum.pairedDifference(),
        error(sum.pairedError(), () -> PairedSums.pairedError(parts)));
  }

  /** Returns the error that replications show; those that all say the same show none. */
  private OptionalDouble error(OptionalDouble ofPaths, Supplier<OptionalDouble> replicated) {
    OptionalDouble shown = replications.isNone() ? OptionalDouble.empty() : replicated.get();
    return shown.orElse(0) > 0 ? shown : ofPaths;
  }
}
