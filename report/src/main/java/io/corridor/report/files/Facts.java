package io.corridor.report.files;

import io.corridor.model.Sample;
import io.corridor.projection.Comparison;
import io.corridor.projection.Projection;
import io.corridor.report.data.Source;
import io.corridor.report.data.SweepResults;
import io.corridor.report.words.CommandLine;
import io.corridor.why.LeverResult;
import io.corridor.why.Levers;
import io.corridor.why.Target;
import io.corridor.why.Why;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What a page says of where its scenarios came from, which version simulated them, and how to do it
 * again.
 */
final class Facts {
  private static final String VERSION = "Version of Corridor";
  private static final String REPEAT = "To repeat it";

  private Facts() {}

  /** Returns the facts about a sweep, by name. */
  static Map<String, String> of(SweepResults sweep, Source source) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Scenario", words(source));
    facts.put(VERSION, Version.current());
    CommandLine line = new CommandLine("sweep").withScenario(source.file(), source.sha256());
    source.variant().ifPresent(variant -> line.with("--variant").with(variant));
    sweep
        .axes()
        .forEach((key, values) -> line.with("--vary").with(key + "=" + String.join(",", values)));
    facts.put(REPEAT, line.withRun(sweep.sample()).withSet(source.set()).toString());
    return facts;
  }

  /** Returns the facts about a comparison, by name. */
  static Map<String, String> of(Comparison comparison, String base, Map<String, Source> sources) {
    Map<String, String> facts = new LinkedHashMap<>();
    sources.forEach((name, source) -> facts.put(name, words(source)));
    facts.put(VERSION, Version.current());
    Source first = Objects.requireNonNull(sources.get(base));
    CommandLine line = new CommandLine("compare").withScenario(first.file(), first.sha256());
    sources.forEach((name, source) -> addContender(line, first, source));
    first.variant().ifPresent(variant -> line.with("--base").with(variant));
    Projection simulated = comparison.base();
    facts.put(REPEAT, line.withRun(simulated.sample()).withSet(first.set()).toString());
    return facts;
  }

  /** Appends a variant of the first file, or another file; the first as it stands needs no word. */
  private static void addContender(CommandLine line, Source first, Source source) {
    boolean same = source.sha256().equals(first.sha256()) && source.file().equals(first.file());
    if (same) {
      source.variant().filter(name -> !source.equals(first)).ifPresent(line::with);
    } else {
      line.withScenario(source.file(), source.sha256());
    }
  }

  /** Returns the facts about what tells why, by name. */
  static Map<String, String> of(Why why, Source source) {
    CommandLine line = new CommandLine("why").withScenario(source.file(), source.sha256());
    why.outcomes().values().forEach(found -> ask(line, found.target()));
    return of(line, why.sample().withPaths(why.paths()), source);
  }

  /** Returns the facts about levers, by name. */
  static Map<String, String> of(Levers levers, Source source) {
    CommandLine line = new CommandLine("why").withScenario(source.file(), source.sha256());
    LeverResult any = levers.outcomes().values().iterator().next();
    line.with("--levers");
    any.variants().keySet().stream().filter(name -> !name.equals(Levers.BASE)).forEach(line::with);
    levers
        .outcomes()
        .values()
        .forEach(
            result -> {
              ask(line, result.target());
              result
                  .aim()
                  .ifPresent(
                      aim ->
                          line.with("--" + aim.name().toLowerCase(Locale.ROOT))
                              .with(result.target().id()));
            });
    return of(line, levers.sample().withPaths(levers.paths()), source);
  }

  private static void ask(CommandLine line, Target target) {
    line.with(target.isQuestion() ? "--question" : "--metric").with(target.id());
  }

  private static Map<String, String> of(CommandLine line, Sample sample, Source source) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Scenario", words(source));
    facts.put(VERSION, Version.current());
    source.variant().ifPresent(variant -> line.with("--variant").with(variant));
    facts.put(REPEAT, line.withRun(sample).withSet(source.set()).toString());
    return facts;
  }

  private static String words(Source source) {
    StringBuilder text = new StringBuilder(source.file());
    source.variant().ifPresent(variant -> text.append(", variant ").append(variant));
    source.set().forEach((key, value) -> text.append(", ").append(key).append('=').append(value));
    return text.append("; SHA-256 of the file ").append(source.sha256()).toString();
  }
}
