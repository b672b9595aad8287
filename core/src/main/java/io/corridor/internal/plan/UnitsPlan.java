package io.corridor.internal.plan;

import io.corridor.internal.block.Chance;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Fill;
import io.corridor.internal.energy.RunningUnits;
import io.corridor.internal.random.Binomial;
import io.corridor.internal.random.MonthlyWords;
import io.corridor.internal.random.StreamName;
import io.corridor.model.Carrier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compiles units that fail (section 6 of the model). */
final class UnitsPlan extends PlanPart {

  UnitsPlan(Wiring wiring) {
    super(wiring);
  }

  /** Returns what runs of a carrier's units in each of {@code blocks} of hours. */
  List<Real> add(String carrier, Map<String, Carrier.Units> units, int blocks) {
    String key = "energy.carriers." + carrier + ".supply.units";
    List<Real> running = wiring.reals(blocks);
    List<Num> means = new ArrayList<>();
    boolean first = true;
    for (Map.Entry<String, Carrier.Units> entry : units.entrySet()) {
      String path = key + "." + entry.getKey();
      Carrier.Units sort = entry.getValue();
      Num size = draws.num(sort.size(), path + ".size");
      Num outage = draws.num(sort.outage(), path + ".outage");
      if (sort.isThere(scenario.start())) {
        Num count = new Num.Fixed(sort.count());
        means.add(wiring.map(List.of(count, outage, size), x -> x[0] * (1 - x[1]) * x[2]));
      }
      Chance<MonthlyWords> words =
          draws.monthly(StreamName.UNITS.of(carrier, entry.getKey()), key, blocks);
      RunningUnits.Sort compiled = compiled(sort, outage, wiring.column(size));
      for (int b = 0; b < blocks; b++) {
        wiring.add(
            Phase.FAILURES,
            new RunningUnits(words, b, compiled, first, running.get(b))
                .made(
                    b,
                    first,
                    sort.count(),
                    outage instanceof Num.Fixed ? outage : "differs",
                    compiled.there()));
      }
      first = false;
    }
    onTheDayBefore(means, running);
    return running;
  }

  private RunningUnits.Sort compiled(Carrier.Units sort, Num outage, Real size) {
    int count = sort.count();
    boolean[] there = calendar.when(0, scenario.months(), sort::isThere);
    if (outage instanceof Num.Fixed known) {
      return new RunningUnits.Sort(count, Binomial.of(count, 1 - known.value()), null, size, there);
    }
    Num trials = new Num.Fixed(count);
    RunningUnits.Differing differing =
        new RunningUnits.Differing(
            wiring.column(outage),
            wiring.column(wiring.map(outage, trials, (q, n) -> Binomial.ofMode((int) n, 1 - q))),
            wiring.column(wiring.map(outage, trials, (q, n) -> Binomial.upToMode((int) n, 1 - q))));
    return new RunningUnits.Sort(count, null, differing, size, there);
  }

  /** On the day before the start the mean runs. */
  private void onTheDayBefore(List<Num> means, List<Real> running) {
    Num mean =
        wiring.map(
            means,
            numbers -> {
              double sum = 0;
              for (double number : numbers) {
                sum += number;
              }
              return sum;
            });
    for (Real column : running) {
      wiring.state(Fill.copy(wiring.column(mean), column));
    }
  }
}
