package io.corridor.report.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AssumptionsTest {

  @Test
  void whatFollowsAGradeIsARemarkOfItsOwn() {
    String file =
        """
        corridor: 1
        drivers:
          # Thrice as dear [memory]. Under pressure as in 2018 [derived].
          rial: {start: 1}
        """;
    assertThat(Assumptions.of(file).grades())
        .flatExtracting(Assumptions.Grade::items)
        .extracting(Assumptions.Item::text)
        .containsExactly("Thrice as dear", "Under pressure as in 2018");
  }
}
