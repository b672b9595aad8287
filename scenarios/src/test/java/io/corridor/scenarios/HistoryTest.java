package io.corridor.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.corridor.model.Driver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Histories of bootstrap drivers, from CSV files. */
class HistoryTest {
  private static final String YAML =
      Minimal.replacing(
          "{kind: gbm, start: 50, volatility: 0.3, unit: USD/bbl}",
          "{kind: bootstrap, start: 50, file: oil.csv, column: price, block: 6}");

  @TempDir Path folder;

  private List<Double> history(String csv) throws IOException {
    Files.writeString(folder.resolve("oil.csv"), csv);
    return read(YAML);
  }

  private List<Double> read(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("x.yaml"), yaml);
    return ((Driver.Bootstrap) ScenarioReader.create().read(file).scenario().drivers().get("oil"))
        .history();
  }

  private FileProblem problem(String yaml) {
    ScenarioFileException exception =
        catchThrowableOfType(ScenarioFileException.class, () -> read(yaml));
    assertThat(exception).as("the scenario is refused").isNotNull();
    assertThat(exception.problems()).as("%s", exception.problems()).hasSize(1);
    return exception.problems().get(0);
  }

  @Test
  void readsOneColumn() throws IOException {
    assertThat(history("month,price\n2019-01,50.5\n2019-02,51\n")).containsExactly(50.5, 51.0);
    assertThat(history("price\n1\n2\n3")).containsExactly(1.0, 2.0, 3.0);
    assertThat(history("\uFEFFprice , \"other, one\"\r\n 1 ,2\r\n\"2\",3\r\n"))
        .containsExactly(1.0, 2.0);
    assertThat(history("price\r1\r2\n3\r")).containsExactly(1.0, 2.0, 3.0);
  }

  /** A history is read as data are: whatever separates cells, below what stands above the names. */
  @Test
  void readsWhatSpreadsheetsWrite() throws IOException {
    assertThat(history("Monat;price\r\n2019-01;50,5\r\n2019-02;51\r\n"))
        .containsExactly(50.5, 51.0);
    assertThat(history("month\tprice\n2019-01\t50.5\n2019-02\t51\n")).containsExactly(50.5, 51.0);
    assertThat(history("# by the statistical office\nPrices of oil\nmonth,price\n1,2\n3,4\n"))
        .containsExactly(2.0, 4.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "price\\n1\\n\\n2\\n | line 3 of oil.csv: price must be a number above 0; found nothing",
        "a,price\\n1,1\\n2\\n | line 3 of oil.csv: price must be a number above 0; found nothing",
        "price\\n1\\n2\\n0\\n | line 4 of oil.csv: price must be a number above 0; found '0'",
        "price\\n-1\\n2\\n | line 2 of oil.csv: price must be a number above 0; found '-1'",
        "price\\nNaN\\n2\\n | line 2 of oil.csv: price must be a number above 0; found 'NaN'",
        "price\\n1\\n1e999 | line 3 of oil.csv: price must be a number above 0; found '1e999'",
        "price\\n1\\n2 USD | line 3 of oil.csv: price must be a number above 0; found '2 USD'",
        "prize\\n1\\n2\\n | line 1 of oil.csv names no column 'price'; did you mean 'prize'?",
        "price\\n1\\n | column 'price' of oil.csv has 1 values; at least two are needed",
        "'' | line 1 of oil.csv names no column 'price'",
        "price\\n\"1\\n2\\n | of oil.csv is not CSV: ",
        "price\\r1\\r2\\rx\\r | line 4 of oil.csv: price must be a number above 0; found 'x'",
      })
  void mistakesAreToldWithTheirLine(String csv, String words) throws IOException {
    Files.writeString(folder.resolve("oil.csv"), csv.replace("\\n", "\n").replace("\\r", "\r"));

    FileProblem problem = problem(YAML);
    assertThat(problem.key()).isEqualTo("drivers.oil.file");
    assertThat(problem.message()).contains(words).doesNotContain("tools.jackson");
    assertThat(problem).extracting(FileProblem::line, FileProblem::column).containsExactly(8, 43);
  }

  @Test
  void allMistakesOfAFileAreTold() throws IOException {
    Files.writeString(folder.resolve("oil.csv"), "note,price\n\"two\nlines\",1\na,x\nb,2\nc,0");

    ScenarioFileException exception =
        catchThrowableOfType(ScenarioFileException.class, () -> read(YAML));

    assertThat(exception.problems())
        .extracting(FileProblem::message)
        .containsExactly(
            "line 4 of oil.csv: price must be a number above 0; found 'x'",
            "line 6 of oil.csv: price must be a number above 0; found '0'");
  }

  @ParameterizedTest
  @CsvSource({
    "../oil.csv, leaves the folder",
    "/etc/hosts, leaves the folder",
    "missing.csv, there is no file 'missing.csv' in the folder",
    "deep, is a folder; must be a file"
  })
  void theFileStaysInTheFolder(String path, String words) throws IOException {
    Files.createDirectories(folder.resolve("deep"));

    assertThat(problem(YAML.replace("oil.csv", path)).message()).contains(words);
  }

  @Test
  void otherEncodingsAreRefused() throws IOException {
    Files.write(
        folder.resolve("oil.csv"), "price\n1\n\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(problem(YAML).message())
        .isEqualTo("line 3 of oil.csv: byte 0xE9 is not UTF-8; save the file as UTF-8");
  }

  @Test
  void theHistoryOfAnExtendedFileLiesBesideThatFile() throws IOException {
    Files.createDirectories(folder.resolve("deep"));
    Files.writeString(folder.resolve("deep/oil.csv"), "price\n1\n2\n");
    Files.writeString(folder.resolve("deep/base.yaml"), YAML);

    assertThat(read("extends: deep/base.yaml\n")).containsExactly(1.0, 2.0);
  }
}
