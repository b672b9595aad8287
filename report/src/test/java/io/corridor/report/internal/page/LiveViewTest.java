package io.corridor.report.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.projection.Comparison;
import io.corridor.report.Reports;
import io.corridor.report.data.History;
import io.corridor.report.data.Source;
import io.corridor.scenarios.Lever;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ScenarioReader;
import io.corridor.scenarios.ShippedScenarios;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LiveViewTest {
  private static final int PATHS = 300;
  private static final String KEY = "flows.goods.growth";

  private final LoadedScenario base = ShippedScenarios.read("iran-iraq-2019");

  private static Source source(LoadedScenario loaded) {
    return new Source("iran-iraq-2019.yaml", loaded.sha256(), Optional.empty(), loaded.set());
  }

  private static JsonNode read(String json) {
    return JsonMapper.shared().readTree(json);
  }

  @Test
  void aRunShowsItsAnswersAndItsFirstChart() {
    JsonNode view =
        read(LiveView.json(Reports.run(base.scenario(), PATHS), source(base), Map.of(), List.of()));

    assertThat(view.get("paths").asInt()).isEqualTo(PATHS);
    assertThat(view.get("answers").size()).isEqualTo(base.scenario().questions().size());
    assertThat(view.get("answers").get(0).get("value").asString()).endsWith("%");
    assertThat(view.get("answers").get(0).has("difference")).isFalse();
    assertThat(view.get("figures").size()).isEqualTo(1);
    JsonNode figure = view.get("figures").iterator().next();
    assertThat(figure.get("wide").asString()).startsWith("<svg").endsWith("</svg>");
    JsonNode numbers = figure.get("numbers");
    assertThat(numbers.get("rows").asString()).isEqualTo(base.scenario().start().toString());
    assertThat(numbers.get("columns").get(0).size()).isEqualTo(1 + base.scenario().months());
  }

  @Test
  void showsTheChartsThatAreWanted() {
    List<String> wanted = List.of("fan-exports");
    JsonNode view =
        read(LiveView.json(Reports.run(base.scenario(), PATHS), source(base), Map.of(), wanted));

    assertThat(view.get("figures").has("fan-exports")).isTrue();
    assertThat(view.get("figures").size()).isEqualTo(2);
  }

  @Test
  void chartsBeginWithWhatWasRecorded() {
    Map<String, History> history =
        Map.of("total.12m", new History("customs", new int[] {3}, new double[] {11e9}));
    JsonNode view =
        read(LiveView.json(Reports.run(base.scenario(), PATHS), source(base), history, List.of()));

    JsonNode figure = view.get("figures").get("fan-total-12m");
    assertThat(figure.get("note").asString()).contains("Black: customs, as recorded.");
    int months = base.scenario().months();
    assertThat(figure.get("numbers").get("columns").get(0).size()).isEqualTo(1 + 3 + months);
  }

  @Test
  void aChangedRunTellsWhatIsOtherwise() {
    LoadedScenario changed =
        ScenarioReader.create().withSet(KEY, "0.2").readShipped("iran-iraq-2019");
    Comparison comparison =
        Simulator.compare(
            base.scenario(),
            Map.of("changed", changed.scenario()),
            Settings.of(base.scenario()).withPaths(PATHS));
    JsonNode view =
        read(LiveView.json(comparison, "changed", source(changed), Map.of(), List.of()));

    JsonNode answer = view.get("answers").get(0);
    assertThat(answer.get("was").asString()).endsWith("%");
    assertThat(answer.get("difference").asString())
        .matches("\\S+ ± .* points".replace(' ', '\u00a0'));
    JsonNode figure = view.get("figures").iterator().next();
    assertThat(figure.get("numbers").get("names").toString()).contains("in the report");
  }

  @Test
  void leversStandInTheOrderOfTheFileWithItsRemarks() {
    LoadedScenario iran = ShippedScenarios.read("iran-iraq-2019");
    JsonNode levers = read(LeverList.json(iran));

    List<String> keys = new ArrayList<>();
    levers.forEach(lever -> keys.add(lever.get("id").asString()));
    assertThat(keys)
        .startsWith("renewals", "payments", "plants", "contract", "oil", "parameters.gas-price")
        .doesNotContain("drivers.brent.level")
        .contains("energy.carriers.electricity.projects.roadmap-first.delay");
    assertThat(iran.levers())
        .extracting(Lever::key)
        .filteredOn(key -> !keys.contains(key))
        .as("those that a lever moves alone")
        .hasSize(4);
    assertThat(keys)
        .as("what the data decide, of which the file states no number")
        .contains("drivers.spare.level")
        .doesNotContain(
            "drivers.brent.start",
            "drivers.brent.reversion",
            "drivers.brent.volatility",
            "drivers.income.start",
            "drivers.income.volatility",
            "drivers.rial.start",
            "drivers.rial.reversion",
            "drivers.rial.volatility",
            "drivers.spare.start",
            "drivers.spare.reversion",
            "drivers.spare.volatility");
    int line = 0;
    for (JsonNode lever : levers.valueStream().skip(5).toList()) {
      assertThat(lever.get("line").asInt()).isGreaterThanOrEqualTo(line);
      line = lever.get("line").asInt();
    }
    JsonNode kept = levers.get(keys.indexOf("contract"));
    assertThat(kept.get("label").asString())
        .isEqualTo("How much of the gas contract’s growth Iran delivers");
    assertThat(kept.get("grade").asString()).isEqualTo("judged");
    assertThat(kept.get("source").asString()).startsWith("How much of the gas contract");
    assertThat(kept.get("uncertain").asBoolean()).isTrue();
  }

  @Test
  void whatTheFileNamesComesFirstAndMovesTogether() {
    String drivers =
        "drivers: {a: {kind: constant, start: {uniform: [2, 4]}}, b: {kind: constant, start: 5}}\n";
    String flow =
        "flows: {goods: {from: A, to: B, annual-value: {lognormal: [9, 0.2]}, growth: 0.5}}\n";
    String levers =
        """
        levers:
          both: {of: [drivers.b.start, drivers.a.start], label: Both late, shift: -1 to 3, kind: policy}
          value: {of: flows.goods.annual-value, label: What is sold, from: 1, to: 20}
        """;
    String yaml =
        "corridor: 1\nname: N\nparties: {exporter: A, importer: B}\nstart: 2020-01\nmonths: 3\n"
            + drivers
            + flow
            + levers;
    JsonNode shown = read(LeverList.json(ScenarioReader.create().readText(yaml, "x.yaml")));

    assertThat(shown.valueStream().map(lever -> lever.get("id").asString()))
        .containsExactly(
            "both", "value", "drivers.a.start", "drivers.b.start", "flows.goods.growth");
    JsonNode both = shown.get(0);
    assertThat(both.get("of").toString()).isEqualTo("[\"drivers.b.start\",\"drivers.a.start\"]");
    assertThat(both.get("kind").asString()).isEqualTo("policy");
    assertThat(both.get("value").asDouble()).as("of the first").isEqualTo(5);
    assertThat(both.get("from").asDouble()).isEqualTo(4);
    assertThat(both.get("to").asDouble()).isEqualTo(8);
    assertThat(both.get("spread").get("scales").asBoolean()).isFalse();
    JsonNode value = shown.get(1);
    assertThat(value.get("kind").asString()).isEqualTo("world");
    assertThat(value.get("spread").get("scales").asBoolean()).isTrue();
    assertThat(value.get("spread").get("low").asDouble()).isEqualTo(1);
    assertThat(value.get("low").asDouble()).as("of what is simulated").isBetween(5.0, 6.0);
  }

  @Test
  void aLeverThatDataUpdateIsJudgedThenMeasured() {
    JsonNode drift =
        read(LeverList.json(ShippedScenarios.read("iran-iraq-2019")))
            .valueStream()
            .filter(lever -> lever.get("id").asString().equals("drivers.income.drift"))
            .findFirst()
            .orElseThrow();

    assertThat(drift.get("grade").asString()).isEqualTo("judged, then measured");
    assertThat(drift.get("measured").get("series").asString()).isEqualTo("income");
    assertThat(drift.get("measured").get("low").asDouble()).isEqualTo(-0.0448, within(1e-4));
    assertThat(drift.get("value").asDouble()).isBetween(0.045, 0.055);
    assertThat(drift.get("low").asDouble()).isBetween(-0.02, 0.01);
    assertThat(drift.get("high").asDouble()).isBetween(0.09, 0.12);
    assertThat(drift.get("spread").get("scales").asBoolean()).isFalse();
  }
}
