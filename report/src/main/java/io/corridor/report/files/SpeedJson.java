package io.corridor.report.files;

import static io.corridor.report.internal.json.Json.object;

import io.corridor.projection.Profile;
import io.corridor.projection.Projection.Timing;
import io.corridor.report.data.Speed;
import io.corridor.report.internal.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Writes how fast a scenario is simulated. */
public final class SpeedJson {

  private SpeedJson() {}

  /**
   * Writes the figures, and leaves {@code out} open.
   *
   * @throws IOException if {@code out} does
   */
  public static void write(Speed speed, OutputStream out) throws IOException {
    Json.write(
        object(
            "version", Version.current(),
            "java", Runtime.version(),
            "scenario", speed.scenario().name(),
            "months", speed.scenario().months(),
            "threads", speed.timings().stream().map(timing -> timing(speed, timing)).toList(),
            "parts", speed.profile().parts().stream().map(SpeedJson::part).toList(),
            "bytesPerThread", speed.profile().memory()),
        1,
        out);
  }

  private static Map<String, Object> timing(Speed speed, Timing timing) {
    return object(
        "threads", timing.threads(),
        "pathMonthsPerSecond", timing.pathMonthsPerSecond(),
        "speedUp", speed.speedUp(timing));
  }

  private static Map<String, Object> part(Profile.Part part) {
    return object(
        "section", part.section(),
        "work", part.work(),
        "steps", part.steps(),
        "nanosecondsPerPathMonth", part.nanos());
  }
}
