package io.corridor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * What the manual shows works: commands run, in the order of their page and on few paths; whole
 * scenario files are valid; Java compiles without a warning and runs; links lead somewhere.
 */
class ManualTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
  private static final Pattern LINK =
      Pattern.compile("\\]\\((?!https?:|#)([^)#\\s]+)(?:#[^)]*)?\\)");

  /** Commands that simulate, and take a number of paths. */
  private static final Set<String> SIMULATES = Set.of("run", "compare", "sweep", "why");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> commandsRun() {
    return pages("sh")
        .map(page -> dynamicTest(page.getFileName().toString(), () -> commands(page)));
  }

  @TestFactory
  Stream<DynamicTest> scenariosAreValid() {
    return pages("yaml")
        .map(page -> dynamicTest(page.getFileName().toString(), () -> scenarios(page)));
  }

  @Test
  void everyCommandIsListed() {
    String page = text(DOCS.resolve("getting-started.md"));
    String list = page.substring(page.indexOf("## All commands"));
    assertThat(CommandLines.names().map(name -> name.split(" ")[0]).distinct())
        .allSatisfy(name -> assertThat(list).contains("./corridor " + name + " "));
  }

  @TestFactory
  @ResourceLock(Resources.SYSTEM_OUT)
  Stream<DynamicTest> javaCompilesAndRuns() {
    return pages("java")
        .flatMap(page -> blocks(page, "java").stream())
        .filter(code -> code.contains("void main("))
        .map(code -> dynamicTest(typeOf(code), () -> compileAndRun(code)));
  }

  @TestFactory
  Stream<DynamicTest> linksLeadSomewhere() {
    return pages()
        .map(
            page ->
                dynamicTest(
                    DOCS.relativize(page).toString(),
                    () ->
                        assertThat(LINK.matcher(text(page)).results().map(link -> link.group(1)))
                            .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists())));
  }

  private void commands(Path page) throws IOException {
    Path here = Files.createTempDirectory(folder, "page");
    for (String block : blocks(page, "sh")) {
      for (String line : block.replace("\\\n", " ").lines().toList()) {
        String command = line.replaceFirst("\\s+#.*", "").strip();
        if (command.startsWith("./corridor ") && !command.startsWith("./corridor bench ")) {
          List<String> words = new ArrayList<>(Arrays.asList(command.split("\\s+")));
          words.remove(0);
          if (SIMULATES.contains(words.get(0)) && !words.contains("--paths")) {
            words.addAll(List.of("--paths", "500"));
          }
          words.replaceAll(word -> inFolder(here, word));
          int out = words.indexOf("--out");
          if (out >= 0) {
            words.set(out + 1, here.resolve(words.get(out + 1)).toString());
          }
          var outcome = CommandLines.corridor(words.toArray(String[]::new));
          assertThat(outcome.status()).as("%s: %s%s", line, outcome.out(), outcome.err()).isZero();
        }
      }
    }
  }

  private static String inFolder(Path here, String word) {
    return word.endsWith(".yaml") || word.endsWith(".csv") ? here.resolve(word).toString() : word;
  }

  private void scenarios(Path page) throws IOException {
    for (String block : blocks(page, "yaml")) {
      if (block.contains("corridor: 1")) {
        Path file = Files.writeString(Files.createTempFile(folder, "scenario", ".yaml"), block);
        var outcome = CommandLines.corridor("validate", file.toString());
        assertThat(outcome.status()).as("%s%s", block, outcome.err()).isZero();
      }
    }
  }

  /** The build of the examples does the same, as their users would. */
  @Test
  @ResourceLock(Resources.SYSTEM_OUT)
  void theModelInOneFileHasTheEnginesBits() throws Exception {
    Path sources = Path.of("..", "examples", "yardstick", "src", "main", "java");
    Path model = sources.resolve("Yardstick.java");
    assertThat(Files.readAllLines(model)).hasSizeLessThanOrEqualTo(500);
    compileAndRun("SameBits", model, sources.resolve("SameBits.java"));
    compileAndRun("Yardstick", model);
  }

  private void compileAndRun(String code) throws Exception {
    String type = typeOf(code);
    compileAndRun(type, Files.writeString(folder.resolve(type + ".java"), code));
  }

  private void compileAndRun(String type, Path... sources) throws Exception {
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    List<String> arguments =
        new ArrayList<>(List.of("-Xlint:all,-path,-classfile", "-d", folder.toString()));
    Arrays.stream(sources).map(Path::toString).forEach(arguments::add);
    ToolProvider.getSystemJavaCompiler()
        .run(null, messages, messages, arguments.toArray(String[]::new));
    assertThat(messages.toString(StandardCharsets.UTF_8)).isEmpty();

    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
        PrintStream captured = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(captured);
      loader.loadClass(type).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(out);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isNotBlank();
  }

  private static String typeOf(String code) {
    Matcher type = Pattern.compile("public (?:final )?class (\\w+)").matcher(code);
    assertThat(type.find()).as("a whole class: %s", code).isTrue();
    return type.group(1);
  }

  private static Stream<Path> pages() {
    try (Stream<Path> files = Files.walk(DOCS)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> pages(String language) {
    return pages().filter(page -> !blocks(page, language).isEmpty());
  }

  private static List<String> blocks(Path page, String language) {
    return BLOCK
        .matcher(text(page))
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  private static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
