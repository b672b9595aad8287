package io.corridor.model;

import static java.util.Objects.requireNonNull;

import io.corridor.internal.withers.Withers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sanctions waiver, counted in days (section 4 of the model).
 *
 * @param covers flows, carriers and sources it protects
 * @param waives sanctions it protects them from; absent: every one
 * @param expires the first day on which it no longer holds
 * @param terms lengths that a grant or renewal may have, a list or one for each regime; or
 *     term-days
 * @param renew chance that it is renewed when it expires, by regime. In [0, 1]; in the situation of
 *     the start
 * @param reinstate chance a month that a lapsed waiver is granted again, by regime. In [0, 1]
 * @param onDependency how the logit of renewal listens to the importer's dependency
 * @param onUnserved how the logit of renewal listens to the unserved share
 */
@Section(value = "a waiver", fitted = true)
@Withers
public record Waiver(
    @Key(refers = Key.Refers.TARGET) List<String> covers,
    @Key(refers = Key.Refers.SANCTION) Optional<List<String>> waives,
    @Key LocalDate expires,
    @Key(everyRegime = true, fitted = true) Terms terms,
    @Key(
            label = "chance of renewal",
            unit = Dimension.FRACTION,
            range = Range.FRACTION,
            everyRegime = true,
            fitted = true)
        ByRegime renew,
    @Key(
            label = "chance a month that it is granted again",
            unit = Dimension.FRACTION,
            range = Range.FRACTION,
            everyRegime = true,
            absent = "0")
        ByRegime reinstate,
    @Key(label = "how renewal answers to dependency", absent = "0") Value onDependency,
    @Key(label = "how renewal answers to shortage", absent = "0") Value onUnserved)
    implements WaiverWithers {

  /** Copies the lists. */
  public Waiver {
    covers = List.copyOf(covers);
    waives = waives.map(List::copyOf);
  }

  /**
   * Returns a waiver of every measure that, once lapsed, isn't granted again.
   *
   * @param expires the first day on which it no longer holds
   * @param terms lengths that a renewal may have
   * @param renew chance that it is renewed when it expires, in [0, 1]
   * @param covers flows, carriers and sources it protects
   */
  public static Waiver of(LocalDate expires, Terms terms, double renew, String... covers) {
    return Declaration.of(Waiver.class).of(Ordered.list("covers", covers), expires, terms, renew);
  }

  /**
   * One possible length of a grant.
   *
   * @param days its length. At least 1
   * @param weight how likely it is beside the others; weights need not sum to 1. At least 0
   */
  @Section("a term")
  public record Term(
      @Key(unit = Dimension.DAYS, range = Range.DURATION) int days,
      @Key(range = Range.NOT_NEGATIVE) double weight) {}

  /**
   * The possible lengths of a grant, the same in every regime or one list for each.
   *
   * @param everywhere in every regime. Empty where {@code states} is given
   * @param states by regime. Each is named; empty where {@code everywhere} is given
   */
  @Section("terms")
  public record Terms(
      @Key(inline = true) List<Term> everywhere,
      @Key(refers = Key.Refers.REGIME, inline = true) Map<String, List<Term>> states) {

    /** Copies the collections. */
    public Terms {
      everywhere = List.copyOf(requireNonNull(everywhere, "everywhere"));
      requireNonNull(states, "states");
      states = Ordered.copyOf(com.google.common.collect.Maps.transformValues(states, List::copyOf));
    }

    /** Returns terms that are always {@code days} long. */
    public static Terms of(int days) {
      return new Terms(List.of(new Term(days, 1)), Map.of());
    }

    /** Returns the same terms in every regime. */
    public static Terms of(List<Term> everywhere) {
      return new Terms(everywhere, Map.of());
    }

    /** Returns terms by regime. */
    public static Terms of(Map<String, List<Term>> states) {
      return new Terms(List.of(), states);
    }

    /** Returns the terms in {@code regime}, or null where they are not given. */
    public @Nullable List<Term> in(String regime) {
      return everywhere.isEmpty() ? states.get(regime) : everywhere;
    }
  }
}
