package io.corridor.spark;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.corridor.LibraryRules;
import io.corridor.PackageRules;

/** Spark moves bytes; what they say is core's business. */
@AnalyzeClasses(
    packages = "io.corridor.spark",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule KNOWS_THE_API_OF_CORE_ALONE =
      ArchRuleDefinition.noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.corridor.internal..", "io.corridor.projection..", "com.google..");

  @ArchTest
  static final ArchRule NO_IMPORT_RUNS_BACK = PackageRules.importsRunUp("io.corridor.spark", ".");

  @ArchTest static final ArchTests IS_A_LIBRARY = ArchTests.in(LibraryRules.class);
}
