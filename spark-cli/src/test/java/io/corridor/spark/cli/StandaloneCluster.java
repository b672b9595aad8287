package io.corridor.spark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A master and two workers of a core each, as processes of this machine, on loopback. */
final class StandaloneCluster implements AutoCloseable {
  private final List<Child> workers = new ArrayList<>();
  private final Child master;
  private final String url;

  StandaloneCluster(Spark spark, Path folder) throws IOException, InterruptedException {
    master =
        spark.start(
            "org.apache.spark.deploy.master.Master",
            "--host",
            "127.0.0.1",
            "--port",
            "0",
            "--webui-port",
            "0");
    try {
      url = master.await("Starting Spark master at (spark://\\S+)", 0).matcher().group(1);
      for (String name : List.of("one", "two")) {
        workers.add(
            spark.start(
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--webui-port",
                "0",
                "-c",
                "1",
                "-m",
                "1g",
                "-d",
                folder.resolve(name).toString(),
                url));
      }
      int line = master.await("Registering worker", 0).line();
      master.await("Registering worker", line + 1);
    } catch (Throwable failure) {
      close();
      throw failure;
    }
  }

  /** Returns the master's URL. */
  String url() {
    return url;
  }

  /** Returns the process of an executor. */
  ProcessHandle executor(String id) {
    return workers.stream()
        .flatMap(worker -> worker.handle().descendants())
        .filter(
            process ->
                process.info().commandLine().orElse("").contains("--executor-id " + id + " "))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    workers.forEach(Child::close);
    master.close();
  }
}
