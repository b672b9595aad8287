package io.corridor.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Puts odd values in the place of every value of a file, and compares the schema with the reader.
 */
class SchemaAgreesTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(ScenarioSchema.json(), InputFormat.JSON);

  private static final String VARIANTS = "variants";

  /** Most changes leave the fits as they are. */
  private static final ScenarioReader READER = ScenarioReader.create().rememberingFits();

  private static final List<String> ODD =
      List.of(
          "-1",
          "-5 MW",
          "0",
          "2",
          "1.5",
          "1e13",
          "0x10",
          "true",
          "null",
          "[]",
          "{}",
          "x",
          "'1'",
          "2020-02-30",
          "0999-01",
          "20 to 9",
          "{uniform: [2, 3]}",
          "{x: 1}");

  /** What no JSON Schema can say: references, what several values must agree on, what is drawn. */
  private static final Pattern BEYOND =
      Pattern.compile(
          String.join(
              "|",
              "is called",
              "is no number that the file states",
              "levers[.][a-z]+[.](from|to): must be",
              "there is no (file|key)",
              "names no column",
              "must (ascend|differ|not exceed)",
              "begins with its smaller end",
              "(lower end|earlier month) comes first",
              "(mode must lie|nothing of it lies)",
              "(this|parameter) .* (reaches|is )",
              "is written in",
              "on the scale",
              "the (mean|median|weights|probabilities|annual) .*(must|sums?)",
              "sigma must",
              "alpha and beta",
              "every regime must be named",
              "outside the horizon",
              "inside the horizon",
              "months from the start",
              "at least one (carrier|term)",
              "is required where",
              "in which month",
              "stands here twice",
              "unit .* (is unknown|doesn't fit)",
              "so nothing can be correlated",
              "two monthly shocks",
              "a correlation is between two",
              "a flow goes from",
              "costs are for flows",
              "tariffs are for pairs",
              "sells nothing to itself",
              "has no row of",
              "year: must be a whole number from 1800",
              "only a positive driver",
              "no number lies between",
              "unknown key .* known are corridor",
              "waivers.energy-waiver.expires: is missing",
              "must be above 1, not 1$"));

  @Test
  void theSchemaRefusesWhatTheReaderRefuses() throws Exception {
    Path file = Path.of(SchemaAgreesTest.class.getResource("everything.yaml").toURI());
    JsonNode root = new YAMLMapper().readTree(Files.readString(file));
    List<String> differ = new ArrayList<>();
    // Variants are read at each change: the rest of the file is tried without them.
    ObjectNode rest = (ObjectNode) root.deepCopy();
    rest.remove(VARIANTS);
    visit("", rest, rest, differ, file.getParent());
    visit("", root, Map.entry(VARIANTS, root.get(VARIANTS)), root, differ, file.getParent());
    assertThat(differ).isEmpty();
  }

  private static void visit(
      String path, JsonNode node, JsonNode root, List<String> differ, Path folder) {
    for (Map.Entry<String, JsonNode> child : children(node)) {
      visit(path, node, child, root, differ, folder);
    }
  }

  private static void visit(
      String path,
      JsonNode node,
      Map.Entry<String, JsonNode> child,
      JsonNode root,
      List<String> differ,
      Path folder) {
    String below = path + "/" + child.getKey();
    for (String odd : ODD) {
      JsonNode value = new YAMLMapper().readTree(odd);
      set(node, child.getKey(), value);
      String text = JsonMapper.shared().writeValueAsString(root);
      boolean valid = SCHEMA.validate(root).isEmpty();
      set(node, child.getKey(), child.getValue());
      String refused = "";
      try {
        READER.readText(text, "x.yaml", folder);
      } catch (ScenarioFileException e) {
        refused = e.problems().get(0).key() + ": " + e.problems().get(0).message();
      }
      if (valid != refused.isEmpty() && !(valid && BEYOND.matcher(refused).find())) {
        differ.add((valid ? "LAX    " : "STRICT ") + below + " = " + odd + "   " + refused);
      }
    }
    visit(below, child.getValue(), root, differ, folder);
  }

  private static List<Map.Entry<String, JsonNode>> children(JsonNode node) {
    List<Map.Entry<String, JsonNode>> children = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(entry -> children.add(Map.entry(entry.getKey(), entry.getValue())));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < Math.min(2, array.size()); i++) {
        children.add(Map.entry(Integer.toString(i), array.get(i)));
      }
    }
    return children;
  }

  private static void set(JsonNode node, String key, JsonNode value) {
    if (node instanceof ObjectNode object) {
      object.set(key, value);
    } else {
      ((ArrayNode) node).set(Integer.parseInt(key), value);
    }
  }
}
