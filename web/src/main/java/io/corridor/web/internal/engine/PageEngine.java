package io.corridor.web.internal.engine;

import static java.util.Objects.requireNonNull;

import io.corridor.model.InvalidScenarioException;
import io.corridor.model.Sample;
import io.corridor.model.Sampling;
import io.corridor.model.Scenario;
import io.corridor.projection.Comparison;
import io.corridor.projection.Condition;
import io.corridor.projection.Projection;
import io.corridor.report.data.History;
import io.corridor.report.data.Source;
import io.corridor.report.files.PathJson;
import io.corridor.report.files.ResultJson;
import io.corridor.report.internal.page.LeverList;
import io.corridor.report.internal.page.LiveView;
import io.corridor.report.story.SimulatedPath;
import io.corridor.run.Progress;
import io.corridor.run.SimulationException;
import io.corridor.scenarios.FileProblem;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ScenarioFileException;
import io.corridor.simulation.Simulation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSByRef;
import org.teavm.jso.JSExport;

/**
 * What a page's script calls: the model of one page, for one worker.
 *
 * <p>Most calls return two texts: {@code ok} and what was asked for, {@code problems} and a JSON
 * array of what is wrong with the scenario, or {@code error} and a sentence.
 */
public final class PageEngine {
  private static Texts texts = Texts.NONE;
  private static @Nullable LoadedScenario scenario;
  private static @Nullable Simulation simulation;
  private static boolean compared;

  /** Paths that are looked at again and again where something holds, and what they are of. */
  private static Simulation.@Nullable Kept kept;

  private static List<Object> keptOf = List.of();

  private PageEngine() {}

  /** Nothing is done before it is asked for. */
  public static void main(String[] arguments) {}

  /**
   * Takes the scenario that the page holds.
   *
   * @param file what it is called
   * @param text of the file
   * @param paths of the files that it names
   * @param contents of these
   * @param widen keys of fits and what they are widened by, in turn, as the page's scenario was
   * @param variant null: the file as it stands
   * @param set keys and values, in turn
   */
  @JSExport
  public static void open(
      String file,
      String text,
      String[] paths,
      String[] contents,
      String[] widen,
      @Nullable String variant,
      String[] set) {
    texts = Texts.of(file, text, paths, contents, widen, variant, set);
  }

  /**
   * Reads a scenario, and compiles it, to be simulated.
   *
   * @param text of a changed file; null: the page's own
   * @param variant null: the file as it stands
   * @param set keys and values, in turn
   * @param seed a whole number
   * @param sampling its word; null: the scenario's own
   * @param paths how many at most
   * @param want ids of metrics; null: those that the scenario reports
   * @param beside whether it is simulated beside the page's own scenario, if it is another of the
   *     same months
   * @return {@code extensible} if a run of more paths has the same first paths
   */
  @JSExport
  public static String[] prepare(
      @Nullable String text,
      @Nullable String variant,
      String[] set,
      String seed,
      @Nullable String sampling,
      double paths,
      String @Nullable [] want,
      boolean beside) {
    return answer(
        () -> {
          LoadedScenario read = texts.read(text, variant, set);
          Sample sample = sample(read, seed, sampling, paths);
          Optional<LoadedScenario> base =
              beside ? texts.base(read, text, variant, set) : Optional.empty();
          return prepared(
              read, sample, base.isPresent(), ShownRun.simulation(base, read, want, sample));
        });
  }

  /**
   * Reads a scenario, and makes ready to look at those of its paths on which conditions hold.
   *
   * @param keeping whether so many paths are simulated at once and kept, in place of those that
   *     were; the same are looked at again in no time. Else {@link #simulate} adds them
   * @param given conditions, four texts each: id of a question or metric; month of the metric, or
   *     nothing; least and largest value, of a question 1 and 1 where it is true, 0 and 0 where not
   * @return as of {@link #prepare}
   */
  @JSExport
  public static String[] given(
      @Nullable String text,
      @Nullable String variant,
      String[] set,
      String seed,
      @Nullable String sampling,
      double paths,
      String @Nullable [] want,
      boolean keeping,
      String[] given) {
    return answer(
        () -> {
          LoadedScenario read = texts.read(text, variant, set);
          Sample sample = sample(read, seed, sampling, paths);
          List<Condition> conditions = conditions(given);
          Scenario reporting = ShownRun.reporting(read, ShownRun.with(want, conditions));
          return prepared(
              read,
              sample,
              false,
              keeping
                  ? kept(reporting, sample).given(conditions)
                  : Simulation.given(reporting, sample, conditions));
        });
  }

  private static String prepared(
      LoadedScenario read, Sample sample, boolean beside, Simulation of) {
    scenario = read;
    compared = beside;
    simulation = of;
    return sample.sampling().isExtensible() ? "extensible" : "";
  }

  private static Simulation.Kept kept(Scenario reporting, Sample sample) {
    List<Object> of = List.of(reporting, sample);
    Simulation.Kept found = kept;
    if (found == null || !of.equals(keptOf)) {
      found = Simulation.keeping(reporting, sample);
      found.simulate(0, sample.paths(), Progress.NONE);
      kept = found;
      keptOf = of;
    }
    return found;
  }

  private static List<Condition> conditions(String[] given) {
    List<Condition> conditions = new ArrayList<>();
    for (int i = 0; i < given.length; i += 4) {
      Optional<YearMonth> month =
          given[i + 1].isEmpty() ? Optional.empty() : Optional.of(YearMonth.parse(given[i + 1]));
      double low = Double.parseDouble(given[i + 2]);
      conditions.add(new Condition(given[i], month, low, Double.parseDouble(given[i + 3])));
    }
    return conditions;
  }

  /** Simulates paths from {@code first} on, a multiple of {@link Simulation#BLOCK}. */
  @JSExport
  public static String[] simulate(double first, double paths) {
    return answer(
        () -> {
          simulation().simulate((long) first, (long) paths, Progress.NONE);
          return "";
        });
  }

  /** Returns what the paths since the last call come to, for {@link #add} elsewhere. */
  @JSExport
  @JSByRef(optional = true)
  public static byte[] take() {
    byte[] bytes = simulation().toBytes();
    restart();
    return bytes;
  }

  /** Adds what {@link #take} elsewhere returned. */
  @JSExport
  public static void add(@JSByRef(optional = true) byte[] bytes) {
    simulation().add(bytes);
  }

  /** Forgets all paths. */
  @JSExport
  public static void restart() {
    simulation = simulation().anew();
  }

  private static Simulation simulation() {
    return requireNonNull(simulation, "nothing is prepared");
  }

  private static void requirePaths() {
    if (simulation().paths() == 0) {
      throw new IllegalArgumentException("it holds on none of the paths");
    }
  }

  private static LoadedScenario scenario() {
    return requireNonNull(scenario, "nothing is prepared");
  }

  /**
   * Returns the results as {@code corridor run --json} prints them.
   *
   * @param seconds that they took
   * @param workers how many took part
   */
  @JSExport
  public static String[] result(double seconds, int workers) {
    return answer(
        () -> {
          requirePaths();
          double pathMonths = (double) simulation().paths() * scenario().scenario().months();
          Projection.Timing timing = new Projection.Timing(seconds, pathMonths / seconds, workers);
          Source source = Source.of(texts.file(), scenario());
          return text(json -> ResultJson.write(simulation().results(timing).base(), source, json));
        });
  }

  /** Returns what the page shows of the paths so far, as JSON. */
  @JSExport
  public static String[] view(String[] figures) {
    return answer(
        () -> {
          requirePaths();
          Comparison results = simulation().results(new Projection.Timing(1, 1, 1));
          Source source = Source.of(texts.file(), scenario());
          Map<String, History> history = History.of(scenario().evidence(), scenario().scenario());
          List<String> wanted = List.of(figures);
          return compared
              ? LiveView.json(results, ShownRun.CHANGED, source, history, wanted)
              : LiveView.json(results.base(), source, history, wanted);
        });
  }

  /** Returns the numbers of a scenario that can be moved, as JSON. */
  @JSExport
  public static String[] levers(@Nullable String text, @Nullable String variant, String[] set) {
    return answer(() -> LeverList.json(texts.read(text, variant, set)));
  }

  /** Returns what happens on a path, as {@code corridor explain --json} prints it. */
  @JSExport
  public static String[] explain(
      @Nullable String text,
      @Nullable String variant,
      String[] set,
      String seed,
      @Nullable String sampling,
      double paths,
      double path) {
    return answer(
        () -> {
          LoadedScenario told = texts.read(text, variant, set);
          Sample sample = sample(told, seed, sampling, Math.max(paths, path + 1));
          SimulatedPath simulated = SimulatedPath.of(told.scenario(), sample, (long) path);
          return text(json -> PathJson.write(simulated, Source.of(texts.file(), told), json));
        });
  }

  private interface Document {
    void writeTo(OutputStream out) throws IOException;
  }

  private static String text(Document document) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      document.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Sample sample(
      LoadedScenario of, String seed, @Nullable String sampling, double paths) {
    Sampling chosen = sampling == null ? of.scenario().run().sampling() : Sampling.of(sampling);
    return new Sample(Long.parseLong(seed), chosen, (long) paths);
  }

  /** Returns what is wrong with a text, and what was probably not meant, as a JSON array. */
  @JSExport
  public static String[] validate(String text) {
    return answer(() -> ProblemsJson.notes(texts.read(text, null, new String[0]).notes()));
  }

  private static String[] answer(Supplier<String> asked) {
    try {
      return new String[] {"ok", asked.get()};
    } catch (ScenarioFileException e) {
      return new String[] {"problems", ProblemsJson.errors(e.problems())};
    } catch (InvalidScenarioException e) {
      List<FileProblem> problems =
          e.problems().stream()
              .map(
                  problem ->
                      new FileProblem(
                          texts.file(), 0, 0, problem.key().toString(), problem.message()))
              .toList();
      return new String[] {"problems", ProblemsJson.errors(problems)};
    } catch (SimulationException | IllegalArgumentException e) {
      return new String[] {"error", Optional.ofNullable(e.getMessage()).orElse(e.toString())};
    }
  }
}
