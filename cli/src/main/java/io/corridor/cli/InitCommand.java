package io.corridor.cli;

import io.corridor.customs.CountryCodes;
import io.corridor.customs.Sketch;
import io.corridor.customs.TradeStatistics;
import io.corridor.customs.TradeStatistics.UnreadableException;
import io.corridor.evidence.fit.Fit;
import io.corridor.evidence.forecast.Widener;
import io.corridor.report.data.Grounds;
import io.corridor.report.words.Amounts;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ScenarioFileException;
import io.corridor.scenarios.ScenarioSchema;
import io.corridor.scenarios.ScenarioTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code init}: writes a scenario to start from. */
@Command(
    name = "init",
    header = "Writes a small commented scenario to start from, or one of your data.",
    description = {
      "",
      "Never over a file that is there. Beside it comes scenario.schema.json, unless",
      "there is one, by which editors complete and check the file as you type.",
      "",
      "With --from it is a scenario of two countries that rests on files of trade",
      "statistics, as they are downloaded: UN Comtrade, IMF (SDMX-CSV, or a column a",
      "period), Eurostat Comext, US Census, BACI, Our World in Data's and JODI's",
      "energy. What they tell is fitted and held against the past; what they don't",
      "stands in the file as an example to choose from. Beside it comes a table of",
      "the series it rests on."
    },
    footer = {
      "",
      "Examples:",
      "  corridor init my.yaml",
      "  corridor run my.yaml",
      "  corridor init iran-iraq.yaml --from comtrade.csv --exporter IRN --importer IRQ"
    })
final class InitCommand implements Callable<Integer> {
  /** As the template's first line names it. */
  private static final String SCHEMA = "scenario.schema.json";

  private final Console console;

  @Parameters(paramLabel = "FILE", description = "The file to write.")
  private Path file = Path.of("scenario.yaml");

  @ArgGroup(exclusive = false)
  private @Nullable OfData data;

  @Mixin private CacheOption cache;

  InitCommand(Console console) {
    this.console = console;
  }

  /** What a scenario is made of that rests on data. */
  static final class OfData {
    @Option(
        names = "--from",
        paramLabel = "CSV",
        arity = "1..*",
        required = true,
        description = "Files of statistics; of what two tell, the later counts.")
    private List<Path> files = List.of();

    @Option(
        names = "--exporter",
        paramLabel = "XXX",
        required = true,
        description = "The first country: a code of two or three letters, or its name.")
    private String exporter = "";

    @Option(
        names = "--importer",
        paramLabel = "XXX",
        required = true,
        description = "The second country.")
    private String importer = "";

    @Option(
        names = "--told-by",
        paramLabel = "WHO",
        description = "Whose figures are taken where both sides tell: exporter or importer.")
    private Optional<String> toldBy = Optional.empty();

    @Option(
        names = "--usd-per-euro",
        paramLabel = "N",
        description = "What a euro is worth in dollars, for files in euros.")
    private @Nullable Double dollars;

    @Option(names = "--yes", description = "Ask nothing.")
    private boolean yes;

    @Option(
        names = "--no-backtest",
        description = "Don't hold the scenario against its past, which takes a while.")
    private boolean noBacktest;
  }

  @Override
  public Integer call() throws IOException {
    if (data != null) {
      OfData from = data;
      return Stages.run(console, stages -> sketch(from, stages));
    }
    NewFile.write(file, ScenarioTemplate.text());
    writeSchema(file.resolveSibling(SCHEMA));
    console.out().println("Wrote " + file + ". Run it: corridor run " + file);
    return ExitStatus.DONE;
  }

  private static void writeSchema(Path schema) throws IOException {
    try {
      NewFile.write(schema, ScenarioSchema.json());
    } catch (CommandException e) {
      return; // it is somebody's, and stays
    }
  }

  // ------------------------------------------------------------------------------- from data

  private void sketch(OfData from, Stages stages) throws IOException {
    Path table = file.resolveSibling(stem(file) + ".csv");
    for (Path made : List.of(file, table)) {
      if (Files.exists(made)) {
        throw CommandException.wrong(made + " exists already, and is left as it is");
      }
    }
    Sketch sketch = read(from, table);
    NewFile.write(table, sketch.data());
    NewFile.write(file, sketch.scenario());
    writeSchema(file.resolveSibling(SCHEMA));
    console.out().println("Wrote " + file + " and " + table + ".");
    console.out().println();
    console.print(sketch.told());
    try {
      LoadedScenario loaded = cache.reader().wideningBy(Widener.NONE).read(file);
      console.out().println();
      loaded.evidence().fits().forEach(fit -> console.out().println(fitted(fit)));
      past(from, loaded, stages);
    } catch (ScenarioFileException e) {
      throw CommandException.wrong(
          e.getMessage() + "\n" + file + " is written; what is wrong stands in it to be mended");
    }
    console.print(sketch.judged());
    console.print(
        List.of(
            "",
            "Go on:",
            "  corridor run " + file + " --out out",
            "  corridor fit " + file + " --out fit",
            "  corridor backtest " + file));
  }

  /** Returns in a line what data made of a trade's growth and shocks. */
  private static String fitted(Fit fit) {
    int odd = fit.warnings().size();
    return "%s: grows by %s %% to %s %% a year (90 %%, by %d values)%s"
        .formatted(
            fit.key(),
            Amounts.decimal(100 * fit.posterior().percentile("growth", 5), 1),
            Amounts.decimal(100 * fit.posterior().percentile("growth", 95), 1),
            fit.n(),
            odd == 0
                ? ""
                : "; corridor fit has %d %s".formatted(odd, odd == 1 ? "remark" : "remarks"));
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.replaceFirst("\\.ya?ml$", "");
  }

  private Sketch read(OfData from, Path table) throws IOException {
    String exporter = country("--exporter", from.exporter);
    String importer = country("--importer", from.importer);
    if (exporter.equals(importer)) {
      throw CommandException.wrong("--exporter and --importer are one country; name two");
    }
    from.toldBy
        .filter(who -> !who.equals("exporter") && !who.equals("importer"))
        .ifPresent(
            who -> {
              throw CommandException.wrong(
                  "--told-by is " + who + ", must be exporter or importer");
            });
    TradeStatistics statistics =
        new TradeStatistics(
            exporter,
            importer,
            from.dollars == null ? OptionalDouble.empty() : OptionalDouble.of(from.dollars));
    for (Path source : from.files) {
      try {
        statistics.read(source);
      } catch (UnreadableException e) {
        throw CommandException.wrong(String.valueOf(e.getMessage()));
      }
    }
    String name = String.valueOf(table.getFileName());
    Sketch sketch = sketch(statistics, from.toldBy, name);
    if (from.toldBy.isEmpty() && !from.yes && sketch.hasMirrors() && console.errIsTerminal()) {
      Optional<String> answer = ask(sketch);
      return answer.isEmpty() ? sketch : sketch(statistics, answer, name);
    }
    return sketch;
  }

  private static String country(String option, String text) {
    return CountryCodes.code(text)
        .orElseThrow(
            () ->
                CommandException.wrong(
                    "%s is %s, which is no country; give a code such as IRQ, or an English name"
                        .formatted(option, text)));
  }

  private static Sketch sketch(TradeStatistics statistics, Optional<String> toldBy, String table) {
    return Sketch.of(statistics, toldBy, table)
        .orElseThrow(() -> CommandException.wrong(String.join("\n", statistics.nothing())));
  }

  /** Asks whose figures are to be taken; empty: as they are. */
  private Optional<String> ask(Sketch sketch) {
    java.io.Console terminal = System.console();
    if (terminal == null) {
      return Optional.empty();
    }
    sketch.told().forEach(console.err()::println);
    String answer =
        terminal.readLine(
            "Whose figures: %s's (e), %s's (i), or as above (Enter)? ",
            sketch.names().get(0), sketch.names().get(1));
    return switch (answer == null ? "" : answer.strip()) {
      case "e" -> Optional.of("exporter");
      case "i" -> Optional.of("importer");
      default -> Optional.empty();
    };
  }

  private void past(OfData from, LoadedScenario loaded, Stages stages) throws IOException {
    if (from.noBacktest || loaded.evidence().backtest().isEmpty()) {
      return;
    }
    Optional<Grounds.Past> past =
        stages.show("backtest", progress -> Grounds.past(loaded.evidence(), 1, progress));
    past.ifPresent(
        told -> {
          console.out().println("Forecasts made in its past, from " + told.origins() + " origins:");
          told.verdicts()
              .forEach(verdict -> console.out().println("  " + verdict.sentence() + "."));
        });
  }
}
