package io.corridor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.Lists;
import com.google.common.collect.Sets;
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

  /** What the model for pages is built from. */
  private static final Set<String> MODEL = modulesOf("web", Set.of());

  /** What the command line is built from, at first without that model. */
  private static final Set<String> MODULES = modulesOf("cli", Set.of("web"));

  private static final Path ENGINE = Path.of("web/target/classes/io/corridor/web/engine.wasm.txt");

  /** Newer on any clock. */
  private static final FileTime LATER = FileTime.from(Instant.now().plus(1, ChronoUnit.MINUTES));

  @TempDir Path temporary;
  private Path home;

  @BeforeEach
  void copyScripts() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell");
    home = temporary.resolve("a folder");
    List<String> files =
        new ArrayList<>(List.of("corridor", "cli/start.sh", "cli/build.sh", "web/model.sh"));
    for (String module : Sets.union(MODEL, MODULES)) {
      Files.createDirectories(home.resolve(module).resolve("src/main"));
      files.add(module + "/pom.xml");
    }
    for (String file : files) {
      Files.copy(CHECKOUT.resolve(file), home.resolve(file));
    }
    Files.createFile(home.resolve("pom.xml"));
    script(
        "bin/mvn",
        "echo mvn \"$@\"; mkdir -p cli/target "
            + ENGINE.getParent()
            + "; : >cli/target/corridor.jar; : >"
            + ENGINE);
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
      Files.setLastModifiedTime(source, LATER);
      assertThat(start("--version")).as(module).contains("mvn");
      Files.delete(source);
    }
  }

  @Test
  void startsWhatSomebodyBuiltByHand() throws Exception {
    Files.createDirectories(home.resolve("cli/target"));
    Path jar = Files.createFile(home.resolve("cli/target/corridor.jar"));
    Files.setLastModifiedTime(jar, LATER);
    assertThat(start("--version")).doesNotContain("mvn").endsWith("--version");
  }

  @Test
  void seesWhatChangesWhileItIsBuilt() throws Exception {
    String build = Files.readString(home.resolve("bin/mvn"));
    script("bin/mvn", "sleep 0.05; : >core/src/main/Late.java; sleep 0.05\n" + build);
    assertThat(start("--version")).contains("mvn");
    Files.writeString(home.resolve("bin/mvn"), build);
    assertThat(start("--version")).contains("mvn");
    assertThat(start("--version")).doesNotContain("mvn");
  }

  @Test
  void buildsWithoutWhatOnlyThoseNeedWhoChangeCorridor() throws Exception {
    assertThat(start("--version"))
        .contains("-Dmaven.test.skip=true", "-P!static-checks", "-Denforcer.skip", "-Dmodel.later");
  }

  @Test
  void oneCompilerDoesForWhatIsShort() throws Exception {
    start("--version");
    String one = "-XX:TieredStopAtLevel=1";
    for (String line :
        List.of(
            "validate a.yaml",
            "fit a.yaml",
            "--help",
            "run a --paths 9999 --out b",
            "run --paths=500 a")) {
      assertThat(start(line.split(" "))).as(line).contains(one).endsWith(line);
    }
    for (String line :
        List.of(
            "run a",
            "run a --paths 10000",
            "run a --paths 1e6",
            "run a --paths",
            "why a --paths 500")) {
      assertThat(start(line.split(" "))).as(line).doesNotContain(one).endsWith(line);
    }
  }

  @Test
  void saysWhereTheModelForPagesIsBuilt() throws Exception {
    start("--version");
    assertThat(start("--version")).contains("-Dcorridor.model=" + home + "/web");
  }

  @Test
  void buildsTheModelForPagesOnceAndAgainWhenItsSourcesAreNewer() throws Exception {
    assertThat(model(0)).contains("the model that pages carry", "mvn").contains("-pl web");
    assertThat(model(0)).isEmpty();
    for (String module : MODEL) {
      Path source = Files.createFile(home.resolve(module).resolve("src/main/New.java"));
      Files.setLastModifiedTime(source, LATER);
      assertThat(model(0)).as(module).contains("mvn");
      Files.delete(source);
    }
    Files.setLastModifiedTime(home.resolve(ENGINE), LATER);
    Files.createFile(home.resolve("cli/src/main/New.java"));
    assertThat(model(0)).isEmpty();

    script("bin/mvn", "exit 1");
    Files.delete(home.resolve(ENGINE));
    assertThat(model(1)).contains("the build failed", "a page can be read, but not asked");
  }

  /** Returns a module, and those that its pom names, and so on, but some. */
  private static Set<String> modulesOf(String module, Set<String> but) {
    Set<String> found = new LinkedHashSet<>(List.of(module));
    Deque<String> waiting = new ArrayDeque<>(found);
    while (!waiting.isEmpty()) {
      String pom = read(CHECKOUT.resolve(waiting.pop()).resolve("pom.xml"));
      Pattern.compile("<artifactId>corridor-(?!parent<)([a-z-]+)</artifactId>")
          .matcher(pom)
          .results()
          .map(name -> name.group(1))
          .filter(name -> !but.contains(name) && found.add(name))
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
    return sh(0, environment, Lists.asList(home + "/corridor", options));
  }

  /** Runs what a command runs before it makes its first page. */
  private String model(int status) throws Exception {
    return sh(status, Map.of(), List.of(home + "/web/model.sh"));
  }

  private String sh(int status, Map<String, String> environment, List<String> line)
      throws Exception {
    var command = new ArrayList<>(List.of("/bin/sh"));
    command.addAll(line);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", home.resolve("jdk").toString());
    builder.environment().putAll(environment);
    builder.environment().merge("PATH", home + "/bin", (old, first) -> first + ":" + old);
    Process process = builder.start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(output).isEqualTo(status);
    return output;
  }

  private void script(String name, String body) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
