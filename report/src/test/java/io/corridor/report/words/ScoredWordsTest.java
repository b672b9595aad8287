package io.corridor.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.scenarios.ShippedScenarios;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScoredWordsTest {

  @Test
  void aMetricOfAnotherVariantHasItsNameToo() {
    ScoredWords words =
        ScoredWords.of(Optional.of(ShippedScenarios.read("us-china-tariffs-2018").scenario()));
    assertThat(words.metric("flow.from-china")).isEqualTo("trade from China");
    assertThat(words.metric("something")).isEqualTo("something");
    assertThat(ScoredWords.of(Optional.empty()).metric("flow.from-china"))
        .isEqualTo("flow.from-china");
  }
}
