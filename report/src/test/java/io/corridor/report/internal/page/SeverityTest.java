package io.corridor.report.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.scenarios.ScenarioReader;
import io.corridor.scenarios.ScenarioTemplate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeverityTest {
  private static final String HEAD =
      """
      corridor: 1
      name: Harsh and mild
      parties: {exporter: AAA, importer: BBB}
      start: 2025-01
      months: 12
      regime: {states: [calm, tense, open], initial: calm, monthly: {}}
      """;
  private static final String FLOW =
      "flows: {goods: {from: AAA, to: BBB, annual-value: 1 bn USD/year%s}}%n";
  private static final String BAN =
      "sanctions: {ban: {from: 2025-02, targets: [goods], cut: 0.9, enforcement: %s}}%n";
  private static final String WAIVER =
      "waivers: {w: {covers: [goods], expires: 2025-06-01, term-days: 120, renew: %s}}%n";

  private static List<String> order(String yaml) {
    return Severity.fromHarshToMild(ScenarioReader.create().readText(HEAD + yaml, "x").scenario());
  }

  @Test
  void whereMeasuresAreEnforcedMostIsHarshest() {
    String ban = BAN.formatted("{calm: 0.3, tense: 1, open: 0}");
    String waiver = WAIVER.formatted("{calm: 0.1, tense: 0.9, open: 0.05}");

    assertThat(order(FLOW.formatted("") + ban + waiver)).containsExactly("tense", "calm", "open");
  }

  @Test
  void elseWhereWaiversAreRenewedLeast() {
    String waiver = WAIVER.formatted("{calm: 0.7, tense: 0.1, open: 0.9}");

    assertThat(order(FLOW.formatted("") + BAN.formatted("1") + waiver))
        .containsExactly("tense", "calm", "open");
  }

  @Test
  void elseWhereLeastIsTraded() {
    String factors = ", regime-factor: {tense: 0.5, open: 1.2}";

    assertThat(order(FLOW.formatted(factors))).containsExactly("tense", "calm", "open");
  }

  @Test
  void elseAsTheyAreListed() {
    assertThat(order(FLOW.formatted(""))).containsExactly("calm", "tense", "open");
  }

  @Test
  void ofTheFileThatInitWritesCalmIsMild() {
    assertThat(
            Severity.fromHarshToMild(
                ScenarioReader.create().readText(ScenarioTemplate.text(), "init").scenario()))
        .containsExactly("tense", "calm");
  }
}
