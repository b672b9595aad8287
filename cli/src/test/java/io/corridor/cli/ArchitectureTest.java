package io.corridor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.corridor.PackageRules;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The command line is a user like any other: it knows the API of the other modules alone. */
@AnalyzeClasses(packages = "io.corridor.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule NO_IMPORT_RUNS_BACK =
      PackageRules.importsRunUp("io.corridor.cli", "checkpoint", ".");

  /** Of all modules, so that a name says what is meant without its package. */
  @Test
  void noTwoClassesShareAName() throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> sources = Files.newDirectoryStream(Path.of(".."))) {
      for (Path module : sources) {
        Path main = module.resolve("src/main/java");
        if (Files.isDirectory(main)) {
          try (Stream<Path> found = Files.walk(main)) {
            found
                .filter(file -> file.toString().matches(".*/[A-Z]\\w*\\.java"))
                .forEach(files::add);
          }
        }
      }
    }
    // What stands in for another class in a page has its name.
    files.removeIf(file -> file.toString().contains("/internal/browser/"));
    assertThat(files).hasSizeGreaterThan(600).extracting(Path::getFileName).doesNotHaveDuplicates();
  }
}
