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
import io.corridor.report.data.Corridor;
import io.corridor.report.data.Grounds;
import io.corridor.report.data.LiveModel;
import io.corridor.report.data.PageModel;
import io.corridor.report.data.ReportData;
import io.corridor.report.data.Site;
import io.corridor.report.data.Source;
import io.corridor.report.data.SweepResults;
import io.corridor.report.files.OutFolder.Kind;
import io.corridor.report.internal.page.ComparisonPage;
import io.corridor.report.internal.page.FitPage;
import io.corridor.report.internal.page.GalleryPage;
import io.corridor.report.internal.page.ScorePage;
import io.corridor.report.internal.page.StudioPage;
import io.corridor.report.internal.page.SweepPage;
import io.corridor.report.internal.page.WhyPage;
import io.corridor.report.screen.ComparisonSummary;
import io.corridor.report.screen.FitLines;
import io.corridor.report.screen.GalleryLines;
import io.corridor.report.screen.RunSummary;
import io.corridor.report.screen.ScoreLines;
import io.corridor.report.screen.Screen;
import io.corridor.report.screen.SweepSummary;
import io.corridor.report.screen.WhySummary;
import io.corridor.report.words.ScoredWords;
import io.corridor.run.Progress;
import io.corridor.scenarios.ScenarioReader;
import io.corridor.why.Levers;
import io.corridor.why.Why;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a command found, in each form that it takes: lines on a screen, JSON for programs, tables,
 * and a page, which is made last. One function for each command that leaves files; all forms of one
 * command stand here.
 */
public final class Found {
  private static final String PAGE = ".html";
  private static final String TABLE = ".csv";

  private final Kind kind;
  private final Lines lines;
  private final WholeFiles.Content json;
  private final Map<String, WholeFiles.Content> tables = new LinkedHashMap<>();
  private Optional<Joined> joined = Optional.empty();
  private Optional<Site> site = Optional.empty();
  private Page page = (folder, progress) -> List.of();

  /** Lines for a screen. */
  @FunctionalInterface
  private interface Lines {
    List<String> of(Screen screen);
  }

  /** Makes a page, and whatever is written with it. */
  @FunctionalInterface
  interface Page {
    /** Writes it to {@code folder}, where all else is already, and returns the pages. */
    List<Path> write(Path folder, Progress progress) throws IOException;
  }

  /**
   * What the report of a run in the same folder is written again with.
   *
   * @param model that it carries, if it carries one
   * @param reader of its scenario, which may know its fits
   */
  record Joined(Later<Optional<LiveModel>> model, ScenarioReader reader) {}

  /**
   * What a page alone needs, found once all else is written.
   *
   * @param <T> what it is
   */
  @FunctionalInterface
  public interface Later<T> {
    /**
     * Finds it.
     *
     * @param progress told of progress, in paths
     * @throws io.corridor.run.CancelledException if {@code progress} ended it
     */
    T find(Progress progress) throws IOException;
  }

  /**
   * What the page of a comparison or a sweep needs beside.
   *
   * @param asked the base with its model; absent: the page is only read
   * @param past how forecasts of the base's past would have done; absent: nobody knows
   */
  public record PageParts(Optional<PageModel> asked, Optional<Grounds.Past> past) {}

  private Found(Kind kind, Lines lines, WholeFiles.Content json) {
    this.kind = kind;
    this.lines = lines;
    this.json = json;
  }

  private Found with(String name, WholeFiles.Text table) {
    tables.put(name, WholeFiles.text(table));
    return this;
  }

  private Found withPage(WholeFiles.Text text) {
    return withLatePage(progress -> text);
  }

  private Found withLatePage(Later<WholeFiles.Text> text) {
    page =
        (folder, progress) ->
            WholeFiles.in(folder).withText(kind.file(PAGE), text.find(progress)).write();
    return this;
  }

  /** Returns what a run found, without files. */
  public static Found run(Projection projection, Source source) {
    return new Found(
        Kind.RUN,
        screen -> RunSummary.lines(projection, source, screen),
        out -> ResultJson.write(projection, source, out));
  }

  /** Returns what a run found, with a report that is only read. */
  public static Found run(Projection projection, Source source, ReportData report) {
    return run(projection, source, Map.of(), progress -> report, progress -> Optional.empty());
  }

  /**
   * Returns what a run found.
   *
   * @param more further tables of the run, by name
   * @param report what the report needs beside
   * @param asked what the report carries, so that it can be asked; absent: it is only read
   */
  public static Found run(
      Projection projection,
      Source source,
      Map<String, WholeFiles.Content> more,
      Later<ReportData> report,
      Later<Optional<PageModel>> asked) {
    Found found =
        new Found(
                Kind.RUN,
                screen -> RunSummary.lines(projection, source, screen),
                out -> ResultJson.writeAnswers(projection, source, out))
            .with(Kind.RUN.file(TABLE), out -> SeriesCsv.write(projection, out));
    found.tables.putAll(more);
    found.page =
        (folder, progress) -> {
          ReportData data = report.find(progress);
          WholeFiles.in(folder)
              .with(Kind.RUN.json(), out -> ResultJson.write(projection, source, data, out))
              .write();
          // The page is made of what was written, as it will be when it is made again.
          return List.of(StoredRun.in(folder).writeReport(asked.find(progress), found.site));
        };
    return found;
  }

  /** Has the report of a run stand in a site. */
  public Found within(Site where) {
    site = Optional.of(where);
    return this;
  }

  /**
   * Returns what a comparison found.
   *
   * @param base name of the base
   * @param sources where the scenarios came from, by name
   * @param parts what the page needs beside
   */
  public static Found comparison(
      Comparison comparison, String base, Map<String, Source> sources, Later<PageParts> parts) {
    Source source = Objects.requireNonNull(sources.get(base), "sources lacks the base");
    Map<String, String> facts = Facts.of(comparison, base, sources);
    return new Found(
            Kind.COMPARISON,
            screen -> ComparisonSummary.lines(comparison, base, screen),
            out -> ComparisonJson.write(comparison, base, out))
        .withLatePage(
            progress -> {
              PageParts found = parts.find(progress);
              return out ->
                  ComparisonPage.write(
                      comparison, base, facts, found.asked, source, found.past, out);
            });
  }

  /**
   * Returns what a sweep found.
   *
   * @param source where the scenario came from
   * @param question shown first; absent: the file's first
   * @param parts what the page needs beside
   */
  public static Found sweep(
      SweepResults sweep, Source source, Optional<String> question, Later<PageParts> parts) {
    Map<String, String> facts = Facts.of(sweep, source);
    return new Found(
            Kind.SWEEP,
            screen -> SweepSummary.lines(sweep, question, screen),
            out -> SweepJson.write(sweep, source, out))
        .with(Kind.SWEEP.file(TABLE), out -> SweepCsv.write(sweep, out))
        .withLatePage(
            progress -> {
              PageParts found = parts.find(progress);
              return out -> SweepPage.write(sweep, facts, found.asked, source, found.past, out);
            });
  }

  /** Returns what decides outcomes. */
  public static Found why(Why why, Source source) {
    return why(why, source, progress -> Optional.empty(), ScenarioReader.create());
  }

  /**
   * Returns what decides outcomes.
   *
   * @param model for the report of a run in the same folder, which is written again, if it carries
   *     one
   * @param reader of the scenario of that report, which may know its fits
   */
  public static Found why(
      Why why, Source source, Later<Optional<LiveModel>> model, ScenarioReader reader) {
    Found found =
        new Found(
                Kind.WHY,
                screen -> WhySummary.lines(why, screen),
                out -> WhyJson.write(why, source, out))
            .with(Kind.WHY.file(TABLE), out -> WhyCsv.write(why, out))
            .withPage(out -> WhyPage.write(why, Facts.of(why, source), out));
    found.joined = Optional.of(new Joined(model, reader));
    return found;
  }

  /** Returns which of some levers to choose. */
  public static Found levers(Levers levers, Source source) {
    return new Found(
            Kind.WHY,
            screen -> WhySummary.lines(levers, screen),
            out -> WhyJson.write(levers, source, out))
        .with(Kind.WHY.file(TABLE), out -> WhyCsv.write(levers, out))
        .withPage(out -> WhyPage.write(levers, Facts.of(levers, source), out));
  }

  /**
   * Returns what data made of a scenario's numbers.
   *
   * @param horizons of the scenario's backtest, in months: how what fits leave over adds up by then
   */
  public static Found fit(
      Scenario scenario,
      Source source,
      List<Fit> fits,
      List<FittedCorrelation> correlations,
      List<Integer> horizons) {
    return new Found(
            Kind.FIT,
            screen -> FitLines.of(fits, correlations, horizons),
            out -> FitJson.write(scenario, source, fits, correlations, horizons, out))
        .with(Kind.DRAWS, out -> FitJson.writeDraws(fits, out))
        .withPage(out -> FitPage.write(scenario, fits, correlations, horizons, out));
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
    Map<String, List<String>> notes = new LinkedHashMap<>();
    notes.put("Rows of tables", ScoredWords.tables(result.tables()));
    notes.put("Wider by what was missed", ScoredWords.widen(result));
    notes.put("Origins that were skipped", result.skipped());
    notes.put(
        "What stayed as it is: no data touch it, so that at every origin it is what the file says"
            + " today, and may know what came later",
        asserted);
    return new Found(
            Kind.BACKTEST,
            screen ->
                ScoreLines.of(
                    ScoredWords.tables(result.tables()),
                    metrics,
                    questions,
                    result.skipped(),
                    ScoredWords.widen(result),
                    screen),
            out -> ScoreJson.writeBacktest(scenario, source, paths, seed, asserted, result, out))
        .with(Kind.BACKTEST.file(TABLE), out -> ScoreCsv.write(metrics, questions, out))
        .withPage(out -> ScorePage.write(title, words, List.of(), metrics, questions, notes, out));
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
    ScoredWords words = ScoredWords.of(scenario);
    String title = name + ": forecasts and what happened";
    return new Found(
            Kind.SCORE,
            screen ->
                ScoreLines.of(
                    scores.wholes().stream().map(said -> said + ".").toList(),
                    metrics,
                    questions,
                    List.of(),
                    List.of(),
                    screen),
            out -> ScoreJson.writeScore(scores, out))
        .with(Kind.SCORE.file(TABLE), out -> ScoreCsv.write(metrics, questions, out))
        .withPage(
            out ->
                ScorePage.write(title, words, scores.wholes(), metrics, questions, Map.of(), out));
  }

  /**
   * Returns what some corridors say, side by side.
   *
   * @param corridors whose reports stand below
   * @param manual address of the manual
   * @param studio what a page to write scenarios in begins with, and the model of all pages;
   *     absent: pages are only read
   */
  public static Found gallery(List<Corridor> corridors, String manual, Optional<PageModel> studio) {
    Site site = new Site("", studio.isPresent(), manual);
    Map<String, List<String>> said = new LinkedHashMap<>();
    corridors.forEach(corridor -> said.put(corridor.name(), GalleryPage.said(corridor)));
    Found found =
        new Found(
            Kind.GALLERY,
            screen -> GalleryLines.of(said, GalleryPage.verdict(corridors), screen),
            out -> GalleryJson.write(corridors, out));
    found.page =
        (folder, progress) -> {
          WholeFiles files = WholeFiles.in(folder);
          studio.ifPresent(
              asked ->
                  files
                      .withText(Site.MODEL, out -> GalleryPage.writeModel(asked.model(), out))
                      .withText("studio.html", out -> StudioPage.write(asked, site, out)));
          return files
              .withText("questions.html", out -> GalleryPage.writeQuestions(corridors, site, out))
              .withText("index.html", out -> GalleryPage.write(corridors, site, out))
              .write();
        };
    return found;
  }

  /** Returns lines for a screen. */
  public List<String> lines(Screen screen) {
    return lines.of(screen);
  }

  /** Returns everything as JSON. */
  public WholeFiles.Content json() {
    return json;
  }

  /** Returns the command that found it. */
  Kind kind() {
    return kind;
  }

  /** Returns the files beside the JSON file and the page, by name. */
  Map<String, WholeFiles.Content> tables() {
    return tables;
  }

  /** Returns what the report of a run in the same folder needs, if that tells of it. */
  Optional<Joined> joined() {
    return joined;
  }

  Page page() {
    return page;
  }
}
