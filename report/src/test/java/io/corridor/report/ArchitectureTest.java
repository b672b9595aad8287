package io.corridor.report;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.corridor.LibraryRules;

/** Writing results is as quiet as simulating. */
@AnalyzeClasses(
    packages = "io.corridor.report",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests IS_A_LIBRARY = ArchTests.in(LibraryRules.class);
}
