package io.corridor.scenarios.internal.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.model.Carrier;
import io.corridor.model.Declaration;
import io.corridor.model.Dimension;
import io.corridor.model.Range;
import io.corridor.scenarios.ScenarioReader;
import io.corridor.scenarios.internal.yaml.Node;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Makes the page of the format, {@code docs/scenario-format.md}: its words and examples stand in
 * the template, a table of keys takes the place of each {@code <!-- keys: a flow -->}.
 */
class FormatPageTest {
  private static final Pattern TABLE = Pattern.compile("<!-- keys: (.*) -->");
  private static final Pattern EXAMPLE =
      Pattern.compile("```yaml\n(corridor: 1\n.*?)```", Pattern.DOTALL);

  /** Carriers of all kinds at once. */
  private static final Sections SECTIONS =
      new Sections(
          dimension ->
              switch (dimension) {
                case CARRIER_FLOW -> either(Carrier.Kind::unit);
                case CARRIER_VOLUME -> either(Carrier.Kind::storageUnit);
                case CARRIER_PRICE -> either(Carrier.Kind::priceUnit);
                case OWN -> new Measure("a number in the driver's unit", "", Map.of());
                default -> Measure.of(dimension);
              },
          "");

  private static Measure either(Function<Carrier.Kind, String> unit) {
    Map<String, Measure.Factor> units = new LinkedHashMap<>();
    for (Carrier.Kind kind : Carrier.Kind.values()) {
      if (!unit.apply(kind).isEmpty()) {
        units.putAll(Measure.inUnit(unit.apply(kind)).units());
      }
    }
    return new Measure("", "", units);
  }

  /** The sections of the page, by what they are. */
  private static Map<String, SectionShape<?>> sections() {
    Map<String, SectionShape<?>> sections = new LinkedHashMap<>();
    sections.put("a scenario", ScenarioFormat.section());
    for (SectionShape<?> section : KeyIndex.sections(ScenarioFormat.section())) {
      String noun = section.noun().replaceFirst(" of (electricity|gas|oil)$", "");
      if (!noun.startsWith("a change of ")
          && !noun.startsWith("a carrier of kind ")
          && !noun.startsWith("the carrier ")) {
        sections.putIfAbsent(noun, section);
      }
    }
    for (Declaration<?> declaration : Declaration.all()) {
      if (sections.containsKey(declaration.noun()) && !declaration.noun().equals("a scenario")) {
        sections.put(declaration.noun(), SECTIONS.section(declaration.type()));
      }
    }
    Map<String, Carrier.Kind> kinds = new LinkedHashMap<>();
    Stream.of(Carrier.Kind.values()).forEach(kind -> kinds.put(kind.key(), kind));
    FileKey<Carrier, Optional<Carrier.Kind>> kind =
        FileKey.maybe(
            "kind",
            new Word<>(kinds),
            carrier -> Optional.of(carrier.kind()),
            "what it is; needed where the id is none of these");
    SectionShape<Carrier> carrier =
        SECTIONS.section(Carrier.class, "a carrier", Map.of("kind", Part.of(kind)));
    KeyIndex.sections(carrier).forEach(section -> sections.put(section.noun(), section));
    sections.put("a choice", Laws.choice(Measure.ANY));
    return sections;
  }

  private static String page() throws IOException {
    String template;
    try (var resource =
        FormatPageTest.class.getResourceAsStream("/io/corridor/scenarios/scenario-format.txt")) {
      template = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    }
    Map<String, SectionShape<?>> sections = sections();
    return TABLE
        .matcher(template)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    table(
                        Optional.ofNullable(sections.get(match.group(1)))
                            .orElseThrow(
                                () -> new AssertionError("no section " + match.group(1))))));
  }

  private static String table(SectionShape<?> section) {
    return "| key | meaning | value | default |\n| --- | --- | --- | --- |\n"
        + section.keys().stream().map(FormatPageTest::row).collect(Collectors.joining("\n"));
  }

  private static <T, V> String row(FileKey<T, V> key) {
    String says = key.says().replaceFirst("; default [^;]*$", "");
    return "| `%s` | %s | %s | %s |"
        .formatted(key.name(), says, value(key.shape()).replace("|", "\\|"), fallback(key));
  }

  private static <T, V> String fallback(FileKey<T, V> key) {
    if (key.fallback().isEmpty()) {
      return "**required**";
    }
    V value = key.fallback().get();
    if (value instanceof Optional) {
      return "–";
    }
    String written = text(key.shape().write(value));
    return written.isEmpty() ? "–" : "`" + written + "`";
  }

  private static String text(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return scalar.text();
    }
    return node instanceof Node.Items items
        ? items.items().stream().map(FormatPageTest::text).collect(Collectors.joining(", "))
        : "";
  }

  /** Returns what a key takes: sort, units and range. */
  private static String value(Shape<?> shape) {
    if (shape instanceof Adapted<?, ?> adapted) {
      return value(adapted.shape());
    } else if (shape instanceof Values values) {
      return number(values.measure(), values.range(), "number or distribution");
    } else if (shape instanceof NumberShapes.Fixed fixed) {
      return number(fixed.measure(), fixed.range(), "fixed number");
    } else if (shape instanceof NumberShapes.Whole whole) {
      return number(whole.measure(), whole.range(), "whole number");
    } else if (shape instanceof ByRegimes byRegime) {
      return value(byRegime.value()) + "; or a mapping of these by regime";
    } else if (shape instanceof Points points) {
      return "dated points, of " + number(points.measure(), points.range(), "fixed numbers");
    } else if (shape instanceof Either<?> either) {
      return value(either.first()) + "; or " + value(either.second());
    } else if (shape instanceof ListOf<?> list && !(list.item() instanceof SectionShape)) {
      return list.noun() + bounds(list.item());
    } else if (shape instanceof MapOf<?> map && !(map.shape().apply("") instanceof SectionShape)) {
      return map.noun() + bounds(map.shape().apply(""));
    } else if (shape == Scalars.VERSION) {
      return "1";
    }
    return shape.noun();
  }

  /** Returns the range of a list's or mapping's numbers. */
  private static String bounds(Shape<?> item) {
    Range range =
        item instanceof Values values
            ? values.range()
            : item instanceof NumberShapes.Fixed fixed ? fixed.range() : Range.FREE;
    return range == Range.FREE ? "" : ", each " + range.words();
  }

  private static String number(Measure measure, Range range, String sort) {
    List<String> parts = new ArrayList<>(List.of(sort));
    if (range != Range.FREE) {
      parts.add(range.words());
    }
    if (!measure.units().isEmpty()) {
      parts.add("in " + String.join(", ", measure.units().keySet()));
    }
    return String.join("; ", parts);
  }

  /** After a change of the format, copy the file that this leaves in target over the page. */
  @Test
  void thePageIsTheOneMadeOfTheFormat() throws IOException {
    String page = page();
    Files.writeString(Path.of("target", "scenario-format.md"), page);

    assertThat(Files.readString(Path.of("..", "docs", "scenario-format.md"))).isEqualTo(page);
  }

  @Test
  void everySectionHasItsTable() throws IOException {
    String page = page();

    Stream<String> missing =
        sections().entrySet().stream()
            .filter(section -> !page.contains(table(section.getValue())))
            .map(Map.Entry::getKey);
    assertThat(missing).as("sections without a table in the template").isEmpty();
  }

  @Test
  void aCarriersTablesHaveAllItsKeysInUnitsOfAllKinds() {
    assertThat(sections().get("demand").keys())
        .extracting(FileKey::name)
        .contains("base", "blocks", "fit");
    assertThat(table(sections().get("imports")))
        .contains("| `capacity` |")
        .contains("TWh/year, mcm/d");
  }

  /** Units are told by the page, all of them. */
  @Test
  void everyUnitIsNamed() throws IOException {
    String page = page();
    for (Dimension dimension : Dimension.values()) {
      dimension.units().forEach(unit -> assertThat(page).contains("`" + unit.name() + "`"));
    }
  }

  @Test
  void everyWholeExampleIsAScenario() throws IOException {
    Matcher examples = EXAMPLE.matcher(page());
    int count = 0;
    while (examples.find()) {
      ScenarioReader.create().readText(examples.group(1), "example " + ++count);
    }
    assertThat(count).isPositive();
  }
}
