package io.corridor.scenarios;

import io.corridor.scenarios.internal.yaml.Flaw;
import io.corridor.scenarios.internal.yaml.Quotes;
import io.corridor.scenarios.internal.yaml.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is found wrong while a file is read: each flaw once, files in the order they were opened.
 */
final class Flaws implements Consumer<Flaw> {
  /** Most problems that are reported; nobody reads more. */
  static final int MOST = 100;

  private static final int LONGEST_KEY = 200;
  private static final int LONGEST_MESSAGE = 4_000;

  private final Map<String, Integer> files = new LinkedHashMap<>();
  private final List<Flaw> flaws = new ArrayList<>();
  private final Set<FileProblem> seen = new HashSet<>();
  private int more;
  private @Nullable Flaws next;

  /** Notes that {@code origin} was opened. */
  void opened(SourceText origin) {
    files.putIfAbsent(origin.name(), files.size());
  }

  @Override
  public void accept(Flaw flaw) {
    if (next != null) {
      next.accept(flaw);
      return;
    }
    FileProblem bare = problem(flaw, "");
    if (!seen.contains(bare)) {
      if (flaws.size() < 10 * MOST) {
        seen.add(bare);
        flaws.add(flaw);
      } else {
        more++;
      }
    }
  }

  boolean isEmpty() {
    return flaws.isEmpty();
  }

  /**
   * Hands what was found on to others, and what will be.
   *
   * @param told how what was found is told
   */
  void handOn(List<Flaw> told, Flaws others) {
    told.forEach(others);
    others.more += more;
    next = others;
  }

  /** Returns what was found, in order. */
  List<Flaw> all() {
    return flaws;
  }

  /** Throws what has been found, if anything has. */
  void throwIfAny() {
    if (!flaws.isEmpty()) {
      throw new ScenarioFileException(problems());
    }
  }

  /** Returns what has been found, in the order of the files. */
  List<FileProblem> problems() {
    List<FileProblem> problems = new ArrayList<>();
    flaws.stream()
        .sorted(
            Comparator.comparingInt(
                    (Flaw flaw) -> files.getOrDefault(flaw.at().origin().name(), files.size()))
                .thenComparingInt(flaw -> flaw.at().line())
                .thenComparingInt(flaw -> flaw.at().column()))
        .limit(MOST)
        .map(flaw -> problem(flaw, flaw.at().origin().note()))
        .forEach(problems::add);
    int left = flaws.size() - problems.size() + more;
    if (left > 0) {
      problems.add(
          new FileProblem(problems.get(0).file(), 0, 0, "", "and " + left + " more problems"));
    }
    return problems;
  }

  static FileProblem problem(Flaw flaw, String note) {
    SourceText origin = flaw.at().origin();
    return new FileProblem(
        origin.name(),
        origin.lines() ? flaw.at().line() : 0,
        origin.lines() ? flaw.at().column() : 0,
        Quotes.clean(Quotes.shorten(flaw.key().toString(), LONGEST_KEY)),
        Quotes.clean(Quotes.shorten(flaw.message(), LONGEST_MESSAGE))
            + (note.isEmpty() ? "" : " " + note));
  }
}
