package io.corridor.report.internal.page;

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
   * @param key that stands there; may be empty
   * @param text of the remark
   * @param grade in one word
   */
  record Item(int line, int about, String key, String text, String grade) {}

  /** Returns what the file says of its lines, by their number. */
  Map<Integer, Item> byLine() {
    Map<Integer, Item> byLine = new HashMap<>();
    grades.forEach(grade -> grade.items().forEach(item -> byLine.put(item.about(), item)));
    return byLine;
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
    List<String> lines = text.lines().toList();
    int begin = lines.indexOf("corridor: 1");
    StringBuilder remark = new StringBuilder();
    String key = "";
    for (int i = Math.max(0, begin); i < lines.size(); i++) {
      String line = lines.get(i);
      int hash = comment(line);
      String content = (hash < 0 ? line : line.substring(0, hash)).strip();
      if (!content.isEmpty()) {
        key = content;
      }
      if (hash < 0) {
        remark.setLength(0);
        continue;
      }
      if (!content.isEmpty()) {
        remark.setLength(0);
      }
      remark.append(remark.length() == 0 ? "" : " ").append(line.substring(hash + 1).strip());
      int about = content.isEmpty() ? next(lines, i) : i;
      take(remark, i + 1, about + 1, content.isEmpty() ? content(lines, about) : key, items);
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
  private static void take(
      StringBuilder remark, int line, int about, String key, Map<String, List<Item>> items) {
    Matcher grade = GRADE.matcher(remark);
    int taken = 0;
    while (grade.find()) {
      String said = remark.substring(taken, grade.start()).strip().replaceFirst("^[.,;:] *", "");
      List<Item> ofGrade = items.getOrDefault(grade.group(1), List.of());
      ofGrade.add(new Item(line, about, key(key), said + grade.group(2), grade.group(1)));
      taken = grade.end();
    }
    if (taken > 0) {
      remark.delete(0, taken);
    }
  }

  private static String key(String content) {
    int colon = content.indexOf(':');
    return colon < 0 ? "" : content.substring(0, colon).replaceFirst("^- *\\{?", "");
  }

  /** The first line with content after a comment that has its lines to itself. */
  private static int next(List<String> lines, int from) {
    int next = from + 1;
    while (next < lines.size() && lines.get(next).strip().matches("|#.*")) {
      next++;
    }
    return next;
  }

  private static String content(List<String> lines, int line) {
    return line < lines.size() ? lines.get(line).strip() : "";
  }

  /** Returns where a comment begins, outside of quotes; −1 without one. */
  private static int comment(String line) {
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      if (c == '#' && !quoted && (i == 0 || Character.isWhitespace(line.charAt(i - 1)))) {
        return i;
      }
    }
    return -1;
  }
}
