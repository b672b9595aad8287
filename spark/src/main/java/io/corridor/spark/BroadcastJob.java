package io.corridor.spark;

import io.corridor.run.CancelledException;
import io.corridor.run.Progress;
import io.corridor.run.SimulationException;
import io.corridor.simulation.Cluster;
import io.corridor.simulation.ClusterException;
import io.corridor.simulation.Job;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * A job that executors have by broadcast. Each range of paths is a Spark job: tasks simulate,
 * others merge what came of neighbours until one summary of each part is left.
 */
final class BroadcastJob implements Cluster.Deployment {
  private static final long LOOK_MILLIS = 100;

  private final JavaSparkContext spark;
  private final Job job;
  private final double taskSeconds;
  private final Broadcast<Job> broadcast;

  BroadcastJob(JavaSparkContext spark, Job job, double taskSeconds) {
    this.spark = spark;
    this.job = job;
    this.taskSeconds = taskSeconds;
    this.broadcast = spark.broadcast(job);
  }

  @Override
  public void close() {
    if (!spark.sc().isStopped()) {
      // Not destroyed: a task of a job that was ended may just begin.
      broadcast.unpersist(false);
    }
  }

  @Override
  public void simulate(long firstPath, long paths, Progress progress, Cluster.Results results) {
    double secondsPerPath = job.secondsPerPath(0);
    int cores = spark.defaultParallelism();
    Cut cut = Cut.of(job.parts(), secondsPerPath, firstPath, paths, taskSeconds, cores);
    BlockingQueue<Tuple2<Integer, byte[]>> found = new LinkedBlockingQueue<>();
    Submission submission = Submission.of(merged(simulated(cut), cut), found::add);
    TasksDone tasks = new TasksDone(spark.statusTracker(), submission.jobId(), cut.tasks());
    try {
      for (int missing = cut.parts(); missing > 0; ) {
        Tuple2<Integer, byte[]> result = found.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        long done = paths * tasks.count() / cut.tasks();
        if (!progress.goOn(done, paths)) {
          throw new CancelledException(done, paths);
        }
        if (result != null) {
          results.take(result._1(), result._2());
          missing--;
        } else if (submission.hasFailed()) {
          throw failure(submission.failure());
        }
      }
      progress.goOn(paths, paths);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException(paths * tasks.count() / cut.tasks(), paths);
    } finally {
      submission.cancel();
    }
  }

  /** What a task throws comes back as the cause of what Spark throws. */
  private static RuntimeException failure(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SimulationException simulation) {
        return simulation;
      }
    }
    String message = String.valueOf(failure.getMessage());
    return new ClusterException(message.lines().findFirst().orElse(message), failure);
  }

  private JavaPairRDD<Integer, byte[]> simulated(Cut cut) {
    JavaRDD<Integer> nothing = spark.parallelize(List.of(), cut.tasks());
    return numbered(nothing, simulate(broadcast, cut));
  }

  private JavaPairRDD<Integer, byte[]> merged(JavaPairRDD<Integer, byte[]> summaries, Cut cut) {
    JavaPairRDD<Integer, byte[]> merged = summaries;
    for (int left = cut.tasksPerPart(); left > 1; ) {
      Neighbours neighbours = new Neighbours(cut.parts(), left);
      left = neighbours.after();
      merged = numbered(merged.partitionBy(neighbours).values(), merge(broadcast, left));
    }
    return merged;
  }

  /** Comes to a summary for each partition. */
  private interface Summary<T> extends Serializable {
    byte[] of(int partition, Iterator<T> content);
  }

  private static <T> JavaPairRDD<Integer, byte[]> numbered(JavaRDD<T> rdd, Summary<T> summary) {
    return JavaPairRDD.fromJavaRDD(
        rdd.mapPartitionsWithIndex(
            (partition, content) ->
                List.of(new Tuple2<>(partition, summary.of(partition, content))).iterator(),
            false));
  }

  // Static, so that nothing but their arguments travels.

  private static Summary<Integer> simulate(Broadcast<Job> job, Cut cut) {
    return (task, nothing) -> {
      TaskContext context = TaskContext.get();
      return job.value()
          .simulate(
              cut.part(task),
              cut.firstPath(task),
              cut.paths(task),
              (done, paths) -> !context.isInterrupted());
    };
  }

  private static Summary<byte[]> merge(Broadcast<Job> job, int perPart) {
    return (number, summaries) -> job.value().merge(number / perPart, summaries);
  }
}
