package io.corridor.spark.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.corridor.PackageRules;

/** The command line on a cluster joins two modules by their API, and is little more than that. */
@AnalyzeClasses(
    packages = "io.corridor.spark.cli",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule NO_IMPORT_RUNS_BACK =
      PackageRules.importsRunUp("io.corridor.spark.cli", ".");

  @ArchTest
  static final ArchRule READS_AND_WRITES_NOTHING_ITSELF =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.corridor.scenarios..", "io.corridor.report..");
}
