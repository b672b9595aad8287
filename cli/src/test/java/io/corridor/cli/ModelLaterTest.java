package io.corridor.cli;

import static io.corridor.cli.CommandLines.corridor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.corridor.cli.CommandLines.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model for pages, in a checkout: built by a script, as soon as a page needs it. */
class ModelLaterTest {
  private static final String PROPERTY = "corridor.model";
  private static final String MODEL = "id=\"corridor-module\"";

  @TempDir private Path folder;

  @BeforeEach
  void needsShell() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell");
    System.setProperty(PROPERTY, folder.toString());
  }

  @AfterEach
  void clear() {
    System.clearProperty(PROPERTY);
  }

  private Path out() {
    return folder.resolve("out");
  }

  private Outcome run(String... more) {
    return corridor(
        Stream.concat(Stream.of("run", "yardstick", "--paths", "200"), Arrays.stream(more))
            .toArray(String[]::new));
  }

  @Test
  void isBuiltAfterTheAnswersAreWritten() throws IOException {
    Path engine = folder.resolve("target/classes/io/corridor/web");
    Files.writeString(
        folder.resolve("model.sh"),
        String.join(
            "\n",
            "test -s '" + out() + "/result.json' || exit 1",
            "mkdir -p '" + engine + "'",
            "echo 'a script' >'" + engine + "/engine.js'",
            "echo 'a module' >'" + engine + "/engine.wasm.txt'"));
    assertThat(run("--out", out().toString()).status()).isZero();
    assertThat(out().resolve("report.html")).content().contains(MODEL, "a module");
  }

  @Test
  void isLeftOutWhereItCantBeBuilt() throws IOException {
    Files.writeString(folder.resolve("model.sh"), "exit 1");
    assertThat(run("--out", out().toString()).status()).isZero();
    assertThat(out().resolve("report.html")).content().doesNotContain(MODEL);
    assertThat(corridor("studio", "--no-open", "--out", out() + "/page.html").err())
        .contains("without the model for pages, which studio needs");
  }

  @Test
  void isntBuiltForWhatNeedsNone() {
    assertThat(run().status()).isZero();
    assertThat(run("--out", out().toString(), "--no-live").status()).isZero();
  }
}
