package io.corridor.report.internal.page;

import io.corridor.report.words.CauseWords;
import io.corridor.report.words.Sentences;
import io.corridor.scenarios.Comment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a scenario's file says of how sure its numbers are, in brackets at the end of a comment:
 * {@code [judged]}, {@code [file]}. By these grades, as the file has them.
 *
 * @param grades the least sure first
 */
record Assumptions(List<Grade> grades) {
  private static final Pattern GRADE =
      Pattern.compile("\\[(judged|memory|derived|file|measured)\\b([^\\]]*)\\]");

  private static final Map<String, String> TITLES = titles();

  /**
   * Numbers of one grade.
   *
   * @param title that says what it means, and how many there are
   * @param items what the file says of each
   */
  record Grade(String title, List<Item> items) {}

  /**
   * A remark of the file.
   *
   * @param line of the text
   * @param about the line that it is about: its own, or the next that has more than a remark
   * @param key path of what stands there; may be empty
   * @param text of the remark
   * @param grade in one word
   */
  record Item(int line, int about, String key, String text, String grade) {
    private PageBlock.Item shown(CauseWords words) {
      String about = key.isEmpty() ? "" : Sentences.capitalised(words.key(key));
      return new PageBlock.Item(about, text, "line " + line);
    }
  }

  /** Returns what the file says of its lines, by their number. */
  Map<Integer, Item> byLine() {
    Map<Integer, Item> byLine = new HashMap<>();
    grades.forEach(grade -> grade.items().forEach(item -> byLine.put(item.about(), item)));
    return byLine;
  }

  /** Returns the grades, each behind its title, with keys in words. */
  List<PageBlock> blocks(CauseWords words) {
    List<PageBlock> blocks = new ArrayList<>();
    for (Grade grade : grades) {
      List<PageBlock.Item> items = grade.items().stream().map(item -> item.shown(words)).toList();
      blocks.add(
          new PageBlock(
              blocks.isEmpty() ? "Assumptions by how sure they are" : "",
              grade.title(),
              "",
              List.of(new PageBlock.Items(items))));
    }
    return blocks;
  }

  private static Map<String, String> titles() {
    Map<String, String> titles = new LinkedHashMap<>();
    titles.put("judged", "Judged: an assumption of this scenario");
    titles.put("memory", "Recalled, not checked against a source");
    titles.put("derived", "Derived from published figures");
    titles.put("measured", "Measured: fitted to data");
    titles.put("file", "Read from a published table or page");
    return titles;
  }

  /** Returns the remarks of a file; none where it grades nothing. */
  static Assumptions of(String text) {
    Map<String, List<Item>> items = new LinkedHashMap<>();
    TITLES.keySet().forEach(grade -> items.put(grade, new ArrayList<>()));
    StringBuilder remark = new StringBuilder();
    int last = 0;
    for (Comment comment : Comment.of(text)) {
      if (comment.isBehind() || comment.line() > last + 1) {
        remark.setLength(0);
      }
      remark.append(remark.length() == 0 ? "" : " ").append(comment.text());
      take(remark, comment, items);
      last = comment.line();
    }
    List<Grade> grades = new ArrayList<>();
    items.forEach(
        (grade, found) -> {
          if (!found.isEmpty()) {
            grades.add(new Grade(TITLES.get(grade) + " (" + found.size() + ")", found));
          }
        });
    return new Assumptions(grades);
  }

  /** Takes what ends in a grade; what follows it is a remark of its own. */
  private static void take(StringBuilder remark, Comment comment, Map<String, List<Item>> items) {
    Matcher grade = GRADE.matcher(remark);
    int taken = 0;
    while (grade.find()) {
      String said = remark.substring(taken, grade.start()).strip().replaceFirst("^[.,;:] *", "");
      List<Item> ofGrade = items.getOrDefault(grade.group(1), List.of());
      ofGrade.add(
          new Item(
              comment.line(),
              comment.about(),
              comment.key(),
              said + grade.group(2),
              grade.group(1)));
      taken = grade.end();
    }
    if (taken > 0) {
      remark.delete(0, taken);
    }
  }
}
