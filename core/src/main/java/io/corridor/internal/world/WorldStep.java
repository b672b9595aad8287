package io.corridor.internal.world;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Ports;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.Vectors;
import io.corridor.internal.numeric.Exp;
import io.corridor.internal.numeric.Log;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The world of a month (section 11 of the model): what measures, costs and shifts make of the day
 * before's trade. A path on which none of these has moved since the last month keeps what it has.
 */
public final class WorldStep extends Step {
  /** The least that is left of trade, however much is forbidden: no country is shut out wholly. */
  private static final double LEAK = 1e-6;

  /** What a column is of: of one country, or of the sales of one to another. */
  public enum Kind {
    /** v_ij: sales at the exporter's border, USD a year. */
    EXPORTS,
    /** X_ij. */
    BEFORE,
    /** Σ v_ij over all other j. */
    ALL_EXPORTS,
    /** Σ v_ki over all other k. */
    ALL_IMPORTS,
    /** v_ij/Σ v_kj over all k but j. */
    SHARE,
    /** 1 + the number of other k with v_kj > v_ij. */
    RANK,
    /** a_ii. */
    HOME,
    /** d̂_ij − 1. */
    COST,
    /** T_ij − 1. */
    TARIFF,
    /** Real spending. */
    WELFARE,
    /** (y_i/Y_i)/P̂_i. */
    REAL_INCOME,
    /** P̂_i. */
    PRICE,
    /** w_i. */
    FACTORY_PRICE,
    /** Σ X_ki(t) (T_ki − 1). */
    REVENUE,
    /** v_ij/X_ij. */
    RATIO,
    /** Σ (v_kj − X_kj)/X_ij over all k but i and j. */
    DIVERTED,
    /** 1 where the month's prices were not settled, else 0. */
    UNSETTLED
  }

  /**
   * A column that is written.
   *
   * @param kind what it is
   * @param country whose it is, or who sells
   * @param partner who buys
   * @param column where it stands
   */
  public record Output(Kind kind, int country, int partner, Real column) {}

  /**
   * What moves the sales of some pairs.
   *
   * @param cost τ; null: none
   * @param costBefore τ(0⁻)
   * @param factors π of costs
   * @param kept k; null: 1
   * @param keptBefore k(0⁻)
   * @param tariff Σ tariff b; null: none
   * @param tariffBefore the same at 0⁻
   * @param base tariff of the matrix
   */
  public record Shock(
      @Nullable Real cost,
      @Nullable Real costBefore,
      List<Real> factors,
      @Nullable Real kept,
      @Nullable Real keptBefore,
      @Nullable Real tariff,
      @Nullable Real tariffBefore,
      double base) {

    /** Copies the list. */
    public Shock {
      factors = List.copyOf(factors);
    }
  }

  /**
   * A world.
   *
   * @param base the day before
   * @param shocks what moves pairs
   * @param shockOf by exporter and importer the place of what moves their pair; of a country with
   *     itself, −1
   * @param output what multiplies a country's output; null: nothing
   * @param demand what multiplies its spending; null: nothing
   * @param elasticity θ
   * @param balanced where trade is balanced first and θ is uncertain, the prices that balance it;
   *     else none
   */
  public record Setup(
      Economies base,
      List<Shock> shocks,
      int[] shockOf,
      @Nullable Real[] output,
      @Nullable Real[] demand,
      Real elasticity,
      List<Real> balanced) {}

  private final Economies base;
  private final int n;
  private final Connected[] shocks;
  private final int[] shockOf;
  private final @Nullable RealPort[] output;
  private final @Nullable RealPort[] demand;
  private final RealPort elasticity;
  private final RealPort[] balanced;

  /**
   * All that the prices of a path depend on: θ, the inputs, and what these were on the day before.
   */
  private final RealPort[] moves;

  private final RealPort[] inputs;
  private final RealPort[] last;
  private final int[] kinds;
  private final int[] countries;
  private final int[] partners;
  private final RealPort[] written;

  /** Made once, so that no month makes an object. */
  private final Supplier<Room> maker;

  /**
   * Makes the step.
   *
   * @param inputs columns of {@link #inputs}
   * @param last where the last month's inputs are kept, a column for each
   * @param outputs what is written
   */
  public WorldStep(Setup setup, List<Real> inputs, List<Real> last, List<Output> outputs) {
    this.base = setup.base;
    this.n = base.countries();
    this.shocks =
        setup.shocks.stream().map(shock -> new Connected(ports, shock)).toArray(Connected[]::new);
    this.shockOf = setup.shockOf.clone();
    this.output = connect(setup.output);
    this.demand = connect(setup.demand);
    this.elasticity = ports.read(setup.elasticity);
    this.balanced = ports.read(setup.balanced);
    this.moves =
        ports.read(
            Stream.concat(
                    Stream.concat(Stream.of(setup.elasticity), inputs.stream()),
                    setup.shocks.stream()
                        .flatMap(
                            shock ->
                                Stream.of(shock.costBefore, shock.keptBefore, shock.tariffBefore))
                        .filter(Objects::nonNull))
                .distinct()
                .toList());
    this.inputs = ports.read(inputs);
    this.last = ports.update(last);
    this.kinds = outputs.stream().mapToInt(each -> each.kind.ordinal()).toArray();
    this.countries = outputs.stream().mapToInt(Output::country).toArray();
    this.partners = outputs.stream().mapToInt(Output::partner).toArray();
    this.written = ports.update(outputs.stream().map(Output::column).toList());
    this.maker = () -> new Room(n, shocks.length, new SolvedWorlds(moves.length, written.length));
    made(
        base.sales(),
        base.spending(),
        this.shockOf,
        setup.shocks.stream()
            .flatMap(
                shock ->
                    Stream.of(
                        shock.base,
                        shock.cost == null,
                        shock.factors.size(),
                        shock.kept == null,
                        shock.tariff == null))
            .toArray(),
        present(setup.output),
        present(setup.demand),
        setup.balanced.size(),
        kinds,
        countries,
        partners);
  }

  private @Nullable RealPort[] connect(@Nullable Real[] columns) {
    return Arrays.stream(columns)
        .map(column -> column == null ? null : ports.read(column))
        .toArray(RealPort[]::new);
  }

  private static Object[] present(@Nullable Real[] columns) {
    return Arrays.stream(columns).map(Objects::nonNull).toArray();
  }

  /** Returns the columns that move a world from month to month, each once. */
  public static List<Real> inputs(Setup setup) {
    Set<Real> inputs = new LinkedHashSet<>();
    for (Shock shock : setup.shocks) {
      Stream.concat(Stream.of(shock.cost, shock.kept, shock.tariff), shock.factors.stream())
          .filter(Objects::nonNull)
          .forEach(inputs::add);
    }
    Stream.concat(Arrays.stream(setup.output), Arrays.stream(setup.demand))
        .filter(Objects::nonNull)
        .forEach(inputs::add);
    return List.copyOf(inputs);
  }

  @Override
  public void advance(Block block, int month) {
    Room room = block.room(this, maker);
    int[] moved = block.chosen();
    int count = month == 0 ? all(moved, block.paths()) : moved(block, moved);
    for (int i = 0; i < inputs.length; i++) {
      Vectors.copy(block.of(inputs[i]), block.of(last[i]), block.paths());
    }
    for (int i = 0; i < count; i++) {
      move(block, room, moved[i]);
    }
  }

  private static int all(int[] paths, int count) {
    for (int p = 0; p < count; p++) {
      paths[p] = p;
    }
    return count;
  }

  /** Lists the paths on which an input isn't the last month's, to the last bit. */
  private int moved(Block block, int[] paths) {
    long[] differs = block.words();
    int count = block.paths();
    Arrays.fill(differs, 0, count, 0);
    for (int i = 0; i < inputs.length; i++) {
      compare(block.of(inputs[i]), block.of(last[i]), differs, count);
    }
    int moved = 0;
    for (int p = 0; p < count; p++) {
      paths[moved] = p;
      moved += differs[p] == 0 ? 0 : 1;
    }
    return moved;
  }

  private static void compare(double[] now, double[] before, long[] differs, int count) {
    for (int p = 0; p < count; p++) {
      differs[p] |= Double.doubleToRawLongBits(now[p]) ^ Double.doubleToRawLongBits(before[p]);
    }
  }

  private void move(Block block, Room room, int p) {
    SolvedWorlds solved = room.solved;
    for (int i = 0; i < moves.length; i++) {
      solved.key[i] = block.of(moves[i])[p];
    }
    int place = solved.place();
    boolean isNew = !solved.has(place);
    if (isNew) {
      solve(block, room, p);
      solved.put(place);
    }
    for (int k = 0; k < written.length; k++) {
      if (isNew) {
        solved.set(place, k, value(room, k));
      }
      block.of(written[k])[p] = solved.get(place, k);
    }
  }

  private void solve(Block block, Room room, int p) {
    double theta = block.of(elasticity)[p];
    if (balanced.length == 0) {
      room.take(base);
    } else {
      for (int i = 0; i < n; i++) {
        room.balancing[i] = block.of(balanced[i])[p];
      }
      room.take(base, room.balancing, theta);
    }
    boolean still = true;
    for (int g = 0; g < shocks.length; g++) {
      still &= shocks[g].read(block, p, g, theta, room);
    }
    for (int i = 0; i < n; i++) {
      RealPort makes = output[i];
      RealPort spends = demand[i];
      double more = makes == null ? 1 : block.of(makes)[p];
      double wish = spends == null ? 1 : block.of(spends)[p];
      room.output[i] = room.outputBefore[i] * more;
      room.spending[i] = room.spendingBefore[i] * wish;
      still &= more == 1 && wish == 1;
    }
    weigh(room);
    room.trade(theta, still);
  }

  private void weigh(Room room) {
    double[] weights = room.weights;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        int at = i * n + j;
        int shock = shockOf[at];
        weights[at] = shock < 0 ? room.before[at] : room.before[at] * room.weight[shock];
      }
    }
  }

  private double value(Room room, int k) {
    int i = countries[k];
    int j = partners[k];
    return switch (KINDS[kinds[k]]) {
      case EXPORTS -> border(room, i, j);
      case BEFORE -> room.before[i * n + j];
      case ALL_EXPORTS -> exports(room, i);
      case ALL_IMPORTS -> imports(room, i);
      case SHARE -> border(room, i, j) / imports(room, j);
      case RANK -> rank(room, i, j);
      case HOME -> room.sales[i * n + i] / room.spent(i);
      case COST -> room.cost[shockOf[i * n + j]] - 1;
      case TARIFF -> room.tariff[shockOf[i * n + j]] - 1;
      case WELFARE ->
          paid(room, room.sales, i, false) / paid(room, room.before, i, true) / price(room, i);
      case REAL_INCOME -> room.prices[i] * room.output[i] / room.outputBefore[i] / price(room, i);
      case PRICE -> price(room, i);
      case FACTORY_PRICE -> room.prices[i];
      case REVENUE -> revenue(room, i);
      case RATIO -> border(room, i, j) / room.before[i * n + j];
      case DIVERTED -> diverted(room, i, j);
      case UNSETTLED -> room.unsettled ? 1 : 0;
    };
  }

  private static final Kind[] KINDS = Kind.values();

  /** v_ij. */
  private double border(Room room, int i, int j) {
    return room.sales[i * n + j] / room.cost[shockOf[i * n + j]];
  }

  private double exports(Room room, int i) {
    double sum = 0;
    for (int j = 0; j < n; j++) {
      sum += j == i ? 0 : border(room, i, j);
    }
    return sum;
  }

  private double imports(Room room, int j) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += i == j ? 0 : border(room, i, j);
    }
    return sum;
  }

  private double rank(Room room, int i, int j) {
    double own = border(room, i, j);
    int more = 0;
    for (int k = 0; k < n; k++) {
      more += k != j && k != i && border(room, k, j) > own ? 1 : 0;
    }
    return 1 + more;
  }

  private double diverted(Room room, int i, int j) {
    double sum = 0;
    for (int k = 0; k < n; k++) {
      sum += k == i || k == j ? 0 : border(room, k, j) - room.before[k * n + j];
    }
    return sum / room.before[i * n + j];
  }

  /**
   * Σ_i of what j's purchases cost it, tariffs included; those of the day before at its tariffs.
   */
  private double paid(Room room, double[] purchases, int j, boolean dayBefore) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      int at = i * n + j;
      int shock = shockOf[at];
      sum +=
          shock < 0
              ? purchases[at]
              : purchases[at] * (dayBefore ? room.tariffBefore[shock] : room.tariff[shock]);
    }
    return sum;
  }

  private double revenue(Room room, int j) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      int at = i * n + j;
      sum += i == j ? 0 : room.sales[at] * (room.tariff[shockOf[at]] - 1);
    }
    return sum;
  }

  /** P̂_j = (Σ_i W_ij T_ij(t) w_i^−θ/Σ_i X_ij T_ij(0⁻))^(−1/θ). */
  private double price(Room room, int j) {
    double known = room.price[j];
    if (known > 0) {
      return known;
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      int at = i * n + j;
      double weight = room.weights[at] * room.powers[i];
      sum += i == j ? weight : weight * room.tariff[shockOf[at]];
    }
    double price = Exp.exp(-Log.log(sum / paid(room, room.before, j, true)) / room.theta);
    room.price[j] = price;
    return price;
  }

  /** The columns of a shock. */
  private static final class Connected {
    private final @Nullable RealPort cost;
    private final @Nullable RealPort costBefore;
    private final RealPort[] factors;
    private final @Nullable RealPort kept;
    private final @Nullable RealPort keptBefore;
    private final @Nullable RealPort tariff;
    private final @Nullable RealPort tariffBefore;
    private final double base;

    Connected(Ports ports, Shock shock) {
      cost = port(ports, shock.cost);
      costBefore = port(ports, shock.costBefore);
      factors = ports.read(shock.factors);
      kept = port(ports, shock.kept);
      keptBefore = port(ports, shock.keptBefore);
      tariff = port(ports, shock.tariff);
      tariffBefore = port(ports, shock.tariffBefore);
      base = 1 + shock.base;
    }

    private static @Nullable RealPort port(Ports ports, @Nullable Real column) {
      return column == null ? null : ports.read(column);
    }

    private static double at(Block block, @Nullable RealPort column, int p, double otherwise) {
      return column == null ? otherwise : block.of(column)[p];
    }

    /**
     * Sets d̂, T and max(10⁻⁶, k̂ d̂^−θ T̂^−(1+θ)) of the pairs; returns whether that is 1.
     *
     * @param g place of the shock
     */
    boolean read(Block block, int p, int g, double theta, Room room) {
      double d = (1 + at(block, cost, p, 0)) / (1 + at(block, costBefore, p, 0));
      for (RealPort factor : factors) {
        d *= block.of(factor)[p];
      }
      double before = base + at(block, tariffBefore, p, 0);
      double now = base + at(block, tariff, p, 0);
      double kept = at(block, this.kept, p, 1) / at(block, keptBefore, p, 1);
      double t = now / before;
      room.cost[g] = d;
      room.tariff[g] = now;
      room.tariffBefore[g] = before;
      double weight =
          d == 1 && t == 1 ? kept : kept * Exp.exp(-theta * Log.log(d) - (1 + theta) * Log.log(t));
      room.weight[g] = Math.max(LEAK, weight);
      return weight == 1 && t == 1;
    }
  }
}
