package io.corridor.report.files;

import static java.util.Objects.requireNonNull;

import io.corridor.evidence.score.Widened;
import io.corridor.model.Metric;
import io.corridor.model.Metrics;
import io.corridor.model.Precision;
import io.corridor.model.Sample;
import io.corridor.model.Sampling;
import io.corridor.model.Scenario;
import io.corridor.projection.Answer;
import io.corridor.projection.Projection;
import io.corridor.projection.Reached;
import io.corridor.projection.Series;
import io.corridor.report.data.ReportData;
import io.corridor.report.data.RunResults;
import io.corridor.report.data.Source;
import io.corridor.scenarios.ScenarioFileException;
import io.corridor.scenarios.ScenarioReader;
import io.corridor.scenarios.ScenarioTexts;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code result.json} back: the very projection that was written, and what goes with it. */
final class ResultReader {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Stored stored;
  private final Scenario scenario;

  private ResultReader(Stored stored) throws IOException {
    this.stored = stored;
    this.scenario =
        ScenarioReader.create()
            .readText(stored.report.scenario(), "the stored scenario", stored.report.files())
            .scenario();
  }

  /** The file: a component for each property that is read. */
  record Stored(
      Written corridor,
      Source scenario,
      Run run,
      Timing timing,
      @Nullable Map<String, Double> widened,
      Map<String, StoredAnswer> questions,
      Map<String, StoredSeries> metrics,
      ReportData report) {

    Stored {
      required(scenario, "scenario");
      required(run, "run");
      required(timing, "timing");
      required(questions, "questions");
      required(metrics, "metrics");
    }

    /** Where the scenario came from, and by what it was widened, as far as that was kept. */
    Source source() {
      Map<String, Widened> found = report.texts().map(ScenarioTexts::widen).orElse(Map.of());
      Map<String, Widened> by = new LinkedHashMap<>();
      Optional.ofNullable(widened)
          .orElse(Map.of())
          .forEach(
              (key, factor) ->
                  by.put(
                      key,
                      Optional.ofNullable(found.get(key))
                          .filter(one -> one.factor() == factor)
                          .orElse(Widened.by(factor))));
      return scenario.withWidened(by);
    }
  }

  record Written(String version, int format) {}

  record Run(
      long paths,
      long seed,
      int months,
      YearMonth start,
      @Nullable String sampling,
      @Nullable StoredPrecision precision,
      @Nullable Long unsettled) {

    Run {
      required(start, "start");
    }

    Sample sample() {
      return new Sample(seed, sampling == null ? Sampling.RANDOM : Sampling.of(sampling), paths);
    }

    Optional<Reached> reached() {
      return Optional.ofNullable(precision).map(StoredPrecision::reached);
    }
  }

  record StoredPrecision(
      double asked,
      long maxPaths,
      Map<String, OptionalDouble> questions,
      Map<String, OptionalDouble> metrics) {

    StoredPrecision {
      required(questions, "questions");
      required(metrics, "metrics");
    }

    Reached reached() {
      return new Reached(
          new Precision(asked, List.copyOf(metrics.keySet()), maxPaths),
          widths(questions),
          widths(metrics));
    }

    /** A width that isn't finite is stored as null. */
    private static Map<String, Double> widths(Map<String, OptionalDouble> stored) {
      Map<String, Double> widths = new LinkedHashMap<>();
      stored.forEach((id, width) -> widths.put(id, width.orElse(Double.POSITIVE_INFINITY)));
      return widths;
    }
  }

  record Timing(
      double seconds, double pathMonthsPerSecond, int threads, @Nullable LocalDate made) {}

  record StoredSeries(double[] mean, double[] sd, double[] se, Map<Double, double[]> percentiles) {

    StoredSeries {
      required(mean, "mean");
      required(sd, "sd");
      required(se, "se");
      required(percentiles, "percentiles");
    }
  }

  /** A probability, which has hits, or a number of months, which has percentiles. */
  record StoredAnswer(
      long paths,
      @Nullable Long hits,
      @Nullable Double mean,
      @Nullable Double sd,
      @Nullable Double standardError,
      @Nullable List<Long> firstPaths,
      @Nullable Map<String, YearMonth> firstMonth,
      @Nullable Map<Double, Integer> percentiles) {

    Answer answer(List<Long> byMonth) {
      return hits == null ? count(byMonth) : probability(hits, byMonth);
    }

    private Answer probability(long hits, List<Long> byMonth) {
      Answer.Probability random =
          new Answer.Probability(paths, hits, List.of(), List.of(), List.of());
      return new Answer.Probability(
          paths,
          hits,
          byMonth,
          Optional.ofNullable(firstMonth).orElse(Map.of()).entrySet().stream()
              .map(
                  first ->
                      new Answer.FirstMonth(
                          Double.parseDouble(first.getKey().substring(1)), first.getValue()))
              .toList(),
          Optional.ofNullable(firstPaths).orElse(List.of()),
          other(random.standardError().orElse(0)));
    }

    private Answer count(List<Long> byMonth) {
      double spread = number(sd);
      return new Answer.Count(
          paths,
          number(mean),
          spread,
          required(percentiles, "percentiles").entrySet().stream()
              .map(each -> new Answer.Months(each.getKey(), each.getValue()))
              .toList(),
          byMonth,
          other(spread / Math.sqrt(paths)));
    }

    /** An error that doesn't follow from the rest, as that of random paths does, is kept. */
    private OptionalDouble other(double random) {
      double error = number(standardError);
      return error > 0 && error != random ? OptionalDouble.of(error) : OptionalDouble.empty();
    }

    private static double number(@Nullable Double stored) {
      return stored == null ? Double.NaN : stored;
    }
  }

  /** Returns what a report needs, as it is stored. */
  static Map<String, Object> stored(ReportData report) {
    return MAPPER.convertValue(report, new TypeReference<>() {});
  }

  static RunResults read(InputStream in) throws IOException {
    try {
      JsonNode file = MAPPER.readTree(in);
      check(file);
      return new ResultReader(MAPPER.treeToValue(file, Stored.class)).results();
    } catch (StreamReadException e) {
      throw new IOException(
          "this is not a result file of Corridor, or a damaged one: line "
              + e.getLocation().getLineNr()
              + ", column "
              + e.getLocation().getColumnNr(),
          e);
    } catch (ValueInstantiationException e) {
      throw damaged(e.getCause() == null ? e.getOriginalMessage() : e.getCause().getMessage(), e);
    } catch (JacksonException e) {
      throw damaged(e.getOriginalMessage(), e);
    } catch (ScenarioFileException
        | DateTimeException
        | IllegalArgumentException
        | NullPointerException e) {
      throw damaged(e.getMessage(), e);
    }
  }

  private static void check(JsonNode file) throws IOException {
    JsonNode format = file.path("corridor").path("format");
    if (!format.isInt()) {
      throw new IOException("this is not a result file of Corridor");
    }
    String version = "was written by Corridor " + file.at("/corridor/version").asString("");
    if (format.asInt() > Version.FORMAT) {
      throw new IOException(
          version + " in format " + format + "; this version reads format " + Version.FORMAT);
    }
    if (!file.has("report")) {
      throw new IOException(
          "the result is without what a page needs: its run ended before that was there, or it is"
              + " what --json prints; run the scenario again with --out");
    }
    if (file.at("/report/scenario").isMissingNode()) {
      throw new IOException(version + ", which didn't keep the scenario: run it again");
    }
  }

  private static IOException damaged(@Nullable String message, Exception cause) {
    return new IOException("this is a damaged result file of Corridor: " + message, cause);
  }

  private RunResults results() {
    Run run = stored.run;
    if (run.months != scenario.months() || !run.start.equals(scenario.start())) {
      throw new IllegalArgumentException(
          "run is of " + run.months + " months from " + run.start + ", its scenario isn't");
    }
    Timing timing = stored.timing;
    Projection projection =
        new Projection(
            scenario,
            run.sample(),
            new Projection.Timing(timing.seconds, timing.pathMonthsPerSecond, timing.threads),
            series(),
            answers(),
            run.reached(),
            Optional.ofNullable(run.unsettled).map(OptionalLong::of).orElse(OptionalLong.empty()));
    return new RunResults(
        projection,
        stored.source(),
        stored.corridor.version,
        Optional.ofNullable(timing.made),
        stored.report);
  }

  private Map<String, Series> series() {
    Map<String, Metric> metrics = Metrics.of(scenario);
    Map<String, Series> series = new LinkedHashMap<>();
    stored.metrics.forEach(
        (id, found) -> {
          Metric metric = metrics.get(id);
          if (metric == null) {
            throw new IllegalArgumentException("the stored scenario has no metric " + id);
          }
          series.put(id, series(metric, found));
        });
    return series;
  }

  private Series series(Metric metric, StoredSeries found) {
    return new Series(
        metric,
        scenario.start(),
        byMonth(found.mean, metric),
        byMonth(found.sd, metric),
        byMonth(found.se, metric),
        List.copyOf(found.percentiles.keySet()),
        found.percentiles.values().stream()
            .map(values -> byMonth(values, metric))
            .toArray(double[][]::new));
  }

  private double[] byMonth(double[] values, Metric metric) {
    if (values.length != scenario.months()) {
      throw new IllegalArgumentException(
          metric.id() + " has " + values.length + " of " + scenario.months() + " months");
    }
    return values;
  }

  private Map<String, Answer> answers() {
    Map<String, Answer> answers = new LinkedHashMap<>();
    stored.questions.forEach(
        (id, answer) -> {
          if (!scenario.questions().containsKey(id)) {
            throw new IllegalArgumentException("the stored scenario doesn't ask " + id);
          }
          answers.put(id, answer.answer(stored.report.byMonth().getOrDefault(id, List.of())));
        });
    return answers;
  }

  private static <T> T required(@Nullable T value, String name) {
    return requireNonNull(value, name + " is missing");
  }
}
