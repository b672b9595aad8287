package io.corridor.spark;

import io.corridor.simulation.Cluster;
import io.corridor.simulation.Job;
import java.time.Duration;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Simulates on Apache Spark:
 *
 * <pre>{@code
 * Settings settings = Settings.of(scenario).withPaths(1_000_000_000);
 * Projection p = Simulator.run(scenario, settings.withCluster(SparkEngine.of(context)));
 * }</pre>
 *
 * <p>A run, a comparison or a sweep is one Spark job; a run that saves what it does, or goes on to
 * a precision, is one after the other. The scenarios are broadcast once, some ten kilobytes, and
 * compiled by each executor. A task simulates a range of paths, of a scenario or of up to eight
 * variants and their base, and comes to a summary, the size of which doesn't depend on the number
 * of paths. Executors merge the summaries of neighbouring ranges, so that the driver receives one
 * for each run, or for each eight variants, whatever the number of paths and tasks.
 *
 * <p>Results are those of threads, bit for bit: a lost executor's tasks are simulated again, and
 * come to the same.
 *
 * <p>Tasks last about five seconds on one core, unless {@code spark.corridor.taskSeconds} in
 * Spark's configuration says otherwise, longer in jobs that would have more than 20 000 tasks, and
 * shorter where the cluster has cores that would have nothing to do.
 *
 * <p>For use by any number of threads. Close the context yourself.
 */
public final class SparkEngine implements Cluster {
  private static final String TASK_SECONDS = "spark.corridor.taskSeconds";
  private static final double STANDARD_TASK_SECONDS = 5;

  private final JavaSparkContext spark;
  private final double taskSeconds;

  private SparkEngine(JavaSparkContext spark, double taskSeconds) {
    this.spark = spark;
    this.taskSeconds = taskSeconds;
  }

  /**
   * Returns the engine that runs its jobs in {@code spark}.
   *
   * @param spark open as long as the engine is used; its executors have Corridor's core on their
   *     class path
   * @throws IllegalArgumentException if {@code spark.corridor.taskSeconds} is set, but not to a
   *     number above 0
   */
  public static SparkEngine of(JavaSparkContext spark) {
    double seconds = spark.getConf().getDouble(TASK_SECONDS, STANDARD_TASK_SECONDS);
    if (!(seconds > 0)) {
      throw new IllegalArgumentException(TASK_SECONDS + " is " + seconds + ", must be above 0");
    }
    return new SparkEngine(spark, seconds);
  }

  @Override
  public int cores() {
    return spark.defaultParallelism();
  }

  /** Returns 30 seconds: several waves of tasks. */
  @Override
  public Duration worthwhile() {
    return Duration.ofSeconds(30);
  }

  @Override
  public Deployment deploy(Job job) {
    return new BroadcastJob(spark, job, taskSeconds);
  }
}
