package io.corridor.report.internal.page;

import io.corridor.model.Sample;
import io.corridor.report.data.LiveModel;
import io.corridor.report.data.PageModel;
import io.corridor.report.data.Site;
import io.corridor.report.data.Source;
import io.corridor.scenarios.ScenarioTexts;
import io.corridor.simulation.Settings;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/** The page in which a scenario is written: its text, open to be changed, and what comes of it. */
public final class StudioPage {
  private static final String LEAD =
      "Change the text or move a number, and the scenario is simulated again, here and offline, on"
          + " the same random numbers. Download the text, or save it where it came from; nothing is"
          + " kept otherwise.";

  private static final String TITLE = "Write and ask it";

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
  public static void write(PageModel asked, Source source, Sample sample, Writer out)
      throws IOException {
    page(asked, source, sample).write(out);
  }

  /**
   * Writes the page of a site.
   *
   * @param asked the scenario and its model
   * @param site whose pages share the model
   * @param out takes the text
   * @throws IOException if {@code out} does
   */
  public static void write(PageModel asked, Site site, Writer out) throws IOException {
    Source source = Source.of(asked.scenario().file(), asked.scenario());
    Sample sample = Settings.of(asked.scenario().scenario()).sample();
    page(asked, source, sample).within(Optional.of(site)).write(out);
  }

  /**
   * Writes the page of a text that has mistakes: the editor marks them, to be mended there.
   *
   * @param model that simulates, once it can
   * @param texts all that could be read
   * @param file what the text is called
   * @param out takes the text
   * @throws IOException if {@code out} does
   */
  public static void write(LiveModel model, ScenarioTexts texts, String file, Writer out)
      throws IOException {
    page(file, "not a scenario yet", LivePart.unread(TITLE, LEAD, model, texts, file)).write(out);
  }

  private static HtmlPage page(PageModel asked, Source source, Sample sample) {
    String name = asked.scenario().scenario().name();
    return page(name, source.file(), LivePart.alone(TITLE, LEAD, asked, source, sample, true));
  }

  private static HtmlPage page(String title, String subtitle, LivePart live) {
    return new HtmlPage(title, title, subtitle, "", List.of(), Optional.of(live));
  }
}
