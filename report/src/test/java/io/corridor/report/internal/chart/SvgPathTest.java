package io.corridor.report.internal.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SvgPathTest {

  @Test
  void isWrittenInStepsOfHalfAPixel() {
    SvgPath path = new SvgPath().move(10, 2.5).line(13.8, 2.6).line(17.5, 0.4).line(21.3, 3.1);
    assertThat(path.line(21.3, 0).close()).hasToString("M10 2.5h4l3.5-2 4 2.5v-3z");
  }

  @Test
  void overTimeItIsWholePixelsToTheRight() {
    assertThat(SvgPath.overTime().move(0.4, 0).line(7.3, 4).line(14.6, 0.6).line(21.9, 5))
        .hasToString("M0 0l7 4 8-3.5 7 4.5");
  }

  @Test
  void roundingDoesNotAddUp() {
    SvgPath path = new SvgPath().move(0, 0);
    for (int i = 1; i <= 300; i++) {
      path.line(i / 3.0, 2 * (i % 2));
    }
    assertThat(across(path.toString().substring("M0 0".length()))).isCloseTo(100, within(1e-9));
  }

  /** Returns how far to the right steps lead. */
  private static double across(String steps) {
    double across = 0;
    char command = ' ';
    boolean isDown = false;
    for (MatchResult found :
        Pattern.compile("[lhv]|-?([0-9]+(\\.5)?|\\.5)").matcher(steps).results().toList()) {
      String word = found.group();
      if (Character.isLetter(word.charAt(0))) {
        command = word.charAt(0);
        isDown = command == 'v';
      } else {
        across += isDown ? 0 : Double.parseDouble(word);
        isDown = command == 'v' || command == 'l' && !isDown;
      }
    }
    return across;
  }

  @Test
  void aPointThatALinePassesCloselyIsLeftOut() {
    assertThat(new SvgPath().move(0, 0).line(1, 0.7).line(2, 0).line(9, 0.5).line(10, 0))
        .hasToString("M0 0h10");
    assertThat(new SvgPath().move(0, 0).line(1, 1).line(2, 0)).hasToString("M0 0l1 1 1-1");
    assertThat(new SvgPath().move(0, 0).line(5, 0).line(2, 0)).as("back").hasToString("M0 0h5-3");
  }

  @Test
  void aPointEndsANumberThatHasOne() {
    assertThat(new SvgPath().move(0, 0).line(0.5, 1.5).line(2, 2).line(2.5, 5).line(6, 5.5))
        .hasToString("M0 0l.5 1.5 1.5.5.5 3 3.5.5");
  }

  @Test
  void aPenThatIsUpBeginsAnew() {
    assertThat(new SvgPath().to(1, 2, false).to(2, 2, true).to(3, 0, false).to(3, 1, true))
        .hasToString("M1 2h1M3 0v1");
  }
}
