package io.corridor.web;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.corridor.PackageRules;

/** What a page asks, and what builds it, know nothing of each other. */
@AnalyzeClasses(packages = "io.corridor.web", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule NO_IMPORT_RUNS_BACK =
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
          "internal.build");
}
