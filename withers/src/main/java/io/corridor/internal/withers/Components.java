package io.corridor.internal.withers;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** What the processors ask of types and of the components of a record. */
final class Components {

  /** A component and what its record says of it, inline tags included. */
  private static final Pattern PARAM =
      Pattern.compile("@param\\s+(\\w+)\\s+((?:\\{@[^}]*}|[^@])+)");

  private Components() {}

  /** Returns what the Javadoc of the record {@code type} says of its components, by name. */
  static Map<String, String> words(Elements elements, TypeElement type) {
    Map<String, String> words = new HashMap<>();
    String comment = elements.getDocComment(type);
    Matcher params = PARAM.matcher(comment == null ? "" : comment);
    while (params.find()) {
      words.put(params.group(1), params.group(2).strip().replaceAll("\\s+", " "));
    }
    return words;
  }

  /** Returns the name of a type, those of the types around it before it. */
  static String flatName(Element type) {
    Element outer = type.getEnclosingElement();
    return (outer instanceof TypeElement ? flatName(outer) : "") + type.getSimpleName();
  }

  /** Returns the type's name as that of a variable. */
  static String variable(Element type) {
    String name = type.getSimpleName().toString();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** Returns statements that refuse null by name, for each parameter that may be that. */
  static String refusesNull(String parameters) {
    return Pattern.compile(", ")
        .splitAsStream(parameters)
        .map(parameter -> parameter.split(" "))
        .filter(parameter -> !Set.of("double", "int", "long", "boolean").contains(parameter[0]))
        .map(parameter -> parameter[1])
        .map("    java.util.Objects.requireNonNull(%1$s, \"%1$s\");\n"::formatted)
        .collect(joining());
  }

  /** Returns what {@code type} is of: the text of a list of texts. */
  static List<? extends TypeMirror> of(TypeMirror type) {
    return type instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
  }

  /** Returns what one member of the component is called: {@code index} of {@code indices}. */
  static String singular(String component) {
    return component
        .replaceFirst("^by(?=[A-Z])", "")
        .replaceFirst("ices$", "ex")
        .replaceFirst("ies$", "y")
        .replaceFirst("s$", "");
  }
}
