package io.corridor.report.files;

import io.corridor.model.Sample;
import io.corridor.report.data.LiveModel;
import io.corridor.report.data.PageModel;
import io.corridor.report.data.Source;
import io.corridor.report.internal.page.StudioPage;
import io.corridor.scenarios.ScenarioTexts;
import java.io.IOException;
import java.nio.file.Path;

/** The page in which a scenario is written, as a file: whole or not at all. */
public final class StudioFile {

  private StudioFile() {}

  /**
   * Writes the page.
   *
   * @param page the file
   * @param overwrite whether a file of that name may be replaced
   * @param asked the scenario and its model
   * @param source where it came from
   * @param sample paths that are simulated
   * @throws java.nio.file.FileAlreadyExistsException if there is a file that may not be replaced
   * @throws IOException if it can't be written
   */
  public static void write(
      Path page, boolean overwrite, PageModel asked, Source source, Sample sample)
      throws IOException {
    OutFolder.writeAlone(page, overwrite, out -> StudioPage.write(asked, source, sample, out));
  }

  /**
   * Writes the page of a text that has mistakes.
   *
   * @param page the file
   * @param overwrite whether a file of that name may be replaced
   * @param model that simulates, once it can
   * @param texts all that could be read
   * @param named what the text is called
   * @throws java.nio.file.FileAlreadyExistsException if there is a file that may not be replaced
   * @throws IOException if it can't be written
   */
  public static void write(
      Path page, boolean overwrite, LiveModel model, ScenarioTexts texts, String named)
      throws IOException {
    OutFolder.writeAlone(page, overwrite, out -> StudioPage.write(model, texts, named, out));
  }
}
