package io.corridor.scenarios.internal.format;

import io.corridor.model.Dimension;
import io.corridor.model.Question;
import io.corridor.model.Question.Band;
import io.corridor.model.Question.Given;
import io.corridor.model.Question.Test;
import io.corridor.model.Question.Window;
import io.corridor.model.Range;
import io.corridor.scenarios.internal.yaml.Node;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
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
    return section(place.reading().metric(metric)).read(node, place);
  }

  @Override
  public Node write(Question question) {
    return section(Measure.ANY).write(question);
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
    return section(Measure.ANY).placeholder();
  }

  private static SectionShape<Question> section(Measure measure) {
    FileKey<Question, String> metric =
        FileKey.required(METRIC, Scalars.TEXT, Question::metric, "what is looked at");
    FileKey<Question, Optional<Double>> atLeast =
        threshold("at-least", measure, band -> lower(band, false), "least value");
    FileKey<Question, Optional<Double>> above =
        threshold("above", measure, band -> lower(band, true), "must be larger");
    FileKey<Question, Optional<Double>> atMost =
        threshold("at-most", measure, band -> upper(band, false), "largest value");
    FileKey<Question, Optional<Double>> below =
        threshold("below", measure, band -> upper(band, true), "must be smaller");
    FileKey<Question, Optional<YearMonth>> by =
        FileKey.maybe(
            "by", Scalars.MONTH_OF_YEAR, QuestionFormat::by, "from the start to this month");
    FileKey<Question, Optional<List<YearMonth>>> in =
        FileKey.maybe(
            "in",
            ListOf.exactly(2, "two months [from, to]", Scalars.MONTH_OF_YEAR),
            QuestionFormat::in,
            "from one month to another");
    FileKey<Question, Optional<YearMonth>> at =
        FileKey.maybe("at", Scalars.MONTH_OF_YEAR, QuestionFormat::at, "in one month");
    FileKey<Question, Optional<Integer>> forMonths =
        FileKey.maybe(
            "for-months",
            NumberShapes.whole(Measure.of(Dimension.MONTHS), Range.DURATION),
            QuestionFormat::forMonths,
            "the condition must hold so many months running");
    FileKey<Question, Boolean> everyMonth =
        FileKey.optional(
            "every-month",
            Scalars.TRUTH,
            question -> question.test() instanceof Test.EveryMonth,
            false,
            "the condition must hold in all months of the window");
    FileKey<Question, Boolean> countMonths =
        FileKey.optional(
            "count-months",
            Scalars.TRUTH,
            question -> question.test() instanceof Test.CountMonths,
            false,
            "counts the months in which the condition holds");
    FileKey<Question, Optional<String>> until =
        FileKey.maybe(
            "until",
            Scalars.ID,
            Question::until,
            "question whose first coming true ends the window, the month before");
    FileKey<Question, List<Given>> given =
        FileKey.optional(
            "given",
            given(),
            Question::given,
            List.of(),
            "conditions on other questions, all of which must hold");
    return new SectionShape<>(
        "a question",
        List.of(
            metric,
            atLeast,
            above,
            atMost,
            below,
            by,
            in,
            at,
            forMonths,
            everyMonth,
            countMonths,
            until,
            given),
        List.of(
            Rule.atLeastOne("at-least", "above", "at-most", "below"),
            Rule.atMostOne("at-least", "above"),
            Rule.atMostOne("at-most", "below"),
            Rule.atMostOne("by", "in", "at"),
            Rule.atMostOne("for-months", "every-month", "count-months")),
        fields ->
            new Question(
                fields.get(metric),
                band(fields.get(atLeast), fields.get(above), fields.get(atMost), fields.get(below)),
                window(fields.get(by), fields.get(in), fields.get(at)),
                test(fields.get(forMonths), fields.get(everyMonth), fields.get(countMonths)),
                fields.get(until),
                fields.get(given)));
  }

  private static FileKey<Question, Optional<Double>> threshold(
      String name, Measure measure, Function<Band, Optional<Double>> getter, String says) {
    return FileKey.maybe(
        name,
        NumberShapes.fixed(measure, Range.FREE),
        question -> getter.apply(question.band()),
        says + ", in the metric's unit");
  }

  private static Optional<Double> lower(Band band, boolean strict) {
    return band.lowerStrict() == strict ? boxed(band.lower()) : Optional.empty();
  }

  private static Optional<Double> upper(Band band, boolean strict) {
    return band.upperStrict() == strict ? boxed(band.upper()) : Optional.empty();
  }

  private static Optional<Double> boxed(OptionalDouble number) {
    return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
  }

  private static OptionalDouble first(Optional<Double> one, Optional<Double> other) {
    return one.or(() -> other).map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  private static Band band(
      Optional<Double> atLeast,
      Optional<Double> above,
      Optional<Double> atMost,
      Optional<Double> below) {
    return new Band(
        first(atLeast, above),
        atLeast.isEmpty() && above.isPresent(),
        first(atMost, below),
        atMost.isEmpty() && below.isPresent());
  }

  private static Window window(
      Optional<YearMonth> by, Optional<List<YearMonth>> in, Optional<YearMonth> at) {
    return by.map(Window::by)
        .or(() -> in.map(months -> Window.in(months.get(0), months.get(1))))
        .or(() -> at.map(Window::at))
        .orElse(Window.ALL);
  }

  private static Optional<YearMonth> by(Question question) {
    Window window = question.window();
    return window.from().isEmpty() ? window.to() : Optional.empty();
  }

  private static Optional<List<YearMonth>> in(Question question) {
    Window window = question.window();
    return window.from().isPresent() && at(question).isEmpty()
        ? Optional.of(List.of(window.from().get(), window.to().orElseThrow()))
        : Optional.empty();
  }

  private static Optional<YearMonth> at(Question question) {
    Window window = question.window();
    return window.from().equals(window.to()) ? window.from() : Optional.empty();
  }

  private static Optional<Integer> forMonths(Question question) {
    return question.test() instanceof Test.Run run && run.months() != 1
        ? Optional.of(run.months())
        : Optional.empty();
  }

  private static Test test(Optional<Integer> forMonths, boolean everyMonth, boolean countMonths) {
    if (everyMonth) {
      return new Test.EveryMonth();
    }
    return countMonths ? new Test.CountMonths() : new Test.Run(forMonths.orElse(1));
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
