package io.corridor.spark.cli;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.ArrayList;
import java.util.List;

/** Packages in an order that imports follow. */
final class PackageRules {

  private PackageRules() {}

  /**
   * Returns the rule that a module has these packages and no other, and that each imports of them
   * only what stands in rows above its own; of other modules it imports nothing internal.
   *
   * @param root what the names of all packages start with
   * @param rows names without the root, separated by spaces; packages of one row don't know each
   *     other. A full name stands for an internal package of another module that may be imported
   */
  static ArchRule importsRunUp(String root, String... rows) {
    List<List<String>> order = new ArrayList<>();
    for (String row : rows) {
      List<String> packages = new ArrayList<>();
      for (String name : row.split(" ")) {
        boolean isFull = name.startsWith("io.corridor.");
        packages.add(isFull ? name : name.equals(".") ? root : root + "." + name);
      }
      order.add(packages);
    }
    return ArchRuleDefinition.classes()
        .that(DescribedPredicate.describe("are of " + root, type -> isOf(root, order, type)))
        .should(importOnlyRowsAbove(root, order));
  }

  /** Whether a class is of the module: of a package listed, or of one that should be. */
  private static boolean isOf(String root, List<List<String>> order, JavaClass type) {
    String name = type.getPackageName();
    return rowOf(order, name) >= 0 || name.equals(root) || name.startsWith(root + ".");
  }

  private static int rowOf(List<List<String>> order, String name) {
    for (int row = 0; row < order.size(); row++) {
      if (order.get(row).contains(name)) {
        return row;
      }
    }
    return -1;
  }

  private static ArchCondition<JavaClass> importOnlyRowsAbove(
      String root, List<List<String>> order) {
    return new ArchCondition<>("import only packages of rows above") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        String from = type.getPackageName();
        int row = rowOf(order, from);
        if (row < 0) {
          violate(type, from + " stands in no row of the architecture test", events);
        }
        type.getDirectDependenciesFromSelf().stream()
            .map(dependency -> dependency.getTargetClass().getBaseComponentType().getPackageName())
            .distinct()
            .filter(to -> to.startsWith("io.corridor.") && !to.equals(from))
            .filter(to -> !isAllowed(order, row, to))
            .forEach(to -> violate(type, type.getName() + " imports from " + to, events));
      }

      private boolean isAllowed(List<List<String>> rows, int row, String to) {
        int target = rowOf(rows, to);
        return target >= 0
            ? target < row
            : !to.contains(".internal.") && !to.startsWith(root + ".");
      }
    };
  }

  private static void violate(JavaClass type, String message, ConditionEvents events) {
    events.add(SimpleConditionEvent.violated(type, message));
  }
}
