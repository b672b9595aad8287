package io.corridor.report.files;

import io.corridor.projection.Projection;
import io.corridor.report.data.ReportData;
import io.corridor.report.data.Result;
import io.corridor.report.data.Source;
import io.corridor.report.internal.page.Page;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

  /** Files that tell of results, by the commands that leave them. */
  private static final List<String> RESULTS =
      List.of(RESULT, ComparisonFolder.RESULT, SweepFolder.RESULT);

  private final Path folder;

  private ResultsFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the folder if it doesn't exist.
   *
   * @param folder where the files go
   * @param overwrite whether results that are there may be replaced
   * @throws FileAlreadyExistsException if there are results, and they may not be replaced
   * @throws IOException if there is no folder and it can't be made
   */
  public static ResultsFolder open(Path folder, boolean overwrite) throws IOException {
    claim(folder, overwrite);
    return new ResultsFolder(folder);
  }

  /** Makes the folder if it isn't there, and refuses one that holds the results of any command. */
  static void claim(Path folder, boolean overwrite) throws IOException {
    claim(folder, overwrite, RESULTS);
  }

  /** Makes the folder if it isn't there, and refuses one that holds one of {@code results}. */
  static void claim(Path folder, boolean overwrite, List<String> results) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    for (String result : results) {
      if (!overwrite && Files.exists(folder.resolve(result))) {
        throw new FileAlreadyExistsException(folder.toString());
      }
    }
    try {
      Files.createDirectories(folder);
    } catch (NoSuchFileException e) {
      throw new FileSystemException(folder.toString(), null, "this folder can't be made here");
    }
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
    if (!Files.exists(result)) {
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
    Path newSeries = temporary(SERIES);
    Path newResult = temporary(RESULT);
    Path newReport = temporary(REPORT);
    try {
      try (BufferedWriter out = Files.newBufferedWriter(newSeries)) {
        SeriesCsv.write(projection, out);
      }
      try (OutputStream out = Files.newOutputStream(newResult)) {
        ResultJson.write(projection, source, report, out);
      }
      writeReport(read(newResult), newReport);
      for (Map.Entry<String, WholeFiles.Content> file : more.entrySet()) {
        try (OutputStream out =
            new BufferedOutputStream(Files.newOutputStream(temporary(file.getKey())))) {
          file.getValue().write(out);
        }
      }
      Files.deleteIfExists(folder.resolve(RESULT));
      move(newSeries, SERIES);
      move(newReport, REPORT);
      for (String name : more.keySet()) {
        move(temporary(name), name);
      }
      move(newResult, RESULT);
      Disk.sync(folder);
    } catch (IOException e) {
      throw Disk.named(folder, e);
    } finally {
      Files.deleteIfExists(newSeries);
      Files.deleteIfExists(newReport);
      Files.deleteIfExists(newResult);
      for (String name : more.keySet()) {
        Files.deleteIfExists(temporary(name));
      }
    }
    List<Path> files =
        new ArrayList<>(List.of(result(), folder.resolve(SERIES), folder.resolve(REPORT)));
    more.keySet().forEach(name -> files.add(folder.resolve(name)));
    return files;
  }

  /** Returns the file {@code result.json}. */
  public Path result() {
    return folder.resolve(RESULT);
  }

  /**
   * Writes {@code report.html} again, from {@code result.json} alone.
   *
   * @return the page
   * @throws IOException if it can't be written, or the results are not whole
   */
  public Path rewriteReport() throws IOException {
    Result result = read(result());
    Path newReport = temporary(REPORT);
    try {
      writeReport(result, newReport);
      move(newReport, REPORT);
    } catch (IOException e) {
      throw Disk.named(folder.resolve(REPORT), e);
    } finally {
      Files.deleteIfExists(newReport);
    }
    return folder.resolve(REPORT);
  }

  private static void writeReport(Result result, Path page) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(page)) {
      Page.write(result, out);
    }
  }

  private static Result read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Result.read(in);
    } catch (IOException e) {
      throw Disk.named(file, e);
    }
  }

  private void move(Path file, String name) throws IOException {
    Disk.move(file, folder.resolve(name));
  }

  private Path temporary(String name) {
    return folder.resolve("." + name + "." + ProcessHandle.current().pid() + ".tmp");
  }
}
