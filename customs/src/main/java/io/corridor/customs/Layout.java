package io.corridor.customs;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.corridor.customs.Ledger.Key;
import io.corridor.customs.Ledger.Teller;
import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;

/**
 * How a publisher lays out its files: by which columns one knows them, and what a row says.
 *
 * @param name whose files they are
 * @param wants the columns by which they are known; of each kind any of several names
 * @param reads what a row says
 */
record Layout(String name, List<List<String>> wants, Reading reads) {
  private static final String[] MONTHS = {
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
  };

  private static final List<String> REPORTER =
      List.of("reporteriso", "reporter_iso", "declarant_iso", "reporter", "reportercode");
  private static final List<String> PARTNER =
      List.of("partneriso", "partner_iso", "partner", "partnercode");
  private static final List<String> FLOW =
      List.of("flowcode", "tradeflow_code", "trade_flow_code", "flow");
  private static final List<String> TIME = List.of("time_period", "period", "month", "time");
  private static final List<String> VALUE = List.of("obs_value");
  private static final List<String> AREA = List.of("ref_area", "country_id", "country");
  private static final List<String> COUNTERPART =
      List.of("counterpart_area", "counterpart_country_id", "counterpart_country");
  private static final List<String> COUNTRY_NAME = List.of("country_name");
  private static final List<String> COUNTERPART_NAME = List.of("counterpart_country_name");
  private static final List<String> INDICATOR = List.of("indicator_code", "indicator");
  private static final List<String> MULTIPLIER = List.of("unit_mult");
  private static final List<String> SCALE = List.of("scale");

  /** What only an SDMX message says: what data it is of. */
  private static final List<String> MESSAGE = List.of("dataflow", "structure_id");

  private static final List<String> PRODUCT =
      List.of("product_nc", "product", "product_id", "cmdcode", "commodity_code");
  private static final List<String> EUROS =
      List.of("value_in_euros", "value_eur", "value_euros", "obs_value");
  private static final List<String> CENSUS = List.of("ctyname", "cty_name");

  /** All that are known; of two that fit, the first is meant. */
  static final List<Layout> ALL =
      List.of(
          new Layout(
              "Corridor",
              List.of(
                  List.of("period"),
                  List.of("exporter"),
                  List.of("importer"),
                  List.of("value_mn_usd")),
              Layout::tidy),
          new Layout(
              "UN Comtrade",
              List.of(
                  List.of("reporteriso", "reportercode", "reporter_iso"),
                  List.of("partneriso", "partnercode", "partner_iso"),
                  FLOW,
                  List.of("primaryvalue", "tradevalueus", "trade_value_(us$)"),
                  List.of("period", "refyear")),
              Layout::comtrade),
          new Layout(
              "BACI",
              List.of(List.of("t"), List.of("i"), List.of("j"), List.of("k"), List.of("v")),
              Layout::baci),
          new Layout(
              "JODI",
              List.of(
                  List.of("ref_area"),
                  List.of("time_period"),
                  List.of("energy_product"),
                  List.of("flow_breakdown"),
                  List.of("unit_measure"),
                  VALUE),
              Layout::jodi),
          new Layout(
              "IMF, SDMX-CSV",
              List.of(AREA, COUNTERPART, INDICATOR, List.of("time_period"), VALUE),
              Layout::imf),
          new Layout("IMF, a column a period", List.of(AREA, COUNTERPART, INDICATOR), Layout::wide),
          new Layout(
              "IMF, a column a period",
              List.of(COUNTRY_NAME, COUNTERPART_NAME, INDICATOR),
              Layout::wide),
          new Layout(
              "Eurostat Comext", List.of(REPORTER, PARTNER, FLOW, TIME, EUROS), Layout::comext),
          new Layout(
              "US Census, a column a month",
              List.of(CENSUS, List.of("year"), List.of("ijan"), List.of("ejan")),
              Layout::censusYear),
          new Layout(
              "US Census",
              List.of(CENSUS, List.of("gen_val_mo", "all_val_mo"), List.of("time", "year")),
              Layout::census),
          new Layout(
              "Our World in Data, energy",
              List.of(List.of("iso_code"), List.of("year"), List.of("electricity_demand")),
              Layout::owid));

  /** Reads a row. */
  interface Reading {
    /**
     * Reads it into {@code into}.
     *
     * @throws BadRowException if it says what no row of such a file may say
     */
    void read(Row row, Statistics into) throws BadRowException;
  }

  /** Why a row can't be read. */
  static final class BadRowException extends Exception {
    private static final long serialVersionUID = 1L;

    BadRowException(String message) {
      super(message, null, false, false);
    }
  }

  /** Where rows' values go. */
  interface Statistics {
    /** Takes a trade. */
    void trade(Key key, int detail, Period period, double usd);

    /** Takes a country's energy, by what it is of and its unit. */
    void energy(String country, String item, String unit, Period period, double value);

    /** Returns what a euro is worth in dollars. */
    double dollarsOfEuro();
  }

  /** A row of a file. */
  record Row(Header header, CsvRecord cells, Numerals numerals, Lookup lookup) {
    String text(List<String> any) {
      return header.cell(cells, any);
    }

    String country(List<String> any) throws BadRowException {
      String text = text(any);
      return lookup.country(text).orElse("");
    }

    Period period(String text) throws BadRowException {
      return lookup
          .period(text)
          .orElseThrow(() -> new BadRowException("'" + text + "' is no year, quarter or month"));
    }

    /** Returns the number in a cell; nothing where it says that there is none. */
    OptionalDouble number(String text) throws BadRowException {
      if (Numerals.isMissing(text)) {
        return OptionalDouble.empty();
      }
      OptionalDouble number = numerals.parse(text);
      if (number.isEmpty()) {
        throw new BadRowException("'" + text + "' is no number");
      }
      return number;
    }

    OptionalDouble value(List<String> any) throws BadRowException {
      return notNegative(number(text(any)));
    }

    private static OptionalDouble notNegative(OptionalDouble value) throws BadRowException {
      if (value.isPresent() && !(value.getAsDouble() >= 0)) {
        throw new BadRowException(value.getAsDouble() + " is below 0, or no finite number");
      }
      return value;
    }

    /** Tells what one side's customs say: of a flow, X or export, M or import. */
    void told(
        String reporter,
        String partner,
        String flow,
        int detail,
        Period period,
        double usd,
        Statistics into)
        throws BadRowException {
      if (reporter.isEmpty() || partner.isEmpty() || reporter.equals(partner)) {
        return;
      }
      String kind = flow.toLowerCase(Locale.ROOT);
      if (kind.equals("x") || kind.equals("2") || kind.startsWith("exp") || kind.equals("e")) {
        into.trade(new Key(reporter, partner, Teller.SELLER), detail, period, usd);
      } else if (kind.equals("m")
          || kind.equals("1")
          || kind.startsWith("imp")
          || kind.equals("i")) {
        into.trade(new Key(partner, reporter, Teller.BUYER), detail, period, usd);
      } else if (kind.isEmpty()) {
        throw new BadRowException("says neither export nor import");
      }
    }
  }

  /** What texts of one file mean, each looked up once. */
  static final class Lookup {
    private final Map<String, Optional<String>> countries = new HashMap<>();
    private final Map<String, Optional<Period>> periods = new HashMap<>();

    Optional<String> country(String text) {
      return countries.computeIfAbsent(text, CountryCodes::code);
    }

    /** Returns the areas that are no countries, in order. */
    List<String> unknown() {
      return countries.entrySet().stream()
          .filter(asked -> !asked.getKey().isEmpty() && asked.getValue().isEmpty())
          .map(Map.Entry::getKey)
          .sorted()
          .toList();
    }

    Optional<Period> period(String text) {
      return periods.computeIfAbsent(text, Lookup::parse);
    }

    private static Optional<Period> parse(String text) {
      String plain = text.replace(".", "").replaceFirst("^(\\d{4})-?M(\\d)$", "$1M0$2");
      return plain.matches("\\d{4}52") // as Comext has a whole year
          ? Period.parse(plain.substring(0, 4))
          : Period.parse(plain);
    }
  }

  /** Returns the layout that a header fits, if any does. */
  static Optional<Layout> of(Header header) {
    return ALL.stream().filter(layout -> header.hasAll(layout.wants)).findFirst();
  }

  // ------------------------------------------------------------------------------------- trade

  private static void tidy(Row row, Statistics into) throws BadRowException {
    String seller = row.country(List.of("exporter"));
    String buyer = row.country(List.of("importer"));
    String by = row.text(List.of("told_by"));
    Teller teller =
        by.equals("exporter") ? Teller.SELLER : by.equals("importer") ? Teller.BUYER : Teller.BOTH;
    OptionalDouble value = row.value(List.of("value_mn_usd"));
    if (value.isPresent() && !seller.isEmpty() && !buyer.isEmpty()) {
      Period period = row.period(row.text(List.of("period")));
      into.trade(new Key(seller, buyer, teller), 0, period, 1e6 * value.getAsDouble());
    }
  }

  private static void comtrade(Row row, Statistics into) throws BadRowException {
    if (isPart(row, "partner2code", "0")
        || isPart(row, "motcode", "0")
        || isPart(row, "customscode", "C00")
        || isPart(row, "mosCode", "0")) {
      return; // by second partner, by means of transport: in the rows of all together
    }
    OptionalDouble value = row.value(List.of("primaryvalue", "tradevalueus", "trade_value_(us$)"));
    String flow = row.text(FLOW);
    if (value.isEmpty() || flow.length() > 1) {
      return; // re-exports are in exports
    }
    row.told(
        row.country(REPORTER),
        row.country(PARTNER),
        flow,
        detail(row.text(PRODUCT)),
        row.period(row.text(List.of("period", "refyear"))),
        value.getAsDouble(),
        into);
  }

  private static boolean isPart(Row row, String column, String all) {
    String text = row.text(List.of(column.toLowerCase(Locale.ROOT)));
    return !text.isEmpty() && !text.equals(all);
  }

  private static int detail(String product) {
    return product.isEmpty() || product.equalsIgnoreCase("total") ? 0 : product.length();
  }

  private static void baci(Row row, Statistics into) throws BadRowException {
    String seller = row.country(List.of("i"));
    String buyer = row.country(List.of("j"));
    OptionalDouble value = row.value(List.of("v"));
    if (value.isPresent() && !seller.isEmpty() && !buyer.isEmpty()) {
      Period year = row.period(row.text(List.of("t")));
      into.trade(new Key(seller, buyer, Teller.BOTH), 6, year, 1000 * value.getAsDouble());
    }
  }

  private static void imf(Row row, Statistics into) throws BadRowException {
    OptionalDouble value = row.value(VALUE);
    Optional<String> flow = goods(row.text(INDICATOR));
    if (value.isPresent() && flow.isPresent()) {
      row.told(
          row.country(AREA),
          row.country(COUNTERPART),
          flow.get(),
          0,
          row.period(row.text(List.of("time_period"))),
          scale(row) * value.getAsDouble(),
          into);
    }
  }

  private static void wide(Row row, Statistics into) throws BadRowException {
    Optional<String> flow = goods(row.text(INDICATOR));
    String reporter =
        row.country(COUNTRY_NAME).isEmpty() ? row.country(AREA) : row.country(COUNTRY_NAME);
    String partner =
        row.country(COUNTERPART_NAME).isEmpty()
            ? row.country(COUNTERPART)
            : row.country(COUNTERPART_NAME);
    if (flow.isEmpty() || reporter.isEmpty() || partner.isEmpty()) {
      return;
    }
    double scale = scale(row);
    List<String> names = row.header().names();
    for (int column = 0; column < names.size(); column++) {
      Optional<Period> period = row.lookup().period(names.get(column));
      if (period.isPresent()) {
        OptionalDouble value = Row.notNegative(row.number(Header.cell(row.cells(), column)));
        if (value.isPresent()) {
          row.told(
              reporter, partner, flow.get(), 0, period.get(), scale * value.getAsDouble(), into);
        }
      }
    }
  }

  /**
   * Returns whether an indicator of the IMF is of goods sold, X, or bought, M: imports with
   * freight, as buyers' customs have them elsewhere, too.
   */
  private static Optional<String> goods(String indicator) {
    String plain = indicator.toLowerCase(Locale.ROOT);
    boolean dollars = plain.contains("usd") || plain.contains("us dollar");
    if (!dollars) {
      return Optional.empty();
    }
    if (plain.startsWith("txg_fob") || plain.startsWith("xg_fob") || plain.contains("exports")) {
      return Optional.of("X");
    }
    return plain.startsWith("tmg_cif")
            || plain.startsWith("mg_cif")
            || plain.contains("imports") && plain.contains("cost")
        ? Optional.of("M")
        : Optional.empty();
  }

  /**
   * Returns what a row's values are multiplied by: ten to the power that UNIT_MULT tells, or what
   * SCALE does, as a power or in a word. In SDMX messages of the IMF's the latter is only how its
   * pages show the dollars that stand there.
   */
  private static double scale(Row row) throws BadRowException {
    String multiplier = row.text(MULTIPLIER);
    String scale =
        multiplier.isEmpty() && row.text(MESSAGE).isEmpty() ? row.text(SCALE) : multiplier;
    return switch (scale.toLowerCase(Locale.ROOT)) {
      case "", "0", "units" -> 1;
      case "3", "thousands" -> 1e3;
      case "6", "millions" -> 1e6;
      case "9", "billions" -> 1e9;
      default -> throw new BadRowException("the scale '" + scale + "' isn't known");
    };
  }

  private static void comext(Row row, Statistics into) throws BadRowException {
    String indicator = row.text(List.of("indicators", "indicator")).toUpperCase(Locale.ROOT);
    OptionalDouble value =
        indicator.isEmpty() || indicator.startsWith("VALUE")
            ? row.value(EUROS)
            : OptionalDouble.empty();
    if (value.isPresent()) {
      row.told(
          row.country(REPORTER),
          row.country(PARTNER),
          row.text(FLOW),
          detail(row.text(PRODUCT).replaceFirst("^HS", "")),
          row.period(row.text(TIME)),
          into.dollarsOfEuro() * value.getAsDouble(),
          into);
    }
  }

  private static void censusYear(Row row, Statistics into) throws BadRowException {
    String country = row.country(CENSUS);
    int year = year(row);
    for (int month = 0; month < 12 && !country.isEmpty(); month++) {
      Period period = new Period(Every.MONTH, YearMonth.of(year, month + 1));
      for (String flow : List.of("i", "e")) {
        OptionalDouble value = row.value(List.of(flow + MONTHS[month]));
        if (value.isPresent() && value.getAsDouble() > 0) { // months to come are 0
          row.told("USA", country, flow, 0, period, 1e6 * value.getAsDouble(), into);
        }
      }
    }
  }

  private static int year(Row row) throws BadRowException {
    return row.period(row.text(List.of("year"))).last().getYear();
  }

  private static void census(Row row, Statistics into) throws BadRowException {
    String time = row.text(List.of("time"));
    String month = row.text(List.of("month"));
    Period period =
        row.period(time.isEmpty() ? "%d-%2s".formatted(year(row), month).replace(' ', '0') : time);
    String country = row.country(CENSUS);
    int detail = row.text(List.of("i_commodity", "e_commodity")).replace("-", "").length();
    List<String> imports = List.of("gen_val_mo");
    List<String> exports = List.of("all_val_mo");
    OptionalDouble bought = row.value(imports);
    OptionalDouble sold = row.value(exports);
    if (bought.isPresent()) {
      row.told("USA", country, "i", detail, period, bought.getAsDouble(), into);
    }
    if (sold.isPresent()) {
      row.told("USA", country, "e", detail, period, sold.getAsDouble(), into);
    }
  }

  // ------------------------------------------------------------------------------------ energy

  private static final Map<String, String> ELECTRICITY =
      Map.of(
          "electricity_demand", "demand",
          "electricity_generation", "supply",
          "net_elec_imports", "imports");

  /** What JODI's flows are of a carrier of the model. */
  private static final Map<String, String> JODI =
      Map.of(
          "INDPROD", "supply",
          "TOTDEMO", "demand",
          "TOTDEMC", "demand",
          "REFINOBS", "demand",
          "TOTIMPSB", "imports");

  private static void owid(Row row, Statistics into) throws BadRowException {
    String country = row.country(List.of("iso_code"));
    if (country.isEmpty()) {
      return; // a continent
    }
    Period year = row.period(row.text(List.of("year")));
    for (String column : new TreeSet<>(ELECTRICITY.keySet())) {
      OptionalDouble value = row.number(row.text(List.of(column)));
      if (value.isPresent()) {
        String item = "electricity." + ELECTRICITY.get(column);
        into.energy(country, item, "TWh", year, value.getAsDouble());
      }
    }
  }

  private static void jodi(Row row, Statistics into) throws BadRowException {
    String item = JODI.get(row.text(List.of("flow_breakdown")));
    String product = row.text(List.of("energy_product"));
    String unit = row.text(List.of("unit_measure"));
    boolean gas = product.equals("NATGAS") && unit.equals("M3");
    boolean oil = product.equals("CRUDEOIL") && unit.equals("KBD");
    OptionalDouble value = item == null || !gas && !oil ? OptionalDouble.empty() : row.value(VALUE);
    if (value.isPresent()) {
      into.energy(
          row.country(List.of("ref_area")),
          (gas ? "gas." : "oil.") + item,
          gas ? "mcm" : "kb/d",
          row.period(row.text(List.of("time_period"))),
          value.getAsDouble());
    }
  }

  /** Returns whether its values are euros. */
  boolean inEuros() {
    return name.startsWith("Eurostat");
  }

  /** Returns the columns that are wanted, as one reads them: of two names the first. */
  String columns() {
    List<String> names = new ArrayList<>();
    wants.forEach(kind -> names.add(kind.get(0)));
    return String.join(", ", names);
  }
}
