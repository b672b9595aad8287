package io.corridor.report.files;

import io.corridor.evidence.fit.Fit;
import io.corridor.evidence.fit.FittedCorrelation;
import io.corridor.evidence.forecast.Backtest;
import io.corridor.evidence.forecast.MetricScores;
import io.corridor.evidence.forecast.QuestionScores;
import io.corridor.model.Scenario;
import io.corridor.report.data.Source;
import io.corridor.report.internal.page.FitPage;
import io.corridor.report.internal.page.ScorePage;
import io.corridor.report.words.ScoredWords;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A folder that takes what commands say of data, each file whole or not at all. */
public final class EvidenceFolder {
  static final String FIT = "fit.json";
  static final String BACKTEST = "backtest.json";
  static final String SCORE = "score.json";
  private static final String DRAWS = "draws.csv";

  private final Path folder;

  private EvidenceFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the folder if it doesn't exist.
   *
   * @param folder where the files go
   * @param overwrite whether results that are there may be replaced
   * @throws FileAlreadyExistsException if there are results or draws, and they may not be replaced
   * @throws IOException if there is no folder and it can't be made
   */
  public static EvidenceFolder open(Path folder, boolean overwrite) throws IOException {
    FolderOfResults.claim(folder, overwrite);
    return new EvidenceFolder(folder);
  }

  /** Does the same for a folder that takes draws, too, which may be somebody's own. */
  public static EvidenceFolder openForDraws(Path folder, boolean overwrite) throws IOException {
    FolderOfResults.claim(folder, overwrite);
    if (!overwrite && Files.exists(folder.resolve(DRAWS))) {
      throw new FileAlreadyExistsException(
          folder.toString(), null, "holds a " + DRAWS + ", which would be replaced");
    }
    return new EvidenceFolder(folder);
  }

  /**
   * Writes {@code fit.html}, {@code draws.csv} and {@code fit.json}.
   *
   * @return the files
   * @throws IOException if they can't be written; no half of a file is left then
   */
  public List<Path> writeFits(
      Scenario scenario, Source source, List<Fit> fits, List<FittedCorrelation> correlations)
      throws IOException {
    return FolderOfResults.in(folder)
        .withText("fit.html", out -> FitPage.write(scenario, fits, correlations, out))
        .withText(DRAWS, out -> FitJson.writeDraws(fits, out))
        .with(FIT, out -> FitJson.write(scenario, source, fits, correlations, out))
        .write();
  }

  /**
   * Writes {@code backtest.html}, {@code backtest.csv} and {@code backtest.json}.
   *
   * @return the files
   * @throws IOException if they can't be written; no half of a file is left then
   */
  public List<Path> writeBacktest(
      Scenario scenario,
      Source source,
      long paths,
      long seed,
      List<String> asserted,
      Backtest.Result result)
      throws IOException {
    return FolderOfResults.in(folder)
        .withText(
            "backtest.html",
            out ->
                ScorePage.write(
                    scenario.name() + ": held against its past",
                    ScoredWords.of(Optional.of(scenario)),
                    result.metrics(),
                    result.questions(),
                    result.skipped(),
                    asserted,
                    out))
        .withText("backtest.csv", out -> ScoreCsv.write(result.metrics(), result.questions(), out))
        .with(
            BACKTEST,
            out -> ScoreJson.writeBacktest(scenario, source, paths, seed, asserted, result, out))
        .write();
  }

  /**
   * Writes {@code score.html}, {@code score.csv} and {@code score.json}.
   *
   * @param name of what was scored
   * @param scenario that was, whose names the page uses; absent: anybody's draws were
   * @param verdict what the scores say, in words
   * @return the files
   * @throws IOException if they can't be written; no half of a file is left then
   */
  public List<Path> writeScores(
      String name,
      Optional<Scenario> scenario,
      String verdict,
      List<MetricScores> metrics,
      List<QuestionScores> questions)
      throws IOException {
    return FolderOfResults.in(folder)
        .withText(
            "score.html",
            out ->
                ScorePage.write(
                    name + ": forecasts and what happened",
                    ScoredWords.of(scenario),
                    metrics,
                    questions,
                    List.of(),
                    List.of(),
                    out))
        .withText("score.csv", out -> ScoreCsv.write(metrics, questions, out))
        .with(SCORE, out -> ScoreJson.writeScore(verdict, metrics, questions, out))
        .write();
  }
}
