package io.corridor.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.model.Scenario;
import io.corridor.projection.Projection;
import io.corridor.projection.Series;
import io.corridor.report.data.Source;
import io.corridor.report.files.SeriesCsv;
import io.corridor.scenarios.ScenarioReader;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesParquetTest {
  private static final Source SOURCE =
      new Source("yardstick.yaml", "ab12", Optional.empty(), Map.of());

  private final Scenario scenario = ScenarioReader.create().readShipped("yardstick").scenario();
  private final Projection projection =
      Simulator.run(scenario, Settings.of(scenario).withPaths(500));

  @Test
  void holdsTheSeriesOfTheRun(@TempDir Path folder) throws Exception {
    Path file = DuckDb.file(folder, out -> SeriesParquet.write(projection, SOURCE, out));
    try (DuckDb duckDb = DuckDb.open()) {
      List<List<Object>> rows = duckDb.rows(file, "select * from FILE");
      int i = 0;
      for (Series series : projection.series().values()) {
        for (int t = 0; t < series.months(); t++) {
          assertThat(rows.get(i++))
              .startsWith(
                  series.metric().id(),
                  series.metric().unit(),
                  series.month(t).atDay(1),
                  series.mean(t),
                  series.sd(t),
                  series.standardError(t),
                  series.percentile(series.percentiles().get(0), t));
        }
      }
      assertThat(rows).hasSize(i);
    }
  }

  @Test
  void saysTheSameAsTheCsv(@TempDir Path folder) throws Exception {
    Path file = DuckDb.file(folder, out -> SeriesParquet.write(projection, SOURCE, out));
    StringBuilder text = new StringBuilder();
    SeriesCsv.write(projection, text);
    Path csv = Files.writeString(folder.resolve("series.csv"), text);
    String months = "select * replace (strftime(month, '%Y-%m') as month) from FILE";
    try (DuckDb duckDb = DuckDb.open()) {
      assertThat(duckDb.rows(file, months))
          .isEqualTo(
              duckDb.rows(
                  csv,
                  "select * from read_csv(FILE, types = {'month': 'VARCHAR', 'unit': 'VARCHAR'},"
                      + " nullstr = 'none', all_varchar = false)"));
      assertThat(duckDb.rows(file, "select column_name from (describe select * from FILE)"))
          .isEqualTo(duckDb.rows(csv, "select column_name from (describe select * from FILE)"));
    }
  }
}
