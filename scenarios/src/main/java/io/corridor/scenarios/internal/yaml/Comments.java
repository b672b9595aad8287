package io.corridor.scenarios.internal.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.tokens.CommentToken;
import org.snakeyaml.engine.v2.tokens.ScalarToken;
import org.snakeyaml.engine.v2.tokens.Token;

/**
 * Finds the comments of a YAML text, and the keys that they are about, as the scanner sees them.
 */
public final class Comments {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).setParseComments(true).build();

  /** What a line begins with that isn't a comment, after its key. */
  private static final Set<Token.ID> CONTENT =
      EnumSet.of(
          Token.ID.Scalar, Token.ID.BlockEntry, Token.ID.FlowMappingEnd, Token.ID.FlowSequenceEnd);

  /** Path of the key in each line that begins with something else than a comment. */
  private final TreeMap<Integer, String> content = new TreeMap<>();

  private final List<CommentToken> found = new ArrayList<>();
  private final Deque<Key> open = new ArrayDeque<>();
  private int begin;

  /** A key under which others may stand further to the right. */
  private record Key(int column, String name) {}

  /**
   * A comment.
   *
   * @param line that it stands in, counted from 1
   * @param text of it
   * @param about the line that it is about: its own, or the next that has more than a comment
   * @param key path of the last key that stands in that line or before it; may be empty
   */
  public record Found(int line, String text, int about, String key) {}

  private Comments() {}

  /**
   * Returns the comments from the key {@code corridor} on; none if no YAML can be made out in it.
   */
  public static List<Found> of(String text) {
    Comments comments = new Comments();
    try {
      comments.scan(
          new ScannerImpl(SETTINGS, new StreamReader(SETTINGS, new CharacterReader(text))));
    } catch (YamlEngineException e) {
      return List.of();
    }
    return comments.found.stream()
        .filter(token -> line(token) >= comments.begin)
        .map(comments::found)
        .toList();
  }

  private void scan(ScannerImpl tokens) {
    boolean isKey = false;
    while (tokens.hasNext()) {
      Token token = tokens.next();
      if (token instanceof CommentToken comment) {
        if (comment.getCommentType() != CommentType.BLANK_LINE) {
          found.add(comment);
        }
        continue;
      }
      if (isKey && token instanceof ScalarToken key && !content.containsKey(line(token))) {
        open(key);
      }
      isKey = token.getTokenId() == Token.ID.Key;
      if (CONTENT.contains(token.getTokenId())) {
        content.putIfAbsent(line(token), path());
      }
    }
  }

  private void open(ScalarToken key) {
    int column = key.getStartMark().map(Mark::getColumn).orElse(0);
    while (!open.isEmpty() && open.getLast().column() >= column) {
      open.removeLast();
    }
    open.addLast(new Key(column, key.getValue()));
    if (key.getValue().equals("corridor") && column == 0) {
      begin = line(key);
    }
  }

  private String path() {
    return open.stream().map(Key::name).collect(Collectors.joining("."));
  }

  private static int line(Token token) {
    return token.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  private Found found(CommentToken token) {
    String text = token.getValue().strip();
    Map.Entry<Integer, String> about = content.ceilingEntry(line(token));
    return about == null
        ? new Found(line(token), text, line(token) + 1, "")
        : new Found(line(token), text, about.getKey(), about.getValue());
  }
}
