package io.corridor.report.files;

import static io.corridor.report.internal.json.Json.object;

import io.corridor.evidence.score.Probabilities;
import io.corridor.evidence.score.Probabilities.Forecast;
import io.corridor.report.data.Corridor;
import io.corridor.report.internal.json.Json;
import io.corridor.report.internal.page.GalleryPage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes {@code gallery.json}: what each corridor says, and how much of it came true. */
final class GalleryJson {

  private GalleryJson() {}

  /** Writes it, and leaves {@code out} open. */
  static void write(List<Corridor> corridors, OutputStream out) throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    corridors.forEach(corridor -> all.put(corridor.name(), corridor(corridor)));
    List<Forecast> settled = Corridor.settled(corridors);
    Json.write(
        object(
            "corridor",
            ResultJson.version(),
            "corridors",
            all,
            "settled",
            settled.isEmpty()
                ? Optional.empty()
                : ScoreJson.probabilities(Probabilities.of(settled))),
        out);
  }

  private static Map<String, Object> corridor(Corridor corridor) {
    List<String> said = GalleryPage.said(corridor);
    return object(
        "scenario",
            ResultJson.scenario(
                corridor.results().projection().scenario(), corridor.results().source()),
        "finding", said.get(0),
        "rests", said.subList(1, said.size()),
        "settled",
            object(
                corridor.settled(),
                one ->
                    object(
                        "said", one.probability(),
                        "cameTrue", one.cameTrue(),
                        "brier", one.brier())));
  }
}
