package io.corridor.model;

import com.google.common.collect.ImmutableSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What ids, and the names of regimes, may look like. */
public final class Ids {

  /** A letter, then letters, digits, underscores and hyphens: a regular expression. */
  public static final String PATTERN = "[A-Za-z][A-Za-z0-9_-]*";

  /**
   * Words that are no ids, because a mapping with such a key is a distribution or a reference, in
   * the order of the format's documentation.
   */
  public static final Set<String> RESERVED =
      ImmutableSet.of(
          "uniform",
          "triangular",
          "pert",
          "normal",
          "lognormal",
          "beta",
          "choice",
          "quantiles",
          "draw",
          "parameter");

  /** Ids stand in every row of a table. */
  private static final int LONGEST = 200;

  private static final Pattern ID = Pattern.compile(PATTERN);

  private Ids() {}

  /** Returns whether {@code word} is well formed and not reserved. */
  public static boolean isId(String word) {
    return isWellFormed(word) && !RESERVED.contains(word);
  }

  /** Returns whether {@code word} matches {@link #PATTERN} and has at most 200 letters. */
  static boolean isWellFormed(String word) {
    return word.length() <= LONGEST && ID.matcher(word).matches();
  }
}
