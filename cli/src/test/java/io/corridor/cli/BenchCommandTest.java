package io.corridor.cli;

import static io.corridor.cli.CommandLines.corridor;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.cli.CommandLines.Outcome;
import io.corridor.model.Sample;
import io.corridor.model.Sampling;
import io.corridor.projection.Projection;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchCommandTest {
  private static final String[] SHORT = {
    "bench", "yardstick", "--set", "months=6", "--seconds", "0.01", "--threads", "2"
  };

  /** Says that a run of {@code n} threads took {@code 1/n} seconds. */
  private static Runner timed(List<Settings> runs) {
    return (scenario, settings) -> {
      runs.add(settings);
      Projection projection = Simulator.run(scenario, settings.withPaths(64));
      int threads = settings.threads();
      return new Projection(
          scenario,
          new Sample(1, Sampling.RANDOM, 64),
          new Projection.Timing(1.0 / threads, 2.5e6 * threads, threads),
          projection.series(),
          projection.answers());
    };
  }

  @Test
  void saysHowFastByThreadsAndByStep() {
    Outcome bench = corridor(timed(new ArrayList<>()), SHORT);
    assertThat(bench.status()).isZero();
    assertThat(bench.err()).isEmpty();
    assertThat(bench.out())
        .startsWith("Yardstick: 6 months, on Java " + Runtime.version().feature())
        .containsPattern("\\n +1 +2\\.50 +1\\.00\\R +2 +5\\.00 +2\\.00\\R")
        .containsPattern("\\n  drivers +\\d+\\.\\d\\d +\\d+ %\\R")
        .containsPattern("\\n  energy +\\d+\\.\\d\\d +\\d+ %\\R")
        .containsPattern("\\n +metrics × 8 +\\d+\\.\\d\\d\\R")
        .containsPattern("\\n  all +\\d+\\.\\d\\d\\R +400\\.00 +by the clock, on one thread\\R")
        .containsPattern("Memory: about \\d+\\.\\d MiB a thread\\.");
    assertThat(bench.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void jsonIsAllThereIsOnStandardOutput() {
    String[] line = Arrays.copyOf(SHORT, SHORT.length + 1);
    line[SHORT.length] = "--json";
    JsonNode json = JsonMapper.shared().readTree(corridor(timed(new ArrayList<>()), line).out());
    assertThat(json.at("/scenario").asString()).isEqualTo("Yardstick");
    assertThat(json.at("/months").asInt()).isEqualTo(6);
    assertThat(json.at("/threads/1/threads").asInt()).isEqualTo(2);
    assertThat(json.at("/threads/1/speedUp").asDouble()).isEqualTo(2);
    Set<String> sections = new TreeSet<>();
    double nanos = 0;
    for (JsonNode part : json.at("/parts")) {
      sections.add(part.at("/section").asString());
      nanos += part.at("/nanosecondsPerPathMonth").asDouble();
    }
    assertThat(sections)
        .contains("drivers", "regime", "waivers", "sanctions", "energy", "flows", "statistics");
    assertThat(nanos).isPositive();
    assertThat(json.at("/bytesPerThread").isIntegralNumber()).isTrue();
  }

  @Test
  void everyNumberOfThreadsUpToFourThenItsDoubles() {
    List<Settings> runs = new ArrayList<>();
    corridor(timed(runs), "bench", "yardstick", "--seconds", "0.01", "--threads", "10");
    assertThat(runs.stream().map(Settings::threads).distinct()).containsExactly(1, 2, 3, 4, 8, 10);
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThat(corridor("bench", "yardstick", "--threads", "0").err())
        .contains("--threads is 0, must be at least 1");
    Outcome seconds = corridor("bench", "yardstick", "--seconds", "NaN");
    assertThat(seconds.status()).isEqualTo(2);
    assertThat(seconds.err()).contains("--seconds is NaN, must be above 0");
    assertThat(corridor("bench", "no-such").status()).isEqualTo(2);
  }
}
