package io.corridor.scenarios;

import io.corridor.model.KeyPath;
import io.corridor.scenarios.internal.yaml.Flaw;
import io.corridor.scenarios.internal.yaml.Position;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the keys of a scenario stand in the files and options that it was read from. */
public final class KeyPlaces {
  private final Function<KeyPath, Position> positions;

  KeyPlaces(Function<KeyPath, Position> positions) {
    this.positions = positions;
  }

  /**
   * Returns what is to be said of a key, with its place; the place of the nearest key above it
   * where it isn't written.
   *
   * @param key its path
   * @param message what is said
   */
  public FileProblem at(KeyPath key, String message) {
    Position at = positions.apply(key);
    return Flaws.problem(new Flaw(at, key, message), at.origin().note());
  }

  /** Returns whether the other has places too: those of the same files and options are the same. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KeyPlaces;
  }

  @Override
  public int hashCode() {
    return KeyPlaces.class.hashCode();
  }

  @Override
  public String toString() {
    return "places of keys";
  }
}
