package io.corridor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests {@link Range}. */
class RangeTest {

  static Stream<Arguments> ranges() {
    return Stream.of(
        Arguments.of(Range.FREE, "a finite number", -1e300, Double.NEGATIVE_INFINITY),
        Arguments.of(Range.FRACTION, "from 0 to 1", 1.0, Math.nextUp(1.0)),
        Arguments.of(Range.FRACTION, "from 0 to 1", 0.0, -Double.MIN_VALUE),
        Arguments.of(Range.POSITIVE_FRACTION, "above 0 and at most 1", Double.MIN_VALUE, 0.0),
        Arguments.of(Range.NOT_NEGATIVE, "at least 0", -0.0, -1.0),
        Arguments.of(Range.NOT_NEGATIVE, "at least 0", 1e300, Double.POSITIVE_INFINITY),
        Arguments.of(Range.POSITIVE, "above 0", Double.MIN_VALUE, 0.0),
        Arguments.of(Range.ABOVE_ONE, "above 1", Math.nextUp(1.0), 1.0),
        Arguments.of(Range.ABOVE_MINUS_ONE, "above -1", -0.999, -1.0),
        Arguments.of(Range.CORRELATION, "from -1 to 1", -1.0, -1.01),
        Arguments.of(Range.PERCENTILE, "above 0 and below 100", 99.9, 100.0));
  }

  @ParameterizedTest
  @MethodSource("ranges")
  void containsWhatItsWordsSay(Range range, String words, double inside, double outside) {
    assertThat(range.words()).isEqualTo(words);
    assertThat(range.contains(inside)).isTrue();
    assertThat(range.contains(outside)).isFalse();
    assertThat(range.contains(Double.NaN)).isFalse();
  }
}
