package io.corridor.evidence.fit;

import io.corridor.evidence.series.Period;
import io.corridor.model.Distribution;
import io.corridor.model.Scale;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A fit, or why there is none, as bytes, which the same program reads again: every number to its
 * last bit.
 */
final class FitBytes {

  private FitBytes() {}

  /** Reads one thing. */
  @FunctionalInterface
  private interface Reader<T> {
    T read() throws IOException;
  }

  static void write(FitException failure, DataOutput out) throws IOException {
    out.writeBoolean(false);
    out.writeUTF(failure.number());
    out.writeUTF(failure.getMessage());
    out.writeBoolean(failure.period().isPresent());
    if (failure.period().isPresent()) {
      write(failure.period().get(), out);
    }
  }

  static void write(Fit fit, DataOutput out) throws IOException {
    out.writeBoolean(true);
    out.writeUTF(fit.key());
    out.writeUTF(fit.series());
    write(fit.from(), out);
    write(fit.to(), out);
    out.writeInt(fit.n());
    out.writeInt(fit.priors().size());
    for (Map.Entry<String, Prior> entry : fit.priors().entrySet()) {
      out.writeUTF(entry.getKey());
      write(entry.getValue(), out);
    }
    write(fit.posterior(), out);
    out.writeInt(fit.fitted().size());
    for (Fit.Fitted fitted : fit.fitted()) {
      write(fitted.period(), out);
      double[] numbers = {
        fitted.actual(), fitted.low(), fitted.median(), fitted.high(), fitted.residual()
      };
      write(numbers, out);
    }
    writeWords(fit.counted(), out);
    writeWords(fit.warnings(), out);
  }

  /** Returns what gives the fit, or throws why there is none. */
  static Supplier<Fit> read(DataInput in) throws IOException {
    if (in.readBoolean()) {
      Fit fit = fit(in);
      return () -> fit;
    }
    String number = in.readUTF();
    String message = in.readUTF();
    Optional<Period> period = in.readBoolean() ? Optional.of(period(in)) : Optional.empty();
    return () -> {
      throw new FitException(number, period, message);
    };
  }

  private static Fit fit(DataInput in) throws IOException {
    return new Fit(
        in.readUTF(),
        in.readUTF(),
        period(in),
        period(in),
        in.readInt(),
        map(in, () -> prior(in)),
        posterior(in),
        list(in, () -> fitted(in)),
        list(in, in::readUTF),
        list(in, in::readUTF));
  }

  private static void write(Period period, DataOutput out) throws IOException {
    out.writeInt(period.months());
    out.writeInt(period.last().getYear());
    out.writeInt(period.last().getMonthValue());
  }

  private static Period period(DataInput in) throws IOException {
    return new Period(in.readInt(), YearMonth.of(in.readInt(), in.readInt()));
  }

  private static Fit.Fitted fitted(DataInput in) throws IOException {
    Period period = period(in);
    double[] x = numbers(in);
    return new Fit.Fitted(period, x[0], x[1], x[2], x[3], x[4]);
  }

  private static void write(Posterior posterior, DataOutput out) throws IOException {
    out.writeInt(posterior.names().size());
    for (String name : posterior.names()) {
      out.writeUTF(name);
      write(posterior.draws(name), out);
    }
    out.writeInt(posterior.convergence().size());
    for (Map.Entry<String, Convergence> entry : posterior.convergence().entrySet()) {
      Convergence found = entry.getValue();
      out.writeUTF(entry.getKey());
      write(new double[] {found.rhat(), found.bulk(), found.tail()}, out);
    }
  }

  private static Posterior posterior(DataInput in) throws IOException {
    Map<String, double[]> columns = map(in, () -> numbers(in));
    return new Posterior(
        columns,
        map(
            in,
            () -> {
              double[] x = numbers(in);
              return new Convergence(x[0], x[1], x[2]);
            }));
  }

  // --------------------------------------------------------------------------------------- priors

  /** A law is its kind, its numbers in the order of its record, and a scale where it has one. */
  private static void write(Prior prior, DataOutput out) throws IOException {
    out.writeUTF(prior.name());
    write(new double[] {prior.factor(), prior.shift()}, out);
    Distribution law = prior.law();
    out.writeUTF(law.getClass().getSimpleName());
    if (law instanceof Distribution.Uniform x) {
      write(new double[] {x.low(), x.high()}, out);
    } else if (law instanceof Distribution.Triangular x) {
      write(new double[] {x.low(), x.mode(), x.high()}, out);
    } else if (law instanceof Distribution.Pert x) {
      write(new double[] {x.low(), x.mode(), x.high()}, out);
    } else if (law instanceof Distribution.Normal x) {
      write(within(x.mean(), x.sd(), x.within()), out);
    } else if (law instanceof Distribution.Lognormal x) {
      write(within(x.median(), x.sigma(), x.within()), out);
    } else if (law instanceof Distribution.Beta x) {
      write(within(x.alpha(), x.beta(), x.range()), out);
    } else if (law instanceof Distribution.Quantiles x) {
      write(x.percents().stream().mapToDouble(p -> p).toArray(), out);
      write(x.values().stream().mapToDouble(v -> v).toArray(), out);
      out.writeUTF(x.scale().name());
    } else {
      throw new IOException(law + " is no law of a prior");
    }
  }

  private static Prior prior(DataInput in) throws IOException {
    String name = in.readUTF();
    double[] moved = numbers(in);
    String kind = in.readUTF();
    double[] x = numbers(in);
    Distribution law =
        switch (kind) {
          case "Uniform" -> new Distribution.Uniform(x[0], x[1]);
          case "Triangular" -> new Distribution.Triangular(x[0], x[1], x[2]);
          case "Pert" -> new Distribution.Pert(x[0], x[1], x[2]);
          case "Normal" -> new Distribution.Normal(x[0], x[1], within(x));
          case "Lognormal" -> new Distribution.Lognormal(x[0], x[1], within(x));
          case "Beta" -> new Distribution.Beta(x[0], x[1], within(x));
          case "Quantiles" ->
              new Distribution.Quantiles(boxed(x), boxed(numbers(in)), Scale.valueOf(in.readUTF()));
          default -> throw new IOException(kind + " is no kind of law");
        };
    return new Prior(name, law, moved[0], moved[1]);
  }

  private static double[] within(double a, double b, Optional<Distribution.Interval> within) {
    return within
        .map(interval -> new double[] {a, b, interval.low(), interval.high()})
        .orElseGet(() -> new double[] {a, b});
  }

  private static Optional<Distribution.Interval> within(double[] x) {
    return x.length == 2 ? Optional.empty() : Optional.of(new Distribution.Interval(x[2], x[3]));
  }

  private static List<Double> boxed(double[] x) {
    return Arrays.stream(x).boxed().toList();
  }

  // ------------------------------------------------------------------------- numbers, lists, maps

  private static void write(double[] numbers, DataOutput out) throws IOException {
    out.writeInt(numbers.length);
    for (double number : numbers) {
      out.writeLong(Double.doubleToRawLongBits(number));
    }
  }

  private static double[] numbers(DataInput in) throws IOException {
    double[] numbers = new double[in.readInt()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Double.longBitsToDouble(in.readLong());
    }
    return numbers;
  }

  private static void writeWords(List<String> words, DataOutput out) throws IOException {
    out.writeInt(words.size());
    for (String word : words) {
      out.writeUTF(word);
    }
  }

  private static <T> List<T> list(DataInput in, Reader<T> reader) throws IOException {
    List<T> list = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      list.add(reader.read());
    }
    return list;
  }

  private static <T> Map<String, T> map(DataInput in, Reader<T> reader) throws IOException {
    Map<String, T> map = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      map.put(in.readUTF(), reader.read());
    }
    return map;
  }
}
