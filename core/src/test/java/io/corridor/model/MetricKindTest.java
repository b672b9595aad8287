package io.corridor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the kinds of metrics against the manual, and against what scenarios have of them. */
class MetricKindTest {
  private static final Path MANUAL = Path.of("..", "docs", "metrics-and-questions.md");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  @Test
  void theManualListsEachMetricOnce() {
    List<String> listed = new ArrayList<>();
    rows().forEach((ids, unit) -> listed.addAll(ids));

    assertThat(listed)
        .containsExactlyInAnyOrderElementsOf(
            reported().map(MetricKind::pattern).collect(Collectors.toList()));
  }

  @Test
  void theManualGivesTheUnits() {
    Map<String, String> units = new LinkedHashMap<>();
    rows().forEach((ids, unit) -> ids.forEach(id -> units.put(id, unit)));

    reported().forEach(kind -> assertThat(units.get(kind.pattern())).contains(kind.unit().words()));
  }

  @ParameterizedTest
  @EnumSource
  void anIdIsReadAsItWasMade(MetricKind kind) {
    String id = kind.id("first-1", "second_2");

    Metric read = MetricKind.parse(id).orElseThrow();

    assertThat(read.id()).isEqualTo(id);
    assertThat(read.kind().pattern()).isEqualTo(kind.pattern());
    assertThat(read.owners())
        .isEqualTo(List.of("first-1", "second_2").subList(0, read.owners().size()));
  }

  @Test
  void whatIsNoMetricIsOfNoKind() {
    for (String id : List.of("", "totals", "energy.gas", "energy.gas.nothing", "flow.a.share.b")) {
      assertThat(MetricKind.parse(id)).isEmpty();
    }
  }

  @Test
  void eachKindIsInSomeScenario() {
    EnumSet<MetricKind> seen = EnumSet.noneOf(MetricKind.class);
    for (long seed = 0; seed < 200; seed++) {
      Metrics.of(RandomScenarios.of(seed)).values().forEach(metric -> seen.add(metric.kind()));
    }

    assertThat(seen).containsExactlyInAnyOrderElementsOf(reported().toList());
  }

  private static Stream<MetricKind> reported() {
    return Stream.of(MetricKind.values()).filter(k -> k.owner() != MetricKind.Owner.REPLAY);
  }

  /** The ids of each row of the manual's table, with the unit; {@code .need} ends the id before. */
  private static Map<List<String>, String> rows() {
    Map<List<String>, String> rows = new LinkedHashMap<>();
    try (Stream<String> lines = Files.lines(MANUAL)) {
      lines
          .dropWhile(line -> !line.startsWith("| metric"))
          .skip(2)
          .takeWhile(line -> line.startsWith("|"))
          .map(line -> line.split("[|]"))
          .forEach(cells -> rows.put(ids(cells[1]), cells[2].strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static List<String> ids(String cell) {
    List<String> ids = new ArrayList<>();
    Matcher code = CODE.matcher(cell);
    while (code.find()) {
      String id = code.group(1);
      if (id.startsWith(".")) {
        String before = ids.get(ids.size() - 1);
        id = before.substring(0, before.lastIndexOf('.')) + id;
      }
      ids.add(id);
    }
    return ids;
  }
}
