package io.corridor.report.data;

import static java.util.Objects.requireNonNull;

import io.corridor.evidence.score.Widened;
import io.corridor.scenarios.LoadedScenario;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a scenario came from.
 *
 * @param file name of the file, without its folder
 * @param sha256 of the file's bytes, in hexadecimal
 * @param variant of the file that was run; absent: the file as it stands
 * @param set what was set over the file and the variant: values as they were written, by key
 * @param widened what its fits are widened by, by key, where that isn't 1
 */
public record Source(
    String file,
    String sha256,
    Optional<String> variant,
    Map<String, String> set,
    @Nullable Map<String, Widened> widened) {

  /** Copies the mappings, keeping their order. */
  public Source {
    set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
    widened = // which stands elsewhere in results, if anything is widened
        widened == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(widened));
  }

  /** Makes the source of a scenario whose fits aren't widened. */
  public Source(String file, String sha256, Optional<String> variant, Map<String, String> set) {
    this(file, sha256, variant, set, Map.of());
  }

  @Override
  public Map<String, Widened> widened() {
    return requireNonNull(widened);
  }

  /** Returns the same, whose fits are widened. */
  public Source withWidened(Map<String, Widened> by) {
    return new Source(file, sha256, variant, set, by);
  }

  /**
   * Returns the variant and what was set, each after a comma; nothing for the file as it stands.
   */
  public String changes() {
    StringBuilder text = new StringBuilder();
    variant.ifPresent(name -> text.append(", variant ").append(name));
    set.forEach((key, value) -> text.append(", ").append(key).append('=').append(value));
    return text.toString();
  }

  /**
   * Returns where {@code loaded} came from.
   *
   * @param file what the results call its file
   */
  public static Source of(String file, LoadedScenario loaded) {
    return new Source(
        file, loaded.sha256(), loaded.variant(), loaded.set(), loaded.evidence().widened());
  }
}
