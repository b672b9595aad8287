package io.corridor.scenarios.internal.format;

import io.corridor.scenarios.internal.yaml.Node;
import java.util.LinkedHashMap;
import java.util.Map;

/** Shapes of what a file says about itself: the version of the format, and its variants. */
final class FileShapes {
  /** The version of the format. */
  static final int VERSION = 1;

  private FileShapes() {}

  /** The version of the format, which there is one of. */
  record Version() implements Shape<Integer> {
    @Override
    public String noun() {
      return VERSION + ", the version of the format";
    }

    @Override
    public Integer read(Node node, Place place) {
      if (node instanceof Node.Scalar scalar
          && scalar.plain()
          && scalar.text().equals(Integer.toString(VERSION))) {
        return VERSION;
      }
      return place.mismatch(node, this);
    }

    @Override
    public Node write(Integer version) {
      return Nodes.plain(version);
    }

    @Override
    public Map<String, Object> schema(SchemaDefs defs) {
      return JsonObjects.object("const", VERSION);
    }

    @Override
    public Integer placeholder() {
      return VERSION;
    }
  }

  /** A tree that means something only once it is set: a variant's value. */
  record Tree() implements Shape<Node> {
    @Override
    public String noun() {
      return "a value";
    }

    @Override
    public Node read(Node node, Place place) {
      return node;
    }

    @Override
    public Node write(Node value) {
      return value;
    }

    @Override
    public Map<String, Object> schema(SchemaDefs defs) {
      return new LinkedHashMap<>();
    }

    @Override
    public Node placeholder() {
      return Nodes.mapping(Map.of());
    }
  }
}
