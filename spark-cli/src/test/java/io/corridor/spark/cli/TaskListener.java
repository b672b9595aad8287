package io.corridor.spark.cli;

import org.apache.spark.ExecutorLostFailure;
import org.apache.spark.Success$;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/** Says, in the driver of a test, which tasks start and end. */
public final class TaskListener extends SparkListener {

  @Override
  public void onTaskStart(SparkListenerTaskStart start) {
    System.err.println("task started on " + start.taskInfo().executorId());
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    String how =
        end.reason() instanceof Success$
            ? "done"
            : end.reason() instanceof ExecutorLostFailure ? "lost" : "failed";
    System.err.println("task " + how + " on " + end.taskInfo().executorId());
  }
}
