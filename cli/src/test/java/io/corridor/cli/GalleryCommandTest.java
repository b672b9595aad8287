package io.corridor.cli;

import static io.corridor.cli.CommandLines.corridor;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.cli.CommandLines.Outcome;
import io.corridor.scenarios.ScenarioTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code gallery}. */
class GalleryCommandTest {
  @TempDir private Path folder;
  private Path mine;

  @BeforeEach
  void write() throws IOException {
    mine = Files.writeString(folder.resolve("mine.yaml"), ScenarioTemplate.text());
  }

  private Outcome gallery(String... more) {
    Stream<String> line =
        Stream.of("gallery", site().toString(), "--paths", "300", "--no-why", "--no-backtest");
    return corridor(Stream.concat(line, Stream.of(more)).toArray(String[]::new));
  }

  private Path site() {
    return folder.resolve("site");
  }

  private JsonNode json() throws IOException {
    return JsonMapper.shared().readTree(Files.readString(site().resolve("gallery.json")));
  }

  @Test
  void eachHasAFolderAsRunWritesIt() throws IOException {
    Outcome made = gallery("yardstick", mine.toString(), "--no-live");
    assertThat(made.err()).isEmpty();
    assertThat(made.status()).isZero();
    assertThat(made.out())
        .contains("Written to " + site() + ": gallery.json, questions.html, index.html");
    Path run = folder.resolve("run");
    corridor(
        "run", "yardstick", "--paths", "300", "--no-why", "--no-live", "--out", run.toString());
    for (String file : List.of("series.csv", "series.parquet")) {
      assertThat(site().resolve("yardstick").resolve(file))
          .hasSameBinaryContentAs(run.resolve(file));
    }
    assertThat(json().at("/corridors").propertyNames()).containsExactly("yardstick", "mine");
    assertThat(Files.readString(site().resolve("index.html")))
        .contains("href=\"mine/report.html\"");
    assertThat(site().resolve("model.js")).doesNotExist();
  }

  /** What was said is the run's own answer, and its score follows from that. */
  @Test
  void whatCameIsToldWhereAFileSaysSo() throws IOException {
    String question = "question.reaches-6bn";
    assertThat(ScenarioTemplate.text()).contains("reaches-6bn");
    Files.writeString(
        folder.resolve("mine.actuals.csv"), "metric,period,value\n" + question + ",,1\n");
    assertThat(gallery(mine.toString()).out()).contains("settled: Brier score");
    double said = json().at("/corridors/mine/settled/reaches-6bn/said").asDouble();
    JsonNode result =
        JsonMapper.shared().readTree(Files.readString(site().resolve("mine/result.json")));
    assertThat(said).isEqualTo(result.at("/questions/reaches-6bn/probability").asDouble());
    assertThat(json().at("/settled/brier").asDouble()).isEqualTo((said - 1) * (said - 1));
  }

  @Test
  void whatCameMustBeAboutItsQuestions() throws IOException {
    Files.writeString(
        folder.resolve("mine.actuals.csv"), "metric,period,value\nquestion.other,,1\n");
    Outcome wrong = gallery(mine.toString());
    assertThat(wrong.status()).isEqualTo(ExitStatus.WRONG);
    assertThat(wrong.err()).contains("the scenario has no question 'other'");
    assertThat(site().resolve("index.html")).doesNotExist();
  }

  @Test
  void resultsAreReplacedOnlyIfThatIsSaid() throws IOException {
    assertThat(gallery("yardstick").status()).isZero();
    Outcome again = gallery("yardstick");
    assertThat(again.status()).isEqualTo(ExitStatus.WRONG);
    assertThat(again.err()).contains(site() + " holds the results of another run", "--overwrite");
    Files.writeString(site().resolve("index.html"), "old");
    assertThat(gallery("yardstick", "--overwrite").status()).isZero();
    assertThat(Files.readString(site().resolve("index.html"))).contains("Yardstick");
  }

  /** A page of somebody's own is nobody else's to replace, nor to remove. */
  @Test
  void aPageOfOnesOwnStays() throws IOException {
    Files.createDirectories(site());
    Files.writeString(site().resolve("index.html"), "my own");
    Outcome refused = gallery("yardstick");
    assertThat(refused.err()).contains("holds a index.html, which would be replaced");
    String out = site().toString();
    corridor("run", "yardstick", "--paths", "50", "--no-live", "--out", out, "--overwrite");
    assertThat(site().resolve("index.html")).hasContent("my own");
  }

  @Test
  void foldersHaveNamesOfTheirOwn() throws IOException {
    Path other = Files.createDirectories(folder.resolve("other")).resolve("mine.yml");
    Files.copy(mine, other);
    assertThat(gallery(mine.toString(), other.toString()).err())
        .contains("two files are called mine");
    assertThat(gallery("yardstick", "yardstick").err()).contains("'yardstick' is named twice");
  }
}
