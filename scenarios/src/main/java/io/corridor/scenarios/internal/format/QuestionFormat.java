package io.corridor.scenarios.internal.format;

import io.corridor.model.Question;
import io.corridor.model.Question.Given;
import io.corridor.scenarios.internal.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A question. Its thresholds are in the unit of its metric. */
final class QuestionFormat implements Shape<Question> {
  private static final String METRIC = "metric";

  @Override
  public String noun() {
    return "a question";
  }

  @Override
  public Question read(Node node, Place place) {
    String metric =
        node instanceof Node.Mapping mapping && mapping.get(METRIC) instanceof Node.Scalar text
            ? text.text()
            : "";
    return section(place.reading().metric(metric)).read(node, place).question();
  }

  @Override
  public Node write(Question question) {
    return section(Measure.ANY).write(QuestionSource.of(question));
  }

  @Override
  public Map<String, Object> schema(SchemaDefs defs) {
    return section(Measure.ANY).schema(defs.whole()); // a question is replaced whole
  }

  @Override
  public Stream<Shape<?>> inner() {
    return Stream.of(section(Measure.ANY));
  }

  @Override
  public Question placeholder() {
    return section(Measure.ANY).placeholder().question();
  }

  private static SectionShape<QuestionSource> section(Measure measure) {
    return Sections.of(measure)
        .written(
            QuestionSource.class,
            Map.of(
                "in",
                Adapted.optional(ListOf.exactly(2, "two months [from, to]", Scalars.MONTH_OF_YEAR)),
                "until",
                Adapted.optional(Scalars.ID),
                "given",
                given()));
  }

  private static Shape<List<Given>> given() {
    FileKey<Given, String> not =
        FileKey.required("not", Scalars.ID, Given::question, "mustn't come true");
    Shape<Given> single =
        new Either<>(
            Adapted.of(Scalars.ID, id -> new Given(id, true), Given::question),
            node -> !(node instanceof Node.Mapping),
            SectionShape.of("{not: ID}", List.of(not), in -> new Given(in.get(not), false)),
            Given::holds);
    return new Either<>(
        Adapted.<Given, List<Given>>of(single, List::of, given -> given.get(0)),
        node -> !(node instanceof Node.Items),
        ListOf.any("a list of these", single),
        given -> given.size() == 1);
  }
}
