package io.corridor.report.files;

import io.corridor.evidence.fit.Fit;
import io.corridor.evidence.fit.FittedCorrelation;
import io.corridor.evidence.forecast.Backtest;
import io.corridor.evidence.forecast.MetricScores;
import io.corridor.evidence.forecast.QuestionScores;
import io.corridor.evidence.forecast.Scoring;
import io.corridor.model.Scenario;
import io.corridor.projection.Comparison;
import io.corridor.projection.Projection;
import io.corridor.report.data.Grounds;
import io.corridor.report.data.PageModel;
import io.corridor.report.data.ReportData;
import io.corridor.report.data.RunResults;
import io.corridor.report.data.Source;
import io.corridor.report.data.SweepResults;
import io.corridor.report.files.OutFolder.Kind;
import io.corridor.report.internal.page.ComparisonPage;
import io.corridor.report.internal.page.FitPage;
import io.corridor.report.internal.page.RunPage;
import io.corridor.report.internal.page.ScorePage;
import io.corridor.report.internal.page.SweepPage;
import io.corridor.report.internal.page.WhyPage;
import io.corridor.report.screen.ComparisonSummary;
import io.corridor.report.screen.FitLines;
import io.corridor.report.screen.RunSummary;
import io.corridor.report.screen.ScoreLines;
import io.corridor.report.screen.Screen;
import io.corridor.report.screen.SweepSummary;
import io.corridor.report.screen.WhySummary;
import io.corridor.report.words.ScoredWords;
import io.corridor.why.Levers;
import io.corridor.why.Shares;
import io.corridor.why.Why;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a command found, in each form that it takes: lines on a screen, JSON for programs, files in
 * a folder. One function for each command that leaves files; all forms of one command stand here.
 */
public final class Found {
  private static final String PAGE = ".html";
  private static final String TABLE = ".csv";

  private final Kind kind;
  private final Lines lines;
  private final WholeFiles.Content json;
  private final Map<String, WholeFiles.Content> files = new LinkedHashMap<>();
  private boolean joinsReport;

  /** Lines for a screen. */
  @FunctionalInterface
  private interface Lines {
    List<String> of(List<Path> written, Screen screen);
  }

  private Found(Kind kind, Lines lines, WholeFiles.Content json) {
    this.kind = kind;
    this.lines = lines;
    this.json = json;
  }

  private Found with(String ending, WholeFiles.Text text) {
    files.put(kind.file(ending), WholeFiles.text(text));
    return this;
  }

  /** Returns what a run found, without files. */
  public static Found run(Projection projection, Source source) {
    return new Found(
        Kind.RUN,
        (written, screen) -> RunSummary.lines(projection, source, written, screen),
        out -> ResultJson.write(projection, source, out));
  }

  /** Returns what a run found, with a report that is only read. */
  public static Found run(Projection projection, Source source, ReportData report)
      throws IOException {
    return run(projection, source, report, Optional.empty(), Optional.empty(), Map.of());
  }

  /**
   * Returns what a run found.
   *
   * @param report what the report needs beside
   * @param why what decides the answers; absent: nobody asked
   * @param asked what the report carries, so that it can be asked; absent: it is only read
   * @param more further files of the run, by name
   */
  public static Found run(
      Projection projection,
      Source source,
      ReportData report,
      Optional<Why> why,
      Optional<PageModel> asked,
      Map<String, WholeFiles.Content> more)
      throws IOException {
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    ResultJson.write(projection, source, report, result);
    // The page is made of what was written, as it will be when it is made again.
    RunResults stored = ResultJson.read(new ByteArrayInputStream(result.toByteArray()));
    Map<String, Shares> shares = new LinkedHashMap<>();
    why.map(Why::outcomes)
        .orElse(Map.of())
        .forEach((id, outcome) -> outcome.shares().ifPresent(s -> shares.put(id, s)));
    Found found =
        new Found(
                Kind.RUN,
                (written, screen) -> RunSummary.lines(projection, source, written, screen),
                result::writeTo)
            .with(TABLE, out -> SeriesCsv.write(projection, out))
            .with(PAGE, out -> RunPage.write(stored, shares, asked, out));
    found.files.putAll(more);
    why.map(causes -> why(causes, source))
        .ifPresent(
            causes -> {
              found.files.putAll(causes.files);
              found.files.put(Kind.WHY.json(), causes.json);
            });
    return found;
  }

  /**
   * Returns what a comparison found.
   *
   * @param base name of the base
   * @param sources where the scenarios came from, by name
   * @param asked the base with its model; absent: the page is only read
   * @param past how forecasts of the base's past would have done; absent: nobody knows
   */
  public static Found comparison(
      Comparison comparison,
      String base,
      Map<String, Source> sources,
      Optional<PageModel> asked,
      Optional<Grounds.Past> past) {
    Source source = Objects.requireNonNull(sources.get(base), "sources lacks the base");
    Map<String, String> facts = Facts.of(comparison, base, sources);
    return new Found(
            Kind.COMPARISON,
            (written, screen) -> ComparisonSummary.lines(comparison, base, written, screen),
            out -> ComparisonJson.write(comparison, base, out))
        .with(PAGE, out -> ComparisonPage.write(comparison, base, facts, asked, source, past, out));
  }

  /**
   * Returns what a sweep found.
   *
   * @param source where the scenario came from
   * @param question shown first; absent: the file's first
   * @param asked the base with its model; absent: the page is only read
   * @param past how forecasts of the base's past would have done; absent: nobody knows
   */
  public static Found sweep(
      SweepResults sweep,
      Source source,
      Optional<String> question,
      Optional<PageModel> asked,
      Optional<Grounds.Past> past) {
    Map<String, String> facts = Facts.of(sweep, source);
    return new Found(
            Kind.SWEEP,
            (written, screen) -> SweepSummary.lines(sweep, question, written, screen),
            out -> SweepJson.write(sweep, source, out))
        .with(TABLE, out -> SweepCsv.write(sweep, out))
        .with(PAGE, out -> SweepPage.write(sweep, facts, asked, source, past, out));
  }

  /** Returns what decides outcomes. */
  public static Found why(Why why, Source source) {
    Found found =
        new Found(
                Kind.WHY,
                (written, screen) -> WhySummary.lines(why, written, screen),
                out -> WhyJson.write(why, source, out))
            .with(TABLE, out -> WhyCsv.write(why, out))
            .with(PAGE, out -> WhyPage.write(why, Facts.of(why, source), out));
    found.joinsReport = true;
    return found;
  }

  /** Returns which of some levers to choose. */
  public static Found levers(Levers levers, Source source) {
    return new Found(
            Kind.WHY,
            (written, screen) -> WhySummary.lines(levers, written, screen),
            out -> WhyJson.write(levers, source, out))
        .with(TABLE, out -> WhyCsv.write(levers, out))
        .with(PAGE, out -> WhyPage.write(levers, Facts.of(levers, source), out));
  }

  /** Returns what data made of a scenario's numbers. */
  public static Found fit(
      Scenario scenario, Source source, List<Fit> fits, List<FittedCorrelation> correlations) {
    Found found =
        new Found(
                Kind.FIT,
                (written, screen) -> each(FitLines.of(fits, correlations), written),
                out -> FitJson.write(scenario, source, fits, correlations, out))
            .with(PAGE, out -> FitPage.write(scenario, fits, correlations, out));
    found.files.put(Kind.DRAWS, WholeFiles.text(out -> FitJson.writeDraws(fits, out)));
    return found;
  }

  /**
   * Returns how a scenario did against its past.
   *
   * @param paths of each origin
   * @param seed of their random numbers
   * @param asserted what isn't fitted
   */
  public static Found backtest(
      Scenario scenario,
      Source source,
      long paths,
      long seed,
      List<String> asserted,
      Backtest.Result result) {
    List<MetricScores> metrics = result.metrics();
    List<QuestionScores> questions = result.questions();
    ScoredWords words = ScoredWords.of(Optional.of(scenario));
    String title = scenario.name() + ": held against its past";
    return new Found(
            Kind.BACKTEST,
            (written, screen) -> each(ScoreLines.of(metrics, questions, result.skipped()), written),
            out -> ScoreJson.writeBacktest(scenario, source, paths, seed, asserted, result, out))
        .with(
            PAGE,
            out ->
                ScorePage.write(title, words, metrics, questions, result.skipped(), asserted, out))
        .with(TABLE, out -> ScoreCsv.write(metrics, questions, out));
  }

  /**
   * Returns how a forecast did.
   *
   * @param name of what was scored
   * @param scenario that was, whose names the page uses; absent: anybody's draws were
   */
  public static Found score(String name, Optional<Scenario> scenario, Scoring.Result scores) {
    List<MetricScores> metrics = scores.metrics();
    List<QuestionScores> questions = scores.questions();
    String verdict = String.join(". ", metrics.stream().map(MetricScores::verdict).toList());
    ScoredWords words = ScoredWords.of(scenario);
    String title = name + ": forecasts and what happened";
    return new Found(
            Kind.SCORE,
            (written, screen) -> each(ScoreLines.of(metrics, questions, List.of()), written),
            out -> ScoreJson.writeScore(verdict, metrics, questions, out))
        .with(
            PAGE,
            out -> ScorePage.write(title, words, metrics, questions, List.of(), List.of(), out))
        .with(TABLE, out -> ScoreCsv.write(metrics, questions, out));
  }

  private static List<String> each(List<String> lines, List<Path> written) {
    List<String> all = new ArrayList<>(lines);
    written.forEach(file -> all.add("Written: " + file));
    return all;
  }

  /**
   * Returns lines for a screen.
   *
   * @param written the files that were written; may be empty
   */
  public List<String> lines(List<Path> written, Screen screen) {
    return lines.of(written, screen);
  }

  /** Returns everything as JSON. */
  public WholeFiles.Content json() {
    return json;
  }

  /** Returns the files beside the JSON file, by name. */
  Map<String, WholeFiles.Content> files() {
    return files;
  }

  /** Whether the report of a run in the same folder tells of it. */
  boolean joinsReport() {
    return joinsReport;
  }
}
