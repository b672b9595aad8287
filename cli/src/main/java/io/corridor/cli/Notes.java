package io.corridor.cli;

import io.corridor.evidence.forecast.Scoring.Actuals;
import io.corridor.model.Sampling;
import io.corridor.model.Scenario;
import io.corridor.scenarios.FileProblem;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.simulation.Coordinates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects what is valid but was probably not meant, each thing once. */
final class Notes {
  private final List<FileProblem> notes = new ArrayList<>();
  private final Set<String> known = new HashSet<>();

  /**
   * Returns the notes of a scenario.
   *
   * @param loaded the scenario
   * @param asItStands the file as it stands, if {@code loaded} is something else
   */
  static Notes of(LoadedScenario loaded, Optional<LoadedScenario> asItStands) {
    Notes notes = new Notes();
    asItStands.ifPresent(file -> notes.add(loaded.notesOnChange(file)));
    notes.add(asItStands.orElse(loaded).notes());
    return notes;
  }

  /** Adds what is new. */
  void add(List<FileProblem> more) {
    more.stream().filter(note -> known.add(note.key() + ": " + note.message())).forEach(notes::add);
  }

  List<FileProblem> all() {
    return List.copyOf(notes);
  }

  /** Tells all of them beside the results, on standard error, where they spoil no output. */
  void tell(Console console) {
    notes.forEach(note -> console.err().println(line(note)));
  }

  /** Tells that a path draws more random numbers than a Sobol point has coordinates, if it does. */
  static void tellOfCoordinates(Scenario scenario, Sampling sampling, Console console) {
    if (sampling != Sampling.SOBOL) {
      return;
    }
    Coordinates coordinates = Coordinates.of(scenario);
    if (coordinates.spread() < coordinates.drawn()) {
      console
          .err()
          .printf(
              "note: of the %d random numbers of a path the first %d, which matter most, are"
                  + " coordinates of its Sobol point; the others are random, and what rests on them"
                  + " is known no better than by random paths%n",
              coordinates.drawn(), coordinates.spread());
    }
  }

  /** Tells of the first row of what happened that has no value, and how many more there are. */
  static void tellOfBlanks(Actuals happened, Console console) {
    int more = happened.blanks().size() - 1;
    if (more >= 0) {
      String also = more == 0 ? "" : ", and so " + (more == 1 ? "is" : "are") + " %,d more";
      console.err().println(line(happened.blanks().get(0)) + also.formatted(more));
    }
  }

  private static String line(String note) {
    return "note: " + note;
  }

  /** Returns a note as a line says it. */
  static String line(FileProblem note) {
    return line(note.toString());
  }
}
