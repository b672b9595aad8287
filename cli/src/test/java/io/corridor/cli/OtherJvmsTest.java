package io.corridor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.corridor.scenarios.ShippedScenarios;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Results are the same, bit for bit, on another JDK, with other instructions, and interpreted.
 * Other JDKs are those beside the running one, and what the system property {@code
 * corridor.other-jdk} or the environment variable {@code JAVA_HOME_25} names.
 */
@Timeout(1200)
class OtherJvmsTest {
  /** Enough for hot methods to be compiled, and for two blocks at least. */
  private static final Load HEAVY = new Load(2_100, 8, ShippedScenarios.names());

  /** What an interpreter does in a few seconds. */
  private static final Load LIGHT = new Load(40, 3, List.of("yardstick"));

  private static final Path RUNNING = Path.of(System.getProperty("java.home"));

  @TempDir private Path folder;

  /** Fewer vector registers and instructions, where the processor has more. */
  @ParameterizedTest
  @ValueSource(strings = {"-XX:UseAVX=2", "-XX:UseAVX=0", "-XX:-UseFMA"})
  void flagsOfTheCompilerChangeNothing(String flag) throws IOException, InterruptedException {
    assertThat(fingerprints(RUNNING, HEAVY, flag)).isEqualTo(Expected.HEAVY);
  }

  @Test
  void interpretedResultsAreTheSame() throws IOException, InterruptedException {
    assertThat(fingerprints(RUNNING, LIGHT, "-Xint")).isEqualTo(Expected.LIGHT);
  }

  @Test
  void anotherJdkGivesTheSameResults() throws IOException, InterruptedException {
    List<Path> others = otherJdks();
    assumeFalse(
        others.isEmpty(),
        "skipped: no second JDK beside " + RUNNING + " nor in JAVA_HOME_25, -Dcorridor.other-jdk");
    for (Path other : others) {
      assertThat(fingerprints(other, HEAVY, "-server"))
          .as(other.toString())
          .isEqualTo(Expected.HEAVY);
      assertThat(fingerprints(other, LIGHT, "-Xint"))
          .as(other + ", interpreted")
          .isEqualTo(Expected.LIGHT);
    }
  }

  /** What is run: a number of paths, on a number of random scenarios and on shipped ones. */
  private record Load(int paths, int random, List<String> shipped) {
    List<String> fingerprints() {
      return Fingerprints.of(paths, random, shipped);
    }
  }

  /** What this JVM comes to, computed when it is first asked for. */
  private static final class Expected {
    static final List<String> HEAVY = OtherJvmsTest.HEAVY.fingerprints();
    static final List<String> LIGHT = OtherJvmsTest.LIGHT.fingerprints();
  }

  private List<String> fingerprints(Path jdk, Load load, String flag)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    List<String> command =
        new ArrayList<>(
            List.of(
                jdk.resolve("bin").resolve("java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                flag,
                "-cp",
                System.getProperty("java.class.path"),
                Fingerprints.class.getName(),
                Integer.toString(load.paths()),
                Integer.toString(load.random())));
    command.addAll(load.shipped());
    Process child =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertThat(child.waitFor(10, TimeUnit.MINUTES)).as("%s %s ends", jdk, flag).isTrue();
      assertThat(child.exitValue()).as("%s %s: %s", jdk, flag, Files.readString(err)).isZero();
    } finally {
      child.destroyForcibly();
    }
    return Files.readAllLines(out, StandardCharsets.UTF_8);
  }

  /** Returns one JDK, 17 or later, for each version that isn't the running one. */
  private static List<Path> otherJdks() throws IOException {
    List<Path> others = new ArrayList<>();
    List<Integer> versions = new ArrayList<>(List.of(Runtime.version().feature()));
    for (Path candidate : candidates()) {
      Optional<Integer> version = version(candidate);
      if (version.isPresent() && version.get() >= 17 && !versions.contains(version.get())) {
        versions.add(version.get());
        others.add(candidate);
      }
    }
    return others;
  }

  private static List<Path> candidates() throws IOException {
    List<Path> candidates = new ArrayList<>();
    Stream.of(System.getProperty("corridor.other-jdk"), System.getenv("JAVA_HOME_25"))
        .filter(home -> home != null)
        .map(Path::of)
        .forEach(candidates::add);
    Path beside = RUNNING.toRealPath().getParent();
    if (beside != null && Files.isReadable(beside)) {
      try (Stream<Path> homes = Files.list(beside)) {
        homes.sorted().forEach(candidates::add);
      }
    }
    return candidates;
  }

  /** Reads the version out of the file that every JDK has, as in {@code JAVA_VERSION="25.0.3"}. */
  private static Optional<Integer> version(Path jdk) throws IOException {
    Path release = jdk.resolve("release");
    if (!Files.isReadable(release) || !Files.isExecutable(jdk.resolve("bin").resolve("java"))) {
      return Optional.empty();
    }
    return Files.readAllLines(release).stream()
        .filter(line -> line.startsWith("JAVA_VERSION="))
        .map(line -> Runtime.Version.parse(line.substring(13).replace("\"", "")).feature())
        .findFirst();
  }
}
