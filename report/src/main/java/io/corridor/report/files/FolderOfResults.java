package io.corridor.report.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;

/**
 * What is the same for the folders of all commands: which files are results, and that those of one
 * time never stand beside those of another.
 */
public final class FolderOfResults {

  /** All files that commands leave, those first that say of the others that they are there. */
  private static final List<String> FILES =
      List.of(
          ResultsFolder.RESULT,
          ComparisonFolder.RESULT,
          SweepFolder.RESULT,
          EvidenceFolder.FIT,
          EvidenceFolder.BACKTEST,
          EvidenceFolder.SCORE,
          WhyFolder.RESULT,
          "series.csv",
          "series.parquet",
          "report.html",
          "comparison.html",
          "sweep.csv",
          "sweep.html",
          "fit.html",
          "backtest.csv",
          "backtest.html",
          "score.csv",
          "score.html",
          "why.csv",
          "why.html");

  private FolderOfResults() {}

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

  /**
   * Makes a folder if it isn't there, and refuses one that holds results, of whatever command: only
   * when all of them are written do they take the place of others.
   *
   * @param overwrite whether results may be replaced
   * @throws FileAlreadyExistsException if there are results, and they may not be replaced
   * @throws IOException if there is no folder and it can't be made
   */
  static void claim(Path folder, boolean overwrite) throws IOException {
    claim(folder, overwrite, List.of());
  }

  /** Does the same, but for the files {@code own}, which may be replaced in any case. */
  static void claim(Path folder, boolean overwrite, List<String> own) throws IOException {
    make(folder);
    for (String name : FILES) {
      Path file = folder.resolve(name);
      if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileSystemException(file.toString(), null, "is a folder, where a file must go");
      }
      if (!overwrite && !own.contains(name) && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileAlreadyExistsException(
            folder.toString(),
            null,
            FILES.indexOf(name) < FILES.indexOf("series.csv")
                ? "holds the results of another run"
                : "holds a " + name + ", which would be replaced");
      }
    }
  }

  /** Returns no files of a folder yet, which replace all results there are when they are whole. */
  static WholeFiles in(Path folder) {
    return WholeFiles.in(folder).replacing(FILES);
  }
}
