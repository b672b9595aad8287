package io.corridor.model;

import com.google.common.collect.Streams;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the word that was probably meant by one that doesn't exist.
 *
 * <p>Closeness is the number of letters put in, left out, changed or swapped with their neighbour
 * (optimal string alignment distance), case aside. Close is a third of the word's letters, at least
 * one, at most three.
 */
public final class Nearest {
  /** Longer words are compared with nothing: nobody mistypes a word of a hundred letters. */
  private static final int LONGEST = 100;

  private static final int FARTHEST = 3;

  /** So many are named. */
  private static final int MOST = 3;

  private Nearest() {}

  /** Returns the first of the {@code words} closest to {@code word}, if any of them is close. */
  public static Optional<String> to(String word, Iterable<String> words) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    String wanted = word.toLowerCase(Locale.ROOT);
    int limit = Math.max(1, Math.min(FARTHEST, word.length() / 3));
    String nearest = null;
    for (String candidate : words) {
      int distance = distance(wanted, candidate, limit);
      if (distance <= limit) {
        nearest = candidate;
        limit = distance - 1;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /**
   * Returns {@code "; did you mean 'brent'?"}, or nothing if none of the {@code words} is close. Of
   * a word that is but a part of some between points, such as {@code electricity.imports}, a few of
   * these.
   */
  public static String hint(String word, Iterable<String> words) {
    List<String> near = to(word, words).map(List::of).orElseGet(() -> containing(word, words));
    return near.isEmpty()
        ? ""
        : "; did you mean "
            + near.stream().map(Wording::quote).collect(Collectors.joining(" or "))
            + "?";
  }

  private static List<String> containing(String word, Iterable<String> words) {
    String wanted = "." + word.toLowerCase(Locale.ROOT) + ".";
    return Streams.stream(words)
        .filter(candidate -> ("." + candidate.toLowerCase(Locale.ROOT) + ".").contains(wanted))
        .limit(MOST)
        .toList();
  }

  /** Returns the distance, or anything above {@code limit} where it is above that. */
  private static int distance(String wanted, String candidate, int limit) {
    if (Math.abs(wanted.length() - candidate.length()) > limit) {
      return limit + 1;
    }
    return distance(wanted.toCharArray(), candidate.toLowerCase(Locale.ROOT).toCharArray(), limit);
  }

  /** Row by row, keeping two rows: a swap looks back by two letters. */
  private static int distance(char[] a, char[] b, int limit) {
    int[] twoBefore = new int[b.length + 1];
    int[] before = new int[b.length + 1];
    int[] row = new int[b.length + 1];
    for (int j = 0; j <= b.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length; i++) {
      int[] free = twoBefore;
      twoBefore = before;
      before = row;
      row = free;
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length; j++) {
        int change = before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(before[j], row[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
          row[j] = Math.min(row[j], 1 + twoBefore[j - 2]);
        }
        least = Math.min(least, row[j]);
      }
      if (least > limit) {
        return limit + 1;
      }
    }
    return row[b.length];
  }
}
