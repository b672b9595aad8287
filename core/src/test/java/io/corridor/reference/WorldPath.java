package io.corridor.reference;

import io.corridor.model.Flow;
import io.corridor.model.Scenario;
import io.corridor.model.TradeMatrix;
import io.corridor.model.World;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Section 11: the world of one path. Prices are found by tâtonnement, w ↦ (s Σ_j W_ij φ_j y_j/(Φ_j
 * Q_i))^{1/(1+θ)}, until they stay: slow, and sure.
 */
final class WorldPath {
  private static final double LEAK = 1e-6;

  private final World world;
  private final Scenario scenario;
  private final Notation notation;
  private final List<String> ids;
  private final int n;
  private final double theta;
  private final double halfLife;
  private final double[][] before;
  private final double[][] tariff;
  private final double[] made;
  private final double[] wish;
  private final Map<String, Map<String, Double>> compliance = new LinkedHashMap<>();
  private final Map<String, Map<String, Double>> costs = new LinkedHashMap<>();
  private final Map<String, Change> output = new LinkedHashMap<>();
  private final Map<String, Change> demand = new LinkedHashMap<>();
  private final Map<String, Double> index = new LinkedHashMap<>();
  private final Measured[][] start;
  private Measured[][] now;
  private double[][] weights;
  private double[][] dHat;
  private double[][] paid;
  private double[] makes;
  private double[] w;
  private double[][] sales;

  private record Change(double growth, Map<String, Double> elasticities) {}

  /** What measures do to a pair. */
  record Measured(double tau, double kept, double tariff) {}

  /** Gives what measures do to what has some names, at a compliance. */
  interface Measuring {
    Measured of(Set<String> names, double compliance);
  }

  WorldPath(World world, Scenario scenario, Numbers numbers, Notation notation) {
    this.world = world;
    this.scenario = scenario;
    this.notation = notation;
    this.ids = world.ids(scenario.start());
    this.n = ids.size();
    this.theta = numbers.at("world.trade-elasticity", world.tradeElasticity());
    this.halfLife = numbers.at("world.half-life", world.halfLife());
    this.start = new Measured[n][n];
    this.tariff = new double[n][n];
    this.before = new double[n][n];
    read();
    world
        .compliance()
        .forEach((id, level) -> compliance.put(id, numbers.at("world.compliance." + id, level)));
    world
        .costs()
        .forEach(
            (id, cost) ->
                costs.put(
                    id, numbers.at("world.costs." + id + ".elasticities", cost.elasticities())));
    world
        .shifts()
        .forEach(
            (id, shift) -> {
              String key = "world.shifts." + id;
              output.put(id, change(key + ".output", shift.output(), numbers));
              demand.put(id, change(key + ".demand", shift.demand(), numbers));
            });
    made = new double[n];
    wish = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        made[i] += before[i][j];
        wish[i] += before[j][i];
      }
    }
    for (int i = 0; i < n; i++) {
      wish[i] /= made[i];
    }
    if (world.deficits() == World.Deficits.ZERO) {
      Arrays.fill(wish, 1);
      weights = before;
      makes = made;
      double[][] balanced = sales(prices(wish), wish);
      for (int i = 0; i < n; i++) {
        made[i] *= w[i];
        before[i] = balanced[i];
      }
    }
  }

  private static Change change(String key, World.Change change, Numbers numbers) {
    return new Change(
        numbers.at(key + ".growth", change.growth()),
        numbers.at(key + ".elasticities", change.elasticities()));
  }

  private void read() {
    TradeMatrix matrix = world.trade();
    int year =
        matrix
            .year()
            .orElseGet(
                () ->
                    matrix.rows().stream()
                        .mapToInt(TradeMatrix.Row::year)
                        .filter(each -> each < scenario.start().getYear())
                        .max()
                        .orElseThrow());
    double[][] duties = new double[n][n];
    for (TradeMatrix.Row row : matrix.rows()) {
      int i = place(row.exporter());
      int j = place(row.importer());
      if (row.year() == year && i >= 0 && j >= 0) {
        before[i][j] += row.value() * matrix.unit();
        duties[i][j] += row.value() * matrix.unit() * row.tariff();
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        tariff[i][j] = 1 + (i == j ? 0 : duties[i][j] / before[i][j]);
      }
    }
  }

  private int place(String id) {
    int place = ids.indexOf(id);
    return place < 0 && world.rest().isPresent() ? n - 1 : place;
  }

  private Set<String> names(int i, int j) {
    Set<String> words = new LinkedHashSet<>();
    scenario.sanctions().values().forEach(sanction -> words.addAll(sanction.targets()));
    scenario.waivers().values().forEach(waiver -> words.addAll(waiver.covers()));
    words.removeIf(word -> !word.startsWith("world.") || !means(word.substring(6), i, j));
    return words;
  }

  private boolean means(String pair, int i, int j) {
    String[] sides = pair.split("[.]");
    return isOf(sides[0], ids.get(i)) && isOf(sides[1], ids.get(j));
  }

  private boolean isOf(String side, String id) {
    return side.equals("all")
        || side.equals(id)
        || world.groups().getOrDefault(side, List.of()).contains(id);
  }

  private Measured[][] measured(Measuring measuring, double compliance, String regime) {
    Measured[][] all = new Measured[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (i != j) {
          all[i][j] = measuring.of(names(i, j), complied(j, compliance, regime));
        }
      }
    }
    return all;
  }

  private double complied(int j, double ofImporter, String regime) {
    String id = ids.get(j);
    return id.equals(scenario.parties().importer())
        ? ofImporter
        : compliance.getOrDefault(id, Map.of()).getOrDefault(regime, 1.0);
  }

  void dayBefore(Measuring measuring, double compliance, String regime) {
    Measured[][] all = measured(measuring, compliance, regime);
    for (int i = 0; i < n; i++) {
      start[i] = all[i];
    }
  }

  /** Moves the world to a month. */
  void move(Month month, Measuring measuring, double compliance) {
    now = measured(measuring, compliance, month.regime());
    weights = new double[n][n];
    dHat = new double[n][n];
    paid = new double[n][n];
    makes = new double[n];
    double[] wishes = new double[n];
    for (int i = 0; i < n; i++) {
      makes[i] = made[i] * factor(output.get(ids.get(i)), month);
      wishes[i] = wish[i] * factor(demand.get(ids.get(i)), month);
      for (int j = 0; j < n; j++) {
        weights[i][j] = before[i][j];
        dHat[i][j] = 1;
        paid[i][j] = 1;
        if (i != j) {
          weigh(i, j, month);
        }
      }
    }
    sales = sales(prices(wishes), wishes);
    scenario.flows().forEach((id, flow) -> follow(id, flow));
  }

  private double factor(Change change, Month month) {
    return change == null
        ? 1
        : Notation.growth(change.growth, month) * notation.pi(change.elasticities, month);
  }

  private void weigh(int i, int j, Month month) {
    double d = (1 + now[i][j].tau) / (1 + start[i][j].tau);
    for (Map.Entry<String, World.Cost> cost : world.costs().entrySet()) {
      if (cost.getValue().pairs().stream().anyMatch(pair -> means(pair, i, j))) {
        d *= notation.pi(costs.get(cost.getKey()), month);
      }
    }
    paid[i][j] = tariff[i][j] + now[i][j].tariff;
    double t = paid[i][j] / (tariff[i][j] + start[i][j].tariff);
    double k = now[i][j].kept / start[i][j].kept;
    dHat[i][j] = d;
    weights[i][j] *= Math.max(LEAK, k * StrictMath.pow(d, -theta) * StrictMath.pow(t, -1 - theta));
  }

  private double[] prices(double[] wishes) {
    w = new double[n];
    Arrays.fill(w, 1);
    double moved = 1;
    for (int i = 0; moved > 1e-15 && i < 200_000; i++) {
      double[] next = new double[n];
      double[][] sold = sales(w, wishes);
      for (int a = 0; a < n; a++) {
        next[a] = w[a] * StrictMath.pow(sum(sold[a]) / (w[a] * makes[a]), 1 / (1 + theta));
      }
      double scale = sum(made) / worth(next);
      moved = 0;
      for (int a = 0; a < n; a++) {
        next[a] *= scale;
        moved = Math.max(moved, Math.abs(next[a] / w[a] - 1));
      }
      w = next;
    }
    return w;
  }

  private double worth(double[] prices) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += prices[i] * makes[i];
    }
    return sum;
  }

  private double[][] sales(double[] prices, double[] wishes) {
    double asked = 0;
    for (int i = 0; i < n; i++) {
      asked += wishes[i] * prices[i] * makes[i];
    }
    double[][] sold = new double[n][n];
    for (int j = 0; j < n; j++) {
      double phi = 0;
      for (int i = 0; i < n; i++) {
        sold[i][j] = weights[i][j] * StrictMath.pow(prices[i], -theta);
        phi += sold[i][j];
      }
      for (int i = 0; i < n; i++) {
        sold[i][j] *= worth(prices) / asked * wishes[j] * prices[j] * makes[j] / phi;
      }
    }
    return sold;
  }

  private static double sum(double[] x) {
    return Arrays.stream(x).sum();
  }

  private double v(int i, int j) {
    return sales[i][j] / dHat[i][j];
  }

  private double exports(int i) {
    double sum = 0;
    for (int j = 0; j < n; j++) {
      sum += j == i ? 0 : v(i, j);
    }
    return sum;
  }

  private double imports(int j) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += j == i ? 0 : v(i, j);
    }
    return sum;
  }

  /** Returns the world's metrics of the month. */
  Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    for (int j = 0; j < n; j++) {
      double costNow = 0;
      double costBefore = 0;
      double cheaper = 0;
      double revenue = 0;
      double spent = 0;
      for (int i = 0; i < n; i++) {
        double then = i == j ? 1 : tariff[i][j] + start[i][j].tariff;
        costNow += sales[i][j] * paid[i][j];
        costBefore += before[i][j] * then;
        cheaper += weights[i][j] * paid[i][j] * StrictMath.pow(w[i], -theta);
        revenue += sales[i][j] * (paid[i][j] - 1);
        spent += sales[i][j];
      }
      double price = StrictMath.pow(cheaper / costBefore, -1 / theta);
      String id = ids.get(j);
      metrics.put("world.price." + id, price);
      metrics.put("world.welfare." + id, costNow / costBefore / price);
      metrics.put("world.real-income." + id, w[j] * makes[j] / made[j] / price);
      metrics.put("world.factory-price." + id, w[j]);
      metrics.put("world.revenue." + id, revenue);
      metrics.put("world.home." + id, sales[j][j] / spent);
      metrics.put("world.exports." + id, exports(j));
      metrics.put("world.imports." + id, imports(j));
      for (int i = 0; i < n; i++) {
        if (i != j) {
          String pair = "." + ids.get(i) + "." + id;
          int rank = 1;
          for (int k = 0; k < n; k++) {
            rank += k != i && k != j && v(k, j) > v(i, j) ? 1 : 0;
          }
          metrics.put("world.exports" + pair, v(i, j));
          metrics.put("world.share" + pair, v(i, j) / imports(j));
          metrics.put("world.rank" + pair, (double) rank);
          metrics.put("world.cost" + pair, dHat[i][j] - 1);
          metrics.put("world.tariff" + pair, paid[i][j] - 1);
        }
      }
    }
    return metrics;
  }

  private void follow(String id, Flow flow) {
    if (flow.world()) {
      int i = ids.indexOf(flow.from());
      int j = ids.indexOf(flow.to());
      double goal = StrictMath.log(v(i, j) / before[i][j]);
      double last = index.getOrDefault(id, 0.0);
      double part = halfLife == 0 ? 1 : 1 - StrictMath.pow(2, -1 / halfLife);
      index.put(id, last + part * (goal - last));
    }
  }

  /** Returns a flow of the month. */
  FlowPath.Trade at(String id, double spending, double loss) {
    Flow flow = scenario.flows().get(id);
    int i = ids.indexOf(flow.from());
    int j = ids.indexOf(flow.to());
    double others = 0;
    for (int k = 0; k < n; k++) {
      others += k == i || k == j ? 0 : v(k, j) - before[k][j];
    }
    return new FlowPath.Trade(
        spending * StrictMath.exp(index.get(id)) * (1 - loss),
        spending * others / before[i][j],
        v(i, j) / imports(j));
  }

  /** Returns τ of a flow's pair. */
  double cost(String id) {
    Flow flow = scenario.flows().get(id);
    return now[ids.indexOf(flow.from())][ids.indexOf(flow.to())].tau;
  }
}
