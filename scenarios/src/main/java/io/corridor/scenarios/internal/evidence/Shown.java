package io.corridor.scenarios.internal.evidence;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;

import io.corridor.evidence.series.DataSeries;
import io.corridor.model.Metric;
import io.corridor.model.Metrics;
import io.corridor.model.Nearest;
import io.corridor.model.Scenario;
import io.corridor.scenarios.internal.format.SeriesSource;
import io.corridor.scenarios.internal.format.SeriesUnit;
import io.corridor.scenarios.internal.format.Sited;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Of which metrics the series of `data` are: what charts show before the start. */
public final class Shown {
  private static final String KEY = "shows";
  private static final String PART = "part";

  private Shown() {}

  /**
   * Returns the series whose key `shows` names a metric, by metric and in its unit.
   *
   * @param scenario whose metrics are meant
   * @param isWhole whether it is the file as it stands, so that a metric that isn't there is a
   *     mistake; a variant may lack what the file has, and shows nothing of it
   */
  public static Map<String, DataSeries> of(Scenario scenario, Fitting fitting, boolean isWhole) {
    Map<String, Metric> known = Metrics.of(scenario);
    Map<String, DataSeries> shown = new LinkedHashMap<>();
    for (SeriesReader.Placed placed : fitting.placed()) {
      Sited<SeriesSource> part = placed.part();
      if (part.says().part().isPresent() && part.says().shows().isEmpty()) {
        part.wrong(PART, "says of what `shows` names that this is a part of it; that is missing");
      }
      part.says()
          .shows()
          .ifPresent(
              id -> {
                Metric metric = known.get(id);
                if (metric != null) {
                  Optional<DataSeries> series = SeriesUnit.of(metric).of(placed.values());
                  series.ifPresent(data -> shown.put(id, data));
                  if (series.isEmpty()) {
                    part.wrong(KEY, otherUnits(metric, placed.values()));
                  }
                } else if (isWhole) {
                  String hint = Nearest.hint(id, known.keySet());
                  part.wrong(KEY, "there is no metric " + quote(id) + hint);
                }
              });
    }
    return shown;
  }

  /** Says that the units of a metric and a series have nothing to do with each other. */
  static String otherUnits(Metric metric, DataSeries data) {
    return metric.id()
        + " is in "
        + (metric.unit().isEmpty() ? "no unit" : metric.unit())
        + ", "
        + data.id()
        + " in "
        + (data.unit().isEmpty() ? "no unit" : data.unit())
        + "; they can't be compared";
  }
}
