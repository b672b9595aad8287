package io.corridor.customs;

import io.corridor.evidence.series.Period;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What was sold, by seller, buyer, and who says so: sums over goods. */
final class Ledger {
  private final Map<Key, Map<Integer, TreeMap<Period, Double>>> values = new LinkedHashMap<>();

  /** Whose figures they are. */
  enum Teller {
    /** The seller's customs. */
    SELLER("the seller’s"),
    /** The buyer's customs, which count freight and insurance in. */
    BUYER("the buyer’s"),
    /** Both, made one by whoever published them. */
    BOTH("reconciled");

    private final String words;

    Teller(String words) {
      this.words = words;
    }

    /** Returns whose they are, as what stands before "figures". */
    String words() {
      return words;
    }
  }

  /**
   * One trade, told by one side.
   *
   * @param seller its code of three letters, or the world's
   * @param buyer likewise
   * @param teller whose figures they are
   */
  record Key(String seller, String buyer, Teller teller) {}

  /**
   * Adds an amount.
   *
   * @param detail how many digits the code of the goods has; 0 for all goods together
   */
  void add(Key key, int detail, Period period, double usd) {
    values
        .computeIfAbsent(key, k -> new TreeMap<>())
        .computeIfAbsent(detail, d -> new TreeMap<>())
        .merge(period, usd, Double::sum);
  }

  /**
   * Takes in what a later file says, in place of what was known of the same trade and period.
   *
   * @return how many values it changed
   */
  int revise(Ledger later) {
    int[] revised = {0};
    later.values.forEach(
        (key, details) ->
            details.forEach(
                (detail, series) ->
                    series.forEach(
                        (period, usd) -> {
                          Double before =
                              values
                                  .computeIfAbsent(key, k -> new TreeMap<>())
                                  .computeIfAbsent(detail, d -> new TreeMap<>())
                                  .put(period, usd);
                          if (before != null && !before.equals(usd)) {
                            revised[0]++;
                          }
                        })));
    return revised[0];
  }

  /**
   * Returns a trade over periods of a length, by the coarsest goods that tell at least half of what
   * the fullest do; empty if it isn't told.
   */
  Optional<NavigableMap<Period, Double>> series(Key key, int months) {
    Map<Integer, TreeMap<Period, Double>> details = values.getOrDefault(key, Map.of());
    TreeMap<Period, Double> best = new TreeMap<>();
    for (TreeMap<Period, Double> all : details.values()) { // from coarse to fine
      TreeMap<Period, Double> these = new TreeMap<>(all);
      these.keySet().removeIf(period -> period.months() != months);
      if (these.size() > 2 * best.size()) {
        best = these;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /** Returns the trades that are told, as they came. */
  Iterable<Key> keys() {
    return values.keySet();
  }
}
