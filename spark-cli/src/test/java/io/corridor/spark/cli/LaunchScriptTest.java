package io.corridor.spark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaunchScriptTest {

  @Test
  void theScriptSetsWhatSparkAsksFor() throws IOException {
    List<String> options =
        Files.readAllLines(Path.of("..", "corridor-spark")).stream()
            .dropWhile(line -> !line.contains("-XX:+IgnoreUnrecognizedVMOptions"))
            .takeWhile(line -> !line.contains("-Dcorridor.terminal"))
            .map(line -> line.strip().replaceAll(" \\\\$", ""))
            .toList();
    assertThat(options).isEqualTo(Spark.options());
  }
}
