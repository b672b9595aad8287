package io.corridor.report.internal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A part of a page, as {@code section.html} lays it out.
 *
 * @param id unique in the page
 * @param title what it is about
 * @param shortTitle the same for a list of contents; empty: it isn't listed
 * @param lead a paragraph before the rest; may be empty
 * @param groups of figures and answers, in order
 * @param beside blocks in columns; may be empty
 * @param blocks after all else
 */
record PageSection(
    String id,
    String title,
    String shortTitle,
    String lead,
    List<Group> groups,
    List<Column> beside,
    List<PageBlock> blocks) {

  /** Metrics and keys in its id are written as an id may be. */
  PageSection {
    id = Figure.id(id);
  }

  /** A section of figures and answers. */
  PageSection(String id, String title, String lead, List<Group> groups) {
    this(id, title, title, lead, groups, List.of(), List.of());
  }

  /** One of two columns. */
  record Column(List<Group> groups, List<PageBlock> blocks) {}

  /**
   * Figures and answers that belong together.
   *
   * @param title of them; may be empty
   * @param answers that stand before the figures
   * @param figures in order
   * @param folded what the figures are behind, until somebody asks for them; empty: nothing
   */
  record Group(String title, List<Answered> answers, List<Figure> figures, String folded) {

    /** Letters of an answer in a line of half a page, about. */
    private static final int LINE = 48;

    /** Returns figures without anything else. */
    static Group of(List<Figure> figures) {
      return new Group("", List.of(), figures, "");
    }

    /** Whether its answers stand on the scale of all, which takes the width of the page. */
    boolean isOverview() {
      return answers.stream().anyMatch(answer -> !answer.strip().isEmpty());
    }

    private boolean isFolded() {
      return !folded.isEmpty() && !figures.isEmpty();
    }

    /** Returns what figures are behind that have a title: they are behind it, above the answers. */
    String topFolded() {
      return isFolded() && !title.isEmpty() ? folded : "";
    }

    /** Returns what figures are behind that have none. */
    String plainFolded() {
      return isFolded() && title.isEmpty() ? folded : "";
    }

    List<Figure> openFigures() {
      return folded.isEmpty() ? figures : List.of();
    }

    /** Returns about how many lines it has while its figures are folded. */
    private int lines() {
      return 2 + answers.stream().mapToInt(answer -> 1 + answer.length() / LINE).sum();
    }
  }

  /**
   * An answer.
   *
   * @param id of the question
   * @param value of the answer in digits: {@code 15.7 %}
   * @param subject with which the statement begins, where it stands above already; may be empty
   * @param statement that it is about, without the subject
   * @param rest what more there is to say; may be empty
   * @param exact the probability, or the mean of a count, as in the result file; empty without one
   * @param strip the answer on the scale of all, as a drawing; may be empty
   * @param chart id of the chart that shows more of it; empty: there is none
   */
  record Answered(
      String id,
      String value,
      String subject,
      String statement,
      String rest,
      String exact,
      String strip,
      String chart) {

    /** An answer in words alone. */
    Answered(String id, String value, String statement) {
      this(id, value, "", statement, "", "", "", "");
    }

    /** Returns the answer that leads to a chart. */
    Answered over(String id) {
      return new Answered(this.id, value, subject, statement, rest, exact, strip, id);
    }

    int length() {
      return statement.length() + rest.length();
    }
  }

  /** Returns a section with some figures in sight, and more behind a word. */
  static PageSection of(
      String id, String title, List<Figure> figures, List<Figure> more, String behind) {
    List<Group> groups = new ArrayList<>();
    if (!figures.isEmpty()) {
      groups.add(Group.of(figures));
    }
    if (!more.isEmpty()) {
      String charts = more.size() == 1 ? "One chart: " : more.size() + " charts: ";
      groups.add(new Group("", List.of(), more, charts + behind));
    }
    return new PageSection(id, title, "", groups);
  }

  /** Returns a section of figures alone. */
  static PageSection of(String id, String title, String lead, List<Figure> figures) {
    return new PageSection(
        id, title, lead, figures.isEmpty() ? List.of() : List.of(Group.of(figures)));
  }

  /** Returns the section with a paragraph before the rest. */
  PageSection with(String paragraph) {
    return new PageSection(id, title, shortTitle, paragraph, groups, beside, blocks);
  }

  /** Returns the section by another name in the list of contents. */
  PageSection called(String name) {
    return new PageSection(id, title, name, lead, groups, beside, blocks);
  }

  /** Returns the section with blocks after all else. */
  PageSection with(List<PageBlock> others) {
    return new PageSection(id, title, shortTitle, lead, groups, beside, others);
  }

  /** Returns what the page rests on, as its last section says. */
  static PageSection restsOn(List<Column> columns, List<PageBlock> blocks) {
    String title = "What it rests on";
    return new PageSection("rests-on", title, title, "", List.of(), columns, blocks);
  }

  /**
   * Returns what a page about data rests on: lists behind their titles, those that hold something.
   */
  static PageSection ofData(Map<String, List<String>> lists) {
    List<PageBlock> notes = new ArrayList<>();
    lists.forEach(
        (title, items) -> {
          if (!items.isEmpty()) {
            notes.add(PageBlock.behind(title, PageBlock.list(items)));
          }
        });
    String data = "The data alone: see the tables below each chart.";
    return restsOn(
        List.of(),
        notes.isEmpty() ? List.of(PageBlock.titled("", new PageBlock.Words(data))) : notes);
  }

  /** Whether there is nothing in it: it is left out then. */
  boolean isEmpty() {
    return groups.isEmpty() && beside.isEmpty() && blocks.isEmpty();
  }

  /** Returns the title by a name that groups don't have for theirs. */
  String sectionTitle() {
    return title;
  }

  /** Returns what all of it is behind, where there is nothing else. */
  Optional<Group> whole() {
    return groups.stream()
        .filter(group -> groups.size() == 1 && lead.isEmpty() && blocks.isEmpty())
        .filter(group -> group.answers().isEmpty() && !group.plainFolded().isEmpty())
        .findFirst();
  }

  /** Returns the groups that take the whole width. */
  List<Group> open() {
    return groups.stream().filter(group -> !isBeside(group)).toList();
  }

  private static boolean isBeside(Group group) {
    return !group.title().isEmpty() && !group.folded().isEmpty() && !group.isOverview();
  }

  /** Returns the columns; titled groups stand in two, of about one length. */
  List<Column> columns() {
    List<Group> titled = groups.stream().filter(PageSection::isBeside).toList();
    if (titled.isEmpty()) {
      return beside;
    }
    int all = titled.stream().mapToInt(Group::lines).sum();
    int first = 0;
    int taken = 0;
    while (first < titled.size() && 2 * taken + titled.get(first).lines() <= all) {
      taken += titled.get(first++).lines();
    }
    return Stream.of(titled.subList(0, first), titled.subList(first, titled.size()))
        .map(column -> new Column(column, List.of()))
        .toList();
  }
}
