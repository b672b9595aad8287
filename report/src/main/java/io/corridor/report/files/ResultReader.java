package io.corridor.report.files;

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
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code result.json} back: the very projection that was written, and what goes with it. */
final class ResultReader {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final JsonNode file;
  private final ReportData report;
  private final Scenario scenario;
  private final Sample sample;

  private ResultReader(JsonNode file) throws IOException {
    this.file = file;
    if (!file.has("report")) {
      throw new IOException("the result was stored without what a report needs: run it with --out");
    }
    if (file.at("/report/scenario").isMissingNode()) {
      throw new IOException(
          "was written by Corridor "
              + file.at("/corridor/version").asString("")
              + ", which didn't keep the scenario: run it again");
    }
    this.report = MAPPER.treeToValue(file.get("report"), ReportData.class);
    this.scenario =
        ScenarioReader.create()
            .readText(report.scenario(), "the stored scenario", report.files())
            .scenario();
    JsonNode run = required(file, "run");
    this.sample =
        new Sample(
            required(run, "seed").asLong(),
            run.has("sampling") ? Sampling.of(run.get("sampling").asString()) : Sampling.RANDOM,
            required(run, "paths").asLong());
  }

  static RunResults read(InputStream in) throws IOException {
    try {
      JsonNode file = MAPPER.readTree(in);
      if (!file.path("corridor").path("format").isInt()) {
        throw new IOException("this is not a result file of Corridor");
      }
      int format = file.at("/corridor/format").asInt();
      if (format > Version.FORMAT) {
        throw new IOException(
            "was written by Corridor "
                + file.at("/corridor/version").asString("")
                + " in format "
                + format
                + "; this version reads format "
                + Version.FORMAT);
      }
      return new ResultReader(file).results();
    } catch (StreamReadException e) {
      throw new IOException(
          "this is not a result file of Corridor, or a damaged one: line "
              + e.getLocation().getLineNr()
              + ", column "
              + e.getLocation().getColumnNr(),
          e);
    } catch (JacksonException e) {
      throw damaged(e.getOriginalMessage(), e);
    } catch (ScenarioFileException
        | DateTimeException
        | IllegalArgumentException
        | NullPointerException e) {
      throw damaged(e.getMessage(), e);
    }
  }

  private static IOException damaged(@Nullable String message, Exception cause) {
    return new IOException("this is a damaged result file of Corridor: " + message, cause);
  }

  private RunResults results() {
    int months = required(required(file, "run"), "months").asInt();
    String start = required(file.get("run"), "start").asString();
    if (months != scenario.months() || !YearMonth.parse(start).equals(scenario.start())) {
      throw new IllegalArgumentException(
          "run is of " + months + " months from " + start + ", its scenario isn't");
    }
    Projection projection =
        new Projection(scenario, sample, timing(), series(), answers(), reached());
    JsonNode made = file.at("/timing/made");
    return new RunResults(
        projection,
        source(),
        file.at("/corridor/version").asString(),
        made.isMissingNode() ? Optional.empty() : Optional.of(LocalDate.parse(made.asString())),
        report);
  }

  private Source source() {
    JsonNode manifest = required(file, "scenario");
    Map<String, String> set = new LinkedHashMap<>();
    required(manifest, "set")
        .properties()
        .forEach(e -> set.put(e.getKey(), e.getValue().asString()));
    return new Source(
        required(manifest, "file").asString(),
        required(manifest, "sha256").asString(),
        Optional.of(nullable(manifest, "variant")).filter(v -> !v.isNull()).map(JsonNode::asString),
        set);
  }

  private Projection.Timing timing() {
    JsonNode timing = required(file, "timing");
    return new Projection.Timing(
        required(timing, "seconds").asDouble(),
        required(timing, "pathMonthsPerSecond").asDouble(),
        required(timing, "threads").asInt());
  }

  private Optional<Reached> reached() {
    JsonNode stored = file.at("/run/precision");
    if (stored.isMissingNode()) {
      return Optional.empty();
    }
    Map<String, Double> metrics = widths(required(stored, "metrics"));
    Precision asked =
        new Precision(
            required(stored, "asked").asDouble(),
            List.copyOf(metrics.keySet()),
            required(stored, "maxPaths").asLong());
    return Optional.of(new Reached(asked, widths(required(stored, "questions")), metrics));
  }

  private static Map<String, Double> widths(JsonNode stored) {
    Map<String, Double> widths = new LinkedHashMap<>();
    stored
        .properties()
        .forEach(
            width ->
                widths.put(
                    width.getKey(),
                    width.getValue().isNull()
                        ? Double.POSITIVE_INFINITY
                        : width.getValue().asDouble()));
    return widths;
  }

  private Map<String, Series> series() {
    Map<String, Metric> metrics = Metrics.of(scenario);
    Map<String, Series> series = new LinkedHashMap<>();
    required(file, "metrics")
        .properties()
        .forEach(
            stored -> {
              Metric metric = metrics.get(stored.getKey());
              if (metric == null) {
                throw new IllegalArgumentException(
                    "the stored scenario has no metric " + stored.getKey());
              }
              series.put(stored.getKey(), series(metric, stored.getValue()));
            });
    return series;
  }

  private Series series(Metric metric, JsonNode stored) {
    List<Double> percentiles = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    required(stored, "percentiles")
        .properties()
        .forEach(
            percentile -> {
              percentiles.add(Double.parseDouble(percentile.getKey()));
              values.add(byMonth(percentile.getValue(), metric.id()));
            });
    return new Series(
        metric,
        scenario.start(),
        byMonth(required(stored, "mean"), metric.id()),
        byMonth(required(stored, "sd"), metric.id()),
        byMonth(required(stored, "se"), metric.id()),
        percentiles,
        values.toArray(double[][]::new));
  }

  private double[] byMonth(JsonNode stored, String metric) {
    double[] values = MAPPER.treeToValue(stored, double[].class);
    if (values.length != scenario.months()) {
      throw new IllegalArgumentException(
          metric + " has " + values.length + " of " + scenario.months() + " months");
    }
    return values;
  }

  private Map<String, Answer> answers() {
    Map<String, Answer> answers = new LinkedHashMap<>();
    required(file, "questions")
        .properties()
        .forEach(
            stored -> {
              String id = stored.getKey();
              if (!scenario.questions().containsKey(id)) {
                throw new IllegalArgumentException("the stored scenario doesn't ask " + id);
              }
              List<Long> byMonth = report.byMonth().getOrDefault(id, List.of());
              JsonNode answer = stored.getValue();
              answers.put(
                  id, answer.has("hits") ? probability(answer, byMonth) : count(answer, byMonth));
            });
    return answers;
  }

  private Answer probability(JsonNode stored, List<Long> byMonth) {
    List<Long> firstPaths = new ArrayList<>();
    stored.path("firstPaths").forEach(path -> firstPaths.add(path.asLong()));
    long paths = required(stored, "paths").asLong();
    long hits = required(stored, "hits").asLong();
    double random =
        new Answer.Probability(paths, hits, List.of(), List.of(), List.of())
            .standardError()
            .orElse(0);
    return new Answer.Probability(
        paths,
        hits,
        byMonth,
        percentiles(
            stored.path("firstMonth"),
            1,
            month -> YearMonth.parse(month.asString()),
            Answer.FirstMonth::new),
        firstPaths,
        other(number(nullable(stored, "standardError")), random));
  }

  private Answer count(JsonNode stored, List<Long> byMonth) {
    long paths = required(stored, "paths").asLong();
    double sd = number(nullable(stored, "sd"));
    return new Answer.Count(
        paths,
        number(nullable(stored, "mean")),
        sd,
        percentiles(required(stored, "percentiles"), 0, JsonNode::asInt, Answer.Months::new),
        byMonth,
        other(number(nullable(stored, "standardError")), sd / Math.sqrt(paths)));
  }

  /** Makes what a percentile is of, once its number is read behind {@code skip} letters. */
  private static <V, T> List<T> percentiles(
      JsonNode stored, int skip, Function<JsonNode, V> value, Percentile<V, T> of) {
    List<T> percentiles = new ArrayList<>();
    stored
        .properties()
        .forEach(
            entry ->
                percentiles.add(
                    of.of(
                        Double.parseDouble(entry.getKey().substring(skip)),
                        value.apply(entry.getValue()))));
    return percentiles;
  }

  /** Puts a percentile and its value together. */
  private interface Percentile<V, T> {
    T of(double percentile, V value);
  }

  /** An error that doesn't follow from the rest, as that of random paths does, is kept. */
  private static OptionalDouble other(double error, double random) {
    return error > 0 && error != random ? OptionalDouble.of(error) : OptionalDouble.empty();
  }

  private static double number(JsonNode stored) {
    return stored.isNull() ? Double.NaN : stored.asDouble();
  }

  /** Returns a value, which may be null. */
  private static JsonNode nullable(JsonNode object, String name) {
    JsonNode value = object.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  private static JsonNode required(JsonNode object, String name) {
    JsonNode value = nullable(object, name);
    if (value.isNull()) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }
}
