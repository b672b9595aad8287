package io.corridor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code corridor} of a checkout, with a Maven and a Java that only say they were
 * called.
 */
class LauncherTest {
  private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
  private static final Set<String> MODULES = modulesOf("cli");

  @TempDir Path temporary;
  private Path home;

  @BeforeEach
  void copyScripts() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell");
    home = temporary.resolve("a folder");
    for (String module : MODULES) {
      Files.createDirectories(home.resolve(module).resolve("src/main"));
      Files.createFile(home.resolve(module).resolve("pom.xml"));
    }
    Files.createFile(home.resolve("pom.xml"));
    for (String script : List.of("corridor", "cli/start.sh", "cli/build.sh")) {
      Files.copy(CHECKOUT.resolve(script), home.resolve(script));
    }
    script("bin/mvn", "echo mvn; mkdir -p cli/target; : >cli/target/corridor.jar");
    script("jdk/bin/java", "echo java \"$@\"");
    script("jdk/bin/javac", "");
    Files.writeString(home.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
  }

  @Test
  void buildsOnceAndAgainWhenSourcesAreNewer() throws Exception {
    assertThat(start("run", "one file.yaml")).contains("mvn").endsWith("run one file.yaml");
    assertThat(start("--version")).doesNotContain("mvn").endsWith("--version");

    for (String module : MODULES) {
      Path source = Files.createFile(home.resolve(module).resolve("src/main/New.java"));
      Files.setLastModifiedTime(
          source, FileTime.from(Instant.now().plus(1, ChronoUnit.MINUTES))); // newer on any clock
      assertThat(start("--version")).as(module).contains("mvn");
      Files.delete(source);
    }
  }

  /** Each module that the poms name, and those that these name. */
  @Test
  void watchesAllModulesThatItIsBuiltFrom() throws IOException {
    String script = Files.readString(CHECKOUT.resolve("cli/build.sh"));
    List<String> lists =
        Pattern.compile("modules=['\"]([^'\"]*)['\"]")
            .matcher(script)
            .results()
            .map(m -> m.group(1))
            .toList();
    assertThat(lists.get(0).split(" ")).containsExactlyInAnyOrderElementsOf(MODULES);
    assertThat(lists.get(1).replace("$modules", lists.get(0)).split(" "))
        .containsExactlyInAnyOrderElementsOf(modulesOf("spark-cli"));
  }

  private static Set<String> modulesOf(String module) {
    Set<String> found = new LinkedHashSet<>(List.of(module));
    Deque<String> waiting = new ArrayDeque<>(found);
    while (!waiting.isEmpty()) {
      String pom = read(CHECKOUT.resolve(waiting.pop()).resolve("pom.xml"));
      Pattern.compile("<artifactId>corridor-(?!parent<)([a-z-]+)</artifactId>")
          .matcher(pom)
          .results()
          .map(name -> name.group(1))
          .filter(found::add)
          .forEach(waiting::add);
    }
    return found;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void startsWithoutPathOnceBuilt() throws Exception {
    start("--version");
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", "PATH=; . ./corridor", "./corridor", "--version")
            .directory(home.toFile())
            .redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", home.resolve("jdk").toString());
    Process process = builder.start();
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("-jar")
        .contains(".jar");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void namesOfFilesAreUtf8WhereNoLocaleIsChosen() throws Exception {
    script("jdk/bin/java", "echo \"LC_ALL is $LC_ALL\"");
    assertThat(start(Map.of("LC_ALL", "C"))).endsWith("LC_ALL is C.UTF-8");
    assertThat(start(Map.of("LC_ALL", "", "LC_CTYPE", "", "LANG", "POSIX")))
        .endsWith("LC_ALL is C.UTF-8");
    assertThat(start(Map.of("LC_ALL", "de_DE.ISO-8859-1"))).endsWith("LC_ALL is de_DE.ISO-8859-1");
  }

  private String start(String... options) throws Exception {
    return start(Map.of(), options);
  }

  private String start(Map<String, String> environment, String... options) throws Exception {
    var command = new ArrayList<>(List.of("/bin/sh", home + "/corridor"));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", home.resolve("jdk").toString());
    builder.environment().putAll(environment);
    builder.environment().merge("PATH", home + "/bin", (old, first) -> first + ":" + old);
    Process process = builder.start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private void script(String name, String body) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
