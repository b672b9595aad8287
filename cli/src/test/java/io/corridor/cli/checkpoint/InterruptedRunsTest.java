package io.corridor.cli.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.corridor.cli.checkpoint.CheckpointFolder.Saving;
import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import io.corridor.projection.Projection;
import io.corridor.report.data.Source;
import io.corridor.report.files.ResultJson;
import io.corridor.report.files.WholeFiles;
import io.corridor.run.CancelledException;
import io.corridor.run.Checkpoints;
import io.corridor.run.Progress;
import io.corridor.scenarios.ShippedScenarios;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs that end at any moment are gone on with, and come to the same result.json, byte for byte but
 * for the timing; never to another.
 */
@Timeout(1200)
class InterruptedRunsTest {
  private static final long PATHS = 400_000;
  private static final int KILLS = 12;
  private static final int GOOD_END = 0;
  private static final String SAVING = "saving";

  private static final Scenario SCENARIO =
      ShippedScenarios.read("yardstick").scenario().toBuilder()
          .horizon(YearMonth.of(2019, 1), 12)
          .buildUnchecked();

  private static final RunIdentity IDENTITY = RunIdentity.of("1", SCENARIO, Sample.random(1));

  private final List<String> notes = new ArrayList<>();

  @TempDir private Path temporary;

  /** Saves after every sixteen blocks, to be hit while it saves. */
  private record Often(CheckpointFolder folder) implements Checkpoints {
    @Override
    public void restore(Consumer<Stretch> run) {
      folder.restore(run);
    }

    @Override
    public boolean isDue(Duration elapsed, Duration left) {
      return folder.isDue(elapsed, left);
    }

    @Override
    public void save(Stretch stretch) {
      folder.save(stretch);
    }

    @Override
    public Duration interval() {
      return Duration.ZERO;
    }
  }

  /** A run that goes on from what is saved, in a process of its own; tells of each save. */
  static final class Child {
    private Child() {}

    /** Runs to the end; {@code args} are the folders for checkpoints and for the result. */
    public static void main(String[] args) throws IOException {
      Consumer<String> tell = System.out::println;
      try (CheckpointFolder folder =
          CheckpointFolder.resume(Path.of(args[0]), IDENTITY, Saving.ALWAYS, tell)) {
        Checkpoints telling =
            new Checkpoints() {
              private final Checkpoints often = new Often(folder);

              @Override
              public void restore(Consumer<Stretch> run) {
                often.restore(run);
              }

              @Override
              public boolean isDue(Duration elapsed, Duration left) {
                return true;
              }

              @Override
              public void save(Stretch stretch) {
                tell.accept(SAVING);
                often.save(stretch);
              }

              @Override
              public Duration interval() {
                return often.interval();
              }
            };
        String result = result(PATHS, telling);
        Path file = Path.of(args[1]);
        WholeFiles.in(file.getParent())
            .withText(file.getFileName().toString(), out -> out.write(result))
            .write();
      }
    }
  }

  private static String result(long paths, Checkpoints checkpoints) throws IOException {
    Projection run =
        Simulator.run(
            SCENARIO, new Settings(paths, 1, 1, Progress.NONE).withCheckpoints(checkpoints));
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    ResultJson.write(run, new Source("x.yaml", "0", Optional.empty(), Map.of()), json);
    return json.toString(StandardCharsets.UTF_8).replaceAll("(?s)\"timing\": \\{[^}]*}", "");
  }

  /** Runs on what is in the folder. */
  private String resumed(long paths) throws IOException {
    try (CheckpointFolder folder =
        CheckpointFolder.resume(folder(), IDENTITY, Saving.ALWAYS, notes::add)) {
      return result(paths, new Often(folder));
    }
  }

  private Path folder() {
    return temporary.resolve("checkpoint");
  }

  @Test
  void killedAtAnyMoment() throws IOException, InterruptedException {
    Random random = new Random(20_260_905);
    Path result = temporary.resolve("result.json");
    int killed = 0;
    for (int life = 0; life < KILLS; life++) {
      killed += live(result, 1 + random.nextInt(2), random.nextInt(40_000)) ? 1 : 0;
      assertThat(result)
          .as("a result before the run is done")
          .satisfiesAnyOf(
              file -> assertThat(file).doesNotExist(), file -> assertThat(file).isNotEmptyFile());
    }
    assertThat(killed).as("lives that were ended in the middle").isGreaterThan(KILLS / 2);
    live(result, Integer.MAX_VALUE, 0);
    assertThat(Files.readString(result)).isEqualTo(result(PATHS, Checkpoints.NONE));
    assertThat(notes).as("damaged files").isEmpty();
  }

  /** Starts a child and kills it in or after its n-th save; returns whether it was in time. */
  private boolean live(Path result, int saves, int micros)
      throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                folder().toString(),
                result.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
      String line = out.readLine();
      for (int seen = 1; line != null && (seen < saves || !line.equals(SAVING)); seen++) {
        if (!line.equals(SAVING)) {
          notes.add(line);
        }
        line = out.readLine();
      }
      if (line == null) {
        assertThat(child.waitFor()).isEqualTo(GOOD_END);
        return false;
      }
      boolean ended = child.waitFor(micros, TimeUnit.MICROSECONDS);
      return !ended;
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  @Test
  void filesThatAreTornOrFlipped() throws IOException {
    String whole = result(PATHS / 2, Checkpoints.NONE);
    for (int seed = 0; seed < 4; seed++) {
      cut(10 * 16 * 1024);
      Random random = new Random(seed);
      int damaged = 0;
      for (Path file : files()) {
        byte[] bytes = Files.readAllBytes(file);
        if (random.nextInt(3) == 0) {
          Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
          damaged++;
        } else if (random.nextInt(3) == 0) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
          Files.write(file, bytes);
          damaged++;
        }
      }
      notes.clear();
      assertThat(resumed(PATHS / 2)).isEqualTo(whole);
      assertThat(notes).hasSize(damaged).allMatch(note -> note.contains(" is damaged"));
      assertThat(files()).hasSize(1);
      Files.delete(files().get(0));
    }
  }

  /** Runs anew until about {@code paths} paths are done. */
  private void cut(long paths) throws IOException {
    try (CheckpointFolder folder = CheckpointFolder.start(folder(), IDENTITY, Saving.ALWAYS)) {
      Settings settings =
          new Settings(PATHS / 2, 1, 1, (done, of) -> done < paths)
              .withCheckpoints(new Often(folder));
      assertThatThrownBy(() -> Simulator.run(SCENARIO, settings))
          .isInstanceOf(CancelledException.class);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.filter(file -> file.toString().endsWith(".checkpoint")).sorted().toList();
    }
  }

  @Test
  void morePathsThanWereAskedForAtFirst() throws IOException {
    String first = resumed(100_000);
    assertThat(first).isEqualTo(result(100_000, Checkpoints.NONE));
    assertThat(resumed(100_000)).isEqualTo(first);
    assertThat(resumed(250_000)).isEqualTo(result(250_000, Checkpoints.NONE));
  }

  @Test
  void aFullDiskIsToldAndGoneOnFrom() throws IOException, InterruptedException {
    Files.createDirectories(folder());
    int mounted =
        command("mount", "-t", "tmpfs", "-o", "size=640k", "corridor", folder().toString());
    assumeTrue(mounted == GOOD_END, "may not mount a small file system here");
    try {
      assertThatThrownBy(() -> resumed(PATHS / 2))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageStartingWith("can't save: " + folder())
          .hasMessageEndingWith(": No space left on device; what was saved before is still there");
      assertThat(files()).isNotEmpty();
      assertThat(command("mount", "-o", "remount,size=64m", folder().toString())).isZero();
      assertThat(resumed(PATHS / 2)).isEqualTo(result(PATHS / 2, Checkpoints.NONE));
      assertThat(notes).as("damaged files").isEmpty();
    } finally {
      command("umount", folder().toString());
    }
  }

  private static int command(String... words) throws InterruptedException {
    try {
      return new ProcessBuilder(words)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException noSuchCommand) {
      return -1;
    }
  }
}
