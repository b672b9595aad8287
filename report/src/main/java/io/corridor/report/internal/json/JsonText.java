package io.corridor.report.internal.json;

import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes JSON, records of ours among it. */
public final class JsonText {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(JsonFormat.factory()).enable(SerializationFeature.INDENT_OUTPUT).build();

  private JsonText() {}

  /**
   * Returns what writes to {@code out}, and leaves it open.
   *
   * @param depth down to which each property of an object has a line; deeper ones are on one
   */
  public static JsonGenerator generator(OutputStream out, int depth) {
    return MAPPER.writer().with(JsonFormat.objectsByLine(depth)).createGenerator(out);
  }
}
