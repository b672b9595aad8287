package io.corridor.report.words;

/**
 * What is said of a subject.
 *
 * @param verb in its plain form: {@code be}, {@code reach}
 * @param rest what follows the verb; may be empty
 */
public record Predicate(String verb, String rest) {

  /** Returns the words that say it of a subject: {@code reaches 20 bn USD a year}. */
  String said(boolean plural) {
    return join(plural ? plural() : singular(), rest);
  }

  /** Returns the words that deny it of a subject: {@code doesn't reach 20 bn USD a year}. */
  String denied(boolean plural) {
    if (verb.equals("be")) {
      return join(plural ? "aren't" : "isn't", rest);
    }
    return join((plural ? "don't " : "doesn't ") + verb, rest);
  }

  private String plural() {
    return verb.equals("be") ? "are" : verb;
  }

  private String singular() {
    return verb.equals("be") ? "is" : verb + (verb.endsWith("ch") ? "es" : "s");
  }

  private static String join(String first, String second) {
    return second.isEmpty() ? first : first + ' ' + second;
  }
}
