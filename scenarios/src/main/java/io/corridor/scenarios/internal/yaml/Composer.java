package io.corridor.scenarios.internal.yaml;

import io.corridor.model.KeyPath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Builds the tree of a YAML text from the parser's events.
 *
 * <p>The tree is built here, and not by the parser's own composer, so that hostile texts are
 * refused as soon as they show: nesting deeper than {@value #DEPTH}, more than {@value #NODES}
 * values once aliases are written out, anchors inside themselves. A text is read no further than
 * that.
 */
public final class Composer {
  /** Deepest nesting of lists and mappings. The format itself needs eight. */
  public static final int DEPTH = 50;

  /** Most values in a text, aliases written out. */
  public static final int NODES = 100_000;

  /** Most characters in the values and keys of a text, aliases written out. */
  public static final int CHARACTERS = 4 << 20;

  private static final int LONGEST = 400;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();

  private final String text;
  private final SourceText origin;
  private final Iterator<Event> events;
  private final Consumer<Flaw> flaws;
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private final ArrayDeque<String> path = new ArrayDeque<>();
  private long nodes;
  private long characters;

  private record Anchored(Node node, long size, long characters) {}

  private Composer(String text, SourceText origin, Consumer<Flaw> flaws) {
    this.text = text;
    this.origin = origin;
    this.flaws = flaws;
    this.events = new Parse(SETTINGS).parseReader(new CharacterReader(text)).iterator();
  }

  /**
   * Returns the tree of {@code text}; null if there is nothing in it.
   *
   * @param flaws told of what is wrong but doesn't keep the rest from being read: keys used twice,
   *     tags
   * @throws YamlException if the text is not one YAML document within the limits
   */
  public static @Nullable Node compose(String text, SourceText origin, Consumer<Flaw> flaws)
      throws YamlException {
    refuseControls(text, origin);
    Composer composer = new Composer(text, origin, flaws);
    try {
      return composer.document();
    } catch (MarkedYamlEngineException e) {
      throw composer.syntax(e);
    } catch (YamlEngineException e) {
      throw new YamlException(Position.start(origin), "not YAML: " + e.getMessage());
    }
  }

  private static void refuseControls(String text, SourceText origin) throws YamlException {
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int c = text.codePointAt(i);
      if (!StreamReader.isPrintable(c)) {
        throw new YamlException(
            Position.endOf(text.substring(0, i), origin),
            String.format("character U+%04X may not stand in YAML", c));
      }
    }
  }

  /** Returns how many values there are in {@code node}. */
  public static long count(Node node) {
    if (node instanceof Node.Items items) {
      return 1 + items.items().stream().mapToLong(Composer::count).sum();
    }
    return node instanceof Node.Mapping mapping
        ? 1 + mapping.entries().values().stream().mapToLong(e -> count(e.value())).sum()
        : 1;
  }

  private @Nullable Node document() throws YamlException {
    events.next(); // the stream's start
    Event start = events.next();
    if (start.getEventId() == Event.ID.StreamEnd) {
      return null;
    }
    Node root = node(events.next(), 0);
    events.next(); // the document's end
    Event next = events.next();
    if (next.getEventId() != Event.ID.StreamEnd) {
      throw new YamlException(
          position(next), "a second YAML document begins here; one file is one scenario");
    }
    return root;
  }

  private Node node(Event event, int depth) throws YamlException {
    if (++nodes > NODES) {
      throw new YamlException(
          position(event), "more than 100 000 values (aliases written out); that is no scenario");
    }
    if (event instanceof AliasEvent alias) {
      return alias(alias);
    }
    long before = nodes;
    long charactersBefore = characters;
    refuseTag(event);
    Node node =
        switch (event.getEventId()) {
          case Scalar -> scalar((ScalarEvent) event);
          case SequenceStart -> items(event, depth + 1);
          default -> mapping(event, depth + 1);
        };
    Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
    anchor.ifPresent(
        name ->
            anchors.put(name, new Anchored(node, nodes - before, characters - charactersBefore)));
    return node;
  }

  private Node alias(AliasEvent alias) throws YamlException {
    Anchored anchored = anchors.get(alias.getAlias());
    if (anchored == null) {
      throw new YamlException(
          position(alias),
          "alias "
              + Quotes.quote("*" + alias.getAlias().getValue())
              + " names no anchor that ends before it");
    }
    nodes += anchored.size();
    count(anchored.characters(), alias);
    return anchored.node();
  }

  private void count(long more, Event event) throws YamlException {
    characters += more;
    if (characters > CHARACTERS) {
      throw new YamlException(
          position(event), "more than 4 MiB of text (aliases written out); that is no scenario");
    }
  }

  private Node.Scalar scalar(ScalarEvent event) throws YamlException {
    count(event.getValue().length(), event);
    return new Node.Scalar(event.getValue(), event.isPlain(), position(event));
  }

  private Node items(Event start, int depth) throws YamlException {
    refuseDepth(start, depth);
    List<Node> items = new ArrayList<>();
    for (Event e = events.next(); e.getEventId() != Event.ID.SequenceEnd; e = events.next()) {
      path.addLast(Integer.toString(items.size()));
      items.add(node(e, depth));
      path.removeLast();
    }
    return new Node.Items(items, position(start));
  }

  private Node mapping(Event start, int depth) throws YamlException {
    refuseDepth(start, depth);
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    for (Event e = events.next(); e.getEventId() != Event.ID.MappingEnd; e = events.next()) {
      if (!(node(e, depth) instanceof Node.Scalar key)) {
        throw new YamlException(position(e), "a key must be a word, not a list or mapping");
      }
      path.addLast(key.text());
      Node value = node(events.next(), depth);
      Node.Entry earlier = entries.putIfAbsent(key.text(), new Node.Entry(position(e), value));
      if (earlier != null) {
        flaw(
            e,
            "key "
                + Quotes.quote(key.text())
                + " is used twice; it stands in line "
                + earlier.keyAt().line()
                + " already");
      }
      path.removeLast();
    }
    return new Node.Mapping(entries, position(start));
  }

  private void refuseDepth(Event event, int depth) throws YamlException {
    if (depth > DEPTH) {
      throw new YamlException(
          position(event), "lists and mappings are nested more than " + DEPTH + " deep");
    }
  }

  private void refuseTag(Event event) {
    Optional<String> tag =
        event instanceof ScalarEvent scalar
            ? scalar.getTag()
            : ((CollectionStartEvent) event).getTag();
    tag.ifPresent(name -> flaw(event, "tag " + Quotes.quote(name) + " is no part of the format"));
  }

  private void flaw(Event event, String message) {
    flaws.accept(new Flaw(position(event), new KeyPath(List.copyOf(path)), message));
  }

  private Position position(Event event) {
    return event.getStartMark().map(this::position).orElse(Position.start(origin));
  }

  private Position position(Mark mark) {
    return new Position(origin, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private String line(Position at) {
    return text.lines().skip(at.line() - 1L).findFirst().orElse("");
  }

  private YamlException syntax(MarkedYamlEngineException e) {
    Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
    Position at = mark.map(this::position).orElse(Position.start(origin));
    String problem = e.getProblem() == null ? "syntax error" : e.getProblem();
    if (problem.contains("'\\t")) {
      return new YamlException(at, "a tab can't indent YAML; use spaces");
    }
    boolean colon = problem.startsWith("mapping values are not allowed");
    if (colon && at.column() > 1 && line(at).substring(0, at.column() - 1).contains(": ")) {
      return new YamlException(at, "a text that holds a colon must stand in quotes");
    }
    if (colon || problem.startsWith("expected <block end>")) {
      return new YamlException(
          at,
          "the indentation is wrong: keys that belong together begin in the same column, those"
              + " below a key further to the right");
    }
    String context = e.getContext() == null ? "" : " (" + e.getContext() + ")";
    return new YamlException(at, "not YAML: " + shown(problem) + shown(context));
  }

  private static String shown(String words) {
    return Quotes.clean(Quotes.shorten(words, LONGEST));
  }
}
