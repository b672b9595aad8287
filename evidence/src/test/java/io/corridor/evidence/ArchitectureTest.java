package io.corridor.evidence;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.corridor.LibraryRules;
import io.corridor.PackageRules;

/** Evidence is as quiet as simulating, and opens no files. */
@AnalyzeClasses(
    packages = "io.corridor.evidence",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule NO_IMPORT_RUNS_BACK =
      PackageRules.importsRunUp(
          "io.corridor.evidence",
          "io.corridor.internal.numeric io.corridor.internal.random",
          "series",
          "score fit .",
          "forecast");

  @ArchTest static final ArchTests IS_A_LIBRARY = ArchTests.in(LibraryRules.class);
}
