package io.corridor.scenarios.internal.format;

import io.corridor.scenarios.internal.yaml.Node;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many of some keys of a section may stand together. A key that is {@code false} doesn't stand.
 *
 * @param least fewest of them
 * @param most most of them
 * @param names the keys
 */
record Rule(int least, int most, List<String> names) {

  /** Returns the rule that one of {@code names} stands, and no other. */
  static Rule exactlyOne(String... names) {
    return new Rule(1, 1, List.of(names));
  }

  /** Returns the rule that at least one of {@code names} stands. */
  static Rule atLeastOne(String... names) {
    return new Rule(1, names.length, List.of(names));
  }

  /** Returns the rule that no two of {@code names} stand together. */
  static Rule atMostOne(String... names) {
    return new Rule(0, 1, List.of(names));
  }

  /** Returns the rule where data may decide what none of the keys says. */
  Rule lax() {
    return new Rule(0, most, names);
  }

  /** Tells {@code place}, where the section stands, if {@code mapping} breaks the rule. */
  void check(Node.Mapping mapping, Place place) {
    List<String> standing = names.stream().filter(name -> stands(mapping.get(name))).toList();
    if (standing.size() < least) {
      place.note(place.keyAt(), "one of " + String.join(", ", names) + " is needed; found none");
      names.forEach(name -> place.reading().spoiled(place.key().child(name)));
    } else if (standing.size() > most) {
      String last = standing.get(standing.size() - 1);
      String others = String.join(" and ", standing.subList(0, standing.size() - 1));
      place
          .in(last, mapping.entry(last).keyAt())
          .wrong(
              mapping.entry(last).keyAt(),
              last + " and " + others + " can't stand together; leave one out");
    }
  }

  private static boolean stands(@Nullable Node value) {
    return value != null && !(value instanceof Node.Scalar scalar && !scalar.truth().orElse(true));
  }

  /** Adds the rule to the schema of a section. */
  void addTo(List<Object> allOf, SchemaDefs defs) {
    if (least > 0 && !defs.partial()) {
      allOf.add(JsonObjects.object("anyOf", names.stream().map(SchemaDefs::has).toList()));
    }
    if (most == 1) {
      for (int i = 0; i < names.size(); i++) {
        for (int j = i + 1; j < names.size(); j++) {
          allOf.add(JsonObjects.object("not", both(names.get(i), names.get(j))));
        }
      }
    }
  }

  private static Map<String, Object> both(String first, String second) {
    Map<String, Object> stands =
        JsonObjects.object("not", JsonObjects.object("enum", SchemaDefs.ABSENT));
    return JsonObjects.object(
        "required", List.of(first, second),
        "properties", JsonObjects.object(first, stands, second, stands));
  }
}
