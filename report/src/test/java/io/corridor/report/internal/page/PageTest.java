package io.corridor.report.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.model.Flow;
import io.corridor.model.Sampling;
import io.corridor.model.Scenario;
import io.corridor.projection.Projection;
import io.corridor.report.Examples;
import io.corridor.report.Reports;
import io.corridor.report.data.ReportData;
import io.corridor.report.data.RunResults;
import io.corridor.report.data.Source;
import io.corridor.report.files.ResultJson;
import io.corridor.report.words.StartWords;
import io.corridor.report.words.TableColumn;
import io.corridor.review.StartCheck;
import io.corridor.run.Progress;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ScenarioReader;
import io.corridor.scenarios.ShippedScenarios;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.YearMonth;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PageTest {
  /** Would run in a page that doesn't mind what it shows. */
  static final String HOSTILE =
      "</title></script><script>window.hacked = 1</script><img src=x onerror=\"hacked=2\"> & 'x'";

  static List<String> shipped() {
    return ShippedScenarios.names();
  }

  /** Returns a scenario that has nothing in it but one flow of goods, by that name. */
  private static Scenario.Builder bare(String name) {
    return Scenario.builder(name, "A", "B", YearMonth.of(2020, 5), 9)
        .flow("goods", Flow.of("A", "B", 1e9));
  }

  static Scenario hostile() {
    return bare(HOSTILE).description(HOSTILE).source(HOSTILE).build();
  }

  private static String page(Scenario scenario, Source source, String text) throws IOException {
    return Reports.page(Reports.result(Reports.run(scenario, 300), source, text));
  }

  /** Says which text is missing, or there, and not the whole page. */
  private static void assertHas(String page, boolean has, String... texts) {
    String plain = page.replace("&#x3D;", "=");
    for (String text : texts) {
      assertThat(plain.contains(text)).as(text).isEqualTo(has);
    }
  }

  @Test
  void tagsOfTheScenarioAreTextInThePage() throws IOException {
    Source source = new Source(HOSTILE, HOSTILE, Optional.of(HOSTILE), Map.of("a", "'" + HOSTILE));
    String page = page(hostile(), source, HOSTILE);
    assertHas(page, false, "<script>window.hacked", "<img src=x");
    assertHas(page, true, "&lt;script&gt;window.hacked = 1&lt;/script&gt;");
    assertHas(page, true, "--set &#39;a=&#39;\\&#39;&#39;&lt;/title&gt;");
    assertThat(page.split("</script>", -1)).as("data and script end once").hasSize(3);
  }

  @Test
  void ofOneEventThatEndsSoonerInOneQuestionTheLongerCurveIsShown() throws IOException {
    Scenario scenario = ShippedScenarios.read("iran-iraq-2019").scenario();
    String page = page(scenario, Examples.SOURCE, "").replace('\u00a0', ' ');
    assertThat(page)
        .containsPattern(">the energy waiver lapses: [0-9.]+ % by December 2024[.]<")
        .as("without a unit, no space before the full stop")
        .doesNotContain(" .<");
  }

  @Test
  void thePageTellsSinglePathsAndWhatTheStartReproduces() throws IOException {
    Scenario scenario = ShippedScenarios.read("us-china-tariffs-2018").scenario();
    String page = page(scenario, Examples.SOURCE, "");
    assertHas(page, true, "<h2 id=\"stories\">", "<summary>Path 0: ", "<dl class=\"story\">");
    assertHas(page, true, "<summary>What it reproduces at its start");
    List<TableColumn> start = StartWords.table(scenario, StartCheck.of(scenario));
    for (List<String> row : TableColumn.rows(start)) {
      assertHas(page, true, "<td>" + row.get(1) + "<td>" + row.get(2) + "<td>");
    }
  }

  @Test
  void aScenarioWithNextToNothingHasNothingButTrade() throws IOException {
    String page = page(bare("bare").build(), Examples.SOURCE, "");
    assertHas(page, true, "<h2 id=\"trade\">", "id=\"fan-total-12m\"");
    assertHas(
        page,
        false,
        "id=\"answers\"",
        "id=\"decides\"",
        "id=\"energy\"",
        "id=\"policy\"",
        "<summary>Sources",
        "Assumptions by how sure");
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void theSameResultGivesTheSamePage(String name) throws IOException {
    LoadedScenario loaded = ShippedScenarios.read(name);
    Source source = new Source(name + ".yaml", loaded.sha256(), Optional.empty(), Map.of());
    String text = ShippedScenarios.text(name);
    String page = page(loaded.scenario(), source, text);
    assertThat(page(loaded.scenario(), source, text).equals(page)).isTrue();
    assertHas(page, true, ">corridor run " + name + " --paths 300 --seed 1</pre>");
    assertHas(page, false, "<link", "<script src", "@import", " style=", "'unsafe-inline'");
    if (name.startsWith("germany")) {
      assertHas(
          page, true, "<h1>Russia cuts the gas off by June 2024: ", "share of the paths so far");
      assertHas(page, true, "Diamonds: planned openings, Nord Stream 2 Jan\u00a02022, ");
      assertHas(page, false, "German income at the end");
    }
    // Without the model; two stories, the start and what is measured are 60 kB of it.
    assertThat(page.length()).isLessThan(750_000);
  }

  /** By the policy of the page nothing runs, and nothing is laid out, that isn't listed there. */
  @Test
  void thePolicyListsWhatIsInThePage() throws Exception {
    String page = page(bare("bare").build(), Examples.SOURCE, "");
    Matcher policy =
        Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"").matcher(page);
    assertThat(policy.find()).isTrue();
    Matcher part =
        Pattern.compile("<(style|script)(?: id=\"chart-style\")?>(.*?)</\\1>", Pattern.DOTALL)
            .matcher(page);
    int parts = 0;
    while (part.find()) {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(part.group(2).getBytes(StandardCharsets.UTF_8));
      String hash = "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
      assertThat(policy.group(1)).as(part.group(1)).contains(hash);
      parts++;
    }
    assertThat(parts).isEqualTo(3);
    assertThat(policy.group(1)).startsWith("default-src 'none'").doesNotContain("unsafe");
  }

  @Test
  void controlCharactersOfAFileDontReachThePage() throws IOException {
    String raw = "a\u0007b\u001b[31mc\u202ed\u2066e\u0085f\ufefff\ud800g";
    Source source = new Source("x.yaml", "ab", Optional.of(raw), Map.of());
    String page = page(bare("x").build(), source, raw);
    assertThat(page).contains("a\ufffdb\ufffd[31mc\ufffdd\ufffde\ufffdf\ufffdf\ufffdg");
    assertThat(page.codePoints())
        .noneMatch(
            c ->
                Character.isISOControl(c) && c != '\n' && c != '\t'
                    || c >= 0x202a && c <= 0x202e
                    || c >= 0x2066 && c <= 0x2069);
  }

  /** What is read back is what was written, whatever was sampled how. */
  @ParameterizedTest
  @CsvSource({"iran-iraq-2019, RANDOM", "us-china-tariffs-2018, SOBOL", "yardstick, ANTITHETIC"})
  void aResultFileReadsBackToTheProjection(String name, Sampling sampling) throws IOException {
    Scenario scenario = ShippedScenarios.read(name).scenario();
    Projection run =
        Simulator.run(
            scenario, Settings.of(scenario).withSampling(sampling).withPaths(640).withSeed(3));
    Projection read = Reports.result(run, Examples.SOURCE, "text").projection();
    assertThat(read.scenario()).isEqualTo(run.scenario());
    assertThat(read.sample()).isEqualTo(run.sample());
    assertThat(read.answers()).isEqualTo(run.answers());
    // A file keeps the percentiles that were asked for, and no others.
    assertThat(read.series())
        .usingRecursiveComparison()
        .ignoringFieldsMatchingRegexes(".*\\.others")
        .isEqualTo(run.series());
  }

  @Test
  void theRepeatingLineHasWhatWasSet() throws IOException {
    Source source =
        new Source(
            "my file.yaml", "ab", Optional.of("no-waiver"), Map.of("flows.goods.growth", "0.05"));
    assertHas(
        page(bare("x").build(), source, ""),
        true,
        "corridor run &#39;my file.yaml&#39; --paths 300 --seed 1 --variant no-waiver"
            + " --set flows.goods.growth=0.05</pre>");
  }

  @Test
  void resultsWithoutReportAreRefused() throws IOException {
    Projection projection = Reports.run(bare("bare").build(), 10);
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    ResultJson.write(projection, Examples.SOURCE, json);
    assertThatThrownBy(() -> ResultJson.read(new ByteArrayInputStream(json.toByteArray())))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "the result is without what a page needs: its run ended before that was there, or it is"
                + " what --json prints; run the scenario again with --out");
  }

  @Test
  void whatIsNoResultFileIsRefused() {
    for (String text : List.of("", "mine", "{}", "[1]", "null")) {
      assertThatThrownBy(
              () ->
                  ResultJson.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
          .as(text)
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("this is not a result file of Corridor");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/corridor/format | 2 | was written by Corridor",
        "/metrics/total.12m/mean | [1] | total.12m has 1 of 9 months",
        "/metrics/total.12m/percentiles/5 | [\"x\"] | not a valid `double` value",
        "/run/start | \"2020-13\" | MonthOfYear",
        "/run/months | 0 | run is of 0 months",
        "/metrics | null | metrics is missing",
        "/report/scenario | \"corridor: 1\" | damaged result file",
        "/report/samples | null | samples is missing",
      })
  void damageIsNoticed(String place, String value, String complaint) throws IOException {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    Projection projection = Reports.run(bare("bare").build(), 10);
    ReportData data = ReportData.of(projection, "", Progress.NONE);
    ResultJson.write(projection, Examples.SOURCE, data, json);
    JsonMapper mapper = JsonMapper.shared();
    JsonNode file = mapper.readTree(json.toByteArray());
    int end = place.lastIndexOf('/');
    ((ObjectNode) file.at(place.substring(0, end)))
        .set(place.substring(end + 1), mapper.readTree(value));
    byte[] damaged = mapper.writeValueAsBytes(file);
    assertThatThrownBy(() -> ResultJson.read(new ByteArrayInputStream(damaged)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(complaint);
  }

  /** That gas is cut off with a cut-off and isn't without one is no finding. */
  @Test
  void whatAnAnswerHangsOnIsNoVariantThatForcesIt() throws IOException {
    Map<String, Scenario> variants = new LinkedHashMap<>();
    for (String name : List.of("cut-off-in-spring", "no-cut-off", "full-stores")) {
      variants.put(name, germany(name));
    }
    Projection projection = Reports.run(germany(""), 300);
    assertThat(hangs(projection, variants))
        .contains("% with full stores")
        .doesNotContain("cut-off");
    variants.remove("full-stores");
    assertThat(hangs(projection, variants)).isEmpty();
  }

  private static Scenario germany(String variant) {
    ScenarioReader reader = ScenarioReader.create();
    return (variant.isEmpty() ? reader : reader.withVariant(variant))
        .readShipped("germany-russia-gas-2021")
        .scenario();
  }

  private static String hangs(Projection projection, Map<String, Scenario> variants)
      throws IOException {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    ReportData data = ReportData.of(projection, "", variants, Progress.NONE);
    ResultJson.write(projection, Examples.SOURCE, data, json);
    String page = Reports.page(ResultJson.read(new ByteArrayInputStream(json.toByteArray())));
    Matcher hangs = Pattern.compile("<p class=\"hangs\">([^<]*)").matcher(page);
    return hangs.find() ? hangs.group(1) : "";
  }

  @Test
  void aFullDiskIsSaidToBeOne() throws IOException {
    RunResults result = Reports.result(Reports.run(bare("bare").build(), 10), Examples.SOURCE, "");
    Writer full =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("No space left on device");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    assertThatThrownBy(() -> RunPage.write(result, full))
        .isInstanceOf(IOException.class)
        .hasMessage("No space left on device");
  }
}
