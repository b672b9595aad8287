package io.corridor;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

/** Data flows one way: model, plan, engine, summary, projection. No import runs back. */
@AnalyzeClasses(packages = "io.corridor", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule NO_IMPORT_RUNS_BACK =
      PackageRules.importsRunUp(
          "io.corridor",
          "internal.withers",
          "model",
          "run projection internal.numeric internal.block",
          "internal.random why",
          "internal.sampling internal.process internal.policy internal.energy internal.trade",
          "internal.question internal.summary",
          "internal.plan",
          "internal.engine",
          "internal.why",
          "simulation",
          "review");

  /** What the user gets is plain data: it knows the model, and nothing of how it came about. */
  @ArchTest
  static final ArchRule RESULTS_ARE_DATA =
      noClasses()
          .that()
          .resideInAnyPackage("io.corridor.projection", "io.corridor.run")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.corridor.internal..");

  @ArchTest
  static final ArchRule NOTHING_READS_FILES =
      noClasses()
          .should()
          .dependOnClassesThat(
              describe(
                  "open files",
                  type ->
                      type.getPackageName().startsWith("java.nio.file")
                          || type.getPackageName().equals("java.nio.channels")
                          || type.getName()
                              .matches("java\\.io\\.(File|RandomAccess|Print|Console).*")));

  /** What writes code while core is compiled is neither published nor there when core runs. */
  @ArchTest
  static final ArchRule COMPILED_CODE_NEEDS_NO_PROCESSOR =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.corridor.internal.withers")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.corridor.internal.withers");

  /** What writes code knows the JDK alone, so that nothing comes to the processor path with it. */
  @ArchTest
  static final ArchRule PROCESSORS_KNOW_THE_JDK_ALONE =
      classes()
          .that()
          .resideInAPackage("io.corridor.internal.withers")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "javax..", "io.corridor.internal.withers");

  @ArchTest static final ArchTests IS_A_LIBRARY = ArchTests.in(LibraryRules.class);
}
