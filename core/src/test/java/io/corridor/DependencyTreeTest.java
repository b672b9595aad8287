package io.corridor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What whoever embeds core gets with it is what the manual shows. */
class DependencyTreeTest {

  /** Maven writes the tree before the tests are compiled. */
  @Test
  void theManualShowsTheTree() throws IOException {
    List<String> tree = Files.readAllLines(Path.of("target", "dependency-tree.txt"));
    assertThat(tree.get(0)).startsWith("io.corridor:corridor-core:jar:");
    assertThat(shown()).containsExactlyElementsOf(tree.subList(1, tree.size()));
  }

  private static List<String> shown() throws IOException {
    return Files.readAllLines(Path.of("..", "docs", "java.md")).stream()
        .dropWhile(line -> !line.equals("io.corridor:corridor-core"))
        .skip(1)
        .takeWhile(line -> !line.equals("```"))
        .toList();
  }
}
