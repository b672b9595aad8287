package io.corridor.report.internal.page;

import io.corridor.projection.Answer;
import io.corridor.projection.Comparison;
import io.corridor.projection.Differences;
import io.corridor.projection.Projection;
import io.corridor.projection.QuestionDifference;
import io.corridor.report.data.Grounds;
import io.corridor.report.data.History;
import io.corridor.report.data.ReportData;
import io.corridor.report.data.RunResults;
import io.corridor.report.data.Source;
import io.corridor.report.internal.chart.Format;
import io.corridor.report.internal.json.Json;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Estimates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a page that is open shows otherwise after a run: title, answers and charts, drawn as they
 * are in the page of that run. Where it is held against another run on the same random numbers, the
 * answers tell the difference, and charts the other's middle.
 */
public final class LiveView {
  private final Run run;
  private final Optional<Projection> before;
  private final Optional<Differences> differences;
  private final double quantile95;

  private LiveView(
      Run run, Optional<Projection> before, Optional<Differences> differences, double quantile95) {
    this.run = run;
    this.before = before;
    this.differences = differences;
    this.quantile95 = quantile95;
  }

  /**
   * Returns what a run shows, as JSON.
   *
   * @param projection its results
   * @param source where the scenario came from, and what was set
   * @param history what was known of metrics at the start, by id
   * @param figures ids of those that are wanted beside the page's first; others are left out
   */
  public static String json(
      Projection projection, Source source, Map<String, History> history, List<String> figures) {
    Run run = new Run(results(projection, source, history));
    return Json.inPage(new LiveView(run, Optional.empty(), Optional.empty(), 0).content(figures));
  }

  /**
   * Returns what a run shows that is held against another, as JSON.
   *
   * @param comparison of the two
   * @param changed name of the run among the variants; the base is what it is held against
   * @param source where the scenario of the run came from, and what was set
   * @param history what was known of metrics at the start, by id
   * @param figures ids of those that are wanted beside the page's first; others are left out
   */
  public static String json(
      Comparison comparison,
      String changed,
      Source source,
      Map<String, History> history,
      List<String> figures) {
    Optional<Projection> base = Optional.of(comparison.base());
    Run run = new Run(results(comparison.variant(changed), source, history), base);
    return Json.inPage(
        new LiveView(
                run, base, Optional.of(comparison.differences(changed)), comparison.quantile95())
            .content(figures));
  }

  private static RunResults results(
      Projection projection, Source source, Map<String, History> history) {
    Grounds grounds = new Grounds(List.of(), List.of(), Optional.empty(), history);
    ReportData data = ReportData.brief(projection).with(grounds);
    return new RunResults(projection, source, "", Optional.empty(), data);
  }

  private Map<String, Object> content(List<String> wanted) {
    Map<String, Object> figures = new LinkedHashMap<>();
    for (Figure figure : RunPage.figures(run)) {
      boolean isFirst = figures.isEmpty() || figure.id().equals(WorldFigures.GAINS);
      if (isFirst || wanted.contains(figure.id())) {
        figures.put(figure.id(), figure(figure));
      }
    }
    List<Object> answers = new ArrayList<>();
    run.projection().answers().forEach((id, answer) -> answers.add(answer(id, answer)));
    return Json.object(
        "title",
        Finding.title(run),
        "paths",
        run.projection().paths(),
        "answers",
        answers,
        "figures",
        figures);
  }

  private Map<String, Object> answer(String id, Answer answer) {
    PageSection.Answered answered = RunPage.answered(run, id, answer);
    Map<String, Object> shown =
        Json.object(
            "id", id,
            "value", answered.value(),
            "exact", answered.exact(),
            "statement", answered.subject() + answered.statement(),
            "rest", answered.rest(),
            "strip", answered.strip(),
            "interval", interval(answer));
    before.map(other -> other.answers().get(id)).ifPresent(was -> shown.put("was", text(was)));
    differences
        .map(all -> all.questions().get(id))
        .ifPresent(difference -> shown.put("difference", difference(difference, answer)));
    return shown;
  }

  private static String text(Answer answer) {
    return answer.paths() == 0 ? "–" : Estimates.answer(answer);
  }

  private static String interval(Answer answer) {
    if (answer.paths() == 0) {
      return "";
    }
    return Estimates.interval(answer) + Amounts.NO_BREAK + (answer.countsMonths() ? "months" : "%");
  }

  /** Without the brackets in which it stands elsewhere. */
  private String difference(QuestionDifference difference, Answer answer) {
    return Estimates.difference(difference, answer, quantile95).replaceAll("^ \\(|\\)$", "");
  }

  private static Map<String, Object> figure(Figure figure) {
    List<Object> rows = new ArrayList<>(List.of(figure.table().head()));
    for (Table.Row row : figure.table().rows()) {
      List<String> cells = new ArrayList<>(List.of(row.name()));
      cells.addAll(row.cells());
      rows.add(cells);
    }
    return Json.object(
        "title", figure.title(),
        "nothing", figure.isNothing(),
        "note", figure.note(),
        "wide", figure.chart().svg(Format.WIDE),
        "narrow", figure.chart().svg(Format.NARROW),
        "numbers", FigureNumbers.of(figure.chart().numbers()),
        "table", rows);
  }
}
