package io.corridor.internal.question;

import io.corridor.internal.block.Block;
import io.corridor.internal.numeric.Replications;
import io.corridor.projection.Answer;
import java.time.YearMonth;
import java.util.List;

/**
 * What is counted of all questions of a scenario.
 *
 * <p>Not for use by several threads.
 */
public final class Tally {
  private final List<Inquiry> inquiries;
  private final List<Counts> counts;

  private Tally(List<Inquiry> inquiries, int months, Replications replications) {
    this.inquiries = inquiries;
    this.counts =
        inquiries.stream()
            .map(inquiry -> new Counts(inquiry.watch(), months, replications))
            .toList();
  }

  /** Returns the tally of no paths, which are independent of each other. */
  public static Tally of(List<Inquiry> inquiries, int months) {
    return of(inquiries, months, Replications.NONE);
  }

  /**
   * Returns the tally of no paths.
   *
   * @param inquiries the questions
   * @param months how many there are
   * @param replications which the paths are dealt out to
   */
  public static Tally of(List<Inquiry> inquiries, int months, Replications replications) {
    return new Tally(inquiries, months, replications);
  }

  /** Adds the paths of a block that has come to its last month. */
  public void add(Block block) {
    for (int q = 0; q < inquiries.size(); q++) {
      Inquiry inquiry = inquiries.get(q);
      int[] state = block.of(inquiry.state());
      for (int p = 0; p < block.paths(); p++) {
        if (inquiry.counts(inquiries, block, p)) {
          counts.get(q).add(state[p], block.firstPath() + p);
        }
      }
    }
  }

  /**
   * Adds some paths of a block that has come to its last month.
   *
   * @param chosen places of the paths
   * @param count how many these are
   */
  public void add(Block block, int[] chosen, int count) {
    for (int q = 0; q < inquiries.size(); q++) {
      Inquiry inquiry = inquiries.get(q);
      int[] state = block.of(inquiry.state());
      for (int i = 0; i < count; i++) {
        int p = chosen[i];
        if (inquiry.counts(inquiries, block, p)) {
          counts.get(q).add(state[p], block.firstPath() + p);
        }
      }
    }
  }

  /** Adds another tally of the same questions. */
  public void merge(Tally other) {
    addCounts(other.counts());
  }

  /** Returns the counts, to be read by {@link #addCounts}. */
  public long[] counts() {
    return counts.stream().flatMapToLong(Counts::all).toArray();
  }

  /**
   * Adds what {@link #counts} of a tally of the same questions returned.
   *
   * @throws IllegalArgumentException if it can't be of the same questions
   */
  public void addCounts(long[] added) {
    if (added.length != counts().length) {
      throw new IllegalArgumentException("a tally of other questions");
    }
    int next = 0;
    for (Counts one : counts) {
      next = one.addAll(added, next);
    }
  }

  /**
   * Returns the answer to a question.
   *
   * @param question its place
   * @param start month 0
   * @param percentiles those asked for
   */
  public Answer answer(int question, YearMonth start, List<Double> percentiles) {
    return inquiries.get(question).watch().answer(counts.get(question), start, percentiles);
  }
}
