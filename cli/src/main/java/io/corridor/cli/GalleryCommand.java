package io.corridor.cli;

import io.corridor.projection.Projection;
import io.corridor.report.data.Corridor;
import io.corridor.report.data.LiveModel;
import io.corridor.report.data.PageModel;
import io.corridor.report.data.Site;
import io.corridor.report.files.Found;
import io.corridor.report.files.OutFolder;
import io.corridor.report.files.OutFolder.Kind;
import io.corridor.report.files.StoredRun;
import io.corridor.run.Progress;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ShippedScenarios;
import io.corridor.simulation.Settings;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code gallery}: a site of corridors, side by side. */
@Command(
    name = "gallery",
    header = "Writes a site of corridors: what each says, and how good that was.",
    description = {
      "",
      "DIR is then a static site that needs no server: index.html with a card for each",
      "corridor, questions.html with all they were asked, studio.html to write one's",
      "own, model.js, which all pages share, and a folder for each with all that",
      "run --out writes. Where NAME.actuals.csv stands beside NAME.yaml, as score",
      "--actuals reads it, the site tells what came of the questions, and how good the",
      "probabilities were."
    },
    footer = {
      "",
      "Examples:",
      "  corridor gallery site",
      "  corridor gallery site mine.yaml iran-iraq-2019 --paths 20k",
      "  corridor gallery public/corridors --manual ../ --overwrite"
    })
final class GalleryCommand implements Callable<Integer> {
  /** A model to read, and no corridor. */
  private static final String YARDSTICK = "yardstick";

  private final Console console;
  private final Runner runner;

  @Parameters(
      index = "0",
      paramLabel = "DIR",
      description = "Folder of the site; made if it isn't there.")
  private Path folder = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "FILE",
      completionCandidates = ShippedNames.class,
      description =
          "Scenario files, or names of shipped scenarios; all that are shipped but the yardstick if"
              + " absent.")
  private List<String> files = new ArrayList<>();

  @Mixin private RunOptions run;

  @Option(names = "--overwrite", description = "Let files replace the results of another run.")
  private boolean overwrite;

  @Option(
      names = "--manual",
      paramLabel = "ADDRESS",
      defaultValue = "https://github.com/corridor-io/corridor/blob/main/docs/README.md",
      description = "Where the manual is, which pages link; from DIR, or anywhere.")
  private String manual = "";

  @Mixin private RunPageOptions page;

  GalleryCommand(Console console, Runner runner) {
    this.console = console;
    this.runner = runner;
  }

  /** A scenario of the site, and where its results go. */
  private record Member(
      String named, ScenarioOptions options, LoadedScenario loaded, OutFolder folder) {}

  @Override
  public Integer call() throws IOException {
    Map<String, LoadedScenario> read = new LinkedHashMap<>();
    for (String named : files.isEmpty() ? shipped() : files) {
      LoadedScenario loaded = ScenarioStore.read(named, ScenarioStore.reader());
      if (read.put(named, loaded) != null) {
        throw CommandException.wrong("'" + named + "' is named twice");
      }
    }
    return OutOptions.aloneIn(folder, () -> gallery(read));
  }

  private static List<String> shipped() {
    return ShippedScenarios.names().stream().filter(name -> !name.equals(YARDSTICK)).toList();
  }

  private int gallery(Map<String, LoadedScenario> read) throws IOException {
    OutFolder site = open(folder, Kind.GALLERY);
    Map<String, Member> members = new LinkedHashMap<>();
    for (Map.Entry<String, LoadedScenario> one : read.entrySet()) {
      String name = ScenarioStore.source(one.getValue()).file().replaceFirst("\\.ya?ml$", "");
      ScenarioOptions options = ScenarioOptions.of(one.getKey());
      OutFolder below = open(folder.resolve(name), Kind.RUN);
      Member member = new Member(one.getKey(), options, one.getValue(), below);
      if (members.put(name, member) != null) {
        throw CommandException.wrong(
            "two files are called " + name + ", as their folders would be");
      }
    }
    return Stages.run(console, stages -> tell(site, members, stages));
  }

  private OutFolder open(Path dir, Kind kind) throws IOException {
    try {
      return OutFolder.open(dir, kind, overwrite);
    } catch (FileAlreadyExistsException e) {
      throw CommandException.wrong(
          dir + " " + e.getReason() + "; choose another folder, or say --overwrite");
    }
  }

  private void tell(OutFolder site, Map<String, Member> members, Stages stages) throws IOException {
    Optional<LiveModel> model = page.model(Progress.NONE);
    site.clear();
    List<Corridor> corridors = new ArrayList<>();
    for (Map.Entry<String, Member> one : members.entrySet()) {
      corridors.add(corridor(one.getKey(), one.getValue(), model.isPresent(), stages));
    }
    new Ending(console, false, Optional.of(site))
        .tell(stages, Found.gallery(corridors, manual, model.map(GalleryCommand::studio)));
  }

  private Corridor corridor(String name, Member member, boolean studio, Stages stages)
      throws IOException {
    LoadedScenario loaded = member.loaded();
    Settings settings = run.settingsOfPaths(loaded.scenario());
    Projection projection =
        stages.show(
            name,
            done -> " at " + name + "; there is no index.html",
            progress -> runner.run(loaded.scenario(), settings.withProgress(progress)));
    Found found =
        page.found(projection, member.options(), loaded, false, false, stages)
            .within(new Site("", studio, manual).below());
    member.folder().writeAnswers(found);
    stages.quietly(
        done -> " at the page of " + name + "; there is no index.html",
        progress -> member.folder().writePage(found, progress));
    return new Corridor(
        name,
        StoredRun.in(folder.resolve(name)).results(),
        ScenarioStore.happened(member.named(), loaded.scenario()));
  }

  private static PageModel studio(LiveModel model) {
    return new PageModel(model, StudioCommand.fresh(ScenarioStore.reader()));
  }
}
