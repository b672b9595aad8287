package io.corridor.cli;

import static io.corridor.cli.CommandLines.corridor;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.cli.CommandLines.Outcome;
import io.corridor.evidence.fit.FitCache;
import io.corridor.evidence.fit.FitFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands tell the same whether fits are made, were kept, or can't be. */
class KeptFitsTest {
  private static final String[][] COMMANDS = {
    {"validate", "iran-iraq-2019"},
    {"run", "iran-iraq-2019", "--paths", "64", "--json"},
    {"fit", "iran-iraq-2019"},
  };

  @TempDir private Path folder;

  @AfterEach
  void keepNone() {
    ScenarioStore.keepFits(FitCache.NONE);
  }

  /** Those of a process that begins: it remembers none. */
  private static List<Outcome> outcomes(FitCache kept) {
    List<Outcome> outcomes = new ArrayList<>();
    for (String[] command : COMMANDS) {
      ScenarioStore.keepFits(kept);
      Outcome outcome = corridor(command);
      outcomes.add(
          new Outcome(
              outcome.status(),
              outcome.out().replaceAll("(?s)\"timing\": \\{.*?\\}", ""),
              outcome.err()));
    }
    return outcomes;
  }

  @Test
  void whatIsToldIsTheSame() throws IOException {
    List<Outcome> made = outcomes(FitCache.NONE);
    assertThat(made).allSatisfy(outcome -> assertThat(outcome.status()).isZero());
    Path fits = folder.resolve("fits");
    assertThat(outcomes(FitFolder.of(fits, 1L << 30))).isEqualTo(made); // keeps, then takes
    assertThat(fits).isNotEmptyDirectory();
    assertThat(outcomes(FitFolder.of(fits, 1L << 30))).isEqualTo(made);
    Path file = Files.writeString(folder.resolve("file"), "in its place");
    assertThat(outcomes(FitFolder.of(file, 1L << 30))).isEqualTo(made);
  }
}
