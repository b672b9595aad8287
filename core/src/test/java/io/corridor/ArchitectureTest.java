package io.corridor;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.corridor.simulation.CancelledException;
import io.corridor.simulation.Checkpoints;
import io.corridor.simulation.Progress;
import io.corridor.simulation.SimulationException;

/** Data flows one way: model, plan, engine, summary, projection. No import runs back. */
@AnalyzeClasses(packages = "io.corridor", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule NO_IMPORT_RUNS_BACK =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("model")
          .definedBy("io.corridor.model..")
          .layer("numeric")
          .definedBy("io.corridor.internal.numeric..")
          .layer("random")
          .definedBy("io.corridor.internal.random..")
          .layer("steps")
          .definedBy(
              "io.corridor.internal.process..",
              "io.corridor.internal.policy..",
              "io.corridor.internal.energy..",
              "io.corridor.internal.trade..")
          .layer("block")
          .definedBy("io.corridor.internal.block..")
          .layer("question")
          .definedBy("io.corridor.internal.question..")
          .layer("summary")
          .definedBy("io.corridor.internal.summary..")
          .layer("plan")
          .definedBy("io.corridor.internal.plan..")
          .layer("engine")
          .definedBy("io.corridor.internal.engine..")
          .layer("transfer")
          .definedBy("io.corridor.internal.transfer..")
          .layer("projection")
          .definedBy("io.corridor.projection..")
          .layer("simulation")
          .definedBy("io.corridor.simulation..")
          .layer("review")
          .definedBy("io.corridor.review..")
          .whereLayer("model")
          .mayNotAccessAnyLayer()
          .whereLayer("numeric")
          .mayNotAccessAnyLayer()
          .whereLayer("block")
          .mayNotAccessAnyLayer()
          .whereLayer("transfer")
          .mayNotAccessAnyLayer()
          .whereLayer("projection")
          .mayOnlyAccessLayers("model")
          .whereLayer("random")
          .mayOnlyAccessLayers("model", "numeric")
          .whereLayer("steps")
          .mayOnlyAccessLayers("model", "numeric", "block", "random")
          .whereLayer("question")
          .mayOnlyAccessLayers("model", "numeric", "block", "projection")
          .whereLayer("summary")
          .mayOnlyAccessLayers("model", "numeric", "projection")
          .whereLayer("plan")
          .mayOnlyAccessLayers("model", "numeric", "block", "random", "steps", "question")
          .whereLayer("engine")
          .mayOnlyBeAccessedByLayers("simulation")
          .whereLayer("simulation")
          .mayOnlyBeAccessedByLayers("engine", "review")
          .whereLayer("review")
          .mayNotBeAccessedByAnyLayer();

  /** The engine speaks to its user in the API's own words, and knows nothing else of the API. */
  private static final DescribedPredicate<JavaClass> WORDS_OF_THE_ENGINE =
      assignableTo(Progress.class)
          .or(assignableTo(CancelledException.class))
          .or(assignableTo(SimulationException.class))
          .or(assignableTo(Checkpoints.class))
          .or(assignableTo(Checkpoints.Stretch.class));

  @ArchTest
  static final ArchRule THE_ENGINE_KNOWS_NO_SETTINGS =
      noClasses()
          .that()
          .resideInAPackage("io.corridor.internal.engine..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.corridor.simulation..").and(not(WORDS_OF_THE_ENGINE)));

  @ArchTest
  static final ArchRule NO_PACKAGES_IN_A_RING =
      slices()
          .matching("io.corridor.(**)")
          .should()
          .beFreeOfCycles()
          .ignoreDependency(resideInAPackage("io.corridor.internal.engine.."), WORDS_OF_THE_ENGINE);

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

  @ArchTest static final ArchTests IS_A_LIBRARY = ArchTests.in(LibraryRules.class);
}
