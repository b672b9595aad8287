package io.corridor.report.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.corridor.model.Sample;
import io.corridor.model.Sampling;
import io.corridor.projection.Answer;
import io.corridor.projection.Projection;
import io.corridor.projection.Series;
import io.corridor.report.Examples;
import io.corridor.report.data.ReportData;
import io.corridor.report.data.Source;
import io.corridor.report.files.OutFolder.Kind;
import io.corridor.report.screen.RunSummary;
import io.corridor.report.screen.Screen;
import io.corridor.report.words.Numbers;
import io.corridor.run.Progress;
import io.corridor.scenarios.ScenarioReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ResultFilesTest {
  private final Projection projection = Examples.projection();
  private final ReportData report = ReportData.of(projection, "corridor: 1", Progress.NONE);

  @Test
  void theManifestSaysWhatWasRun() throws IOException {
    Source source =
        new Source(
            "example.yaml", "ab12", Optional.of("no-waiver"), Map.of("flows.goods.growth", "0.05"));
    JsonNode json = parsed(projection, source);
    assertThat(json.propertyNames())
        .containsExactly("corridor", "scenario", "run", "timing", "questions", "metrics");
    assertThat(json.at("/corridor/version").asString()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(json.at("/corridor/format").asInt()).isEqualTo(1);
    assertThat(json.at("/scenario/name").asString()).isEqualTo("Iran–Iraq");
    assertThat(json.at("/scenario/file").asString()).isEqualTo("example.yaml");
    assertThat(json.at("/scenario/sha256").asString()).isEqualTo("ab12");
    assertThat(json.at("/scenario/variant").asString()).isEqualTo("no-waiver");
    assertThat(json.at("/scenario/set/flows.goods.growth").asString()).isEqualTo("0.05");
    assertThat(json.get("run").toString())
        .isEqualTo(
            "{\"paths\":100000,\"seed\":1,\"months\":70,\"start\":\"2019-03\",\"sampling\":\"random\"}");
    assertThat(json.at("/timing/threads").asInt()).isEqualTo(2);
  }

  @Test
  void withoutVariantOrOverridesTheManifestSaysSo() throws IOException {
    JsonNode scenario = parsed(projection, Examples.SOURCE).get("scenario");
    assertThat(scenario.get("variant").isNull()).isTrue();
    assertThat(scenario.get("set").isEmpty()).isTrue();
  }

  @Test
  void probabilitiesAndCounts() throws IOException {
    JsonNode questions = parsed(projection, Examples.SOURCE).get("questions");
    JsonNode reached = questions.get("reaches-20bn");
    Answer.Probability answer = projection.probability("reaches-20bn");
    assertThat(reached.propertyNames())
        .containsExactly(
            "probability",
            "standardError",
            "interval95",
            "paths",
            "hits",
            "firstPaths",
            "firstMonth");
    assertThat(reached.get("probability").asDouble()).isEqualTo(0.31012);
    assertThat(reached.get("standardError").asDouble())
        .isEqualTo(answer.standardError().getAsDouble());
    assertThat(reached.at("/interval95/0").asDouble())
        .isEqualTo(answer.interval95().orElseThrow().low());
    assertThat(reached.get("firstPaths").toString()).isEqualTo("[2,5,7,11]");
    assertThat(reached.get("firstMonth").toString())
        .isEqualTo("{\"p2.5\":\"2021-02\",\"p50\":\"2023-01\",\"p97.5\":\"2024-10\"}");
    assertThat(questions.get("months-dark").toString())
        .startsWith("{\"mean\":3.2,\"sd\":2.8,\"standardError\":0.00885")
        .endsWith("\"paths\":100000,\"percentiles\":{\"2.5\":0,\"50\":3,\"97.5\":9}}");
  }

  @Test
  void whereNoPathCountsThereIsNoNumber() throws IOException {
    Map<String, Answer> answers = new LinkedHashMap<>();
    answers.put("reaches-20bn", new Answer.Probability(0, 0, List.of(), List.of(), List.of()));
    answers.put("months-dark", new Answer.Count(0, Double.NaN, Double.NaN, List.of()));
    Projection none =
        new Projection(
            projection.scenario(),
            new Sample(1, Sampling.RANDOM, 10),
            projection.timing(),
            projection.series(),
            answers);
    JsonNode questions = parsed(none, Examples.SOURCE).get("questions");
    assertThat(questions.get("reaches-20bn").toString())
        .isEqualTo(
            "{\"probability\":null,\"standardError\":null,\"interval95\":null,"
                + "\"paths\":0,\"hits\":0,\"firstPaths\":[]}");
    assertThat(questions.get("months-dark").toString())
        .isEqualTo(
            "{\"mean\":null,\"sd\":null,\"standardError\":null,\"paths\":0,\"percentiles\":{}}");
  }

  @Test
  void everyNumberReadsBackToTheSameDouble() throws IOException {
    JsonNode metric = parsed(projection, Examples.SOURCE).at("/metrics/total.12m");
    Series series = projection.series("total.12m");
    assertThat(metric.get("unit").asString()).isEqualTo("USD/year");
    assertThat(metric.get("percentiles").propertyNames()).containsExactly("2.5", "50", "97.5");
    for (int month = 0; month < series.months(); month++) {
      assertThat(metric.at("/months/" + month).asString())
          .isEqualTo(series.month(month).toString());
      assertThat(metric.at("/mean/" + month).asDouble()).isEqualTo(series.mean(month));
      assertThat(metric.at("/sd/" + month).asDouble()).isEqualTo(series.sd(month));
      assertThat(metric.at("/se/" + month).asDouble()).isEqualTo(series.standardError(month));
      assertThat(metric.at("/percentiles/97.5/" + month).asDouble())
          .isEqualTo(series.percentile(97.5, month));
    }
  }

  /**
   * {@code Double.toString} of Java 17 writes these longer than need be, Java 19 and later don't.
   */
  @Test
  void numbersAreTheShortestOnEveryJdk() {
    assertThat(Numbers.shortest(2.0e-3)).isEqualTo("0.002");
    assertThat(Numbers.shortest(2.2E-322)).isEqualTo("2.2E-322");
    assertThat(Numbers.shortest(1.1E23)).isEqualTo("1.1E23");
    assertThat(Numbers.shortest(2.0E23)).isEqualTo("2.0E23");
  }

  @Test
  void seriesAreTidy() throws IOException {
    StringBuilder csv = new StringBuilder();
    SeriesCsv.write(projection, csv);
    List<String> lines = csv.toString().lines().toList();
    assertThat(lines).hasSize(1 + 2 * 70);
    assertThat(lines.get(0)).isEqualTo("metric,unit,month,mean,sd,se,p2.5,p50,p97.5");
    assertThat(lines.get(1))
        .isEqualTo("total.12m,USD/year,2019-03,1.2E10,0.0,0.0,1.2E10,1.2E10,1.2E10");
    String[] last = lines.get(140).split(",");
    Series series = projection.series("energy.electricity.unserved-share");
    assertThat(last[2]).isEqualTo("2024-12");
    assertThat(Double.parseDouble(last[3])).isEqualTo(series.mean(69));
    assertThat(Double.parseDouble(last[5])).isEqualTo(series.standardError(69));
    assertThat(Double.parseDouble(last[8])).isEqualTo(series.percentile(97.5, 69));
  }

  @Test
  void filesAreWrittenWholeAndNothingElseIsLeft(@TempDir Path folder) throws IOException {
    Path out = folder.resolve("new/run");
    List<Path> written =
        OutFolder.open(out, Kind.RUN, false).write(Found.run(projection, Examples.SOURCE, report));
    assertThat(written)
        .containsExactly(
            out.resolve("result.json"), out.resolve("series.csv"), out.resolve("report.html"));
    assertThat(names(out)).containsExactlyInAnyOrder("result.json", "series.csv", "report.html");
  }

  /** What is stored for the report comes last, and is all that {@code --json} leaves out. */
  @Test
  void theFileHoldsWhatTheReportNeedsBeside(@TempDir Path folder) throws IOException {
    OutFolder.open(folder, Kind.RUN, false).write(Found.run(projection, Examples.SOURCE, report));
    ObjectNode stored =
        (ObjectNode) JsonMapper.shared().readTree(Files.readString(folder.resolve("result.json")));
    assertThat(stored.at("/report/text").asString()).isEqualTo("corridor: 1");
    stored.remove(List.of("report", "checksum"));
    assertThat(stored).isEqualTo(parsed(projection, Examples.SOURCE));
  }

  @Test
  void theReportIsMadeAgainOfTheResultsAlone(@TempDir Path folder) throws IOException {
    OutFolder.open(folder, Kind.RUN, false).write(Found.run(projection, Examples.SOURCE, report));
    Path page = folder.resolve("report.html");
    String first = Files.readString(page);
    Files.delete(page);
    Files.delete(folder.resolve("series.csv"));
    assertThat(StoredRun.in(folder).rewriteReport(Optional.empty(), ScenarioReader.create()))
        .isEqualTo(page);
    assertThat(Files.readString(page)).isEqualTo(first);
    assertThat(names(folder)).containsExactlyInAnyOrder("result.json", "report.html");
  }

  /** One bit of it, anywhere but in the timing, of which the report says nothing. */
  @Test
  void aReportIsMadeOfNoDamagedResults(@TempDir Path folder) throws IOException {
    OutFolder.open(folder, Kind.RUN, false).write(Found.run(projection, Examples.SOURCE, report));
    Path result = folder.resolve("result.json");
    byte[] whole = Files.readAllBytes(result);
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    int timing = text.indexOf("\n  \"timing\"");
    int after = text.indexOf('}', timing);
    String page = Files.readString(folder.resolve("report.html"));
    Random random = new Random(11);
    for (int damage = 0; damage < 400; damage++) {
      byte[] damaged = whole.clone();
      int at = random.nextInt(whole.length);
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(result, damaged);
      if (at < timing || at > after) {
        assertThatThrownBy(
                () -> StoredRun.in(folder).rewriteReport(Optional.empty(), ScenarioReader.create()))
            .as("byte %d", at)
            .isInstanceOf(IOException.class);
      }
    }
    String faster = text.replaceAll("\"seconds\": [^,]*", "\"seconds\": 0.5");
    Files.writeString(result, faster, StandardCharsets.ISO_8859_1);
    StoredRun.in(folder).rewriteReport(Optional.empty(), ScenarioReader.create());
    assertThat(Files.readString(folder.resolve("report.html"))).isEqualTo(page);
    Files.writeString(
        result, text.replaceAll(",\n  \"checksum\".*", ""), StandardCharsets.ISO_8859_1);
    assertThatThrownBy(
            () -> StoredRun.in(folder).rewriteReport(Optional.empty(), ScenarioReader.create()))
        .hasMessageContaining("its checksum");
  }

  @Test
  void cellsAreNeitherFormulasNorObeyed() {
    assertThat(Csv.quoted("=1+1")).isEqualTo("'=1+1");
    assertThat(Csv.quoted("-2 %")).isEqualTo("-2 %");
    assertThat(Csv.quoted("a\u001b[2J,\u202eb")).isEqualTo("\"a?[2J,?b\"");
  }

  @Test
  void aLockThatCannotBeWrittenIsNamed() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "no /dev/full here");
    for (int again = 0; again < 2; again++) {
      assertThatThrownBy(() -> ProcessLock.tryLock(full))
          .isInstanceOf(FileSystemException.class)
          .hasMessage("/dev/full: No space left on device");
    }
  }

  @Test
  void withoutResultsThereIsNoReport(@TempDir Path folder) throws IOException {
    assertThatThrownBy(() -> StoredRun.in(folder)).isInstanceOf(NoSuchFileException.class);
    Files.writeString(folder.resolve("result.json"), "mine");
    assertThatThrownBy(
            () -> StoredRun.in(folder).rewriteReport(Optional.empty(), ScenarioReader.create()))
        .hasMessageContaining("not a result file");
    assertThat(names(folder)).containsExactly("result.json");
  }

  @Test
  void resultsOfAnotherRunAreKeptUnlessSaidOtherwise(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "mine");
    OutFolder.open(folder, Kind.RUN, false).write(Found.run(projection, Examples.SOURCE, report));
    assertThatThrownBy(() -> OutFolder.open(folder, Kind.RUN, false))
        .isInstanceOf(FileAlreadyExistsException.class);
    Source other = new Source("other.yaml", "cd34", Optional.empty(), Map.of());
    OutFolder.open(folder, Kind.RUN, true).write(Found.run(projection, other, report));
    assertThat(Files.readString(folder.resolve("result.json"))).contains("other.yaml");
    assertThat(names(folder))
        .containsExactlyInAnyOrder("notes.txt", "result.json", "series.csv", "report.html");
  }

  @Test
  void whereWritingFailsNoHalfOfAFileIsLeft(@TempDir Path folder) throws IOException {
    OutFolder results = OutFolder.open(folder, Kind.RUN, true);
    Files.createDirectory(folder.resolve("series.csv"));
    Files.writeString(folder.resolve("series.csv/in-the-way"), "");
    assertThatThrownBy(() -> OutFolder.open(folder, Kind.RUN, true))
        .hasMessageContaining("series.csv: is a folder");
    assertThatThrownBy(() -> results.write(Found.run(projection, Examples.SOURCE, report)))
        .isInstanceOf(IOException.class);
    assertThat(names(folder)).containsExactly("series.csv");
  }

  @Test
  void aFullDiskIsAnIoException() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    assertThatThrownBy(() -> ResultJson.write(projection, Examples.SOURCE, full))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("No space left");
  }

  @Test
  void theSummaryFitsEightyColumnsAndAScreen() {
    List<String> lines = RunSummary.lines(projection, Examples.SOURCE, Screen.PLAIN);
    assertThat(lines).allMatch(line -> line.length() <= 80).hasSizeLessThan(25);
    assertThat(lines.get(0)).isEqualTo("Iran–Iraq");
    assertThat(lines.get(2))
        .startsWith("- Trade reaches 20 bn USD a year by December 2024 on 31.0 %");
    assertThat(String.join("\n", lines))
        .contains("Dec 2019", "Dec 2024", "2.5 %", "unserved")
        .contains("100 000 paths of 70 months, seed 1; 0.9 s on 2 threads")
        .doesNotContain("\u00A0");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static JsonNode parsed(Projection projection, Source source) throws IOException {
    return JsonMapper.shared().readTree(json(projection, source));
  }

  private static byte[] json(Projection projection, Source source) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ResultJson.write(projection, source, out);
    assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("}\n");
    return out.toByteArray();
  }
}
