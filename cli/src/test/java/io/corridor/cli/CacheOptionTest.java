package io.corridor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.evidence.fit.FitCache;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class CacheOptionTest {

  @Test
  void theFolderIsWhereTheSystemHasIt() {
    assertThat(CacheOption.folder(Map.of(), "Linux", "/home/a"))
        .contains(Path.of("/home/a/.cache"));
    assertThat(CacheOption.folder(Map.of("XDG_CACHE_HOME", "/fast"), "Linux", "/home/a"))
        .contains(Path.of("/fast"));
    assertThat(CacheOption.folder(Map.of("XDG_CACHE_HOME", ""), "Linux", "/home/a"))
        .contains(Path.of("/home/a/.cache"));
    assertThat(CacheOption.folder(Map.of(), "Mac OS X", "/Users/a"))
        .contains(Path.of("/Users/a/Library/Caches"));
    assertThat(CacheOption.folder(Map.of("LOCALAPPDATA", "/local"), "Windows 11", "/a"))
        .contains(Path.of("/local"));
  }

  /** Paths that aren't absolute would be of the folder one happens to be in. */
  @Test
  void whereThereIsNoSuchFolderNothingIsKept() {
    assertThat(CacheOption.folder(Map.of("XDG_CACHE_HOME", "here"), "Linux", "/home/a"))
        .contains(Path.of("/home/a/.cache"));
    assertThat(CacheOption.folder(Map.of(), "Linux", "")).isEmpty();
    assertThat(CacheOption.folder(Map.of(), "Linux", "?")).isEmpty();
    assertThat(CacheOption.folder(Map.of(), "Linux", "/a\0b")).isEmpty();
    assertThat(CacheOption.folder(Map.of(), "Windows 11", "/a")).isEmpty();
  }

  @Command
  private static final class Program implements Runnable {
    @Override
    public void run() {}
  }

  @Test
  void theCommandsOnAClusterKeepFitsToo() {
    try {
      ScenarioStore.keepFits(FitCache.NONE);
      var before = ScenarioStore.reader();
      SimulatingCommands.execute(new Program(), settings -> settings);
      assertThat(ScenarioStore.reader()).isNotSameAs(before).isNotSameAs(ScenarioStore.fresh());
    } finally {
      ScenarioStore.keepFits(FitCache.NONE);
    }
  }
}
