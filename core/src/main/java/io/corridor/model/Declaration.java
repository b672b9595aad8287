package io.corridor.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.corridor.model.Key.Defines;
import io.corridor.model.Key.Odd;
import io.corridor.model.Key.Refers;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a record declares of the section of the scenario file that it is, by {@link Section} and
 * {@link Key}. Written at compile time, so that nothing is looked up by reflection.
 *
 * @param type the record
 * @param noun what the section is, with its article
 * @param kind the word of the key {@code kind} that tells it from its siblings; empty if it has
 *     none
 * @param fitted whether its key {@code fit} may name data that update its numbers
 * @param maker makes the record of the values of its components
 * @param components the components in order, those too that are no keys
 * @param <T> the record
 */
public record Declaration<T>(
    Class<T> type,
    String noun,
    String kind,
    boolean fitted,
    Function<Object[], T> maker,
    List<Component> components) {

  /** Copies the list. */
  public Declaration {
    components = List.copyOf(components);
  }

  /** Returns the declaration of the record {@code type}. */
  @SuppressWarnings("unchecked")
  public static <T> Declaration<T> of(Class<T> type) {
    return (Declaration<T>) requireNonNull(DeclaredSections.ALL.get(type), type::getName);
  }

  /** Returns whether {@code type} is a record that declares keys. */
  static boolean isSection(Class<?> type) {
    return DeclaredSections.ALL.containsKey(type);
  }

  /** Returns all declarations, by the names of their files, as they stand there. */
  public static Collection<Declaration<?>> all() {
    return DeclaredSections.ALL.values();
  }

  /** Returns the component with the key {@code name}, if there is one. */
  public Optional<Component> component(String name) {
    return components.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /**
   * Returns what is declared of the key that a path ends with; empty if it ends with an id, with
   * what stands in a list or mapping, or with what isn't known.
   */
  public static Optional<Component> at(KeyPath path) {
    Form form = new Form(Scenario.class, null);
    Optional<Component> found = Optional.empty();
    for (String word : path.words()) {
      if (form == null) {
        return Optional.empty();
      }
      Form here = form.sort() == Sort.OPTIONAL ? form.inner() : form;
      found =
          sections(here)
              .flatMap(Declaration::keys)
              .filter(component -> component.name().equals(word))
              .findFirst();
      form = found.isPresent() ? found.get().type() : here.of();
    }
    return found;
  }

  /** Returns the sections that something may be. */
  private static Stream<Declaration<?>> sections(Form form) {
    return switch (form.sort()) {
      case SECTION, NOISE, OVERRIDE -> Stream.of(of(form.raw()));
      case DRIVER -> all().stream().filter(each -> !each.kind().isEmpty());
      case IMPORTS -> Stream.of(of(Carrier.Source.class), of(Carrier.Sources.class));
      default -> Stream.empty();
    };
  }

  /** Returns the components that are keys of the section, those of inline sections too. */
  private Stream<Component> keys() {
    return components.stream()
        .flatMap(
            each ->
                each.inline() && isSection(each.type().raw())
                    ? of(each.type().raw()).keys()
                    : Stream.of(each));
  }

  /** Returns the record of {@code values}, one for each component. */
  public T make(Object... values) {
    return maker.apply(values);
  }

  /**
   * Returns the record of what must be there, in order; the rest is as where it is absent. What may
   * be uncertain, or change, is given as a value or as a known number.
   *
   * @throws NullPointerException with the name of a component that is given null
   */
  T of(Object... required) {
    Object[] values = new Object[components.size()];
    int next = 0;
    for (int i = 0; i < values.length; i++) {
      Component component = components.get(i);
      Optional<Object> absent = component.absent();
      values[i] =
          absent.isPresent()
              ? absent.get()
              : component.type().given(requireNonNull(required[next++], component::javaName));
    }
    return make(values);
  }

  /** Is told of a section and of all that stands in it, in the order of the declarations. */
  public interface Visitor {

    /**
     * Tells of a value that is there, before what stands in it.
     *
     * @param path where it stands
     * @param value the value, an item of a list or a value of a mapping too
     * @param form its type
     * @param key declares it; of what a regime changes in a driver, the key of the driver's law
     * @param section the section that has the key
     * @return whether to go on with what stands in it
     */
    boolean enter(KeyPath path, Object value, Form form, Component key, Object section);

    /** Tells of a key of a mapping, before its value. */
    default void name(KeyPath path, String id, Form mapping, Component key) {}

    /** Tells of the end of a list, mapping or section. */
    default void leave(KeyPath path, Object value) {}
  }

  /** Tells {@code visitor} of all that stands in {@code section}, which stands at {@code path}. */
  public static void walk(KeyPath path, Object section, Visitor visitor) {
    for (Component key : of(section.getClass()).components()) {
      if (key.isKey()) {
        KeyPath below = key.inline() ? path : path.child(key.name());
        walk(below, key.in(section), key.type(), key, section, visitor);
      }
    }
    visitor.leave(path, section);
  }

  private static void walk(
      KeyPath path, Object value, Form form, Component key, Object section, Visitor visitor) {
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(present -> walk(path, present, form.inner(), key, section, visitor));
    } else if (visitor.enter(path, value, form, key, section)) {
      if (value instanceof List<?> list) {
        for (int i = 0; i < list.size(); i++) {
          walk(path.item(i), list.get(i), form.inner(), key, section, visitor);
        }
        visitor.leave(path, list);
      } else if (value instanceof Map<?, ?> map) {
        map.forEach(
            (id, item) -> {
              KeyPath below = path.child((String) id);
              visitor.name(below, (String) id, form, key);
              walk(below, item, form.inner(), key, section, visitor);
            });
        visitor.leave(path, map);
      } else if (value instanceof Driver.Override override) {
        walkOverride(path, override, section, visitor);
      } else if (isSection(value.getClass())) {
        walk(path, value, visitor);
      }
    }
  }

  /** What a regime changes is declared by the driver's law, where that has it. */
  private static void walkOverride(
      KeyPath path, Driver.Override override, Object driver, Visitor visitor) {
    for (Component changed : of(Driver.Override.class).components()) {
      Optional<?> value = (Optional<?>) changed.in(override);
      of(driver.getClass())
          .component(changed.name())
          .filter(own -> value.isPresent())
          .ifPresent(
              own ->
                  walk(
                      path.child(own.name()),
                      value.orElseThrow(),
                      own.type(),
                      own,
                      driver,
                      visitor));
    }
    visitor.leave(path, override);
  }

  /**
   * Returns a copy of {@code section} in which {@code change} has been applied to every value, and
   * to every section in it once that has been done to what stands in it.
   */
  @SuppressWarnings("unchecked")
  public static <S> S map(S section, UnaryOperator<Object> change) {
    Declaration<S> declared = of((Class<S>) section.getClass());
    return declared.make(
        declared.components.stream().map(key -> mapped(key.in(section), change)).toArray());
  }

  private static Object mapped(Object value, UnaryOperator<Object> change) {
    if (value instanceof Optional<?> optional) {
      return optional.map(present -> mapped(present, change));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(item -> mapped(item, change)).toList();
    }
    if (value instanceof Map<?, ?> map) {
      return ImmutableMap.copyOf(Maps.transformValues(map, item -> mapped(item, change)));
    }
    return change.apply(isSection(value.getClass()) ? map(value, change) : value);
  }

  /**
   * A component.
   *
   * @param name the key
   * @param isKey whether it is a key; if it isn't, only name, type and accessor say anything; the
   *     properties of {@link Key} follow in its order
   * @param says what it means
   * @param label what reports call it; empty: as it is called
   * @param unit what its number measures
   * @param range where its numbers must lie
   * @param absence what it is where it is absent, in words; empty: see {@link Key#absent()}
   * @param refers what its words, or the keys of its mapping, must name
   * @param defines whether the keys of its mapping are ids that it defines
   * @param everyRegime whether a mapping by regime must name every regime
   * @param eitherSign whether a number whose range is free is of the sign that its values have
   * @param size how many items its list has; 0: as many as one likes
   * @param form what it must be; empty: that follows from its type
   * @param inline whether the keys of its section stand beside this one's neighbours
   * @param odd when its number is most unlikely to be meant
   * @param fitted whether data may decide it where its section has a {@code fit}
   * @param fittedIfAbsent whether they also do where it is left out, though it has a default
   * @param type the component's type
   * @param accessor takes its value from the record
   */
  public record Component(
      String name,
      boolean isKey,
      String says,
      String label,
      Dimension unit,
      Range range,
      String absence,
      Refers refers,
      Defines defines,
      boolean everyRegime,
      boolean eitherSign,
      int size,
      String form,
      boolean inline,
      Odd odd,
      boolean fitted,
      boolean fittedIfAbsent,
      Form type,
      Function<Object, Object> accessor) {

    /** Returns the component's value in {@code section}. */
    public Object in(Object section) {
      return accessor.apply(section);
    }

    /** Returns the name of the record's component: {@code annualValue} of {@code annual-value}. */
    private String javaName() {
      StringBuilder word = new StringBuilder();
      for (String part : name.split("-")) {
        boolean first = word.length() == 0;
        word.append(first ? part : part.substring(0, 1).toUpperCase(Locale.ROOT));
        word.append(first ? "" : part.substring(1));
      }
      return word.toString();
    }

    /** Returns its value where it is absent; empty: it is required. */
    public Optional<Object> absent() {
      return absence.isEmpty() && type.sort() != Sort.OPTIONAL
          ? Optional.empty()
          : Optional.of(type.absent(absence));
    }
  }

  /**
   * The type of a component: {@code List<Value>} is a list of values.
   *
   * @param raw the type without what it is of
   * @param of the last of what it is of; null: it isn't of anything
   */
  public record Form(Class<?> raw, @Nullable Form of) {

    /** Returns what it is. */
    public Sort sort() {
      Sort sort = isSection(raw) ? Sort.SECTION : null;
      return requireNonNull(
          Sort.BY_TYPE.getOrDefault(raw, sort), () -> "no sort of key is a " + raw.getName());
    }

    /** Returns what it is of: a list's items, a mapping's values. */
    public Form inner() {
      return requireNonNull(of, () -> raw.getName() + " of nothing");
    }

    private Object given(Object value) {
      if (!(value instanceof Double number)) {
        return value;
      }
      return switch (sort()) {
        case VALUE, SCHEDULE -> Value.of(number);
        case BY_REGIME -> ByRegime.everywhere(number);
        default -> number;
      };
    }

    private Object absent(String text) {
      boolean none = text.equals(Key.NONE);
      return switch (sort()) {
        case OPTIONAL -> Optional.empty();
        case LIST ->
            none ? List.of() : Arrays.stream(text.split(", ")).map(Double::valueOf).toList();
        case MAPPING -> Map.of();
        case VALUE, SCHEDULE -> Value.of(Double.parseDouble(text));
        case BY_REGIME -> ByRegime.everywhere(Double.parseDouble(text));
        case NUMBER -> Double.valueOf(text);
        case WHOLE -> Integer.valueOf(text);
        case LARGE -> Long.valueOf(text);
        case TRUTH -> Boolean.valueOf(text);
        case TEXT -> none ? "" : text;
        case SAMPLING -> Sampling.valueOf(text.toUpperCase(Locale.ROOT));
        case DEFICITS -> World.Deficits.valueOf(text.toUpperCase(Locale.ROOT));
        case LEVER_KIND -> NamedLever.Kind.valueOf(text.toUpperCase(Locale.ROOT));
        case SECTION, NOISE -> Declaration.of(raw).of();
        case POINTS,
            MONTH,
            DAY,
            CARRIER_KIND,
            IMPORTS,
            DRIVER,
            OVERRIDE,
            QUESTION,
            CORRELATION,
            DRAWS ->
            throw new IllegalStateException(raw.getName() + " can't be absent");
      };
    }
  }

  /** What the value of a key is: who handles them all is told by the compiler of a new one. */
  public enum Sort {
    /** What may be absent. */
    OPTIONAL(Optional.class),
    /** A list. */
    LIST(List.class),
    /** A mapping of words. */
    MAPPING(Map.class),
    /** A number that may be uncertain. */
    VALUE(Value.class),
    /** Such a number, or dated points. */
    SCHEDULE(Schedule.class),
    /** Dated points. */
    POINTS(DatedPoints.class),
    /** Numbers by regime. */
    BY_REGIME(ByRegime.class),
    /** A known number. */
    NUMBER(double.class, Double.class),
    /** A whole number. */
    WHOLE(int.class, Integer.class),
    /** A whole number that may be large. */
    LARGE(long.class),
    /** True or false. */
    TRUTH(boolean.class),
    /** A text. */
    TEXT(String.class),
    /** A month of a year. */
    MONTH(YearMonth.class),
    /** A day. */
    DAY(LocalDate.class),
    /** How paths are sampled. */
    SAMPLING(Sampling.class),
    /** What a carrier is. */
    CARRIER_KIND(Carrier.Kind.class),
    /** What becomes of deficits. */
    DEFICITS(World.Deficits.class),
    /** Who decides what a lever moves. */
    LEVER_KIND(NamedLever.Kind.class),
    /** Named sources of imports, or one without a name. */
    IMPORTS(Carrier.Imports.class),
    /** A driver of any law. */
    DRIVER(Driver.class),
    /** What a regime changes in a driver. */
    OVERRIDE(Driver.Override.class),
    /** A question. */
    QUESTION(Question.class),
    /** A correlation. */
    CORRELATION(Correlation.class),
    /** A table of draws. */
    DRAWS(DrawTable.class),
    /** A noise, which is the same of everything. */
    NOISE(Noise.class),
    /** Any other record that declares keys. */
    SECTION;

    private static final Map<Class<?>, Sort> BY_TYPE = new HashMap<>();

    private final ImmutableList<Class<?>> types;

    Sort(Class<?>... types) {
      this.types = ImmutableList.copyOf(types);
    }

    static {
      for (Sort sort : values()) {
        sort.types.forEach(type -> BY_TYPE.put(type, sort));
      }
    }
  }
}
