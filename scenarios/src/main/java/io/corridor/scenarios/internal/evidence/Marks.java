package io.corridor.scenarios.internal.evidence;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;

import io.corridor.evidence.fit.Process;
import io.corridor.scenarios.internal.yaml.Flaw;
import io.corridor.scenarios.internal.yaml.Node;
import io.corridor.scenarios.internal.yaml.Position;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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

  /** Numbers of drivers that have a default where nothing is written. */
  private static final Set<String> OPTIONAL = Set.of("drift");

  private final Consumer<Flaw> flaws;
  private final List<OfDriver> drivers = new ArrayList<>();
  private final List<OfPair> pairs = new ArrayList<>();

  private Marks(Consumer<Flaw> flaws) {
    this.flaws = flaws;
  }

  /**
   * A driver that is fitted.
   *
   * @param id of the driver
   * @param process its law
   * @param series the data's id
   * @param from first month of the data that are used; absent: all
   * @param until last month
   * @param free numbers of which the file says nothing
   * @param drawsStart whether its value in month 0 is drawn by its law
   * @param at where the file says so
   */
  record OfDriver(
      String id,
      Process process,
      String series,
      Optional<YearMonth> from,
      Optional<YearMonth> until,
      Set<String> free,
      boolean drawsStart,
      Position at) {

    String key() {
      return DRIVERS + "." + id;
    }
  }

  /** Two drivers whose correlation is fitted, and where the file says so. */
  record OfPair(String first, String second, Position at) {}

  /**
   * What was taken out.
   *
   * @param root what is left
   * @param drivers those that are fitted
   * @param pairs those whose correlation is
   */
  record Taken(Node root, List<OfDriver> drivers, List<OfPair> pairs) {}

  /** Takes out what {@code root} says of fits. */
  static Taken take(Node.Mapping root, Consumer<Flaw> flaws) {
    Marks marks = new Marks(flaws);
    Node.Mapping left = marks.takePairs(marks.takeDrivers(root));
    return new Taken(left, List.copyOf(marks.drivers), List.copyOf(marks.pairs));
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
    String key = DRIVERS + "." + id + "." + FIT;
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
    range(key, fit)
        .ifPresent(
            range ->
                drivers.add(
                    new OfDriver(
                        id,
                        process.get(),
                        range.series,
                        range.from,
                        range.until,
                        free,
                        drawsStart,
                        fit.at())));
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

  private record Range(String series, Optional<YearMonth> from, Optional<YearMonth> until) {}

  private Optional<Range> range(String key, Node fit) {
    if (fit instanceof Node.Scalar scalar && !scalar.isNull()) {
      return Optional.of(new Range(scalar.text(), Optional.empty(), Optional.empty()));
    }
    return Part.of(
            key,
            fit,
            flaws,
            "the id of a series of `data`, or {to: ID, from: 2012-01, until: 2018-12}")
        .flatMap(
            part -> {
              part.refuseUnknown(List.of("to", "from", "until"));
              return part.text("to", true, "the id of a series of `data`")
                  .map(series -> new Range(series, part.month("from"), part.month("until")));
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
              CORRELATIONS,
              "a correlation that is fitted is written {fit: [ID, ID]}, of two drivers"));
      return;
    }
    for (String id : ids) {
      if (drivers.stream().noneMatch(driver -> driver.id().equals(id))) {
        flaws.accept(
            new Flaw(
                pair.at(),
                CORRELATIONS,
                quote(id)
                    + " has no `fit` of its own, of whose residuals a correlation could be made"));
        return;
      }
    }
    pairs.add(new OfPair(ids.get(0), ids.get(1), pair.at()));
  }
}
