package io.corridor.report.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.corridor.model.Scenario;
import io.corridor.projection.Projection;
import io.corridor.report.data.ReportData;
import io.corridor.report.data.Source;
import io.corridor.report.files.OutFolder.Kind;
import io.corridor.report.screen.Screen;
import io.corridor.report.screen.WhySummary;
import io.corridor.run.Progress;
import io.corridor.scenarios.ShippedScenarios;
import io.corridor.simulation.Causes;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import io.corridor.why.LeverResult.Aim;
import io.corridor.why.Levers;
import io.corridor.why.Target;
import io.corridor.why.Why;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests what is written of why. */
class WhyFilesTest {
  private static final Source SOURCE =
      new Source("germany-russia-gas-2021.yaml", "0".repeat(64), Optional.empty(), Map.of());
  private static final Settings SETTINGS = new Settings(1500, 3, 2, Progress.NONE);
  private static final Target TRADE = Target.metric("total.12m", YearMonth.of(2022, 12));

  private static Scenario scenario;
  private static Why why;

  @TempDir private Path folder;

  @BeforeAll
  static void explain() {
    scenario = ShippedScenarios.read("germany-russia-gas-2021").scenario();
    why =
        Causes.of(
            scenario,
            List.of(TRADE, Target.question(scenario.questions().keySet().iterator().next())),
            SETTINGS);
  }

  private static JsonNode json() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WhyJson.write(why, SOURCE, out);
    return JsonMapper.builder().build().readTree(out.toByteArray());
  }

  @Test
  void theKeysAreThoseOfTheContract() throws IOException {
    JsonNode root = json();
    assertThat(root.propertyNames()).contains("corridor", "scenario", "run", "outcomes");
    assertThat(root.path("run").path("paths").asLong()).isEqualTo(1500);
    JsonNode trade = root.path("outcomes").path("total.12m@2022-12");
    assertThat(trade.propertyNames())
        .contains(
            "mean",
            "variance",
            "reason",
            "causes",
            "sumOfFirst",
            "sumOfFirstSe",
            "interactions",
            "directions",
            "boxes");
    assertThat(trade.path("reason").isNull()).isTrue();
    assertThat(trade.path("boxes").isNull()).isTrue();
    JsonNode cause = trade.path("causes").get(0);
    assertThat(cause.propertyNames())
        .containsExactly(
            "id", "members", "share", "shareSe", "share95", "first", "firstSe", "first95", "total",
            "totalSe", "total95");
    JsonNode direction = trade.path("directions").get(0);
    assertThat(direction.propertyNames()).contains("id", "explained", "spearman", "classes");
    assertThat(direction.path("classes").get(0).propertyNames())
        .containsExactly("from", "to", "paths", "mean", "interval95");
  }

  @Test
  void causesGoByShareAndSharesAddUp() throws IOException {
    JsonNode causes = json().path("outcomes").path("total.12m@2022-12").path("causes");
    double sum = 0;
    double before = Double.POSITIVE_INFINITY;
    for (JsonNode cause : causes) {
      assertThat(cause.path("share").asDouble()).isLessThanOrEqualTo(before);
      before = cause.path("share").asDouble();
      sum += before;
    }
    assertThat(sum).isCloseTo(1, within(1e-9));
  }

  /** No price touches the chain that cuts the gas off. */
  @Test
  void aCutOffHangsOnTheRegimeAlone() throws IOException {
    String question = scenario.questions().keySet().iterator().next();
    Why first = Causes.of(scenario, List.of(Target.question(question)), SETTINGS);
    first
        .outcomes()
        .get(question)
        .shares()
        .orElseThrow()
        .causes()
        .forEach(
            cause ->
                assertThat(cause.total().value() > 0)
                    .as(cause.id())
                    .isEqualTo(cause.id().equals("regime")));
  }

  @Test
  void theTableHasARowForEachNumber() throws IOException {
    StringBuilder out = new StringBuilder();
    WhyCsv.write(why, out);
    List<String> lines = out.toString().lines().toList();
    assertThat(lines.get(0)).isEqualTo("outcome,id,measure,value,se,low,high");
    assertThat(lines).anyMatch(line -> line.startsWith("total.12m@2022-12,regime,share,"));
    assertThat(lines).allMatch(line -> line.split(",", -1).length >= 7);
  }

  @Test
  void sharesAreReadBackForTheSameScenarioAlone() throws IOException {
    OutFolder.open(folder, Kind.WHY, false).write(Found.why(why, SOURCE));

    Path file = folder.resolve("why.json");
    assertThat(WhyReader.shares(file, SOURCE).get(TRADE.id()))
        .isEqualTo(why.outcomes().get(TRADE.id()).shares().orElseThrow());
    Source other = new Source(SOURCE.file(), "1".repeat(64), Optional.empty(), Map.of());
    assertThat(WhyReader.shares(file, other)).isEmpty();
    assertThat(WhyReader.shares(folder.resolve("none.json"), SOURCE)).isEmpty();
  }

  @Test
  void noSharesAreTakenOfADamagedFile() throws IOException {
    OutFolder.open(folder, Kind.WHY, false).write(Found.why(why, SOURCE));
    Path file = folder.resolve("why.json");
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(11);
    for (int damage = 0; damage < 200; damage++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, damaged);
      assertThatThrownBy(() -> WhyReader.shares(file, SOURCE))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("why.json: is damaged or was changed");
    }
  }

  @Test
  void whatIsThereIsNotReplacedUnasked() throws IOException {
    OutFolder.open(folder, Kind.WHY, false).write(Found.why(why, SOURCE));

    assertThatThrownBy(() -> OutFolder.open(folder, Kind.WHY, false))
        .isInstanceOf(FileAlreadyExistsException.class);
    OutFolder.open(folder, Kind.WHY, true);
  }

  @Test
  void theReportOfARunTellsOfIt() throws IOException {
    Projection run = Simulator.run(scenario, SETTINGS.withPaths(400));
    ReportData data = ReportData.of(run, "", Progress.NONE);
    String main = scenario.questions().keySet().iterator().next();
    Why first = Causes.of(scenario, List.of(Target.question(main)), SETTINGS);
    OutFolder.open(folder, Kind.RUN, false).write(Found.run(run, SOURCE, data));
    assertThat(Files.readString(folder.resolve("report.html"))).doesNotContain("shares-" + main);

    List<Path> written = OutFolder.open(folder, Kind.WHY, false).write(Found.why(first, SOURCE));

    assertThat(written)
        .extracting(file -> file.getFileName().toString())
        .containsExactly("why.json", "why.csv", "why.html", "report.html");
    assertThat(Files.readString(folder.resolve("report.html"))).contains("shares-" + main);
    assertThat(Files.readString(folder.resolve("why.html")))
        .contains("the regime")
        .doesNotContain("What moved the outcome");
  }

  @Test
  void theScreenSaysTheAnswerFirst() {
    List<String> lines = WhySummary.lines(why, Screen.PLAIN);
    assertThat(lines.get(2)).startsWith("What decides ");
    assertThat(lines).allMatch(line -> line.length() <= 80);
  }

  @Test
  void leversAreWritten() throws IOException {
    Map<String, Scenario> variants = new TreeMap<>();
    variants.put("a", scenario.toBuilder().name("a").build());
    variants.put("b", scenario.toBuilder().name("b").build());
    Levers levers =
        Causes.levers(
            scenario,
            variants,
            List.of(TRADE),
            Map.of(TRADE.id(), Aim.MAXIMISE),
            SETTINGS.withPaths(200),
            0.8);

    OutFolder.open(folder, Kind.WHY, false).write(Found.levers(levers, SOURCE));

    JsonNode lever =
        JsonMapper.builder()
            .build()
            .readTree(Files.readString(folder.resolve("why.json")))
            .path("levers")
            .path(TRADE.id());
    assertThat(lever.propertyNames()).containsExactly("aim", "choice", "variants", "boxes");
    assertThat(lever.path("aim").asString()).isEqualTo("maximise");
    assertThat(lever.path("choice").asString()).isEqualTo("base");
    assertThat(lever.path("variants").path("a").propertyNames())
        .contains("mean", "se", "best", "regret", "regretSe", "regret95");
    // the same scenario thrice: nobody loses anything
    assertThat(lever.path("variants").path("b").path("best").asDouble()).isEqualTo(1);
    assertThat(lever.path("variants").path("b").path("regret").asDouble()).isZero();
    assertThat(WhySummary.lines(levers, Screen.PLAIN)).allMatch(line -> line.length() <= 80);
  }
}
