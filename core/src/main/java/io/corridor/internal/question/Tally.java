package io.corridor.internal.question;

import io.corridor.internal.block.Block;
import io.corridor.internal.numeric.Rank;
import io.corridor.internal.numeric.Replications;
import io.corridor.internal.question.Inquiry.Kind;
import io.corridor.projection.Answer;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;

/**
 * How often the questions came true, and on which paths first: counts and smallest numbers, which
 * add up the same in any order.
 *
 * <p>Not for use by several threads.
 */
public final class Tally {
  private final List<Inquiry> inquiries;
  private final Replications replications;
  private final long[] paths;
  private final long[] hits;
  private final long[][] byMonth;
  private final FirstPaths[] firstPaths;

  /** Of each replication, the paths that count and the sum of what they say, hits or months. */
  private final long[][] replicatedPaths;

  private final long[][] replicatedSums;

  private Tally(List<Inquiry> inquiries, int months, Replications replications) {
    this.inquiries = inquiries;
    this.replications = replications;
    this.replicatedPaths = new long[inquiries.size()][replications.count()];
    this.replicatedSums = new long[inquiries.size()][replications.count()];
    this.paths = new long[inquiries.size()];
    this.hits = new long[inquiries.size()];
    this.byMonth = new long[inquiries.size()][];
    this.firstPaths = new FirstPaths[inquiries.size()];
    for (int q = 0; q < byMonth.length; q++) {
      byMonth[q] = new long[inquiries.get(q).kind() == Kind.FAILURES ? 0 : months + 1];
      firstPaths[q] = new FirstPaths();
    }
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
    for (int q = 0; q < paths.length; q++) {
      Inquiry inquiry = inquiries.get(q);
      int[] state = block.of(inquiry.state());
      for (int p = 0; p < block.paths(); p++) {
        if (counts(inquiries, inquiry, block, p)) {
          add(q, inquiry.kind(), state[p], block.firstPath() + p);
        }
      }
    }
    if (!replications.isNone()) {
      addReplicated(block);
    }
  }

  private void addReplicated(Block block) {
    for (int q = 0; q < paths.length; q++) {
      Inquiry inquiry = inquiries.get(q);
      int[] state = block.of(inquiry.state());
      for (int p = 0; p < block.paths(); p++) {
        if (counts(inquiries, inquiry, block, p)) {
          int replication = replications.ofPath(block.firstPath() + p);
          replicatedPaths[q][replication]++;
          replicatedSums[q][replication] += inquiry.kind().value(state[p]);
        }
      }
    }
  }

  /** Whether path {@code p} counts for {@code inquiry}, one of {@code inquiries}. */
  public static boolean counts(List<Inquiry> inquiries, Inquiry inquiry, Block block, int p) {
    List<Inquiry.Given> given = inquiry.given();
    for (int i = 0; i < given.size(); i++) {
      Inquiry other = inquiries.get(given.get(i).question());
      if (other.kind().isTrue(block.of(other.state())[p]) != given.get(i).holds()) {
        return false;
      }
    }
    return true;
  }

  private void add(int q, Kind kind, int state, long path) {
    paths[q]++;
    if (kind == Kind.COUNT) {
      byMonth[q][state]++;
    } else if (kind.isTrue(state)) {
      hits[q]++;
      firstPaths[q].add(path);
      if (kind == Kind.FIRST_MONTH) {
        byMonth[q][state]++;
      }
    }
  }

  /** Adds another tally of the same questions. */
  public void merge(Tally other) {
    addCounts(other.counts());
  }

  /**
   * Returns the counts, to be read by {@link #addCounts}: for each question paths, hits, months,
   * first paths, paths and sums by replication.
   */
  public long[] counts() {
    LongStream.Builder all = LongStream.builder();
    for (int q = 0; q < paths.length; q++) {
      all.add(paths[q]).add(hits[q]);
      for (long count : byMonth[q]) {
        all.add(count);
      }
      for (int place = 0; place < FirstPaths.MOST; place++) {
        all.add(firstPaths[q].get(place));
      }
      for (int r = 0; r < replications.count(); r++) {
        all.add(replicatedPaths[q][r]).add(replicatedSums[q][r]);
      }
    }
    return all.build().toArray();
  }

  /**
   * Adds what {@link #counts} of a tally of the same questions returned.
   *
   * @throws IllegalArgumentException if it can't be of the same questions
   */
  public void addCounts(long[] counts) {
    if (counts.length != counts().length) {
      throw new IllegalArgumentException("a tally of other questions");
    }
    int i = 0;
    for (int q = 0; q < paths.length; q++) {
      paths[q] += counts[i++];
      hits[q] += counts[i++];
      for (int t = 0; t < byMonth[q].length; t++) {
        byMonth[q][t] += counts[i++];
      }
      for (int place = 0; place < FirstPaths.MOST; place++) {
        firstPaths[q].add(counts[i++]);
      }
      for (int r = 0; r < replications.count(); r++) {
        replicatedPaths[q][r] += counts[i++];
        replicatedSums[q][r] += counts[i++];
      }
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
    long[] counts = byMonth[question];
    if (inquiries.get(question).kind() == Kind.COUNT) {
      return count(paths[question], counts, error(question), percentiles);
    }
    List<Answer.FirstMonth> first = new ArrayList<>();
    if (counts.length > 0 && hits[question] > 0) {
      for (double percentile : percentiles) {
        first.add(
            new Answer.FirstMonth(
                percentile, start.plusMonths(place(counts, hits[question], percentile))));
      }
    }
    List<Long> hitsByMonth = new ArrayList<>();
    for (int t = 0; t < counts.length - 1; t++) {
      hitsByMonth.add(counts[t]);
    }
    return new Answer.Probability(
        paths[question],
        hits[question],
        hitsByMonth,
        first,
        firstPaths[question].list(),
        error(question));
  }

  /**
   * Returns the standard error that replications show; empty without them, without paths, or if all
   * replications say the same.
   */
  private OptionalDouble error(int question) {
    if (replications.isNone() || paths[question] == 0) {
      return OptionalDouble.empty();
    }
    double error =
        Replications.standardError(
            Replications.deviations(replicatedSums[question], replicatedPaths[question]));
    return error > 0 ? OptionalDouble.of(error) : OptionalDouble.empty();
  }

  /**
   * Returns the smallest index by which at least {@code percentile} per cent of {@code n} are in.
   */
  private static int place(long[] counts, long n, double percentile) {
    long rank = Rank.of(percentile, n);
    long seen = counts[0];
    int i = 0;
    while (seen < rank) {
      seen += counts[++i];
    }
    return i;
  }

  private static Answer.Count count(
      long paths, long[] counts, OptionalDouble error, List<Double> percentiles) {
    if (paths == 0) {
      return new Answer.Count(0, Double.NaN, Double.NaN, List.of());
    }
    double sum = 0;
    for (int k = 0; k < counts.length; k++) {
      sum += (double) k * counts[k];
    }
    double mean = sum / paths;
    double squares = 0;
    for (int k = 0; k < counts.length; k++) {
      squares += (k - mean) * (k - mean) * counts[k];
    }
    double sd = paths == 1 ? 0 : Math.sqrt(squares / (paths - 1));
    List<Answer.Months> months =
        percentiles.stream()
            .map(percentile -> new Answer.Months(percentile, place(counts, paths, percentile)))
            .toList();
    return new Answer.Count(paths, mean, sd, months, LongStream.of(counts).boxed().toList(), error);
  }
}
