package io.corridor.report.files;

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
import io.corridor.report.internal.json.JsonText;
import io.corridor.report.words.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;

/**
 * Writes {@code result.json}: the manifest of a run, the answers to its questions and the series of
 * its metrics.
 *
 * <p>Everything but the object {@code timing} depends on the scenario, the seed, the number of
 * paths and the version alone, byte for byte. Numbers read back to the same double.
 */
public final class ResultJson {
  private final JsonGenerator json;

  ResultJson(JsonGenerator json) {
    this.json = json;
  }

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
    write(
        out,
        json -> {
          ResultJson result = new ResultJson(json);
          result.writeHead(projection, source);
          result.writeTiming(projection.timing());
          result.writeResults(projection);
          json.writeEndObject();
        });
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
    Checksum.write(
        out,
        (json, checksum) -> {
          ResultJson result = new ResultJson(json);
          result.writeHead(projection, source);
          checksum.leaveOut(json, () -> result.writeTiming(projection.timing()));
          result.writeResults(projection);
          json.writePOJOProperty("report", report);
          checksum.writeTo(json);
          json.writeEndObject();
        });
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

  /** Has {@code content} write a JSON text, and leaves {@code out} open. */
  static void write(OutputStream out, Consumer<JsonGenerator> content) throws IOException {
    write(out, Integer.MAX_VALUE, content);
  }

  /** Writes the same, objects that lie deeper than {@code depth} on a line each. */
  static void write(OutputStream out, int depth, Consumer<JsonGenerator> content)
      throws IOException {
    try (JsonGenerator json = JsonText.generator(out, depth)) {
      content.accept(json);
      json.writeRaw('\n');
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  private void writeHead(Projection projection, Source source) {
    json.writeStartObject();
    writeVersion();
    writeScenario(projection.scenario(), source);
    writeRun(projection.scenario(), projection.sample(), projection.reached());
  }

  /** Writes answers and series. */
  void writeResults(Projection projection) {
    json.writeObjectPropertyStart("questions");
    projection.answers().forEach(this::writeAnswer);
    json.writeEndObject();
    json.writeObjectPropertyStart("metrics");
    projection.series().forEach(this::writeSeries);
    json.writeEndObject();
  }

  void writeVersion() {
    json.writeObjectPropertyStart("corridor");
    json.writeStringProperty("version", Version.current());
    json.writeNumberProperty("format", Version.FORMAT);
    json.writeEndObject();
  }

  void writeScenario(Scenario scenario, Source source) {
    json.writeObjectPropertyStart("scenario");
    json.writeStringProperty("name", scenario.name());
    json.writeStringProperty("file", source.file());
    json.writeStringProperty("sha256", source.sha256());
    json.writeStringProperty("variant", source.variant().orElse(null));
    json.writeObjectPropertyStart("set");
    source.set().forEach(json::writeStringProperty);
    json.writeEndObject();
    json.writeEndObject();
  }

  void writeRun(Scenario scenario, Sample sample) {
    writeRun(scenario, sample, Optional.empty());
  }

  private void writeRun(Scenario scenario, Sample sample, Optional<Reached> reached) {
    json.writeObjectPropertyStart("run");
    json.writeNumberProperty("paths", sample.paths());
    json.writeNumberProperty("seed", sample.seed());
    json.writeNumberProperty("months", scenario.months());
    json.writeStringProperty("start", scenario.start().toString());
    writeSampling(sample.sampling());
    reached.ifPresent(this::writePrecision);
    json.writeEndObject();
  }

  void writeSampling(Sampling sampling) {
    json.writeStringProperty("sampling", sampling.word());
    if (sampling.isReplicated()) {
      json.writeNumberProperty("replications", Sampling.REPLICATIONS);
    }
  }

  private void writePrecision(Reached reached) {
    json.writeObjectPropertyStart("precision");
    json.writeNumberProperty("asked", reached.asked().target());
    writeNumberOrNull("reached", reached.widest());
    json.writeNumberProperty("maxPaths", reached.asked().maxPaths());
    writeWidths("questions", reached.questions());
    writeWidths("metrics", reached.metrics());
    json.writeEndObject();
  }

  private void writeWidths(String name, Map<String, Double> widths) {
    json.writeObjectPropertyStart(name);
    widths.forEach(this::writeNumberOrNull);
    json.writeEndObject();
  }

  private void writeTiming(Projection.Timing timing) {
    json.writeObjectPropertyStart("timing");
    json.writeNumberProperty("seconds", timing.seconds());
    json.writeNumberProperty("pathMonthsPerSecond", timing.pathMonthsPerSecond());
    json.writeNumberProperty("threads", timing.threads());
    json.writeStringProperty("made", LocalDate.now(ZoneOffset.UTC).toString());
    json.writeEndObject();
  }

  private void writeAnswer(String id, Answer answer) {
    json.writeObjectPropertyStart(id);
    answer
        .<Runnable>match(
            new Answer.Cases<>(
                probability -> () -> writeProbability(probability),
                count -> () -> writeCount(count)))
        .run();
    json.writeEndObject();
  }

  private void writeProbability(Answer.Probability answer) {
    writeNumberOrNull("probability", answer.probability());
    writeNumberOrNull("standardError", answer.standardError());
    writeInterval("interval95", answer.interval95());
    json.writeNumberProperty("paths", answer.paths());
    json.writeNumberProperty("hits", answer.hits());
    json.writeArrayPropertyStart("firstPaths");
    answer.firstPaths().forEach(json::writeNumber);
    json.writeEndArray();
    if (!answer.firstMonths().isEmpty()) {
      json.writeObjectPropertyStart("firstMonth");
      for (Answer.FirstMonth first : answer.firstMonths()) {
        json.writeStringProperty(
            "p" + Numbers.percentile(first.percentile()), first.month().toString());
      }
      json.writeEndObject();
    }
  }

  private void writeCount(Answer.Count answer) {
    writeNumberOrNull("mean", answer.mean());
    writeNumberOrNull("sd", answer.sd());
    writeNumberOrNull("standardError", answer.standardError());
    json.writeNumberProperty("paths", answer.paths());
    json.writeObjectPropertyStart("percentiles");
    for (Answer.Months months : answer.percentiles()) {
      json.writeNumberProperty(Numbers.percentile(months.percentile()), months.months());
    }
    json.writeEndObject();
  }

  private void writeSeries(String id, Series series) {
    json.writeObjectPropertyStart(id);
    json.writeStringProperty("unit", series.metric().unit());
    writeMonths(series.months(), series::month);
    writeNumbers("mean", series.months(), series::mean);
    writeNumbers("sd", series.months(), series::sd);
    writeNumbers("se", series.months(), series::standardError);
    json.writeObjectPropertyStart("percentiles");
    for (double percentile : series.percentiles()) {
      writeNumbers(
          Numbers.percentile(percentile),
          series.months(),
          month -> series.percentile(percentile, month));
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  void writeMonths(int months, IntFunction<YearMonth> calendar) {
    json.writeArrayPropertyStart("months");
    for (int month = 0; month < months; month++) {
      json.writeString(calendar.apply(month).toString());
    }
    json.writeEndArray();
  }

  void writeNumbers(String name, int months, IntToDoubleFunction values) {
    json.writeArrayPropertyStart(name);
    for (int month = 0; month < months; month++) {
      json.writeNumber(values.applyAsDouble(month));
    }
    json.writeEndArray();
  }

  void writeTexts(String name, Collection<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  void writeInterval(String name, Optional<Answer.Interval> interval) {
    if (interval.isEmpty()) {
      json.writeNullProperty(name);
    } else {
      writeNumbers(name, interval.get().low(), interval.get().high());
    }
  }

  void writeNumbers(String name, double... values) {
    writeNumbers(name, values.length, i -> values[i]);
  }

  void writeNumberOrNull(String name, OptionalDouble value) {
    writeNumberOrNull(name, value.orElse(Double.NaN));
  }

  void writeNumberOrNull(String name, double value) {
    if (!Double.isFinite(value)) {
      json.writeNullProperty(name);
    } else {
      json.writeNumberProperty(name, value);
    }
  }
}
