package io.corridor.report.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.model.Flow;
import io.corridor.model.Scenario;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private static Scenario.Builder scenario(double annualValue) {
    return Scenario.builder("x", "A", "B", YearMonth.of(2020, 5), 9)
        .flow("goods", Flow.of("A", "B", annualValue));
  }

  @Test
  void valuesAreComparedKeyByKey() {
    assertThat(Changes.between(scenario(1e9).build(), scenario(2e9).build()))
        .singleElement()
        .asString()
        .startsWith("flows.goods")
        .contains(" (was ");
    assertThat(Changes.between(scenario(1e9).build(), scenario(1e9).build())).isEmpty();
  }

  @Test
  void aTextThatLooksLikeAKeyIsNone() {
    String words =
        "Trade as it was, and what becomes of it under the pressure of others; in short: exports"
            + " and imports: both fall";
    Scenario described = scenario(1e9).description(words).build();
    assertThat(Changes.between(scenario(1e9).build(), described))
        .singleElement()
        .asString()
        .startsWith("description: ")
        .contains("in short: exports");
    assertThat(Changes.between(described, scenario(1e9).build()))
        .singleElement()
        .asString()
        .startsWith("description: left out (was ");
  }
}
