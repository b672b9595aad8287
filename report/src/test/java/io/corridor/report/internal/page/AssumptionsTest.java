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

  @Test
  void remarksGoWithTheKeyThatTheyAreAbout() {
    String file =
        """
        corridor: 1
        flows:
          goods:
            # Of the customs [file].
            annual-value: 9 bn USD/year
            growth: {normal: [0.03, 0.01]}  # a guess [judged]
        waivers:
          # Both [memory].
          energy-waiver: {expires: 2019-03-20}
        """;
    assertThat(Assumptions.of(file).grades())
        .flatExtracting(Assumptions.Grade::items)
        .extracting(Assumptions.Item::key)
        .containsExactly("flows.goods.growth", "waivers.energy-waiver", "flows.goods.annual-value");
  }

  @Test
  void whatOnlyLooksLikeACommentIsNone() {
    String file =
        """
        corridor: 1
        description: |
          Number 1
          # of it [file].
        name: 'it''s # no comment [judged]'
        drivers:
          rial: {start: 1} # one [memory]
        """;
    assertThat(Assumptions.of(file).grades())
        .flatExtracting(Assumptions.Grade::items)
        .extracting(Assumptions.Item::text)
        .containsExactly("one");
    assertThat(Assumptions.of("a: @x # [judged]").grades()).isEmpty();
  }
}
