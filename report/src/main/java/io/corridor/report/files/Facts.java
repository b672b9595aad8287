package io.corridor.report.files;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a page says of where its scenarios came from, and which version simulated them. */
final class Facts {
  private static final String VERSION = "Version of Corridor";

  private Facts() {}

  /** Returns the facts about one scenario, by name. */
  static Map<String, String> of(Source source) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Scenario", words(source));
    facts.put(VERSION, Version.current());
    return facts;
  }

  /** Returns the facts about several scenarios, by name. */
  static Map<String, String> of(Map<String, Source> sources) {
    Map<String, String> facts = new LinkedHashMap<>();
    sources.forEach((name, source) -> facts.put(name, words(source)));
    facts.put(VERSION, Version.current());
    return facts;
  }

  private static String words(Source source) {
    StringBuilder text = new StringBuilder(source.file());
    source.variant().ifPresent(variant -> text.append(", variant ").append(variant));
    source.set().forEach((key, value) -> text.append(", ").append(key).append('=').append(value));
    return text.append("; SHA-256 of the file ").append(source.sha256()).toString();
  }
}
