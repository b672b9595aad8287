package io.corridor.internal.withers;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;

/** Writes the interfaces that {@link Matched} asks for. */
@SupportedAnnotationTypes("io.corridor.internal.withers.Matched")
public final class MatchProcessor extends AbstractProcessor {

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    ElementFilter.typesIn(round.getElementsAnnotatedWith(Matched.class)).forEach(this::write);
    return true;
  }

  private void write(TypeElement type) {
    List<? extends Element> kinds =
        type.getPermittedSubclasses().stream()
            .map(kind -> ((DeclaredType) kind).asElement())
            .toList();
    String home = processingEnv.getElementUtils().getPackageOf(type).getQualifiedName().toString();
    String name = Components.flatName(type) + "Match";
    String file =
        """
        package %s;

        /** Tells the kinds of {@link %s} apart. */
        @javax.annotation.processing.Generated("%s")
        interface %s {

          /**
           * Returns what the function of its kind makes of it.
           *
        %s
           * @param <R> what is made
           */
          default <R> R match(
        %s) {
        %s
            throw new AssertionError(getClass());
          }
        }
        """
            .formatted(
                home,
                type,
                getClass().getName(),
                name,
                each(kinds, "   * @param %1$s of a {@link %2$s}", "\n"),
                each(kinds, "      java.util.function.Function<%2$s, R> %1$s", ",\n"),
                each(
                    kinds,
                    """
                        if (this instanceof %2$s it) {
                          return %1$s.apply(it);
                        }\
                    """,
                    "\n"));
    try (Writer out =
        processingEnv.getFiler().createSourceFile(home + "." + name, type).openWriter()) {
      out.write(file);
    } catch (IOException e) {
      processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, e.toString(), type);
    }
  }

  /** Returns a line for each kind, with the name of its function and the kind in their places. */
  private static String each(List<? extends Element> kinds, String line, String between) {
    return kinds.stream()
        .map(kind -> line.formatted(Components.variable(kind), kind))
        .collect(joining(between));
  }
}
