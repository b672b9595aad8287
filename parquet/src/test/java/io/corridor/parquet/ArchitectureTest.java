package io.corridor.parquet;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.corridor.LibraryRules;
import io.corridor.PackageRules;

/** Writing tables is as quiet as simulating. */
@AnalyzeClasses(
    packages = "io.corridor.parquet",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule NO_IMPORT_RUNS_BACK = PackageRules.importsRunUp("io.corridor.parquet", ".");

  @ArchTest static final ArchTests IS_A_LIBRARY = ArchTests.in(LibraryRules.class);
}
