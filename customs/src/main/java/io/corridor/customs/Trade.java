package io.corridor.customs;

import io.corridor.customs.Ledger.Key;
import io.corridor.customs.Ledger.Teller;
import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one country sells another, as one side tells it.
 *
 * @param key who sells what to whom, and who says so
 * @param every months or years
 * @param values in dollars, above 0
 * @param zeros periods of which it was said that nothing was sold, which no logarithm has
 * @param mirror how the other side's figures compare, if it has any
 */
record Trade(
    Key key,
    Every every,
    NavigableMap<Period, Double> values,
    List<Period> zeros,
    Optional<Mirror> mirror) {
  /** Months from which on they are preferred to years. */
  private static final int MONTHS = 24;

  /**
   * The other side's figures.
   *
   * @param teller whose
   * @param periods that both tell
   * @param ratio of the other side's sum over them to this side's
   */
  record Mirror(Teller teller, int periods, double ratio) {}

  /** Returns what a country sells another, by the side that tells most, or the one preferred. */
  static Optional<Trade> of(
      Ledger ledger, String seller, String buyer, Optional<Teller> preferred) {
    boolean monthly =
        tellings(ledger, seller, buyer, Every.MONTH).anyMatch(t -> t.values.size() >= MONTHS);
    List<Trade> tellings =
        tellings(ledger, seller, buyer, monthly ? Every.MONTH : Every.YEAR).toList();
    Optional<Trade> best =
        tellings.stream()
            .filter(trade -> preferred.filter(trade.key.teller()::equals).isPresent())
            .findFirst()
            .or(
                () ->
                    tellings.stream().reduce((a, b) -> b.values.size() > a.values.size() ? b : a));
    return best.map(
        trade ->
            new Trade(
                trade.key,
                trade.every,
                trade.values,
                trade.zeros,
                tellings.stream()
                    .filter(other -> other.key.teller() != trade.key.teller())
                    .flatMap(other -> trade.against(other).stream())
                    .findFirst()));
  }

  /** The buyer's figures come first, as those of whom the tariffs make careful. */
  private static Stream<Trade> tellings(Ledger ledger, String seller, String buyer, Every every) {
    return Stream.of(Teller.BUYER, Teller.SELLER, Teller.BOTH)
        .map(teller -> new Key(seller, buyer, teller))
        .flatMap(key -> ledger.series(key, every.months()).map(all -> of(key, every, all)).stream())
        .filter(trade -> !trade.values.isEmpty());
  }

  private static Trade of(Key key, Every every, NavigableMap<Period, Double> all) {
    TreeMap<Period, Double> values = new TreeMap<>(all);
    List<Period> zeros =
        all.entrySet().stream()
            .filter(told -> !(told.getValue() > 0))
            .map(Map.Entry::getKey)
            .toList();
    values.keySet().removeAll(zeros);
    return new Trade(key, every, values, zeros, Optional.empty());
  }

  private Optional<Mirror> against(Trade other) {
    List<Period> both = values.keySet().stream().filter(other.values::containsKey).toList();
    double ours = both.stream().mapToDouble(values::get).sum();
    double theirs = both.stream().mapToDouble(other.values::get).sum();
    return both.isEmpty()
        ? Optional.empty()
        : Optional.of(new Mirror(other.key.teller(), both.size(), theirs / ours));
  }

  /** Returns its id in a scenario: {@code irn-irq}. */
  String id() {
    return (key.seller() + "-" + key.buyer()).toLowerCase(Locale.ROOT);
  }

  /** Returns the periods between its first and last that have no value. */
  List<Period> gaps() {
    List<Period> gaps = new ArrayList<>();
    for (Period at = values.firstKey(); at.compareTo(values.lastKey()) < 0; at = at.plus(1)) {
      if (!values.containsKey(at)) {
        gaps.add(at);
      }
    }
    return gaps;
  }

  /** Returns how many periods make a year. */
  int perYear() {
    return 12 / every.months();
  }

  /**
   * Returns what was sold in the years that end with each period, where every month of them has a
   * value.
   */
  NavigableMap<Period, Double> years() {
    NavigableMap<Period, Double> years = new TreeMap<>();
    for (Period end : values.keySet()) {
      double sum = 0;
      for (int back = 0; back < perYear(); back++) {
        sum += values.getOrDefault(end.plus(-back), Double.NaN);
      }
      if (!Double.isNaN(sum)) {
        years.put(end, sum);
      }
    }
    return years;
  }

  /** Returns whether there are enough values for a fit: 24 months, or 8 years. */
  boolean fits() {
    return values.size() >= (every == Every.MONTH ? MONTHS : 8);
  }
}
