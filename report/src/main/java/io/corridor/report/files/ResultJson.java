package io.corridor.report.files;

import static io.corridor.report.internal.json.Json.finite;
import static io.corridor.report.internal.json.Json.object;

import io.corridor.evidence.score.Widened;
import io.corridor.model.Question;
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
import io.corridor.report.internal.json.Json;
import io.corridor.report.words.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Writes {@code result.json}: the manifest of a run, the answers to its questions and the series of
 * its metrics.
 *
 * <p>Everything but the object {@code timing} depends on the scenario, the seed, the number of
 * paths and the version alone, byte for byte. Numbers read back to the same double.
 */
public final class ResultJson {

  private ResultJson() {}

  /**
   * Writes the results of a run, without what only the report needs, and leaves {@code out} open.
   *
   * @param projection the results
   * @param source where the scenario came from
   * @param out takes UTF-8
   * @throws IOException if {@code out} does
   */
  public static void write(Projection projection, Source source, OutputStream out)
      throws IOException {
    Json.write(document(projection, source), out);
  }

  /** Writes the same with a checksum: what is kept of a run before its report is made. */
  static void writeAnswers(Projection projection, Source source, OutputStream out)
      throws IOException {
    Checksum.write(document(projection, source), out);
  }

  /**
   * Writes the results of a run, with a checksum of them, and leaves {@code out} open.
   *
   * @param projection the results
   * @param source where the scenario came from
   * @param report what the report needs beside
   * @param out takes UTF-8
   * @throws IOException if {@code out} does
   */
  public static void write(
      Projection projection, Source source, ReportData report, OutputStream out)
      throws IOException {
    Map<String, Object> result = document(projection, source);
    result.put("report", ResultReader.stored(report));
    Checksum.write(result, out);
  }

  /**
   * Reads what {@link #write(Projection, Source, ReportData, OutputStream)} wrote.
   *
   * @throws IOException if it can't be read, is no result file, is damaged, was written in a later
   *     format, or holds no more than {@code --json} prints
   */
  public static RunResults read(InputStream in) throws IOException {
    return ResultReader.read(in);
  }

  private static Map<String, Object> document(Projection projection, Source source) {
    Map<String, Object> run = run(projection.scenario(), projection.sample());
    projection.reached().ifPresent(reached -> run.put("precision", precision(reached)));
    projection.unsettled().ifPresent(months -> run.put("unsettled", months));
    Map<String, Object> document =
        object(
            "corridor", version(),
            "scenario", scenario(projection.scenario(), source),
            "run", run,
            "timing", timing(projection.timing()));
    if (!source.widened().isEmpty()) {
      document.put("widened", object(source.widened(), Widened::factor));
    }
    document.putAll(results(projection));
    return document;
  }

  static Map<String, Object> version() {
    return object("version", Version.current(), "format", Version.FORMAT);
  }

  static Map<String, Object> scenario(Scenario scenario, Source source) {
    return object(
        "name", scenario.name(),
        "file", source.file(),
        "sha256", source.sha256(),
        "variant", source.variant(),
        "set", source.set());
  }

  static Map<String, Object> run(Scenario scenario, Sample sample) {
    Map<String, Object> run =
        object(
            "paths", sample.paths(),
            "seed", sample.seed(),
            "months", scenario.months(),
            "start", scenario.start());
    run.putAll(sampling(sample.sampling()));
    return run;
  }

  static Map<String, Object> sampling(Sampling sampling) {
    return sampling.isReplicated()
        ? object("sampling", sampling.word(), "replications", Sampling.REPLICATIONS)
        : object("sampling", sampling.word());
  }

  private static Map<String, Object> precision(Reached reached) {
    return object(
        "asked", reached.asked().target(),
        "reached", finite(reached.widest()),
        "maxPaths", reached.asked().maxPaths(),
        "questions", object(reached.questions(), Json::finite),
        "metrics", object(reached.metrics(), Json::finite));
  }

  private static Map<String, Object> timing(Projection.Timing timing) {
    return object(
        "seconds", timing.seconds(),
        "pathMonthsPerSecond", timing.pathMonthsPerSecond(),
        "threads", timing.threads(),
        "made", LocalDate.now(ZoneOffset.UTC));
  }

  /** Returns answers and series. */
  static Map<String, Object> results(Projection projection) {
    return object(
        "questions",
        questions(projection),
        "metrics",
        object(projection.series(), ResultJson::series));
  }

  private static Map<String, Object> questions(Projection projection) {
    Map<String, Object> questions = new LinkedHashMap<>();
    projection
        .answers()
        .forEach(
            (id, answer) -> {
              Map<String, Object> said = answer.match(ResultJson::probability, ResultJson::count);
              Optional.ofNullable(projection.scenario().questions().get(id))
                  .flatMap(Question::resolves)
                  .ifPresent(how -> said.put("resolves", how));
              questions.put(id, said);
            });
    return questions;
  }

  private static Map<String, Object> probability(Answer.Probability answer) {
    Map<String, Object> probability =
        object(
            "probability", finite(answer.probability()),
            "standardError", finite(answer.standardError()),
            "interval95", interval(answer.interval95()),
            "paths", answer.paths(),
            "hits", answer.hits(),
            "firstPaths", answer.firstPaths());
    if (!answer.firstMonths().isEmpty()) {
      Map<String, Object> months = new LinkedHashMap<>();
      answer
          .firstMonths()
          .forEach(
              first -> months.put("p" + Numbers.percentile(first.percentile()), first.month()));
      probability.put("firstMonth", months);
    }
    return probability;
  }

  private static Map<String, Object> count(Answer.Count answer) {
    Map<String, Object> percentiles = new LinkedHashMap<>();
    answer
        .percentiles()
        .forEach(each -> percentiles.put(Numbers.percentile(each.percentile()), each.months()));
    return object(
        "mean", finite(answer.mean()),
        "sd", finite(answer.sd()),
        "standardError", finite(answer.standardError()),
        "paths", answer.paths(),
        "percentiles", percentiles);
  }

  private static Map<String, Object> series(Series series) {
    int months = series.months();
    Map<String, Object> percentiles = new LinkedHashMap<>();
    for (double percentile : series.percentiles()) {
      percentiles.put(
          Numbers.percentile(percentile),
          numbers(months, month -> series.percentile(percentile, month)));
    }
    return object(
        "unit", series.metric().unit(),
        "months", months(months, series::month),
        "mean", numbers(months, series::mean),
        "sd", numbers(months, series::sd),
        "se", numbers(months, series::standardError),
        "percentiles", percentiles);
  }

  static List<YearMonth> months(int months, IntFunction<YearMonth> calendar) {
    return IntStream.range(0, months).mapToObj(calendar).toList();
  }

  static double[] numbers(int months, IntToDoubleFunction values) {
    return IntStream.range(0, months).mapToDouble(values).toArray();
  }

  static Optional<double[]> interval(Optional<Answer.Interval> interval) {
    return interval.map(ResultJson::interval);
  }

  static double[] interval(Answer.Interval interval) {
    return new double[] {interval.low(), interval.high()};
  }
}
