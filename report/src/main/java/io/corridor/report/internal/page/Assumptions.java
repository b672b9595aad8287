package io.corridor.report.internal.page;

import io.corridor.report.words.CauseWords;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a scenario's file says of how sure its numbers are, in brackets at the end of a comment:
 * {@code [judged]}, {@code [file]}. By these grades, as the file has them.
 *
 * @param grades the least sure first
 */
record Assumptions(List<Grade> grades) {
  private static final Pattern GRADE =
      Pattern.compile("\\[(judged|memory|derived|file|measured)\\b([^\\]]*)\\]");

  private static final Pattern KEY = Pattern.compile("( *)([A-Za-z0-9][\\w-]*):(?: |$)");

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
    private Block.Item shown(CauseWords words) {
      String about = key.isEmpty() ? "" : Run.capitalised(words.key(key));
      return new Block.Item(about, text, "line " + line);
    }
  }

  /** Returns what the file says of its lines, by their number. */
  Map<Integer, Item> byLine() {
    Map<Integer, Item> byLine = new HashMap<>();
    grades.forEach(grade -> grade.items().forEach(item -> byLine.put(item.about(), item)));
    return byLine;
  }

  /** Returns the grades, each behind its title, with keys in words. */
  List<Block> blocks(CauseWords words) {
    List<Block> blocks = new ArrayList<>();
    for (Grade grade : grades) {
      List<Block.Item> items = grade.items().stream().map(item -> item.shown(words)).toList();
      blocks.add(
          new Block(
              blocks.isEmpty() ? "Assumptions by how sure they are" : "",
              grade.title(),
              "",
              List.of(new Block.Items(items))));
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
    List<String> lines = text.lines().toList();
    int begin = lines.indexOf("corridor: 1");
    List<String> keys = keys(lines);
    StringBuilder remark = new StringBuilder();
    for (int i = Math.max(0, begin); i < lines.size(); i++) {
      String line = lines.get(i);
      int hash = comment(line);
      String content = (hash < 0 ? line : line.substring(0, hash)).strip();
      if (hash < 0) {
        remark.setLength(0);
        continue;
      }
      if (!content.isEmpty()) {
        remark.setLength(0);
      }
      remark.append(remark.length() == 0 ? "" : " ").append(line.substring(hash + 1).strip());
      int about = content.isEmpty() ? next(lines, i) : i;
      take(remark, i + 1, about + 1, about < keys.size() ? keys.get(about) : "", items);
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
      ofGrade.add(new Item(line, about, key, said + grade.group(2), grade.group(1)));
      taken = grade.end();
    }
    if (taken > 0) {
      remark.delete(0, taken);
    }
  }

  /** Returns the path of the key that stands in each line, or else in the last that has one. */
  private static List<String> keys(List<String> lines) {
    List<String> keys = new ArrayList<>();
    Deque<Matcher> open = new ArrayDeque<>();
    for (String line : lines) {
      Matcher key = KEY.matcher(line);
      if (key.lookingAt()) {
        while (!open.isEmpty() && open.getLast().end(1) >= key.end(1)) {
          open.removeLast();
        }
        open.addLast(key);
      }
      keys.add(open.stream().map(one -> one.group(2)).collect(Collectors.joining(".")));
    }
    return keys;
  }

  /** The first line with content after a comment that has its lines to itself. */
  private static int next(List<String> lines, int from) {
    int next = from + 1;
    while (next < lines.size() && lines.get(next).strip().matches("|#.*")) {
      next++;
    }
    return next;
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
