package io.corridor.cli;

import io.corridor.parquet.SeriesParquet;
import io.corridor.projection.Projection;
import io.corridor.report.data.Grounds;
import io.corridor.report.data.LiveModel;
import io.corridor.report.data.ReportData;
import io.corridor.report.data.Source;
import io.corridor.report.files.Found;
import io.corridor.run.Progress;
import io.corridor.scenarios.LoadedScenario;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the page of a run tells beside the answers. */
final class RunPageOptions {
  @Mixin private LiveOptions live;
  @Mixin private BacktestOptions backtest;

  @Option(names = "--no-why", description = "Make the page without what decides the first answer.")
  private boolean noWhy;

  /** Returns the model that pages carry; empty if they do without. */
  Optional<LiveModel> model(Progress progress) throws IOException {
    return live.model(progress);
  }

  /**
   * Returns what a run found, with its files and its page.
   *
   * @param projection of the run
   * @param scenario as the command line names it
   * @param loaded the same, read
   * @param why whether what decides the answers is asked for beside
   * @param json whether only JSON is printed
   */
  Found found(
      Projection projection,
      ScenarioOptions scenario,
      LoadedScenario loaded,
      boolean why,
      boolean json,
      Stages stages) {
    Source source = ScenarioStore.source(loaded);
    boolean decides = !why && !noWhy && !json;
    return Found.run(
        projection,
        source,
        Map.of("series.parquet", file -> SeriesParquet.write(projection, source, file)),
        progress ->
            ReportData.of(projection, loaded.text(), scenario.alternatives(loaded), progress)
                .withDecided(decides ? decided(projection, stages) : Optional.empty())
                .with(loaded.texts())
                .with(
                    Grounds.of(
                        loaded.scenario(),
                        loaded.evidence(),
                        projection.sample(),
                        backtest.past(loaded, projection.seed(), json, stages))),
        progress -> live.asked(loaded, progress));
  }

  /** Returns what decides the first answer, for the page alone; whoever asks --why has it there. */
  private static Optional<ReportData.Decided> decided(Projection projection, Stages stages)
      throws IOException {
    return stages.show("why", progress -> ReportData.Decided.of(projection, progress));
  }
}
