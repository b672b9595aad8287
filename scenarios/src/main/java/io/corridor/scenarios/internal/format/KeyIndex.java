package io.corridor.scenarios.internal.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sections of the format, and which of them have a key of a name. */
final class KeyIndex {
  /** Most sections that are named. */
  private static final int NAMED = 3;

  private static final Map<String, Set<String>> OWNERS = owners();

  private KeyIndex() {}

  /** Returns the sections that stand in {@code top}, itself first, each once. */
  static List<SectionShape<?>> sections(Shape<?> top) {
    Map<String, SectionShape<?>> sections = new LinkedHashMap<>();
    Deque<Shape<?>> open = new ArrayDeque<>(List.of(top));
    while (!open.isEmpty()) {
      Shape<?> next = open.removeFirst();
      if (!(next instanceof SectionShape<?> section)
          || sections.putIfAbsent(section.noun(), section) == null) {
        List<Shape<?>> inner = new ArrayList<>(next.inner().toList());
        for (int i = inner.size(); i > 0; i--) {
          open.addFirst(inner.get(i - 1));
        }
      }
    }
    return List.copyOf(sections.values());
  }

  private static Map<String, Set<String>> owners() {
    Map<String, Set<String>> owners = new HashMap<>();
    for (SectionShape<?> section : sections(ScenarioFormat.section())) {
      String noun = section.noun().replaceFirst(" of (electricity|gas|oil)$", "");
      section
          .keys()
          .forEach(
              key -> owners.computeIfAbsent(key.name(), any -> new LinkedHashSet<>()).add(noun));
    }
    return owners;
  }

  /** Returns what to say of a key that is unknown where it stands: a slip of indentation, often. */
  static String elsewhere(String key) {
    if (key.matches("[0-9].*")) {
      return "; a comma ends a value in braces, and thousands are grouped by _: 1_200";
    }
    Set<String> owners = OWNERS.getOrDefault(key, Set.of());
    return owners.isEmpty()
        ? ""
        : "; it is a key of "
            + String.join(", ", owners.stream().limit(NAMED).toList())
            + ": is it indented as it should be?";
  }
}
