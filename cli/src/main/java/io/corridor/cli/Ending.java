package io.corridor.cli;

import io.corridor.report.files.Found;
import io.corridor.report.files.OutFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/**
 * How every command with results ends, so that nothing that was found is lost to what comes after:
 * it prints the answers, writes them, if there is a folder for them, and makes the page last of
 * all. A page that can't be made is told of, and all else stays.
 */
final class Ending {
  private final Console console;
  private final boolean json;
  private final Optional<OutFolder> folder;
  private final List<Path> written = new ArrayList<>();

  /** Makes the ending of a command whose files go to {@code folder}. */
  Ending(Console console, boolean json, Optional<OutFolder> folder) {
    this.console = console;
    this.json = json;
    this.folder = folder;
  }

  /** Whether files are written. */
  boolean writes() {
    return folder.isPresent();
  }

  /** Does what the command does, in one stage, and ends it; returns the exit status. */
  int tell(LongFunction<String> left, Stages.Stage<Found> stage) throws IOException {
    return Stages.run(console, stages -> tell(stages, stages.show("", left, stage)));
  }

  /** Ends the command; returns the exit status. */
  int tell(Found found) throws IOException {
    return Stages.run(console, stages -> tell(stages, found));
  }

  /** Ends the command. */
  void tell(Stages stages, Found found) throws IOException {
    answers(found);
    pages(stages, List.of(found));
    files(found);
  }

  /** Prints the answers, and writes them. */
  void answers(Found found) throws IOException {
    if (json && folder.isEmpty()) {
      found.json().write(console.out());
    }
    more(found);
  }

  /** Prints and writes what was found beside, which is no part of the JSON that is printed. */
  void more(Found found) throws IOException {
    if (!json) {
      console.print(found.lines(console.screen()));
    }
    if (folder.isPresent()) {
      written.addAll(folder.get().writeAnswers(found));
    }
  }

  /** Makes the pages, if there are to be any. */
  void pages(Stages stages, List<Found> all) throws IOException {
    if (folder.isPresent()) {
      for (Found found : all) {
        stages
            .attempt(
                "the page couldn't be made, all else is there",
                () ->
                    stages.quietly(
                        done -> " while the page was made" + left(),
                        progress -> folder.get().writePage(found, progress)))
            .ifPresent(written::addAll);
      }
    }
  }

  /** Says which files there are now, or prints the JSON file. */
  void files(Found found) throws IOException {
    if (folder.isPresent() && json) {
      Files.copy(folder.get().json(found), console.out());
    } else if (folder.isPresent()) {
      Path parent = written.get(0).getParent();
      console.print(List.of("Written to " + (parent == null ? "." : parent) + ": " + names()));
    }
  }

  /** Says what there is if the rest is interrupted. */
  String left() {
    String are = written.size() == 1 ? " is" : " are";
    return "; " + (written.isEmpty() ? "the answers are printed" : names() + are + " written");
  }

  private String names() {
    return written.stream()
        .map(file -> String.valueOf(file.getFileName()))
        .collect(Collectors.joining(", "));
  }
}
