package io.corridor.model;

import static java.util.Objects.requireNonNull;

import io.corridor.internal.withers.Withers;
import java.util.List;
import java.util.Optional;

/**
 * What a reader is offered first to move: a number of the scenario, or several that move together,
 * under a name. It changes no result.
 *
 * @param of path of the number's key, such as flows.goods.growth, or a list of those of several
 *     that move together. One at least, as {@link KeyPath} writes them
 * @param label what people call it
 * @param from where moving it begins, in the number's unit; absent: its 1 % point, or half of a
 *     certain number
 * @param to where moving it ends, in the number's unit; absent: its 99 % point, or twice a certain
 *     number
 * @param shift how far the numbers move from where they are, such as -12 to 24 months, each with
 *     its spread kept. The smaller end first, in the numbers' unit; beside neither from nor to
 * @param kind policy: somebody decides it; world: nobody does
 */
@Section("a lever")
@Withers
public record NamedLever(
    @Key(form = "a key, or a list of keys") List<String> of,
    @Key String label,
    @Key(unit = Dimension.OWN) Optional<Double> from,
    @Key(unit = Dimension.OWN) Optional<Double> to,
    @Key(unit = Dimension.OWN, form = "an interval") Optional<List<Double>> shift,
    @Key(absent = "world") Kind kind)
    implements NamedLeverWithers {

  /** Who decides a number. */
  public enum Kind {
    /** Somebody: it is chosen. */
    POLICY,
    /** Nobody: it happens. */
    WORLD
  }

  /** Copies the lists. */
  public NamedLever {
    of = List.copyOf(of);
    shift = shift.map(List::copyOf);
  }

  /** Returns a lever of the world that moves over the usual range. */
  public static NamedLever of(String label, String... keys) {
    requireNonNull(label, "label");
    return Declaration.of(NamedLever.class).of(List.of(keys), label);
  }
}
