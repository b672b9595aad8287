package io.corridor.web.internal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.scenarios.internal.csv.CsvCell;
import io.corridor.scenarios.internal.csv.CsvText;
import io.corridor.scenarios.internal.csv.NotCsvException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The page's reader of CSV gives what the library's gives: cells and their places, and refusals.
 */
class CsvTextTest {
  private static final String[] PIECES = {
    "a",
    "1.5",
    "-2",
    "b c",
    " ",
    "  ",
    "\t",
    ",",
    ",",
    ",",
    ";",
    "\n",
    "\n",
    "\r\n",
    "\r",
    "\"",
    "\"\"",
    "\"x\"",
    "\"y, z\"",
    "\"p\nq\"",
    "#",
    "é",
    "\\"
  };

  private interface Reader {
    List<List<CsvCell>> rows(String text, char separator, boolean isSparse) throws NotCsvException;
  }

  private static Object read(Reader reader, String text, char separator, boolean isSparse) {
    try {
      return reader.rows(text, separator, isSparse).stream()
          .map(row -> row.stream().map(CsvTextTest::placed).toList())
          .toList();
    } catch (NotCsvException e) {
      return "refused";
    }
  }

  /** An empty cell's place is told roughly by the library; nobody is ever pointed there. */
  private static Object placed(CsvCell cell) {
    return cell.text().isEmpty() ? "" : cell;
  }

  @Test
  void readsWhatTheLibraryReads() {
    SplittableRandom random = new SplittableRandom(20_261_126);
    int refused = 0;
    for (int n = 0; n < 30_000; n++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(14); i >= 0; i--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      char separator = ",;\t".charAt(random.nextInt(3));
      boolean isSparse = random.nextBoolean();
      Object library = read(CsvText::rows, text.toString(), separator, isSparse);
      Object ours =
          read(
              io.corridor.web.internal.browser.ours.io.corridor.scenarios.internal.csv.CsvText
                  ::rows,
              text.toString(),
              separator,
              isSparse);
      assertThat(ours).as("'%s' %s, sparse %s", text, (int) separator, isSparse).isEqualTo(library);
      refused += ours.equals("refused") ? 1 : 0;
    }
    assertThat(refused).isBetween(3_000, 27_000);
  }
}
