package io.corridor.cli;

import io.corridor.model.MetricKind;
import io.corridor.model.Scenario;
import io.corridor.report.data.SweepResults;
import io.corridor.report.files.Found;
import io.corridor.report.files.OutFolder.Kind;
import io.corridor.report.files.SweepPoints;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.simulation.HorizonMismatchException;
import io.corridor.simulation.Settings;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
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

/** The command {@code sweep}: simulates a scenario at each point of a grid of values. */
@Command(
    name = "sweep",
    header = "Simulates a scenario at each point of a grid of values.",
    description = {
      "",
      "All points see the same random numbers, so that they differ by what was set.",
      "Prints a heat map of a question for two keys, else a table. With --out it",
      "also writes sweep.csv and sweep.json, a row for each point with what it",
      "differs by from the scenario as it stands, and sweep.html, a heat map of each",
      "question. Points are kept as they are finished: interrupted, the same command",
      "goes on where it was."
    },
    footer = {
      "",
      "Examples:",
      "  corridor sweep my.yaml --vary flows.goods.growth=0,0.03,0.06",
      "  corridor sweep iran-iraq-2019 --vary payments.lapsed=0:1:0.25 \\",
      "    --vary waivers.energy-waiver.renew=0.5:1:0.1 --question reaches-20bn",
      "  corridor sweep my.yaml --vary drivers.brent.level=40:100:20 --out sweep",
      "  corridor sweep my.yaml \\",
      "    --vary 'energy.carriers.gas.supply.base=20:30:5 mcm/d' --metric arrears"
    })
final class SweepCommand implements Callable<Integer> {
  private static final int MOST_POINTS = 10_000;

  private final Console console;
  private final Runner runner;

  @Mixin private ScenarioOptions scenario;

  @Option(
      names = "--vary",
      required = true,
      paramLabel = "KEY=VALUES",
      converter = Axis.Converter.class,
      description =
          "A key and the values it takes: a,b,c, or from:to:step with a unit if there is one."
              + " Given often, every value of one meets every value of the others.")
  private List<Axis> axes = new ArrayList<>();

  @Option(
      names = "--question",
      paramLabel = "ID",
      description = "The question shown first, or on the heat map. Default: the file's first.")
  private @Nullable String question;

  @Option(
      names = "--metric",
      paramLabel = "ID",
      description =
          "A metric whose last month gets columns, total.12m if none is named. May be given often.")
  private List<String> metrics = new ArrayList<>();

  @Mixin private RunOptions run;

  @Mixin private OutOptions out;

  @Mixin private LiveOptions live;
  @Mixin private BacktestOptions backtest;

  SweepCommand(Console console, Runner runner) {
    this.console = console;
    this.runner = runner;
  }

  @Override
  public Integer call() throws IOException {
    LoadedScenario loaded = scenario.read();
    Scenario base = loaded.scenario();
    Settings settings = run.settingsOfPaths(base);
    if (metrics.isEmpty()) {
      metrics.add(MetricKind.TOTAL_OF_YEAR.id());
    }
    MetricIds.of(base, "--metric", metrics);
    if (question != null) {
      MetricIds.question(base, "--question", question);
    }
    Notes notes = Notes.of(loaded, scenario.asItStands(loaded));
    List<Sweep.Point> points = points(loaded, notes);
    notes.tell(console);
    Notes.tellOfCoordinates(base, settings.sampling(), console);
    return out.alone(() -> sweep(loaded, settings, points));
  }

  private int sweep(LoadedScenario loaded, Settings settings, List<Sweep.Point> points)
      throws IOException {
    Scenario base = loaded.scenario();
    Ending ending = out.open(Kind.SWEEP, console);
    Optional<SweepPoints> kept =
        out.out().isEmpty()
            ? Optional.empty()
            : Optional.of(
                SweepPoints.in(out.out().get(), out.overwrite(), base, settings.sample()));
    Sweep sweep = new Sweep(runner, settings, base, points, metrics, kept);
    try {
      return Stages.run(
          console,
          stages -> {
            Sweep.Rows rows =
                stages.show(
                    "",
                    done ->
                        " after %d of %d points; ".formatted(sweep.done(), points.size())
                            + (ending.writes()
                                ? "the same command goes on from there"
                                : "nothing was written"),
                    sweep::run);
            SweepResults results = results(base, settings, rows);
            ending.tell(
                stages,
                Found.sweep(
                    results,
                    ScenarioStore.source(loaded),
                    Optional.ofNullable(question),
                    progress ->
                        new Found.PageParts(
                            live.asked(loaded, progress),
                            backtest.past(loaded, results.sample().seed(), out.json(), stages))));
          });
    } catch (HorizonMismatchException e) {
      throw CommandException.wrong("the grid may not change the months of the scenario");
    } catch (FileAlreadyExistsException e) {
      throw out.taken(String.valueOf(e.getReason()));
    }
  }

  /** Every value of each key with every value of the others, the last key changing first. */
  private List<Sweep.Point> points(LoadedScenario base, Notes notes) {
    List<Map<String, String>> grid = List.of(Map.of());
    for (Axis axis : axes) {
      if (axis.key().equals("run") || axis.key().startsWith("run.")) {
        throw CommandException.wrong(
            "--vary names "
                + axis.key()
                + ", but all points of a sweep are simulated with the same paths, seed and"
                + " sampling; say --paths, --seed or --sampling");
      }
      if (grid.get(0).containsKey(axis.key())) {
        throw CommandException.wrong("--vary names " + axis.key() + " twice");
      }
      if ((long) grid.size() * axis.values().size() > MOST_POINTS) {
        throw CommandException.wrong("the grid has more than " + MOST_POINTS + " points");
      }
      List<Map<String, String>> finer = new ArrayList<>();
      for (Map<String, String> values : grid) {
        for (String value : axis.values()) {
          Map<String, String> more = new LinkedHashMap<>(values);
          more.put(axis.key(), value);
          finer.add(more);
        }
      }
      grid = finer;
    }
    return grid.stream()
        .map(
            values -> {
              LoadedScenario point = scenario.read(values);
              notes.add(point.notesOnChange(base));
              return new Sweep.Point(values, point.scenario());
            })
        .toList();
  }

  private SweepResults results(Scenario base, Settings settings, Sweep.Rows rows) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    axes.forEach(axis -> values.put(axis.key(), axis.values()));
    return new SweepResults(base, settings.sample(), values, rows.base(), rows.points());
  }
}
