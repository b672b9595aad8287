package io.corridor.web.internal.engine;

import io.corridor.evidence.score.Widened;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ScenarioFileException;
import io.corridor.scenarios.ScenarioReader;
import io.corridor.scenarios.ScenarioTexts;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The scenario that a page holds, with its files.
 *
 * @param file what the scenario's file is called
 * @param text of the scenario
 * @param files those that it names: texts by path
 * @param widen what its fits are widened by that state nothing of it, by key: no page runs the
 *     backtest that tells
 * @param variant null: the file as it stands
 * @param set keys and values, in turn
 */
record Texts(
    String file,
    String text,
    Map<String, String> files,
    Map<String, Widened> widen,
    @Nullable String variant,
    List<String> set) {

  /** A lever that moves seldom changes a fit, which takes seconds in a browser. */
  private static final ScenarioReader READER = ScenarioReader.create().rememberingFits();

  private static final int MOST_KEPT = 2;

  /** The scenarios that were read last, which are read again for more paths, and as a base. */
  private static final Map<List<Object>, LoadedScenario> KEPT =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, LoadedScenario> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /** Before a page has opened. */
  static final Texts NONE = new Texts("", "", Map.of(), Map.of(), null, List.of());

  static Texts of(
      String file,
      String text,
      String[] paths,
      String[] contents,
      String[] widen,
      @Nullable String variant,
      String[] set) {
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = 0; i < paths.length; i++) {
      files.put(paths[i], contents[i]);
    }
    Map<String, Widened> by = new LinkedHashMap<>();
    for (int i = 0; i < widen.length; i += 2) {
      by.put(widen[i], Widened.by(new BigDecimal(widen[i + 1]).doubleValue()));
    }
    KEPT.clear();
    return new Texts(file, text, files, by, variant, List.of(set));
  }

  /**
   * Reads a scenario.
   *
   * @param changed the text; null: the page's own
   * @param variant null: the file as it stands
   * @param set keys and values, in turn
   */
  LoadedScenario read(@Nullable String changed, @Nullable String variant, String[] set) {
    List<Object> asked = Arrays.asList(changed, variant, List.of(set));
    LoadedScenario read = KEPT.get(asked);
    if (read == null) {
      read = readAnew(changed, variant, set);
      KEPT.put(asked, read);
    }
    return read;
  }

  private LoadedScenario readAnew(
      @Nullable String changed, @Nullable String variant, String[] set) {
    // The page's own text was read before it was written.
    ScenarioReader reader = changed == null ? READER.trustingVariants() : READER;
    if (variant != null) {
      reader = reader.withVariant(variant);
    }
    for (int i = 0; i < set.length; i += 2) {
      reader = reader.withSet(set[i], set[i + 1]);
    }
    return reader.read(new ScenarioTexts(changed == null ? text : changed, files, widen), file);
  }

  /**
   * Returns the page's own scenario, which {@code other} may be held against; empty if {@code
   * other} is that scenario, or of other months, or if the page's own text has mistakes.
   */
  Optional<LoadedScenario> base(
      LoadedScenario other, @Nullable String changed, @Nullable String variant, String[] set) {
    boolean isOwn =
        (changed == null || changed.equals(text))
            && Objects.equals(variant, this.variant)
            && Arrays.asList(set).equals(this.set);
    if (isOwn) {
      return Optional.empty();
    }
    LoadedScenario own;
    try {
      own = read(null, this.variant, this.set.toArray(new String[0]));
    } catch (ScenarioFileException e) {
      return Optional.empty();
    }
    boolean hasMonthsOfOther =
        own.scenario().start().equals(other.scenario().start())
            && own.scenario().months() == other.scenario().months();
    return hasMonthsOfOther ? Optional.of(own) : Optional.empty();
  }
}
