package io.corridor.scenarios.internal.format;

import io.corridor.model.Carrier;
import io.corridor.model.Declaration;
import io.corridor.model.Declaration.Component;
import io.corridor.model.Declaration.Form;
import io.corridor.model.Dimension;
import io.corridor.model.Driver;
import io.corridor.model.Flow;
import io.corridor.model.Key;
import io.corridor.model.Key.Defines;
import io.corridor.model.NamedLever;
import io.corridor.model.Noise;
import io.corridor.model.Partner;
import io.corridor.model.Sampling;
import io.corridor.model.Sanction;
import io.corridor.model.TradeMatrix;
import io.corridor.model.Value;
import io.corridor.model.Waiver;
import io.corridor.model.World;
import io.corridor.scenarios.internal.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes sections of what the records of the model declare: the shape of a key follows from the type
 * of its component and from its {@link Key}.
 *
 * @param measures what a dimension is measured in here
 * @param of what to add to the name of each section; empty for none
 */
record Sections(Function<Dimension, Measure> measures, String of) {
  /** Where neither carrier nor driver says what units are. */
  static final Sections PLAIN = new Sections(Measure::of, "");

  private static final List<Rule> STRAYING =
      List.of(
          Rule.atMostOne("noise", NoiseFormat.STRAYS),
          Rule.atMostOne(Place.FIT, NoiseFormat.STRAYS));

  /** Which keys of a section may stand together. */
  private static final Map<Class<?>, List<Rule>> RULES =
      Map.of(
          Sanction.class,
              List.of(Rule.exactlyOne("from", "after"), Rule.atLeastOne("cost", "cut", "tariff")),
          Waiver.class, List.of(Rule.exactlyOne("terms", "term-days")),
          Flow.class, STRAYING,
          Partner.class, STRAYING,
          Carrier.Demand.class, STRAYING,
          Carrier.Supply.class, STRAYING,
          Carrier.Source.class, STRAYING,
          NamedLever.class, List.of(Rule.atMostOne("shift", "from"), Rule.atMostOne("shift", "to")),
          QuestionSource.class,
              List.of(
                  Rule.atLeastOne("at-least", "above", "at-most", "below"),
                  Rule.atMostOne("at-least", "above"),
                  Rule.atMostOne("at-most", "below"),
                  Rule.atMostOne("by", "in", "at"),
                  Rule.atMostOne("for-months", "every-month", "count-months")));

  /** Returns the sections of carriers of {@code kind}. */
  static Sections of(Carrier.Kind kind) {
    return new Sections(
        dimension ->
            switch (dimension) {
              case CARRIER_FLOW -> Measure.inUnit(kind.unit());
              case CARRIER_PRICE -> Measure.inUnit(kind.priceUnit());
              case CARRIER_VOLUME ->
                  Measure.inUnit(kind.storageUnit().isEmpty() ? kind.unit() : kind.storageUnit());
              default -> Measure.of(dimension);
            },
        " of " + kind.key());
  }

  /** Returns the sections of drivers whose values are in {@code own}. */
  static Sections of(Measure own) {
    return new Sections(dimension -> dimension == Dimension.OWN ? own : Measure.of(dimension), "");
  }

  /** Returns the section that {@code type} declares. */
  <T> SectionShape<T> section(Class<T> type) {
    return section(type, Declaration.of(type).noun() + of, special(type));
  }

  /**
   * Returns the section that {@code type} declares.
   *
   * @param noun what it is
   * @param special components that are read in another way than their type says, by key
   */
  <T> SectionShape<T> section(Class<T> type, String noun, Map<String, Part<T>> special) {
    return section(Declaration.of(type), noun, special);
  }

  /**
   * Returns the section that {@code type} declares, which may be a record of this package for what
   * the model keeps otherwise.
   *
   * @param shapes of keys that are read in another way than their type says
   */
  @SuppressWarnings("unchecked") // declarations are listed by the record that they are of
  <T> SectionShape<T> written(Class<T> type, Map<String, Shape<?>> shapes) {
    Declaration<?> own = DeclaredSections.ALL.get(type);
    Declaration<T> declared = own == null ? Declaration.of(type) : (Declaration<T>) own;
    Map<String, Part<T>> parts = new LinkedHashMap<>();
    shapes.forEach(
        (name, shape) ->
            parts.put(name, Part.of(key(declared.component(name).orElseThrow(), shape))));
    return section(declared, declared.noun(), parts);
  }

  /** Returns the section of a record's declaration. */
  @SuppressWarnings("unchecked") // the key asks nothing of the section
  <T> SectionShape<T> section(Declaration<T> declared, String noun, Map<String, Part<T>> special) {
    List<FileKey<T, ?>> keys = new ArrayList<>(kind(declared));
    List<Part<T>> parts = new ArrayList<>();
    for (Component component : declared.components()) {
      Part<T> part = special.get(component.name());
      parts.add(part != null ? part : part(component, declared));
    }
    parts.forEach(part -> keys.addAll(part.keys()));
    if (declared.fitted()) {
      keys.add((FileKey<T, ?>) (FileKey<?, ?>) EvidenceFormat.FIT);
    }
    return new SectionShape<>(
        noun,
        keys,
        RULES.getOrDefault(declared.type(), List.of()),
        in -> {
          List<Object> values = new ArrayList<>();
          parts.forEach(part -> values.add(part.value().apply(in, values)));
          return declared.make(values.toArray());
        });
  }

  @SuppressWarnings("unchecked")
  private static <T> Map<String, Part<T>> special(Class<T> type) {
    if (type == Waiver.class) {
      return (Map<String, Part<T>>) (Map<String, ?>) Map.of("terms", TermsFormat.PART);
    }
    if (type == TradeMatrix.class) {
      Component unit = Declaration.of(TradeMatrix.class).component("unit").orElseThrow();
      return (Map<String, Part<T>>)
          (Map<String, ?>)
              Map.of(
                  "unit",
                  Part.of(key(unit, TradeMatrixFormat.UNIT)),
                  "rows",
                  TradeMatrixFormat.ROWS);
    }
    return type == Driver.Bootstrap.class
        ? (Map<String, Part<T>>) (Map<String, ?>) Map.of("history", BootstrapHistory.PART)
        : Map.of();
  }

  private static <T> List<FileKey<T, ?>> kind(Declaration<T> declared) {
    String kind = declared.kind();
    return kind.isEmpty()
        ? List.of()
        : List.of(
            FileKey.required(
                "kind", new Word<>(Map.of(kind, kind)), section -> kind, "the law it follows"));
  }

  @SuppressWarnings("unchecked") // a noise is optional wherever it is declared
  private <T> Part<T> part(Component component, Declaration<T> declared) {
    if (component.name().equals("noise")) {
      return NoiseFormat.part(
          (FileKey<T, Optional<Noise>>)
              (FileKey<T, ?>) key(component, shape(component.type(), component, declared)));
    }
    return component.inline()
        ? inlined(component, section(component.type().raw()))
        : Part.of(key(component, shape(component.type(), component, declared)));
  }

  @SuppressWarnings("unchecked")
  static <T> FileKey<T, Object> key(Component component, Shape<?> shape) {
    String absent = component.absence();
    String says =
        component.says()
            + (absent.isEmpty() || absent.equals(Key.NONE) ? "" : "; default " + absent)
            + (component.fittedIfAbsent() ? ", beside a fit what data say" : "");
    return new FileKey<>(
        component.name(),
        (Shape<Object>) shape,
        component::in,
        component.absent(),
        says,
        component.fittedIfAbsent()
            ? FileKey.Leaving.ALWAYS
            : component.fitted() ? leaving(component.type()) : FileKey.Leaving.NOTHING);
  }

  /** Returns what of a key may be left to data, if its section is fitted to some. */
  private static FileKey.Leaving leaving(Form type) {
    return switch (type.sort()) {
      case OPTIONAL -> leaving(type.inner());
      case NOISE -> FileKey.Leaving.SECTION;
      case MAPPING ->
          type.inner().sort() == Declaration.Sort.MAPPING
              ? FileKey.Leaving.WHOLE
              : FileKey.Leaving.EACH;
      default -> FileKey.Leaving.WHOLE;
    };
  }

  /** The keys of a section that stand beside those of the section around it. */
  @SuppressWarnings("unchecked")
  private static <T, S> Part<T> inlined(Component component, SectionShape<S> section) {
    return new Part<>(
        section.keys().stream()
            .<FileKey<T, ?>>map(key -> key.within(outer -> (S) component.in(outer)))
            .toList(),
        (in, before) ->
            section.maker().apply((SectionShape.Fields<S>) (SectionShape.Fields<?>) in));
  }

  private Shape<?> shape(Form type, Component key, Declaration<?> declared) {
    Measure measure = measures.apply(key.unit());
    return switch (type.sort()) {
      case OPTIONAL -> Adapted.optional(shape(type.inner(), key, declared));
      case LIST -> list(type.inner(), key, declared);
      case MAPPING -> mapping(type.inner(), key, declared);
      case VALUE -> {
        Values values = Values.of(measure, key.range());
        yield key.eitherSign() ? values.ofEitherSign() : values;
      }
      case SCHEDULE -> Shapes.schedule(measure, key.range());
      case POINTS -> new Points(measure, key.range());
      case BY_REGIME -> byRegime(measure, key);
      case NUMBER -> NumberShapes.fixed(measure, key.range());
      case WHOLE -> NumberShapes.whole(measure, key.range());
      case LARGE -> NumberShapes.longWhole(measure, key.range());
      case TRUTH -> Scalars.TRUTH;
      case TEXT -> text(key);
      case MONTH -> Scalars.MONTH_OF_YEAR;
      case DAY -> Scalars.DAY;
      case SAMPLING -> Word.of(Sampling.values(), Sampling::word);
      case CARRIER_KIND -> CarrierFormat.KINDS;
      case DEFICITS -> Word.of(World.Deficits.values(), World.Deficits::word);
      case LEVER_KIND -> LeverFormat.KINDS;
      case IMPORTS -> imports();
      case DRIVER -> new DriverFormat();
      case OVERRIDE -> change(declared);
      case QUESTION -> new QuestionFormat();
      case CORRELATION -> ScenarioFormat.correlation();
      case DRAWS -> DrawTables.section();
      case NOISE -> PLAIN.section(type.raw());
      case SECTION -> section(type.raw());
    };
  }

  /** Named sources, or one without a name, which is the exporter's at the carrier's price. */
  private Shape<Carrier.Imports> imports() {
    Part<Carrier.Source> none = new Part<>(List.of(), (in, before) -> Optional.empty());
    SectionShape<Carrier.Source> nameless =
        section(Carrier.Source.class, "imports" + of, Map.of("from", none, "price", none));
    return new Either<>(
        Adapted.of(
            section(Carrier.Sources.class), named -> named, named -> (Carrier.Sources) named),
        node -> node instanceof Node.Mapping mapping && mapping.get("sources") != null,
        Adapted.of(nameless, source -> source, source -> (Carrier.Source) source),
        Carrier.Sources.class::isInstance);
  }

  private static ByRegimes byRegime(Measure measure, Component key) {
    return new ByRegimes(
        Values.of(measure, key.range()),
        key.everyRegime()
            ? Optional.empty()
            : Optional.of(
                key.type().sort() == Declaration.Sort.MAPPING
                    ? Value.ONE
                    : Value.of(Double.parseDouble(key.absence()))));
  }

  private static Shape<String> text(Component key) {
    if (key.form().equals("a name")) {
      return Scalars.NAME;
    }
    return switch (key.refers()) {
      case NOTHING, PARTY, REGIME, METRIC -> Scalars.TEXT;
      default -> Scalars.ID;
    };
  }

  private Shape<?> list(Form item, Component key, Declaration<?> declared) {
    boolean names = key.form().equals("a list of names");
    Shape<?> each = names ? Scalars.NAME : shape(item, key, declared);
    String noun =
        !key.form().isEmpty()
            ? key.form()
            : each == Scalars.ID ? "a list of ids" : "a list of texts";
    if (key.size() > 0) {
      return ListOf.exactly(key.size(), noun, each);
    }
    return names ? ListOf.some(noun, each) : ListOf.any(noun, each);
  }

  private Shape<?> mapping(Form value, Component key, Declaration<?> declared) {
    if (value.raw() == Carrier.class) {
      return CarrierFormat.carriers();
    }
    boolean defining = key.defines() != Defines.NOTHING;
    if (value.sort() == Declaration.Sort.MAPPING) {
      Shape<?> number = shape(value.inner(), key, declared);
      return defining
          ? MapOf.ids("a mapping of " + key.name(), MapOf.references(key.form(), number))
          : MapOf.references(
              key.form(), MapOf.references("a row of regimes to probabilities", number));
    }
    Shape<?> each = shape(value, key, declared);
    if (value.sort() == Declaration.Sort.LIST) {
      return MapOf.ids("a mapping of " + key.name(), each);
    }
    return defining ? MapOf.ids(key.form(), each) : MapOf.references(key.form(), each);
  }

  /** What a regime changes in the law of a driver: the keys that the law has. */
  private SectionShape<Driver.Override> change(Declaration<?> law) {
    Declaration<Driver.Override> declared = Declaration.of(Driver.Override.class);
    Map<String, Part<Driver.Override>> parts = new LinkedHashMap<>();
    for (Component component : declared.components()) {
      Optional<Component> own = law.component(component.name());
      parts.put(
          component.name(),
          own.isPresent()
              ? Part.of(
                  key(
                      component,
                      Adapted.optional(
                          Values.of(measures.apply(own.get().unit()), own.get().range()))))
              : new Part<>(List.of(), (in, before) -> Optional.empty()));
    }
    return section(Driver.Override.class, "a change of " + law.noun(), parts);
  }
}
