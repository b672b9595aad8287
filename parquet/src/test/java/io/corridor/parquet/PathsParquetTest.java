package io.corridor.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import io.corridor.projection.Paths;
import io.corridor.report.data.Source;
import io.corridor.run.CancelledException;
import io.corridor.run.Progress;
import io.corridor.scenarios.ScenarioReader;
import io.corridor.simulation.Replay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsParquetTest {
  private static final long SEED = 7;
  private static final List<String> METRICS =
      List.of("total.12m", "waiver.energy-waiver.coverage", "energy.gas.imports");
  private static final Source SOURCE =
      new Source("iran.yaml", "ab12", Optional.of("calm"), Map.of("run.seed", "7"));

  private final Scenario scenario =
      ScenarioReader.create().readShipped("iran-iraq-2019").scenario();

  @Test
  void duckDbReadsTheVeryPathsOfTheRun(@TempDir Path folder) throws Exception {
    int count = 40;
    Path file = written(folder, count);
    Paths paths = Replay.of(scenario, SEED, METRICS).paths(0, count);
    try (DuckDb duckDb = DuckDb.open()) {
      List<List<Object>> rows = duckDb.rows(file, "select * from FILE");
      assertThat(rows).hasSize(count * scenario.months());
      int i = 0;
      for (int p = 0; p < count; p++) {
        for (int t = 0; t < scenario.months(); t++) {
          assertThat(rows.get(i++))
              .containsExactly(
                  (long) p,
                  scenario.month(t).atDay(1),
                  paths.value(METRICS.get(0), t, p),
                  paths.value(METRICS.get(1), t, p),
                  paths.value(METRICS.get(2), t, p));
        }
      }
    }
  }

  @Test
  void columnsAreNamedAndTypedAsOneWouldAskForThem(@TempDir Path folder) throws Exception {
    Path file = written(folder, 3);
    try (DuckDb duckDb = DuckDb.open()) {
      assertThat(
              duckDb.rows(
                  file, "select column_name, column_type from (describe select * from FILE)"))
          .containsExactly(
              List.of("path", "BIGINT"),
              List.of("month", "DATE"),
              List.of("total.12m", "DOUBLE"),
              List.of("waiver.energy-waiver.coverage", "DOUBLE"),
              List.of("energy.gas.imports", "DOUBLE"));
      assertThat(
              duckDb.value(
                  file,
                  "select count(*) from FILE where path = 1 and month < date '2020-01-01'"
                      + " and \"total.12m\" > 0"))
          .isEqualTo(10L);
      assertThat(duckDb.value(file, "select max(month) from FILE"))
          .isEqualTo(LocalDate.of(2025, 12, 1));
    }
  }

  @Test
  void unitsAndOriginStandInTheMetadata(@TempDir Path folder) throws Exception {
    Path file = written(folder, 2);
    try (DuckDb duckDb = DuckDb.open()) {
      assertThat(about(duckDb, file, "unit.total.12m")).isEqualTo("USD/year");
      assertThat(about(duckDb, file, "unit.waiver.energy-waiver.coverage")).isEqualTo("fraction");
      assertThat(about(duckDb, file, "unit.energy.gas.imports")).isEqualTo("mcm/d");
      assertThat(about(duckDb, file, "corridor.scenario")).isEqualTo(scenario.name());
      assertThat(about(duckDb, file, "corridor.file")).isEqualTo("iran.yaml");
      assertThat(about(duckDb, file, "corridor.sha256")).isEqualTo("ab12");
      assertThat(about(duckDb, file, "corridor.variant")).isEqualTo("calm");
      assertThat(about(duckDb, file, "corridor.set.run.seed")).isEqualTo("7");
      assertThat(about(duckDb, file, "corridor.paths")).isEqualTo("2");
      assertThat(about(duckDb, file, "corridor.seed")).isEqualTo("7");
    }
  }

  private static Object about(DuckDb duckDb, Path file, String key) throws SQLException {
    return duckDb.value(
        file,
        "select decode(value) from parquet_kv_metadata(FILE) where decode(key) = '" + key + "'");
  }

  @Test
  void sameRunSameBytes() throws IOException {
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    ByteArrayOutputStream second = new ByteArrayOutputStream();
    PathsParquet.of(scenario, Sample.random(SEED), METRICS).write(50, SOURCE, Progress.NONE, first);
    PathsParquet.of(scenario, Sample.random(SEED), METRICS)
        .write(50, SOURCE, Progress.NONE, second);
    assertThat(first.toByteArray()).isEqualTo(second.toByteArray());
  }

  @Test
  void manyPathsLeaveMemoryInGroups(@TempDir Path folder) throws Exception {
    int count = 25_000;
    Path file = written(folder, count);
    try (DuckDb duckDb = DuckDb.open()) {
      assertThat(duckDb.value(file, "select count(*) from FILE"))
          .isEqualTo((long) count * scenario.months());
      assertThat(
              duckDb.value(file, "select count(distinct row_group_id) from parquet_metadata(FILE)"))
          .isEqualTo(3L);
      assertThat(duckDb.value(file, "select max(path) from FILE")).isEqualTo(count - 1L);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 82, 1024", "60, 82, 426", "500, 1200, 3", "10000, 1200, 1", "0, 82, 1024"})
  void aStretchOfPathsFitsInAFewMegabytes(int metrics, int months, int paths) {
    assertThat(PathsParquet.stretch(metrics, months)).isEqualTo(paths);
  }

  @Test
  void progressIsToldAndMayEndIt() {
    PathsParquet paths = PathsParquet.of(scenario, Sample.random(SEED), METRICS);
    assertThatThrownBy(
            () ->
                paths.write(
                    5_000, SOURCE, (done, all) -> done < 2_000, OutputStream.nullOutputStream()))
        .isInstanceOf(CancelledException.class)
        .satisfies(e -> assertThat(((CancelledException) e).done()).isEqualTo(2_000));
  }

  @Test
  void aDiskThatIsFullIsAnIoException() {
    OutputStream full =
        new OutputStream() {
          private int left = 100;

          @Override
          public void write(int value) throws IOException {
            if (left-- == 0) {
              throw new IOException("No space left on device");
            }
          }
        };
    PathsParquet paths = PathsParquet.of(scenario, Sample.random(SEED), METRICS);
    assertThatThrownBy(() -> paths.write(50, SOURCE, Progress.NONE, full))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("No space left");
  }

  @Test
  void unknownMetricsAreRefused() {
    assertThatThrownBy(() -> PathsParquet.of(scenario, Sample.random(SEED), List.of("totl")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("totl");
  }

  private Path written(Path folder, int count) throws IOException {
    return DuckDb.file(
        folder,
        out ->
            PathsParquet.of(scenario, Sample.random(SEED), METRICS)
                .write(count, SOURCE, Progress.NONE, out));
  }
}
