package io.corridor.report.internal.page;

import java.util.List;

/**
 * What a section of a page holds beside figures and answers, as {@code block.html} lays it out.
 *
 * @param heading above it; may be empty
 * @param folded what it is behind, until somebody asks for it; empty: it is in sight
 * @param look of what it is behind, in the style sheet; empty: the usual
 * @param parts in their order
 */
record PageBlock(String heading, String folded, String look, List<Part> parts) {

  /** A part: each kind has a name of its own by which the template knows it. */
  sealed interface Part {}

  /** A paragraph. */
  record Words(String words) implements Part {}

  /** A table, and what it is called for those who hear the page. */
  record Numbers(String label, Table table) implements Part {}

  /** A list. */
  record Items(List<Item> items) implements Part {}

  /**
   * An item of a list.
   *
   * @param key what it is about; may be empty
   * @param text of it
   * @param rest what more there is to say; may be empty
   */
  record Item(String key, String text, String rest) {}

  /** What happened in turn. */
  record Story(List<Stories.Happened> events) implements Part {}

  /** A text as it was written, of a kind that the style sheet knows. */
  record Written(String kind, String pre) implements Part {}

  /** Links to other pages. */
  record Links(List<Link> links) implements Part {}

  /** A link to an address, in words. */
  record Link(String address, String to) {}

  /** Another page, which is loaded once somebody opens it. */
  record Frame(String framed, String opens, String of) implements Part {}

  /** Answers of several scenarios, whose names head the columns. */
  record Answers(List<String> names, List<ComparedAnswers.Row> compared) implements Part {}

  /** Returns parts under a heading. */
  static PageBlock titled(String heading, Part... parts) {
    return new PageBlock(heading, "", "", List.of(parts));
  }

  /** Returns parts that are behind some words. */
  static PageBlock behind(String folded, Part... parts) {
    return new PageBlock("", folded, "", List.of(parts));
  }

  /** Returns a list of texts. */
  static Items list(List<String> texts) {
    return new Items(texts.stream().map(text -> new Item("", text, "")).toList());
  }
}
