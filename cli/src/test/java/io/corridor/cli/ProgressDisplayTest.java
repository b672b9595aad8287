package io.corridor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ProgressDisplayTest {

  @Test
  @Timeout(1200)
  void aLongRunIsShownAndTheLineIsClearedOnce() {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    ProgressDisplay display =
        new ProgressDisplay(new PrintStream(shown, true, StandardCharsets.UTF_8), 80, "");
    while (shown.size() == 0) {
      assertThat(display.goOn(250, 1_000)).isTrue();
    }
    display.close();
    int size = shown.size();
    display.close();
    assertThat(display.goOn(500, 1_000)).isTrue();
    assertThat(shown.size()).isEqualTo(size);
    assertThat(shown.toString(StandardCharsets.UTF_8)).matches("(?s).*250/1000 paths.*\r +\r\\R");
  }

  @Test
  void aRunThatIsSoonDoneShowsNothing() {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    try (ProgressDisplay display =
        new ProgressDisplay(new PrintStream(shown, true, StandardCharsets.UTF_8), 80, "")) {
      display.goOn(1_000, 1_000);
    }
    assertThat(shown.size()).isZero();
  }
}
