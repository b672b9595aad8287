package io.corridor.scenarios.internal.format;

import io.corridor.model.Declaration;
import io.corridor.model.Declaration.Component;
import io.corridor.model.Noise;
import io.corridor.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The noise of what is traded, demanded, supplied or offered, which may be written in one word. */
final class NoiseFormat {
  /** The key that is short for a noise that never returns. */
  static final String STRAYS = "strays";

  private NoiseFormat() {}

  /** Returns how a noise is read that {@code key} would read if it had no short form. */
  static <T> Part<T> part(FileKey<T, Optional<Noise>> key) {
    Function<T, Optional<Noise>> noise = key.getter();
    FileKey<T, Optional<Noise>> whole =
        new FileKey<>(
            key.name(),
            key.shape(),
            in -> noise.apply(in).filter(found -> strays(found).isEmpty()),
            key.fallback(),
            key.says(),
            key.left());
    Component volatility = Declaration.of(Noise.class).component("volatility").orElseThrow();
    FileKey<T, Optional<Value>> strays =
        FileKey.maybe(
            STRAYS,
            Values.of(Measure.of(volatility.unit()), volatility.range()),
            in -> noise.apply(in).flatMap(NoiseFormat::strays),
            "short for a noise of reversion 0 and this volatility: how far it strays in a year");
    return new Part<>(
        List.of(whole, strays),
        (in, before) ->
            in.node(STRAYS) == null ? in.get(whole) : in.get(strays).map(Noise::strays));
  }

  private static Optional<Value> strays(Noise noise) {
    return noise.reversion().equals(Value.ZERO) && noise.start().isEmpty()
        ? Optional.of(noise.volatility())
        : Optional.empty();
  }
}
