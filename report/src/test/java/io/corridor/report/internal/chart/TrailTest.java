package io.corridor.report.internal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrailTest {

  @Test
  void isWrittenInSteps() {
    Trail trail = new Trail().move(10, 2.5).line(13.8, 2.5).line(17.5, 2.1).line(21.3, 3.1);
    assertThat(trail.line(21.3, 0).close()).hasToString("M10 2.5h3.8l3.7-.4 3.8 1v-3.1z");
  }

  @Test
  void roundingDoesNotAddUp() {
    Trail trail = new Trail().move(0, 0);
    for (int i = 1; i <= 300; i++) {
      trail.line(i / 3.0, 0);
    }
    long tenths = 0;
    for (String step : trail.toString().substring("M0 0h".length()).split(" ", -1)) {
      tenths += Math.round(10 * Double.parseDouble(step));
    }
    assertThat(tenths).isEqualTo(1000);
  }

  @Test
  void aPenThatIsUpBeginsAnew() {
    assertThat(new Trail().to(1, 2, false).to(2, 2, true).to(3, 0, false).to(3, 1, true))
        .hasToString("M1 2h1M3 0v1");
  }
}
