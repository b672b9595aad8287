package io.corridor.report.internal.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;

/** How JSON looks in result files. */
public final class JsonFormat {

  private JsonFormat() {}

  /** Returns what makes generators that write numbers to the last digit, and safe texts. */
  public static JsonFactory factory() {
    return JsonFactory.builder()
        .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
        .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
        .characterEscapes(new SafeEscapes())
        .build();
  }

  /** A line for each property of objects, down to a depth; what is deeper, and arrays, on one. */
  public static DefaultPrettyPrinter objectsByLine(int depth) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance().withObjectNameValueSpacing(Spacing.AFTER))
        .withObjectIndenter(
            new DefaultPrettyPrinter.FixedSpaceIndenter() {
              @Override
              public void writeIndentation(JsonGenerator json, int level) {
                if (level <= depth) {
                  lines.writeIndentation(json, level);
                } else {
                  super.writeIndentation(json, level);
                }
              }

              @Override
              public boolean isInline() {
                return false; // so that levels are counted
              }
            })
        .withArrayIndenter(DefaultPrettyPrinter.NopIndenter.instance());
  }
}
