/** The command line on Apache Spark: {@link io.corridor.spark.cli.Main} starts it. */
package io.corridor.spark.cli;
