package io.corridor.scenarios.internal.evidence;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;

import io.corridor.evidence.fit.Process;
import io.corridor.evidence.fit.ProjectFit;
import io.corridor.evidence.fit.Volume;
import io.corridor.evidence.fit.WaiverFit;
import io.corridor.model.KeyPath;
import io.corridor.scenarios.internal.layer.Layers;
import io.corridor.scenarios.internal.yaml.Flaw;
import io.corridor.scenarios.internal.yaml.Node;
import io.corridor.scenarios.internal.yaml.Position;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of fits, taken out of its tree: what is left reads as a scenario in which 1
 * stands wherever the data decide alone.
 */
final class Marks {
  private static final String FIT = "fit";
  private static final String START = "start";
  private static final String DRIVERS = "drivers";
  private static final String CORRELATIONS = "correlations";

  private static final String FLOWS = "flows";
  private static final String PARTNERS = "partners";
  private static final String ELASTICITIES = "elasticities";
  private static final String NOISE = "noise";
  private static final String ANY = "*";
  private static final String WAIVERS = "waivers";
  static final String REGIME = "regime";

  /** Where projects stand, and openings of sources, which have the same delays. */
  private static final List<List<String>> PROJECTS =
      List.of(
          List.of("energy", "carriers", ANY, "projects", ANY),
          List.of("energy", "carriers", ANY, "imports", "opens"),
          List.of("energy", "carriers", ANY, "imports", "sources", ANY, "opens"));

  static final String TERMS = "terms";
  private static final String TERM_DAYS = "term-days";
  static final String MONTHLY = "monthly";

  /**
   * Where volumes stand.
   *
   * @param path of keys, {@link #ANY} for ids
   * @param size name of their size
   * @param optional keys that are as they are by default where nothing is written
   */
  private record Place(List<String> path, String size, List<String> optional) {
    static Place of(String size, List<String> optional, String... path) {
      return new Place(List.of(path), size, optional);
    }
  }

  private static final List<Place> PLACES =
      List.of(
          Place.of(Volumes.ANNUAL_VALUE, List.of("growth", Volumes.SEASON), FLOWS, ANY),
          Place.of(Volumes.ANNUAL_VALUE, List.of("growth"), PARTNERS, ANY),
          ofCarrier(Volumes.BASE, List.of("growth", Volumes.SEASON), "demand"),
          ofCarrier(Volumes.BASE, List.of("growth", Volumes.SEASON), "supply"),
          ofCarrier(Volumes.CAPACITY, List.of(Volumes.SEASON), "imports"),
          ofCarrier(Volumes.CAPACITY, List.of(Volumes.SEASON), "imports", "sources", ANY));

  private static Place ofCarrier(String size, List<String> optional, String... below) {
    List<String> path = new ArrayList<>(List.of("energy", "carriers", ANY));
    path.addAll(List.of(below));
    return new Place(path, size, optional);
  }

  /** Numbers of drivers that have a default where nothing is written. */
  private static final Set<String> OPTIONAL = Set.of("drift");

  private final Consumer<Flaw> flaws;
  private final List<OfDriver> drivers = new ArrayList<>();
  private final List<OfVolume> volumes = new ArrayList<>();
  private final List<OfTable> tables = new ArrayList<>();
  private final List<OfPair> pairs = new ArrayList<>();

  private Marks(Consumer<Flaw> flaws) {
    this.flaws = flaws;
  }

  /** Something that is fitted. */
  sealed interface Mark permits OfDriver, OfVolume, OfTable {
    /** Returns what {@code cases} makes of it. */
    <R> R match(Cases<R> cases);

    /** Returns where it stands: {@code drivers.brent}, {@code flows.goods}. */
    KeyPath key();

    /** Returns what it is fitted to. */
    Data data();

    /** Returns the numbers of which the file says nothing. */
    Set<String> free();

    /** Returns where the file says that it is fitted. */
    Position at();

    /** Returns whether {@code number} has a prior. */
    boolean hasPrior(String number);

    /** Returns whether the file says something of {@code number}: its prior. */
    default boolean isJudged(String number) {
      return hasPrior(number)
          && free().stream()
              .noneMatch(name -> number.equals(name) || number.startsWith(name + "."));
    }
  }

  /** What is made of each kind of mark: one that is forgotten doesn't compile. */
  record Cases<R>(
      Function<OfDriver, R> driver, Function<OfVolume, R> volume, Function<OfTable, R> table) {}

  /**
   * The series that something is fitted to.
   *
   * @param series the data's id
   * @param from first month of the data that are used; absent: all
   * @param until last month
   */
  record Data(String series, Optional<YearMonth> from, Optional<YearMonth> until) {

    /** Returns whether {@code month} is one of those that are used. */
    boolean has(YearMonth month) {
      return from.stream().noneMatch(month::isBefore) && until.stream().noneMatch(month::isAfter);
    }
  }

  /**
   * A flow, a partner, a carrier's demand, supply or source that is fitted.
   *
   * @param key where it stands
   * @param data what it is fitted to
   * @param free numbers of which the file says nothing; `season` where data decide the season
   * @param at where the file says so
   */
  record OfVolume(KeyPath key, Data data, Set<String> free, Position at) implements Mark {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.volume().apply(this);
    }

    @Override
    public boolean hasPrior(String number) {
      return !number.equals(Volume.NOISE_START) && !number.startsWith(Volumes.SEASON);
    }
  }

  /**
   * A driver that is fitted.
   *
   * @param id of the driver
   * @param process its law
   * @param data what it is fitted to
   * @param free numbers of which the file says nothing
   * @param drawsStart whether its value in month 0 is drawn by its law
   * @param at where the file says so
   */
  record OfDriver(
      String id, Process process, Data data, Set<String> free, boolean drawsStart, Position at)
      implements Mark {

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.driver().apply(this);
    }

    @Override
    public KeyPath key() {
      return KeyPath.of(DRIVERS, id);
    }

    @Override
    public boolean hasPrior(String number) {
      return process.numbers().contains(number);
    }
  }

  /**
   * A waiver, a project or the regime, which is fitted to a table.
   *
   * @param key where it stands
   * @param kind what the table's rows are
   * @param data the table
   * @param free numbers of which the file says nothing
   * @param at where the file says that it is fitted
   */
  record OfTable(KeyPath key, TableReader.Kind kind, Data data, Set<String> free, Position at)
      implements Mark {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.table().apply(this);
    }

    @Override
    public boolean hasPrior(String number) {
      return !number.equals(ProjectFit.DELAY);
    }
  }

  /** Two ids of what has shocks whose correlation is fitted, and where the file says so. */
  record OfPair(String first, String second, Position at) {}

  /**
   * What was taken out.
   *
   * @param root what is left
   * @param drivers those that are fitted
   * @param volumes those that are
   * @param tables waivers, projects and the regime, where they are
   * @param pairs those whose correlation is
   */
  record Taken(
      Node root,
      List<OfDriver> drivers,
      List<OfVolume> volumes,
      List<OfTable> tables,
      List<OfPair> pairs) {
    /** Returns what was taken out of a tree that says nothing of fits. */
    static Taken nothing(Node root) {
      return new Taken(root, List.of(), List.of(), List.of(), List.of());
    }

    /** Returns all that is fitted. */
    List<Mark> all() {
      return Stream.<List<? extends Mark>>of(drivers, volumes, tables)
          .<Mark>flatMap(List::stream)
          .toList();
    }

    /** Returns what is fitted under an id that a correlation may name. */
    Optional<Mark> named(String id) {
      return all().stream().filter(mark -> isNamed(mark, id)).findFirst();
    }
  }

  /** Carriers have several noises, which no id tells apart. */
  private static boolean isNamed(Mark mark, String id) {
    return Stream.of(DRIVERS, FLOWS, PARTNERS)
        .anyMatch(section -> mark.key().equals(KeyPath.of(section, id)));
  }

  /** Takes out what {@code root} says of fits. */
  static Taken take(Node.Mapping root, Consumer<Flaw> flaws) {
    Marks marks = new Marks(flaws);
    Node.Mapping left = marks.takeDrivers(root);
    for (Place place : PLACES) {
      left =
          marks.takeAll(
              left,
              place.path(),
              KeyPath.ROOT,
              (volume, key) -> marks.takeVolume(volume, place, key));
    }
    left = marks.takeAll(left, List.of(WAIVERS, ANY), KeyPath.ROOT, marks::takeWaiver);
    for (List<String> path : PROJECTS) {
      left = marks.takeAll(left, path, KeyPath.ROOT, marks::takeProject);
    }
    left = marks.takeAll(left, List.of(REGIME), KeyPath.ROOT, marks::takeRegime);
    left = marks.takePairs(left);
    return new Taken(
        left,
        List.copyOf(marks.drivers),
        List.copyOf(marks.volumes),
        List.copyOf(marks.tables),
        List.copyOf(marks.pairs));
  }

  private Node.Mapping takeDrivers(Node.Mapping root) {
    if (!(root.get(DRIVERS) instanceof Node.Mapping all)) {
      return root;
    }
    Node.Mapping left = all;
    for (var entry : all.entries().entrySet()) {
      if (entry.getValue().value() instanceof Node.Mapping driver && driver.get(FIT) != null) {
        Node.Mapping stripped = takeDriver(entry.getKey(), driver);
        left = left.with(entry.getKey(), new Node.Entry(entry.getValue().keyAt(), stripped));
      }
    }
    Position keyAt = root.entry(DRIVERS).keyAt();
    return left.equals(all) ? root : root.with(DRIVERS, new Node.Entry(keyAt, left));
  }

  private Node.Mapping takeDriver(String id, Node.Mapping driver) {
    Node fit = driver.entry(FIT).value();
    Node.Mapping left = driver.without(FIT);
    KeyPath key = KeyPath.of(DRIVERS, id, FIT);
    Optional<Process> process = process(driver);
    if (process.isEmpty()) {
      flaws.accept(
          new Flaw(
              driver.entry(FIT).keyAt(),
              key,
              "only drivers of kind gbm, ou, log-ou and jump are fitted"));
      return left;
    }
    Set<String> free = new LinkedHashSet<>();
    for (String number : process.get().numbers()) {
      Node value = driver.get(number);
      if (isFree(value) && (value != null || !OPTIONAL.contains(number))) {
        free.add(number);
        left = left.with(number, one(fit.at()));
      }
    }
    boolean drawsStart = isFree(driver.get(START));
    if (drawsStart) {
      left = left.with(START, one(fit.at()));
    }
    data(key, fit)
        .ifPresent(
            data -> drivers.add(new OfDriver(id, process.get(), data, free, drawsStart, fit.at())));
    return left;
  }

  /** Takes the fit out of what stands at a key and has one. */
  private interface Take {
    Node.Mapping from(Node.Mapping section, KeyPath key);
  }

  /**
   * Takes the fits out of what stands below {@code key}.
   *
   * @param path what is left of the path to what is fitted, {@link #ANY} for ids
   */
  private Node.Mapping takeAll(Node.Mapping mapping, List<String> path, KeyPath key, Take take) {
    if (path.isEmpty()) {
      return mapping.get(FIT) == null ? mapping : take.from(mapping, key);
    }
    Node.Mapping left = mapping;
    for (var entry : mapping.entries().entrySet()) {
      boolean on = path.get(0).equals(ANY) || path.get(0).equals(entry.getKey());
      if (on && entry.getValue().value() instanceof Node.Mapping below) {
        KeyPath name = key.child(entry.getKey());
        Node.Mapping taken = takeAll(below, path.subList(1, path.size()), name, take);
        if (!taken.equals(below)) {
          left = left.with(entry.getKey(), new Node.Entry(entry.getValue().keyAt(), taken));
        }
      }
    }
    return left;
  }

  private Node.Mapping takeVolume(Node.Mapping volume, Place place, KeyPath key) {
    Node fit = volume.entry(FIT).value();
    Node.Mapping left = volume.without(FIT);
    Set<String> free = new LinkedHashSet<>();
    if (isFree(volume.get(place.size()))) {
      free.add(place.size());
      left = left.with(place.size(), one(fit.at()));
    }
    for (String number : place.optional()) {
      if (volume.get(number) != null && isFree(volume.get(number))) {
        free.add(number);
        left = left.without(number);
      }
    }
    if (volume.get(ELASTICITIES) instanceof Node.Mapping elasticities) {
      left =
          left.with(
              ELASTICITIES,
              new Node.Entry(
                  volume.entry(ELASTICITIES).keyAt(),
                  takeEach(elasticities, ELASTICITIES, free, fit.at())));
    }
    left = left.with(NOISE, new Node.Entry(fit.at(), noise(volume.get(NOISE), free, fit.at())));
    data(key.child(FIT), fit)
        .ifPresent(data -> volumes.add(new OfVolume(key, data, free, fit.at())));
    return left;
  }

  /** Takes out those numbers of a mapping that are left to the data. */
  private static Node takeEach(Node.Mapping numbers, String key, Set<String> free, Position at) {
    Node.Mapping left = numbers;
    for (var entry : numbers.entries().entrySet()) {
      if (isFree(entry.getValue().value())) {
        free.add(key + "." + entry.getKey());
        left = left.with(entry.getKey(), one(at));
      }
    }
    return left;
  }

  private Node.Mapping takeWaiver(Node.Mapping waiver, KeyPath key) {
    Node fit = waiver.entry(FIT).value();
    Node.Mapping left = waiver.without(FIT);
    Set<String> free = new LinkedHashSet<>();
    Node renew = waiver.get(WaiverFit.RENEW);
    if (isFree(renew)) {
      free.add(WaiverFit.RENEW);
      left = left.with(WaiverFit.RENEW, one(fit.at()));
    } else if (renew instanceof Node.Mapping byRegime && !Layers.isValue(byRegime)) {
      Position keyAt = waiver.entry(WaiverFit.RENEW).keyAt();
      Node stated = takeEach(byRegime, WaiverFit.RENEW, free, fit.at());
      left = left.with(WaiverFit.RENEW, new Node.Entry(keyAt, stated));
    }
    if (isFree(waiver.get(TERMS)) && waiver.get(TERM_DAYS) == null) {
      free.add(TERMS);
      left = left.without(TERMS).with(TERM_DAYS, one(fit.at()));
    }
    take(key, TableReader.Kind.GRANTS, fit, free);
    return left;
  }

  private Node.Mapping takeProject(Node.Mapping project, KeyPath key) {
    Node fit = project.entry(FIT).value();
    Node.Mapping left = project.without(FIT);
    Set<String> free = new LinkedHashSet<>();
    for (String number : List.of(ProjectFit.DELAY, ProjectFit.CANCEL)) {
      if (project.get(number) != null && isFree(project.get(number))) {
        free.add(number);
        left = left.without(number);
      }
    }
    take(key, TableReader.Kind.PLANTS, fit, free);
    return left;
  }

  /** Of a row that isn't stated nothing is said. */
  private Node.Mapping takeRegime(Node.Mapping regime, KeyPath key) {
    Node fit = regime.entry(FIT).value();
    Node.Mapping left = regime.without(FIT);
    Set<String> free = new LinkedHashSet<>();
    if (isFree(regime.get(MONTHLY))) {
      free.add(MONTHLY);
      left = left.without(MONTHLY);
    } else if (regime.get(MONTHLY) instanceof Node.Mapping rows
        && regime.get("states") instanceof Node.Items states) {
      Node.Mapping stated = rows;
      for (Node state : states.items()) {
        String name = state instanceof Node.Scalar scalar ? scalar.text() : "";
        if (isFree(rows.get(name))) {
          free.add(MONTHLY + "." + name);
          stated = stated.without(name);
        }
      }
      left = left.with(MONTHLY, new Node.Entry(regime.entry(MONTHLY).keyAt(), stated));
    }
    take(key, TableReader.Kind.REGIMES, fit, free);
    return left;
  }

  private void take(KeyPath key, TableReader.Kind kind, Node fit, Set<String> free) {
    data(key.child(FIT), fit)
        .ifPresent(data -> tables.add(new OfTable(key, kind, data, free, fit.at())));
  }

  /** Data decide a noise of which nothing is said. */
  private static Node noise(@Nullable Node noise, Set<String> free, Position at) {
    if (noise != null && !(noise instanceof Node.Mapping) && !isFree(noise)) {
      return noise; // which reading complains of
    }
    Node.Mapping left =
        noise instanceof Node.Mapping mapping ? mapping : new Node.Mapping(Map.of(), at);
    for (String number : List.of("reversion", "volatility")) {
      if (isFree(left.get(number))) {
        free.add(NOISE + "." + number);
        left = left.with(number, one(at));
      }
    }
    return left;
  }

  /** Nothing is said of a number that is left out, or called {@code fit}. */
  private static boolean isFree(@Nullable Node value) {
    return value == null
        || value instanceof Node.Scalar scalar && scalar.plain() && scalar.text().equals(FIT);
  }

  private static Node.Entry one(Position at) {
    return new Node.Entry(at, new Node.Scalar("1", true, at));
  }

  private static Optional<Process> process(Node.Mapping driver) {
    return driver.get("kind") instanceof Node.Scalar kind
        ? Arrays.stream(Process.values())
            .filter(process -> process.word().equals(kind.text()))
            .findFirst()
        : Optional.empty();
  }

  private Optional<Data> data(KeyPath key, Node fit) {
    if (fit instanceof Node.Scalar scalar && !scalar.isNull()) {
      return Optional.of(new Data(scalar.text(), Optional.empty(), Optional.empty()));
    }
    return KeyReader.of(
            key,
            fit,
            flaws,
            "the id of a series of `data`, or {to: ID, from: 2012-01, until: 2018-12}")
        .flatMap(
            part -> {
              part.refuseUnknown(List.of("to", "from", "until"));
              return part.text("to", true, "the id of a series of `data`")
                  .map(series -> new Data(series, part.month("from"), part.month("until")));
            });
  }

  private Node.Mapping takePairs(Node.Mapping root) {
    if (!(root.get(CORRELATIONS) instanceof Node.Items all)) {
      return root;
    }
    List<Node> left = new ArrayList<>();
    for (Node item : all.items()) {
      if (item instanceof Node.Mapping pair && pair.get(FIT) != null) {
        takePair(pair);
      } else {
        left.add(item);
      }
    }
    if (left.size() == all.items().size()) {
      return root;
    }
    if (left.isEmpty()) {
      return root.without(CORRELATIONS);
    }
    Position keyAt = root.entry(CORRELATIONS).keyAt();
    return root.with(CORRELATIONS, new Node.Entry(keyAt, new Node.Items(left, all.at())));
  }

  private void takePair(Node.Mapping pair) {
    List<String> ids = new ArrayList<>();
    if (pair.get(FIT) instanceof Node.Items items) {
      items
          .items()
          .forEach(item -> ids.add(item instanceof Node.Scalar scalar ? scalar.text() : ""));
    }
    if (ids.size() != 2 || pair.entries().size() != 1) {
      flaws.accept(
          new Flaw(
              pair.at(),
              KeyPath.of(CORRELATIONS),
              "a correlation that is fitted is written {fit: [ID, ID]}, of two drivers, flows or"
                  + " partners"));
      return;
    }
    for (String id : ids) {
      if (Stream.<Mark>concat(drivers.stream(), volumes.stream())
          .noneMatch(mark -> isNamed(mark, id))) {
        flaws.accept(
            new Flaw(
                pair.at(),
                KeyPath.of(CORRELATIONS),
                quote(id)
                    + " has no `fit` of its own, of whose residuals a correlation could be made"));
        return;
      }
    }
    pairs.add(new OfPair(ids.get(0), ids.get(1), pair.at()));
  }
}
