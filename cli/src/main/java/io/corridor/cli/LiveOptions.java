package io.corridor.cli;

import io.corridor.report.data.LiveModel;
import io.corridor.report.data.PageModel;
import io.corridor.scenarios.LoadedScenario;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether a page carries the model, so that whoever reads it can ask it. */
final class LiveOptions {
  private static final String SCRIPT = "/io/corridor/web/engine.js";
  private static final String MODULE = "/io/corridor/web/engine.wasm.txt";

  @Option(
      names = "--no-live",
      description =
          "Leave the model out of the page, which is smaller then, and can be read but not asked.")
  private boolean none;

  /** Returns the model; empty if the page does without. */
  Optional<LiveModel> model() throws IOException {
    return none ? Optional.empty() : shipped();
  }

  /** Returns a scenario with the model; empty if the page does without. */
  Optional<PageModel> asked(LoadedScenario scenario) throws IOException {
    return model().map(model -> new PageModel(model, scenario));
  }

  /** Returns the model that this program was built with; empty if it was built without. */
  static Optional<LiveModel> shipped() throws IOException {
    Optional<String> module = text(MODULE);
    return module.isEmpty()
        ? Optional.empty()
        : text(SCRIPT).map(script -> new LiveModel(script, module.get()));
  }

  private static Optional<String> text(String resource) throws IOException {
    try (InputStream in = LiveOptions.class.getResourceAsStream(resource)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
