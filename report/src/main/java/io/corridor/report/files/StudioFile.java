package io.corridor.report.files;

import io.corridor.model.Sample;
import io.corridor.report.data.Asked;
import io.corridor.report.data.LiveModel;
import io.corridor.report.data.Source;
import io.corridor.report.internal.page.StudioPage;
import io.corridor.scenarios.ScenarioTexts;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** The page in which a scenario is written, as a file. */
public final class StudioFile {

  private StudioFile() {}

  /**
   * Writes the page, whole or not at all.
   *
   * @param page the file
   * @param asked the scenario and its model
   * @param source where it came from
   * @param sample paths that are simulated
   * @throws IOException if it can't be written
   */
  public static void write(Path page, Asked asked, Source source, Sample sample)
      throws IOException {
    write(page, out -> StudioPage.write(asked, source, sample, out));
  }

  /**
   * Writes the page of a text that has mistakes, whole or not at all.
   *
   * @param page the file
   * @param model that simulates, once it can
   * @param texts all that could be read
   * @param named what the text is called
   * @throws IOException if it can't be written
   */
  public static void write(Path page, LiveModel model, ScenarioTexts texts, String named)
      throws IOException {
    write(page, out -> StudioPage.write(model, texts, named, out));
  }

  private static void write(Path page, WholeFiles.Text text) throws IOException {
    Path file = page.toAbsolutePath();
    Path folder = file.getParent();
    if (folder == null) {
      throw new FileSystemException(page.toString(), null, "is a folder, where a file must go");
    }
    FolderOfResults.make(folder);
    WholeFiles.in(folder).withText(String.valueOf(file.getFileName()), text).write();
  }
}
