package io.corridor.scenarios;

import static java.util.Objects.requireNonNull;

import io.corridor.evidence.score.Widened;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a scenario was read from: {@link ScenarioReader#read(ScenarioTexts, String)} reads the
 * same scenario again, wherever it is.
 *
 * @param text of the file itself
 * @param files texts of the files that it names, those that it extends and tables, by their path
 *     from its folder
 * @param widen how much wider its backtest found that fits should be, by key; empty where nobody
 *     had it looked for
 */
public record ScenarioTexts(
    String text, Map<String, String> files, @Nullable Map<String, Widened> widen) {

  /** Copies the mappings, keeping their order. */
  public ScenarioTexts {
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    widen = // which older results don't have
        widen == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(widen));
  }

  /** Makes texts beside which nothing was found. */
  public ScenarioTexts(String text, Map<String, String> files) {
    this(text, files, Map.of());
  }

  @Override
  public Map<String, Widened> widen() {
    return requireNonNull(widen);
  }
}
