package io.corridor.scenarios;

import io.corridor.model.KeyPath;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.review.Note;
import io.corridor.review.Review;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A scenario and where it comes from.
 *
 * @param scenario the scenario, valid
 * @param file the file as it was named, or the name of a shipped scenario
 * @param text of the file; those that it extends follow, each after a comment with its name
 * @param sha256 SHA-256 of the file's bytes, in lower-case hexadecimal digits
 * @param variant the variant of the file that this is; absent: the file as it stands
 * @param set what was set over the file, YAML by path of the key, in order
 * @param variants names of the variants that the file has, in order
 * @param evidence the data beside it
 * @param places where its keys stand
 * @param levers its numbers that may be moved, in the order of the format
 * @param numbers all that it states, by path; those that data update as they stand in the file
 * @param texts all that it was read from
 * @param kept the variants that were read with it, if its reader keeps them, in order
 */
public record LoadedScenario(
    Scenario scenario,
    String file,
    String text,
    String sha256,
    Optional<String> variant,
    Map<String, String> set,
    List<String> variants,
    Evidence evidence,
    KeyPlaces places,
    List<Lever> levers,
    Map<KeyPath, Value> numbers,
    ScenarioTexts texts,
    List<Kept> kept) {

  /**
   * A variant that was read with its file.
   *
   * @param scenario the scenario, valid
   * @param places where its keys stand
   */
  public record Kept(Scenario scenario, KeyPlaces places) {}

  /** What is asked rather than known. */
  private static final Set<String> ASKED =
      Set.of("questions", "levers", "output", "run", "indices");

  /** Copies the collections, keeping their order. */
  public LoadedScenario {
    set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
    variants = List.copyOf(variants);
    kept = List.copyOf(kept);
    levers = List.copyOf(levers);
    numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
  }

  /**
   * Returns what is valid but was probably not meant, as {@link Review#ofNumbers}, {@link
   * Review#of} and {@link Evidence#notes} find it, with its place.
   */
  public List<FileProblem> notes() {
    List<Note> notes = new ArrayList<>(Review.ofNumbers(numbers));
    notes.addAll(Review.of(scenario));
    notes.addAll(evidence.notes());
    return placed(notes, places);
  }

  /**
   * Returns what is odd about the difference of this scenario from {@code base}, as {@link
   * Review#ofChange} finds it, with its place.
   */
  public List<FileProblem> notesOnChange(LoadedScenario base) {
    return placed(Review.ofChange(base.scenario, scenario), places);
  }

  /**
   * Returns what is odd about the difference of each variant from this scenario, as {@link
   * #notesOnChange} does, of those that its reader has kept.
   */
  public List<FileProblem> notesOnVariants() {
    return kept.stream()
        .flatMap(
            variant -> placed(Review.ofChange(scenario, variant.scenario), variant.places).stream())
        .toList();
  }

  /**
   * Returns what only readers would miss: that questions have no {@code label}, with their place.
   */
  public List<FileProblem> notesForReaders() {
    List<String> bare =
        scenario.questions().keySet().stream()
            .filter(id -> !scenario.labels().containsKey("questions." + id))
            .toList();
    return bare.isEmpty()
        ? List.of()
        : List.of(
            places.at(
                KeyPath.of("questions", bare.get(0)),
                "has no label"
                    + (bare.size() == 1
                        ? ""
                        : ", nor have " + String.join(", ", bare.subList(1, bare.size())))
                    + "; readers are told in the words of its keys. Say what comes true, such as"
                    + " label: trade reaches 20 billion dollars a year by 2024"));
  }

  /**
   * Returns the stated numbers of which no {@link Remark} says where they come from: behind them,
   * above them, or above a section that they stand in. Of several in a line the first.
   */
  public List<FileProblem> unsourced() {
    Set<Integer> graded =
        Remark.of(text).stream().map(Remark::about).collect(Collectors.toCollection(HashSet::new));
    String own = places.at(KeyPath.of("start"), "").file();
    List<FileProblem> unsourced = new ArrayList<>();
    for (KeyPath key : numbers.keySet()) {
      FileProblem at =
          places.at(key, "has no source: say behind it, such as # EIA, as of 2019-02 [measured]");
      boolean isSaid =
          IntStream.rangeClosed(1, key.words().size())
              .anyMatch(length -> graded.contains(places.at(key.first(length), "").line()));
      if (at.file().equals(own) && !isSaid && !ASKED.contains(key.words().get(0))) {
        graded.add(at.line());
        unsourced.add(at);
      }
    }
    return unsourced;
  }

  /** Returns the remarks as of more than some months before the start. */
  public List<FileProblem> stale(int months) {
    String own = places.at(KeyPath.of("start"), "").file();
    List<FileProblem> stale = new ArrayList<>();
    for (Remark remark : Remark.of(text)) {
      remark
          .asOf()
          .map(month -> (int) ChronoUnit.MONTHS.between(month, scenario.start()))
          .filter(age -> age > months)
          .ifPresent(
              age ->
                  stale.add(
                      new FileProblem(
                          own,
                          remark.line(),
                          1,
                          remark.key(),
                          "is as of %s, %d months before the start"
                              .formatted(remark.asOf().orElseThrow(), age))));
    }
    return stale;
  }

  private static List<FileProblem> placed(List<Note> notes, KeyPlaces places) {
    return notes.stream().map(note -> places.at(note.key(), note.text())).toList();
  }
}
