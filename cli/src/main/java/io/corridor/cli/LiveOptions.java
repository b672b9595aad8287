package io.corridor.cli;

import com.google.common.io.Resources;
import io.corridor.report.data.LiveModel;
import io.corridor.report.data.PageModel;
import io.corridor.run.CancelledException;
import io.corridor.run.Progress;
import io.corridor.scenarios.LoadedScenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether a page carries the model, so that whoever reads it can ask it. */
final class LiveOptions {
  private static final String FILES = "/io/corridor/web/";
  private static final String SCRIPT = "engine.js";
  private static final String MODULE = "engine.wasm.txt";

  @Option(
      names = "--no-live",
      description =
          "Leave the model out of the page, which is smaller then, and can be read but not asked.")
  private boolean none;

  /** Returns the model; empty if the page does without. */
  Optional<LiveModel> model(Progress progress) throws IOException {
    return none ? Optional.empty() : built(progress);
  }

  /** Returns a scenario with the model; empty if the page does without. */
  Optional<PageModel> asked(LoadedScenario scenario, Progress progress) throws IOException {
    return model(progress).map(model -> new PageModel(model, scenario));
  }

  /**
   * Returns the model that this program was built with, or the one that its checkout builds now,
   * unless it has; empty if there is none. Why it couldn't be built is said on standard error.
   */
  static Optional<LiveModel> built(Progress progress) throws IOException {
    String checkout = System.getProperty("corridor.model", "");
    if (checkout.isEmpty()) {
      return LiveOptions.class.getResource(FILES + MODULE) == null
          ? Optional.empty()
          : Optional.of(new LiveModel(text(SCRIPT), text(MODULE)));
    }
    boolean built = builds(Path.of(checkout, "model.sh"));
    if (!progress.goOn(0, 0)) {
      throw new CancelledException(0, 0);
    }
    Path files = Path.of(checkout, "target/classes" + FILES);
    return built
        ? Optional.of(
            new LiveModel(
                Files.readString(files.resolve(SCRIPT)), Files.readString(files.resolve(MODULE))))
        : Optional.empty();
  }

  private static boolean builds(Path script) throws IOException {
    Process process =
        new ProcessBuilder("/bin/sh", script.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      return process.waitFor() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException(0, 0);
    }
  }

  private static String text(String file) throws IOException {
    return Resources.toString(
        Resources.getResource(LiveOptions.class, FILES + file), StandardCharsets.UTF_8);
  }
}
