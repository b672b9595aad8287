package io.corridor.report.files;

import io.corridor.projection.Comparison;
import io.corridor.report.data.Asked;
import io.corridor.report.data.Grounds;
import io.corridor.report.data.Source;
import io.corridor.report.internal.page.ComparisonPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A folder that takes the files of one comparison, each whole or not at all. */
public final class ComparisonFolder {
  static final String RESULT = "comparison.json";
  private static final String PAGE = "comparison.html";

  private final Path folder;

  private ComparisonFolder(Path folder) {
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
  public static ComparisonFolder open(Path folder, boolean overwrite) throws IOException {
    FolderOfResults.claim(folder, overwrite);
    return new ComparisonFolder(folder);
  }

  /**
   * Writes {@code comparison.html} and {@code comparison.json}.
   *
   * @param comparison what was found
   * @param base name of the base
   * @param sources where the scenarios came from, by name
   * @param asked the base with its model; absent: the page is only read
   * @param past how forecasts of the base's past would have done; absent: nobody knows
   * @return the files
   * @throws IOException if they can't be written; no half of a file is left then
   */
  public List<Path> write(
      Comparison comparison,
      String base,
      Map<String, Source> sources,
      Optional<Asked> asked,
      Optional<Grounds.Past> past)
      throws IOException {
    Source source = Objects.requireNonNull(sources.get(base), "sources lacks the base");
    return FolderOfResults.in(folder)
        .withText(
            PAGE,
            out ->
                ComparisonPage.write(
                    comparison,
                    base,
                    Facts.of(comparison, base, sources),
                    asked,
                    source,
                    past,
                    out))
        .with(RESULT, out -> ComparisonJson.write(comparison, base, out))
        .write();
  }
}
