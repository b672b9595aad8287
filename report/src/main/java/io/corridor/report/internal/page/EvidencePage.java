package io.corridor.report.internal.page;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The frame of a page about data. */
final class EvidencePage {
  private EvidencePage() {}

  /**
   * A list behind its title; left out if it is empty.
   *
   * @param title what is listed
   * @param items a line each
   */
  record Note(String title, List<String> items) {}

  /** Writes a page: {@code said} a line each, sections, and notes at its end. */
  static void write(
      String name,
      String title,
      String subtitle,
      List<String> said,
      List<PageSection> sections,
      List<Note> notes,
      Writer out)
      throws IOException {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("hasSaid", said.size() > 1);
    content.put("said", said);
    List<Note> shown = notes.stream().filter(note -> !note.items().isEmpty()).toList();
    content.put("hasNotes", !shown.isEmpty());
    content.put("notes", shown);
    new HtmlPage("evidence.html", name, title, subtitle, sections, content, Optional.empty())
        .write(out);
  }
}
