package io.corridor.cli.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.hash.Hashing;
import io.corridor.cli.checkpoint.CheckpointFolder.Saving;
import io.corridor.run.Checkpoints.Stretch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderTest {
  private static final RunIdentity IDENTITY =
      new RunIdentity("1", 7, "random", "ab", "name: x\na:\n  b: 1\n");

  private final List<String> notes = new ArrayList<>();

  @TempDir private Path temporary;

  private Path folder() {
    return temporary.resolve("checkpoint");
  }

  private void save(Stretch... stretches) throws IOException {
    try (CheckpointFolder folder =
        CheckpointFolder.resume(folder(), IDENTITY, Saving.ALWAYS, notes::add)) {
      folder.restore(stretch -> {});
      for (Stretch stretch : stretches) {
        folder.save(stretch);
      }
    }
  }

  private List<Stretch> restore(RunIdentity identity) throws IOException {
    List<Stretch> restored = new ArrayList<>();
    try (CheckpointFolder folder =
        CheckpointFolder.resume(folder(), identity, Saving.ALWAYS, notes::add)) {
      folder.restore(restored::add);
    }
    return restored;
  }

  private static Stretch stretch(long first, long paths) {
    byte[] summary = new byte[1000];
    new Random(first).nextBytes(summary);
    return new Stretch(first, paths, summary);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Path file(long first, long end) {
    return folder().resolve(String.format(Locale.ROOT, "paths-%015d-%015d.checkpoint", first, end));
  }

  private static void assertSame(List<Stretch> actual, Stretch... expected) {
    assertThat(actual).usingRecursiveFieldByFieldElementComparator().containsExactly(expected);
  }

  @Test
  void whatIsSavedIsRestored() throws IOException {
    save(stretch(0, 1024), stretch(1024, 2048));
    assertSame(restore(IDENTITY), stretch(0, 1024), stretch(1024, 2048));
    assertThat(notes).isEmpty();
  }

  @Test
  void aLongerStretchTakesThePlaceOfThoseItCovers() throws IOException {
    save(stretch(0, 1024), stretch(1024, 1024), stretch(2048, 1024), stretch(0, 2048));
    assertThat(names())
        .containsExactly(
            "lock",
            file(0, 2048).getFileName().toString(),
            file(2048, 3072).getFileName().toString());
    assertSame(restore(IDENTITY), stretch(0, 2048), stretch(2048, 1024));
  }

  @Test
  void whatWasNotYetRemovedIsNotRestoredTwice() throws IOException {
    save(stretch(0, 1024), stretch(1024, 1024));
    byte[] covered = Files.readAllBytes(file(1024, 2048));
    save(stretch(0, 2048));
    Files.write(file(1024, 2048), covered);
    assertSame(restore(IDENTITY), stretch(0, 2048));
  }

  @Test
  void ofADamagedFileWhatItCoversIsStillOfUse() throws IOException {
    save(stretch(0, 1024));
    byte[] covered = Files.readAllBytes(file(0, 1024));
    save(stretch(0, 2048));
    Files.write(file(0, 1024), covered);
    Files.write(file(0, 2048), new byte[0]);
    assertSame(restore(IDENTITY), stretch(0, 1024));
    assertThat(notes).hasSize(1);
  }

  /** Every length that a torn write may leave, and a flip of any bit of two hundred bytes. */
  @Test
  void anyDamageIsNoticedAndNamed() throws IOException {
    save(stretch(0, 1024), stretch(1024, 1024));
    Path file = file(0, 1024);
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(5);
    List<byte[]> damaged = new ArrayList<>();
    for (int length = 0; length < whole.length; length += 1 + random.nextInt(40)) {
      damaged.add(Arrays.copyOf(whole, length));
    }
    for (int i = 0; i < 200; i++) {
      byte[] flipped = whole.clone();
      flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      damaged.add(flipped);
    }
    damaged.add(Arrays.copyOf(whole, whole.length + 1));
    damaged.add(new byte[whole.length]);
    for (byte[] bytes : damaged) {
      notes.clear();
      Files.write(file, bytes);
      assertSame(restore(IDENTITY), stretch(1024, 1024));
      assertThat(notes)
          .containsExactly(file + " is damaged, and left out: its paths are simulated again");
    }
  }

  @Test
  void aFileOfAnotherFormatIsRefusedInWords() throws IOException {
    save(stretch(0, 1024));
    Path file = file(0, 1024);
    byte[] bytes = Files.readAllBytes(file);
    int hash = bytes.length - 32;
    bytes["corridor checkpoint ".length()] = '1';
    byte[] right = Hashing.sha256().hashBytes(bytes, 0, hash).asBytes();
    System.arraycopy(right, 0, bytes, hash, right.length);
    Files.write(file, bytes);
    assertThatThrownBy(() -> restore(IDENTITY))
        .isInstanceOf(CheckpointException.class)
        .hasMessage(
            "can't go on from "
                + file
                + ": another version of Corridor saved it, in format 1; this one reads 2 alone");
  }

  @Test
  void anotherRunIsRefusedAndItSaysWhatDiffers() throws IOException {
    save(stretch(0, 1024));
    assertRefused(
        new RunIdentity("2", 7, "random", "ab", IDENTITY.scenario()),
        "its version of Corridor is 1, this one's 2");
    assertRefused(
        new RunIdentity("1", 8, "random", "ab", IDENTITY.scenario()),
        "its seed is 7, this one's 8");
    assertRefused(
        new RunIdentity("1", 7, "sobol", "ab", IDENTITY.scenario()),
        "its sampling is random, this one's sobol");
    assertRefused(
        new RunIdentity("1", 7, "random", "cd", "name: x\na:\n  b: 2\n"),
        "its scenario has 'b: 1' under a, this one's has 'b: 2' under a");
    assertRefused(
        new RunIdentity("1", 7, "random", "cd", IDENTITY.scenario()),
        "its scenario has other histories");
    assertRefused(
        new RunIdentity("1", 7, "random", "ef", "name: x\n"),
        "its scenario has 'a:', this one's ends");
  }

  private void assertRefused(RunIdentity identity, String difference) {
    assertThatThrownBy(() -> restore(identity))
        .isInstanceOf(CheckpointException.class)
        .hasMessage(folder() + " was saved by another run: " + difference);
  }

  @Test
  void aFileUnderAnotherNameIsRefused() throws IOException {
    save(stretch(0, 1024));
    Files.move(file(0, 1024), file(1024, 2048));
    assertThatThrownBy(() -> restore(IDENTITY))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("was renamed: it holds paths from 0 on");
  }

  @Test
  void aRunFromTheBeginningRemovesWhatIsThere() throws IOException {
    save(stretch(0, 1024));
    String left = "." + file(0, 2048).getFileName() + "." + "0123456789abcdef".repeat(2) + ".part";
    Files.write(folder().resolve(left), new byte[10]);
    Files.write(folder().resolve("notes.txt"), new byte[10]);
    try (CheckpointFolder folder = CheckpointFolder.start(folder(), IDENTITY, Saving.LONG_RUNS)) {
      folder.restore(stretch -> assertThat(stretch).isNull());
    }
    assertThat(names()).containsExactly("lock", "notes.txt");
  }

  @Test
  void onlyOneRunAtATimeUsesTheFolder() throws IOException {
    save(stretch(0, 1024));
    try (CheckpointFolder one =
        CheckpointFolder.resume(folder(), IDENTITY, Saving.ALWAYS, notes::add)) {
      one.restore(stretch -> {});
      assertThatThrownBy(() -> restore(IDENTITY))
          .isInstanceOf(CheckpointException.class)
          .hasMessage("another run saves to " + folder() + " now");
    }
    assertThat(restore(IDENTITY)).hasSize(1);
  }

  @Test
  void longRunsAreSavedUnlessAskedOtherwise() {
    assertThat(isDue(Saving.LONG_RUNS, 3, 61)).isTrue();
    assertThat(isDue(Saving.LONG_RUNS, 3, 60)).isFalse();
    assertThat(isDue(Saving.LONG_RUNS, 1, 600)).isFalse();
    assertThat(isDue(Saving.ALWAYS, 0, 0)).isTrue();
    assertThat(isDue(Saving.NEVER, 3, 600)).isFalse();
    assertThat(folder()).doesNotExist();
  }

  private boolean isDue(Saving saving, int elapsed, int left) {
    return CheckpointFolder.start(folder(), IDENTITY, saving)
        .isDue(Duration.ofSeconds(elapsed), Duration.ofSeconds(left));
  }
}
