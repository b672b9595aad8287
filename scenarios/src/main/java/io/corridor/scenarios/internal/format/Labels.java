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
      changed = changed.change(section, things -> labels.taken(things, section));
    }
    changed = changed.change("energy", energy -> energy.change("carriers", labels::carriers));
    return labels.labels.isEmpty() ? root : labels.put(changed);
  }

  private Node.Mapping carriers(Node.Mapping carriers) {
    Node.Mapping changed = carriers;
    for (String id : carriers.entries().keySet()) {
      changed = changed.change(id, carrier -> carrier(carrier, CARRIERS + '.' + id + '.'));
    }
    return taken(changed, CARRIERS);
  }

  private Node.Mapping carrier(Node.Mapping carrier, String path) {
    Node.Mapping changed = carrier;
    for (String section : IN_CARRIERS) {
      changed = changed.change(section, things -> taken(things, path + section));
    }
    return changed.change(
        "imports",
        imports -> imports.change("sources", sources -> taken(sources, path + "imports.sources")));
  }

  /** Takes the labels of {@code things}, which stand by their ids at {@code path}. */
  private Node.Mapping taken(Node.Mapping things, String path) {
    Map<String, Node.Entry> changed = new LinkedHashMap<>(things.entries());
    changed.replaceAll(
        (id, entry) ->
            entry.value() instanceof Node.Mapping thing
                ? new Node.Entry(entry.keyAt(), taken(thing, id, path))
                : entry);
    return new Node.Mapping(changed, things.at());
  }

  private Node.Mapping taken(Node.Mapping thing, String id, String path) {
    Node.Mapping rest = thing;
    for (String key : path.equals(PARTNERS) ? List.of(LABEL, NAME) : List.of(LABEL)) {
      Node.Entry label = rest.entries().get(key);
      if (label != null) {
        labels.put(path + '.' + id, label);
        rest = rest.without(key);
      }
    }
    return rest;
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
