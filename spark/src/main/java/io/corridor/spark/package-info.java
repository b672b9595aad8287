/**
 * Runs, comparisons and sweeps on Apache Spark: {@link io.corridor.spark.SparkEngine} is what
 * {@link io.corridor.simulation.Settings#withCluster} takes.
 */
package io.corridor.spark;
