package io.corridor.spark;

import io.corridor.simulation.Job;
import java.io.Serializable;

/**
 * How a job is cut into tasks: its parts one after the other, each into ranges of as many paths.
 *
 * @param firstPath of all
 * @param paths of all
 * @param pathsPerTask a multiple of {@link Job#BLOCK}; the last task of a part may have fewer
 * @param parts of the job
 * @param tasksPerPart how many ranges
 */
record Cut(long firstPath, long paths, long pathsPerTask, int parts, int tasksPerPart)
    implements Serializable {
  /** The driver keeps some kilobytes of each task while a job runs. */
  private static final int MOST_TASKS = 20_000;

  /**
   * Cuts a job.
   *
   * @param parts of the job
   * @param secondsPerPath of a part, about
   * @param firstPath of the range
   * @param paths of the range
   * @param taskSeconds how long a task is to last, about
   * @param cores that should all have something to do
   */
  static Cut of(
      int parts, double secondsPerPath, long firstPath, long paths, double taskSeconds, int cores) {
    long blocks = ceil(paths, Job.BLOCK);
    long lasting = (long) Math.ceil(blocks * (secondsPerPath * Job.BLOCK / taskSeconds));
    long busy = Math.min(blocks, ceil(cores, parts));
    long most = Math.max(1, MOST_TASKS / parts);
    long blocksPerTask = ceil(blocks, Math.min(most, Math.max(lasting, busy)));
    return new Cut(
        firstPath, paths, blocksPerTask * Job.BLOCK, parts, (int) ceil(blocks, blocksPerTask));
  }

  private static long ceil(long dividend, long divisor) {
    return (dividend + divisor - 1) / divisor;
  }

  int tasks() {
    return parts * tasksPerPart;
  }

  int part(int task) {
    return task / tasksPerPart;
  }

  long firstPath(int task) {
    return firstPath + task % tasksPerPart * pathsPerTask;
  }

  long paths(int task) {
    return Math.min(pathsPerTask, firstPath + paths - firstPath(task));
  }
}
