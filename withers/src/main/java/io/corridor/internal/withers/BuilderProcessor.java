package io.corridor.internal.withers;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;

/** Writes the builders that {@link Built} asks for. */
@SupportedAnnotationTypes("io.corridor.internal.withers.Built")
public final class BuilderProcessor extends AbstractProcessor {

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    ElementFilter.typesIn(round.getElementsAnnotatedWith(Built.class)).forEach(this::write);
    return true;
  }

  private void write(TypeElement type) {
    String home = processingEnv.getElementUtils().getPackageOf(type).getQualifiedName().toString();
    String name = type.getSimpleName() + "Builder";
    Parts parts = new Parts(type);
    type.getRecordComponents().forEach(parts::add);
    String file =
        """
        package %1$s;

        /** Collects the components of a {@link %2$s}. */
        @javax.annotation.processing.Generated("%3$s")
        abstract class %4$s {
        %5$s
          %4$s(%2$s base) {
        %6$s  }
        %7$s
          /** Returns the record of what has been collected, valid or not. */
          public %2$s buildUnchecked() {
            return new %2$s(%8$s);
          }
        }
        """
            .formatted(
                home,
                type,
                getClass().getName(),
                name,
                parts.fields,
                parts.copies,
                parts.methods,
                type.getRecordComponents().stream()
                    .map(each -> each.getSimpleName().toString())
                    .collect(joining(", ")));
    try (Writer out =
        processingEnv.getFiler().createSourceFile(home + "." + name, type).openWriter()) {
      out.write(file);
    } catch (IOException e) {
      processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, e.toString(), type);
    }
  }

  /** What is written for the components. */
  private final class Parts {
    private final TypeElement type;
    private final Map<String, String> words;
    private final Set<String> declared;
    private final StringBuilder fields = new StringBuilder();
    private final StringBuilder copies = new StringBuilder();
    private final StringBuilder methods = new StringBuilder();

    Parts(TypeElement type) {
      this.type = type;
      this.words = Components.words(processingEnv.getElementUtils(), type);
      this.declared =
          ElementFilter.typesIn(type.getEnclosedElements()).stream()
              .filter(nested -> nested.getSimpleName().contentEquals("Builder"))
              .flatMap(builder -> ElementFilter.methodsIn(builder.getEnclosedElements()).stream())
              .map(method -> method.getSimpleName().toString())
              .collect(toSet());
    }

    void add(RecordComponentElement component) {
      String name = component.getSimpleName().toString();
      TypeMirror whole = component.asType();
      List<? extends TypeMirror> of = Components.of(whole);
      String one = Components.singular(name);
      switch (processingEnv.getTypeUtils().erasure(whole).toString()) {
        case "java.util.Map" -> {
          field("final " + whole, name, "new java.util.LinkedHashMap<>(base." + name + "())");
          String parameters = of.get(0) + " id, " + of.get(1) + " " + one;
          String put = name + ".put(id, " + one + ")";
          method("Adds an entry to {@code %s}, or replaces it", name, one, parameters, put);
        }
        case "java.util.List" -> {
          field("final " + whole, name, "new java.util.ArrayList<>(base." + name + "())");
          String add = name + ".add(" + one + ")";
          method("Adds an item to {@code %s}", name, one, of.get(0) + " " + one, add);
        }
        case "java.util.Optional" -> {
          field(whole.toString(), name, "base." + name + "()");
          String set = "this." + name + " = java.util.Optional.of(" + name + ")";
          method("Sets {@code %s}", name, name, of.get(0) + " " + name, set);
        }
        default -> {
          field(whole.toString(), name, "base." + name + "()");
          String set = "this." + name + " = " + name;
          method("Sets {@code %s}", name, name, whole + " " + name, set);
        }
      }
    }

    private void field(String of, String name, String copy) {
      fields.append("  %s %s;\n".formatted(of, name));
      copies.append("    %s = %s;\n".formatted(name, copy));
    }

    private void method(String does, String component, String name, String given, String body) {
      if (declared.contains(component) || declared.contains(name)) {
        return;
      }
      methods.append(
          """

            /** %1$s: %2$s. */
            public %3$s.Builder %4$s(%5$s) {
          %7$s    %6$s;
              return (%3$s.Builder) this;
            }
          """
              .formatted(
                  does.formatted(component),
                  words.get(component),
                  type,
                  name,
                  given,
                  body,
                  Components.refusesNull(given)));
    }
  }
}
