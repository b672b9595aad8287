package io.corridor.report.internal.page;

import com.google.common.collect.Maps;
import io.corridor.evidence.score.Widened;
import io.corridor.model.MetricKind;
import io.corridor.model.Question;
import io.corridor.model.RunDefaults;
import io.corridor.model.Sample;
import io.corridor.report.data.LiveModel;
import io.corridor.report.data.PageModel;
import io.corridor.report.data.Site;
import io.corridor.report.data.Source;
import io.corridor.report.internal.chart.Escape;
import io.corridor.report.internal.json.Json;
import io.corridor.report.words.CommandLine;
import io.corridor.report.words.PhraseBook;
import io.corridor.report.words.Sentences;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ScenarioFileException;
import io.corridor.scenarios.ScenarioReader;
import io.corridor.scenarios.ScenarioTexts;
import io.corridor.why.Direction;
import io.corridor.why.Shares;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What makes a page answer: the model, the scenario with all its texts, and what a reader may move.
 *
 * @param title of the section
 * @param lead what it is for
 * @param own whether answers and charts stand in the section, not in the page about it
 * @param model that simulates
 * @param source what is simulated, and what may be moved, as JSON
 */
record LivePart(String title, String lead, boolean own, LiveModel model, String source) {

  /** What a page of results is asked by. */
  private static final String LEAD =
      "This page carries the model. Move a number, or change the text of the scenario, and it"
          + " simulates again, here and offline, on the same random numbers: what moves is what the"
          + " change does.";

  /** Has the script unpacked, which takes a third of the room so. */
  private static final String START = "corridorReport.start();";

  /** Returns what makes the page of a run answer. */
  static LivePart of(Run run, PageModel asked, Optional<Shares> causes, List<String> want) {
    List<Direction> together =
        run.data().together().map(found -> found.directions()).orElse(List.of());
    LoadedScenario loaded = asked.scenario();
    List<String> decides = LeverList.decisive(loaded, causes, together);
    Map<String, Object> source =
        source(loaded, run.results().source(), run.projection().sample(), decides);
    if (run.data().text().equals(loaded.texts().text()) && Escape.isKept(loaded.texts().text())) {
      source.remove("text");
    }
    source.put("want", want);
    source.put("editor", false);
    return new LivePart("Ask it", LEAD, false, asked.model(), Json.inPage(source));
  }

  /** Returns what makes a page answer that is about more than one run of a scenario. */
  static LivePart of(PageModel asked, Source named, Sample sample) {
    String scenario = asked.scenario().scenario().name();
    return alone("Ask it", "Of " + scenario + ": " + LEAD, asked, named, sample, false);
  }

  /**
   * Returns what makes a page answer whose answers stand in the section alone.
   *
   * @param title of the section
   * @param lead what it is for
   * @param asked the scenario and its model
   * @param named where the scenario came from
   * @param sample paths that are simulated
   * @param editing whether the text is open to be changed, and simulated at once
   */
  static LivePart alone(
      String title, String lead, PageModel asked, Source named, Sample sample, boolean editing) {
    LoadedScenario loaded = asked.scenario();
    List<String> decides = LeverList.decisive(loaded, Optional.empty(), List.of());
    Map<String, Object> source = source(loaded, named, sample, decides);
    source.put(
        "want",
        Stream.concat(
                loaded.scenario().questions().values().stream().limit(1).map(Question::metric),
                loaded.scenario().countries().stream().map(MetricKind.WORLD_WELFARE::id))
            .distinct()
            .toList());
    source.put("editor", editing);
    return new LivePart(title, lead, true, asked.model(), Json.inPage(source));
  }

  /**
   * Returns what makes a page answer once its text, which can't be read as it is, has been mended.
   *
   * @param title of the section
   * @param lead what it is for
   * @param model that simulates
   * @param texts all that could be read
   * @param file what the text is called
   */
  static LivePart unread(
      String title, String lead, LiveModel model, ScenarioTexts texts, String file) {
    RunDefaults run = RunDefaults.STANDARD;
    Sample sample = new Sample(run.seed(), run.sampling(), run.paths());
    Map<String, Object> source = source(file, file, texts, sample);
    source.put("set", Map.of());
    source.put("command", "corridor run " + file);
    for (String nothing : List.of("variants", "levers", "decides", "want")) {
      source.put(nothing, List.of());
    }
    source.put("editor", true);
    return new LivePart(title, lead, true, model, Json.inPage(source));
  }

  /** Reads the scenario again, as whoever asks it will. */
  static Optional<LoadedScenario> loaded(ScenarioTexts texts, Source source, ScenarioReader plain) {
    ScenarioReader reader = plain;
    if (source.variant().isPresent()) {
      reader = reader.withVariant(source.variant().get());
    }
    for (Map.Entry<String, String> value : source.set().entrySet()) {
      reader = reader.withSet(value.getKey(), value.getValue());
    }
    try {
      return Optional.of(reader.read(texts, source.file()));
    } catch (ScenarioFileException e) {
      return Optional.empty();
    }
  }

  private static Map<String, Object> source(
      String name, String file, ScenarioTexts texts, Sample sample) {
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("name", name);
    source.put("file", file);
    source.put("text", texts.text());
    source.put("files", texts.files());
    if (!texts.widen().isEmpty()) {
      source.put("widen", Maps.transformValues(texts.widen(), Widened::factor));
    }
    source.put("seed", Long.toString(sample.seed()));
    source.put("paths", Long.toString(sample.paths()));
    source.put("sampling", sample.sampling().word());
    return source;
  }

  private static Map<String, Object> source(
      LoadedScenario loaded, Source named, Sample sample, List<String> decides) {
    Map<String, Object> source =
        source(loaded.scenario().name(), named.file(), loaded.texts(), sample);
    named.variant().ifPresent(variant -> source.put("variant", variant));
    source.put("set", named.set());
    source.put(
        "command",
        new CommandLine("run")
            .withScenario(named.file(), named.sha256())
            .withRun(sample)
            .toString());
    PhraseBook phrases = new PhraseBook(loaded.scenario());
    List<Object> variants = new ArrayList<>();
    for (String name : loaded.variants()) {
      Map<String, Object> variant = new LinkedHashMap<>();
      variant.put("name", name);
      variant.put("label", Sentences.capitalised(phrases.variant(name)));
      variants.add(variant);
    }
    source.put("variants", variants);
    source.put("levers", LeverList.shown(loaded, decides));
    source.put("decides", LeverList.first(loaded, decides));
    return source;
  }

  /** What the template shows of it. */
  record Shown(
      String title,
      String lead,
      String results,
      String packed,
      String engine,
      String shared,
      String module,
      String liveScript,
      String packedScript,
      String start) {}

  /**
   * Returns what the template shows of it.
   *
   * @param site whose pages share the module; absent: the page holds it
   */
  Shown shown(Optional<Site> site) throws IOException {
    String script = HtmlPage.tight(HtmlPage.text("live.js"));
    return new Shown(
        title,
        lead,
        own ? "own" : "page",
        Base128.packed(source),
        HtmlPage.tight(model.script()),
        site.map(where -> where.up() + Site.MODEL).orElse(""),
        site.isPresent() ? "" : model.module(),
        script,
        Base128.packed(script),
        START);
  }
}
