package io.corridor.report.internal.page;

import io.corridor.evidence.forecast.MetricScores;
import io.corridor.evidence.forecast.QuestionScores;
import io.corridor.evidence.score.Band;
import io.corridor.evidence.score.Coverage;
import io.corridor.evidence.score.Probabilities.Forecast;
import io.corridor.evidence.score.Scored;
import io.corridor.evidence.score.Scores;
import io.corridor.projection.Answer;
import io.corridor.report.internal.chart.Across;
import io.corridor.report.internal.chart.DotChart;
import io.corridor.report.internal.chart.Ink;
import io.corridor.report.internal.chart.Mark;
import io.corridor.report.internal.chart.MonthAxis;
import io.corridor.report.internal.chart.Plot;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Digits;
import io.corridor.report.words.Magnitude;
import io.corridor.report.words.ScoredWords;
import io.corridor.report.words.Sentences;
import java.io.IOException;
import java.io.Writer;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pages {@code backtest.html} and {@code score.html}: the verdicts first, then by metric how
 * many of what happened the bands held, the bands of past origins with what came, and where it fell
 * in them.
 */
public final class ScorePage {
  private static final double IN_THE_BAND = 90;

  /** A histogram of ten bars takes as many forecasts. */
  private static final int FEWEST_RANKS = 10;

  private static final List<Double> WHOLE = List.of(0.0, 100.0);

  private final ScoredWords words;

  private ScorePage(ScoredWords words) {
    this.words = words;
  }

  /**
   * Writes the page.
   *
   * @param name of what was scored
   * @param words for its metrics and questions
   * @param wholes verdicts on forecasts as wholes, without their full stops
   * @param metrics scores
   * @param questions scores
   * @param notes what more there is to say, by title; empty lists are left out
   * @param out takes the text
   * @throws IOException if {@code out} does
   */
  public static void write(
      String name,
      ScoredWords words,
      List<String> wholes,
      List<MetricScores> metrics,
      List<QuestionScores> questions,
      Map<String, List<String>> notes,
      Writer out)
      throws IOException {
    ScorePage page = new ScorePage(words);
    List<PageSection> sections = new ArrayList<>(metrics.stream().map(page::section).toList());
    sections.add(
        PageSection.of("questions", "Questions", "", page.questions(questions).stream().toList()));
    List<String> verdicts =
        Stream.concat(wholes.stream(), metrics.stream().map(words::verdict)).toList();
    List<String> bands =
        Stream.concat(wholes.stream(), metrics.stream().map(words::bands)).toList();
    String worst =
        bands.stream()
            .filter(verdict -> verdict.startsWith("Bands") || verdict.contains(" fail"))
            .findFirst()
            .orElse(bands.isEmpty() ? name : bands.get(0));
    sections.add(PageSection.ofData(notes));
    HtmlPage.ofData(
            name,
            worst,
            "Forecasts of the past, made with what was known then, against what happened.",
            verdicts,
            sections)
        .write(out);
  }

  private PageSection section(MetricScores metric) {
    List<Figure> fans = new ArrayList<>();
    metric.horizons().forEach((horizon, scores) -> fans.add(fan(metric, horizon, scores)));
    String of = metric.series().isEmpty() ? "" : " Against the series " + metric.series() + ".";
    List<PageSection.Group> groups = new ArrayList<>();
    groups.add(PageSection.Group.of(fans));
    groups.add(
        PageSection.Group.of(
            Stream.concat(Stream.of(coverage(metric)), pit(metric).stream()).toList()));
    return new PageSection(
        "metric-" + metric.metric(),
        Sentences.capitalised(words.metric(metric.metric())),
        words.verdict(metric) + "." + of,
        groups);
  }

  private static String ahead(int horizon) {
    return horizon == 1 ? "1 month ahead" : horizon + " months ahead";
  }

  /** How many of what happened lay in the 90 % band, by horizon. */
  private Figure coverage(MetricScores metric) {
    List<DotChart.Row> rows = new ArrayList<>();
    Table table =
        Table.of(
            "Months ahead",
            "n",
            "in 50 %",
            "in 90 %",
            "apart in 90 %",
            "its 90 %",
            "too few (power)",
            "Kupiec’s p",
            "CRPS",
            "bias",
            "best rival, its CRPS",
            "skill (its 90 %)",
            "Diebold–Mariano p");
    metric
        .horizons()
        .forEach(
            (horizon, scores) -> {
              Scores.Covered ninety = scores.covered(Band.NINETY);
              Coverage told = ninety.apart().orElse(ninety.all());
              double share = 100.0 * told.hits() / told.n();
              Optional<Answer.Interval> interval = told.interval90();
              rows.add(
                  new DotChart.Row(
                      ahead(horizon),
                      List.of(
                          new DotChart.Dot(
                              "in the 90 % band",
                              0,
                              share,
                              interval.map(i -> 100 * i.low()).orElse(share),
                              interval.map(i -> 100 * i.high()).orElse(share))),
                      told.hits() + " of " + told.n(),
                      false));
              table.add(horizon.toString(), scores(scores, told));
            });
    return new Figure(
            "coverage-" + metric.metric(),
            "In the 90 % band, % of the forecasts",
            "Of forecasts whose periods don’t overlap; lines are exact 90 % intervals. "
                + ScoredWords.withoutRival(metric)
                    .orElse("Skill is 1 − CRPS/that of the best forecast without a model.")
                + ScoredWords.paths(metric).map(said -> " " + said).orElse(""),
            Figure.Place.HALF,
            table,
            new DotChart(rows, Optional.of(new Mark.Level(IN_THE_BAND, "90 %")), WHOLE))
        .about(words.metric(metric.metric()));
  }

  private static List<String> scores(Scores scores, Coverage told) {
    return List.of(
        Integer.toString(scores.n()),
        counted(scores.covered(Band.HALF).all()),
        counted(scores.covered(Band.NINETY).all()),
        counted(told),
        told.interval90().map(i -> percent(i.low()) + " to " + percent(i.high())).orElse("–"),
        told.tells(Band.NINETY)
            .map(most -> most + " (" + percent(told.power(Band.NINETY)) + ")")
            .orElse("–"),
        told.kupiec(Band.NINETY.miss()).map(test -> Digits.three(test.p())).orElse("–"),
        Digits.three(scores.crps()),
        Digits.three(scores.bias()),
        scores.best().map(best -> best.name() + ", " + Digits.three(best.crps())).orElse("–"),
        scores.best().map(ScorePage::skill).orElse("–"),
        scores
            .best()
            .flatMap(Scores.Against::test)
            .map(test -> Digits.three(test.p()))
            .orElse("–"));
  }

  private static String counted(Coverage coverage) {
    return coverage.hits() + " of " + coverage.n();
  }

  private static String percent(double share) {
    return Amounts.decimal(100 * share, 0) + Amounts.NO_BREAK + "%";
  }

  private static String skill(Scores.Against against) {
    return Amounts.decimal(against.skill(), 2)
        + against
            .skill90()
            .map(
                i ->
                    " ("
                        + Amounts.decimal(i.low(), 2)
                        + " to "
                        + Amounts.decimal(i.high(), 2)
                        + ")")
            .orElse("");
  }

  /** Where what happened fell among the paths; empty where so few forecasts have no shape. */
  private Optional<Figure> pit(MetricScores metric) {
    if (metric.all().n() < FEWEST_RANKS) {
      return Optional.empty();
    }
    List<Double> shares = metric.all().pit();
    int bins = shares.size();
    double[] percents = shares.stream().mapToDouble(share -> 100 * share).toArray();
    Table table = Table.of("Of the paths below it, %", "of the forecasts, %");
    for (int bin = 0; bin < bins; bin++) {
      table.add(
          100 * bin / bins + "–" + 100 * (bin + 1) / bins,
          List.of(Amounts.decimal(percents[bin], 1)));
    }
    double even = 100.0 / bins;
    return Optional.of(
        new Figure(
                "pit-" + metric.metric(),
                "Where what happened fell, % of the forecasts",
                "In which tenth of the paths, the lowest first, all horizons together: even if the"
                    + " forecasts are right, heaped at the ends if their bands are too narrow.",
                Figure.Place.HALF,
                table,
                new Plot(
                    new Across.Bins("tenth of the paths", 1, bins),
                    List.of(
                        new Mark.Columns("of the forecasts, %", percents),
                        new Mark.Levels(List.of(new Mark.Level(even, "even")))),
                    List.of(0.0, Math.max(2 * even, Arrays.stream(percents).max().orElse(0)))))
            .about(words.metric(metric.metric())));
  }

  /** The bands of each origin and what happened, of one horizon. */
  private Figure fan(MetricScores metric, int horizon, Scores scores) {
    List<Scored> rows =
        metric.forecasts().stream()
            .filter(row -> row.horizon() == horizon)
            .sorted(Comparator.comparing(Scored::period))
            .toList();
    int half = halfWidth(rows);
    YearMonth first = month(rows.get(0)).minusMonths(half + 1);
    int count = between(first, month(rows.get(rows.size() - 1))) + half + 2;
    Magnitude magnitude =
        Magnitude.of(rows.stream().mapToDouble(row -> Math.abs(row.p95())).max().orElse(0));
    List<double[]> wide = new ArrayList<>(Collections.nCopies(count, new double[0]));
    List<double[]> narrow = new ArrayList<>(wide);
    double[] middle = Plot.nowhere(count);
    double[] actual = Plot.nowhere(count);
    Table table = Table.of("Period", "from", "what happened", "5 %", "median", "95 %");
    for (Scored row : rows) {
      int at = between(first, month(row));
      actual[at] = row.actual() / magnitude.size();
      for (int month = at - half; month <= at + half; month++) {
        wide.set(month, divided(magnitude, row.p5(), row.p95()));
        narrow.set(month, divided(magnitude, row.p25(), row.p75()));
        middle[month] = row.p50() / magnitude.size();
      }
      table.add(
          row.period().toString(),
          List.of(
              row.origin().toString(),
              Digits.three(row.actual()),
              Digits.three(row.p5()),
              Digits.three(row.p50()),
              Digits.three(row.p95())));
    }
    String unit = (magnitude.word() + " " + metric.unit()).strip();
    return new Figure(
            "forecasts-" + metric.metric() + "-" + horizon,
            ahead(horizon) + (unit.isEmpty() ? "" : ", " + unit),
            "Bands that hold 90 % and 50 % of the paths, their median, and in black what happened: "
                + counted(scores.covered(Band.NINETY).all())
                + " in the 90 % band, "
                + counted(scores.covered(Band.HALF).all())
                + " in the 50 % band.",
            Figure.Place.HALF,
            table,
            new Plot(
                new MonthAxis(first, count),
                List.of(
                    new Mark.Band("90 % of paths", Ink.MIDDLE, 1, wide),
                    new Mark.Band("50 % of paths", Ink.MIDDLE, 2, narrow),
                    new Mark.Past("what happened", 0, actual),
                    new Mark.Line("median", Ink.MIDDLE, middle, ""))))
        .about(words.metric(metric.metric()));
  }

  /** How many months a band may reach to either side without touching another. */
  private static int halfWidth(List<Scored> rows) {
    int least = 6;
    for (int i = 1; i < rows.size(); i++) {
      least = Math.min(least, between(month(rows.get(i - 1)), month(rows.get(i))));
    }
    return Math.max(0, (least - 1) / 2);
  }

  private static YearMonth month(Scored row) {
    return row.period().last();
  }

  private static int between(YearMonth from, YearMonth to) {
    return (int) from.until(to, ChronoUnit.MONTHS);
  }

  private static double[] divided(Magnitude magnitude, double low, double high) {
    return new double[] {low / magnitude.size(), high / magnitude.size()};
  }

  /** What was said of each question on average, and how often it came true. */
  private Optional<Figure> questions(List<QuestionScores> questions) {
    if (questions.isEmpty()) {
      return Optional.empty();
    }
    List<DotChart.Row> rows = new ArrayList<>();
    Table table =
        Table.of(
            "Question", "n", "Brier", "log", "miscalibration", "discrimination", "uncertainty");
    for (QuestionScores question : questions) {
      List<Forecast> forecasts =
          question.forecasts().stream().map(QuestionScores.Asked::forecast).toList();
      double said = 100 * forecasts.stream().mapToDouble(Forecast::probability).average().orElse(0);
      double came =
          100 * forecasts.stream().mapToDouble(one -> one.cameTrue() ? 1 : 0).average().orElse(0);
      String name = words.question(question.question());
      rows.add(
          new DotChart.Row(
              name,
              List.of(
                  new DotChart.Dot("said, on average", 0, said),
                  new DotChart.Dot("came true", 1, came)),
              "Brier " + Digits.three(question.scores().brier()),
              true));
      table.add(
          name,
          List.of(
              Integer.toString(question.scores().n()),
              Digits.three(question.scores().brier()),
              Digits.three(question.scores().log()),
              Digits.three(question.scores().miscalibration()),
              Digits.three(question.scores().discrimination()),
              Digits.three(question.scores().uncertainty())));
    }
    return Optional.of(
        new Figure(
            "questions-scored",
            "Said and come true, %",
            "Brier = miscalibration − discrimination + uncertainty; less is better.",
            Figure.Place.WIDE,
            table,
            new DotChart(rows, WHOLE)));
  }
}
