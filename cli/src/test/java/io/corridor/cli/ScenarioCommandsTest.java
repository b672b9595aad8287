package io.corridor.cli;

import static io.corridor.cli.CommandLines.corridor;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.cli.CommandLines.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScenarioCommandsTest {

  @TempDir private Path folder;

  @Test
  void initWritesAValidScenarioThatRuns() {
    String file = folder.resolve("my.yaml").toString();
    assertThat(corridor("init", file).out()).contains("corridor run " + file);
    Outcome valid = corridor("validate", file);
    assertThat(valid.err()).isEmpty();
    assertThat(valid.out()).contains(file + ": valid");
    Outcome run = corridor("run", file, "--paths", "500");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains(" on ", " of paths");
  }

  @Test
  void initNeverWritesOverAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), "mine");
    Outcome refused = corridor("init", file.toString());
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("exists already");
    assertThat(file).hasContent("mine");
  }

  @Test
  void shippedScenariosAreListedShownAndCopied() {
    assertThat(corridor("scenarios").out())
        .contains(
            "iran-iraq-2019", "germany-russia-gas-2021", "us-china-tariffs-2018", "yardstick");
    String shown = corridor("scenarios", "show", "yardstick").out();
    assertThat(shown).contains("corridor: 1");
    Path copy = folder.resolve("copy.yaml");
    assertThat(corridor("scenarios", "copy", "yardstick", copy.toString()).status()).isZero();
    assertThat(copy).hasContent(shown);
    assertThat(corridor("scenarios", "copy", "yardstick", copy.toString()).status()).isEqualTo(2);
    assertThat(corridor("validate", copy.toString()).status()).isZero();
  }

  @Test
  void anUnknownShippedNameComesWithTheNearest() {
    Outcome outcome = corridor("scenarios", "show", "iran-irak-2019");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("iran-irak-2019", "iran-iraq-2019");
  }

  @Test
  void everyShippedScenarioIsValidWithItsVariants() {
    Outcome outcome =
        corridor(
            "validate",
            "iran-iraq-2019",
            "germany-russia-gas-2021",
            "us-china-tariffs-2018",
            "yardstick");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
  }

  @Test
  void everyProblemOfEveryFileIsTold() throws IOException {
    Path wrong = folder.resolve("wrong.yaml");
    String template = corridor("scenarios", "show", "yardstick").out();
    Files.writeString(
        wrong, template.replace("months: 120", "mnths: 120").replace("renew:", "renw:"));
    Outcome outcome = corridor("validate", "yardstick", wrong.toString(), "no-such.yaml");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).contains("yardstick: valid");
    assertThat(outcome.err())
        .contains("wrong.yaml:", "mnths", "months", "renw", "renew", "no-such.yaml");
  }

  @Test
  void theSchemaIsJson() {
    Outcome schema = corridor("schema");
    assertThat(schema.status()).isZero();
    JsonNode json = JsonMapper.shared().readTree(schema.out());
    assertThat(json.has("$schema")).isTrue();
  }
}
