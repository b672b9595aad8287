package io.corridor.internal.world;

import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import java.util.Arrays;
import java.util.List;

/**
 * The world of the day before: X, Y and φ. Immutable, but for who changes what the arrays hold.
 *
 * @param countries N
 * @param sales X, by exporter and importer: that of i to j stands at i N + j
 * @param made Y: what each country makes and sells
 * @param spending φ: what it spends, in proportion to that
 */
public record Economies(int countries, double[] sales, double[] made, double[] spending) {

  /** Returns the world of sales, in which spending stays in proportion to output. */
  public static Economies of(int countries, double[] sales) {
    double[] made = new double[countries];
    double[] spending = new double[countries];
    for (int i = 0; i < countries; i++) {
      double sold = 0;
      double bought = 0;
      for (int j = 0; j < countries; j++) {
        sold += sales[i * countries + j];
        bought += sales[j * countries + i];
      }
      made[i] = sold;
      spending[i] = bought / sold;
    }
    return new Economies(countries, sales, made, spending);
  }

  /** Returns the same in which all spend what they make. */
  public Economies withoutDeficits() {
    double[] ones = new double[countries];
    Arrays.fill(ones, 1);
    return new Economies(countries, sales, made, ones);
  }

  /** Returns the prices at which trade is balanced, of a world without deficits. */
  public double[] balancing(double theta) {
    Room room = new Room(countries, 0);
    balance(room, theta);
    return room.prices;
  }

  /** Returns the world that prices balance. */
  public Economies at(double[] balancing, double theta) {
    Room room = new Room(countries, 0);
    room.take(this, balancing, theta);
    return new Economies(countries, room.before, room.outputBefore, spending);
  }

  private void balance(Room room, double theta) {
    room.take(this);
    System.arraycopy(sales, 0, room.weights, 0, sales.length);
    System.arraycopy(made, 0, room.output, 0, countries);
    System.arraycopy(spending, 0, room.spending, 0, countries);
    room.trade(theta, false);
  }

  /**
   * The prices that balance trade on each path.
   *
   * @param elasticity θ
   * @param prices by country
   */
  public Step balance(Real elasticity, List<Real> prices) {
    return Step.of(
            "BalancedTrade",
            ports -> {
              RealPort theta = ports.read(elasticity);
              RealPort[] out = ports.write(prices);
              return (block, month) -> {
                Room room = block.room(out, () -> new Room(countries, 0));
                for (int p = 0; p < block.paths(); p++) {
                  balance(room, block.of(theta)[p]);
                  for (int i = 0; i < countries; i++) {
                    block.of(out[i])[p] = room.prices[i];
                  }
                }
              };
            })
        .made(sales);
  }
}
