package io.corridor.report.files;

import io.corridor.report.data.Site;
import io.corridor.run.Progress;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder that takes the files of one command, each whole or not at all.
 *
 * <p>Files of two commands never stand in it side by side: those that are there are removed, the
 * JSON file first, before the first new one takes its name; and the new JSON file comes last of the
 * answers, so that it never stands beside files of another time. The page is made when all of them
 * are there: that it can't be is no reason to lose them. Only what tells why may join a run's
 * results.
 */
public final class OutFolder {
  private final Path folder;
  private final Kind kind;

  /** Commands that leave files, with the names of these files: the JSON file first. */
  public enum Kind {
    /** Of {@code run}. */
    RUN("result.json", "series.csv", "series.parquet", "report.html"),
    /** Of {@code compare}. */
    COMPARISON("comparison.json", "comparison.html"),
    /** Of {@code sweep}. */
    SWEEP("sweep.json", "sweep.csv", "sweep.html"),
    /** Of {@code fit}; its draws are {@link #DRAWS}. */
    FIT("fit.json", "fit.html"),
    /** Of {@code backtest}. */
    BACKTEST("backtest.json", "backtest.csv", "backtest.html"),
    /** Of {@code score}. */
    SCORE("score.json", "score.csv", "score.html"),
    /** Of {@code why}. */
    WHY("why.json", "why.csv", "why.html"),
    /** Of {@code gallery}; its pages are {@link #PAGES}. */
    GALLERY("gallery.json");

    /** What {@code fit} writes too; a file of this name may be the user's own. */
    static final String DRAWS = "draws.csv";

    /** What {@code gallery} writes too, likewise. */
    static final List<String> PAGES =
        List.of("index.html", "questions.html", "studio.html", Site.MODEL);

    /** All files, those first that say of the others that they are there. */
    static final List<String> ALL =
        Stream.concat(
                Arrays.stream(values()).map(Kind::json),
                Arrays.stream(values()).flatMap(kind -> kind.names.stream().skip(1)))
            .toList();

    private final List<String> names;

    Kind(String... names) {
      this.names = List.of(names);
    }

    /** Returns the name of the JSON file, which holds everything. */
    public String json() {
      return names.get(0);
    }

    /** Returns the name of the one file with an ending, such as {@code .html}. */
    String file(String ending) {
      return names.stream().filter(name -> name.endsWith(ending)).findFirst().orElseThrow();
    }

    /** Returns the files that may be the user's own where another command writes. */
    private List<String> common() {
      return switch (this) {
        case FIT -> List.of(DRAWS);
        case GALLERY -> PAGES;
        default -> List.of();
      };
    }

    /** Returns the files that may stay or be replaced in any case. */
    private List<String> harmless(Path folder) {
      return switch (this) {
        case WHY -> RUN.names;
        case SWEEP -> SweepPoints.isIn(folder) ? names : List.of();
        default -> List.of();
      };
    }
  }

  private OutFolder(Path folder, Kind kind) {
    this.folder = folder;
    this.kind = kind;
  }

  /**
   * Makes a folder if it isn't there, and refuses one that holds results, of whatever command,
   * unless these may be replaced: only when all new ones are written do they take their place. Of a
   * run's results {@code why} leaves all but the report, and {@code sweep} goes on where another
   * ended.
   *
   * @param overwrite whether results may be replaced
   * @throws FileAlreadyExistsException if there are results, and they may not be replaced
   * @throws IOException if there is no folder and it can't be made
   */
  public static OutFolder open(Path folder, Kind kind, boolean overwrite) throws IOException {
    List<String> harmless = kind.harmless(folder);
    List<String> taken = new ArrayList<>(Kind.ALL);
    taken.addAll(kind.common());
    make(folder);
    for (String name : taken) {
      Path file = folder.resolve(name);
      if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileSystemException(file.toString(), null, "is a folder, where a file must go");
      }
      if (!overwrite && !harmless.contains(name) && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        boolean whole = Arrays.stream(Kind.values()).anyMatch(any -> any.json().equals(name));
        throw new FileAlreadyExistsException(
            folder.toString(),
            null,
            whole
                ? "holds the results of another run"
                : "holds a " + name + ", which would be replaced");
      }
    }
    return new OutFolder(folder, kind);
  }

  /**
   * Writes what a command found: the answers, then the page.
   *
   * @return the files
   * @throws IOException if they can't be written; no half of a file is left then
   */
  public List<Path> write(Found found) throws IOException {
    List<Path> written = new ArrayList<>(writeAnswers(found));
    written.addAll(writePage(found, Progress.NONE));
    return written;
  }

  /**
   * Removes what the new files will replace, before other folders change that it tells of.
   *
   * @throws IOException if it can't be removed
   */
  public void clear() throws IOException {
    WholeFiles.in(folder).replacing(Kind.ALL).replacing(kind.common()).write();
  }

  /**
   * Writes all that a command found but the page, which must not stand beside them if it is of
   * another time, and is removed.
   *
   * @return the files, the JSON file first
   * @throws IOException if they can't be written; no half of a file is left then
   */
  public List<Path> writeAnswers(Found found) throws IOException {
    boolean joins = found.kind() == Kind.WHY;
    WholeFiles files = WholeFiles.in(folder).replacing(joins ? Kind.WHY.names : Kind.ALL);
    found.tables().forEach(files::with);
    List<Path> written = new ArrayList<>(files.with(found.kind().json(), found.json()).write());
    Collections.rotate(written, 1);
    return written;
  }

  /**
   * Makes the page of what was found, once all else is written. Where that tells why, and the
   * folder holds the results and the report of a run of the same scenario, the report is written
   * again and tells of it.
   *
   * @param progress told of what is simulated for the page alone
   * @return the pages
   * @throws io.corridor.run.CancelledException if {@code progress} ended it
   * @throws IOException if it can't be written; no half of a file is left then
   */
  public List<Path> writePage(Found found, Progress progress) throws IOException {
    List<Path> pages = new ArrayList<>(found.page().write(folder, progress));
    Path report = folder.resolve(Kind.RUN.file(".html"));
    boolean joins = Files.exists(report) && Files.exists(folder.resolve(Kind.RUN.json()));
    if (kind == Kind.WHY && found.joined().isPresent() && joins) {
      Found.Joined with = found.joined().get();
      boolean carries = Files.readString(report).contains(StoredRun.CARRIES);
      pages.add(
          StoredRun.in(folder)
              .rewriteReport(
                  carries ? with.model().find(progress) : Optional.empty(), with.reader()));
    }
    return pages;
  }

  /** Returns the JSON file of what was found, once it is written. */
  public Path json(Found found) {
    return folder.resolve(found.kind().json());
  }

  /**
   * Writes a file of its own, whole or not at all, in a folder that is made if it isn't there.
   *
   * @param overwrite whether a file of that name may be replaced
   * @throws FileAlreadyExistsException if there is one that may not
   * @throws IOException if it can't be written
   */
  static void writeAlone(Path path, boolean overwrite, WholeFiles.Text text) throws IOException {
    Path file = path.toAbsolutePath();
    Path folder = file.getParent();
    if (folder == null) {
      throw new FileSystemException(path.toString(), null, "is a folder, where a file must go");
    }
    make(folder);
    WholeFiles files = WholeFiles.in(folder).withText(String.valueOf(file.getFileName()), text);
    (overwrite ? files : files.overNone()).write();
  }

  /**
   * Makes a folder if it isn't there.
   *
   * @throws IOException that says why it can't be made
   */
  public static void make(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    if (Files.exists(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileSystemException(folder.toString(), null, "is a link that leads nowhere");
    }
    try {
      Files.createDirectories(folder);
    } catch (NoSuchFileException | FileAlreadyExistsException e) {
      throw new FileSystemException(folder.toString(), null, "this folder can't be made here");
    }
  }
}
