package io.corridor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests {@link Nearest}. */
class NearestTest {

  @Test
  void namesThoseThatAWordIsAPartOf() {
    List<String> ids = List.of("total", "energy.gas.imports", "energy.gas.need", "energy.oil.need");
    assertThat(Nearest.hint("gas.imports", ids)).isEqualTo("; did you mean 'energy.gas.imports'?");
    assertThat(Nearest.hint("need", ids))
        .isEqualTo("; did you mean 'energy.gas.need' or 'energy.oil.need'?");
    assertThat(Nearest.hint("port", ids)).isEmpty();
  }

  private static final List<String> WORDS =
      List.of("brent", "income", "heat", "partner-share", "on-unserved", "gas");

  @ParameterizedTest
  @CsvSource({
    "brnt, brent",
    "brentt, brent",
    "bernt, brent",
    "BRENT, brent",
    "icnome, income",
    "hat, heat",
    "partnershare, partner-share",
    "partner_share, partner-share",
    "on-unservd, on-unserved",
    "ga, gas",
    "gsa, gas",
    "brent, brent"
  })
  void findsWhatWasMeant(String word, String nearest) {
    assertThat(Nearest.to(word, WORDS)).contains(nearest);
    assertThat(Nearest.hint(word, WORDS)).isEqualTo("; did you mean '" + nearest + "'?");
  }

  @ParameterizedTest
  @CsvSource({"oil", "tariff", "''", "partner", "bt"})
  void findsNothingFar(String word) {
    assertThat(Nearest.to(word, WORDS)).isEmpty();
    assertThat(Nearest.hint(word, WORDS)).isEmpty();
  }

  @Test
  void prefersTheFirstOfTheClosest() {
    assertThat(Nearest.to("flow-3", List.of("flow", "flow-1", "flow-2"))).contains("flow-1");
  }

  @Test
  void comparesNoEndlessWords() {
    String word = "x".repeat(1_000_000);
    assertThat(Nearest.to(word, List.of(word))).isEmpty();
  }
}
