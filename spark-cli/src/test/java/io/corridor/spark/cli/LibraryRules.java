package io.corridor.spark.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;

/** What makes a module sit quietly in another program: the rules of all modules but commands. */
final class LibraryRules {

  private static final ArchRule NOTHING_PRINTS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  private static final ArchRule NOTHING_LOGS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache..logging..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(System.Logger.class);

  private static final ArchRule NOTHING_EXITS =
      noClasses()
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);

  private static final ArchRule SIGNATURES_SHOW_THE_JDK_AND_THE_API_ONLY =
      codeUnits()
          .that()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage("..internal..")
          .and()
          .areDeclaredInClassesThat(describe("are visible", LibraryRules::isVisible))
          .and(describe("are visible", LibraryRules::isVisible))
          .should(nameOnlyTypesOfTheApi());

  static final List<ArchRule> ALL =
      List.of(
          NOTHING_PRINTS, NOTHING_LOGS, NOTHING_EXITS, SIGNATURES_SHOW_THE_JDK_AND_THE_API_ONLY);

  private LibraryRules() {}

  private static boolean isVisible(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(LibraryRules::isVisible).orElse(true);
  }

  private static boolean isVisible(JavaCodeUnit unit) {
    return unit.getModifiers().contains(JavaModifier.PUBLIC)
        || unit.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static ArchCondition<JavaCodeUnit> nameOnlyTypesOfTheApi() {
    return new ArchCondition<>("name only types of the JDK and of the API") {
      @Override
      public void check(JavaCodeUnit unit, ConditionEvents events) {
        Stream.of(
                unit.getReturnType().getAllInvolvedRawTypes().stream(),
                unit.getParameterTypes().stream().flatMap(t -> t.getAllInvolvedRawTypes().stream()),
                unit.getExceptionTypes().stream())
            .flatMap(types -> types)
            .map(JavaClass::getBaseComponentType)
            .filter(type -> !isOfTheApi(type))
            .map(type -> unit.getFullName() + " names " + type.getName())
            .forEach(message -> events.add(SimpleConditionEvent.violated(unit, message)));
      }
    };
  }

  private static boolean isOfTheApi(JavaClass type) {
    String name = type.getPackageName();
    return type.isPrimitive()
        || name.startsWith("java.")
        || name.startsWith("io.corridor.") && !name.contains(".internal")
        // Whoever embeds corridor-spark is on Spark.
        || name.startsWith("org.apache.spark.");
  }
}
