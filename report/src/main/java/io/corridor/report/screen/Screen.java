package io.corridor.report.screen;

import io.corridor.report.words.Amounts;
import io.corridor.report.words.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What lines are written on.
 *
 * @param width how many columns it has
 * @param colours whether it understands the escapes of ECMA-48 for bold, faint and coloured text
 */
public record Screen(int width, boolean colours) {

  /** What is known of a screen that nothing is known of: 80 columns, and no colours. */
  public static final Screen PLAIN = new Screen(80, false);

  /** Narrower ones are taken for this wide: no table fits on less. */
  private static final int LEAST_WIDTH = 40;

  /** Longer lines of text are hard to read. */
  private static final int LONGEST_TEXT = 100;

  private static final String ESCAPE = "\u001b[";
  private static final String PLAIN_AGAIN = ESCAPE + "0m";
  private static final Pattern SHADES = Pattern.compile("[░▒▓█]{2}");

  /** A blue for each shade, of the 256 colours: the darker the shade the stronger. */
  private static final int[] BLUES = {153, 111, 69, 33};

  /** Takes very narrow screens for wider. */
  public Screen {
    width = Math.max(width, LEAST_WIDTH);
  }

  /** Breaks a text between words; lines after the first are indented as far as {@code bullet}. */
  List<String> wrapped(String bullet, String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(bullet);
    String indent = " ".repeat(bullet.length());
    boolean empty = true;
    for (String word : text.split(" ")) {
      if (!empty && line.length() + 1 + word.length() > Math.min(width, LONGEST_TEXT)) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString());
    lines.replaceAll(broken -> broken.replace(Amounts.NO_BREAK, ' '));
    return lines;
  }

  /** Returns a title, which may take several lines. */
  List<String> title(String text) {
    return wrapped("", text).stream().map(this::bold).toList();
  }

  /** Returns what matters least, such as how something was made. */
  List<String> aside(String text) {
    return wrapped("", text).stream().map(line -> styled("2", line)).toList();
  }

  /** Returns the lines of a table, its headings first. */
  List<String> table(List<TableColumn> columns) {
    List<String> lines = new ArrayList<>(TextTable.lines(columns));
    lines.set(0, bold(lines.get(0)));
    return lines;
  }

  /** Returns whether a table fits. */
  boolean fits(List<TableColumn> columns) {
    return TextTable.width(columns) <= width;
  }

  /**
   * Adds columns to a table; where they don't fit, the table so far is written and goes on below.
   *
   * @param lines what is written
   * @param columns of the table
   * @param fixed how many of these, from the first, stand in each part
   * @param more the columns to add
   */
  void addOrContinue(
      List<String> lines, List<TableColumn> columns, int fixed, List<TableColumn> more) {
    List<TableColumn> all = new ArrayList<>(columns);
    all.addAll(more);
    if (columns.size() > fixed && !fits(all)) {
      lines.addAll(table(columns));
      lines.add("");
      columns.subList(fixed, columns.size()).clear();
    }
    columns.addAll(more);
  }

  /** Adds the columns that there is room for, and returns the heads of the others. */
  List<String> addFitting(List<TableColumn> columns, List<TableColumn> more) {
    List<String> leftOut = new ArrayList<>();
    for (TableColumn column : more) {
      columns.add(column);
      if (!fits(columns)) {
        columns.remove(columns.size() - 1);
        leftOut.add(column.head());
      }
    }
    return leftOut;
  }

  /** Returns a line whose shades are coloured. */
  String shaded(String line) {
    return colours
        ? SHADES
            .matcher(line)
            .replaceAll(
                shade -> {
                  int strength = "░▒▓█".indexOf(shade.group().charAt(0));
                  return ESCAPE + "38;5;" + BLUES[strength] + 'm' + shade.group() + PLAIN_AGAIN;
                })
        : line;
  }

  private String bold(String line) {
    return styled("1", line);
  }

  private String styled(String style, String line) {
    return colours && !line.isBlank() ? ESCAPE + style + 'm' + line + PLAIN_AGAIN : line;
  }

  /** Says which columns there was no room for; nothing if there was for all. */
  static String leftOut(List<String> columns) {
    return columns.isEmpty() ? "" : "No room for " + String.join(", ", columns) + ": see --out.";
  }
}
