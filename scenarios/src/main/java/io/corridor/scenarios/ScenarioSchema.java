package io.corridor.scenarios;

import io.corridor.scenarios.internal.format.ScenarioFormat;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON Schema (draft 2020-12) of the scenario format, for editors: they complete and check a
 * file as it is typed, if its first line is {@code # yaml-language-server:
 * $schema=scenario.schema.json}.
 *
 * <p>Made of the same definitions as the reader, which says more: a schema can't compare one key
 * with another.
 */
public final class ScenarioSchema {

  private ScenarioSchema() {}

  /** Returns the schema as JSON, made of the declarations: no copy of it is kept. */
  public static String json() {
    return JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(ScenarioFormat.schema())
        + "\n";
  }
}
