package io.corridor.report.internal.page;

import io.corridor.report.words.CauseWords;
import io.corridor.report.words.Sentences;
import io.corridor.scenarios.Remark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a scenario's file says of how sure its numbers are, in brackets at the end of a comment:
 * {@code [judged]}, {@code [file]}. By these grades, as the file has them.
 *
 * @param grades the least sure first
 */
record Assumptions(List<Grade> grades) {
  private static final Map<String, String> TITLES = titles();

  /**
   * Numbers of one grade.
   *
   * @param title that says what it means, and how many there are
   * @param items what the file says of each
   */
  record Grade(String title, List<Item> items) {}

  /** A remark of the file. */
  record Item(int line, int about, String key, String text, String grade) {
    private Item(Remark remark) {
      this(remark.line(), remark.about(), remark.key(), remark.text(), remark.grade());
    }

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
    for (Remark remark : Remark.of(text)) {
      items.getOrDefault(remark.grade(), new ArrayList<>()).add(new Item(remark));
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
}
