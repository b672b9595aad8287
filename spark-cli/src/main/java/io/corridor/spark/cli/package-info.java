/** The command line on Apache Spark: {@link io.corridor.spark.cli.SparkMain} starts it. */
package io.corridor.spark.cli;
