package io.corridor.cli;

import com.google.common.hash.Hashing;
import io.corridor.model.Sample;
import io.corridor.report.data.LiveModel;
import io.corridor.report.data.PageModel;
import io.corridor.report.data.Source;
import io.corridor.report.files.StudioFile;
import io.corridor.run.Progress;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ScenarioFileException;
import io.corridor.scenarios.ScenarioReader;
import io.corridor.scenarios.ScenarioTemplate;
import io.corridor.scenarios.ScenarioTexts;
import io.corridor.simulation.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code studio}: a page in which a scenario is written and asked. */
@Command(
    name = "studio",
    header = "Opens a page in the browser to write a scenario and to ask it.",
    description = {
      "",
      "The page is one file, and needs neither a network nor this program: it carries",
      "the scenario, an editor that completes and checks it, and the model. What is",
      "written there is saved or downloaded there; FILE itself stays as it is. A FILE",
      "with mistakes opens, too: the editor marks them."
    },
    footer = {
      "",
      "Examples:",
      "  corridor studio",
      "  corridor studio my.yaml",
      "  corridor studio iran-iraq-2019 --out iran.html --no-open"
    })
final class StudioCommand implements Callable<Integer> {
  /** What a new scenario is called until it is saved. */
  private static final String NEW = "scenario.yaml";

  /** A scenario may be nobody else's business. */
  private static final FileAttribute<?> OWN =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  /** So many hexadecimal digits tell scenarios of one name apart. */
  private static final int DIGITS = 8;

  private final Console console;

  @Parameters(
      paramLabel = "FILE",
      completionCandidates = ShippedNames.class,
      arity = "0..1",
      description =
          "A scenario file, or the name of a shipped scenario; without one, the scenario that"
              + " corridor init writes.")
  private @Nullable String file;

  @Option(
      names = "--out",
      paramLabel = "PAGE",
      description =
          "File to write the page to, never over another; if absent, one in your cache folder"
              + " (~/.cache/corridor), which the next page of the same scenario replaces.")
  private @Nullable Path out;

  @Option(names = "--no-open", description = "Only write the page.")
  private boolean closed;

  @Mixin private CacheOption cache;

  StudioCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    LiveModel model =
        LiveOptions.built(Progress.NONE)
            .orElseThrow(
                () ->
                    CommandException.wrong(
                        "this Corridor was built without the model for pages, which studio needs"));
    Path page = write(model);
    console.print(List.of("Written: " + page));
    if (!closed && !open(page)) {
      console.print(List.of("Open it in a browser: none could be started from here."));
    }
    return ExitStatus.DONE;
  }

  /** Writes the page, where it is opened from. */
  private Path write(LiveModel model) throws IOException {
    Path page = out == null ? cached() : out;
    if (out != null && Files.exists(out)) {
      throw taken(out);
    }
    try {
      write(model, page);
      return page;
    } catch (FileAlreadyExistsException e) { // another was quicker
      throw taken(page);
    }
  }

  private void write(LiveModel model, Path page) throws IOException {
    boolean replaced = out == null;
    try {
      LoadedScenario loaded =
          file == null ? fresh(cache.reader()) : ScenarioStore.read(file, cache.reader());
      Source source = ScenarioStore.source(loaded);
      Sample sample = Settings.of(loaded.scenario()).sample();
      StudioFile.write(page, replaced, new PageModel(model, loaded), source, sample);
    } catch (ScenarioFileException e) {
      ScenarioTexts texts = e.texts().orElseThrow(() -> e);
      StudioFile.write(
          page,
          replaced,
          model,
          texts,
          String.valueOf(Path.of(Objects.requireNonNull(file)).getFileName()));
      console.print(
          List.of(
              e.getMessage(), "The page marks the mistakes, so that they can be corrected there."));
    }
  }

  /** Returns the scenario that a new one begins as. */
  static LoadedScenario fresh(ScenarioReader reader) {
    return reader.readText(ScenarioTemplate.text(), NEW);
  }

  private static CommandException taken(Path page) {
    return CommandException.wrong(page + " exists; name another file, or remove it");
  }

  /** One page for each scenario, in the user's own folder: the next takes its place. */
  private Path cached() throws IOException {
    String scenario = file == null ? NEW : file;
    String name = String.valueOf(Path.of(scenario).getFileName()).replaceFirst("\\.ya?ml$", "");
    String which =
        Hashing.sha256()
            .hashString(Path.of(scenario).toAbsolutePath().toString(), StandardCharsets.UTF_8)
            .toString()
            .substring(0, DIGITS);
    return folder().resolve(name + "-" + which + ".html");
  }

  private static Path folder() throws IOException {
    Optional<Path> own = CacheOption.own().map(folder -> folder.resolve("studio"));
    if (own.isPresent()) {
      Path folder = own.get();
      boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
      FileAttribute<?>[] mine = posix ? new FileAttribute<?>[] {OWN} : new FileAttribute<?>[0];
      try {
        Files.createDirectories(folder, mine);
        if (Files.isWritable(folder)) {
          return folder;
        }
      } catch (IOException e) {
        // A file is in its place, or it can't be made.
      }
    }
    return Files.createTempDirectory("corridor-studio");
  }

  /** Has the system open the page as it opens pages; returns whether it can. */
  private static boolean open(Path page) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String url = page.toUri().toString();
    List<String> command =
        system.startsWith("windows")
            ? List.of("rundll32", "url.dll,FileProtocolHandler", url)
            : List.of(system.startsWith("mac") ? "open" : "xdg-open", url);
    try {
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
