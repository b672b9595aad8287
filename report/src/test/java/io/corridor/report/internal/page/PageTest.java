package io.corridor.report.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.model.Flow;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.projection.Projection;
import io.corridor.report.Examples;
import io.corridor.report.Reports;
import io.corridor.report.data.ReportData;
import io.corridor.report.data.Result;
import io.corridor.report.data.Source;
import io.corridor.report.files.ResultJson;
import io.corridor.run.Progress;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ShippedScenarios;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        .flow(
            "goods",
            new Flow(
                "A",
                "B",
                Value.of(1e9),
                Value.ONE,
                Optional.empty(),
                Value.ONE,
                Value.ZERO,
                Map.of(),
                Optional.empty(),
                List.of(),
                Map.of()));
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
    assertThat(page.split("</script>", -1)).as("data, library and script end once").hasSize(4);
  }

  @Test
  void aScenarioWithNextToNothingHasNothingButTrade() throws IOException {
    String page = page(bare("bare").build(), Examples.SOURCE, "");
    assertHas(page, true, "<h2 id=\"about-trade\">", "id=\"fan-total-12m\"");
    assertHas(
        page,
        false,
        "id=\"answers\"",
        "id=\"about-when\"",
        "id=\"about-energy\"",
        "id=\"about-dependency\"",
        "id=\"about-policy\"",
        "id=\"about-influence\"",
        "<h3>Sources</h3>",
        "<h3>Assumptions</h3>");
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
    assertHas(page, true, "Licensed to the Apache Software Foundation");
    assertHas(page, false, "<link", "<script src", "@import");
    assertThat(page.length()).isLessThan(2_000_000);
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
    Result result = Result.read(new ByteArrayInputStream(json.toByteArray()));
    assertThatThrownBy(() -> Reports.page(result))
        .isInstanceOf(IOException.class)
        .hasMessage("the result was stored without what a report needs: run it with --out");
  }

  @Test
  void whatIsNoResultFileIsRefused() {
    for (String text : List.of("", "mine", "{}", "[1]", "null")) {
      assertThatThrownBy(
              () -> Result.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
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
        "/run/start | \"2020-13\" | MonthOfYear=13",
        "/run/months | 0 | months is 0, must be at least 1",
        "/metrics | null | metrics is missing",
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
    assertThatThrownBy(() -> Result.read(new ByteArrayInputStream(damaged)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(complaint);
  }

  @Test
  void aFullDiskIsSaidToBeOne() throws IOException {
    Result result = Reports.result(Reports.run(bare("bare").build(), 10), Examples.SOURCE, "");
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
    assertThatThrownBy(() -> Page.write(result, full))
        .isInstanceOf(IOException.class)
        .hasMessage("No space left on device");
  }
}
