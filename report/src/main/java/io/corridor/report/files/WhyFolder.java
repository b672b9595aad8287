package io.corridor.report.files;

import io.corridor.report.data.Source;
import io.corridor.report.internal.page.WhyPage;
import io.corridor.why.Levers;
import io.corridor.why.Why;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder that takes what tells why, each file whole or not at all. It may hold the results of a
 * run, which stay.
 */
public final class WhyFolder {
  static final String RESULT = "why.json";
  private static final String TABLE = "why.csv";
  private static final String PAGE = "why.html";

  private final Path folder;

  private WhyFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the folder if it doesn't exist.
   *
   * @param folder where the files go
   * @param overwrite whether what tells why, and is there, may be replaced
   * @throws java.nio.file.FileAlreadyExistsException if it holds such files, or the results of
   *     another command than a run, and they may not be replaced
   * @throws IOException if there is no folder and it can't be made
   */
  public static WhyFolder open(Path folder, boolean overwrite) throws IOException {
    FolderOfResults.claim(folder, overwrite, ResultsFolder.FILES);
    return new WhyFolder(folder);
  }

  /**
   * Writes {@code why.csv}, {@code why.html} and {@code why.json}. Where the folder holds the
   * results of a run of the same scenario, its report is written again, and tells of it.
   *
   * @param why what was found
   * @param source where the scenario came from
   * @return the files, {@code why.json} first
   * @throws IOException if they can't be written; no half of a file is left then
   */
  public List<Path> write(Why why, Source source) throws IOException {
    WholeFiles files = WholeFiles.in(folder);
    add(why, source, files);
    List<Path> written = new ArrayList<>(first(files.write()));
    if (Files.exists(folder.resolve(ResultsFolder.RESULT))) {
      written.add(ResultsFolder.existing(folder).rewriteReport());
    }
    return written;
  }

  /** Adds the files of what decides outcomes to others, {@code why.json} last. */
  static void add(Why why, Source source, WholeFiles files) {
    files
        .withText(TABLE, out -> WhyCsv.write(why, out))
        .withText(PAGE, out -> WhyPage.write(why, Facts.of(why, source), out))
        .with(RESULT, out -> WhyJson.write(why, source, out));
  }

  /** Writes the same files of levers. */
  public List<Path> write(Levers levers, Source source) throws IOException {
    return first(
        WholeFiles.in(folder)
            .withText(TABLE, out -> WhyCsv.write(levers, out))
            .withText(PAGE, out -> WhyPage.write(levers, Facts.of(levers, source), out))
            .with(RESULT, out -> WhyJson.write(levers, source, out))
            .write());
  }

  private static List<Path> first(List<Path> written) {
    return List.of(written.get(2), written.get(0), written.get(1));
  }
}
