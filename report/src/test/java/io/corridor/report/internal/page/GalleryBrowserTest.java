package io.corridor.report.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.evidence.forecast.Scoring.Actuals;
import io.corridor.projection.Projection;
import io.corridor.report.Reports;
import io.corridor.report.data.Corridor;
import io.corridor.report.data.LiveModel;
import io.corridor.report.data.PageModel;
import io.corridor.report.data.ReportData;
import io.corridor.report.data.Site;
import io.corridor.report.data.Source;
import io.corridor.report.files.Found;
import io.corridor.report.files.OutFolder;
import io.corridor.report.files.OutFolder.Kind;
import io.corridor.report.files.StoredRun;
import io.corridor.run.Progress;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ShippedScenarios;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A site of corridors, in a browser, opened from a folder. The model is another module's. */
class GalleryBrowserTest extends InBrowser {
  private static final List<String> NAMES = List.of("us-china-tariffs-2018", "yardstick");

  /** Names of folders that an address doesn't hold as they are. */
  private static final String ODD = " 50% of #1";

  private static final Actuals HAPPENED =
      new Actuals(
          "happened.csv",
          Map.of(),
          Map.of(
              "trade-below-600bn", Map.of(Optional.empty(), true),
              "trade-grows", Map.of(Optional.empty(), false)),
          List.of());

  private static Path site;

  @BeforeEach
  void write() throws Exception {
    if (site != null) {
      return;
    }
    site = folder.resolve("the site");
    LiveModel model = new LiveModel("window.corridor = {missing: 'none here'};", "the module");
    List<Corridor> corridors = new ArrayList<>();
    for (String name : NAMES) {
      LoadedScenario loaded = ShippedScenarios.read(name);
      Projection projection = Reports.run(loaded.scenario(), 500);
      ReportData data =
          ReportData.of(projection, loaded.text(), Progress.NONE).with(loaded.texts());
      Path below = site.resolve(name + ODD);
      OutFolder.open(below, Kind.RUN, false)
          .write(
              Found.run(
                      projection,
                      Source.of(name + ".yaml", loaded),
                      Map.of(),
                      progress -> data,
                      progress -> Optional.of(new PageModel(model, loaded)))
                  .within(new Site("", true, "manual/").below()));
      corridors.add(
          new Corridor(
              name + ODD,
              StoredRun.in(below).results(),
              Optional.of(HAPPENED).filter(h -> corridors.isEmpty())));
    }
    PageModel studio = new PageModel(model, ShippedScenarios.read("yardstick"));
    OutFolder.open(site, Kind.GALLERY, false)
        .write(Found.gallery(corridors, "manual/", Optional.of(studio)));
  }

  private static String words(String selector) throws Exception {
    return browser
        .evaluate("document.querySelector('" + selector + "').textContent")
        .asString()
        .replace('\u00a0', ' ');
  }

  @Test
  void theFirstPage() throws Exception {
    Path page = site.resolve("index.html");
    assertThat(Files.size(page))
        .as("kilobytes of twelve would be fewer than 150")
        .isLessThan(45_000);
    assertLooksWell(page, "gallery");
    open(page);
    assertHasTextAlternatives();
    assertThat(words(".subtitle")).startsWith("2 corridors, ").contains("2 of ", "Brier score ");
    assertThat(browser.evaluate("document.querySelectorAll('.cards > section').length").asInt())
        .isEqualTo(2);
    assertThat(words(".cards > section > p")).startsWith("Trade falls to 600 billion dollars");
  }

  @Test
  void theQuestions() throws Exception {
    Path page = site.resolve("questions.html");
    assertLooksWell(page, "gallery-questions");
    open(page);
    assertHasTextAlternatives();
    assertThat(words("[data-question$=trade-below-600bn] .rest"))
        .containsPattern("said \\d+ %, and it came true: Brier score ");
    assertThat(words("[data-question$=trade-grows] .rest")).contains("and it didn’t come true");
    assertThat(words("[data-question$=china-third] .said")).doesNotContain("Brier");
    assertThat(words("#calibration + .note")).contains("as many come true as was said");
  }

  /** Links lead to files that are there, and none but the manual's out of the site. */
  @Test
  void linksLeadToPages() throws Exception {
    for (String page : List.of("index.html", "questions.html", "studio.html")) {
      open(site.resolve(page));
      for (JsonNode link :
          browser.evaluate(
              "[...document.querySelectorAll('a[href], iframe')].map(a => a.href || new"
                  + " URL(a.dataset.src, location).href)")) {
        String path = URI.create(link.asString()).getPath();
        assertThat(path.endsWith("/manual/") || Files.exists(Path.of(path))).as(path).isTrue();
      }
    }
  }

  /** The policy lets the one script of the folder pass, and pages hold no module themselves. */
  @Test
  void pagesShareTheModel() throws Exception {
    assertThat(site.resolve("model.js")).content().contains("the module");
    for (String page : List.of("studio.html", NAMES.get(0) + ODD + "/report.html")) {
      assertThat(Files.readString(site.resolve(page))).doesNotContain("the module");
      open(site.resolve(page));
      assertThat(
              browser.evaluate("document.getElementById('corridor-module').textContent").asString())
          .isEqualTo("the module");
      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.requests())
          .allMatch(url -> url.startsWith("file:") || url.startsWith("data:"));
    }
    assertThat(words("nav.site a:last-child")).isEqualTo("Manual");
    assertThat(browser.evaluate("document.querySelector('nav.site a:last-child').href").asString())
        .endsWith("/the%20site/manual/");
  }

  /** Levers are in the card once somebody wants them. */
  @Test
  void aCardHoldsItsLevers() throws Exception {
    open(site.resolve("index.html"));
    assertThat(browser.requests()).noneMatch(url -> url.contains("report.html"));
    assertThat(
            browser
                .evaluate(
                    "new Promise(done => { const frame = document.querySelector('.frame');"
                        + " frame.querySelector('iframe').onload = () => done(true); frame.open ="
                        + " true; frame.scrollIntoView(); setTimeout(() => done(false), 60000); })")
                .asBoolean())
        .isTrue();
    assertThat(browser.complaints()).isEmpty();
  }
}
