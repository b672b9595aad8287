package io.corridor.internal.withers;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;

/**
 * Writes {@code DeclaredSections}: what records of one package declare of the keys of the scenario
 * file.
 */
@SupportedAnnotationTypes("io.corridor.model.Section")
public final class DeclarationsProcessor extends AbstractProcessor {
  private static final String HOME = "io.corridor.model";
  private static final String FILE = "DeclaredSections";

  /** The property of a key that names a record which declares the rest. */
  private static final String LIKE = "like";

  /** The expression of an empty text. */
  private static final String NO_WORDS = "\"\"";

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (TypeElement annotation : annotations) {
      write(
          ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation)).stream()
              .sorted(Comparator.comparing(DeclarationsProcessor::file))
              .toList());
    }
    return true;
  }

  /** Returns the name of the type's file: types of one file stay in their order. */
  private static String file(Element type) {
    Element outer = type.getEnclosingElement();
    return outer instanceof TypeElement ? file(outer) : type.getSimpleName().toString();
  }

  private void write(List<TypeElement> types) {
    String home =
        processingEnv.getElementUtils().getPackageOf(types.get(0)).getQualifiedName().toString();
    String text =
        """
        package %s;

        import io.corridor.model.*;
        import java.util.List;
        import java.util.Map;

        /** What records declare of the keys of the scenario file. */
        @javax.annotation.processing.Generated("%s")
        @SuppressWarnings({"unchecked", "rawtypes"})
        final class %s {
          static final Map<Class<?>, Declaration<?>> ALL =
              com.google.common.collect.ImmutableMap.<Class<?>, Declaration<?>>builder()
        %s
                  .buildOrThrow();

          private %s() {}
        }
        """
            .formatted(
                home,
                getClass().getName(),
                FILE,
                types.stream().map(this::section).collect(joining("\n")),
                FILE);
    try (Writer out =
        processingEnv
            .getFiler()
            .createSourceFile(home + "." + FILE, types.toArray(new Element[0]))
            .openWriter()) {
      out.write(text);
    } catch (IOException e) {
      processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, e.toString());
    }
  }

  private String section(TypeElement type) {
    Map<String, Object> section = properties(type, "Section");
    List<? extends RecordComponentElement> components = type.getRecordComponents();
    StringBuilder values = new StringBuilder();
    for (int i = 0; i < components.size(); i++) {
      values.append(i == 0 ? "" : ", ").append("(" + components.get(i).asType() + ") v[" + i + "]");
    }
    return """
              .put(%1$s.class, new Declaration<>(%1$s.class, %2$s, %3$s, %4$s, v -> new %1$s(%5$s), List.of(
    %6$s)))\
    """
        .formatted(
            type,
            section.get("value"),
            section.get("kind"),
            section.get("fitted"),
            values,
            components.stream()
                .map(component -> component(type, component))
                .collect(joining(",\n")));
  }

  private String component(TypeElement type, RecordComponentElement component) {
    String name = component.getSimpleName().toString();
    Map<String, Object> key = key(component);
    String declared = key.isEmpty() ? "false" : "true";
    for (ExecutableElement property : properties()) {
      String said = property.getSimpleName().toString();
      Object value = key.getOrDefault(said, defaultOf(property));
      boolean bare = !key.isEmpty() && said.equals("says") && value.equals(NO_WORDS);
      declared += ", " + (bare ? says(type, component) : value);
    }
    return "            new Declaration.Component(\"%s\", %s, %s, s -> ((%s) s).%s())"
        .formatted(hyphened(name), declared, form(component.asType()), type, name);
  }

  /** Returns the default of a property of {@code Key}: each has one. */
  private Object defaultOf(ExecutableElement property) {
    return expression(requireNonNull(property.getDefaultValue()).getValue());
  }

  /** Returns what is declared on the component, or on the one of another record that it is like. */
  private Map<String, Object> key(RecordComponentElement component) {
    Map<String, Object> own = properties(component, "Key");
    String like = own.getOrDefault(LIKE, "").toString();
    if (own.isEmpty() || like.equals(HOME + ".Key")) {
      return own;
    }
    return requireNonNull(processingEnv.getElementUtils().getTypeElement(like))
        .getRecordComponents()
        .stream()
        .filter(other -> other.getSimpleName().equals(component.getSimpleName()))
        .findFirst()
        .map(this::key)
        .orElseThrow(() -> new IllegalArgumentException(like + " has no " + component));
  }

  /**
   * Returns the properties of a key, in the order in which {@code Declaration.Component} has them.
   */
  private List<ExecutableElement> properties() {
    TypeElement key = processingEnv.getElementUtils().getTypeElement(HOME + ".Key");
    return ElementFilter.methodsIn(key.getEnclosedElements()).stream()
        .filter(property -> !property.getSimpleName().contentEquals(LIKE))
        .toList();
  }

  /** Returns the first sentence of what the record's Javadoc says of the component, as a text. */
  private String says(TypeElement type, RecordComponentElement component) {
    String words =
        Components.words(processingEnv.getElementUtils(), type)
            .get(component.getSimpleName().toString());
    if (words == null) {
      processingEnv
          .getMessager()
          .printMessage(Diagnostic.Kind.ERROR, "needs a @param that says what it means", component);
      return NO_WORDS;
    }
    return expression(words.replaceFirst("[.] .*|[.]$", ""));
  }

  private static String hyphened(String name) {
    return name.replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private String form(TypeMirror type) {
    List<? extends TypeMirror> of = Components.of(type);
    return "new Declaration.Form(%s.class, %s)"
        .formatted(
            processingEnv.getTypeUtils().erasure(type),
            of.isEmpty() ? "null" : form(of.get(of.size() - 1)));
  }

  /** Returns what the annotation {@code name} of {@code element} says, as expressions. */
  private Map<String, Object> properties(Element element, String name) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      if (annotation.getAnnotationType().toString().equals(HOME + "." + name)) {
        return processingEnv
            .getElementUtils()
            .getElementValuesWithDefaults(annotation)
            .entrySet()
            .stream()
            .collect(
                Collectors.toMap(
                    entry -> entry.getKey().getSimpleName().toString(),
                    entry -> expression(entry.getValue().getValue())));
      }
    }
    return Map.of();
  }

  private String expression(Object value) {
    if (value instanceof TypeMirror type) {
      return type.toString();
    }
    return value instanceof VariableElement constant
        ? constant.getEnclosingElement() + "." + constant.getSimpleName()
        : processingEnv.getElementUtils().getConstantExpression(value);
  }
}
