package io.corridor.spark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * On a real cluster, files come out as on one thread, byte for byte but for the timing: however
 * paths are cut into tasks, and whoever is killed meanwhile.
 */
@Tag("cluster")
class SparkClusterIT {
  private static final String[] RUN = {"run", "iran-iraq-2019", "--paths", "30k"};
  private static final String[] COMPARISON = {
    "compare", "iran-iraq-2019", "waivers-lapse", "max-enforcement", "--paths", "4k"
  };
  private static final String[] SWEEP = {
    "sweep", "yardstick", "--vary", "drivers.price.volatility=0.1:0.4:0.1", "--paths", "4k"
  };

  @TempDir static Path folder;
  private static Spark spark;
  private static StandaloneCluster cluster;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    spark = Spark.distribution();
    cluster = new StandaloneCluster(spark, folder);
    runAlone("run", RUN);
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  private static void runAlone(String to, String[] command)
      throws IOException, InterruptedException {
    String[] alone = with(command, "--out", folder.resolve(to).toString(), "--threads", "1");
    try (Child child = spark.corridorAlone(alone)) {
      assertThat(child.status()).as(child::text).isZero();
    }
  }

  private static Child submit(String to, String taskSeconds, String[] command) throws IOException {
    return spark.corridor(
        List.of(
            "spark.executor.memory=512m",
            "spark.driver.host=127.0.0.1",
            "spark.driver.bindAddress=127.0.0.1",
            "spark.corridor.taskSeconds=" + taskSeconds),
        with(command, "--out", folder.resolve(to).toString(), "--master", cluster.url()));
  }

  private static String[] with(String[] command, String... more) {
    return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
  }

  private static void assertSame(String to, String as, String... files) throws IOException {
    for (String file : files) {
      assertThat(untimed(folder.resolve(to).resolve(file)))
          .isEqualTo(untimed(folder.resolve(as).resolve(file)));
    }
  }

  private static String untimed(Path file) throws IOException {
    return Files.readString(file).replaceAll("\"timing\": \\{[^}]*}", "");
  }

  /** In as many tasks at a time as there are cores. */
  @Test
  void aRunComesToTheSame() throws IOException, InterruptedException {
    try (Child run = submit("in few tasks", "60", RUN)) {
      assertThat(run.status()).as(run::text).isZero();
      // At most three stretches of two tasks and a merge, then what is left of a block.
      assertThat(tasksDone(run)).isLessThanOrEqualTo(10);
    }
    assertSame("in few tasks", "run", "result.json", "series.csv");
  }

  /** In many tasks, of which some are lost. */
  @Test
  void aRunComesToTheSameWhoeverIsKilledMeanwhile() throws IOException, InterruptedException {
    boolean lost = false;
    // An executor is killed once a task of its was seen to start: rarely, the task is done by then.
    for (int attempt = 1; !lost && attempt <= 5; attempt++) {
      String to = "killed, attempt " + attempt;
      try (Child run = submit(to, "0.1", RUN)) {
        Child.Found done = run.await("task done on (\\d+)", 0);
        String executor = done.matcher().group(1);
        run.await("task started on " + executor, done.line());
        cluster.executor(executor).destroyForcibly();
        assertThat(run.status()).as(run::text).isZero();
        assertThat(tasksDone(run)).isGreaterThan(10);
        lost = run.text().contains("task lost on " + executor);
      }
      assertSame(to, "run", "result.json", "series.csv");
    }
    assertThat(lost).as("a task was lost").isTrue();
  }

  private static long tasksDone(Child run) {
    return run.text().lines().filter(line -> line.startsWith("task done")).count();
  }

  @Test
  void comparisonsAndSweepsComeToTheSame() throws IOException, InterruptedException {
    runAlone("comparison", COMPARISON);
    try (Child comparison = submit("comparison there", "0.05", COMPARISON)) {
      assertThat(comparison.status()).as(comparison::text).isZero();
    }
    assertSame("comparison there", "comparison", "comparison.json");
    runAlone("sweep", SWEEP);
    try (Child sweep = submit("sweep there", "0.02", SWEEP)) {
      assertThat(sweep.status()).as(sweep::text).isZero();
    }
    assertSame("sweep there", "sweep", "sweep.json", "sweep.csv");
  }
}
