package io.corridor.scenarios;

import com.google.common.collect.ImmutableMap;
import io.corridor.evidence.fit.FitCache;
import io.corridor.evidence.forecast.Widener;
import io.corridor.scenarios.internal.evidence.Fitting;
import io.corridor.scenarios.internal.yaml.Folder;
import io.corridor.scenarios.internal.yaml.Quotes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads scenario files.
 *
 * <p>Immutable, so that it may be shared by threads; {@link #withVariant} and {@link #withSet}
 * return changed copies. A file, the one it extends, a variant and what is set are laid over each
 * other in this order. The result is valid; whatever is wrong with a file is said at once, by a
 * {@link ScenarioFileException} that names file, line, column and key of each mistake. Read as it
 * stands, a file must be right in all its variants.
 *
 * <p>Files that no scenario needs are refused early: larger than 1 MiB, nested deeper than 50, more
 * than 100 000 values; and tables larger than 64 MiB, or of more than 128 MiB in all.
 */
public final class ScenarioReader {
  /** The name of a file as it stands, where variants are named. */
  public static final String BASE = "base";

  private static final ScenarioReader STANDARD =
      new ScenarioReader(
          Optional.empty(), Map.of(), Optional.empty(), Widener.NONE, Variants.CHECKED, false);

  /** The fits of what is shipped, which doesn't change: each is made once, for whoever reads it. */
  private static final Fitting.Maker SHIPPED = Fitting.Maker.asking(FitCache.NONE);

  private static final String OPTION = "--set";

  private final Optional<String> variant;
  private final Map<String, Setting> set;

  /** Knows the fits of earlier readings; absent: each reading makes its own. */
  private final Optional<Fitting.Maker> fittings;

  private final Widener widener;
  private final Variants variants;
  private final boolean keepsGoing;

  /** What becomes of a file's variants where it is read as it stands. */
  enum Variants {
    TRUSTED,
    CHECKED,
    KEPT
  }

  /**
   * A value that is set.
   *
   * @param yaml the value
   * @param option what messages call it that it is set
   */
  record Setting(String yaml, String option) {}

  private ScenarioReader(
      Optional<String> variant,
      Map<String, Setting> set,
      Optional<Fitting.Maker> fittings,
      Widener widener,
      Variants variants,
      boolean keepsGoing) {
    this.variant = variant;
    this.set = set;
    this.fittings = fittings;
    this.widener = widener;
    this.variants = variants;
    this.keepsGoing = keepsGoing;
  }

  /** Returns a reader of files as they stand. */
  public static ScenarioReader create() {
    return STANDARD;
  }

  /**
   * Returns a reader that remembers the fits it has made, as do the readers that come of it: for
   * whoever reads a scenario again and again, changed a little. Results are the same.
   */
  public ScenarioReader rememberingFits() {
    return keepingFits(FitCache.NONE);
  }

  /**
   * Returns a reader that remembers fits, and asks {@code kept} for those that it hasn't made yet,
   * such as {@link io.corridor.evidence.fit.FitFolder}. Results are the same.
   */
  public ScenarioReader keepingFits(FitCache kept) {
    return new ScenarioReader(
        variant, set, Optional.of(Fitting.Maker.asking(kept)), widener, variants, keepsGoing);
  }

  /**
   * Returns a reader that asks {@code widener} how much wider fits are than by their data, where a
   * file has a backtest and they state nothing of it; else they aren't wider. A file is right
   * before that is asked.
   */
  public ScenarioReader wideningBy(Widener widener) {
    return new ScenarioReader(variant, set, fittings, widener, variants, keepsGoing);
  }

  /**
   * Returns a reader of files whose variants are known to be right, as of what was read before:
   * those that aren't asked for aren't read either. Results are the same.
   */
  public ScenarioReader trustingVariants() {
    return new ScenarioReader(variant, set, fittings, widener, Variants.TRUSTED, keepsGoing);
  }

  /**
   * Returns a reader of files as they stand that keeps their variants, read once to check them and
   * what each is put back to the past as: for {@link LoadedScenario#notesOnVariants}.
   */
  public ScenarioReader keepingVariants() {
    return new ScenarioReader(variant, set, fittings, widener, Variants.KEPT, keepsGoing);
  }

  /**
   * Returns a reader that goes on where a fit fails: {@link Evidence#failedFits} says which did,
   * and the scenario, which isn't whole without them, can't be simulated.
   */
  public ScenarioReader evenIfFitsFail() {
    return new ScenarioReader(variant, set, fittings, widener, variants, true);
  }

  /**
   * Returns a reader of the variant {@code name} of files; {@link #BASE} is the file as it stands.
   */
  public ScenarioReader withVariant(String name) {
    Optional<String> named = Optional.of(name).filter(given -> !given.equals(BASE));
    return new ScenarioReader(named, set, fittings, widener, variants, keepsGoing);
  }

  /**
   * Returns a reader that sets one more value, or moves a number with its spread: each of its draws
   * by an amount, if a plus stands behind the key, or by a factor, if a star does.
   *
   * @param key path of the key: {@code flows.goods.growth}; items of lists by number from 0
   * @param yaml the value as YAML; {@code null} removes the key; the amount in the key's unit, or
   *     the factor
   */
  public ScenarioReader withSet(String key, String yaml) {
    return withSet(key, yaml, OPTION);
  }

  /**
   * Returns a reader that sets one more value.
   *
   * @param key path of the key: {@code flows.goods.growth}; items of lists by number from 0
   * @param yaml the value as YAML; {@code null} removes the key
   * @param option what messages call it: {@code --vary}
   */
  public ScenarioReader withSet(String key, String yaml, String option) {
    Map<String, Setting> more = new LinkedHashMap<>(set);
    more.remove(key);
    more.put(key, new Setting(yaml, option));
    return new ScenarioReader(
        variant, ImmutableMap.copyOf(more), fittings, widener, variants, keepsGoing);
  }

  /**
   * Returns the scenario of a file.
   *
   * @throws ScenarioFileException naming every problem, if there is no such file or it is wrong
   */
  public LoadedScenario read(Path file) {
    try {
      return load(file.toString(), FileFolder.open(file));
    } catch (IOException e) {
      throw new ScenarioFileException(new FileProblem(file.toString(), 0, 0, "", Folder.reason(e)));
    }
  }

  /**
   * Returns the scenario that {@code yaml} says, which can't name files: for {@code data} and the
   * like see {@link #readText(String, String, Map)}.
   *
   * @param name what to call the text in messages
   * @throws ScenarioFileException naming every problem, if it is wrong
   */
  public LoadedScenario readText(String yaml, String name) {
    Folder nowhere =
        path -> {
          throw new IOException(
              "a text that is read alone can't name files; from Java, give them to readText as"
                  + " well: readText(text, name, files), or (text, name, folder)");
        };
    return load(name, found(yaml, name, nowhere));
  }

  /**
   * Returns the scenario that {@code yaml} says, which may name files in {@code folder}.
   *
   * @param name what to call the text in messages
   * @throws ScenarioFileException naming every problem, if it is wrong
   */
  public LoadedScenario readText(String yaml, String name, Path folder) {
    return load(name, found(yaml, name, folder(folder)));
  }

  /**
   * Returns the scenario that {@code yaml} says, which may name {@code files}, as {@link
   * ScenarioWriter} writes both.
   *
   * @param name what to call the text in messages
   * @param files texts by path from the folder of the text, as {@link ScenarioTexts} has them
   * @throws ScenarioFileException naming every problem, if it is wrong
   */
  public LoadedScenario readText(String yaml, String name, Map<String, String> files) {
    return load(name, found(yaml, name, texts(files, "")));
  }

  /**
   * Returns the scenario that was read from {@code texts}, widened as it was.
   *
   * @param name what to call the text in messages
   * @throws ScenarioFileException naming every problem, if it is wrong
   */
  public LoadedScenario read(ScenarioTexts texts, String name) {
    return wideningBy((backtest, of) -> texts.widen()).readText(texts.text(), name, texts.files());
  }

  private static Folder texts(Map<String, String> files, String folder) {
    return path -> {
      String at = folder + path;
      String text = files.get(at);
      if (text == null) {
        throw new IOException("there is no file " + Quotes.quote(at));
      }
      return new Folder.Found(
          at,
          at,
          text.getBytes(StandardCharsets.UTF_8),
          texts(files, at.substring(0, at.lastIndexOf('/') + 1)));
    };
  }

  /**
   * Returns the scenario of a file that was read already, as from standard input; it may name files
   * in {@code folder}.
   *
   * @param bytes of the file
   * @param name what to call it in messages
   * @throws ScenarioFileException naming every problem, if it is wrong
   */
  public LoadedScenario read(byte[] bytes, String name, Path folder) {
    return load(name, new Folder.Found(name, new Object(), bytes, folder(folder)));
  }

  /**
   * Returns the shipped scenario {@code name}.
   *
   * @throws ScenarioFileException if there is none of that name, or it has no such variant
   */
  public LoadedScenario readShipped(String name) {
    Optional<Fitting.Maker> known =
        set.isEmpty() ? fittings.or(() -> Optional.of(SHIPPED)) : fittings;
    return load(name, ShippedScenarios.open(name), known);
  }

  private static Folder folder(Path path) {
    try {
      return FileFolder.of(path, "");
    } catch (IOException e) {
      throw new ScenarioFileException(
          new FileProblem(path.toString(), 0, 0, "", "is no folder that can be read"));
    }
  }

  private static Folder.Found found(String yaml, String name, Folder folder) {
    return new Folder.Found(name, new Object(), yaml.getBytes(StandardCharsets.UTF_8), folder);
  }

  private LoadedScenario load(String file, Folder.Found found) {
    return load(file, found, fittings);
  }

  private LoadedScenario load(String file, Folder.Found found, Optional<Fitting.Maker> known) {
    Loading loading =
        new Loading(
            found,
            variant,
            set,
            known
                .map(Fitting.Maker::forOtherTexts)
                .orElseGet(() -> Fitting.Maker.asking(FitCache.NONE)),
            widener,
            keepsGoing,
            variant.isEmpty() && set.isEmpty() ? variants : Variants.TRUSTED);
    try {
      return loading.load(file);
    } catch (ScenarioFileException e) {
      throw e.with(loading.texts());
    }
  }
}
