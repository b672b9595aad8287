package io.corridor.cli;

import static io.corridor.cli.CommandLines.corridor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.corridor.cli.CommandLines.Outcome;
import io.corridor.report.internal.page.PackedTexts;
import io.corridor.run.Progress;
import io.corridor.scenarios.ScenarioTemplate;
import io.corridor.scenarios.ShippedScenarios;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that carry the model. */
class LivePagesTest {
  private static final int MOST_BYTES = 1_500_000;
  private static final String MODEL = "id=\"corridor-module\"";

  @TempDir Path folder;

  @BeforeAll
  static void needsTheModel() throws IOException {
    assumeTrue(
        LiveOptions.built(Progress.NONE).isPresent(), "skipped: built without the model for pages");
  }

  private String page(String name, String... arguments) throws IOException {
    Outcome outcome = corridor(arguments);
    assertThat(outcome.status()).isZero();
    return Files.readString(folder.resolve(name));
  }

  @Test
  void aRunsPageCarriesTheModelUnlessItIsLeftOut() throws IOException {
    String out = folder.resolve("run").toString();
    String live =
        page("run/report.html", "run", "us-china-tariffs-2018", "--paths", "200", "--out", out);
    assertThat(live.contains(MODEL)).isTrue();
    String read = page("run/report.html", "report", out, "--no-live");
    assertThat(read.contains(MODEL)).isFalse();
    assertThat(read.contains("wasm")).isFalse();
    assertThat(page("run/report.html", "report", out).equals(live)).isTrue();
  }

  static List<String> shipped() {
    return ShippedScenarios.names();
  }

  /** More paths don't make it larger: it holds shares and percentiles of them. */
  @ParameterizedTest
  @MethodSource("shipped")
  void aShippedScenariosPageIsSmallEnoughToBeSent(String name) throws IOException {
    String out = folder.resolve("sent").toString();
    String page = page("sent/report.html", "run", name, "--paths", "4096", "--out", out);
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(MOST_BYTES);
  }

  /** The report is written again, and tells of it. */
  @Test
  void aRunsPageKeepsItWhenItIsAskedWhy() throws IOException {
    String out = folder.resolve("why").toString();
    String[] run = {"run", "yardstick", "--paths", "100", "--out", out, "--overwrite"};
    String[] why = {"why", "yardstick", "--paths", "64", "--out", out, "--overwrite"};
    String before = page("why/report.html", run);
    String told = page("why/report.html", why);
    assertThat(told.equals(before)).isFalse();
    assertThat(told.contains(MODEL)).isTrue();
    String[] without = Arrays.copyOf(run, run.length + 1);
    without[run.length] = "--no-live";
    page("why/report.html", without);
    assertThat(page("why/report.html", why).contains(MODEL)).isFalse();
  }

  @Test
  void aComparisonsPageCarriesItToo() throws IOException {
    String out = folder.resolve("compare").toString();
    String live =
        page(
            "compare/comparison.html",
            "compare",
            "iran-iraq-2019",
            "no-sanctions",
            "--paths",
            "100",
            "--out",
            out);
    assertThat(live.contains(MODEL)).isTrue();
    assertThat(live.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(MOST_BYTES);
  }

  @Test
  void theStudioStartsFromWhatInitWrites() throws IOException {
    Path page = folder.resolve("studio.html");
    String text = page("studio.html", "studio", "--out", page.toString(), "--no-open");
    assertThat(text.contains(MODEL)).isTrue();
    assertThat(source(text)).contains("\"file\":\"scenario.yaml\"");
    Outcome again = corridor("studio", "--out", page.toString(), "--no-open");
    assertThat(again.status()).isEqualTo(ExitStatus.WRONG);
    assertThat(again.err()).contains(page + " exists");
  }

  @Test
  void studioOpensAFileWithMistakes() throws IOException {
    Path file = folder.resolve("wrong.yaml");
    Files.writeString(file, ScenarioTemplate.text().replace("months:", "moths:"));
    Path page = folder.resolve("mended.html");
    Outcome outcome = corridor("studio", file.toString(), "--out", page.toString(), "--no-open");
    assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out())
        .contains("unknown key 'moths'", "can be corrected there", page.toString());
    assertThat(source(Files.readString(page))).contains("\"file\":\"wrong.yaml\"", "moths:");
  }

  /** Of two at once one is told so, and the page is that of the other. */
  @Test
  void studioNeverWritesOverAnotherPage() throws Exception {
    Path page = folder.resolve("one.html");
    String[] line = {"studio", "--out", page.toString(), "--no-open"};
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Outcome> outcomes = new ArrayList<>();
    try {
      Callable<Outcome> studio = () -> corridor(line);
      for (Future<Outcome> one : threads.invokeAll(Collections.nCopies(4, studio))) {
        outcomes.add(one.get());
      }
    } finally {
      threads.shutdown();
    }
    assertThat(outcomes).filteredOn(one -> one.status() == ExitStatus.DONE).hasSize(1);
    assertThat(outcomes)
        .filteredOn(one -> one.status() != ExitStatus.DONE)
        .allSatisfy(
            one -> {
              assertThat(one.status()).isEqualTo(ExitStatus.WRONG);
              assertThat(one.err()).contains(page + " exists");
              assertThat(one.out()).doesNotContain("Written");
            });
    assertThat(names(folder)).containsExactly("one.html");
  }

  @Test
  void withoutANameThereIsOnePageForEachScenario() throws IOException {
    String home = System.getProperty("user.home");
    System.setProperty("user.home", folder.toString());
    try {
      for (int again = 0; again < 2; again++) {
        assertThat(corridor("studio", "--no-open").out()).contains("Written: " + folder);
        assertThat(corridor("studio", "yardstick", "--no-open").status()).isZero();
      }
    } finally {
      System.setProperty("user.home", home);
    }
    assertThat(names(folder.resolve(".cache/corridor/studio")))
        .hasSize(2)
        .satisfiesExactly(
            name -> assertThat(name).matches("scenario-[0-9a-f]{8}[.]html"),
            name -> assertThat(name).matches("yardstick-[0-9a-f]{8}[.]html"));
  }

  /** No page runs a backtest: it holds what that found, for all that is asked there. */
  @Test
  void aPageHoldsWhatFitsAreWidenedBy() throws IOException {
    Path file = Path.of(EvidenceCommandsTest.writeTo(folder));
    Files.writeString(file, Files.readString(file).replace("widen: false", "widen: true"));
    Path out = folder.resolve("out");
    String page = page("out/report.html", "run", file.toString(), "--out", out.toString());
    assertThat(source(page)).contains("\"widen\":{\"drivers.brent\":1");
    assertThat(page("out/report.html", "report", out.toString()).equals(page)).isTrue();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> String.valueOf(path.getFileName())).sorted().toList();
    }
  }

  /** The scenario that a page holds, unpacked. */
  private static String source(String page) throws IOException {
    return PackedTexts.of(page, "corridor-source");
  }
}
