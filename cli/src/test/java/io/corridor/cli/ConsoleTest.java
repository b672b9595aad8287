package io.corridor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.report.screen.Screen;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleTest {

  @Test
  void aTerminalHasItsWidthAndColoursUnlessTheyAreUnwanted() {
    assertThat(Console.screen("terminal", 132, Map.of())).isEqualTo(new Screen(132, true));
    assertThat(Console.screen("terminal", 132, Map.of("NO_COLOR", "")))
        .isEqualTo(new Screen(132, true));
    assertThat(Console.screen("terminal", 132, Map.of("NO_COLOR", "1")))
        .isEqualTo(new Screen(132, false));
    assertThat(Console.screen("terminal", 132, Map.of("TERM", "dumb")))
        .isEqualTo(new Screen(132, false));
  }

  @Test
  void whatIsNoTerminalHasEightyColumnsAndNoColours() {
    assertThat(Console.screen("", 132, Map.of())).isEqualTo(Screen.PLAIN);
  }
}
