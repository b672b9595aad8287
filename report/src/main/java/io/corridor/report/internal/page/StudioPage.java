package io.corridor.report.internal.page;

import io.corridor.model.Sample;
import io.corridor.report.data.Asked;
import io.corridor.report.data.Source;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page in which a scenario is written: its text, open to be changed, and what comes of it. */
public final class StudioPage {
  private static final String LEAD =
      "Change the text or move a number, and the scenario is simulated again, here and offline, on"
          + " the same random numbers. Download the text, or save it where it came from; nothing is"
          + " kept otherwise.";

  private StudioPage() {}

  /**
   * Writes the page.
   *
   * @param asked the scenario and its model
   * @param source where it came from
   * @param sample paths that are simulated
   * @param out takes the text
   * @throws IOException if {@code out} does
   */
  public static void write(Asked asked, Source source, Sample sample, Writer out)
      throws IOException {
    String name = asked.scenario().scenario().name();
    LivePart live = LivePart.alone("Write and ask it", LEAD, asked, source, sample, true);
    new HtmlPage("studio.html", name, name, source.file(), List.of(), Map.of(), Optional.of(live))
        .write(out);
  }
}
