package io.corridor.report.internal.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SvgPathTest {

  @Test
  void isWrittenInSteps() {
    SvgPath path = new SvgPath().move(10, 2.5).line(13.8, 2.5).line(17.5, 1.7).line(21.3, 3.1);
    assertThat(path.line(21.3, 0).close()).hasToString("M10 2.5h3.8l3.7-.8 3.8 1.4v-3.1z");
  }

  @Test
  void roundingDoesNotAddUp() {
    SvgPath path = new SvgPath().move(0, 0);
    for (int i = 1; i <= 300; i++) {
      path.line(i / 3.0, i % 2);
    }
    String steps = path.toString().substring("M0 0l".length());
    List<String> numbers =
        Pattern.compile("-?([0-9]+(\\.[0-9])?|\\.[0-9])")
            .matcher(steps)
            .results()
            .map(MatchResult::group)
            .toList();
    double across = 0;
    for (int i = 0; i < numbers.size(); i += 2) {
      across += Double.parseDouble(numbers.get(i));
    }
    assertThat(numbers).hasSize(600);
    assertThat(across).isCloseTo(100, within(1e-9));
  }

  @Test
  void aPointThatALinePassesCloselyIsLeftOut() {
    assertThat(new SvgPath().move(0, 0).line(1, 0.3).line(2, 0).line(9, 0.1).line(10, 0))
        .hasToString("M0 0h10");
    assertThat(new SvgPath().move(0, 0).line(1, 0.4).line(2, 0)).hasToString("M0 0l1 .4 1-.4");
    assertThat(new SvgPath().move(0, 0).line(5, 0).line(2, 0)).as("back").hasToString("M0 0h5-3");
  }

  @Test
  void aPointEndsANumberThatHasOne() {
    assertThat(new SvgPath().move(0, 0).line(1.5, 0.5).line(3, 3.5).line(4, 3.9))
        .hasToString("M0 0l1.5.5 1.5 3 1 .4");
  }

  @Test
  void aPenThatIsUpBeginsAnew() {
    assertThat(new SvgPath().to(1, 2, false).to(2, 2, true).to(3, 0, false).to(3, 1, true))
        .hasToString("M1 2h1M3 0v1");
  }
}
