package io.corridor.report.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.model.Scenario;
import io.corridor.projection.Comparison;
import io.corridor.projection.Projection;
import io.corridor.report.Reports;
import io.corridor.report.data.LiveModel;
import io.corridor.report.data.PageModel;
import io.corridor.report.data.ReportData;
import io.corridor.report.data.Source;
import io.corridor.report.files.Found;
import io.corridor.report.files.OutFolder;
import io.corridor.report.files.OutFolder.Kind;
import io.corridor.report.files.StudioFile;
import io.corridor.report.internal.json.Json;
import io.corridor.run.Progress;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ScenarioReader;
import io.corridor.scenarios.ScenarioSchema;
import io.corridor.scenarios.ScenarioTexts;
import io.corridor.scenarios.ShippedScenarios;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.Deflater;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reader's side of a page that can be asked, in a browser. The model itself is another
 * module's: here a script stands for it, which shows views that were drawn before.
 */
class LiveBrowserTest extends InBrowser {
  private static final String NAME = "iran-iraq-2019";
  private static final String KEY = "flows.goods.growth";
  private static final long FEW = 256;
  private static final int DAMAGES = Boolean.getBoolean("corridor.campaign") ? 100 : 3;
  private static final long PATHS = 1000;
  private static final String SLIDER = "document.querySelector('[data-key=\"" + KEY + "\"] input')";

  private static Path report;

  private static LiveModel model;

  /** Returns what stands for the model, made once. */
  private static LiveModel model() throws IOException {
    if (model == null) {
      LoadedScenario base = ShippedScenarios.read(NAME);
      LoadedScenario changed = ScenarioReader.create().withSet(KEY, "0.1").readShipped(NAME);
      List<String> none = List.of();
      model = model(view(base, changed, FEW, none) + "," + view(base, changed, PATHS, none));
    }
    return model;
  }

  private static LiveModel model(String views) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(LiveBrowserTest.class.getResourceAsStream("stand-in.js"))) {
      String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Map<String, Object> texts =
          Map.of(
              "editor",
              HtmlPage.text("editor.min.js"),
              "schema",
              JsonMapper.shared().readValue(ScenarioSchema.json(), Map.class));
      return new LiveModel(
          script.replace("TEXTS", Json.inPage(texts)).replace("VIEWS", "[" + views + "]"), "#");
    }
  }

  private static String view(
      LoadedScenario base, LoadedScenario changed, long paths, List<String> figures) {
    Map<String, Scenario> variants = Map.of("changed", changed.scenario());
    Settings settings = Settings.of(base.scenario()).withPaths(paths);
    Comparison comparison = Simulator.compare(base.scenario(), variants, settings);
    return LiveView.json(comparison, "changed", source(changed), Map.of(), figures);
  }

  private static Source source(LoadedScenario loaded) {
    return new Source(NAME + ".yaml", loaded.sha256(), Optional.empty(), loaded.set());
  }

  /** Writes the page once, and opens it when the model is there. */
  @BeforeEach
  void openPage() throws Exception {
    if (report == null) {
      report = page(ShippedScenarios.read(NAME), model());
    }
    openReady(report);
  }

  private static Path page(LoadedScenario loaded, LiveModel model) throws IOException {
    Projection projection = Reports.run(loaded.scenario(), PATHS);
    ReportData data = ReportData.of(projection, loaded.text(), Progress.NONE).with(loaded.texts());
    Path results = folder.resolve("live-" + loaded.file());
    OutFolder.open(results, Kind.RUN, false)
        .write(
            Found.run(
                projection,
                source(loaded),
                Map.of(),
                progress -> data,
                progress -> Optional.of(new PageModel(model, loaded))));
    return results.resolve("report.html");
  }

  private static void openReady(Path page) throws Exception {
    open(page);
    await("document.getElementById('ask').dataset.state === 'ready'");
  }

  /** Waits until something is so. */
  private static void await(String expression) throws Exception {
    browser.evaluate(
        "new Promise(done => { const look = () => "
            + expression
            + " ? done(true) : setTimeout(look, 10); look(); })");
  }

  private static String text(String expression) throws Exception {
    return browser.evaluate(expression).asString().replace('\u00a0', ' ');
  }

  private static String words(String selector) throws Exception {
    return text("document.querySelector('" + selector + "').textContent");
  }

  private static void next() throws Exception {
    browser.evaluate("corridor.next()");
  }

  /** Returns all that the page says and shows outside of the section. */
  private static String shown() throws Exception {
    return text(
        "document.title + [...document.querySelectorAll('h1, .answers, .plot, .note,"
            + " .numbers .scroll')].filter(e => !e.closest('#ask')).map(e =>"
            + " e.innerHTML).join('')");
  }

  private static void move() throws Exception {
    int asked = browser.evaluate("corridor.asked.length").asInt();
    browser.evaluate(SLIDER + ".focus()");
    browser.press("ArrowRight");
    await("corridor.asked.length === " + (asked + 1));
  }

  @Test
  void aLeverIsMovedByKeyAndAnswersMoveAndComeBack() throws Exception {
    unfold();
    String before = shown();
    move();
    String set = text("corridor.asked.at(-1).set['" + KEY + "+']");
    assertThat(Double.parseDouble(set)).isBetween(0.0001, 0.005);
    assertThat(text("JSON.stringify(corridor.asked.at(-1).want)")).isEqualTo("[\"total.12m\"]");
    next();
    assertThat(words("#ask-status")).startsWith("256 paths of 1 000");
    assertThat(words("h1")).isEqualTo(text("corridor.state.view.title"));
    assertThat(words(".was"))
        .startsWith("Not the report any more. In the report: Trade reaches 20 billion");
    assertThat(words(".answers li .ghost")).matches("\\d+ % in the report, \\+\\d+ ± \\d+ points");
    assertThat(words("#fan-total-12m")).contains("in the report");
    assertThat(browser.evaluate("document.querySelectorAll('figure.stale').length").asInt())
        .isPositive();
    next();
    assertThat(words("#ask-status")).isEqualTo("1 000 paths");
    assertThat(words(".kept li")).contains("Goods, growth", " shifted by +");
    assertThat(words(".kept pre"))
        .isEqualTo("corridor run iran-iraq-2019 --paths 1000 --seed 1 --set " + KEY + "+=" + set);
    assertThat(browser.evaluate("document.activeElement === " + SLIDER).asBoolean()).isTrue();

    browser.evaluate("document.querySelector('.kept > p button').click()");
    assertThat(shown()).isEqualTo(before);
    assertThat(text("location.hash")).isEmpty();
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).allMatch(url -> url.matches("(file|data|about):.*"));
  }

  @Test
  void allIsShownOfThePathsOnWhichAnAnswerIsTrueOrFalse() throws Exception {
    String before = shown();
    String row = ".answers [data-question=\"lapse\"]";
    browser.evaluate("document.querySelectorAll('" + row + " .given button')[1].click()");
    await("corridor.asked.length === 1");
    assertThat(text("JSON.stringify(corridor.asked[0].given)")).isEqualTo("[[\"lapse\",false]]");
    next();
    next();
    assertThat(words("#ask-status")).isEqualTo("1 000 paths on which that is so, of 1 000");
    assertThat(words(".was")).startsWith("Not the report any more.");
    assertThat(words(".kept li")).contains(": false only the paths on which it is so");
    assertThat(text("location.hash")).isEqualTo("#?given=lapse%3Dfalse");
    assertThat(words(row + " [aria-pressed=true]")).isEqualTo("if false");
    // Two combine, and the same button takes its own back.
    browser.evaluate("document.querySelectorAll('.answers li .given button')[0].click()");
    await("corridor.asked.length === 2");
    assertThat(browser.evaluate("corridor.asked[1].given.length").asInt()).isEqualTo(2);
    browser.evaluate("document.querySelector('" + row + " [aria-pressed=true]').click()");
    await("corridor.state.given.length === 1 && corridor.asked.length === 3");
    browser.evaluate("document.querySelector('.was button').click()");
    assertThat(shown()).isEqualTo(before);
    browser.evaluate("history.back()");
    await("corridor.state.given.length === 1");
    browser.evaluate("corridor.reset()");
    assertThat(browser.complaints()).isEmpty();
  }

  /** Looks the lever up among those that don't decide the answer. */
  private static void unfold() throws Exception {
    unfold(KEY);
  }

  private static void unfold(String key) throws Exception {
    browser.evaluate(
        "(() => { document.querySelector('details.levers-all').open = true;"
            + " const search = document.getElementById('lever-search');"
            + " search.value = '"
            + key
            + "'; search.dispatchEvent(new Event('input')); })()");
    await("document.querySelector('[data-lever=\"" + key + "\"]') !== null");
  }

  @Test
  void anUncertainNumberIsShiftedWithItsSpreadOrFixed() throws Exception {
    String key = "drivers.income.drift";
    String lever = "[data-key=\"" + key + "\"]";
    String how = "document.querySelector('" + lever + " select')";
    unfold(key);
    assertThat(words(lever + " .note"))
        .contains("Uncertain: ", "; −4.48 to 9.48 % before the data of income")
        .contains("Judged, then measured");
    assertThat(text(how + ".selectedOptions[0].textContent"))
        .isEqualTo("shift, keeping the spread");
    double middle =
        browser
            .evaluate(
                "Number(document.querySelector('"
                    + lever
                    + " .number input')"
                    + ".placeholder.slice(2))")
            .asDouble();

    browser.evaluate(
        "(() => { const field = document.querySelector('"
            + lever
            + " .number input');"
            + " field.value = "
            + (middle + 1)
            + "; field.dispatchEvent(new Event('change')); })()");
    await("corridor.asked.length > 0");
    double by = browser.evaluate("Number(corridor.asked.at(-1).set['" + key + "+'])").asDouble();
    assertThat(by).isEqualTo(0.01, within(1e-4));
    assertThat(text("String(corridor.asked.at(-1).set['" + key + "'])")).isEqualTo("undefined");
    assertThat(words(lever + " .note")).contains("Shifted by +1 %, the spread kept: ");
    assertThat(words(".kept li")).contains("shifted by +1 %, its spread kept");
    assertThat(words(".kept pre")).contains(" --set " + key + "+=0.0");
    assertThat(text("location.hash")).contains("set=" + key + "%2B%3D0.0");

    browser.evaluate(how + ".value = 'fix'; " + how + ".dispatchEvent(new Event('change'))");
    await("corridor.asked.at(-1).set['" + key + "'] !== undefined");
    assertThat(browser.evaluate("Number(corridor.asked.at(-1).set['" + key + "'])").asDouble())
        .isEqualTo(middle / 100 + 0.01, within(1e-4));
    assertThat(text("String(corridor.asked.at(-1).set['" + key + "+'])")).isEqualTo("undefined");
    assertThat(words(lever + " .note")).contains("Fixed at 5");
    assertThat(words(".kept li")).containsPattern("fixed at 5[.]\\d+ %");

    browser.evaluate(how + ".value = 'shift'; " + how + ".dispatchEvent(new Event('change'))");
    await("corridor.asked.at(-1).set['" + key + "'] === undefined");
    assertThat(browser.evaluate("Number(corridor.asked.at(-1).set['" + key + "+'])").asDouble())
        .isEqualTo(0.01, within(1e-4));
    browser.evaluate("document.querySelector('.kept li button').click()");
    assertThat(text("JSON.stringify(corridor.state.set)")).isEqualTo("{}");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void whatStaysPositiveIsScaled() throws Exception {
    String positive =
        "(await corridorReport.source()).levers.find(one => one.spread && one.spread.scales &&"
            + " !one.kind).id";
    String key = browser.evaluate("(async () => " + positive + ")()").asString();
    unfold(key);
    String slider = "document.querySelector('[data-lever=\"" + key + "\"]')";
    browser.evaluate(slider + ".value = 150; " + slider + ".dispatchEvent(new Event('input'))");
    await("corridor.asked.length > 0");
    assertThat(browser.evaluate("Number(corridor.asked.at(-1).set['" + key + "*'])").asDouble())
        .isGreaterThan(1);
    assertThat(words(".kept li")).contains("shifted by a factor of ");
    assertThat(words(".kept pre")).contains(key + "*=");
  }

  @Test
  void theFirstScreenHasTheFindingTheChartAndTheLeversBesideIt() throws Exception {
    String levers = "[...document.querySelectorAll('#first .lever')]";
    int named = ShippedScenarios.read(NAME).scenario().levers().size();
    browser.show(1280, 800, false);
    assertThat(browser.evaluate(levers + ".length").asInt()).isEqualTo(named);
    assertThat(bottom("h1")).isLessThan(top("#fan-total-12m"));
    assertThat(bottom("#fan-total-12m")).isLessThan(800);
    assertThat(bottom("#first .lever:last-child")).isLessThan(800);
    assertThat(top("#first .lever")).isLessThan(bottom("#fan-total-12m"));
    assertThat(edge("#first", "left")).isGreaterThan(edge("#fan-total-12m", "right"));
    assertFiftyDots();
    browser.show(390, 844, false);
    assertFiftyDots();
    assertThat(bottom("h1")).isLessThan(top("#fan-total-12m"));
    assertThat(bottom("#fan-total-12m")).isLessThan(top("#first"));
    assertThat(bottom("#first")).isLessThan(top("#ask"));
    assertNothingSpills();
  }

  /** All of the picture of the deadline is in the chart, and its words are clear of it. */
  private static void assertFiftyDots() throws Exception {
    String dots =
        "[...document.querySelectorAll('#fan-total-12m circle')].filter(e => e.getAttribute('r')"
            + " === e.ownerSVGElement.querySelector('.dot').getAttribute('r')).map(e =>"
            + " e.getBoundingClientRect()).filter(box => box.width > 0)";
    assertThat(browser.evaluate(dots + ".length").asInt()).isEqualTo(50);
    assertThat(
            browser
                .evaluate(
                    "[...document.querySelectorAll('#fan-total-12m text')].filter(e =>"
                        + " /higher|lower/.test(e.textContent)).map(e =>"
                        + " e.getBoundingClientRect()).every(text => "
                        + dots
                        + ".every(dot => dot.right < text.left || text.right < dot.left ||"
                        + " dot.bottom < text.top || text.bottom < dot.top))")
                .asBoolean())
        .isTrue();
  }

  private static double top(String selector) throws Exception {
    return edge(selector, "top");
  }

  private static double bottom(String selector) throws Exception {
    return edge(selector, "bottom");
  }

  private static double edge(String selector, String side) throws Exception {
    return browser
        .evaluate("document.querySelector('" + selector + "').getBoundingClientRect()." + side)
        .asDouble();
  }

  /** The slider stays under the mouse: each step of the way is a step of the number. */
  @Test
  void aSliderIsDraggedFromEndToEndWithoutAJump() throws Exception {
    browser.show(1280, 800, false);
    String slider = "#first input[type=range]";
    String value = "Number(document.querySelector('" + slider + "').value)";
    double left = edge(slider, "left");
    double width = edge(slider, "width");
    double y = (top(slider) + bottom(slider)) / 2;
    assertThat(width).isGreaterThanOrEqualTo(200);
    browser.mouse("mousePressed", left + 9, y);
    double last = browser.evaluate(value).asDouble();
    assertThat(last).isLessThan(5);
    int steps = 40;
    for (int step = 1; step <= steps; step++) {
      browser.mouse("mouseMoved", left + 9 + (width - 18) * step / steps, y);
      double now = browser.evaluate(value).asDouble();
      assertThat(now - last).as("step %d", step).isBetween(0.0, 400.0 / steps);
      assertThat(edge(slider, "width")).isEqualTo(width);
      assertThat(edge(slider, "left")).isEqualTo(left);
      last = now;
    }
    browser.mouse("mouseReleased", left + width - 9, y);
    assertThat(last).isGreaterThan(195);
  }

  @Test
  void whatIsChangedIsSaidEverywhereAndTheBrowserGoesBack() throws Exception {
    String tab = text("document.title");
    String subtitle = words(".subtitle");
    unfold();
    move();
    next();
    assertThat(text("document.title")).contains(" (changed) – ");
    assertThat(words(".subtitle"))
        .startsWith("Changed in this page: Goods, growth a year; 256 simulated paths");
    assertThat(text("document.querySelector('#fan-total-12m svg').textContent"))
        .contains("in the report");
    assertThat(
            browser
                .evaluate("document.querySelector('#fan-total-12m .line.s-past') === null")
                .asBoolean())
        .isTrue();
    String one = text("location.hash");
    browser.evaluate("document.querySelectorAll('.variants button')[1].click()");
    await("location.hash.includes('variant=')");
    next();
    browser.evaluate("history.back()");
    await("location.hash === '" + one + "' && corridor.state.variant === ''");
    assertThat(words(".kept li")).contains("Goods, growth");
    browser.evaluate("history.back()");
    await("document.querySelector('.kept').hidden");
    assertThat(text("location.hash")).isEmpty();
    assertThat(text("document.title")).isEqualTo(tab);
    assertThat(words(".subtitle")).isEqualTo(subtitle);
    browser.evaluate("history.forward()");
    await("location.hash === '" + one + "' && !document.querySelector('.kept').hidden");
  }

  @Test
  void staleChartsAreToBeRead() throws Exception {
    browser.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
    unfold();
    move();
    next();
    assertThat(browser.evaluate("document.querySelectorAll('figure.stale').length").asInt())
        .isPositive();
    assertThat(weakTexts()).isEmpty();
  }

  @Test
  void aChartIsReadByKeysFromTheDeadlineOn() throws Exception {
    String plot = "document.getElementById('fan-total-12m')";
    assertThat(text(plot + ".getAttribute('role')")).isEqualTo("slider");
    assertThat(text(plot + ".getAttribute('aria-valuetext')")).startsWith("Dec 2024; ");
    browser.evaluate(plot + ".focus()");
    browser.press("ArrowRight");
    assertThat(words("#fan-total-12m .told")).startsWith("Dec 2024");
    browser.press("ArrowRight");
    assertThat(text(plot + ".getAttribute('aria-valuetext')")).startsWith("Jan 2025; median: ");
    browser.press("Home");
    assertThat(words("#fan-total-12m .told")).startsWith("Mar 2019");
    browser.press("End");
    assertThat(words("#fan-total-12m .told")).startsWith("Dec 2025");
  }

  /** Within another page there are the sentence, one chart, and the levers. */
  @Test
  void anEmbeddedPageIsShort() throws Exception {
    browser.show(700, 700, false);
    browser.open(report, "#embed");
    await("document.querySelectorAll('#first .lever').length > 0");
    String gone = "[...document.querySelectorAll('#ask, nav, footer')].every(e => !e.offsetHeight)";
    assertThat(browser.evaluate(gone).asBoolean()).isTrue();
    assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
        .isLessThanOrEqualTo(700);
    assertThat(browser.evaluate("document.querySelectorAll('.plot svg').length").asInt())
        .isPositive();
  }

  @Test
  void aNewerChangeEndsWhatStillRuns() throws Exception {
    unfold();
    move();
    next();
    move();
    assertThat(browser.evaluate("corridor.aborted").asInt()).isEqualTo(1);
    next();
    next();
    assertThat(browser.evaluate("corridor.aborted").asInt()).isEqualTo(1);
    assertThat(browser.evaluate("corridor.state.busy").asBoolean()).isFalse();
  }

  @Test
  void saysThatAMinuteIsOver() throws Exception {
    unfold();
    move();
    next();
    assertThat(words("#ask-status")).endsWith("errors are wider until there are more");
    browser.evaluate("corridor.end()");
    await("!corridor.state.busy");
    assertThat(words("#ask-status")).startsWith("256 paths of 1 000, as many as a minute allows");
    browser.evaluate("document.querySelector('#ask-status button').click()");
    await("corridor.asked.at(-1).seconds === Infinity");
    next();
    next();
    assertThat(words("#ask-status")).isEqualTo("1 000 paths");
  }

  /**
   * A terminal that opens on almost no path has no chart until a change opens it, and none again
   * when that is taken back; where nothing comes true any more, the first chart tells what does.
   */
  @Test
  void aChartOfNothingComesOnceItIsSomething() throws Exception {
    String file = "germany-russia-gas-2021";
    String terminal = "energy.carriers.gas.imports.sources.brunsbuettel-lng.opens.";
    LoadedScenario base = ShippedScenarios.read(file);
    LoadedScenario changed =
        ScenarioReader.create()
            .withSet(terminal + "delay", "0")
            .withSet(terminal + "cancel", "0")
            .withSet("regime.monthly.steady.cut-off", "0")
            .withSet("regime.monthly.squeeze.cut-off", "0")
            .readShipped(file);
    String id = "fan-energy-gas-source-brunsbuettel-lng";
    String views = view(base, changed, FEW, List.of(id)) + "," + view(base, base, FEW, List.of(id));
    openReady(page(base, model(views)));
    String figure = "document.getElementById('" + id + "').closest('figure')";
    String first = "document.querySelector('.top figure')";
    String title = text(first + ".querySelector('h3').textContent");
    assertThat(browser.evaluate(figure + ".hidden").asBoolean()).isTrue();
    browser.evaluate(figure + ".closest('details').open = true");
    browser.evaluate("corridor.set('unused', '1')");
    await("corridor.asked.length === 1");
    assertThat(texts(browser.evaluate("corridor.asked[0].figures"))).contains(id);
    next();
    assertThat(browser.evaluate(figure + ".hidden").asBoolean()).isFalse();
    assertThat(text(figure + ".className")).doesNotContain("stale");
    assertThat(text(first + ".querySelector('h3').textContent")).contains("under each policy");
    assertThat(text(first + ".className")).doesNotContain("stale");
    next();
    assertThat(browser.evaluate(figure + ".hidden").asBoolean()).isTrue();
    assertThat(text(first + ".querySelector('h3').textContent")).isEqualTo(title);
    browser.evaluate("corridor.reset()");
    assertThat(browser.evaluate(figure + ".hidden").asBoolean()).isTrue();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aPrintedPageTellsWhatWasChanged() throws Exception {
    String seen =
        "[...document.querySelectorAll('#ask, .kept, .levers')].map(e => e.offsetHeight > 0)";
    browser.show("print");
    assertThat(text("JSON.stringify(" + seen + ")")).isEqualTo("[false,false,false,false]");
    browser.evaluate("corridor.set('" + KEY + "', '0.07')");
    assertThat(text("JSON.stringify(" + seen + ")")).isEqualTo("[false,true,false,true]");
    browser.show("screen");
  }

  @Test
  void whatIsWrongWithAChangeIsSaid() throws Exception {
    browser.evaluate("corridor.set('" + KEY + "', '-2')");
    await("!document.querySelector('.problems').hidden");
    assertThat(words(".problems")).isEqualTo(KEY + ": must be above -1");
    browser.evaluate("corridor.reset()");
    assertThat(browser.evaluate("document.querySelector('.problems').hidden").asBoolean()).isTrue();
  }

  @Test
  void theAddressHoldsTheChanges() throws Exception {
    browser.evaluate("document.querySelectorAll('.variants button')[1].click()");
    browser.evaluate("corridor.set('" + KEY + "', '0.07')");
    await("corridor.asked.length > 0");
    String address = text("location.hash");
    assertThat(address).startsWith("#?variant=").endsWith("set=" + KEY + "%3D0.07");

    browser.open(report, address);
    await("window.corridor.asked.length > 0");
    assertThat(text("corridor.asked[0].set['" + KEY + "']")).isEqualTo("0.07");
    assertThat(text("corridor.asked[0].variant"))
        .isEqualTo(ShippedScenarios.read(NAME).variants().get(0));
    assertThat(words(".variants [aria-pressed=true]")).isNotEqualTo("As the file stands");
    browser.evaluate("document.querySelector('nav a').click()");
    assertThat(text("location.hash")).isEqualTo(address);
  }

  @Test
  void anAddressIsNoBombAndHidesNothing() throws Exception {
    byte[] packed = new byte[1 << 18];
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(new byte[100_000_000]);
    deflater.finish();
    int size = deflater.deflate(packed);
    assertThat(deflater.finished()).isTrue();
    String bomb =
        Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(packed, size));
    browser.open(report, "#?text=5.5." + bomb);
    await("document.getElementById('ask').dataset.state === 'ready'");
    await("document.querySelector('.kept').hidden");
    assertThat(text("document.getElementById('ask').textContent"))
        .contains("The address of this page holds a text that is cut short or too long");
    assertThat(text("corridor.text()")).isEqualTo(ShippedScenarios.text(NAME));

    browser.open(report, "#?set=constructor%3D2&set=" + KEY + "%3D0.07%E2%80%AE&set=a%0Ab%3D1");
    await("window.corridor.asked.length > 0");
    assertThat(words(".kept")).contains("constructor").doesNotContain("native", "\u202e", KEY);
    assertThat(words(".kept pre")).endsWith(" --seed 1 --set constructor=2");
    assertThat(text("document.getElementById('ask').textContent"))
        .contains("holds 2 changes with characters that can’t be seen, which is left out");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void allNumbersAreFoundByTheirWords() throws Exception {
    browser.evaluate("document.querySelector('.levers-all').open = true");
    await("document.querySelectorAll('#lever-others .lever').length === 40");
    browser.evaluate("document.getElementById('lever-search').focus()");
    browser.type("partners CHN growth");
    assertThat(browser.evaluate("document.querySelectorAll('#lever-others .lever').length").asInt())
        .isEqualTo(1);
    assertThat(words("#lever-others .lever .note span"))
        .startsWith("Uncertain: ")
        .doesNotContain("{");
  }

  @Test
  void anErrorIsTypedAndMended() throws Exception {
    browser.evaluate("document.querySelector('details.text').open = true");
    String inEditor = "document.querySelector('.editor').shadowRoot";
    await(inEditor + " !== null && " + inEditor + ".querySelector('.cm-content') !== null");
    await("document.querySelector('details.text .status').textContent === 'No problems.'");
    browser.evaluate(inEditor + ".querySelector('.cm-content').focus()");
    browser.type("WRONG");
    await("document.querySelector('details.text .status').textContent.startsWith('1')");
    assertThat(words("details.text .status"))
        .isEqualTo("1 problem; the first on line 1: name: must be right");
    await(inEditor + ".querySelector('.cm-lintRange-error') !== null");
    assertThat(browser.evaluate("corridor.asked.length").asInt()).isZero();

    browser.evaluate(
        "corridor.edit(corridor.text().replace('WRONG', '').replace('months: 82 ', 'months: 80"
            + " '))");
    await("corridor.asked.length === 1");
    assertThat(text("corridor.asked[0].text")).contains("months: 80").doesNotContain("WRONG");
    assertThat(words("details.text .status")).isEqualTo("No problems.");
    assertThat(words(".kept li")).startsWith("The text edited");

    await("location.hash.includes('text=')");
    String address = text("location.hash");
    assertThat(address.length()).as("an edit alone, not the file").isLessThan(100);
    browser.open(report, address);
    await("window.corridor.asked.length > 0");
    assertThat(text("corridor.asked.at(-1).text"))
        .isEqualTo(ShippedScenarios.text(NAME).replace("months: 82 ", "months: 80 "));
    browser.open(report, address.substring(0, address.length() - 2) + "!");
    await("document.getElementById('ask').dataset.state === 'ready'");
    assertThat(text("corridor.text()")).isEqualTo(ShippedScenarios.text(NAME));
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void theTextIsDownloaded() throws Exception {
    browser.evaluate(
        "URL.createObjectURL = blob => { window.saved = blob; return 'data:,'; };"
            + "HTMLAnchorElement.prototype.click = function () { window.called = this.download; };"
            + "document.querySelector('details.text').open = true");
    await("document.querySelector('.editor').shadowRoot !== null");
    browser.evaluate("document.querySelector('details.text .save button').click()");
    assertThat(text("window.called")).isEqualTo(NAME + ".yaml");
    assertThat(browser.evaluate("window.saved.text()").asString())
        .isEqualTo(ShippedScenarios.text(NAME));
  }

  @Test
  void aPathTellsItsStory() throws Exception {
    browser.evaluate("document.querySelector('details.path').open = true");
    String third = "document.querySelectorAll('#fan-total-12m svg.wide .single')[3].dataset.path";
    browser.evaluate("document.getElementById('path-number').value = " + third);
    browser.evaluate("document.querySelector('details.path form button').click()");
    await("document.querySelector('.story li') !== null");
    assertThat(words(".story li")).isEqualTo("2019-06 path " + text(third));
    assertThat(
            browser
                .evaluate(
                    "[...document.querySelectorAll('#fan-total-12m"
                        + " svg.wide .single')].findIndex(e => e.classList.contains('chosen'))")
                .asInt())
        .isEqualTo(3);
  }

  @Test
  void looksWellAndHasNames() throws Exception {
    assertHasTextAlternatives();
    assertLooksWell(report, "live");
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    Path page = folder.resolve("none.html");
    LoadedScenario loaded = ShippedScenarios.read(NAME);
    LiveModel none = new LiveModel("window.corridor = {missing: 'there is no WebAssembly.'};", "#");
    StudioFile.write(
        page,
        false,
        new PageModel(none, loaded),
        source(loaded),
        Settings.of(loaded.scenario()).sample());
    browser.open(page);
    await("document.getElementById('ask-status') !== null");
    assertThat(words("#ask-status"))
        .isEqualTo("The page can’t be asked here: there is no WebAssembly.");
  }

  /** What was drawn is still to be read, and the rest says what is wrong with the file. */
  @Tag("campaign")
  @ParameterizedTest
  @ValueSource(strings = {"data", "corridor-source"})
  void aDamagedPageSaysSo(String part) throws Exception {
    String whole = Files.readString(report);
    int start = whole.indexOf('>', whole.indexOf("id=\"" + part + "\"")) + 1;
    int end = whole.indexOf("</script>", start);
    SplittableRandom random = new SplittableRandom(part.hashCode());
    for (int damage = 0; damage < DAMAGES; damage++) {
      int at = random.nextInt(start, end);
      char other = (char) ('A' + (whole.charAt(at) + random.nextInt(1, 26) - 'A' + 26) % 26);
      String torn = random.nextInt(4) == 0 ? "" : whole.substring(at + 1, end);
      Path page = folder.resolve("damaged.html");
      Files.writeString(page, whole.substring(0, at) + other + torn + whole.substring(end));
      browser.open(page);
      await("document.getElementById('ask').dataset.state === 'none'");
      assertThat(words("#ask-status"))
          .as("letter %d", at)
          .isEqualTo(
              "The page can’t be asked here: the file is damaged, and what it carries can’t be"
                  + " unpacked.");
      assertThat(words("h1")).isNotEmpty();
      assertThat(browser.evaluate("document.querySelectorAll('.plot svg').length").asInt())
          .isGreaterThan(3);
    }
  }

  @Test
  void theStudioOpensATextWithMistakes() throws Exception {
    Path page = folder.resolve("wrong.html");
    String wrong = ShippedScenarios.text(NAME).replace("months: 82 ", "WRONG: 82 ");
    StudioFile.write(page, false, model(), new ScenarioTexts(wrong, Map.of()), "wrong.yaml");
    browser.open(page);
    assertThat(words("h1")).isEqualTo("wrong.yaml");
    await("(document.querySelector('details.text .status') || {}).textContent?.startsWith('1')");
    browser.evaluate("corridor.edit(corridor.text().replace('WRONG', 'months'))");
    await("(corridor.asked.at(-1).text || '').includes('months: 82 ')");
    next();
    assertThat(words("#ask .answers li .value")).endsWith("%");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void theStudioSimulatesAtOnce() throws Exception {
    Path page = folder.resolve("studio.html");
    LoadedScenario loaded = ShippedScenarios.read(NAME);
    StudioFile.write(
        page,
        false,
        new PageModel(model(), loaded),
        source(loaded),
        Settings.of(loaded.scenario()).sample());
    browser.open(page);
    await("window.corridor.asked.length === 1");
    next();
    assertThat(words("#ask .answers li .value")).endsWith("%");
    assertThat(words("#fan-total-12m svg")).isNotEmpty();
    await("document.querySelector('.editor').shadowRoot !== null");
    for (int width : WIDTHS) {
      browser.show(width, 844, false);
      assertNothingSpills();
    }
    assertThat(Files.size(page)).isLessThan(Files.size(report));
    assertThat(browser.complaints()).isEmpty();
  }
}
