package io.corridor.cli;

import io.corridor.model.Precision;
import io.corridor.model.Sampling;
import io.corridor.model.Scenario;
import io.corridor.report.data.Source;
import io.corridor.report.files.Found;
import io.corridor.report.files.OutFolder.Kind;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.simulation.Causes;
import io.corridor.simulation.Settings;
import io.corridor.why.LeverResult.Aim;
import io.corridor.why.Levers;
import io.corridor.why.Target;
import java.io.IOException;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code why}: what decides an answer, and what must hold. */
@Command(
    name = "why",
    header = "Tells what decides an answer, and what must hold.",
    description = {
      "",
      "Draws one cause anew at a time, such as all shocks of the oil price or a",
      "waiver's decisions, and leaves all else as it was: what that changes is what",
      "the cause decides. Prints the share of each cause in the answer, and the ranges",
      "in which it mostly comes true or fails. With --out it also writes why.html (a",
      "page to read, with charts), why.json (everything, for programs) and why.csv.",
      "",
      "Each of its many runs has as many paths as --paths says, 16 384 if it doesn't,",
      "of plain random numbers.",
      "",
      "With --levers it tells which of some variants to choose, and where another",
      "would have been better."
    },
    footer = {
      "",
      "Examples:",
      "  corridor why iran-iraq-2019",
      "  corridor why my.yaml --question blackout --out results",
      "  corridor why my.yaml --metric total.12m@2024-12 --paths 65536",
      "  corridor why my.yaml --question blackout --precision 1%%",
      "  corridor why my.yaml --levers early-plants more-gas --minimise blackout"
    })
final class WhyCommand implements Callable<Integer> {
  private final Console console;
  private final Runner runner;

  @Mixin private ScenarioOptions scenario;

  @Option(
      names = "--question",
      paramLabel = "ID",
      description = "A question to explain; may be given often. Default: all of them.")
  private List<String> questions = new ArrayList<>();

  @Option(
      names = "--metric",
      paramLabel = "ID@YYYY-MM",
      description = "A metric in a month to explain; may be given often.")
  private List<String> metrics = new ArrayList<>();

  @Option(
      names = "--density",
      paramLabel = "D",
      converter = Fraction.class,
      description =
          "Share of a box's paths on which a question should come out alike. Default: 0.8.")
  private double density = Causes.DENSITY;

  @Option(
      names = "--precision",
      paramLabel = "P",
      converter = Fraction.class,
      description = "Double the paths until all shares' 95 %% intervals are within P, such as 1%%.")
  private @Nullable Double precision;

  @Option(
      names = "--max-paths",
      paramLabel = "N",
      converter = WholeNumber.class,
      description = "Most paths for a precision. Default: 1m.")
  private @Nullable Long maxPaths;

  @Option(
      names = "--levers",
      paramLabel = "VARIANT",
      arity = "1..*",
      description = "Variants of the file to choose among, beside the file as it stands.")
  private List<String> levers = new ArrayList<>();

  @Option(
      names = "--maximise",
      paramLabel = "ID",
      description = "With --levers: a question, or metric in a month, of which more is better.")
  private List<String> maximised = new ArrayList<>();

  @Option(
      names = "--minimise",
      paramLabel = "ID",
      description = "With --levers: one of which less is better.")
  private List<String> minimised = new ArrayList<>();

  @Mixin private RunOptions run;

  @Mixin private OutOptions out;

  WhyCommand(Console console, Runner runner) {
    this.console = console;
    this.runner = runner;
  }

  @Override
  public Integer call() throws IOException {
    LoadedScenario loaded = scenario.read();
    return out.alone(() -> tell(loaded));
  }

  private int tell(LoadedScenario loaded) throws IOException {
    Settings settings = settings(loaded.scenario());
    Map<String, Aim> aims = aims();
    List<Target> targets = targets(loaded.scenario(), aims);
    Map<String, Scenario> variants = variants();
    return out.open(Kind.WHY, console)
        .tell(
            done -> " after " + done + " paths of all runs together; nothing was written",
            progress -> found(loaded, variants, targets, aims, settings.withProgress(progress)));
  }

  private Found found(
      LoadedScenario loaded,
      Map<String, Scenario> variants,
      List<Target> targets,
      Map<String, Aim> aims,
      Settings settings) {
    Source source = ScenarioStore.source(loaded);
    Scenario of = loaded.scenario();
    return variants.isEmpty()
        ? Found.why(
            runner.why(of, targets, settings, density),
            source,
            LiveOptions::built,
            ScenarioStore.reader())
        : Found.levers(runner.levers(of, variants, targets, aims, settings, density), source);
  }

  private Settings settings(Scenario of) {
    if (run.saysSampling() && run.sampling(of) != Sampling.RANDOM) {
      throw CommandException.wrong(
          "--sampling: to tell why, causes are drawn anew one by one, and sampling is plain"
              + " random");
    }
    Settings settings = run.settings(of).withSampling(Sampling.RANDOM);
    long paths = run.saysPaths() ? settings.paths() : Causes.PATHS;
    if (paths > Causes.MOST_PATHS) {
      throw CommandException.wrong(
          "--paths is " + paths + ", must be at most " + Causes.MOST_PATHS + " to tell why");
    }
    if (paths < Causes.FEWEST_PATHS) {
      throw CommandException.wrong(
          "--paths is " + paths + ", must be at least " + Causes.FEWEST_PATHS + " to tell why");
    }
    settings = settings.withPaths(paths);
    if (maxPaths != null && precision == null) {
      throw CommandException.wrong("--max-paths needs a --precision");
    }
    return precision == null
        ? settings
        : settings.withPrecision(
            new Precision(precision, List.of(), maxPaths == null ? 1_000_000 : maxPaths));
  }

  private Map<String, Aim> aims() {
    Map<String, Aim> aims = new LinkedHashMap<>();
    maximised.forEach(id -> aims.put(id, Aim.MAXIMISE));
    for (String id : minimised) {
      if (aims.put(id, Aim.MINIMISE) == Aim.MAXIMISE) {
        throw CommandException.wrong("'" + id + "' can't be both maximised and minimised");
      }
    }
    if (!aims.isEmpty() && levers.isEmpty()) {
      throw CommandException.wrong("--maximise and --minimise need --levers");
    }
    if (!levers.isEmpty() && precision != null) {
      throw CommandException.wrong("--precision applies to shares, which --levers doesn't report");
    }
    return aims;
  }

  private List<Target> targets(Scenario of, Map<String, Aim> aims) {
    Map<String, Target> targets = new LinkedHashMap<>();
    questions.forEach(id -> targets.put(id, question(of, "--question", id)));
    metrics.forEach(id -> targets.put(id, metric(of, "--metric", id)));
    if (targets.isEmpty()) {
      Causes.questions(of).forEach(target -> targets.put(target.id(), target));
    }
    aims.forEach(
        (id, aim) -> {
          String option = aim == Aim.MAXIMISE ? "--maximise" : "--minimise";
          targets.putIfAbsent(
              id, id.contains("@") ? metric(of, option, id) : question(of, option, id));
          if (of.questions().containsKey(id) && !of.questions().get(id).given().isEmpty()) {
            throw CommandException.wrong(
                option
                    + ": question '"
                    + id
                    + "' is asked of some paths only ('given'), and these differ from variant to"
                    + " variant");
          }
        });
    if (targets.isEmpty()) {
      throw CommandException.wrong(
          "the scenario asks no question; name a metric in a month, as --metric total.12m@"
              + of.lastMonth());
    }
    return List.copyOf(targets.values());
  }

  private static Target question(Scenario of, String option, String id) {
    return Target.question(MetricIds.question(of, option, id));
  }

  private static Target metric(Scenario of, String option, String text) {
    int at = text.lastIndexOf('@');
    YearMonth last = of.lastMonth();
    if (at < 0) {
      throw CommandException.wrong(
          option + ": '" + text + "' names no month; write " + text + "@" + last);
    }
    String id = MetricIds.metric(of, option, text.substring(0, at));
    YearMonth month = month(option, text.substring(at + 1), last);
    if (month.isBefore(of.start()) || month.isAfter(last)) {
      throw CommandException.wrong(
          option
              + ": "
              + month
              + " is outside of the horizon; its months are "
              + of.start()
              + " to "
              + last);
    }
    return Target.metric(id, month);
  }

  private static YearMonth month(String option, String text, YearMonth last) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeParseException e) {
      throw CommandException.wrong(option + ": '" + text + "' is not a month; write " + last);
    }
  }

  private Map<String, Scenario> variants() {
    if (!levers.isEmpty() && scenario.namesVariant()) {
      throw CommandException.wrong("--variant and --levers both name variants; say one");
    }
    Map<String, Scenario> variants = new LinkedHashMap<>();
    for (String name : levers) {
      if (!name.equals(Levers.BASE)) {
        variants.put(name, scenario.readVariant(name).scenario());
      }
    }
    if (!levers.isEmpty() && variants.size() < 2) {
      throw CommandException.wrong(
          "--levers: name two variants or more to choose among, beside the file as it stands; for"
              + " a single one, 'corridor compare' says all");
    }
    return variants;
  }
}
