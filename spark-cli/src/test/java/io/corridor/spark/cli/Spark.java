package io.corridor.spark.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * Java processes with Spark on their class path, as a distribution of Spark has it: a folder {@code
 * jars}, here of links to what Maven has.
 */
final class Spark {
  private static final Path TARGET = Path.of("target").toAbsolutePath();

  /** The application, with all but Spark in it. */
  static final Path APPLICATION = TARGET.resolve("corridor-spark.jar");

  private final Path home;

  private Spark(Path home) {
    this.home = home;
  }

  /**
   * Returns what Spark asks of the JVM, but for a module that only its machine learning uses, and a
   * package that Java 25 doesn't have: of both the JVM would warn.
   */
  static List<String> options() {
    return Arrays.stream(JavaModuleOptions.defaultModuleOptionArray())
        .filter(option -> !option.contains("jdk.incubator.vector"))
        .filter(option -> !option.contains("sun.security.action"))
        .toList();
  }

  /** Makes the distribution, beside the application. */
  static Spark distribution() throws IOException {
    Path home = TARGET.resolve("spark");
    Path jars = Files.createDirectories(home.resolve("jars"));
    String classpath = Files.readString(TARGET.resolve("spark.classpath")).strip();
    for (String jar : classpath.split(File.pathSeparator)) {
      Path link = jars.resolve(Path.of(jar).getFileName());
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, Path.of(jar));
    }
    return new Spark(home);
  }

  /** Starts a class of Spark's. */
  Child start(String main, String... args) throws IOException {
    return start(List.of("-Dspark.master.rest.enabled=false"), "", main, args);
  }

  /** Starts the application with some of Spark's properties set, as {@code key=value}. */
  Child corridor(List<String> properties, String... args) throws IOException {
    List<String> options = new ArrayList<>();
    properties.forEach(property -> options.add("-D" + property));
    options.add("-Dspark.extraListeners=" + TaskListener.class.getName());
    String application =
        APPLICATION + File.pathSeparator + TARGET.resolve("test-classes") + File.pathSeparator;
    return start(options, application, SparkMain.class.getName(), args);
  }

  /** Starts the application's command line without Spark. */
  Child corridorAlone(String... args) throws IOException {
    return start(List.of(), APPLICATION + File.pathSeparator, "io.corridor.cli.Main", args);
  }

  private Child start(List<String> options, String application, String main, String... args)
      throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new ArrayList<>(List.of(java.toString(), "-Xmx512m"));
    command.addAll(options());
    command.addAll(options);
    command.addAll(List.of("-cp", application + home.resolve("jars") + "/*", main));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("SPARK_LOCAL_HOSTNAME", "127.0.0.1");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return new Child(builder);
  }
}
