package io.corridor.scenarios;

import com.google.common.collect.Maps;
import com.google.common.hash.Hashing;
import io.corridor.evidence.forecast.Backtest;
import io.corridor.evidence.forecast.Widener;
import io.corridor.evidence.score.Widened;
import io.corridor.evidence.series.DataSeries;
import io.corridor.model.KeyPath;
import io.corridor.model.Nearest;
import io.corridor.model.Problem;
import io.corridor.model.RunDefaults;
import io.corridor.model.Scenario;
import io.corridor.scenarios.internal.csv.CsvFiles;
import io.corridor.scenarios.internal.evidence.BacktestReader;
import io.corridor.scenarios.internal.evidence.Fitting;
import io.corridor.scenarios.internal.evidence.Shown;
import io.corridor.scenarios.internal.format.BacktestSource;
import io.corridor.scenarios.internal.format.FormatWords;
import io.corridor.scenarios.internal.format.Labels;
import io.corridor.scenarios.internal.format.Reading;
import io.corridor.scenarios.internal.format.ScenarioFormat;
import io.corridor.scenarios.internal.format.Shift;
import io.corridor.scenarios.internal.format.Sited;
import io.corridor.scenarios.internal.layer.Layers;
import io.corridor.scenarios.internal.layer.Lookup;
import io.corridor.scenarios.internal.layer.Overrides;
import io.corridor.scenarios.internal.yaml.Composer;
import io.corridor.scenarios.internal.yaml.Emitter;
import io.corridor.scenarios.internal.yaml.Flaw;
import io.corridor.scenarios.internal.yaml.Folder;
import io.corridor.scenarios.internal.yaml.Node;
import io.corridor.scenarios.internal.yaml.Position;
import io.corridor.scenarios.internal.yaml.Quotes;
import io.corridor.scenarios.internal.yaml.SourceText;
import io.corridor.scenarios.internal.yaml.Utf8;
import io.corridor.scenarios.internal.yaml.YamlException;
import io.corridor.simulation.Simulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One reading of a file, with what it extends, a variant and what is set: layers, then checks of
 * all that can be wrong without fits, then the fits, which take long.
 */
final class Loading {
  private static final KeyPath EXTENDS = KeyPath.of(ScenarioFormat.EXTENDS_KEY);
  private static final KeyPath VARIANTS = KeyPath.of(ScenarioFormat.VARIANTS_KEY);
  private static final int MOST_VARIANTS = 100;

  /** What no backtest depends on but for {@code run}, which is told apart otherwise. */
  private static final List<String> ASIDE =
      List.of(
          ScenarioFormat.EXTENDS_KEY,
          ScenarioFormat.VARIANTS_KEY,
          "labels",
          "levers",
          "output",
          "run");

  /** Most values that are read to check all variants of a file. */
  private static final int MOST_READ = 500_000;

  private static final int LONGEST = 200;

  /** Most files of which each extends the next. */
  private static final int MOST_FILES = 20;

  private final Folder.Found file;
  private final Optional<String> variant;
  private final Map<String, ScenarioReader.Setting> set;
  private final Flaws flaws = new Flaws();
  private final List<Shift> shifts = new ArrayList<>();
  private final CsvFiles tables = new CsvFiles();
  private final Fitting.Maker fittings;

  private final Widener widener;

  /** Whether fits that fail are told beside the scenario, which isn't valid without them. */
  private final boolean keepsGoing;

  private final Flaws failedFits = new Flaws();
  private final ScenarioReader.Variants kind;
  private final Map<String, String> files = new LinkedHashMap<>();
  private final StringBuilder text = new StringBuilder();

  /** What is wrong with trees that something was laid over. */
  private final Map<Node, Map<FileProblem, Flaw>> alone = new IdentityHashMap<>();

  /** Whether nothing was found wrong that can be without fits. */
  private boolean isTimeForFits;

  Loading(
      Folder.Found file,
      Optional<String> variant,
      Map<String, ScenarioReader.Setting> set,
      Fitting.Maker fittings,
      Widener widener,
      boolean keepsGoing,
      ScenarioReader.Variants kind) {
    this.fittings = fittings;
    this.widener = widener;
    this.keepsGoing = keepsGoing;
    this.kind = kind;
    this.file = Limited.of(file, files);
    this.variant = variant;
    this.set = set;
  }

  LoadedScenario load(String name) {
    Checked checked = check();
    Read read = checked.read();
    isTimeForFits = true;
    alone.clear();
    Map<String, Widened> found = found(checked);
    Fitting.Fitted fitted = fit(read, found);
    List<LoadedScenario.Kept> kept = new ArrayList<>();
    for (Read other : checked.others()) {
      kept.add(new LoadedScenario.Kept(fit(other, found).scenario(), places(other)));
    }
    flaws.throwIfAny();
    Map<String, Widened> widened = read.fitting().widened(found);
    widened.values().removeIf(by -> by.factor() == 1);
    return new LoadedScenario(
        fitted.scenario(),
        name,
        text.toString(),
        sha256(),
        variant,
        Maps.transformValues(set, ScenarioReader.Setting::yaml),
        checked.variants(),
        new Evidence(
            fitted,
            read.fitting(),
            checked.shown(),
            checked.past().map(Past::tested),
            failedFits.problems(),
            widened),
        places(read),
        LeverFinder.of(read.reading().movables(), fitted),
        Maps.transformValues(read.reading().movables(), Reading.Movable::value),
        new ScenarioTexts(texts().text(), files, found),
        kind == ScenarioReader.Variants.KEPT ? kept : List.of());
  }

  private static KeyPlaces places(Read read) {
    Node whole = read.laid().tree();
    return new KeyPlaces(key -> Lookup.locate(whole, key, Spoiled.SYNONYMS));
  }

  /** Returns the series that are of metrics; a file as it stands must have these. */
  private Map<String, DataSeries> shown(Read read) {
    return flaws.isEmpty()
        ? Shown.of(read.unfitted(), read.fitting(), read.laid().below().isEmpty())
        : Map.of();
  }

  /**
   * A file that is right, as far as that can be told without fits.
   *
   * @param read the scenario
   * @param others variants that were read, to be checked
   * @param variants names of all
   * @param past what is put back to the past
   * @param shown series that are of a metric
   */
  private record Checked(
      Read read,
      List<Read> others,
      List<String> variants,
      Optional<Past> past,
      Map<String, DataSeries> shown) {}

  private Checked check() {
    Node root = withBases();
    Variants variants = new Variants(root);
    Layered base = Layered.file(root);
    Layered chosen = variant.map(wanted -> variants.over(base, wanted)).orElse(base);
    Layered laid = set.isEmpty() ? chosen : withSet(chosen);
    Read read = read(laid);
    List<Read> others =
        kind == ScenarioReader.Variants.TRUSTED ? List.of() : variants.readAll(base);
    Optional<Past> past = past(read, variant, variants);
    past.ifPresent(
        found -> {
          checkWidened(read, found);
          if (flaws.isEmpty()) { // else all variants have the same
            others.forEach(other -> checkWidened(other, found));
          }
        });
    Map<String, DataSeries> shown = shown(read);
    if (kind == ScenarioReader.Variants.KEPT) {
      for (int i = 0; i < others.size(); i++) { // whose flaws are told as where each is read alone
        past(others.get(i), Optional.of(variants.names().get(i)), variants);
        shown(others.get(i));
      }
    }
    flaws.throwIfAny();
    return new Checked(read, others, variants.names(), past, shown);
  }

  /** Returns what the backtest finds of the file as it stands, if it widens a fit. */
  private Map<String, Widened> found(Checked checked) {
    if (checked.past().stream().allMatch(past -> unstated(checked.read(), past).isEmpty())) {
      return Map.of();
    }
    boolean stands = variant.isEmpty() && set.isEmpty();
    Past past = (stands ? checked.past() : asItStands().or(checked::past)).orElseThrow();
    return widener.find(past.backtest(), () -> identity(past));
  }

  /** Returns the past of the file as it stands; empty if that is wrong, or has no backtest. */
  private Optional<Past> asItStands() {
    try {
      return new Loading(
              file,
              Optional.empty(),
              Map.of(),
              fittings.forOtherTexts(),
              Widener.NONE,
              keepsGoing,
              ScenarioReader.Variants.TRUSTED)
          .check()
          .past();
    } catch (ScenarioFileException e) {
      return Optional.empty();
    }
  }

  /** Returns what is the same text where nothing differs that a backtest depends on. */
  private String identity(Past past) {
    Node.Mapping tree = (Node.Mapping) past.laid().tree();
    for (String aside : ASIDE) {
      tree = tree.without(aside);
    }
    return Emitter.emit(past.backtest().plan().questions() ? tree : tree.without("questions"))
        + files;
  }

  /** Returns the fits of a scenario that a backtest widens. */
  private static List<String> unstated(Read read, Past past) {
    return past.widens() ? read.fitting().unstated(past.tested().plan().series()) : List.of();
  }

  /** Tells which of a scenario's fits can't be widened, though a backtest widens them. */
  private void checkWidened(Read read, Past past) {
    Flaws failed = new Flaws();
    read.fitting()
        .checkWidened(read.unfitted(), unstated(read, past))
        .forEach(failure -> failed.accept(failure.flaw()));
    note(keepsGoing ? new Flaws() : failed, failed, read.laid());
  }

  /** Returns what has been read so far. */
  ScenarioTexts texts() {
    return new ScenarioTexts(new String(file.bytes(), StandardCharsets.UTF_8), files);
  }

  /**
   * What is put back to the past: the file, or the variant that its backtest names.
   *
   * @param tested before its fits are made
   * @param laid its tree
   * @param run how it is run
   * @param widens whether fits are widened by what its forecasts miss
   */
  private record Past(Evidence.Backtested tested, Layered laid, RunDefaults run, boolean widens) {

    /** Returns its backtest, as it is run where nobody says otherwise. */
    Backtest backtest() {
      long paths = Math.max(2, Math.min(run.paths(), Backtest.USUAL_PATHS));
      return new Backtest(tested.plan(), Evidence.of(tested), paths, run.seed());
    }
  }

  private Optional<Past> past(Read read, Optional<String> variant, Variants variants) {
    Optional<Sited<BacktestSource>> backtest = read.reading().backtest();
    if (!flaws.isEmpty() || backtest.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> named = backtest.get().says().variant();
    if (named.isPresent() && !variants.names().contains(named.get())) {
      backtest.get().wrong("variant", variants.missing(named.get()));
      return Optional.empty();
    }
    Read past =
        named.equals(variant)
            ? read
            : named.map(name -> read(variants.over(read.laid(), name))).orElse(read);
    return BacktestReader.plan(backtest.get(), past.unfitted(), past.fitting().series())
        .map(plan -> new Evidence.Backtested(plan, past.unfitted(), past.fitting()))
        .map(
            tested ->
                new Past(
                    tested, past.laid(), read.unfitted().run(), backtest.get().says().widen()));
  }

  private String sha256() {
    return Hashing.sha256().hashBytes(file.bytes()).toString();
  }

  /** Returns the tree of the file laid over the one that it extends, and so on. */
  private Node withBases() {
    Deque<Node> layers = new ArrayDeque<>();
    Set<Object> above = new HashSet<>();
    Folder.Found found = file;
    while (true) {
      above.add(found.identity());
      SourceText origin = SourceText.file(found.name(), found.folder());
      flaws.opened(origin);
      Node.Mapping root = compose(found, origin);
      layers.push(root);
      Node.Entry base = root.entries().get(ScenarioFormat.EXTENDS_KEY);
      if (base == null) {
        return merged(layers);
      }
      if (layers.size() == MOST_FILES) {
        throw fatal(
            base.value().at(),
            EXTENDS,
            "leads through more than " + MOST_FILES + " files, each of which extends the next");
      }
      found = open(base.value(), above);
      text.append("\n\n# ")
          .append(((Node.Scalar) base.value()).text())
          .append(", extended above\n\n");
    }
  }

  /** Lays each over the one before it. */
  private Node merged(Deque<Node> layers) {
    Node tree = layers.pop();
    while (!layers.isEmpty()) {
      tree = new Layers(FormatWords::words, flaws).merge(tree, layers.pop());
    }
    return tree;
  }

  private Folder.Found open(Node path, Set<Object> above) {
    if (!(path instanceof Node.Scalar scalar) || scalar.isNull()) {
      throw fatal(path.at(), EXTENDS, "must be a file in this one's folder");
    }
    try {
      Folder.Found found = path.at().origin().folder().open(scalar.text());
      if (above.contains(found.identity())) {
        throw fatal(
            path.at(),
            EXTENDS,
            "goes in a ring: " + Quotes.quote(scalar.text()) + " leads back to itself");
      }
      return found;
    } catch (IOException e) {
      throw fatal(path.at(), EXTENDS, Folder.reason(e));
    }
  }

  private Node.Mapping compose(Folder.Found found, SourceText origin) {
    Position start = Position.start(origin);
    if (found.bytes().length > FileFolder.LARGEST) {
      throw fatal(start, KeyPath.ROOT, "is larger than 1 MiB; that is no scenario");
    }
    try {
      String yaml = Utf8.decode(found.bytes(), origin);
      text.append(yaml);
      Node root = Composer.compose(yaml, origin, flaws);
      if (root == null || root.isNull()) {
        throw fatal(start, KeyPath.ROOT, "is empty; a scenario begins with 'corridor: 1'");
      }
      if (!(root instanceof Node.Mapping mapping)) {
        throw fatal(root.at(), KeyPath.ROOT, "must be a mapping that begins with 'corridor: 1'");
      }
      return mapping;
    } catch (YamlException e) {
      throw fatal(e.flaw());
    }
  }

  private ScenarioFileException fatal(Position at, KeyPath key, String message) {
    return fatal(new Flaw(at, key, message));
  }

  /** Returns the exception of all that was found, {@code flaw} the last: there is no going on. */
  private ScenarioFileException fatal(Flaw flaw) {
    flaws.accept(flaw);
    try {
      flaws.throwIfAny();
    } catch (ScenarioFileException e) {
      return e;
    }
    throw new IllegalStateException("a flaw was accepted and is gone");
  }

  private Layered withSet(Layered below) {
    Node changed = below.tree();
    Map<KeyPath, Position> keys = new LinkedHashMap<>();
    Overrides overrides = new Overrides(FormatWords::words, flaws);
    for (Map.Entry<String, ScenarioReader.Setting> entry : set.entrySet()) {
      String yaml = entry.getValue().yaml();
      String named = entry.getValue().option() + " " + entry.getKey() + "=" + yaml;
      String option = Quotes.clean(Quotes.shorten(named, LONGEST));
      SourceText origin = SourceText.option(option, file.folder());
      flaws.opened(origin);
      Position at = Position.start(origin);
      KeyPath key = KeyPath.parse(entry.getKey());
      keys.put(key, at);
      Node value = optionValue(key, yaml, origin);
      if (Shift.isNamed(entry.getKey())) {
        shifts.add(Shift.of(entry.getKey(), value, at));
      } else {
        changed = overrides.set(changed, key, value, at);
      }
    }
    String all =
        keys.values().stream().map(at -> at.origin().name()).collect(Collectors.joining(" "));
    SourceText options = SourceText.option(Quotes.shorten(all, LONGEST), file.folder());
    return new Layered(changed, Optional.of(below), "", keys, Position.start(options));
  }

  private Node optionValue(KeyPath key, String yaml, SourceText origin) {
    try {
      Node value = Composer.compose(yaml, origin, flaws);
      if (value == null) {
        throw fatal(Position.start(origin), key, "has no value; null removes a key");
      }
      return value;
    } catch (YamlException e) {
      throw fatal(new Flaw(e.flaw().at(), key, e.flaw().message()));
    }
  }

  /**
   * A scenario that was read.
   *
   * @param laid its tree
   * @param reading how it was read
   * @param unfitted before its fits are made
   * @param fitting makes them
   */
  private record Read(Layered laid, Reading reading, Scenario unfitted, Fitting fitting) {}

  /** Returns the scenario of a tree before its fits, whose flaws have been noted. */
  private Read read(Layered laid) {
    Flaws found = new Flaws();
    Flaws failed = keepsGoing ? new Flaws() : found;
    Reading reading = new Reading(found, shifts, tables, laid.below().isPresent());
    Read read = read(laid, reading, fittings, found, failed);
    note(found, failed, laid);
    return read;
  }

  /** Returns the scenario with its fits, whose flaws have been noted. */
  private Fitting.Fitted fit(Read read, Map<String, Widened> widened) {
    Flaws found = new Flaws();
    Flaws failed = keepsGoing ? new Flaws() : found;
    Fitting.Fitted fitted = fit(read, widened, found, failed);
    note(found, failed, read.laid());
    return fitted;
  }

  private void note(Flaws found, Flaws failed, Layered laid) {
    if (keepsGoing) {
      told(failed, laid).forEach(failedFits);
    }
    found.handOn(told(found, laid), flaws);
  }

  /**
   * Returns what is wrong with a tree, told where it is to be mended: what is wrong already with
   * the tree that something was laid over, as it is told of that one; all else, where that stands
   * which was laid over.
   */
  private List<Flaw> told(Flaws found, Layered laid) {
    if (laid.below().isEmpty() || found.all().stream().allMatch(laid::isPlaceOf)) {
      return found.all();
    }
    Map<FileProblem, Flaw> below = alone(laid.below().get());
    return found.all().stream()
        .map(
            flaw ->
                laid.isPlaceOf(flaw)
                    ? flaw
                    : below.getOrDefault(Flaws.problem(flaw, ""), laid.blamed(flaw)))
        .toList();
  }

  /** Returns how is told what is wrong with a tree as it stands, by the problem as it was found. */
  private Map<FileProblem, Flaw> alone(Layered laid) {
    Map<FileProblem, Flaw> known = alone.get(laid.tree());
    if (known == null) {
      Flaws found = new Flaws();
      Reading reading = new Reading(found, List.of(), tables, laid.below().isPresent());
      Read read = read(laid, reading, fittings.forOtherTexts(), found, found);
      if (isTimeForFits && found.isEmpty()) {
        fit(read, Map.of(), found, found);
      }
      List<Flaw> told = told(found, laid);
      known = new HashMap<>();
      for (int i = 0; i < told.size(); i++) {
        known.put(Flaws.problem(found.all().get(i), ""), told.get(i));
      }
      alone.put(laid.tree(), known);
    }
    return known;
  }

  /**
   * Returns the scenario of a tree; data are looked into if nothing else is wrong.
   *
   * @param found told what is wrong
   * @param failed told which fits can't be made
   */
  private Read read(Layered laid, Reading reading, Fitting.Maker maker, Flaws found, Flaws failed) {
    Scenario unfitted = ScenarioFormat.read(laid.tree(), reading);
    Fitting fitting = maker.of(reading);
    Read read = new Read(laid, reading, unfitted, fitting);
    boolean isRight = flaws.isEmpty() && found.isEmpty();
    check(read, unfitted, List.of(), key -> fitting.mayMend(unfitted, key), found);
    if (isRight) {
      List<KeyPath> wrong = found.all().stream().map(Flaw::key).toList();
      fitting.check(unfitted).stream()
          .filter(
              failure ->
                  failure.section().stream().noneMatch(key -> wrong.stream().anyMatch(key::covers)))
          .forEach(failure -> failed.accept(failure.flaw()));
    }
    return read;
  }

  private Fitting.Fitted fit(Read read, Map<String, Widened> widened, Flaws found, Flaws failed) {
    if (!flaws.isEmpty() || read.reading().fits().isEmpty()) {
      return new Fitting.Fitted(read.unfitted(), List.of(), List.of(), List.of());
    }
    Fitting.Fitted fitted = read.fitting().fit(read.unfitted(), read.fitting().widened(widened));
    fitted.failures().forEach(failure -> failed.accept(failure.flaw()));
    if (found.isEmpty()) {
      read.fitting()
          .undrawn(fitted.scenario())
          .forEach(
              key ->
                  found.accept(
                      new Flaw(
                          place(read.laid().tree(), key),
                          key,
                          "is not drawn, though data decide it, so that it can't be moved; set"
                              + " it")));
    }
    check(read, fitted.scenario(), fitted.failures(), key -> false, found);
    return fitted;
  }

  /** Checks a scenario, before its fits or after, but for keys that may be wrong for now. */
  private void check(
      Read read,
      Scenario scenario,
      List<Fitting.Failure> failures,
      Predicate<KeyPath> forNow,
      Consumer<Flaw> found) {
    Set<KeyPath> placeholders = new HashSet<>(read.reading().spoiled());
    failures.forEach(failure -> failure.section().ifPresent(placeholders::add));
    Spoiled spoiled = new Spoiled(placeholders);
    for (Problem problem : Simulator.check(scenario)) {
      KeyPath key = problem.key();
      if (!spoiled.explains(key) && !forNow.test(key)) {
        found.accept(new Flaw(place(read.laid().tree(), key), key, problem.message()));
      }
    }
  }

  /** Where a key stands: of a number that was moved, the option that moves it. */
  private Position place(Node root, KeyPath key) {
    return shifts.stream()
        .filter(shift -> shift.key().equals(key))
        .reduce((first, last) -> last)
        .map(Shift::at)
        .orElseGet(() -> Lookup.locate(root, key, Spoiled.SYNONYMS));
  }

  /** The variants of the file. */
  private final class Variants {
    private final Node root;
    private final Node.Mapping all;

    Variants(Node root) {
      this.root = root;
      Node node = ((Node.Mapping) root).get(ScenarioFormat.VARIANTS_KEY);
      all = node instanceof Node.Mapping mapping ? mapping : new Node.Mapping(Map.of(), root.at());
      if (all.entries().size() > MOST_VARIANTS) {
        throw fatal(
            all.at(),
            VARIANTS,
            "has " + all.entries().size() + " variants; at most " + MOST_VARIANTS + " are read");
      }
      Node.Entry base = all.entries().get(ScenarioReader.BASE);
      if (base != null) {
        flaws.accept(
            new Flaw(
                base.keyAt(),
                VARIANTS.child(ScenarioReader.BASE),
                "no variant can be called 'base', which names the file as it stands"));
      }
    }

    List<String> names() {
      return List.copyOf(all.entries().keySet());
    }

    /** Reads every variant, to note its flaws. */
    List<Read> readAll(Layered base) {
      long values = Composer.count(base.tree());
      if (values * names().size() > MOST_READ) {
        throw fatal(
            all.at(),
            VARIANTS,
            names().size() + " variants of " + values + " values each are too many to check");
      }
      return names().stream().map(name -> read(over(base, name))).toList();
    }

    /** Returns what is wrong with the name of a variant that there isn't. */
    String missing(String name) {
      return "there is no variant "
          + Quotes.quote(name)
          + "; there are "
          + (names().isEmpty() ? "none" : String.join(", ", names()))
          + Nearest.hint(name, names());
    }

    Layered over(Layered below, String name) {
      Node.Entry chosen = all.entries().get(name);
      if (chosen == null) {
        throw fatal(all.at(), VARIANTS, missing(name));
      }
      if (!(chosen.value() instanceof Node.Mapping mapping)) {
        return below; // which reading the file has complained of
      }
      Node changed = below.tree();
      Map<KeyPath, Position> keys = new LinkedHashMap<>();
      Overrides overrides = new Overrides(FormatWords::words, flaws);
      String what = "variant " + name;
      for (Map.Entry<String, Node.Entry> entry :
          mapping.without(Labels.LABEL).entries().entrySet()) {
        KeyPath key = KeyPath.parse(entry.getKey());
        keys.put(key, entry.getValue().keyAt());
        Position at = entry.getValue().keyAt().noted("(" + what + ")");
        Node value = Layers.noted(entry.getValue().value(), "(" + what + ")");
        // What the file has, and another variant or an option has removed, is gone as it should be.
        if (!value.isNull() || Lookup.has(below.tree(), key) || !Lookup.has(root, key)) {
          changed = overrides.set(changed, key, value, at);
        }
      }
      return new Layered(changed, Optional.of(below), what, keys, chosen.keyAt());
    }
  }
}
