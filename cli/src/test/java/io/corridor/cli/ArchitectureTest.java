package io.corridor.cli;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.corridor.PackageRules;

/** The command line is a user like any other: it knows the API of the other modules alone. */
@AnalyzeClasses(packages = "io.corridor.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule NO_IMPORT_RUNS_BACK =
      PackageRules.importsRunUp("io.corridor.cli", "checkpoint", ".");
}
