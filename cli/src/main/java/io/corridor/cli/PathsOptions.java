package io.corridor.cli;

import io.corridor.model.MetricKind;
import io.corridor.model.Metrics;
import io.corridor.model.Question;
import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import io.corridor.parquet.PathsParquet;
import io.corridor.report.data.Source;
import io.corridor.report.files.WholeFiles;
import io.corridor.report.words.Amounts;
import io.corridor.run.Progress;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which single paths are written, and where to. */
final class PathsOptions {

  @Option(
      names = "--paths-out",
      paramLabel = "FILE",
      description =
          "Also write single paths, as Parquet: a row for each path and month, a column for each"
              + " metric.")
  private @Nullable Path file;

  @Option(
      names = "--paths-metrics",
      paramLabel = "ID",
      split = ",",
      description =
          "Metrics of these paths, or all. If absent, those of the file's output; if it names none,"
              + " total.12m and those of the questions.")
  private List<String> metrics = new ArrayList<>();

  @Option(
      names = "--paths-limit",
      paramLabel = "N",
      converter = WholeNumber.class,
      description = "Write the first N paths only.")
  private @Nullable Long limit;

  /**
   * Returns the file to write, once everything that can be said against it has been.
   *
   * @param scenario what is run
   * @param sample the paths of the run
   * @param overwrite whether a file that is there may be replaced
   */
  Optional<PathsFile> file(Scenario scenario, Sample sample, boolean overwrite) throws IOException {
    if (file == null) {
      if (!metrics.isEmpty() || limit != null) {
        throw CommandException.wrong("--paths-metrics and --paths-limit need --paths-out");
      }
      return Optional.empty();
    }
    if (limit != null && limit < 1) {
      throw CommandException.wrong("--paths-limit is " + limit + ", must be at least 1");
    }
    check(file, overwrite);
    List<String> ids =
        metrics.isEmpty() ? standard(scenario) : MetricIds.of(scenario, "--paths-metrics", metrics);
    long most = limit == null ? Long.MAX_VALUE : limit;
    return Optional.of(
        new PathsFile(file, PathsParquet.of(scenario, sample, ids), most, overwrite));
  }

  private static void check(Path file, boolean overwrite) throws IOException {
    if (Files.exists(file) && !overwrite) {
      throw CommandException.wrong(
          file + " exists already; choose another file, or say --overwrite");
    }
    if (Files.isDirectory(file)) {
      throw CommandException.wrong(file + " is a folder; name a file in it");
    }
    Path folder = folder(file);
    if (!Files.exists(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    if (!Files.isWritable(folder)) {
      throw new AccessDeniedException(folder.toString());
    }
    WholeFiles.removeLeftovers(folder);
  }

  private static Path folder(Path file) {
    return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
  }

  private static List<String> standard(Scenario scenario) {
    if (scenario.output().metrics().isPresent()) {
      return scenario.output().metrics().get();
    }
    List<String> asked =
        scenario.questions().values().stream().map(Question::metric).distinct().toList();
    return Metrics.of(scenario).keySet().stream()
        .filter(id -> MetricKind.TOTAL_OF_YEAR.is(id) || asked.contains(id))
        .toList();
  }

  /**
   * A file of paths.
   *
   * @param file where it goes
   * @param content what it holds
   * @param limit how many paths at the most
   * @param overwrite whether a file that is there by then may be replaced
   */
  record PathsFile(Path file, PathsParquet content, long limit, boolean overwrite) {

    /**
     * Writes all of the file, for a run of so many paths, or leaves what is there; says what is
     * written.
     */
    List<String> write(long paths, Source source, Progress progress) throws IOException {
      long count = Math.min(limit, paths);
      WholeFiles files =
          WholeFiles.in(folder(file))
              .with(
                  String.valueOf(file.getFileName()),
                  out -> content.write(count, source, progress, out));
      (overwrite ? files : files.overNone()).write();
      return List.of(written(count));
    }

    private String written(long count) {
      return "Written to "
          + file
          + ": "
          + Amounts.whole(count).replace(Amounts.NO_BREAK, ' ')
          + (count == 1 ? " path" : " paths")
          + ", month by month";
    }

    /** Says what is left of it if it is interrupted. */
    String interrupted(long done) {
      return " after " + done + " paths of " + file + ", which was not written";
    }
  }
}
