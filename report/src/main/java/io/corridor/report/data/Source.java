package io.corridor.report.data;

import io.corridor.scenarios.LoadedScenario;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a scenario came from.
 *
 * @param file name of the file, without its folder
 * @param sha256 of the file's bytes, in hexadecimal
 * @param variant of the file that was run; absent: the file as it stands
 * @param set what was set over the file and the variant: values as they were written, by key
 */
public record Source(
    String file, String sha256, Optional<String> variant, Map<String, String> set) {

  /** Copies the mapping, keeping its order. */
  public Source {
    set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
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
    return new Source(file, loaded.sha256(), loaded.variant(), loaded.set());
  }
}
