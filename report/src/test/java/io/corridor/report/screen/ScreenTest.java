package io.corridor.report.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.report.words.TableColumn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenTest {
  private static final String LONG = "a word ".repeat(40).strip();

  @Test
  void textTakesTheWidthThereIsUpToWhatCanBeRead() {
    assertThat(Screen.PLAIN.wrapped("- ", LONG))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80))
        .first()
        .asString()
        .hasSizeGreaterThan(72)
        .startsWith("- a word");
    assertThat(new Screen(300, false).wrapped("", LONG))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    assertThat(new Screen(50, false).wrapped("", LONG))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(50));
    assertThat(new Screen(3, false).width()).isEqualTo(40);
  }

  @Test
  void tablesTakeAllOfIt() {
    List<TableColumn> columns =
        List.of(column("a".repeat(60), List.of()), column("b".repeat(60), List.of()));
    assertThat(Screen.PLAIN.fits(columns)).isFalse();
    assertThat(new Screen(126, false).fits(columns)).isTrue();
    assertThat(new Screen(125, false).fits(columns)).isFalse();
  }

  @Test
  void whatDoesNotFitGoesOnBelow() {
    List<String> lines = new ArrayList<>();
    List<TableColumn> columns = new ArrayList<>(List.of(column("", List.of("row"))));
    for (String name : new String[] {"x", "y", "z"}) {
      TableColumn column = column(name.repeat(30), List.of("1"));
      Screen.PLAIN.addOrContinue(lines, columns, 1, List.of(column));
    }
    lines.addAll(Screen.PLAIN.table(columns));
    assertThat(lines)
        .containsExactly(
            "       " + "x".repeat(30) + "  " + "y".repeat(30),
            "  row  1" + " ".repeat(31) + "1",
            "",
            "       " + "z".repeat(30),
            "  row  1");
  }

  @Test
  void coloursStandOnlyWhereTheyAreUnderstood() {
    Screen colours = new Screen(80, true);
    assertThat(Screen.PLAIN.title("Title")).containsExactly("Title");
    assertThat(colours.title("Title")).containsExactly("\u001b[1mTitle\u001b[0m");
    assertThat(colours.aside("made")).containsExactly("\u001b[2mmade\u001b[0m");
    assertThat(Screen.PLAIN.shaded("12 % ░░  30 % ██")).isEqualTo("12 % ░░  30 % ██");
    assertThat(colours.shaded("12 % ░░  30 % ██"))
        .isEqualTo("12 % \u001b[38;5;153m░░\u001b[0m  30 % \u001b[38;5;33m██\u001b[0m");
  }

  private static TableColumn column(String head, List<String> cells) {
    return TableColumn.text(head, cells, cell -> cell);
  }
}
