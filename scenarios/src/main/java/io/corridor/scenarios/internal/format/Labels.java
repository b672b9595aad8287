package io.corridor.scenarios.internal.format;

import io.corridor.scenarios.internal.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Names for people: {@code label} beside whatever has an id, and {@code name} of a partner, are
 * short for an entry of {@code labels} under the path of the id.
 */
public final class Labels {
  /** What stands beside an id. */
  public static final String LABEL = "label";

  private static final String NAME = "name";
  private static final String LABELS = "labels";
  private static final String PARTNERS = "partners";
  private static final String CARRIERS = "energy.carriers";

  /** Mappings of ids, at the top. */
  private static final List<String> TOP =
      List.of("drivers", "waivers", "sanctions", "flows", PARTNERS, "questions", "variants");

  /** Mappings of ids in a carrier. */
  private static final List<String> IN_CARRIERS = List.of("projects", "sources", "units");

  private static final Pattern LABELLED =
      Pattern.compile(
          "(partial-)?(flow|partner|waiver|sanction|question|(?!change).*driver"
              + "|carrier-of-kind-.*|project-of-.*|source-of-.*)");

  private final Map<String, Node.Entry> labels = new LinkedHashMap<>();

  private Labels() {}

  /** Returns {@code root} with all labels in one place. */
  static Node gathered(Node root) {
    if (!(root instanceof Node.Mapping mapping)) {
      return root;
    }
    Labels labels = new Labels();
    Node.Mapping changed = mapping;
    for (String section : TOP) {
      changed = labels.within(changed, section, section);
    }
    if (changed.get("energy") instanceof Node.Mapping energy
        && energy.get("carriers") instanceof Node.Mapping carriers) {
      Node.Mapping others = carriers;
      for (String id : carriers.entries().keySet()) {
        others = labels.carrier(others, id);
      }
      Node.Mapping inside = labels.within(put(energy, "carriers", others), "carriers", CARRIERS);
      changed = put(changed, "energy", inside);
    }
    return labels.labels.isEmpty() ? root : labels.put(changed);
  }

  private Node.Mapping carrier(Node.Mapping carriers, String id) {
    if (!(carriers.get(id) instanceof Node.Mapping carrier)) {
      return carriers;
    }
    Node.Mapping changed = carrier;
    for (String section : IN_CARRIERS) {
      changed = within(changed, section, CARRIERS + '.' + id + '.' + section);
    }
    if (changed.get("imports") instanceof Node.Mapping imports) {
      Node.Mapping inside = within(imports, "sources", CARRIERS + '.' + id + ".imports.sources");
      changed = put(changed, "imports", inside);
    }
    return put(carriers, id, changed);
  }

  /** Takes the labels of what stands under {@code section} of {@code parent}. */
  private Node.Mapping within(Node.Mapping parent, String section, String path) {
    if (!(parent.get(section) instanceof Node.Mapping things)) {
      return parent;
    }
    Node.Mapping changed = things;
    for (Map.Entry<String, Node.Entry> thing : things.entries().entrySet()) {
      if (thing.getValue().value() instanceof Node.Mapping mapping) {
        Node.Mapping rest = take(mapping, LABEL, path + '.' + thing.getKey());
        rest = section.equals(PARTNERS) ? take(rest, NAME, path + '.' + thing.getKey()) : rest;
        changed = put(changed, thing.getKey(), rest);
      }
    }
    return changed.equals(things) ? parent : put(parent, section, changed);
  }

  private Node.Mapping take(Node.Mapping mapping, String key, String path) {
    Node.Entry label = mapping.entries().get(key);
    if (label == null) {
      return mapping;
    }
    labels.put(path, label);
    return mapping.without(key);
  }

  private static Node.Mapping put(Node.Mapping parent, String key, Node value) {
    Node.Entry entry = parent.entries().get(key);
    return entry == null || entry.value() == value
        ? parent
        : parent.with(key, new Node.Entry(entry.keyAt(), value));
  }

  private Node put(Node.Mapping root) {
    Node.Entry stated = root.entries().get(LABELS);
    Map<String, Node.Entry> all = new LinkedHashMap<>(labels);
    if (stated != null) {
      if (!(stated.value() instanceof Node.Mapping mapping)) {
        return root;
      }
      all.putAll(mapping.entries());
    }
    Node.Mapping gathered = new Node.Mapping(all, root.at());
    return root.with(LABELS, new Node.Entry(stated == null ? root.at() : stated.keyAt(), gathered));
  }

  /** Lets everything in the JSON Schema that has an id have a label. */
  static void addTo(Map<String, Object> definitions) {
    definitions.replaceAll(
        (name, definition) ->
            LABELLED.matcher(name).matches()
                ? labelled(definition, name.endsWith("partner"))
                : definition);
  }

  @SuppressWarnings("unchecked") // schemas are made of JSON objects
  private static Object labelled(Object definition, boolean isPartner) {
    Map<String, Object> changed = new LinkedHashMap<>((Map<String, Object>) definition);
    changed.computeIfPresent("then", (key, fitted) -> labelled(fitted, isPartner));
    changed.computeIfPresent("else", (key, plain) -> labelled(plain, isPartner));
    changed.computeIfPresent(
        "properties",
        (key, properties) -> {
          Map<String, Object> more = new LinkedHashMap<>((Map<String, Object>) properties);
          more.put(LABEL, text("what people call it"));
          if (isPartner) {
            more.put(NAME, text("what the country is called"));
          }
          return more;
        });
    return changed;
  }

  private static Map<String, Object> text(String says) {
    return JsonObjects.object("type", List.of("string", "null"), "description", says);
  }
}
