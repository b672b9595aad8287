package io.corridor.cli;

import static io.corridor.cli.CommandLines.corridor;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.cli.CommandLines.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

  @Test
  void thePageOfARunIsMadeAgain(@TempDir Path folder) throws IOException {
    String out = folder.resolve("results").toString();
    Outcome run = corridor("run", "us-china-tariffs-2018", "--paths", "200", "--out", out);
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("result.json, series.csv, series.parquet, report.html");
    Path page = Path.of(out, "report.html");
    String first = Files.readString(page);
    assertThat(first.contains("corridor run us-china-tariffs-2018 --paths 200 --seed 1<")).isTrue();
    assertThat(first.contains("truce")).as("the scenario's text").isTrue();
    Files.delete(page);
    Outcome again = corridor("report", out);
    assertThat(again.status()).isZero();
    assertThat(again.out()).isEqualTo("Written: " + page + System.lineSeparator());
    assertThat(Files.readString(page).equals(first)).isTrue();
  }

  @Test
  void aScenariosOwnFileIsShown(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("mine.yaml");
    corridor("init", file.toString());
    Files.writeString(file, Files.readString(file) + "# my own remark <b>\n");
    String out = folder.resolve("results").toString();
    assertThat(corridor("run", file.toString(), "--paths", "50", "--out", out).status()).isZero();
    String page = Files.readString(Path.of(out, "report.html"));
    assertThat(page.contains("# my own remark &lt;b&gt;")).isTrue();
    assertThat(page.contains("corridor run mine.yaml --paths 50")).isTrue();
  }

  @Test
  void whereThereAreNoResultsItSaysSo(@TempDir Path folder) throws IOException {
    Outcome missing = corridor("report", folder.toString());
    assertThat(missing.status()).isEqualTo(1);
    assertThat(missing.err()).contains("there is no " + folder.resolve("result.json"));
    Files.writeString(folder.resolve("result.json"), "[]");
    Outcome wrong = corridor("report", folder.toString());
    assertThat(wrong.status()).isEqualTo(1);
    assertThat(wrong.err()).contains("not a result file of Corridor");
    assertThat(folder.resolve("report.html")).doesNotExist();
  }
}
