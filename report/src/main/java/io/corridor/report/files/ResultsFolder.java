package io.corridor.report.files;

import io.corridor.projection.Projection;
import io.corridor.report.data.Asked;
import io.corridor.report.data.LiveModel;
import io.corridor.report.data.ReportData;
import io.corridor.report.data.RunResults;
import io.corridor.report.data.Source;
import io.corridor.report.internal.page.RunPage;
import io.corridor.why.Shares;
import io.corridor.why.Why;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A folder that takes the files of one run, each whole or not at all.
 *
 * <p>A folder holds a run's results if {@code result.json} is there: it is removed first and
 * written last, so that it never stands beside another run's series.
 */
public final class ResultsFolder {
  static final String RESULT = "result.json";
  private static final String SERIES = "series.csv";
  private static final String REPORT = "report.html";

  /** What a run leaves. */
  static final List<String> FILES = List.of(RESULT, SERIES, "series.parquet", REPORT);

  private final Path folder;

  private ResultsFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the folder if it doesn't exist.
   *
   * @param folder where the files go
   * @param overwrite whether results that are there may be replaced
   * @throws java.nio.file.FileAlreadyExistsException if there are results, and they may not be
   *     replaced
   * @throws IOException if there is no folder and it can't be made
   */
  public static ResultsFolder open(Path folder, boolean overwrite) throws IOException {
    FolderOfResults.claim(folder, overwrite);
    return new ResultsFolder(folder);
  }

  /**
   * Opens a folder that holds a run's results, to read them.
   *
   * @throws java.nio.file.NoSuchFileException if there are none
   */
  public static ResultsFolder existing(Path folder) throws IOException {
    Path result = folder.resolve(RESULT);
    if (!Files.exists(result) && Files.exists(folder.resolve(ComparisonFolder.RESULT))) {
      throw new FileSystemException(folder.toString(), null, "holds a comparison, not a run");
    }
    if (!Files.exists(result) && Files.exists(folder.resolve(SweepFolder.RESULT))) {
      throw new FileSystemException(folder.toString(), null, "holds a sweep, not a run");
    }
    if (!Files.isRegularFile(result)) {
      throw new NoSuchFileException(result.toString());
    }
    return new ResultsFolder(folder);
  }

  /**
   * Writes {@code series.csv}, {@code report.html} and {@code result.json}.
   *
   * @param projection the results
   * @param source where the scenario came from
   * @param report what the report needs beside
   * @return the files
   * @throws IOException if they can't be written; no half of a file is left then
   */
  public List<Path> write(Projection projection, Source source, ReportData report)
      throws IOException {
    return write(projection, source, report, Map.of());
  }

  /**
   * Writes the files of {@link #write(Projection, Source, ReportData)}, and more.
   *
   * @param projection the results
   * @param source where the scenario came from
   * @param report what the report needs beside
   * @param more further files of the run, by name
   * @return the files, {@code result.json} first
   * @throws IOException if they can't be written; no half of a file is left then
   */
  public List<Path> write(
      Projection projection, Source source, ReportData report, Map<String, WholeFiles.Content> more)
      throws IOException {
    return write(projection, source, report, Optional.empty(), Optional.empty(), more);
  }

  /**
   * Writes the same files, and those of what decides the answers; the report tells of it too.
   *
   * @param why what decides the answers; absent: nobody asked
   * @param asked what the report carries, so that it can be asked; absent: it is only read
   */
  public List<Path> write(
      Projection projection,
      Source source,
      ReportData report,
      Optional<Why> why,
      Optional<Asked> asked,
      Map<String, WholeFiles.Content> more)
      throws IOException {
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    ResultJson.write(projection, source, report, result);
    // The page is made of what was written, as it will be when it is made again.
    RunResults stored = ResultJson.read(new ByteArrayInputStream(result.toByteArray()));
    WholeFiles files =
        FolderOfResults.in(folder)
            .withText(SERIES, out -> SeriesCsv.write(projection, out))
            .withText(REPORT, out -> RunPage.write(stored, shares(why), asked, out));
    more.forEach(files::with);
    why.ifPresent(found -> WhyFolder.add(found, source, files));
    List<Path> written = new ArrayList<>(files.with(RESULT, result::writeTo).write());
    Collections.rotate(written, 1);
    return written;
  }

  private static Map<String, Shares> shares(Optional<Why> why) {
    Map<String, Shares> shares = new LinkedHashMap<>();
    why.ifPresent(
        found ->
            found
                .outcomes()
                .forEach((id, outcome) -> outcome.shares().ifPresent(s -> shares.put(id, s))));
    return shares;
  }

  /** Returns the file {@code result.json}. */
  public Path result() {
    return folder.resolve(RESULT);
  }

  /** Writes {@code report.html} again, to be read only. */
  public Path rewriteReport() throws IOException {
    return rewriteReport(Optional.empty());
  }

  /**
   * Writes {@code report.html} again, from {@code result.json} and, where it is there and of the
   * same scenario, {@code why.json}.
   *
   * @param model that the page carries, so that it can be asked; absent: it is only read
   * @return the page
   * @throws IOException if it can't be written, or the results are not whole
   */
  public Path rewriteReport(Optional<LiveModel> model) throws IOException {
    RunResults result = read(result());
    Map<String, Shares> causes =
        WhyReader.shares(folder.resolve(WhyFolder.RESULT), result.source());
    Optional<Asked> asked = model.flatMap(with -> RunPage.asked(result, with));
    return WholeFiles.in(folder)
        .withText(REPORT, out -> RunPage.write(result, causes, asked, out))
        .write()
        .get(0);
  }

  private static RunResults read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    boolean fits = Checksum.fits(bytes);
    try {
      RunResults result = ResultJson.read(new ByteArrayInputStream(bytes));
      if (fits) {
        return result;
      }
    } catch (IOException e) {
      throw Disk.named(file, e);
    } catch (RuntimeException e) {
      if (fits) {
        throw e;
      }
    }
    throw new IOException(
        file
            + ": is damaged or was changed: its checksum is that of other bytes;"
            + " run the scenario again");
  }
}
