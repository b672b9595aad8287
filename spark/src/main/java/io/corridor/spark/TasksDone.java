package io.corridor.spark;

import java.util.Arrays;
import org.apache.spark.SparkJobInfo;
import org.apache.spark.SparkStageInfo;
import org.apache.spark.api.java.JavaSparkStatusTracker;

/** How many tasks of a job have simulated their paths; merging is quick. For use by one thread. */
final class TasksDone {
  private final JavaSparkStatusTracker tracker;
  private final int job;
  private final int all;
  private int most;

  TasksDone(JavaSparkStatusTracker tracker, int job, int all) {
    this.tracker = tracker;
    this.job = job;
    this.all = all;
  }

  /** Returns the number, which never falls: not when an executor is lost with what it did. */
  int count() {
    SparkJobInfo info = tracker.getJobInfo(job);
    if (info != null && info.stageIds().length > 0) {
      // Stages are numbered from the first on.
      SparkStageInfo stage = tracker.getStageInfo(Arrays.stream(info.stageIds()).min().getAsInt());
      if (stage != null) {
        // Tried again, a stage has the tasks that are missing.
        most = Math.max(most, all - stage.numTasks() + stage.numCompletedTasks());
      }
    }
    return most;
  }
}
