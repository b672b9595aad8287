package io.corridor.spark.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which package may import which, and what a module may do: the rules of all modules, in one. */
class ArchitectureTest {
  private static final Path PROJECT = Path.of("..");

  /** A module, with its packages in rows that imports run up. */
  private enum Module {
    /** Results are plain data: they know the model, and nothing of how they came about. */
    CORE(
        Kind.LIBRARY,
        PackageRules.importsRunUp(
            "io.corridor",
            "internal.withers",
            "model",
            "run projection internal.numeric internal.block",
            "internal.random why",
            "internal.sampling internal.process internal.policy internal.energy internal.trade"
                + " internal.world",
            "internal.question internal.summary",
            "internal.plan",
            "internal.engine",
            "internal.why",
            "simulation",
            "review"),
        noClasses()
            .that()
            .resideInAnyPackage("io.corridor.projection", "io.corridor.run")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.corridor.internal.."),
        noClasses().should().dependOnClassesThat(describe("open files", Module::opensFiles)),
        sumsInOrder(),
        // What writes code while core is compiled is neither published nor there when core runs.
        noClasses()
            .that()
            .resideOutsideOfPackage("io.corridor.internal.withers")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.corridor.internal.withers")),

    /** What writes code knows the JDK alone, so that nothing else is on the processor path. */
    WITHERS(
        Kind.COMMAND,
        classes()
            .that()
            .resideInAPackage("io.corridor.internal.withers")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "javax..", "io.corridor.internal.withers")),

    EVIDENCE(
        Kind.LIBRARY,
        PackageRules.importsRunUp(
            "io.corridor.evidence",
            "io.corridor.internal.numeric io.corridor.internal.random",
            "series",
            "score",
            "fit .",
            "forecast"),
        sumsInOrder()),

    SCENARIOS(
        Kind.LIBRARY,
        PackageRules.importsRunUp(
            "io.corridor.scenarios",
            "internal.yaml",
            "internal.csv internal.layer",
            "internal.format",
            "internal.evidence",
            "."),
        sumsInOrder()),

    CUSTOMS(Kind.LIBRARY, PackageRules.importsRunUp("io.corridor.customs", ".")),

    REPORT(
        Kind.LIBRARY,
        PackageRules.importsRunUp(
            "io.corridor.report",
            "words",
            "data story internal.chart internal.json",
            "internal.page screen",
            "files")),

    /** What a page asks, and what builds it, know nothing of each other. */
    WEB(
        Kind.COMMAND,
        PackageRules.importsRunUp(
            "io.corridor.web",
            // What stands in for classes of other modules, and what pages write, is of their
            // internals.
            "io.corridor.report.internal.json io.corridor.report.internal.page",
            "internal.browser internal.browser.jdk.java.security"
                + " internal.browser.jdk.java.text internal.browser.jdk.java.util.concurrent"
                + " internal.browser.jdk.java.util.concurrent.atomic"
                + " internal.browser.jdk.java.util.concurrent.locks"
                + " internal.browser.jdk.java.util.zip"
                + " internal.engine",
            "internal.build")),

    PARQUET(Kind.LIBRARY, PackageRules.importsRunUp("io.corridor.parquet", ".")),

    /** The command line is a user like any other: it knows the API of the other modules alone. */
    CLI(Kind.COMMAND, PackageRules.importsRunUp("io.corridor.cli", "checkpoint", ".")),

    /** Spark moves bytes; what they say is core's business. */
    SPARK(
        Kind.LIBRARY,
        PackageRules.importsRunUp("io.corridor.spark", "."),
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.corridor.internal..", "io.corridor.projection..", "com.google..")),

    /**
     * The command line on a cluster joins two modules by their API, and is little more than that.
     */
    SPARK_CLI(
        Kind.COMMAND,
        PackageRules.importsRunUp("io.corridor.spark.cli", "."),
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.corridor.scenarios..", "io.corridor.report.."));

    private enum Kind {
      LIBRARY,
      COMMAND
    }

    private final ArchRule rules;

    Module(Kind kind, ArchRule... own) {
      List<ArchRule> all = new ArrayList<>(Arrays.asList(own));
      if (kind == Kind.LIBRARY) {
        all.addAll(LibraryRules.ALL);
      }
      this.rules = CompositeArchRule.of(all);
    }

    /** The JDK's own sums carry what rounding loses along, and those in a browser don't. */
    private static ArchRule sumsInOrder() {
      return noClasses()
          .should()
          .callMethod(DoubleStream.class, "sum")
          .orShould()
          .callMethod(DoubleStream.class, "average")
          .orShould()
          .callMethod(DoubleStream.class, "summaryStatistics");
    }

    private Path built() {
      String folder = name().toLowerCase(Locale.ROOT).replace('_', '-');
      return PROJECT.resolve(folder).resolve("target/classes");
    }

    private static boolean opensFiles(JavaClass type) {
      return type.getPackageName().startsWith("java.nio.file")
          || type.getPackageName().equals("java.nio.channels")
          || type.getName().matches("java\\.io\\.(File|RandomAccess|Print|Console).*");
    }
  }

  /** A module that wasn't built along with this one is skipped. */
  @ParameterizedTest
  @EnumSource
  void modulesKeepTheirRules(Module module) {
    assumeTrue(Files.isDirectory(module.built()), () -> module + " isn't built");
    JavaClasses classes = new ClassFileImporter().importPath(module.built());
    assertThat(classes).isNotEmpty();
    module.rules.check(classes);
  }

  /** Of all modules, so that a name says what is meant without its package. */
  @Test
  void noTwoClassesShareAName() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> modules = Files.list(PROJECT)) {
      for (Path module : modules.toList()) {
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
