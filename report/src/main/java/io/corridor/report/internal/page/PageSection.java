package io.corridor.report.internal.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a page.
 *
 * @param id unique in the page
 * @param title what it is about
 * @param shortTitle the same for a list of contents
 * @param lead a paragraph before the rest; may be empty
 * @param groups of figures and answers, in order; the section is left out without any
 */
record PageSection(String id, String title, String shortTitle, String lead, List<Group> groups) {

  /** A section that is called by its title in the list of contents, too. */
  PageSection(String id, String title, String lead, List<Group> groups) {
    this(id, title, title, lead, groups);
  }

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

    /** Whether there is nothing but figures behind a word. */
    boolean isAllFolded() {
      return title.isEmpty() && answers.isEmpty() && !folded.isEmpty();
    }

    /** Returns about how many lines it has while its figures are folded. */
    int lines() {
      return 2 + answers.stream().mapToInt(answer -> 1 + answer.length() / LINE).sum();
    }

    /** Returns figures without anything else. */
    static Group of(List<Figure> figures) {
      return new Group("", List.of(), figures, "");
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
   */
  record Answered(
      String id, String value, String subject, String statement, String rest, String exact) {
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

  /** Returns the section with a paragraph before the rest. */
  PageSection with(String paragraph) {
    return new PageSection(id, title, shortTitle, paragraph, groups);
  }

  /** Returns the section by another name in the list of contents. */
  PageSection called(String name) {
    return new PageSection(id, title, name, lead, groups);
  }

  /** Returns a section of figures alone. */
  static PageSection of(String id, String title, String lead, List<Figure> figures) {
    return new PageSection(
        id, title, lead, figures.isEmpty() ? List.of() : List.of(Group.of(figures)));
  }
}
