package io.corridor.report.internal.json;

import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes JSON, records of ours among it. */
public final class JsonText {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(JsonFormat.factory())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .defaultPrettyPrinter(JsonFormat.objectsByLine())
          .build();

  private JsonText() {}

  /** Returns what writes to {@code out}, and leaves it open. */
  public static JsonGenerator generator(OutputStream out) {
    return MAPPER.writer().createGenerator(out);
  }
}
