package io.corridor.internal.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.Maps;
import com.google.common.io.Resources;
import io.corridor.internal.why.Bounds.End;
import io.corridor.internal.why.PathSet.Count;
import io.corridor.internal.why.Peeling.Stage;
import io.corridor.why.Box;
import io.corridor.why.Box.Restriction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

  // Published: Bryant and Lempert 2010, as the EMA workbench's notebook on scenario discovery has
  // it

  private static final List<String> INPUTS =
      List.of(
          "Cellulosic cost",
          "Total biomass",
          "Feedstock distribution",
          "Cellulosic yield",
          "Oil elasticity",
          "Demand elasticity",
          "Electricity coproduction",
          "oil supply shift",
          "Biomass backstop price");

  private static PathSet bryantLempert() throws IOException {
    List<String> lines =
        Resources.readLines(
            Resources.getResource(DiscoveryTest.class, "bryant_lempert_2010.csv"),
            StandardCharsets.UTF_8);
    List<String> header = List.of(lines.get(0).split(","));
    Map<String, double[]> numbers = new TreeMap<>();
    INPUTS.forEach(id -> numbers.put(id, new double[lines.size() - 1]));
    boolean[] hits = new boolean[lines.size() - 1];
    for (int i = 0; i < hits.length; i++) {
      String[] cells = lines.get(i + 1).split(",");
      for (String id : INPUTS) {
        numbers.get(id)[i] = Double.parseDouble(cells[header.indexOf(id)]);
      }
      hits[i] = Double.parseDouble(cells[header.indexOf("Greater than 90%")]) == 1;
    }
    return paths(numbers, hits);
  }

  private static PathSet paths(Map<String, double[]> numbers, boolean[] hits) {
    return PathSet.of(Maps.transformValues(numbers, Ranking::of), 0, hits.length, hits);
  }

  private static boolean[] all(PathSet paths) {
    boolean[] all = new boolean[paths.size()];
    Arrays.fill(all, true);
    return all;
  }

  private static End end(PathSet paths, String id, boolean lower) {
    int number = 0;
    while (!paths.id(number).equals(id)) {
      number++;
    }
    return new End(number, lower);
  }

  /** Box 21 of the notebook. */
  private static Bounds published(PathSet paths) {
    return Bounds.none(paths.numbers())
        .with(end(paths, "Total biomass", false), 755.799988)
        .with(end(paths, "Demand elasticity", true), -0.422)
        .with(end(paths, "Biomass backstop price", true), 150.049995)
        .with(end(paths, "Cellulosic cost", true), 72.650002);
  }

  @Test
  void thePublishedBoxHasThePublishedCoverageAndDensity() throws IOException {
    PathSet paths = bryantLempert();

    Count count = paths.count(published(paths), all(paths));

    assertThat(paths.size()).isEqualTo(882);
    assertThat(paths.allHits()).isEqualTo(89);
    assertThat(count).isEqualTo(new Count(87, 67));
    Bounds wider = published(paths).without(end(paths, "Cellulosic cost", true));
    assertThat(paths.count(wider, all(paths))).isEqualTo(new Count(95, 68));
  }

  @Test
  void thePublishedBoxHasThePublishedQuasiP() throws IOException {
    PathSet paths = bryantLempert();
    Map<End, Double> published =
        Map.of(
            end(paths, "Total biomass", false), 4.716968553178765e-06,
            end(paths, "Demand elasticity", true), 1.1849299115762218e-16,
            end(paths, "Biomass backstop price", true), 3.515112530263049e-11,
            end(paths, "Cellulosic cost", true), 0.15741333528927348);

    Count box = paths.count(published(paths), all(paths));
    published.forEach(
        (end, p) -> {
          Count wider = paths.count(published(paths).without(end), all(paths));
          assertThat(Discovery.quasiP(box, wider)).isCloseTo(p, within(1e-9 * p));
        });
  }

  /** A tenth at a time, as there; the limits differ a little, as ties are cut otherwise. */
  @Test
  void peelingComesByThePublishedBox() throws IOException {
    PathSet paths = bryantLempert();

    List<Stage> stages = new Peeling(0.1, 20, 9).peel(paths, all(paths));

    assertThat(stages)
        .anySatisfy(
            stage -> {
              double coverage = stage.count().hits() / 89.0;
              assertThat(coverage).isCloseTo(0.752809, within(0.03));
              assertThat(stage.count().density()).isCloseTo(0.770115, within(0.03));
              assertThat(stage.box().restrictions(paths))
                  .extracting(Restriction::id)
                  .contains("Total biomass", "Demand elasticity", "Biomass backstop price");
            });
    assertThat(stages.get(stages.size() - 1).count().density()).isGreaterThan(0.97);
  }

  // By hand

  @Test
  void peelsWhereDensityGainsMostPerPathAndKeepsTiesWhole() {
    double[] x = new double[100];
    double[] constant = new double[100];
    boolean[] hits = new boolean[100];
    for (int p = 0; p < 100; p++) {
      x[p] = p < 8 ? 0 : p; // eight ties: a peel of five takes all
      hits[p] = p >= 40;
    }
    PathSet paths = paths(Map.of("x", x, "y", constant), hits);

    List<Stage> stages = new Peeling(0.05, 50, 4).peel(paths, all(paths));

    assertThat(stages.get(0).count()).isEqualTo(new Count(100, 60));
    assertThat(stages.get(1).count()).isEqualTo(new Count(92, 60));
    assertThat(stages.get(1).box().restrictions(paths))
        .containsExactly(
            new Restriction("x", true, 8, OptionalDouble.empty(), OptionalDouble.empty()));
    assertThat(stages.get(2).count()).isEqualTo(new Count(87, 60)); // ⌈0.05 · 92⌉ = 5
    Stage last = stages.get(stages.size() - 1);
    assertThat(last.count().density()).isEqualTo(1); // and then nothing gains
  }

  @Test
  void ofEqualGainsTheSmallerIdAndTheLowerEndComesFirst() {
    double[] x = new double[200];
    boolean[] hits = new boolean[200];
    for (int p = 0; p < 200; p++) {
      x[p] = p;
      hits[p] = p >= 20 && p < 180;
    }
    PathSet paths = paths(Map.of("b", x, "a", x.clone()), hits);

    List<Stage> stages = new Peeling(0.05, 50, 4).peel(paths, all(paths));

    assertThat(stages.get(1).box().restrictions(paths))
        .containsExactly(
            new Restriction("a", true, 10, OptionalDouble.empty(), OptionalDouble.empty()));
  }

  @Test
  void atMostFourNumbersAreRestricted() {
    Map<String, double[]> numbers = new TreeMap<>();
    for (String id : List.of("a", "b", "c", "d", "e", "f")) {
      numbers.put(id, DirectionsTest.uniforms(id, 20_000));
    }
    boolean[] hits = new boolean[20_000];
    for (int p = 0; p < hits.length; p++) {
      int path = p;
      hits[p] = numbers.values().stream().allMatch(x -> x[path] > 0.3);
    }
    PathSet paths = paths(numbers, hits);

    for (Stage stage : new Peeling(0.05, 50, 4).peel(paths, all(paths))) {
      assertThat(stage.box().restricted()).isLessThanOrEqualTo(4);
    }
  }

  // Planted

  private static final int PATHS = 8192;

  private static PathSet planted(String half, int numbers, HitRule rule) {
    Map<String, double[]> drawn = new TreeMap<>();
    for (int i = 0; i < numbers; i++) {
      drawn.put("x" + i, DirectionsTest.uniforms(half + "x" + i, PATHS));
    }
    double[] chance = DirectionsTest.uniforms(half + "chance", PATHS);
    boolean[] hits = new boolean[PATHS];
    for (int p = 0; p < PATHS; p++) {
      int path = p;
      hits[p] = chance[p] < rule.chance(i -> drawn.get("x" + i)[path]);
    }
    return paths(drawn, hits);
  }

  private interface HitRule {
    double chance(IntToDoubleFunction x);
  }

  @Test
  void findsAPlantedBox() {
    HitRule rule = x -> x.applyAsDouble(1) > 0.7 && x.applyAsDouble(3) < 0.4 ? 0.95 : 0.02;

    List<Box> boxes = Discovery.boxes(planted("A", 6, rule), planted("B", 6, rule), 0.8);

    Box box = boxes.get(0);
    assertThat(box.restrictions()).extracting(Restriction::id).containsExactly("x1", "x3");
    assertThat(box.restrictions().get(0).lower()).isTrue();
    assertThat(box.restrictions().get(0).bound()).isCloseTo(0.7, within(0.05));
    assertThat(box.restrictions().get(1).lower()).isFalse();
    assertThat(box.restrictions().get(1).bound()).isCloseTo(0.4, within(0.05));
    assertThat(box.density()).isGreaterThan(0.8);
    assertThat(box.coverage()).isGreaterThan(0.8);
    assertThat(box.restrictions()).allMatch(r -> r.quasiP().getAsDouble() < 1e-6);
    assertThat(boxes).hasSize(1);
  }

  @Test
  void findsTwoPlantedBoxesOneAfterTheOther() {
    HitRule rule =
        x ->
            x.applyAsDouble(0) > 0.8 && x.applyAsDouble(1) > 0.5
                    || x.applyAsDouble(2) < 0.15 && x.applyAsDouble(3) < 0.5
                ? 0.97
                : 0.02;

    List<Box> boxes = Discovery.boxes(planted("A", 6, rule), planted("B", 6, rule), 0.8);

    assertThat(boxes).hasSizeGreaterThanOrEqualTo(2);
    assertThat(boxes.get(0).restrictions()).extracting(Restriction::id).contains("x0", "x1");
    assertThat(boxes.get(1).restrictions()).extracting(Restriction::id).contains("x2", "x3");
    assertThat(boxes.get(0).coverage() + boxes.get(1).coverage()).isBetween(0.7, 1.0);
  }

  @Test
  void saysWhereAQuestionMostlyFails() {
    HitRule rule = x -> x.applyAsDouble(2) < 0.25 ? 0.03 : 0.7;

    List<Box> boxes = Discovery.boxesOfMisses(planted("A", 4, rule), planted("B", 4, rule), 0.8);

    assertThat(boxes.get(0).restrictions()).extracting(Restriction::id).containsExactly("x2");
    assertThat(boxes.get(0).restrictions().get(0).bound()).isCloseTo(0.25, within(0.03));
  }

  /**
   * Where nothing means anything, a restriction is kept only if its quasi-p value is at most 5 %.
   * So of the restrictions that were tried, as many as PRIM found, at most about 5 % are false: of
   * 60 searches with some five each, 300 · 5 % = 15; more than 35 once in 10⁵ times.
   */
  @Test
  void restrictionsInNoiseAreAsRareAsTheLevelSays() {
    int kept = 0;
    int tried = 0;
    for (int i = 0; i < 60; i++) {
      PathSet found = planted("A" + i, 6, x -> 0.3);
      PathSet measured = planted("B" + i, 6, x -> 0.3);
      for (Box box : Discovery.boxes(found, measured, 0.8)) {
        kept += box.restrictions().size();
      }
      List<Stage> stages = new Peeling(0.05, 50, 4).peel(found, all(found));
      tried += stages.get(stages.size() - 1).box().ends().size();
    }
    assertThat(tried).isGreaterThan(200);
    assertThat((double) kept / tried).isLessThan(0.08);
  }

  @Test
  void noBoxWhereNothingIsToBeFound() {
    PathSet nearlyAll = planted("A", 3, x -> 0.9);
    PathSet rare = planted("A", 3, x -> 0.004);

    assertThat(Discovery.boxes(nearlyAll, nearlyAll, 0.8)).isEmpty();
    assertThat(Discovery.boxes(rare, rare, 0.8)).isEmpty();
  }
}
