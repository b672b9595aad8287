package io.corridor.evidence.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Of;
import io.corridor.evidence.series.Period;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The likelihood of volumes against the dense normal with C = w K wᵀ. */
class VolumeLikelihoodTest {

  @ParameterizedTest
  @CsvSource({
    "MONTH, SUM, true",
    "MONTH, MEAN, false",
    "QUARTER, SUM, true",
    "YEAR, SUM, false",
    "YEAR, MEAN, true"
  })
  void isTheDenseNormal(Every every, Of of, boolean seasonal) {
    Random random = new Random(4);
    int months = every == Every.MONTH ? 40 : 120;
    Volume volume =
        VolumesSimulated.flow(seasonal, Map.of("brent", VolumesSimulated.driver(months, random)));
    double[] numbers = new double[volume.numbers().size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = 0.3 * random.nextGaussian();
    }
    numbers[0] = 7e9;
    numbers[numbers.length - 2] = 1.3;
    numbers[numbers.length - 1] = 0.4;
    Map<String, Double> named = VolumesSimulated.named(volume, numbers);
    DataSeries.Values values =
        VolumesSimulated.without(
            VolumesSimulated.series(
                VolumesSimulated.months(volume, named, months, random), every, of),
            2,
            3,
            7);
    double log = new SumsOfMonths(volume, values, of, VolumesSimulated.START).log(numbers);
    assertThat(log).isCloseTo(dense(volume, named, values, of), within(1e-8));
  }

  private static double dense(
      Volume volume, Map<String, Double> numbers, DataSeries.Values values, Of of) {
    double k = numbers.get("noise.reversion");
    double v = numbers.get("noise.volatility") * numbers.get("noise.volatility") / (2 * k);
    List<Period> periods = List.copyOf(values.byPeriod().keySet());
    List<double[]> shares = new ArrayList<>();
    double[] logM = new double[periods.size()];
    for (int i = 0; i < logM.length; i++) {
      Period period = periods.get(i);
      double[] parts = new double[period.every().months()];
      for (int t = 0; t < parts.length; t++) {
        YearMonth month = period.first().plusMonths(t);
        double weight = of == Of.SUM ? 1 : (double) month.lengthOfMonth() / period.days();
        parts[t] = weight * Math.exp(VolumesSimulated.logMu(volume, numbers, month));
        logM[i] += parts[t];
      }
      for (int t = 0; t < parts.length; t++) {
        parts[t] /= logM[i];
      }
      logM[i] = Math.log(logM[i]);
      shares.add(parts);
    }
    RealMatrix c = new Array2DRowRealMatrix(logM.length, logM.length);
    RealMatrix r = new Array2DRowRealMatrix(logM.length, 1);
    for (int i = 0; i < logM.length; i++) {
      for (int j = 0; j < logM.length; j++) {
        for (int s = 0; s < shares.get(i).length; s++) {
          for (int t = 0; t < shares.get(j).length; t++) {
            long apart =
                ChronoUnit.MONTHS.between(
                    periods.get(i).first().plusMonths(s), periods.get(j).first().plusMonths(t));
            c.addToEntry(
                i,
                j,
                shares.get(i)[s] * shares.get(j)[t] * v * Math.exp(-k * Math.abs(apart) / 12));
          }
        }
      }
      r.setEntry(
          i, 0, Math.log(values.at(periods.get(i)).orElseThrow()) - logM[i] + c.getEntry(i, i) / 2);
    }
    LUDecomposition lu = new LUDecomposition(c);
    double square = r.transpose().multiply(lu.getSolver().solve(r)).getEntry(0, 0);
    return -Math.log(lu.getDeterminant()) / 2
        - square / 2
        - logM.length * Math.log(2 * Math.PI) / 2;
  }
}
