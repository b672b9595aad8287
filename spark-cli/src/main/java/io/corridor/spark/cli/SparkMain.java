package io.corridor.spark.cli;

import io.corridor.cli.SimulatingCommands;
import io.corridor.simulation.ClusterException;
import io.corridor.simulation.Settings;
import io.corridor.spark.SparkEngine;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code corridor-spark}: the commands of {@code corridor} that simulate, on Spark. */
@Command(
    name = "corridor-spark",
    header = "Runs, compares, sweeps and tells why as corridor does, on Apache Spark.",
    description = {
      "",
      "The same options, files and numbers as those of corridor, to the last bit."
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  corridor-spark run iran-iraq-2019 --master local[2]",
      "  corridor-spark run my.yaml --master spark://host:7077 --paths 1e9 --out results",
      "  spark-submit --master yarn corridor-spark.jar run my.yaml --paths 1e9 --out results"
    })
public final class SparkMain implements Runnable {
  private @Nullable JavaSparkContext context;

  @Spec private CommandSpec spec;

  @Option(
      names = "--master",
      scope = ScopeType.INHERIT,
      paramLabel = "URL",
      description =
          "Spark's master: local[2], spark://host:7077. That of spark-submit, or else local with"
              + " --threads. With a master its cores count, not --threads.")
  private @Nullable String master;

  private SparkMain() {}

  /** Runs the command line {@code args} and ends the process with its status. */
  public static void main(String[] args) {
    SparkMain main = new SparkMain();
    int status = SimulatingCommands.execute(main, main::place, args);
    if (main.context != null) {
      main.context.close();
    }
    System.exit(status);
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "a command is missing: one of " + String.join(", ", spec.subcommands().keySet()));
  }

  /** Starts Spark when something is about to be simulated: command lines may be wrong. */
  private Settings place(Settings settings) {
    JavaSparkContext spark = context;
    if (spark == null) {
      spark = start(conf(settings.threads()));
      context = spark;
    }
    return settings.withCluster(SparkEngine.of(spark));
  }

  private static JavaSparkContext start(SparkConf conf) {
    try {
      return new JavaSparkContext(conf);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) { // Scala doesn't declare what it throws
      throw new ClusterException(String.valueOf(e.getMessage()), e);
    }
  }

  private SparkConf conf(int threads) {
    SparkConf conf = new SparkConf();
    if (master != null) {
      conf.setMaster(master);
    }
    conf.setIfMissing("spark.master", "local[" + threads + "]");
    conf.setIfMissing("spark.app.name", "corridor");
    // Each result is small, and let go as soon as it is read, however many there are.
    conf.setIfMissing("spark.driver.maxResultSize", "0");
    if (conf.get("spark.master").startsWith("local")) {
      conf.setIfMissing("spark.ui.enabled", "false");
      conf.setIfMissing("spark.driver.host", "127.0.0.1");
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    } else if (!conf.contains("spark.jars")) {
      // Not by spark-submit, which sends the application itself.
      conf.setJars(JavaSparkContext.jarOfClass(SparkMain.class));
    }
    return conf;
  }
}
