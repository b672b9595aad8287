package io.corridor.scenarios;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a scenario's file says of how sure a number is: a comment that ends in a grade in brackets,
 * such as {@code # Brent, EIA, as of 2019-02 [measured]}. A comment of several lines is one; of one
 * with several grades each ends a remark.
 *
 * @param line that the grade stands in, counted from 1
 * @param about the line that it is about: its own, or the next that has more than a comment
 * @param key path of what stands there; may be empty
 * @param text what is said, and what stands behind the grade in its brackets
 * @param grade in one word
 * @param asOf the month as of which it is known, if that is said
 */
public record Remark(
    int line, int about, String key, String text, String grade, Optional<YearMonth> asOf) {
  private static final Pattern GRADE =
      Pattern.compile("\\[(judged|memory|derived|file|measured)\\b([^\\]]*)\\]");

  private static final Pattern AS_OF = Pattern.compile("\\bas of (\\d{4}-(?:0[1-9]|1[0-2]))\\b");

  /** Returns the remarks of a file, in order; none where it grades nothing. */
  public static List<Remark> of(String text) {
    List<Remark> remarks = new ArrayList<>();
    StringBuilder said = new StringBuilder();
    int last = 0;
    for (Comment comment : Comment.of(text)) {
      if (comment.isBehind() || comment.line() > last + 1) {
        said.setLength(0);
      }
      said.append(said.length() == 0 ? "" : " ").append(comment.text());
      take(said, comment, remarks);
      last = comment.line();
    }
    return remarks;
  }

  /** Takes what ends in a grade; what follows it is a remark of its own. */
  private static void take(StringBuilder said, Comment comment, List<Remark> remarks) {
    Matcher grade = GRADE.matcher(said);
    int taken = 0;
    while (grade.find()) {
      String words = said.substring(taken, grade.start()).strip().replaceFirst("^[.,;:] *", "");
      remarks.add(
          new Remark(
              comment.line(),
              comment.about(),
              comment.key(),
              words + grade.group(2),
              grade.group(1),
              asOf(words + grade.group(2))));
      taken = grade.end();
    }
    if (taken > 0) {
      said.delete(0, taken);
    }
  }

  private static Optional<YearMonth> asOf(String words) {
    Matcher month = AS_OF.matcher(words);
    return month.find() ? Optional.of(YearMonth.parse(month.group(1))) : Optional.empty();
  }
}
