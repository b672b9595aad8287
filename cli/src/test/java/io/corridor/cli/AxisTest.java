package io.corridor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class AxisTest {
  private static Axis axis(String text) {
    return new Axis.Converter().convert(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "k=1,2,3 | 1;2;3",
        "k= 1 , 2 | 1;2",
        "k=0:1:0.25 | 0;0.25;0.50;0.75;1.00",
        "k=0:0.3:0.1 | 0;0.1;0.2;0.3",
        "k=1:0:-0.5 | 1;0.5;0.0",
        "k=0:1:0.4 | 0;0.4;0.8",
        "k=5:5:1 | 5",
        "k=-1:1:1 | -1;0;1",
        "k=1e3:3e3:1e3 | 1000;2000;3000",
        "k=8:12:2 mcm/d | 8 mcm/d;10 mcm/d;12 mcm/d",
        "k=8 mcm/d:10 mcm/d:2 mcm/d | 8 mcm/d;10 mcm/d",
        "k=0%:4%:2% | 0 %;2 %;4 %",
        "k=2019-03-01,2019-06-01 | 2019-03-01;2019-06-01",
        "k={uniform: [0.1, 0.2]},0.3 | {uniform: [0.1, 0.2]};0.3",
        "k='a,b',c | 'a,b';c",
        "k=null,0 | null;0"
      })
  void valuesAreListedOrCounted(String text, String values) {
    assertThat(axis(text).key()).isEqualTo("k");
    assertThat(axis(text).values()).containsExactly(values.split(";"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "k",
        "=1",
        "k=",
        "k=1,,2",
        "k=1,1",
        "k=0:1:0",
        "k=0:1:-1",
        "k=0:1e9:1",
        "k=0%:4:2",
        "k=0:1e999999999:1e999999998",
        "k=0:1:1e-999999999",
        "k=1e999999999:1e999999999:1",
        "k=0:1:1e99999999999",
        "k=0:1:0.00000000000000000000000000000000000000000001"
      })
  void whatIsNoAxisIsRefused(String text) {
    assertThatThrownBy(() -> axis(text)).isInstanceOf(TypeConversionException.class);
  }

  @Test
  void theKeyEndsAtTheFirstEqualsSign() {
    assertThat(axis("a.b=x=y").key()).isEqualTo("a.b");
    assertThat(axis("a.b=x=y").values()).containsExactly("x=y");
  }
}
