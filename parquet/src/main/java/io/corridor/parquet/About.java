package io.corridor.parquet;

import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import io.corridor.report.data.Source;
import io.corridor.report.files.Version;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a file says of the run that it comes from, as key-value metadata. */
final class About {

  private About() {}

  /** Returns the entries, in order. */
  static Map<String, String> of(Scenario scenario, Source source, Sample sample, long paths) {
    Map<String, String> about = new LinkedHashMap<>();
    about.put("corridor.version", Version.current());
    about.put("corridor.scenario", scenario.name());
    about.put("corridor.file", source.file());
    about.put("corridor.sha256", source.sha256());
    source.variant().ifPresent(variant -> about.put("corridor.variant", variant));
    source.set().forEach((key, value) -> about.put("corridor.set." + key, value));
    about.put("corridor.paths", Long.toString(paths));
    about.put("corridor.seed", Long.toString(sample.seed()));
    about.put("corridor.sampling", sample.sampling().word());
    return about;
  }
}
