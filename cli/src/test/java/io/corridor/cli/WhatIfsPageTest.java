package io.corridor.cli;

import static io.corridor.cli.CommandLines.corridor;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.cli.CommandLines.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the manual's page on what-ifs says of its example. */
class WhatIfsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "what-ifs.md");

  @TempDir private Path folder;
  private String page = "";
  private String file = "";

  @BeforeEach
  void writeTheExample() throws IOException {
    page = Files.readString(PAGE);
    Matcher yaml =
        Pattern.compile("```yaml\\n(corridor: 1\\n.*?)```", Pattern.DOTALL).matcher(page);
    assertThat(yaml.find()).isTrue();
    file = Files.writeString(folder.resolve("my.yaml"), yaml.group(1)).toString();
  }

  @Test
  void theTableHasTheAnswers() {
    JsonNode variants =
        JsonMapper.shared()
            .readTree(
                corridor("compare", file, "harsher", "harsher-from-the-start", "lifted", "--json")
                    .out())
            .get("variants");
    assertThat(variants.size()).isEqualTo(4);
    variants
        .properties()
        .forEach(
            variant -> {
              String name =
                  variant.getKey().equals("base")
                      ? "the file as it stands"
                      : "`" + variant.getKey() + "`";
              double probability =
                  variant.getValue().at("/questions/shrinks/probability").asDouble();
              assertThat(page)
                  .contains("| " + name + " | " + Math.round(100 * probability) + " % |");
            });
  }

  @Test
  void theNoteIsTheOneThatIsTold() {
    Outcome outcome = corridor("validate", file);
    String note = outcome.out().lines().skip(1).findFirst().orElseThrow();
    assertThat(outcome.out().lines()).hasSize(2);
    assertThat(page.replace("\n", " ")).contains(note.replace(file, "my.yaml"));
    assertThat(corridor("compare", file, "harsher", "--paths", "100").err().strip())
        .isEqualTo(note);
    assertThat(
            corridor("compare", file, "harsher-from-the-start", "lifted", "--paths", "100").err())
        .isEmpty();
  }
}
