package io.corridor.scenarios.internal.format;

import com.google.common.collect.Maps;
import io.corridor.model.Correlation;
import io.corridor.model.Declaration;
import io.corridor.model.Dimension;
import io.corridor.model.DrawTable;
import io.corridor.model.KeyPath;
import io.corridor.model.Metrics;
import io.corridor.model.NamedLever;
import io.corridor.model.Question;
import io.corridor.model.Range;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.scenarios.internal.layer.Overrides;
import io.corridor.scenarios.internal.yaml.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The scenario file as a whole. */
public final class ScenarioFormat {
  /** The key of the file that this one starts from. */
  public static final String EXTENDS_KEY = "extends";

  /** The key of a file's variants. */
  public static final String VARIANTS_KEY = "variants";

  /** The version of the format. */
  static final int VERSION = 1;

  private static final FileKey<Scenario, Integer> CORRIDOR =
      FileKey.required("corridor", Scalars.VERSION, s -> VERSION, "version of the format");
  private static final FileKey<Scenario, String> EXTENDS =
      FileKey.optional(
          EXTENDS_KEY,
          Scalars.TEXT,
          s -> "",
          "",
          "a file in this one's folder, or below, that this one starts from");
  private static final FileKey<Scenario, Map<String, Sited<SeriesSource>>> DATA =
      FileKey.optional(
          "data",
          EvidenceFormat.data(),
          s -> Map.of(),
          Map.of(),
          "series of data, by id: CSV files in the scenario's folder");
  private static final FileKey<Scenario, Optional<Sited<BacktestSource>>> BACKTEST =
      FileKey.maybe(
          "backtest",
          EvidenceFormat.backtest(),
          s -> Optional.empty(),
          "how the scenario is held against its data, by corridor backtest");
  private static final FileKey<Scenario, Map<String, Node>> VARIANTS =
      FileKey.optional(
          VARIANTS_KEY,
          MapOf.ids("a mapping of variants", new VariantValues()),
          s -> Map.of(),
          Map.of(),
          "what each variant sets: values by path of their key, such as flows.goods.growth");

  private static final FileKey<Scenario, Optional<Double>> EURO =
      FileKey.maybe(
          "eur",
          NumberShapes.fixed(Dimension.MONEY, Range.POSITIVE),
          s -> Optional.empty(),
          "what a euro is worth, such as 1.12 USD; required where a number is in euros");
  private static final FileKey<Scenario, Map<String, DrawTable>> DRAWS =
      key(
          "draws",
          MapOf.ids("a mapping of tables of draws", DrawTables.section()),
          Scenario::draws,
          Map.of());

  private static final SectionShape<Scenario> SCENARIO = scenario();

  private ScenarioFormat() {}

  private static SectionShape<Scenario> scenario() {
    SectionShape<Scenario> declared =
        Sections.PLAIN.section(
            Scenario.class,
            "a scenario",
            Map.of(
                "parameters",
                Part.of(parameters()),
                "questions",
                questions(),
                "draws",
                draws(),
                "correlations",
                Part.of(correlations()),
                "levers",
                Part.of(levers())));
    List<FileKey<Scenario, ?>> keys = new ArrayList<>(List.of(CORRIDOR, EXTENDS, EURO));
    keys.addAll(declared.keys());
    keys.add(DATA);
    keys.add(BACKTEST);
    keys.add(VARIANTS);
    return SectionShape.of(
        declared.noun(),
        keys,
        in -> {
          in.get(CORRIDOR);
          in.get(VARIANTS);
          in.get(EURO).ifPresent(dollars -> euro(dollars, in.at(EURO.name())));
          in.get(DRAWS);
          evidence(in);
          return declared.maker().apply(in);
        });
  }

  /** The scenario knows nothing of data: they make it another one, after it was read. */
  private static void evidence(SectionShape.Fields<Scenario> in) {
    Map<String, Sited<SeriesSource>> data = in.get(DATA);
    Optional<Sited<BacktestSource>> backtest = in.get(BACKTEST);
    if (in.place() != null) {
      in.place().reading().evidence(data, backtest);
    }
  }

  /** The scenario holds dollars alone, so that nobody else checks this. */
  private static void euro(double dollars, Place place) {
    if (Range.POSITIVE.contains(dollars)) {
      place.reading().euro(dollars);
    } else {
      place.wrong(place.keyAt(), "must be " + Range.POSITIVE.words());
    }
  }

  private static <V> FileKey<Scenario, V> key(
      String name, Shape<V> shape, Function<Scenario, V> getter, V fallback) {
    String says = Declaration.of(Scenario.class).component(name).orElseThrow().says();
    return FileKey.optional(name, shape, getter, fallback, says);
  }

  private static FileKey<Scenario, Map<String, Value>> parameters() {
    return key(
        "parameters",
        MapOf.ids("a mapping of parameters", new Parameters()),
        Scenario::parameters,
        Map.of());
  }

  /** Thresholds are in the units of metrics, which all that stands above the questions makes. */
  private static Part<Scenario> questions() {
    FileKey<Scenario, Map<String, Question>> key =
        key(
            "questions",
            MapOf.ids("a mapping of questions", new QuestionFormat()),
            Scenario::questions,
            Map.of());
    Declaration<Scenario> declared = Declaration.of(Scenario.class);
    return new Part<>(
        List.of(key),
        (in, above) -> {
          if (in.place() != null) {
            List<Object> values = new ArrayList<>(above);
            declared.components().stream()
                .skip(above.size())
                .forEach(rest -> values.add(rest.absent().orElseThrow()));
            Scenario unquestioned = declared.make(values.toArray());
            in.place().reading().metrics(Metrics.of(unquestioned));
          }
          return in.get(key);
        });
  }

  /** Tables of draws are read before the numbers that name their columns, and hold these after. */
  private static Part<Scenario> draws() {
    return new Part<>(
        List.of(DRAWS),
        (in, above) -> in.place() == null ? Map.of() : in.place().reading().draws().tables());
  }

  /** Correlations that are fitted aren't known before the fits are made. */
  private static FileKey<Scenario, List<Correlation>> correlations() {
    Shape<Optional<Correlation>> each =
        new Either<>(
            Adapted.optional(correlation()),
            node -> !(node instanceof Node.Mapping pair) || pair.get(Place.FIT) == null,
            EvidenceFormat.CORRELATION,
            Optional::isPresent);
    return key(
        "correlations",
        Adapted.of(
            ListOf.any("a list of correlations", each),
            some -> some.stream().flatMap(Optional::stream).toList(),
            all -> all.stream().map(Optional::of).toList()),
        Scenario::correlations,
        List.of());
  }

  /** Levers name numbers, which all that stands above them states. */
  private static FileKey<Scenario, Map<String, NamedLever>> levers() {
    return key(
        "levers",
        Adapted.of(
            MapOf.ids("a mapping of levers", new LeverFormat()),
            some ->
                Maps.transformValues(
                    Maps.filterValues(some, Optional::isPresent), Optional::orElseThrow),
            all -> Maps.transformValues(all, Optional::of)),
        Scenario::levers,
        Map.of());
  }

  /** Returns the section of a correlation. */
  static SectionShape<Correlation> correlation() {
    FileKey<Correlation, List<String>> between =
        FileKey.required(
            "between",
            ListOf.exactly(2, "a list of two ids", Scalars.ID),
            correlation -> List.of(correlation.first(), correlation.second()),
            "two drivers, flows or partners with noise, or two distributed parameters");
    FileKey<Correlation, Double> rho =
        FileKey.required(
            "rho",
            NumberShapes.fixed(Dimension.FRACTION, Range.CORRELATION),
            Correlation::rho,
            "from -1 to 1");
    return SectionShape.of(
        "a correlation",
        List.of(between, rho),
        in -> new Correlation(in.get(between).get(0), in.get(between).get(1), in.get(rho)));
  }

  /** Returns the scenario that {@code root} says, as far as it can be read. */
  public static Scenario read(Node root, Reading reading) {
    return SCENARIO.read(Labels.gathered(root), new Place(reading, KeyPath.ROOT, root.at()));
  }

  /** Returns the tree that reads as {@code scenario}: of the defaults, those that a lever moves. */
  public static Node write(Scenario scenario) {
    Set<String> moved = new HashSet<>();
    scenario.levers().values().forEach(lever -> moved.addAll(lever.of()));
    Node[] tree = {SCENARIO.write(scenario)};
    Overrides overrides = new Overrides(FormatWords::words, flaw -> {});
    Declaration.walk(
        KeyPath.ROOT,
        scenario,
        (path, value, form, key, section) -> {
          if (moved.contains(path.toString()) && key.absent().equals(Optional.of(value))) {
            Node number = Nodes.number(Double.parseDouble(key.absence()));
            tree[0] = overrides.set(tree[0], path, number, tree[0].at());
          }
          return !moved.isEmpty();
        });
    return tree[0];
  }

  /** Returns the section that a file is. */
  static SectionShape<Scenario> section() {
    return SCENARIO;
  }

  /** Returns the JSON Schema of the format. */
  public static Map<String, Object> schema() {
    SchemaDefs whole = new SchemaDefs();
    SchemaDefs partial = new SchemaDefs(whole);
    Map<String, Object> schema =
        JsonObjects.object(
            "$schema",
            "https://json-schema.org/draft/2020-12/schema",
            "title",
            "Corridor scenario",
            "description",
            "A scenario file of Corridor, version " + VERSION,
            "if",
            SchemaDefs.has(EXTENDS_KEY),
            "then",
            SCENARIO.schema(partial),
            "else",
            SCENARIO.schema(whole));
    Map<String, Object> definitions = JsonObjects.object();
    definitions.putAll(whole.definitions());
    definitions.putAll(partial.definitions());
    Labels.addTo(definitions);
    schema.put("$defs", definitions);
    return schema;
  }
}
