package io.corridor.report;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.corridor.LibraryRules;
import io.corridor.PackageRules;

/** Writing results is as quiet as simulating. */
@AnalyzeClasses(
    packages = "io.corridor.report",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule NO_IMPORT_RUNS_BACK =
      PackageRules.importsRunUp(
          "io.corridor.report",
          "words",
          "data story internal.chart internal.json",
          "internal.page screen",
          "files");

  @ArchTest static final ArchTests IS_A_LIBRARY = ArchTests.in(LibraryRules.class);
}
