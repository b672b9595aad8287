package io.corridor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a release hands on is what the poms build, under one version. */
class ReleaseTest {
  private static final Path CHECKOUT = Path.of("..");

  @Test
  void jBangStartsWhatIsPublished() throws IOException {
    JsonNode alias =
        JsonMapper.shared().readTree(read("jbang-catalog.json")).at("/aliases/corridor");
    assertThat(alias.path("script-ref").asString())
        .isEqualTo(
            String.join(
                ":",
                first("cli/pom.xml", "<groupId>(.+)</groupId>"),
                first("cli/pom.xml", "<artifactId>(corridor-cli)</artifactId>"),
                released()));
    assertThat(alias.path("main").asString())
        .isEqualTo(first("cli/pom.xml", "<mainClass>(.+)</mainClass>"))
        .isEqualTo(Main.class.getName());
    assertThat(alias.path("java").asString())
        .isEqualTo(first("pom.xml", "<maven.compiler.release>(.+)</") + "+");
  }

  @Test
  void allModulesHaveOneVersion() throws IOException {
    String version = first("pom.xml", "<version>(.+)</version>");
    assertThat(version.endsWith("-SNAPSHOT") || version.equals(released())).as(version).isTrue();
    List<String> modules = poms("");
    assertThat(modules).hasSizeGreaterThan(10);
    for (String pom : modules) {
      assertThat(first(pom, "<version>(.+)</version>")).as(pom).isEqualTo(version);
    }
    for (String pom : poms("examples/")) {
      assertThat(first(pom, "<corridor.version>(.+)</")).as(pom).isEqualTo(version);
    }
  }

  /** One that is forgotten would hand on the release before. */
  @Test
  void theLastReleaseIsNamedEverywhere() throws IOException {
    var places =
        Map.of(
            "jreleaser.yml", "(?m)^  version: (.+)$",
            "CITATION.cff", "(?m)^version: (.+)$",
            "README.md", "<version>(.+)</version>",
            "docs/java.md", "<version>(.+)</version>");
    for (var place : places.entrySet()) {
      assertThat(first(place.getKey(), place.getValue())).as(place.getKey()).isEqualTo(released());
    }
  }

  /** Returns the version of the change log's first heading with a date. */
  private static String released() throws IOException {
    return first("CHANGELOG.md", "(?m)^## \\[(.+)\\] - \\d");
  }

  private static List<String> poms(String folder) throws IOException {
    List<String> found = new ArrayList<>();
    try (DirectoryStream<Path> modules = Files.newDirectoryStream(CHECKOUT.resolve(folder))) {
      for (Path module : modules) {
        if (Files.exists(module.resolve("pom.xml"))) {
          found.add(folder + module.getFileName() + "/pom.xml");
        }
      }
    }
    return found;
  }

  private static String first(String file, String pattern) throws IOException {
    Matcher found = Pattern.compile(pattern).matcher(read(file));
    assertThat(found.find()).as("%s in %s", pattern, file).isTrue();
    return found.group(1);
  }

  private static String read(String file) throws IOException {
    return Files.readString(CHECKOUT.resolve(file));
  }
}
