package io.corridor.report.internal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DotChartTest {
  private static final DotChart.Dot HALF = new DotChart.Dot("", 0, 50, 40, 60);

  @Test
  void aStripHasAllOfItsScale() {
    String strip = DotChart.strip(List.of(HALF), 25, 100);

    // From 8 to 352: 50 is at 180, 25 at 94 and 100 at 352.
    assertThat(strip)
        .contains("cx=\"180\"", "M94 6h258", "M145.5 9h69")
        .startsWith("<svg class=\"chart strip\"");
  }

  @Test
  void aStripWithoutARangeHasNoBar() {
    assertThat(DotChart.strip(List.of(HALF), 50, 50))
        .contains("cx=\"180\"")
        .doesNotContain("f-band");
  }

  @Test
  void whatIsNotKnownIsNotDrawn() {
    DotChart.Dot none = new DotChart.Dot("", 0, Double.NaN);
    assertThat(DotChart.strip(List.of(none), Double.NaN, Double.NaN))
        .doesNotContain("circle", "NaN");
  }
}
