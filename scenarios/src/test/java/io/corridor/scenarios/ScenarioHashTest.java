package io.corridor.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.model.Driver;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioHashTest {
  private static final String TEXT =
      """
      corridor: 1
      name: One good
      parties: {exporter: AAA, importer: BBB}
      start: 2020-01
      months: 24
      flows:
        goods: {from: AAA, to: BBB, annual-value: 10 bn USD/year}
      """;

  private static Scenario read(String text) {
    return ScenarioReader.create().readText(text, "test").scenario();
  }

  private static Scenario history(double last) {
    return read(TEXT).toBuilder()
        .driver(
            "fx",
            new Driver.Bootstrap(
                Value.ONE, List.of(1.0, 1.1, last), 2, false, "fx.csv", "rate", ""))
        .build();
  }

  @Test
  void waysOfWritingChangeNothing() {
    String other = TEXT.replace("10 bn USD/year", "10_000 mn USD/year") + "\n# a comment\n";
    assertThat(ScenarioHash.of(read(other))).isEqualTo(ScenarioHash.of(read(TEXT)));
    assertThat(ScenarioHash.of(read(TEXT + "run: {paths: 7, seed: 8}\n")))
        .isEqualTo(ScenarioHash.of(read(TEXT)));
  }

  @Test
  void numbersChangeIt() {
    assertThat(ScenarioHash.of(read(TEXT))).matches("[0-9a-f]{64}");
    assertThat(ScenarioHash.of(read(TEXT.replace("10 bn", "11 bn"))))
        .isNotEqualTo(ScenarioHash.of(read(TEXT)));
    assertThat(ScenarioHash.of(read(TEXT.replace("24", "25"))))
        .isNotEqualTo(ScenarioHash.of(read(TEXT)));
  }

  @Test
  void historiesChangeItThoughTheFileOnlyNamesThem() {
    assertThat(ScenarioHash.of(history(1.2))).isEqualTo(ScenarioHash.of(history(1.2)));
    assertThat(ScenarioHash.of(history(1.2))).isNotEqualTo(ScenarioHash.of(history(1.3)));
  }
}
