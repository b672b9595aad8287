package io.corridor.cli;

import io.corridor.model.Scenario;
import io.corridor.projection.Comparison;
import io.corridor.report.data.Source;
import io.corridor.report.files.Found;
import io.corridor.report.files.OutFolder.Kind;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.simulation.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code compare}: simulates variants of a scenario on the same random numbers. */
@Command(
    name = "compare",
    header = "Compares variants of a scenario, or scenarios, path by path.",
    description = {
      "",
      "All are simulated on the same random numbers, so that their differences are",
      "known much better than the answers of each. Prints what changes most,",
      "all answers with their differences, and a table a year. With --out it also",
      "writes comparison.html (a page to read, with fans over each other and of the",
      "differences) and comparison.json (everything, for programs).",
      "",
      "The file as it stands takes part, named or not; it is the base, and called so,",
      "unless --base chooses another. Paths and seed are the base's if the command",
      "line names none."
    },
    footer = {
      "",
      "Examples:",
      "  corridor compare iran-iraq-2019 base waivers-lapse max-enforcement",
      "  corridor compare my.yaml early-plants --base no-waiver",
      "  corridor compare mine.yaml yours.yaml --paths 1e6 --out comparison",
      "  corridor compare my.yaml no-waiver --set flows.goods.growth=0.05",
      "  corridor compare my.yaml no-waiver --json | jq .differences[].questions"
    })
final class CompareCommand implements Callable<Integer> {
  private final Console console;
  private final Runner runner;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      completionCandidates = ShippedNames.class,
      description =
          "A scenario file, - for standard input, or the name of a shipped scenario (see corridor"
              + " scenarios).")
  private String file = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "VARIANT",
      completionCandidates = ShippedNames.class,
      description = "Variants that the file defines, other files, or names of shipped scenarios.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--base",
      paramLabel = "NAME",
      description = "Measure differences from this variant or file.")
  private @Nullable String base;

  @Mixin private SetOptions set;

  @Mixin private RunOptions run;

  @Mixin private OutOptions out;

  @Mixin private LiveOptions live;
  @Mixin private BacktestOptions backtest;

  CompareCommand(Console console, Runner runner) {
    this.console = console;
    this.runner = runner;
  }

  @Override
  public Integer call() throws IOException {
    Contenders contenders = Contenders.read(file, names, Optional.ofNullable(base), set.reader());
    return out.alone(() -> compare(contenders));
  }

  private int compare(Contenders contenders) throws IOException {
    Map<String, Scenario> variants = new LinkedHashMap<>();
    contenders.variants().forEach((name, loaded) -> variants.put(name, loaded.scenario()));
    Scenario first = contenders.base().scenario();
    Settings settings = run.settingsOfPaths(first);
    notes(contenders).tell(console);
    Notes.tellOfCoordinates(first, settings.sampling(), console);
    Ending ending = out.open(Kind.COMPARISON, console);
    return Stages.run(
        console,
        stages ->
            report(
                stages,
                stages.show(
                    "",
                    done ->
                        " after "
                            + done
                            + " of "
                            + settings.paths()
                            + " paths; nothing was written",
                    progress -> runner.compare(first, variants, settings.withProgress(progress))),
                contenders,
                ending));
  }

  private Notes notes(Contenders contenders) {
    Notes notes =
        Notes.of(
            contenders.base(),
            set.values().isEmpty() || base != null
                ? Optional.empty()
                : Optional.of(ScenarioStore.read(file, set.plain())));
    for (LoadedScenario variant : contenders.variants().values()) {
      notes.add(variant.notesOnChange(contenders.base()));
    }
    return notes;
  }

  private void report(Stages stages, Comparison comparison, Contenders contenders, Ending ending)
      throws IOException {
    LoadedScenario base = contenders.base();
    ending.tell(
        stages,
        Found.comparison(
            comparison,
            contenders.baseName(),
            sources(contenders),
            progress ->
                new Found.PageParts(
                    live.asked(base, progress),
                    backtest.past(base, comparison.base().seed(), out.json(), stages))));
  }

  private static Map<String, Source> sources(Contenders contenders) {
    Map<String, Source> sources = new LinkedHashMap<>();
    sources.put(contenders.baseName(), ScenarioStore.source(contenders.base()));
    contenders
        .variants()
        .forEach((name, loaded) -> sources.put(name, ScenarioStore.source(loaded)));
    return sources;
  }
}
