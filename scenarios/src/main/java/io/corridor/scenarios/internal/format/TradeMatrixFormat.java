package io.corridor.scenarios.internal.format;

import io.corridor.model.Dimension;
import io.corridor.model.Limits;
import io.corridor.model.TradeMatrix;
import io.corridor.scenarios.internal.csv.CsvColumns;
import io.corridor.scenarios.internal.csv.CsvTable.Cell;
import io.corridor.scenarios.internal.yaml.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of a trade matrix: those of a CSV file beside the scenario. */
final class TradeMatrixFormat {
  private static final List<String> COLUMNS = List.of("year", "exporter", "importer", "value");
  private static final String TARIFF = "tariff";
  private static final String WORDS =
      "(?:[0-9]+(?:[.][0-9]+)? ?)?(?:(?:k|mn|bn|tn) )?(?:USD|EUR)/(?:year|month)";
  private static final Measure MONEY = Measure.of(Dimension.MONEY_FLOW);

  private static final FileKey<TradeMatrix, String> FILE =
      FileKey.required("file", Scalars.TEXT, TradeMatrix::file, "");

  /** The component {@code rows}, whose file another key names. */
  static final Part<TradeMatrix> ROWS =
      new Part<>(List.of(), (in, before) -> rows(in, in.get(FILE)));

  private TradeMatrixFormat() {}

  private static List<TradeMatrix.Row> rows(SectionShape.Fields<TradeMatrix> in, String name) {
    Node node = in.node(FILE.name());
    if (in.place() == null || node == null || name.isEmpty()) {
      return List.of();
    }
    Place place = in.at(FILE.name());
    return CsvFile.read(place, node, name, COLUMNS)
        .map(
            file ->
                new Rows(
                        name,
                        place,
                        new CsvColumns(
                            file.table().withoutEmptyLines(),
                            (cell, message) -> tell(place, name, cell, message)))
                    .read())
        .orElse(List.of());
  }

  private static void tell(Place place, String name, @Nullable Cell cell, String message) {
    place.wrong(
        place.keyAt(),
        cell == null
            ? name + " " + message
            : "line %d of %s: %s".formatted(cell.at().line(), name, message));
  }

  /** The work. */
  private record Rows(String name, Place place, CsvColumns columns) {

    List<TradeMatrix.Row> read() {
      List<TradeMatrix.Row> rows = new ArrayList<>();
      for (CsvColumns.Row row : columns.rows(COLUMNS, Map.of()).orElse(List.of())) {
        Optional<Integer> year = year(row.cell("year"));
        Optional<Double> value = number(row.cell("value"));
        Optional<Double> tariff =
            row.has(TARIFF) && !row.cell(TARIFF).text().isEmpty()
                ? number(row.cell(TARIFF))
                : Optional.of(0.0);
        String exporter = id(row.cell("exporter"));
        String importer = id(row.cell("importer"));
        if (year.isPresent() && value.isPresent() && tariff.isPresent()) {
          rows.add(
              new TradeMatrix.Row(
                  row.at().line(), year.get(), exporter, importer, value.get(), tariff.get()));
        }
      }
      if (rows.isEmpty() && columns.flaws() == 0) {
        columns.wrong(null, "has no row below the names of its columns");
      }
      return rows;
    }

    private Optional<Integer> year(Cell cell) {
      return cell.text().matches("\\d{4}") && Integer.parseInt(cell.text()) >= Limits.FIRST_YEAR
          ? Optional.of(Integer.valueOf(cell.text()))
          : columns.mustBe("a year such as 2016", cell);
    }

    private Optional<Double> number(Cell cell) {
      return columns.number(cell, "").map(BigDecimal::doubleValue);
    }

    private String id(Cell cell) {
      if (cell.text().isEmpty()) {
        columns.mustBe("a country", cell);
      }
      return cell.text();
    }
  }

  /** What values are in: {@code mn USD/year}, or a number of dollars a year. */
  static final Shape<Double> UNIT =
      new Shape<>() {
        @Override
        public String noun() {
          return "a unit of money per year, such as mn USD/year";
        }

        @Override
        public Double read(Node node, Place place) {
          if (!(node instanceof Node.Scalar scalar)
              || !scalar.isNumber() && !scalar.text().matches(WORDS)) {
            return place.mismatch(node, this);
          }
          Node quantity =
              Character.isLetter(scalar.text().charAt(0))
                  ? new Node.Scalar("1 " + scalar.text(), scalar.plain(), scalar.at())
                  : node;
          return NumberShapes.read(quantity, place, MONEY, noun()).orElseGet(this::placeholder);
        }

        @Override
        public Node write(Double value) {
          return Nodes.number(value);
        }

        @Override
        public Map<String, Object> schema(SchemaDefs defs) {
          return JsonObjects.object(
              "anyOf",
              List.of(
                  JsonObjects.object("type", "number", "exclusiveMinimum", 0),
                  JsonObjects.object("type", "string", "pattern", "^" + WORDS + "$")));
        }

        @Override
        public Double placeholder() {
          return 1.0;
        }
      };
}
