package io.corridor.scenarios.internal.format;

import io.corridor.model.Compliance;
import io.corridor.model.Correlation;
import io.corridor.model.DrawTable;
import io.corridor.model.Driver;
import io.corridor.model.Energy;
import io.corridor.model.Flow;
import io.corridor.model.Limits;
import io.corridor.model.Metrics;
import io.corridor.model.Output;
import io.corridor.model.Parties;
import io.corridor.model.Partner;
import io.corridor.model.Payments;
import io.corridor.model.Question;
import io.corridor.model.Range;
import io.corridor.model.Regime;
import io.corridor.model.RunDefaults;
import io.corridor.model.Sampling;
import io.corridor.model.Sanction;
import io.corridor.model.Scenario;
import io.corridor.model.Unrest;
import io.corridor.model.Value;
import io.corridor.model.Waiver;
import io.corridor.scenarios.internal.yaml.Node;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scenario file as a whole. */
public final class ScenarioFormat {
  /** The key of the file that this one starts from. */
  public static final String EXTENDS_KEY = "extends";

  /** The key of a file's variants. */
  public static final String VARIANTS_KEY = "variants";

  private static final Key<Scenario, Integer> VERSION =
      Key.required(
          "corridor", new FileKeys.Version(), s -> FileKeys.VERSION, "version of the format");
  private static final Key<Scenario, String> EXTENDS =
      Key.optional(
          EXTENDS_KEY,
          Scalars.TEXT,
          s -> "",
          "",
          "a file in this one's folder, or below, that this one starts from");
  private static final Key<Scenario, String> NAME =
      Key.required("name", Scalars.TEXT, Scenario::name, "a line that names it");
  private static final Key<Scenario, String> DESCRIPTION =
      Key.optional("description", Scalars.TEXT, Scenario::description, "", "what it is about");
  private static final Key<Scenario, List<String>> SOURCES =
      Key.optional(
          "sources",
          ListOf.any("a list of texts", Scalars.TEXT),
          Scenario::sources,
          List.of(),
          "where the numbers come from");
  private static final Key<Scenario, Parties> PARTIES =
      Key.required("parties", parties(), Scenario::parties, "the two countries");
  private static final Key<Scenario, YearMonth> START =
      Key.required("start", Scalars.MONTH_OF_YEAR, Scenario::start, "month 0");
  private static final Key<Scenario, Integer> MONTHS =
      Key.required(
          "months",
          Numbers.whole(Dimension.MONTHS, 1, Limits.MONTHS),
          Scenario::months,
          "number of months simulated");
  private static final Key<Scenario, Map<String, Value>> PARAMETERS =
      Key.optional(
          "parameters",
          MapOf.ids("a mapping of parameters", new Parameters()),
          Scenario::parameters,
          Map.of(),
          "named numbers, used as {parameter: ID}; one draw wherever they are used");
  private static final Key<Scenario, Optional<Regime>> REGIME =
      Key.maybe("regime", PolicyFormat.regime(), Scenario::regime, "absent: one regime");
  private static final Key<Scenario, Map<String, Driver>> DRIVERS =
      Key.optional(
          "drivers",
          MapOf.ids("a mapping of drivers", new DriverFormat()),
          Scenario::drivers,
          Map.of(),
          "exogenous factors, by id");
  private static final Key<Scenario, List<Correlation>> CORRELATIONS =
      Key.optional(
          "correlations",
          ListOf.any("a list of correlations", correlation()),
          Scenario::correlations,
          List.of(),
          "of monthly shocks, or of distributed parameters; the rest is 0");
  private static final Key<Scenario, Map<String, Waiver>> WAIVERS =
      Key.optional(
          "waivers",
          MapOf.ids("a mapping of waivers", PolicyFormat.waiver()),
          Scenario::waivers,
          Map.of(),
          "of sanctions, by id");
  private static final Key<Scenario, Map<String, Sanction>> SANCTIONS =
      Key.optional(
          "sanctions",
          MapOf.ids("a mapping of measures", PolicyFormat.sanction()),
          Scenario::sanctions,
          Map.of(),
          "measures, by id");
  private static final Key<Scenario, Compliance> COMPLIANCE =
      Key.optional(
          "compliance",
          PolicyFormat.compliance(),
          Scenario::compliance,
          Compliance.FULL,
          "of the importer with prohibitions; default full");
  private static final Key<Scenario, Optional<Energy>> ENERGY =
      Key.maybe("energy", TradeFormat.energy(), Scenario::energy, "the importer's balances");
  private static final Key<Scenario, Map<String, Flow>> FLOWS =
      Key.optional(
          "flows",
          MapOf.ids("a mapping of flows", TradeFormat.flow()),
          Scenario::flows,
          Map.of(),
          "trade in goods and services, by id");
  private static final Key<Scenario, Optional<Payments>> PAYMENTS =
      Key.maybe(
          "payments", TradeFormat.payments(), Scenario::payments, "of energy; absent: at once");
  private static final Key<Scenario, Optional<Unrest>> UNREST =
      Key.maybe("unrest", TradeFormat.unrest(), Scenario::unrest, "absent: none");
  private static final Key<Scenario, Optional<List<String>>> RANK_OF =
      Key.maybe(
          "rank-of",
          Shapes.IDS,
          Scenario::rankOf,
          "flows and carriers that the partners' figures are comparable to; absent: all");
  private static final Key<Scenario, Map<String, Partner>> PARTNERS =
      Key.optional(
          "partners",
          MapOf.ids("a mapping of partners", TradeFormat.partner()),
          Scenario::partners,
          Map.of(),
          "the exporter's other partners, by id");
  private static final Key<Scenario, Map<String, Map<String, Double>>> INDICES =
      Key.optional(
          "indices",
          MapOf.ids(
              "a mapping of indices",
              MapOf.references(
                  "a mapping of metrics to weights", Numbers.fixed(Dimension.NUMBER, Range.FREE))),
          Scenario::indices,
          Map.of(),
          "weighted sums of metrics, by id");
  private static final Key<Scenario, Map<String, Question>> QUESTIONS =
      Key.optional(
          "questions",
          MapOf.ids("a mapping of questions", new QuestionFormat()),
          Scenario::questions,
          Map.of(),
          "what is asked of every path, by id");
  private static final Key<Scenario, Output> OUTPUT =
      Key.optional("output", output(), Scenario::output, Output.ALL, "what is reported");
  private static final Key<Scenario, Map<String, DrawTable>> DRAWS =
      Key.optional(
          "draws",
          MapOf.ids("a mapping of tables of draws", DrawTables.section()),
          Scenario::draws,
          Map.of(),
          "tables of joint draws, used as {draw: [ID, COLUMN]}; a path takes one row of each");

  private static final Key<Scenario, RunDefaults> RUN =
      Key.optional(
          "run", run(), Scenario::run, RunDefaults.STANDARD, "what the command line may override");
  private static final Key<Scenario, Map<String, Map<String, Node>>> VARIANTS =
      Key.optional(
          VARIANTS_KEY,
          MapOf.ids(
              "a mapping of variants",
              MapOf.references("a mapping of keys' paths to values", new FileKeys.Tree())),
          s -> Map.of(),
          Map.of(),
          "what each variant sets: values by path of their key, such as flows.goods.growth");

  private static final Section<Scenario> SCENARIO =
      Section.of(
          "a scenario",
          List.of(
              VERSION,
              EXTENDS,
              NAME,
              DESCRIPTION,
              SOURCES,
              PARTIES,
              START,
              MONTHS,
              PARAMETERS,
              REGIME,
              DRIVERS,
              CORRELATIONS,
              WAIVERS,
              SANCTIONS,
              COMPLIANCE,
              ENERGY,
              FLOWS,
              PAYMENTS,
              UNREST,
              RANK_OF,
              PARTNERS,
              INDICES,
              QUESTIONS,
              OUTPUT,
              DRAWS,
              RUN,
              VARIANTS),
          ScenarioFormat::make);

  private ScenarioFormat() {}

  /**
   * Makes the scenario: draws and parameters before what uses them, questions once all metrics are
   * known.
   */
  private static Scenario make(Section.Fields<Scenario> in) {
    in.get(VERSION);
    in.get(VARIANTS);
    in.get(DRAWS);
    Map<String, Value> parameters = in.get(PARAMETERS);
    Scenario unquestioned =
        new Scenario(
            in.get(NAME),
            in.get(DESCRIPTION),
            in.get(SOURCES),
            in.get(PARTIES),
            in.get(START),
            in.get(MONTHS),
            parameters,
            in.get(REGIME),
            in.get(DRIVERS),
            in.get(CORRELATIONS),
            in.get(WAIVERS),
            in.get(SANCTIONS),
            in.get(COMPLIANCE),
            in.get(ENERGY),
            in.get(FLOWS),
            in.get(PAYMENTS),
            in.get(UNREST),
            in.get(RANK_OF),
            in.get(PARTNERS),
            in.get(INDICES),
            Map.of(),
            in.get(OUTPUT),
            Map.of(),
            in.get(RUN));
    if (in.place() != null) {
      in.place().reading().metrics(Metrics.of(unquestioned));
    }
    Scenario.Builder builder = unquestioned.toBuilder();
    in.get(QUESTIONS).forEach(builder::question);
    if (in.place() != null) {
      in.place().reading().draws().tables().forEach(builder::draws);
    }
    return builder.buildUnchecked();
  }

  private static Section<Parties> parties() {
    Key<Parties, String> exporter =
        Key.required("exporter", Scalars.TEXT, Parties::exporter, "A, who sells the energy");
    Key<Parties, String> importer =
        Key.required("importer", Scalars.TEXT, Parties::importer, "B, who buys it");
    return Section.of(
        "the parties",
        List.of(exporter, importer),
        in -> new Parties(in.get(exporter), in.get(importer)));
  }

  private static Section<Correlation> correlation() {
    Key<Correlation, List<String>> between =
        Key.required(
            "between",
            ListOf.exactly(2, "a list of two ids", Scalars.ID),
            correlation -> List.of(correlation.first(), correlation.second()),
            "two drivers, flows or partners with noise, or two distributed parameters");
    Key<Correlation, Double> rho =
        Key.required(
            "rho",
            Numbers.fixed(Dimension.NUMBER, Range.CORRELATION),
            Correlation::rho,
            "from -1 to 1");
    return Section.of(
        "a correlation",
        List.of(between, rho),
        in -> new Correlation(in.get(between).get(0), in.get(between).get(1), in.get(rho)));
  }

  private static Section<Output> output() {
    Key<Output, List<Double>> percentiles =
        Key.optional(
            "percentiles",
            ListOf.any("a list of percentiles", Numbers.fixed(Dimension.NUMBER, Range.PERCENTILE)),
            Output::percentiles,
            Output.ALL.percentiles(),
            "between 0 and 100, ascending; default 5, 25, 50, 75, 95");
    Key<Output, Optional<List<String>>> metrics =
        Key.maybe(
            "metrics",
            ListOf.any("a list of metrics", Scalars.TEXT),
            Output::metrics,
            "absent: all; those of questions are always computed");
    return Section.of(
        "an output section",
        List.of(percentiles, metrics),
        in -> new Output(in.get(percentiles), in.get(metrics)));
  }

  private static Section<RunDefaults> run() {
    Key<RunDefaults, Long> paths =
        Key.optional(
            "paths",
            Numbers.whole(1, Long.MAX_VALUE),
            RunDefaults::paths,
            RunDefaults.STANDARD.paths(),
            "number of paths; default 100000");
    Key<RunDefaults, Long> seed =
        Key.optional(
            "seed",
            Numbers.whole(Long.MIN_VALUE, Long.MAX_VALUE),
            RunDefaults::seed,
            RunDefaults.STANDARD.seed(),
            "of the random numbers; default 1");
    Key<RunDefaults, Sampling> sampling =
        Key.optional(
            "sampling",
            new Word<>(samplings()),
            RunDefaults::sampling,
            RunDefaults.STANDARD.sampling(),
            "how random numbers are chosen; default random");
    Key<RunDefaults, Optional<Double>> precision =
        Key.maybe(
            "precision",
            Numbers.fixed(Dimension.FRACTION, Range.PRECISION),
            RunDefaults::precision,
            "instead of a number of paths: goes on until half the width of every question's 95 %"
                + " interval is below this");
    Key<RunDefaults, List<String>> precisionMetrics =
        Key.optional(
            "precision-metrics",
            ListOf.any("a list of metrics", Scalars.TEXT),
            RunDefaults::precisionMetrics,
            RunDefaults.STANDARD.precisionMetrics(),
            "reported metrics whose mean's relative standard error must be below the precision too");
    Key<RunDefaults, Long> maxPaths =
        Key.optional(
            "max-paths",
            Numbers.whole(1, Long.MAX_VALUE),
            RunDefaults::maxPaths,
            RunDefaults.STANDARD.maxPaths(),
            "where a run for a precision ends at the latest; default 10000000");
    return Section.of(
        "a run section",
        List.of(paths, seed, sampling, precision, precisionMetrics, maxPaths),
        in ->
            new RunDefaults(
                in.get(paths),
                in.get(seed),
                in.get(sampling),
                in.get(precision),
                in.get(precisionMetrics),
                in.get(maxPaths)));
  }

  private static Map<String, Sampling> samplings() {
    Map<String, Sampling> words = new LinkedHashMap<>();
    for (Sampling sampling : Sampling.values()) {
      words.put(sampling.word(), sampling);
    }
    return words;
  }

  /** Returns the scenario that {@code root} says, as far as it can be read. */
  public static Scenario read(Node root, Reading reading) {
    return SCENARIO.read(root, new Place(reading, "", root.at()));
  }

  /** Returns the tree that reads as {@code scenario}. */
  public static Node write(Scenario scenario) {
    return SCENARIO.write(scenario);
  }

  /** Returns the JSON Schema of the format. */
  public static Map<String, Object> schema() {
    SchemaDefs whole = new SchemaDefs();
    SchemaDefs partial = new SchemaDefs(whole);
    Map<String, Object> schema =
        Json.object(
            "$schema",
            "https://json-schema.org/draft/2020-12/schema",
            "title",
            "Corridor scenario",
            "description",
            "A scenario file of Corridor, version " + FileKeys.VERSION,
            "if",
            SchemaDefs.has(EXTENDS_KEY),
            "then",
            SCENARIO.schema(partial),
            "else",
            SCENARIO.schema(whole));
    Map<String, Object> definitions = Json.object();
    definitions.putAll(whole.definitions());
    definitions.putAll(partial.definitions());
    schema.put("$defs", definitions);
    return schema;
  }
}
