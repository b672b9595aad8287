package io.corridor.scenarios.internal.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Writes trees as YAML: nested mappings on lines of their own, what holds only scalars in one. */
public final class Emitter {
  private static final CoreSchema SCHEMA = new CoreSchema();
  private static final DumpSettings SETTINGS =
      DumpSettings.builder()
          .setSchema(SCHEMA)
          .setWidth(100)
          .setMultiLineFlow(false)
          .setDereferenceAliases(true)
          .build();

  private Emitter() {}

  /** Returns the text of {@code node}. */
  public static String emit(Node node) {
    return emit(toEngine(node));
  }

  private static String emit(org.snakeyaml.engine.v2.nodes.Node node) {
    return new Present(SETTINGS)
        .emitToString(new Serialize(SETTINGS).serializeOne(node).iterator());
  }

  /**
   * Returns what {@link #emit} writes behind the keys that have no lines of their own below them,
   * by their path.
   */
  public static Map<String, String> values(Node root) {
    Map<String, String> values = new LinkedHashMap<>();
    addValues("", (Node.Mapping) root, values);
    return values;
  }

  private static void addValues(String before, Node.Mapping mapping, Map<String, String> values) {
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              if (entry.value() instanceof Node.Mapping below && isBlock(below)) {
                addValues(before + key + ".", below, values);
              } else {
                values.put(before + key, inOneLine(entry.value()));
              }
            });
  }

  private static boolean isBlock(Node.Mapping mapping) {
    return style(mapping.entries().values().stream().map(Node.Entry::value).toList())
        == FlowStyle.BLOCK;
  }

  /** A value in a line, as it stands behind a key. */
  private static String inOneLine(Node value) {
    NodeTuple tuple = new NodeTuple(text("key"), toEngine(value));
    return emit(new MappingNode(Tag.MAP, List.of(tuple), FlowStyle.BLOCK))
        .substring("key:".length())
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static org.snakeyaml.engine.v2.nodes.Node toEngine(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return toEngine(scalar);
    }
    if (node instanceof Node.Items items) {
      List<org.snakeyaml.engine.v2.nodes.Node> children = new ArrayList<>();
      items.items().forEach(item -> children.add(toEngine(item)));
      return new SequenceNode(Tag.SEQ, children, style(items.items()));
    }
    Node.Mapping mapping = (Node.Mapping) node;
    List<NodeTuple> tuples = new ArrayList<>();
    List<Node> values = new ArrayList<>();
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              tuples.add(new NodeTuple(text(key), toEngine(entry.value())));
              values.add(entry.value());
            });
    return new MappingNode(Tag.MAP, tuples, style(values));
  }

  /** A plain scalar is a number, date or truth value; any other may need quotes. */
  private static ScalarNode toEngine(Node.Scalar scalar) {
    if (!scalar.plain()) {
      return text(scalar.text());
    }
    Tag tag = SCHEMA.getScalarResolver().resolve(scalar.text(), true);
    return new ScalarNode(tag, scalar.text(), ScalarStyle.PLAIN);
  }

  private static ScalarNode text(String text) {
    return new ScalarNode(Tag.STR, text, ScalarStyle.PLAIN);
  }

  private static FlowStyle style(List<Node> children) {
    return children.stream().allMatch(Node.Scalar.class::isInstance)
        ? FlowStyle.FLOW
        : FlowStyle.BLOCK;
  }
}
