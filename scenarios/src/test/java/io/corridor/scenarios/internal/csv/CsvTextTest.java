package io.corridor.scenarios.internal.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** CSV as spreadsheets write it. */
class CsvTextTest {

  private static List<List<String>> texts(String text, char separator) throws NotCsvException {
    return CsvText.rows(text, separator, true).stream()
        .map(row -> row.stream().map(CsvCell::text).toList())
        .toList();
  }

  @Test
  void separatorsQuotesAndBlanks() throws NotCsvException {
    assertThat(texts(" a ,\"b, c\" , \"say \"\"d\"\"\",\r\n,\"\"", ','))
        .containsExactly(List.of("a", "b, c", "say \"d\"", ""), List.of("", ""));
    assertThat(texts("a\t b\"c\t\td\n", '\t')).containsExactly(List.of("a", "b\"c", "", "d"));
    assertThat(texts("a;b\rc", ';')).containsExactly(List.of("a", "b"), List.of("c"));
    assertThat(texts("", ',')).isEmpty();
  }

  @Test
  void cellsKnowTheirPlace() throws NotCsvException {
    assertThat(CsvText.rows("# none\n\na, \"b\nc\"\nd,e", ',', true))
        .containsExactly(
            List.of(new CsvCell("a", 3, 1), new CsvCell("b\nc", 3, 4)),
            List.of(new CsvCell("d", 5, 1), new CsvCell("e", 5, 3)));
    assertThat(CsvText.rows("a\n\nb\n", ',', false))
        .containsExactly(
            List.of(new CsvCell("a", 1, 1)),
            List.of(new CsvCell("", 2, 1)),
            List.of(new CsvCell("b", 3, 1)));
  }

  @Test
  void mistakesAreRefused() {
    for (String wrong : List.of("a\n\"b\nc", "\"a\"b,c")) {
      assertThatThrownBy(() -> texts(wrong, ','))
          .isInstanceOf(NotCsvException.class)
          .hasMessageStartingWith("is not CSV: ");
    }
  }
}
