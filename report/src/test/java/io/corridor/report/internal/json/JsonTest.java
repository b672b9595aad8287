package io.corridor.report.internal.json;

import static io.corridor.report.internal.json.Json.finite;
import static io.corridor.report.internal.json.Json.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonTest {
  private static final Map<String, Object> DOCUMENT =
      object(
          "text", "a \"b\"\\\n\t\u001b[2J \u202e 😀 é </script>",
          "numbers", new double[] {0.1, 1e300, Double.NaN},
          "none", List.of(Optional.empty(), finite(Double.NaN), finite(0.5)),
          "list", List.of(object("month", YearMonth.of(2020, 3), "yes", true), object()),
          "empty", List.of());

  @Test
  void eachPropertyHasALineDownToADepth() throws IOException {
    assertThat(written(object("a", object("b", List.of(1, 2), "c", object()), "d", 1L), 9))
        .isEqualTo("{\n  \"a\": {\n    \"b\": [1,2],\n    \"c\": { }\n  },\n  \"d\": 1\n}\n");
    assertThat(written(object("a", object("b", object("c", 1, "d", 2))), 2))
        .isEqualTo("{\n  \"a\": {\n    \"b\": { \"c\": 1, \"d\": 2\n    }\n  }\n}\n");
  }

  @Test
  void aParserReadsWhatWasWritten() throws IOException {
    JsonNode read = JsonMapper.shared().readTree(written(DOCUMENT, 1));
    assertThat(read.get("text").asString()).isEqualTo(DOCUMENT.get("text"));
    assertThat(read.get("numbers").toString()).isEqualTo("[0.1,1.0E300,\"NaN\"]");
    assertThat(read.get("none").toString()).isEqualTo("[null,null,0.5]");
    assertThat(read.get("list").toString()).isEqualTo("[{\"month\":\"2020-03\",\"yes\":true},{}]");
  }

  @Test
  void whatATerminalWouldObeyIsEscaped() throws IOException {
    assertThat(written(DOCUMENT, 1)).contains("\\u001b[2J \\u202e 😀 é </script>");
  }

  @Test
  void noParserOfHtmlTakesItForATag() {
    String page = Json.inPage(DOCUMENT);
    assertThat(page).doesNotContain("<", " :", ": ").contains("[0.1,1.0E300,null]", "\\u003c/");
    assertThat(JsonMapper.shared().readTree(page).get("text").asString())
        .isEqualTo(DOCUMENT.get("text"));
  }

  private static String written(Object document, int depth) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Json.write(document, depth, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
