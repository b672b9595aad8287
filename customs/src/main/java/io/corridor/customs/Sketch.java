package io.corridor.customs;

import io.corridor.customs.Ledger.Key;
import io.corridor.customs.Ledger.Teller;
import io.corridor.customs.TradeStatistics.Energy;
import io.corridor.customs.TradeStatistics.Source;
import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Period;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A scenario that rests on trade statistics: what they tell is fitted to them, what they don't is
 * left to its reader, as commented examples.
 */
public final class Sketch {
  /** Partners that are fitted, since each takes as long as a flow. */
  private static final int PARTNERS = 3;

  /** Months of seasons; of fewer a season is a guess. */
  private static final int SEASON = 36;

  private static final int HORIZON = 60;

  /** Sellers of which one may think that they are all, where nobody tells the whole. */
  private static final int ALL = 40;

  /** Origins of its backtest, at most. */
  private static final int ORIGINS = 6;

  private final TradeStatistics statistics;
  private final List<Trade> flows;
  private final List<Trade> partners;
  private final Optional<Trade> both;
  private final YearMonth start;
  private final String dataFile;

  private Sketch(TradeStatistics statistics, List<Trade> flows, String dataFile) {
    this.statistics = statistics;
    this.flows = flows;
    this.dataFile = dataFile;
    this.start = flows.get(0).values().lastKey().last().plusMonths(1);
    this.both = both(flows);
    this.partners = partners(statistics, flows.get(0));
  }

  /**
   * Makes a sketch of what was read; empty if nothing is told of what one sells the other.
   *
   * @param preferred whose figures are taken, where both sides tell: {@code exporter} or {@code
   *     importer}; absent: of the side that tells most, or, alike, of the buyer
   * @param dataFile name of the file in which {@link #data} will stand
   */
  public static Optional<Sketch> of(
      TradeStatistics statistics, Optional<String> preferred, String dataFile) {
    String exporter = statistics.exporter();
    String importer = statistics.importer();
    List<Trade> flows =
        Stream.of(List.of(exporter, importer), List.of(importer, exporter))
            .flatMap(
                pair ->
                    Trade.of(
                        statistics.ledger(),
                        pair.get(0),
                        pair.get(1),
                        preferred.map(
                            who ->
                                who.equals("exporter") == pair.get(0).equals(exporter)
                                    ? Teller.SELLER
                                    : Teller.BUYER))
                        .stream())
            .toList();
    return flows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Sketch(statistics, flows, dataFile));
  }

  /** Returns both ways together, where both are told in the same periods; else the only one. */
  private static Optional<Trade> both(List<Trade> flows) {
    if (flows.size() == 1) {
      return Optional.of(flows.get(0));
    }
    Trade out = flows.get(0);
    Trade back = flows.get(1);
    NavigableMap<Period, Double> sums = new TreeMap<>();
    out.values()
        .forEach(
            (period, usd) -> {
              Double other = back.values().get(period);
              if (other != null) {
                sums.put(period, usd + other);
              }
            });
    return out.every() == back.every() && !sums.isEmpty()
        ? Optional.of(
            new Trade(
                new Key("both", "ways", Teller.BOTH),
                out.every(),
                sums,
                List.of(),
                Optional.empty()))
        : Optional.empty();
  }

  private static List<Trade> partners(TradeStatistics statistics, Trade main) {
    TreeSet<String> buyers = new TreeSet<>();
    statistics
        .ledger()
        .keys()
        .forEach(
            key -> {
              if (key.seller().equals(main.key().seller())) {
                buyers.add(key.buyer());
              }
            });
    buyers.remove(main.key().buyer());
    buyers.remove(CountryCodes.WORLD);
    return buyers.stream()
        .flatMap(
            buyer ->
                Trade.of(statistics.ledger(), main.key().seller(), buyer, Optional.empty())
                    .stream())
        .filter(
            trade ->
                trade.every() == main.every()
                    && trade.fits()
                    && !trade.years().isEmpty()
                    && trade
                            .values()
                            .lastKey()
                            .plus(trade.perYear())
                            .compareTo(main.values().lastKey())
                        >= 0)
        .sorted(Comparator.comparingDouble(trade -> -trade.years().lastEntry().getValue()))
        .limit(PARTNERS)
        .toList();
  }

  // -------------------------------------------------------------------------------------- data

  /** Returns the series as a tidy table, with what each file was. */
  public String data() {
    StringBuilder text = new StringBuilder();
    for (Source source : statistics.sources()) {
      text.append(
          "# From %s (%s), SHA-256 %s%n"
              .formatted(source.file(), source.publisher(), source.sha256()));
    }
    text.append(
        "# Goods, mn USD a month or year; whose figures they are stands in told_by. Made by"
            + " corridor init.\n");
    text.append("series,period,exporter,importer,told_by,value_mn_usd\n");
    Stream<Trade> all = Stream.concat(flows.stream(), partners.stream());
    if (flows.size() > 1) {
      all = Stream.concat(all, both.stream());
    }
    all.forEach(trade -> rows(trade, text));
    return text.toString().replace("\r\n", "\n");
  }

  private static void rows(Trade trade, StringBuilder text) {
    String by =
        switch (trade.key().teller()) {
          case SELLER -> "exporter";
          case BUYER -> "importer";
          case BOTH -> "both";
        };
    trade
        .values()
        .forEach(
            (period, usd) ->
                text.append(
                    "%s,%s,%s,%s,%s,%s\n"
                        .formatted(
                            trade.id(),
                            period(period),
                            trade.key().seller(),
                            trade.key().buyer(),
                            by,
                            rounded(usd / 1e6, 9).toPlainString())));
  }

  private static String period(Period period) {
    return period.isOf(Every.YEAR)
        ? String.valueOf(period.last().getYear())
        : period.last().toString();
  }

  private static BigDecimal rounded(double value, int digits) {
    return new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
  }

  // ---------------------------------------------------------------------------------- scenario

  /** Returns the scenario, as text in the scenario format. */
  public String scenario() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # yaml-language-server: $schema=scenario.schema.json
        #
        # Made by corridor init of %s. What data tell is fitted to them; what they don't is judged, and says
        # so, or stands as an example behind a #: choose, and take the # away.
        #
        # How sure a number is stands in brackets:
        #   [measured] read from, or fitted to, a published series
        #   [derived]  computed from one, as is said
        #   [judged]   an assumption; replace it where you know better
        """
            .formatted(
                statistics.sources().stream().map(Source::file).collect(Collectors.joining(", "))));
    text.append("#\n");
    told().forEach(line -> text.append("# ").append(line).append('\n'));
    text.append(
        """

        corridor: 1
        name: %s and %s
        sources:
        %sparties: {exporter: %s, importer: %s}
        start: %s                    # the month after the last that data tell
        months: %d

        """
            .formatted(
                name(statistics.exporter()),
                name(statistics.importer()),
                statistics.sources().stream()
                    .map(
                        source ->
                            "  - \"%s, SHA-256 %s\"\n"
                                .formatted(source.file().replace("\"", "'"), source.sha256()))
                    .collect(Collectors.joining()),
                statistics.exporter(),
                statistics.importer(),
                start,
                HORIZON));
    text.append("flows:\n");
    flows.forEach(flow -> flow(flow, text));
    partners(text);
    policy(text);
    energy(text);
    questions(text);
    evidence(text);
    text.append("\nrun: {paths: 20000, seed: 1}\n");
    return text.toString();
  }

  private static String name(String country) {
    return CountryCodes.name(country);
  }

  private void flow(Trade flow, StringBuilder text) {
    Course course = Course.of(flow);
    text.append("  %s:\n".formatted(flow.id()));
    text.append(
        "    label: goods from %s to %s\n"
            .formatted(name(flow.key().seller()), name(flow.key().buyer())));
    text.append("    from: %s\n    to: %s\n".formatted(flow.key().seller(), flow.key().buyer()));
    if (flow.fits()) {
      text.append(
          """
              annual-value: %s USD/year     # [measured] %s figures of the year to %s
              growth: fit                   # [measured] a year, %s to %s; prior: 0, 25 %% either way
          """
              .formatted(
                  said(last(flow)),
                  flow.key().teller().words(),
                  period(flow.values().lastKey()),
                  period(flow.values().firstKey()),
                  period(flow.values().lastKey())));
      text.append("    # How far it strays: ").append(course.words()).append('\n');
      text.append(
          course.isWalk()
              ? "    noise: {reversion: {lognormal: [0.1, 1]}, volatility: fit}   # prior: shocks"
                  + " last some seven years, 1 to 40\n"
              : "    noise: fit                    # prior: shocks last some months, at most"
                  + " years\n");
      if (flow.every() == Every.MONTH && flow.values().size() >= SEASON) {
        text.append("    season: fit                   # [measured] by month of the year\n");
      }
      text.append("    fit: %s\n".formatted(flow.id()));
    } else {
      text.append(
          """
              annual-value: %s USD/year     # [measured] %s figures, %s; too few values for a fit
              growth: {normal: [2 %%/year, 5 %%/year], within: [-20 %%/year, 30 %%/year]}   # [judged] choose: data are too few to tell
              strays: 15 %%                  # [judged] a year, as flows do of which nothing is known
          """
              .formatted(
                  said(last(flow)), flow.key().teller().words(), period(flow.values().lastKey())));
    }
    share(flow)
        .ifPresent(
            share ->
                text.append(
                    """
                        # partner-share: %.3f           # [measured] of what %s buys abroad, %s
                        # substitution: 3.8             # [judged] choose: how readily buyers switch; 2.5 to 5.1 (Bajzik et al. 2020)
                    """
                        .formatted(
                            share, name(flow.key().buyer()), period(flow.values().lastKey()))));
  }

  /** Returns what was sold in the last year that is whole; of too few months what they'd make. */
  private static double last(Trade trade) {
    NavigableMap<Period, Double> years = trade.years();
    return years.isEmpty()
        ? trade.values().values().stream().mapToDouble(usd -> usd).average().orElseThrow()
            * trade.perYear()
        : years.lastEntry().getValue();
  }

  /**
   * Returns the seller's share of what the buyer buys abroad in the year of the last value, if that
   * is told.
   */
  private Optional<Double> share(Trade flow) {
    double all = 0;
    double world = 0;
    int sellers = 0;
    for (Key key : statistics.ledger().keys()) {
      if (key.buyer().equals(flow.key().buyer()) && key.teller() == flow.key().teller()) {
        double sum =
            statistics
                .series(key, flow.every().months())
                .map(
                    values ->
                        sum(
                            values
                                .tailMap(flow.values().lastKey().plus(1 - flow.perYear()), true)
                                .headMap(flow.values().lastKey(), true)))
                .orElse(0.0);
        if (key.seller().equals(CountryCodes.WORLD)) {
          world = sum;
        } else {
          all += sum;
          sellers++;
        }
      }
    }
    double own = last(flow);
    double total = sellers < ALL ? world : Math.max(all, world);
    return total > own ? Optional.of(own / total) : Optional.empty();
  }

  private static double sum(NavigableMap<Period, Double> values) {
    double sum = 0;
    for (double value : values.values()) { // in order of time
      sum += value;
    }
    return sum;
  }

  private void partners(StringBuilder text) {
    if (partners.isEmpty()) {
      return;
    }
    text.append(
        "\n# The largest others that %s sells to.\npartners:\n"
            .formatted(name(statistics.exporter())));
    for (Trade partner : partners) {
      text.append(
          "  %s: {annual-value: fit, growth: fit, fit: %s}   # [measured] %s figures; %s USD in the last year\n"
              .formatted(
                  partner.key().buyer(),
                  partner.id(),
                  partner.key().teller().words(),
                  said(last(partner))));
    }
    text.append("rank-of: [%s]\n".formatted(flows.get(0).id()));
  }

  private void policy(StringBuilder text) {
    text.append(
        """

        # Policy isn't told by customs: choose, and take the # away.
        # regime:
        #   states: [calm, tense]
        #   initial: calm
        #   monthly:                        # chance a month of moving [judged]
        #     calm: {tense: 0.02}
        #     tense: {calm: 0.05}
        # sanctions:
        #   ban: {from: %s, targets: [%s], cost: 0.25, enforcement: {calm: 0}}   # cost: a tariff of a quarter, when tense
        # waivers:
        #   waiver: {covers: [%s], expires: %s, term-days: 120, renew: {calm: 0.95, tense: 0.6}}
        """
            .formatted(start, flows.get(0).id(), flows.get(0).id(), start.plusMonths(6).atDay(1)));
  }

  private void energy(StringBuilder text) {
    if (statistics.energy().isEmpty()) {
      return;
    }
    text.append(
        "\n# Energy of %s, as told; what isn't is yours to choose: a price, and what comes from %s of the imports.\n# energy:\n#   carriers:\n"
            .formatted(name(statistics.importer()), name(statistics.exporter())));
    String carrier = "";
    for (var entry : statistics.energy().entrySet()) {
      String[] item = entry.getKey().split("\\.", 2);
      if (!item[0].equals(carrier)) {
        carrier = item[0];
        text.append(
            "#     %s:\n#       price: {base: …}                # not told by the data: choose\n"
                .formatted(carrier));
      }
      Energy energy = entry.getValue();
      Map.Entry<Period, Double> last = energy.values().lastEntry();
      double flow = perTime(energy.unit(), last);
      text.append(
          "#       %s: {%s: %s %s}   # [measured] %s %s in %s\n"
              .formatted(
                  item[1],
                  item[1].equals("imports") ? "capacity" : "base",
                  rounded(item[1].equals("imports") ? most(energy) : flow, 4).toPlainString(),
                  energy.unit().equals("TWh")
                      ? "MW"
                      : energy.unit().equals("mcm") ? "mcm/d" : "kb/d",
                  rounded(last.getValue(), 4).toPlainString(),
                  energy.unit(),
                  period(last.getKey())));
    }
  }

  /** Amounts become what flows: TWh in a period MW, million cubic metres a day. */
  private static double perTime(String unit, Map.Entry<Period, Double> told) {
    double value = told.getValue();
    int days = told.getKey().days();
    return switch (unit) {
      case "TWh" -> value * 1e6 / (24 * days);
      case "mcm" -> value / days;
      default -> value;
    };
  }

  private static double most(Energy energy) {
    return energy.values().entrySet().stream()
        .mapToDouble(told -> perTime(energy.unit(), told))
        .max()
        .orElse(0);
  }

  private void questions(StringBuilder text) {
    if (both.isEmpty()) {
      return;
    }
    Trade trade = both.get();
    double last = last(trade);
    double record = trade.years().values().stream().mapToDouble(usd -> usd).max().orElse(last);
    int by = start.plusMonths(HORIZON - 1).getYear() - (start.getMonthValue() == 1 ? 0 : 1);
    String resolves = "resolves: " + (flows.size() > 1 ? "trade" : trade.id());
    String end = "by: %d-12, %s}\n".formatted(by, resolves);
    text.append(
        "\n# %s USD were traded in the last year that is told.\nquestions:\n"
            .formatted(said(last)));
    text.append(
        "  doubles: {label: trade doubles by %d, metric: total.12m, at-least: %s USD/year, %s"
            .formatted(by, said(2 * last), end));
    text.append(
        "  halves: {label: trade halves by %d, metric: total.12m, at-most: %s USD/year, %s"
            .formatted(by, said(last / 2), end));
    text.append(
        record > 1.005 * last
            ? "  passes-record: {label: trade passes its record of %s USD by %d, metric: total.12m, above: %s USD/year, %s"
                .formatted(said(record), by, said(record), end)
            : "  a-tenth-less: {label: trade falls by a tenth by %d, metric: total.12m, at-most: %s USD/year, %s"
                .formatted(by, said(0.9 * last), end));
  }

  /** As people say an amount, with three digits: {@code 7.65 bn}. */
  private static String said(double usd) {
    String[] names = {"", " thousand", " mn", " bn"};
    int power = usd >= 1e9 ? 3 : usd >= 1e6 ? 2 : 0;
    return rounded(usd / Math.pow(1000, power), 3).toPlainString() + names[power];
  }

  private void evidence(StringBuilder text) {
    text.append("\ndata:\n");
    for (Trade trade : Stream.concat(flows.stream(), partners.stream()).toList()) {
      boolean shown = flows.size() == 1 && trade.equals(flows.get(0));
      text.append(
          "  %s: {file: %s, date: period, value: value_mn_usd, unit: mn USD, where: {series: %s}%s}\n"
              .formatted(trade.id(), dataFile, trade.id(), shown ? ", shows: total.12m" : ""));
    }
    if (flows.size() > 1) {
      both.ifPresent(
          trade ->
              text.append(
                  "  trade: {file: %s, date: period, value: value_mn_usd, unit: mn USD, where: {series: %s}, shows: total.12m}\n"
                      .formatted(dataFile, trade.id())));
    }
    backtest(text);
  }

  private void backtest(StringBuilder text) {
    int year = flows.get(0).perYear();
    List<Trade> told = flows.stream().filter(Trade::fits).toList();
    YearMonth from =
        told.stream()
            .map(
                flow ->
                    flow.values()
                        .firstKey()
                        .first()
                        .plusMonths(flow.every() == Every.MONTH ? 48 : 96))
            .max(Comparator.naturalOrder())
            .orElse(start);
    long months = ChronoUnit.MONTHS.between(from, start.minusMonths(12));
    if (told.size() < flows.size() || months < 0) {
      text.append("# No backtest: the data are too short to be forecast from.\n");
      return;
    }
    long every = 12 * Math.max(1, (months / 12 + ORIGINS - 1) / ORIGINS);
    YearMonth to = start.minusMonths(12);
    YearMonth first = to.minusMonths(every * (months / every));
    text.append(
        """
        backtest:
          variant: as-known-then
          origins: {from: %s, to: %s, every: %d}
          horizons: [%s]
          series: {%s}
        variants:
          as-known-then:                # what the last year brought nobody knew before
            label: with what was known at the time
        %s\
        """
            .formatted(
                first,
                to,
                every,
                year == 12 ? "3, 12" : "12",
                told.stream()
                    .map(flow -> "flow.%s: %s".formatted(flow.id(), flow.id()))
                    .collect(Collectors.joining(", ")),
                told.stream()
                    .map(flow -> "    flows.%s.annual-value: fit\n".formatted(flow.id()))
                    .collect(Collectors.joining())));
  }

  // -------------------------------------------------------------------------------------- told

  /** Returns what there is to know of the data: one thing a line. */
  public List<String> told() {
    List<String> lines = new ArrayList<>();
    for (Source source : statistics.sources()) {
      lines.add("%s: %s, %,d rows".formatted(source.file(), source.publisher(), source.rows()));
      source.bad().forEach(bad -> lines.add("  left out, " + bad));
      if (!source.unknown().isEmpty()) {
        List<String> areas = source.unknown();
        lines.add(
            "  left out, areas that are no country: "
                + String.join(", ", areas.subList(0, Math.min(areas.size(), 4)))
                + (areas.size() > 4 ? " and %d more".formatted(areas.size() - 4) : ""));
      }
      if (source.revised() > 0) {
        lines.add("  revises %d values of the files before it".formatted(source.revised()));
      }
    }
    for (Trade flow : flows) {
      lines.add(
          "%s to %s: %s figures of %d %s, %s to %s; the last year %s USD"
              .formatted(
                  flow.key().seller(),
                  flow.key().buyer(),
                  flow.key().teller().words(),
                  flow.values().size(),
                  flow.every() == Every.MONTH ? "months" : "years",
                  period(flow.values().firstKey()),
                  period(flow.values().lastKey()),
                  said(last(flow))));
      flow.mirror()
          .ifPresent(
              mirror ->
                  lines.add(
                      "  %s figures are %.0f %% of these over the %d periods that both tell"
                          .formatted(
                              mirror.teller().words(), 100 * mirror.ratio(), mirror.periods())));
      List<Period> gaps = flow.gaps();
      if (!gaps.isEmpty()) {
        lines.add(
            "  %d without a value, such as %s%s"
                .formatted(
                    gaps.size(),
                    period(gaps.get(0)),
                    flow.zeros().isEmpty()
                        ? ""
                        : "; of %d it was said that nothing was sold, which counts as not told"
                            .formatted(flow.zeros().size())));
      }
    }
    return lines;
  }

  /** Returns what rests on judgement: lines. */
  public List<String> judged() {
    List<String> lines = new ArrayList<>();
    List<String> short_ = flows.stream().filter(flow -> !flow.fits()).map(Trade::id).toList();
    lines.add(
        short_.isEmpty()
            ? "Size, growth, season and noise are measured. Policy isn't in it yet: sanctions,"
                + " waivers and regimes"
            : "Growth of "
                + String.join(" and ", short_)
                + " is judged: the data are too few to tell. Policy isn't in it yet: sanctions,"
                + " waivers and regimes");
    lines.add("stand in the file as examples, for you to choose.");
    return lines;
  }

  /** Returns whether both sides tell what one sells the other, so that one may choose. */
  public boolean hasMirrors() {
    return flows.stream().anyMatch(flow -> flow.mirror().isPresent());
  }

  /** Returns the countries' English names, the exporter first. */
  public List<String> names() {
    return List.of(name(statistics.exporter()), name(statistics.importer()));
  }
}
