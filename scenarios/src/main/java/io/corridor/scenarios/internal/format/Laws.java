package io.corridor.scenarios.internal.format;

import static java.util.Objects.requireNonNull;

import io.corridor.model.Dimension;
import io.corridor.model.Distribution;
import io.corridor.model.Distribution.Beta;
import io.corridor.model.Distribution.Choice;
import io.corridor.model.Distribution.Interval;
import io.corridor.model.Distribution.Lognormal;
import io.corridor.model.Distribution.Normal;
import io.corridor.model.Distribution.Pert;
import io.corridor.model.Distribution.Triangular;
import io.corridor.model.Distribution.Uniform;
import io.corridor.model.Range;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The distributions of the format that are written as a list of numbers. */
final class Laws {
  /** The key of the distribution that is written as a mapping. */
  static final String CHOICE = "choice";

  /** The key of the law that is given by quantiles. */
  static final String QUANTILES = "quantiles";

  /** The key that names a column of joint draws. */
  static final String DRAW = "draw";

  /** The key that names a parameter. */
  static final String PARAMETER = "parameter";

  private static final String WITHIN = "within";

  /** An argument: its name, and whether it measures what the distribution's value does. */
  record Argument(String name, boolean sameMeasure) {}

  /**
   * A distribution.
   *
   * @param name its key
   * @param type its type in the model
   * @param arguments its numbers
   * @param interval key of the interval that may stand beside it; empty for none
   * @param make makes it of its numbers
   * @param numbers takes its numbers
   * @param bounds takes its interval
   */
  record Law<D extends Distribution>(
      String name,
      Class<D> type,
      List<Argument> arguments,
      String interval,
      BiFunction<List<Double>, Optional<Interval>, D> make,
      Function<D, List<Double>> numbers,
      Function<D, Optional<Interval>> bounds) {

    /** Returns how it is written: {@code normal: [mean, sd]}. */
    String form() {
      return name
          + ": ["
          + String.join(", ", arguments.stream().map(Argument::name).toList())
          + "]";
    }
  }

  private static final Map<String, Law<?>> LAWS = new LinkedHashMap<>();

  static {
    add(
        new Law<>(
            "uniform",
            Uniform.class,
            List.of(same("low"), same("high")),
            "",
            (x, interval) -> new Uniform(x.get(0), x.get(1)),
            d -> List.of(d.low(), d.high()),
            d -> Optional.empty()));
    add(
        new Law<>(
            "triangular",
            Triangular.class,
            List.of(same("low"), same("mode"), same("high")),
            "",
            (x, interval) -> new Triangular(x.get(0), x.get(1), x.get(2)),
            d -> List.of(d.low(), d.mode(), d.high()),
            d -> Optional.empty()));
    add(
        new Law<>(
            "pert",
            Pert.class,
            List.of(same("low"), same("mode"), same("high")),
            "",
            (x, interval) -> new Pert(x.get(0), x.get(1), x.get(2)),
            d -> List.of(d.low(), d.mode(), d.high()),
            d -> Optional.empty()));
    add(
        new Law<>(
            "normal",
            Normal.class,
            List.of(same("mean"), same("sd")),
            WITHIN,
            (x, interval) -> new Normal(x.get(0), x.get(1), interval),
            d -> List.of(d.mean(), d.sd()),
            Normal::within));
    add(
        new Law<>(
            "lognormal",
            Lognormal.class,
            List.of(same("median"), plain("sigma")),
            WITHIN,
            (x, interval) -> new Lognormal(x.get(0), x.get(1), interval),
            d -> List.of(d.median(), d.sigma()),
            Lognormal::within));
    add(
        new Law<>(
            "beta",
            Beta.class,
            List.of(plain("alpha"), plain("beta")),
            "range",
            (x, interval) -> new Beta(x.get(0), x.get(1), interval),
            d -> List.of(d.alpha(), d.beta()),
            Beta::range));
  }

  private Laws() {}

  private static void add(Law<?> law) {
    LAWS.put(law.name(), law);
  }

  private static Argument same(String name) {
    return new Argument(name, true);
  }

  private static Argument plain(String name) {
    return new Argument(name, false);
  }

  /** Returns the distribution with the key {@code name}, which there is. */
  static Law<?> named(String name) {
    return requireNonNull(LAWS.get(name), name);
  }

  /** Returns the distribution of the type of {@code distribution}. */
  @SuppressWarnings("unchecked") // a law's type is the type of what it makes
  static <D extends Distribution> Law<D> of(D distribution) {
    return (Law<D>)
        LAWS.values().stream()
            .filter(law -> law.type() == distribution.getClass())
            .findFirst()
            .orElseThrow();
  }

  /** Returns the shape of {@code choice}'s mapping, its values of {@code measure}. */
  static SectionShape<Choice> choice(Measure measure) {
    FileKey<Choice, List<Double>> values =
        FileKey.required(
            "values",
            ListOf.any("a list of numbers", NumberShapes.fixed(measure, Range.FREE)),
            Choice::values,
            "the values");
    FileKey<Choice, List<Double>> weights =
        FileKey.required(
            "weights",
            ListOf.any(
                "a list of weights", NumberShapes.fixed(Dimension.NUMBER, Range.NOT_NEGATIVE)),
            Choice::weights,
            "their weights; they need not sum to 1");
    return SectionShape.of(
        "a choice", List.of(values, weights), in -> new Choice(in.get(values), in.get(weights)));
  }

  /** Returns the schema of a distribution or reference to a parameter. */
  static Map<String, Object> schema(SchemaDefs partial) {
    SchemaDefs defs = partial.whole(); // a distribution is replaced whole
    return defs.define(
        "a distribution",
        () -> {
          List<Object> forms = new ArrayList<>();
          LAWS.values().forEach(law -> forms.add(schema(law, defs)));
          forms.add(single(CHOICE, choice(Measure.ANY).schema(defs)));
          forms.add(quantiles(defs));
          forms.add(single(DRAW, DrawTables.REFERENCE.schema(defs)));
          forms.add(single(PARAMETER, Scalars.ID.schema(defs)));
          return JsonObjects.object("oneOf", forms);
        });
  }

  private static Map<String, Object> schema(Law<?> law, SchemaDefs defs) {
    int count = law.arguments().size();
    Map<String, Object> form = single(law.name(), numbers(count, defs));
    if (!law.interval().isEmpty()) {
      form.put(
          "properties",
          JsonObjects.object(law.name(), numbers(count, defs), law.interval(), numbers(2, defs)));
    }
    return form;
  }

  private static Map<String, Object> quantiles(SchemaDefs defs) {
    Map<String, Object> form = single(QUANTILES, Quantiles.points(defs));
    form.put(
        "properties",
        JsonObjects.object(
            QUANTILES, Quantiles.points(defs), Quantiles.SCALE, Quantiles.SCALES.schema(defs)));
    return form;
  }

  private static Map<String, Object> numbers(int count, SchemaDefs defs) {
    return ListOf.exactly(count, "", NumberShapes.fixed(Measure.ANY, Range.FREE)).schema(defs);
  }

  private static Map<String, Object> single(String key, Map<String, Object> value) {
    return JsonObjects.object(
        "type",
        "object",
        "properties",
        JsonObjects.object(key, value),
        "required",
        List.of(key),
        "additionalProperties",
        false);
  }
}
