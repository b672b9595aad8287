package io.corridor.web.internal.browser.ours.io.corridor.report.internal.json;

import io.corridor.report.internal.json.JsonFormat;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;

/** Stands for the class of that name, which beside binds records by reflection. */
public final class JsonText {

  /** Nothing but how it looks. */
  private static final class Looks extends ObjectWriteContext.Base {
    private final int depth;

    Looks(int depth) {
      this.depth = depth;
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }

    @Override
    public PrettyPrinter getPrettyPrinter() {
      return JsonFormat.objectsByLine(depth);
    }
  }

  private JsonText() {}

  public static JsonGenerator generator(OutputStream out, int depth) {
    return JsonFormat.factory().createGenerator(new Looks(depth), out);
  }
}
