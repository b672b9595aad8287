package io.corridor.scenarios.internal.format;

import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Of;
import io.corridor.model.Correlation;
import io.corridor.model.Dimension;
import io.corridor.model.Range;
import io.corridor.scenarios.internal.yaml.Node;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shapes of what a file says of data: series and tables, fits, and a backtest. */
final class EvidenceFormat {
  private static final int MOST_ORIGINS = 1_000;

  private static final Shape<String> SERIES_ID =
      Scalars.text("the id of a series of `data`", JsonObjects.object("type", "string"));

  /** The data that update the numbers of a section, which is to say how it is fitted. */
  static final FileKey<Object, Optional<FitSource>> FIT =
      FileKey.maybe(
          Place.FIT,
          new Either<>(
              Adapted.of(
                  SERIES_ID,
                  id -> new FitSource(id, Optional.empty(), Optional.empty(), Optional.empty()),
                  FitSource::to),
              node -> !(node instanceof Node.Mapping),
              Sections.PLAIN.written(FitSource.class, Map.of("to", SERIES_ID)),
              fit -> fit.from().isEmpty() && fit.until().isEmpty() && fit.widen().isEmpty()),
          section -> Optional.empty(),
          "the series or table of `data` that updates its numbers: a number stays, a distribution"
              + " is the prior, and what is left out or called fit the data decide");

  private static final FileKey<Optional<Correlation>, List<String>> PAIR =
      FileKey.required(
          Place.FIT,
          ListOf.exactly(2, "a list of two ids", Scalars.ID),
          never -> List.of(),
          "two drivers, flows or partners that are fitted, whose residuals are correlated");

  /** A correlation that is fitted, {@code {fit: [brent, rial]}}: none until the fits are made. */
  static final Shape<Optional<Correlation>> CORRELATION =
      SectionShape.of("a fitted correlation", List.of(PAIR), EvidenceFormat::pair);

  private EvidenceFormat() {}

  private static Optional<Correlation> pair(SectionShape.Fields<Optional<Correlation>> in) {
    List<String> ids = in.get(PAIR);
    Place place = in.place();
    if (place != null && place.reading().spoiled().stream().noneMatch(place.key()::covers)) {
      place.reading().pair(new FittedPair(ids.get(0), ids.get(1), place.keyAt()));
    }
    return Optional.empty();
  }

  /** Returns the shape of the section {@code data}. */
  static Shape<Map<String, Sited<SeriesSource>>> data() {
    return MapOf.ids(
        "a mapping of series and tables",
        Sited.shape(
            Sections.PLAIN.written(
                SeriesSource.class,
                Map.of(
                    "every", Adapted.optional(Word.of(Every.values(), Every::word)),
                    "of", Adapted.optional(Word.of(Of.values(), Of::word)),
                    "where", MapOf.references("a mapping of columns to texts", Scalars.CELL)))));
  }

  /** Returns the shape of the section {@code backtest}. */
  static Shape<Sited<BacktestSource>> backtest() {
    Shape<Integer> months = NumberShapes.whole(Measure.of(Dimension.MONTHS), Range.HORIZON);
    return Sited.shape(
        Sections.PLAIN.written(
            BacktestSource.class,
            Map.of(
                "origins",
                new Either<>(
                    ListOf.some("a list of months", Scalars.MONTH_OF_YEAR),
                    node -> !(node instanceof Node.Mapping),
                    new Adapted<>(
                        Sections.PLAIN.written(BacktestSource.Origins.class, Map.of()),
                        EvidenceFormat::months,
                        all -> new BacktestSource.Origins(all.get(0), all.get(all.size() - 1), 1),
                        List::of),
                    any -> true),
                "horizons",
                ListOf.some("a list of months ahead, such as [3, 6, 12]", months),
                "series",
                MapOf.references("a mapping of metrics to series of `data`", SERIES_ID))));
  }

  /** Returns the months at equal distances that stand in {@code node}; tells if there are none. */
  private static List<YearMonth> months(BacktestSource.Origins origins, Node node, Place place) {
    List<YearMonth> months = origins.months().limit(MOST_ORIGINS + 1L).toList();
    if (months.isEmpty() && place.reading().spoiled().stream().noneMatch(place.key()::covers)) {
      place.wrong(
          node.at(), "must have from, to (not before it) and every, months between origins");
    }
    if (months.size() > MOST_ORIGINS) {
      place.wrong(node.at(), "are more than " + MOST_ORIGINS + " origins");
    }
    return months;
  }
}
