package io.corridor.report.internal.evidence;

import io.corridor.evidence.forecast.MetricScores;
import io.corridor.evidence.forecast.QuestionScores;
import io.corridor.evidence.score.Band;
import io.corridor.evidence.score.Coverage;
import io.corridor.evidence.score.Scored;
import io.corridor.evidence.score.Scores;
import java.io.IOException;
import java.io.Writer;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The pages {@code backtest.html} and {@code score.html}: the verdict first, then the bands of past
 * origins with what came, where it fell in them, and the skill against other forecasts.
 */
public final class ScorePage {
  private static final int WIDTH = 860;
  private static final int MOST_NAMES = 10;

  private ScorePage() {}

  /**
   * Writes the page.
   *
   * @param title of the page
   * @param metrics scores
   * @param questions scores
   * @param skipped origins that weren't scored and why; may be empty
   * @param asserted keys of what stayed as it is
   * @param out takes the text
   * @throws IOException if {@code out} does
   */
  public static void write(
      String title,
      List<MetricScores> metrics,
      List<QuestionScores> questions,
      List<String> skipped,
      List<String> asserted,
      Writer out)
      throws IOException {
    StringBuilder body = new StringBuilder();
    metrics.forEach(
        metric ->
            body.append("<p class=\"verdict\">")
                .append(Html.text(metric.verdict()))
                .append(".</p>\n"));
    metrics.forEach(metric -> body.append(section(metric)));
    if (!questions.isEmpty()) {
      body.append(questions(questions));
    }
    body.append(skipped(skipped));
    if (!asserted.isEmpty()) {
      body.append(
              "<h2>What stayed as it is</h2>\n<p>No data touch these, so that at every origin they are what the file says today, and may know what came later: ")
          .append(Html.text(String.join(", ", asserted)))
          .append(".</p>\n");
    }
    Html.write(
        title,
        "Forecasts of the past, made with what was known then, against what happened.",
        body.toString(),
        out);
  }

  private static String section(MetricScores metric) {
    StringBuilder html = new StringBuilder();
    html.append("<h2>").append(Html.text(metric.metric())).append("</h2>\n");
    html.append("<p class=\"soft\">")
        .append(metric.series().isEmpty() ? "" : "against " + Html.text(metric.series()) + "; ")
        .append(metric.unit().isEmpty() ? "no unit" : Html.text(metric.unit()))
        .append("</p>\n");
    metric
        .horizons()
        .forEach(
            (horizon, scores) -> {
              html.append("<h3>")
                  .append(horizon == 1 ? "1 month" : horizon + " months")
                  .append(" ahead</h3>\n");
              List<Scored> rows =
                  metric.forecasts().stream()
                      .filter(row -> row.horizon() == horizon)
                      .sorted(Comparator.comparing(Scored::period))
                      .toList();
              html.append(Html.figure(bands(metric, rows), bandsSay(scores)));
            });
    html.append(scores(metric));
    html.append(
        Html.figure(
            pit(metric),
            "Where what happened fell among the paths, all horizons together: even if the forecasts are right, heaped at the ends if their bands are too narrow."));
    return html.toString();
  }

  private static double time(YearMonth month) {
    return month.getYear() + (month.getMonthValue() - 0.5) / 12;
  }

  private static String bands(MetricScores metric, List<Scored> rows) {
    double low = rows.stream().mapToDouble(r -> Math.min(r.p5(), r.actual())).min().orElse(0);
    double high = rows.stream().mapToDouble(r -> Math.max(r.p95(), r.actual())).max().orElse(1);
    double from = time(rows.get(0).period().last());
    double to = time(rows.get(rows.size() - 1).period().last());
    double half = rows.size() == 1 ? 0.2 : Math.min(0.3, 0.35 * (to - from) / (rows.size() - 1));
    Chart chart =
        new Chart(
            "bands and what happened of " + metric.metric(),
            WIDTH,
            260,
            from - 2 * half,
            to + 2 * half,
            low,
            high,
            low > 0 && high > 4 * low);
    List<Double> places = new ArrayList<>();
    List<String> names = new ArrayList<>();
    int step = Math.max(1, rows.size() / MOST_NAMES);
    for (int i = 0; i < rows.size(); i++) {
      Scored row = rows.get(i);
      double t = time(row.period().last());
      chart.bar(t - half, t + half, row.p5(), row.p95(), "wide");
      chart.bar(t - half, t + half, row.p25(), row.p75(), "narrow");
      chart.bar(t - half, t + half, row.p50(), row.p50(), "median");
      boolean inside = row.p5() <= row.actual() && row.actual() <= row.p95();
      chart.dot(
          t,
          row.actual(),
          inside ? "hit" : "miss",
          row.period() + ": " + Html.number(row.actual()));
      if (i % step == 0) {
        places.add(t);
        names.add(row.period().last().toString());
      }
    }
    return chart.svg(places, names);
  }

  private static String bandsSay(Scores scores) {
    Coverage ninety = scores.covered(Band.NINETY).all();
    Coverage half = scores.covered(Band.HALF).all();
    return "Bands of 90 % and 50 % of the paths, their median, and what happened (red: outside). "
        + ninety.hits()
        + " of "
        + ninety.n()
        + " in the 90 % band, "
        + half.hits()
        + " of "
        + half.n()
        + " in the 50 % band.";
  }

  private static String scores(MetricScores metric) {
    List<List<String>> rows = new ArrayList<>();
    metric
        .horizons()
        .forEach(
            (horizon, scores) -> {
              Scores.Covered covered = scores.covered(Band.NINETY);
              rows.add(
                  List.of(
                      horizon.toString(),
                      Integer.toString(scores.n()),
                      Html.number(scores.crps()),
                      Html.number(scores.bias()),
                      covered.apart().map(a -> a.hits() + " of " + a.n()).orElse(""),
                      covered
                          .apart()
                          .flatMap(Coverage::interval95)
                          .map(i -> percent(i.low()) + " to " + percent(i.high()))
                          .orElse(""),
                      covered
                          .apart()
                          .flatMap(a -> a.kupiec(Band.NINETY.miss()))
                          .map(t -> Html.number(t.p()))
                          .orElse(""),
                      scores.best().map(b -> b.name() + " " + Html.number(b.crps())).orElse(""),
                      scores.best().map(ScorePage::skill).orElse(""),
                      scores
                          .best()
                          .flatMap(Scores.Against::test)
                          .map(t -> Html.number(t.p()))
                          .orElse("")));
            });
    return Html.table(
        List.of(
            "months",
            "n",
            "CRPS",
            "bias",
            "in 90 %, apart",
            "95 % interval",
            "Kupiec p",
            "best rival’s CRPS",
            "skill (90 %)",
            "Diebold–Mariano p"),
        rows);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  private static String skill(Scores.Against against) {
    String skill = String.format(Locale.ROOT, "%.2f", against.skill());
    return (against.skill90().isEmpty()
            ? skill
            : String.format(
                Locale.ROOT,
                "%s (%.2f to %.2f)",
                skill,
                against.skill90().get().low(),
                against.skill90().get().high()))
        .replace("-", "−");
  }

  private static String pit(MetricScores metric) {
    List<Double> shares = metric.all().pit();
    double most = Math.max(0.2, shares.stream().mapToDouble(x -> x).max().orElse(0.2));
    Chart chart =
        new Chart("histogram of the PIT of " + metric.metric(), WIDTH, 150, 0, 1, 0, most, false);
    for (int bin = 0; bin < shares.size(); bin++) {
      double from = (double) bin / shares.size();
      chart.bar(from + 0.005, from + 1.0 / shares.size() - 0.005, 0, shares.get(bin), "narrow");
    }
    chart.line(
        List.of(new double[] {0, 1.0 / shares.size()}, new double[] {1, 1.0 / shares.size()}),
        "fit");
    return chart.svg(List.of(0.0, 0.5, 1.0), List.of("below all", "median", "above all"));
  }

  private static String questions(List<QuestionScores> questions) {
    List<List<String>> rows = new ArrayList<>();
    for (QuestionScores question : questions) {
      var scores = question.scores();
      rows.add(
          List.of(
              question.question(),
              Integer.toString(scores.n()),
              Html.number(scores.brier()),
              Html.number(scores.log()),
              Html.number(scores.miscalibration()),
              Html.number(scores.discrimination()),
              Html.number(scores.uncertainty())));
    }
    return "<h2>Questions</h2>\n"
        + Html.table(
            List.of(
                "question", "n", "Brier", "log", "miscalibration", "discrimination", "uncertainty"),
            rows)
        + "<p class=\"soft\">Brier = miscalibration − discrimination + uncertainty; less is better.</p>\n";
  }

  private static String skipped(List<String> skipped) {
    StringBuilder html = new StringBuilder();
    skipped.forEach(line -> html.append("<li>").append(Html.text(line)).append("</li>\n"));
    return html.length() == 0
        ? ""
        : "<h2>Origins that were skipped</h2>\n<ul>\n" + html + "</ul>\n";
  }
}
