package io.corridor.spark;

import org.apache.spark.Partitioner;

/**
 * Brings what is to be merged together: the summaries of neighbouring ranges, of one part of a job.
 * Neighbours merge to a summary of little more than their size, others don't.
 */
final class Neighbours extends Partitioner {
  private static final long serialVersionUID = 1L;

  /** So many make one: few levels, and few summaries to read before a task can end. */
  private static final int FAN = 32;

  private final int parts;
  private final int before;

  /**
   * Makes the partitioner of summaries numbered from 0, those of a part together.
   *
   * @param parts of the job
   * @param before how many summaries each has
   */
  Neighbours(int parts, int before) {
    this.parts = parts;
    this.before = before;
  }

  /** Returns how many summaries are left of each part. */
  int after() {
    return (before + FAN - 1) / FAN;
  }

  @Override
  public int numPartitions() {
    return parts * after();
  }

  @Override
  public int getPartition(Object key) {
    int number = (Integer) key;
    return number / before * after() + number % before / FAN;
  }
}
