package io.corridor.internal.block;

import io.corridor.internal.block.Column.Real;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A step that is one loop over the entries of a few columns: an equation of the model, as a method
 * that names its columns once. Beside each column stands what is done with its entries ({@link
 * #in}, {@link #out}, {@link #inOut}); the loop gets the entries in the same order, then the number
 * of live ones and the month.
 *
 * <p>A loop that knows more than it gets has to say so by {@link #made}.
 *
 * <p>A loop goes over all paths and isn't a function of one, so that the JVM compiles each equation
 * by itself, as a method of its own.
 */
public final class Loop extends Step {
  private final String name;
  private final RealPort[] columns;
  private final Body body;

  private Loop(String name, Body body, Use... uses) {
    this.name = name;
    this.columns = Stream.of(uses).map(use -> use.connect.apply(ports)).toArray(RealPort[]::new);
    this.body = body;
    made();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  Class<?> kind() {
    return body.getClass();
  }

  @Override
  public void advance(Block block, int month) {
    body.run(block, columns, block.paths(), month);
  }

  /** A column, and what is done with its entries. */
  public static final class Use {
    private final Function<Ports, RealPort> connect;

    private Use(Function<Ports, RealPort> connect) {
      this.connect = connect;
    }
  }

  /** Uses a column whose present entries matter. */
  public static Use in(Real column) {
    return new Use(ports -> ports.read(column));
  }

  /** Uses a column of which every live entry is set, whatever it was. */
  public static Use out(Real column) {
    return new Use(ports -> ports.write(column));
  }

  /** Uses a column that is changed: some entries stay, or become what follows from them. */
  public static Use inOut(Real column) {
    return new Use(ports -> ports.update(column));
  }

  /** Uses a column of a sum, which its first part sets and to which the others add. */
  public static Use sum(boolean first, Real column) {
    return first ? out(column) : inOut(column);
  }

  /** What is done with the entries of columns, whatever their number. */
  private interface Body {
    void run(Block block, RealPort[] columns, int n, int month);
  }

  /** A loop over two columns. */
  public interface Two extends Body {
    void over(double[] a, double[] b, int n, int month);

    @Override
    default void run(Block b, RealPort[] c, int n, int month) {
      over(b.of(c[0]), b.of(c[1]), n, month);
    }
  }

  /** Returns a loop over two columns. */
  public static Step of(String name, Use a, Use b, Two loop) {
    return new Loop(name, loop, a, b);
  }

  /** A loop over three columns. */
  public interface Three extends Body {
    void over(double[] a, double[] b, double[] c, int n, int month);

    @Override
    default void run(Block b, RealPort[] c, int n, int month) {
      over(b.of(c[0]), b.of(c[1]), b.of(c[2]), n, month);
    }
  }

  /** Returns a loop over three columns. */
  public static Step of(String name, Use a, Use b, Use c, Three loop) {
    return new Loop(name, loop, a, b, c);
  }

  /** A loop over four columns. */
  public interface Four extends Body {
    void over(double[] a, double[] b, double[] c, double[] d, int n, int month);

    @Override
    default void run(Block b, RealPort[] c, int n, int month) {
      over(b.of(c[0]), b.of(c[1]), b.of(c[2]), b.of(c[3]), n, month);
    }
  }

  /** Returns a loop over four columns. */
  public static Step of(String name, Use a, Use b, Use c, Use d, Four loop) {
    return new Loop(name, loop, a, b, c, d);
  }

  /** A loop over five columns. */
  public interface Five extends Body {
    void over(double[] a, double[] b, double[] c, double[] d, double[] e, int n, int month);

    @Override
    default void run(Block b, RealPort[] c, int n, int month) {
      over(b.of(c[0]), b.of(c[1]), b.of(c[2]), b.of(c[3]), b.of(c[4]), n, month);
    }
  }

  /** Returns a loop over five columns. */
  public static Step of(String name, Use a, Use b, Use c, Use d, Use e, Five loop) {
    return new Loop(name, loop, a, b, c, d, e);
  }

  /** A loop over six columns. */
  public interface Six extends Body {
    void over(
        double[] a, double[] b, double[] c, double[] d, double[] e, double[] f, int n, int month);

    @Override
    default void run(Block b, RealPort[] c, int n, int month) {
      over(b.of(c[0]), b.of(c[1]), b.of(c[2]), b.of(c[3]), b.of(c[4]), b.of(c[5]), n, month);
    }
  }

  /** Returns a loop over six columns. */
  public static Step of(String name, Use a, Use b, Use c, Use d, Use e, Use f, Six loop) {
    return new Loop(name, loop, a, b, c, d, e, f);
  }

  /** A loop over seven columns. */
  public interface Seven extends Body {
    void over(
        double[] a,
        double[] b,
        double[] c,
        double[] d,
        double[] e,
        double[] f,
        double[] g,
        int n,
        int month);

    @Override
    default void run(Block b, RealPort[] c, int n, int month) {
      over(
          b.of(c[0]),
          b.of(c[1]),
          b.of(c[2]),
          b.of(c[3]),
          b.of(c[4]),
          b.of(c[5]),
          b.of(c[6]),
          n,
          month);
    }
  }

  /** Returns a loop over seven columns. */
  public static Step of(String name, Use a, Use b, Use c, Use d, Use e, Use f, Use g, Seven loop) {
    return new Loop(name, loop, a, b, c, d, e, f, g);
  }

  /** A loop over eight columns. */
  public interface Eight extends Body {
    void over(
        double[] a,
        double[] b,
        double[] c,
        double[] d,
        double[] e,
        double[] f,
        double[] g,
        double[] h,
        int n,
        int month);

    @Override
    default void run(Block b, RealPort[] c, int n, int month) {
      over(
          b.of(c[0]),
          b.of(c[1]),
          b.of(c[2]),
          b.of(c[3]),
          b.of(c[4]),
          b.of(c[5]),
          b.of(c[6]),
          b.of(c[7]),
          n,
          month);
    }
  }

  /** Returns a loop over eight columns. */
  public static Step of(
      String name, Use a, Use b, Use c, Use d, Use e, Use f, Use g, Use h, Eight loop) {
    return new Loop(name, loop, a, b, c, d, e, f, g, h);
  }
}
