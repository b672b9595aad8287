package io.corridor.scenarios.internal.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.scenarios.internal.csv.CsvTable.Cell;
import io.corridor.scenarios.internal.yaml.Folder;
import io.corridor.scenarios.internal.yaml.Position;
import io.corridor.scenarios.internal.yaml.SourceText;
import io.corridor.scenarios.internal.yaml.YamlException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** CSV as spreadsheets write it. */
class CsvTextTest {
  private static final SourceText ORIGIN = SourceText.file("x.csv", Folder.NONE);

  private static Cell cell(String text, int line, int column) {
    return new Cell(text, new Position(ORIGIN, line, column));
  }

  private static List<List<String>> texts(String text, char separator) throws YamlException {
    return CsvText.rows(text, separator, ORIGIN).stream()
        .map(row -> row.stream().map(Cell::text).toList())
        .toList();
  }

  @Test
  void separatorsQuotesAndBlanks() throws YamlException {
    assertThat(texts(" a ,\"b, c\" , \"say \"\"d\"\"\",\r\n,\"\"", ','))
        .containsExactly(List.of("a", "b, c", "say \"d\"", ""), List.of("", ""));
    assertThat(texts("a\t b\"c\t\td\n", '\t')).containsExactly(List.of("a", "b\"c", "", "d"));
    assertThat(texts("a;b\rc", ';')).containsExactly(List.of("a", "b"), List.of("c"));
    assertThat(texts("", ',')).isEmpty();
  }

  @Test
  void cellsKnowTheirPlace() throws YamlException {
    assertThat(CsvText.rows("# none\n\na, \"b\nc\"\n # none\nd,e", ',', ORIGIN))
        .containsExactly(
            List.of(cell("", 2, 1)),
            List.of(cell("a", 3, 1), cell("b\nc", 3, 4)),
            List.of(cell("d", 6, 1), cell("e", 6, 3)));
    assertThat(CsvText.rows("a\r\n\r\nb\n", ',', ORIGIN))
        .containsExactly(
            List.of(cell("a", 1, 1)), List.of(cell("", 2, 1)), List.of(cell("b", 3, 1)));
  }

  @Test
  void mistakesAreRefused() {
    for (String wrong : List.of("a\n\"b\nc", "\"a\"b,c")) {
      assertThatThrownBy(() -> texts(wrong, ','))
          .isInstanceOf(YamlException.class)
          .hasMessageStartingWith("is not CSV: ");
    }
  }
}
