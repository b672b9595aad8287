package io.corridor.cli;

import static io.corridor.cli.CommandLines.corridor;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.cli.CommandLines.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands tell of what is valid, but was probably not meant. */
class NotesTest {
  private static final String REBASED = "sanctions.finance.enforcement: changes what was in force";

  @TempDir private Path folder;
  private String file = "";

  @BeforeEach
  void write() throws IOException {
    file =
        Files.writeString(
                folder.resolve("my.yaml"),
                """
                corridor: 1
                name: A corridor
                parties: {exporter: AAA, importer: BBB}
                start: 2025-01
                months: 14
                drivers:
                  price: {kind: gbm, start: 60, volatility: 0.3}
                sanctions:
                  finance: {from: 2024-01, targets: [goods], cost: 0.25, enforcement: 0.6}
                flows:
                  goods: {from: AAA, to: BBB, annual-value: 12 bn USD/year, elasticities: {price: 1}}
                questions:
                  more: {label: trade grows, metric: total.12m, at-least: 14 bn USD/year}
                variants:
                  harsher: {sanctions.finance.enforcement: 1}
                """)
            .toString();
  }

  @Test
  void validateListsThemAndStrictMakesThemProblems() {
    Outcome valid = corridor("validate", file);
    assertThat(valid.status()).isZero();
    assertThat(valid.err()).isEmpty();
    assertThat(valid.out().lines()).hasSize(2).first().isEqualTo(file + ": valid, its variant too");
    assertThat(valid.out()).contains("note: " + file + ":15:44: " + REBASED, "from: 2025-01");
    Outcome strict = corridor("validate", "--strict", file);
    assertThat(strict.status()).isEqualTo(2);
    assertThat(strict.out()).isEmpty();
    assertThat(strict.err()).contains(REBASED);
    assertThat(corridor("validate", "--strict", "iran-iraq-2019").status()).isZero();
  }

  @Test
  void questionsWithoutALabelAreNoted() throws IOException {
    String text = Files.readString(Path.of(file)).replace("label: trade grows, ", "");
    Path bare = Files.writeString(folder.resolve("bare.yaml"), text);

    assertThat(corridor("validate", bare.toString()).out())
        .contains("note: " + bare + ":13:3: questions.more: has no label; readers are told");
    assertThat(corridor("run", bare.toString(), "--paths", "10").err()).doesNotContain("label");
  }

  @Test
  void pointsWithTooFewCoordinatesAreTold() {
    for (String command :
        List.of("run", "compare harsher", "sweep --vary flows.goods.growth=0,1%")) {
      String sobol = command + " --sampling sobol --paths 32 --set months=";
      assertThat(told(sobol + 20)).doesNotContain("coordinates");
      assertThat(told(sobol + 1100))
          .contains("of the 1099 random numbers of a path the first 1000, which matter most");
    }
  }

  private String told(String command) {
    return corridor(command.replaceFirst(" ", " " + file + " ").split(" ")).err();
  }

  /** The figures that the file's header compares with their sources. */
  @Test
  void validateShowsWhatTheStartReproduces() {
    Outcome outcome = corridor("validate", "--start", "iran-iraq-2019");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out())
        .contains("stated  before  first year")
        .containsPattern("(?m)^  trade in goods, bn USD a year +7\\.65 +7\\.65 +7\\.81$")
        .containsPattern("(?m)^  energy, bn USD a year +1\\.75 +1\\.76 +1\\.76$")
        .containsPattern("(?m)^  value of imported gas, bn USD a year +– +1\\.32 ")
        .containsPattern("(?m)^  comparable trade, bn USD a year +– +8\\.94 ")
        .containsPattern("(?m)^  trade, bn USD a year +12\\.00 +12\\.01 +");
    assertThat(outcome.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    assertThat(corridor("validate", "iran-iraq-2019").out()).doesNotContain("stated");
  }

  @Test
  void runTellsOfItsOwnVariantAlone() {
    assertThat(corridor("run", file, "--paths", "100").err()).isEmpty();
    Outcome variant = corridor("run", file, "--paths", "100", "--variant", "harsher", "--json");
    assertThat(variant.status()).isZero();
    assertThat(variant.err()).containsOnlyOnce(REBASED);
    assertThat(variant.out()).startsWith("{").doesNotContain("note: ");
    assertThat(
            corridor("run", file, "--paths", "100", "--set", "sanctions.finance.enforcement=0.9")
                .err())
        .startsWith("note: --set sanctions.finance.enforcement=0.9: " + REBASED);
  }

  @Test
  void compareAndSweepTellOfWhatTheyChange() {
    assertThat(corridor("compare", file, "harsher", "--paths", "100").err())
        .containsOnlyOnce(REBASED);
    assertThat(corridor("compare", file, "harsher", "--base", "harsher", "--paths", "100").err())
        .containsOnlyOnce(REBASED);
    String key = "sanctions.finance.enforcement";
    assertThat(corridor("sweep", file, "--vary", key + "=0.2,0.4,0.6", "--paths", "100").err())
        .containsOnlyOnce(REBASED);
    assertThat(corridor("sweep", file, "--vary", "flows.goods.growth=0,0.1", "--paths", "9").err())
        .isEmpty();
  }
}
