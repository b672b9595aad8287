package io.corridor.internal.withers;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;

/** Writes the interfaces that {@link Withers} asks for. */
@SupportedAnnotationTypes("io.corridor.internal.withers.Withers")
public final class WithersProcessor extends AbstractProcessor {

  /** How a number is made into what a component wants. */
  private static final Map<String, String> OF_A_NUMBER =
      Map.of(
          "io.corridor.model.Value", "io.corridor.model.Value.of(%s)",
          "io.corridor.model.Schedule", "io.corridor.model.Value.of(%s)",
          "io.corridor.model.ByRegime", "io.corridor.model.ByRegime.everywhere(%s)");

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    ElementFilter.typesIn(round.getElementsAnnotatedWith(Withers.class)).forEach(this::write);
    return true;
  }

  private void write(TypeElement type) {
    String home = processingEnv.getElementUtils().getPackageOf(type).getQualifiedName().toString();
    String name = Components.flatName(type) + "Withers";
    String file =
        """
        package %s;

        /** Copies of a {@link %s} with one component changed. */
        @javax.annotation.processing.Generated("%s")
        interface %s {
        %s}
        """
            .formatted(home, type, getClass().getName(), name, new Methods(type).written());
    try (Writer out =
        processingEnv.getFiler().createSourceFile(home + "." + name, type).openWriter()) {
      out.write(file);
    } catch (IOException e) {
      processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, e.toString(), type);
    }
  }

  /** Returns the type without what it is of: {@code java.util.List} of a list of texts. */
  private String raw(TypeMirror type) {
    return processingEnv.getTypeUtils().erasure(type).toString();
  }

  /** The methods of one record. */
  private final class Methods {
    private final TypeElement type;
    private final List<? extends RecordComponentElement> components;
    private final Map<String, String> words;
    private final Set<String> signatures = new HashSet<>();
    private final StringBuilder written = new StringBuilder();

    Methods(TypeElement type) {
      this.type = type;
      this.components = type.getRecordComponents();
      this.words = Components.words(processingEnv.getElementUtils(), type);
      for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
        String parameters =
            method.getParameters().stream().map(each -> raw(each.asType())).collect(joining(", "));
        signatures.add(method.getSimpleName() + "(" + parameters + ")");
      }
    }

    String written() {
      for (RecordComponentElement component : components) {
        written.append("\n  %s %s();\n".formatted(component.asType(), component.getSimpleName()));
        setters(component.getSimpleName().toString(), component.asType(), "%s");
      }
      return written.toString();
    }

    /**
     * Writes what sets a component by a {@code given}.
     *
     * @param value the component's value, {@code %s} in the place of what is given
     */
    private void setters(String component, TypeMirror given, String value) {
      String raw = raw(given);
      List<? extends TypeMirror> of = Components.of(given);
      if (raw.equals("java.util.Optional")) {
        setters(component, of.get(0), value.formatted("java.util.Optional.of(%s)"));
        return;
      }
      setter(component, given.toString(), value);
      if (OF_A_NUMBER.containsKey(raw)) {
        setter(component, "double", value.formatted(OF_A_NUMBER.get(raw)));
      } else if (raw.equals("java.util.List") && raw(of.get(0)).equals("java.lang.String")) {
        setter(component, "java.lang.String...", value.formatted("java.util.List.of(%s)"));
      } else if (raw.equals("java.util.Map")) {
        String with = "Ordered.with(" + component + "(), key, %s)";
        entry(component, of.get(0), of.get(1).toString(), value.formatted(with));
        if (OF_A_NUMBER.containsKey(raw(of.get(1)))) {
          String made = with.formatted(OF_A_NUMBER.get(raw(of.get(1))));
          entry(component, of.get(0), "double", value.formatted(made));
        }
      }
    }

    private void setter(String component, String given, String value) {
      method(
          component,
          name(component),
          given + " " + component,
          value.formatted(component),
          "Returns a copy with another {@code " + component + "}");
    }

    private void entry(String component, TypeMirror key, String given, String value) {
      method(
          component,
          name(Components.singular(component)),
          key + " key, " + given + " value",
          value.formatted("value"),
          "Returns a copy with one entry more in {@code "
              + component
              + "}, or another in its place");
    }

    private void method(
        String component, String name, String parameters, String value, String sentence) {
      String types =
          parameters.replaceAll("<[^(]*>", "").replace("...", "[]").replaceAll(" \\w+(?=,|$)", "");
      if (!signatures.add(name + "(" + types + ")")) {
        return;
      }
      String values =
          components.stream()
              .map(each -> each.getSimpleName().toString())
              .map(each -> each.equals(component) ? value : each + "()")
              .collect(joining(", "));
      String said = words.containsKey(component) ? ": " + words.get(component) : "";
      written.append(
          """

            /** %s%s. */
            default %s %s(%s) {
          %s    return new %s(%s);
            }
          """
              .formatted(
                  sentence,
                  said,
                  type,
                  name,
                  parameters,
                  Components.refusesNull(parameters),
                  type,
                  values));
    }

    private String name(String component) {
      return "with" + Character.toUpperCase(component.charAt(0)) + component.substring(1);
    }
  }
}
