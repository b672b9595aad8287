package io.corridor.report.data;

import static java.util.Objects.requireNonNull;

import io.corridor.model.Sample;
import io.corridor.model.Sampling;
import java.io.IOException;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code result.json} holds, as far as the report reads it.
 *
 * @param corridor what made it
 * @param scenario which was run
 * @param run how
 * @param questions answers by id
 * @param metrics series by id
 * @param report what the report needs beside; absent in results printed with {@code --json}
 */
public record Result(
    Maker corridor,
    Source scenario,
    Run run,
    Map<String, Answer> questions,
    Map<String, Series> metrics,
    Optional<ReportData> report) {
  /** The format of results, which goes with that of scenario files. */
  public static final int FORMAT = 1;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /**
   * The version that made it.
   *
   * @param version of Corridor
   * @param format of scenario files
   */
  public record Maker(String version, int format) {}

  /**
   * Where the scenario came from.
   *
   * @param name of the scenario
   * @param file its name
   * @param sha256 of its bytes
   * @param variant of the file; null: the file as it stands
   * @param set values by key
   */
  public record Source(
      String name, String file, String sha256, @Nullable String variant, Map<String, String> set) {}

  /**
   * How it was run.
   *
   * @param paths number of paths
   * @param seed of the random numbers
   * @param months number of months
   * @param start first of them, {@code 2019-03}
   * @param sampling how the random numbers were chosen; null: at random
   */
  public record Run(long paths, long seed, int months, String start, @Nullable String sampling) {

    /** Checks the months. */
    public Run {
      YearMonth.parse(start);
      if (months < 1) {
        throw new IllegalArgumentException("months is " + months + ", must be at least 1");
      }
    }

    /** Returns which paths there were. */
    public Sample sample() {
      return new Sample(seed, sampling == null ? Sampling.RANDOM : Sampling.of(sampling), paths);
    }
  }

  /**
   * The answer to a question: a probability, or the mean of a count.
   *
   * @param probability null for a count, and if no path counts
   * @param mean number of months; null for a probability, and if no path counts
   * @param standardError of either
   * @param interval95 of the probability
   * @param paths that count
   * @param hits on which it came true; null for a count
   */
  public record Answer(
      @Nullable Double probability,
      @Nullable Double mean,
      @Nullable Double standardError,
      double @Nullable [] interval95,
      long paths,
      @Nullable Long hits) {}

  /**
   * The series of a metric.
   *
   * @param unit of the values
   * @param months {@code 2019-03} and so on
   * @param mean by month
   * @param sd by month
   * @param se standard errors of the means, by month
   * @param percentiles values by month, by percentile
   */
  public record Series(
      String unit,
      List<String> months,
      double[] mean,
      double[] sd,
      double[] se,
      Map<String, double[]> percentiles) {}

  /** Checks that nothing is missing, and that every series has its months. */
  public Result {
    requireNonNull(corridor, "corridor is missing");
    requireNonNull(scenario, "scenario is missing");
    requireNonNull(run, "run is missing");
    requireNonNull(questions, "questions is missing");
    requireNonNull(metrics, "metrics is missing");
    int months = run.months();
    metrics.forEach(
        (id, series) -> {
          requireMonths(series.mean(), months, id);
          requireMonths(series.sd(), months, id);
          requireMonths(series.se(), months, id);
          series.percentiles().values().forEach(values -> requireMonths(values, months, id));
        });
  }

  private static void requireMonths(double[] values, int months, String id) {
    if (values.length != months) {
      throw new IllegalArgumentException(
          id + " has " + values.length + " of " + months + " months");
    }
  }

  /**
   * Reads a result file.
   *
   * @throws IOException if it can't be read, is no result file, is damaged, or was written in a
   *     later format
   */
  public static Result read(InputStream in) throws IOException {
    try {
      JsonNode file = MAPPER.readTree(in);
      if (!file.path("corridor").path("format").isInt()) {
        throw new IOException("this is not a result file of Corridor");
      }
      int format = file.at("/corridor/format").asInt();
      if (format > FORMAT) {
        throw new IOException(
            "was written by Corridor "
                + file.at("/corridor/version").asString("")
                + " in format "
                + format
                + "; this version reads format "
                + FORMAT);
      }
      return MAPPER.treeToValue(file, Result.class);
    } catch (StreamReadException e) {
      throw new IOException(
          "this is not a result file of Corridor, or a damaged one: line "
              + e.getLocation().getLineNr()
              + ", column "
              + e.getLocation().getColumnNr(),
          e);
    } catch (JacksonException e) {
      throw new IOException(
          "this is a damaged result file of Corridor: " + e.getOriginalMessage(), e);
    }
  }
}
