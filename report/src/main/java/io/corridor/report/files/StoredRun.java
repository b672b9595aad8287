package io.corridor.report.files;

import io.corridor.report.data.LiveModel;
import io.corridor.report.data.PageModel;
import io.corridor.report.data.RunResults;
import io.corridor.report.data.Site;
import io.corridor.report.files.OutFolder.Kind;
import io.corridor.report.internal.page.RunPage;
import io.corridor.scenarios.ScenarioReader;
import io.corridor.why.Shares;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A folder that holds a run's results. */
public final class StoredRun {
  /** Stands in a page that carries the model. */
  static final String CARRIES = "id=\"corridor-module\"";

  private final Path folder;

  private StoredRun(Path folder) {
    this.folder = folder;
  }

  /**
   * Returns the results of a run.
   *
   * @param folder that a run has written to
   * @throws NoSuchFileException if it holds none
   */
  public static StoredRun in(Path folder) throws IOException {
    Path result = folder.resolve(Kind.RUN.json());
    for (Kind other : List.of(Kind.COMPARISON, Kind.SWEEP)) {
      if (!Files.exists(result) && Files.exists(folder.resolve(other.json()))) {
        String held = other.name().toLowerCase(Locale.ROOT);
        throw new FileSystemException(folder.toString(), null, "holds a " + held + ", not a run");
      }
    }
    if (!Files.isRegularFile(result)) {
      throw new NoSuchFileException(result.toString());
    }
    return new StoredRun(folder);
  }

  /**
   * Writes {@code report.html} again, from {@code result.json} and, where it is there and of the
   * same scenario, {@code why.json}.
   *
   * @param model that the page carries, so that it can be asked; absent: it is only read
   * @param reader of the scenario that is asked, which may know its fits
   * @return the page
   * @throws IOException if it can't be written, or the results are not whole
   */
  public Path rewriteReport(Optional<LiveModel> model, ScenarioReader reader) throws IOException {
    RunResults result = results();
    return write(
        result, model.flatMap(with -> RunPage.asked(result, with, reader)), Optional.empty());
  }

  /**
   * Does the same with a page that carries {@code asked}, and stands in {@code site}, if in any.
   */
  Path writeReport(Optional<PageModel> asked, Optional<Site> site) throws IOException {
    return write(results(), asked, site);
  }

  /**
   * Returns the results.
   *
   * @throws IOException if they can't be read, or are not whole
   */
  public RunResults results() throws IOException {
    return read(folder.resolve(Kind.RUN.json()));
  }

  private Path write(RunResults result, Optional<PageModel> asked, Optional<Site> site)
      throws IOException {
    Map<String, Shares> causes = WhyReader.shares(folder.resolve(Kind.WHY.json()), result.source());
    return WholeFiles.in(folder)
        .withText(Kind.RUN.file(".html"), out -> RunPage.write(result, causes, asked, site, out))
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
