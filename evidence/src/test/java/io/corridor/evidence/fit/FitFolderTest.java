package io.corridor.evidence.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.corridor.evidence.score.Widening;
import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Of;
import io.corridor.evidence.series.Period;
import io.corridor.evidence.series.Plant;
import io.corridor.model.Distribution;
import io.corridor.model.Scale;
import io.corridor.model.Value;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fits that are kept are those that would be made, and nothing that goes wrong costs one. */
class FitFolderTest {
  private static final long MUCH = 1 << 30;
  private static final YearMonth START = YearMonth.of(2019, 3);

  @TempDir Path folder;

  /** A request that counts how often it is made, and is told apart by its number. */
  private record Counted(int number, AtomicInteger made) implements Fit.Request {
    @Override
    public Supplier<Fit> prepare() {
      return () -> {
        made.incrementAndGet();
        return small(number);
      };
    }

    @Override
    public String toString() {
      return "Counted " + number;
    }
  }

  private static Fit small(int number) {
    double[] draws = {number, -0.0, Double.MIN_VALUE, Math.nextUp(1.0)};
    Map<String, Prior> priors = new LinkedHashMap<>();
    Optional<Distribution.Interval> within = Optional.of(new Distribution.Interval(0.1, 9));
    List<Distribution> laws =
        List.of(
            new Distribution.Uniform(0, 1),
            new Distribution.Triangular(1, 2, 3),
            new Distribution.Pert(1, 2, 4),
            new Distribution.Normal(1, 2, within),
            new Distribution.Lognormal(1, 2, Optional.empty()),
            new Distribution.Beta(1, 2, within),
            new Distribution.Quantiles(
                List.of(5.0, 50.0, 95.0), List.of(1.0, 2.0, 3.0), Scale.LOG));
    laws.forEach(law -> priors.put("n" + priors.size(), new Prior("n", law, 12, -1)));
    Period period = new Period(Every.QUARTER, START);
    return new Fit(
        "drivers.x",
        "série",
        period,
        period.plus(1),
        2,
        priors,
        new Posterior(Map.of("drift", draws), Map.of("drift", new Convergence(1.001, 2500, 2400))),
        List.of(new Fit.Fitted(period, 1, 2, 3, 4, Double.NaN)),
        List.of("2 of 3 renewed"),
        List.of("odd: ‘1’"));
  }

  private static DataSeries.Values months(int count) {
    TreeMap<Period, Double> values = new TreeMap<>();
    for (int t = 0; t < count; t++) {
      values.put(
          new Period(Every.MONTH, START.minusMonths(count - t)),
          60 + 10 * Math.sin(t * 1.7) + t % 5);
    }
    return new DataSeries.Values(values);
  }

  static Stream<Fit.Request> requests() {
    Volume volume = new Volume("annual-value", true, Optional.empty(), List.of(), false, Map.of());
    return Stream.of(
        new DriverFit(
            "drivers.x",
            Process.LOG_OU,
            Map.of("level", new Distribution.Lognormal(65, 0.3, Optional.empty())),
            "x",
            months(60),
            Of.MEAN,
            START,
            Optional.empty(),
            1.3),
        new VolumeFit("flows.x", volume, Map.of(), "x", months(48), Of.SUM, START, 1),
        new ProjectFit(
            "energy.x",
            Map.of(),
            "plants",
            IntStream.range(0, 9)
                .mapToObj(
                    late ->
                        new Plant(
                            YearMonth.of(2015, 1),
                            Optional.of(YearMonth.of(2015, 4).plusMonths(2L * late)),
                            false,
                            START))
                .toList()));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void aKeptFitIsTheOneThatIsMadeToTheLastBit(Fit.Request request) throws IOException {
    Fit made = request.make();
    assertThat(bytes(FitFolder.of(folder, MUCH).fit(request))).isEqualTo(bytes(made));
    assertThat(files()).hasSize(1);
    FitCache again = FitFolder.of(folder, MUCH);
    Fit kept = again.fit(request);
    assertThat(bytes(kept)).isEqualTo(bytes(made));
    assertThat(kept).isEqualTo(made);
    assertThat(kept.posterior().convergence()).isEqualTo(made.posterior().convergence());
    assertThat(files()).hasSize(1);
  }

  /** All that a fit has, numbers that are rare among them. */
  @Test
  void everythingIsReadAsItWasWritten() throws IOException {
    Fit fit = small(7);
    byte[] bytes = bytes(fit);
    Fit read = FitBytes.read(new DataInputStream(new ByteArrayInputStream(bytes))).get();
    assertThat(read).isEqualTo(fit);
    assertThat(bytes(read)).isEqualTo(bytes);
  }

  private static byte[] bytes(Fit fit) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FitBytes.write(fit, new DataOutputStream(out));
    return out.toByteArray();
  }

  @Test
  void aRequestThatDiffersAnywhereIsAnother() {
    DataSeries.Values values = months(60);
    TreeMap<Period, Double> moved = new TreeMap<>(values.byPeriod());
    moved.replaceAll((period, value) -> Math.nextUp(value));
    List<Fit.Request> requests = new ArrayList<>();
    for (DataSeries.Values rows : List.of(values, months(59), new DataSeries.Values(moved))) {
      for (double widen : new double[] {1, Math.nextUp(1.0)}) {
        for (Value level : List.of(Value.of(60), new Distribution.Uniform(50, 70))) {
          requests.add(
              new DriverFit(
                  "drivers.x",
                  Process.LOG_OU,
                  Map.of("level", level),
                  "x",
                  rows,
                  Of.END,
                  START,
                  Optional.empty(),
                  widen));
        }
      }
    }
    assertThat(requests.stream().map(Object::toString)).hasSize(12).doesNotHaveDuplicates();
  }

  @Test
  void whatIsDamagedCutShortOrOfAnotherNameIsMadeAgain() throws IOException {
    AtomicInteger made = new AtomicInteger();
    Counted request = new Counted(1, made);
    cache().fit(request);
    Path file = files().get(0);
    byte[] whole = Files.readAllBytes(file);
    assertThat(cache().fit(request)).isEqualTo(small(1));
    assertThat(made).hasValue(1);
    for (int at = 0; at < whole.length; at += 13) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 1;
      Files.write(file, damaged);
      assertThat(cache().fit(request)).isEqualTo(small(1));
    }
    int times = (whole.length + 12) / 13;
    assertThat(made).hasValue(1 + times);
    for (int length : new int[] {0, 1, 31, 32, 33, whole.length / 2, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(cache().fit(request)).isEqualTo(small(1));
    }
    assertThat(made).hasValue(1 + times + 7);
    assertThat(Files.readAllBytes(file)).isEqualTo(whole); // mended each time
    cache().fit(new Counted(2, made));
    Path other = files().stream().filter(found -> !found.equals(file)).findFirst().orElseThrow();
    Files.write(file, Files.readAllBytes(other));
    assertThat(cache().fit(request)).isEqualTo(small(1));
    assertThat(made).hasValue(1 + times + 7 + 2);
  }

  private FitCache cache() {
    return FitFolder.of(folder, MUCH, "this");
  }

  @Test
  void whyThereIsNoFitIsKeptToo() throws IOException {
    AtomicInteger tried = new AtomicInteger();
    Fit.Request request =
        () -> {
          tried.incrementAndGet();
          throw FitException.of(new Period(Every.MONTH, START), "the data don't determine it");
        };
    List<FitException> told = new ArrayList<>();
    for (int time = 0; time < 3; time++) {
      try {
        cache().fit(request);
      } catch (FitException e) {
        told.add(e);
      }
    }
    assertThat(tried).hasValue(1);
    assertThat(told)
        .hasSize(3)
        .allSatisfy(
            e -> {
              assertThat(e).hasMessage("the data don't determine it");
              assertThat(e.period()).contains(new Period(Every.MONTH, START));
              assertThat(e.number()).isEmpty();
            });
  }

  @Test
  void anotherProgramMakesItsOwn() throws IOException {
    AtomicInteger made = new AtomicInteger();
    cache().fit(new Counted(1, made));
    FitFolder.of(folder, MUCH, "another").fit(new Counted(1, made));
    assertThat(made).hasValue(2);
    assertThat(files()).hasSize(2);
  }

  @Test
  void severalAtOnceGetWholeFits() throws Exception {
    AtomicInteger made = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Boolean>> right = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        // As processes do, they know nothing of each other; there is room for a few fits.
        FitCache own = FitFolder.of(folder, 4_000, "this");
        Callable<Boolean> task =
            () -> {
              boolean all = true;
              for (int n = 0; n < 400; n++) {
                all &= own.fit(new Counted(n % 8, made)).equals(small(n % 8));
              }
              return all;
            };
        right.add(threads.submit(task));
      }
      for (Future<Boolean> each : right) {
        assertThat(each.get()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(files()).allMatch(file -> file.toString().endsWith(".fit"));
  }

  @Test
  void whatWasUsedLeastLatelyGoesFirst() throws IOException {
    AtomicInteger made = new AtomicInteger();
    cache().fit(new Counted(0, made));
    long size = Files.size(files().get(0));
    Files.delete(files().get(0));
    FitCache small = FitFolder.of(folder, 3 * size, "this");
    for (int n = 0; n < 3; n++) {
      List<Path> before = files();
      small.fit(new Counted(n, made));
      for (Path file : files()) {
        if (!before.contains(file)) {
          Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000L * (n + 1)));
        }
      }
    }
    small.fit(new Counted(0, made)); // used now
    assertThat(made).hasValue(4);
    small.fit(new Counted(3, made));
    assertThat(files()).hasSize(3);
    small.fit(new Counted(0, made));
    small.fit(new Counted(2, made));
    assertThat(made).hasValue(5);
    small.fit(new Counted(1, made));
    assertThat(made).hasValue(6);
    FitFolder.of(folder, 0, "this").fit(new Counted(9, made));
    assertThat(files()).isEmpty();
  }

  @Test
  void aFolderThatCantBeWrittenCostsNothingButTime() throws IOException {
    AtomicInteger made = new AtomicInteger();
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    assertThat(FitFolder.of(file, MUCH, "this").fit(new Counted(1, made))).isEqualTo(small(1));
    assertThat(FitFolder.of(file.resolve("in"), MUCH, "this").fit(new Counted(1, made)))
        .isEqualTo(small(1));
    assertThat(made).hasValue(2);
    assertThat(Files.readString(file)).isEqualTo("no folder");
  }

  @Test
  void aFolderThatMayOnlyBeReadGivesWhatIsInIt() throws IOException {
    assumeFalse(System.getProperty("user.name").equals("root"), "root may write everywhere");
    AtomicInteger made = new AtomicInteger();
    cache().fit(new Counted(1, made));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assertThat(cache().fit(new Counted(1, made))).isEqualTo(small(1));
      assertThat(cache().fit(new Counted(2, made))).isEqualTo(small(2));
      assertThat(made).hasValue(2);
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    assertThat(files()).hasSize(1);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  /** So is how much wider fits should be: found once for a text, and anew where it is damaged. */
  @Test
  void wideningsAreKeptToo() throws IOException {
    AtomicInteger made = new AtomicInteger();
    Map<String, Widening> widening = new LinkedHashMap<>();
    widening.put("drivers.b", new Widening("driver.b", 94, 15.75, 1.5, Math.nextUp(1.45)));
    widening.put("drivers.a", new Widening("driver.a", 1, 1, 0.9, 1));
    Supplier<Map<String, Widening>> make =
        () -> {
          made.incrementAndGet();
          return widening;
        };
    FitCache first = FitFolder.of(folder, MUCH);
    assertThat(first.widening("a", Period.class, make)).isEqualTo(widening);
    Map<String, Widening> kept =
        FitFolder.of(folder, MUCH).widening("a", Period.class, () -> Map.of());
    assertThat(List.copyOf(kept.entrySet())).isEqualTo(List.copyOf(widening.entrySet()));
    assertThat(made).hasValue(1);
    first.widening("another text", Period.class, make);
    FitFolder.of(folder, MUCH, "another program").widening("a", Period.class, make);
    FitCache.NONE.widening("a", Period.class, make);
    assertThat(made).hasValue(4);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        byte[] bytes = Files.readAllBytes(file);
        bytes[9] ^= 1;
        Files.write(file, bytes);
      }
    }
    assertThat(first.widening("a", Period.class, make)).isEqualTo(widening);
    assertThat(made).hasValue(5);
    Path file = Files.writeString(folder.resolve("file"), "in its place");
    assertThat(FitFolder.of(file, MUCH).widening("a", Period.class, make)).isEqualTo(widening);
    assertThat(made).hasValue(6);
  }
}
