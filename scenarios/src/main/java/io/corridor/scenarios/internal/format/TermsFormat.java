package io.corridor.scenarios.internal.format;

import io.corridor.model.Dimension;
import io.corridor.model.Range;
import io.corridor.model.Waiver;
import io.corridor.model.Waiver.Term;
import io.corridor.model.Waiver.Terms;
import io.corridor.scenarios.internal.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lengths that a waiver's grant may have, which are written in either of two keys. */
final class TermsFormat {
  private static final FileKey<Waiver, Optional<Terms>> TERMS =
      FileKey.<Waiver, Terms>maybe(
              "terms",
              terms(),
              waiver ->
                  termDays(waiver).isPresent() ? Optional.empty() : Optional.of(waiver.terms()),
              "lengths that a grant or renewal may have: a list, or one for each regime")
          .leaving(FileKey.Leaving.WHOLE);
  private static final FileKey<Waiver, Optional<Integer>> TERM_DAYS =
      FileKey.maybe(
          "term-days", days(), TermsFormat::termDays, "short for terms of this length alone");

  /** The component {@code terms}. */
  static final Part<Waiver> PART = new Part<>(List.of(TERMS, TERM_DAYS), (in, before) -> read(in));

  private TermsFormat() {}

  private static Terms read(SectionShape.Fields<Waiver> in) {
    Optional<Terms> stated = in.get(TERMS).or(() -> in.get(TERM_DAYS).map(Terms::of));
    if (stated.isEmpty() && in.isFitted()) {
      in.free(TERMS.name());
    }
    return stated.orElse(Terms.of(1));
  }

  private static Shape<Integer> days() {
    return NumberShapes.whole(Measure.of(Dimension.DAYS), Range.DURATION);
  }

  private static Optional<Integer> termDays(Waiver waiver) {
    List<Term> terms = waiver.terms().everywhere();
    return terms.size() == 1 && terms.get(0).weight() == 1
        ? Optional.of(terms.get(0).days())
        : Optional.empty();
  }

  private static Shape<Terms> terms() {
    Shape<List<Term>> list =
        ListOf.some("a list of terms {days, weight}", Sections.PLAIN.section(Term.class));
    return new Either<>(
        Adapted.<List<Term>, Terms>of(list, Terms::of, Terms::everywhere),
        node -> !(node instanceof Node.Mapping),
        Adapted.<Map<String, List<Term>>, Terms>of(
            MapOf.references("a mapping of such lists by regime", list), Terms::of, Terms::states),
        terms -> terms.states().isEmpty());
  }
}
