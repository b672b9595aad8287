package io.corridor.report.files;

import io.corridor.model.Sample;
import io.corridor.projection.Comparison;
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
  private static final String SCENARIO = "Scenario";

  private Facts() {}

  /** Returns the facts about a sweep, by name. */
  static Map<String, String> of(SweepResults sweep, Source source) {
    CommandLine line = begun("sweep", source);
    withVariant(line, source);
    sweep
        .axes()
        .forEach((key, values) -> line.with("--vary").with(key + "=" + String.join(",", values)));
    return facts(Map.of(SCENARIO, source), line, sweep.sample(), source);
  }

  /** Returns the facts about a comparison, by name. */
  static Map<String, String> of(Comparison comparison, String base, Map<String, Source> sources) {
    Source first = Objects.requireNonNull(sources.get(base));
    CommandLine line = begun("compare", first);
    sources.forEach((name, source) -> addContender(line, first, source));
    first.variant().ifPresent(variant -> line.with("--base").with(variant));
    return facts(sources, line, comparison.base().sample(), first);
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
    CommandLine line = begun("why", source);
    why.outcomes().values().forEach(found -> ask(line, found.target()));
    withVariant(line, source);
    return facts(Map.of(SCENARIO, source), line, why.sample().withPaths(why.paths()), source);
  }

  /** Returns the facts about levers, by name. */
  static Map<String, String> of(Levers levers, Source source) {
    CommandLine line = begun("why", source).with("--levers");
    LeverResult any = levers.outcomes().values().iterator().next();
    any.variants().keySet().stream().filter(name -> !name.equals(Levers.BASE)).forEach(line::with);
    for (LeverResult result : levers.outcomes().values()) {
      String target = result.target().id();
      ask(line, result.target());
      result
          .aim()
          .map(LeverResult.Aim::name)
          .map(aim -> "--" + aim.toLowerCase(Locale.ROOT))
          .ifPresent(aim -> line.with(aim).with(target));
    }
    withVariant(line, source);
    return facts(Map.of(SCENARIO, source), line, levers.sample().withPaths(levers.paths()), source);
  }

  private static CommandLine begun(String command, Source source) {
    return new CommandLine(command).withScenario(source.file(), source.sha256());
  }

  private static void withVariant(CommandLine line, Source source) {
    source.variant().ifPresent(variant -> line.with("--variant").with(variant));
  }

  private static void ask(CommandLine line, Target target) {
    line.with(target.isQuestion() ? "--question" : "--metric").with(target.id());
  }

  /** Returns where the scenarios came from, the version, and the line, which gets its end here. */
  private static Map<String, String> facts(
      Map<String, Source> sources, CommandLine line, Sample sample, Source first) {
    Map<String, String> facts = new LinkedHashMap<>();
    sources.forEach((name, source) -> facts.put(name, words(source)));
    facts.put("Version of Corridor", Version.current());
    facts.put("To repeat it", line.withRun(sample).withSet(first.set()).toString());
    return facts;
  }

  private static String words(Source source) {
    return source.file() + source.changes() + "; SHA-256 of the file " + source.sha256();
  }
}
