package io.corridor.internal.block;

/** Elementary operations on the first {@code n} entries of arrays; each loop vectorises. */
public final class Vectors {

  private Vectors() {}

  /** out = value. */
  public static void fill(double[] out, double value, int n) {
    for (int p = 0; p < n; p++) {
      out[p] = value;
    }
  }

  /** out = a. */
  public static void copy(double[] a, double[] out, int n) {
    System.arraycopy(a, 0, out, 0, n);
  }

  /** out = s · a. */
  public static void scale(double s, double[] a, double[] out, int n) {
    for (int p = 0; p < n; p++) {
      out[p] = s * a[p];
    }
  }

  /** out = out · a. */
  public static void multiply(double[] out, double[] a, int n) {
    for (int p = 0; p < n; p++) {
      out[p] *= a[p];
    }
  }

  /** out = out + a. */
  public static void add(double[] out, double[] a, int n) {
    for (int p = 0; p < n; p++) {
      out[p] += a[p];
    }
  }

  /** out = a + b. */
  public static void sum(double[] a, double[] b, double[] out, int n) {
    for (int p = 0; p < n; p++) {
      out[p] = a[p] + b[p];
    }
  }

  /** out = out + s · a. */
  public static void addScaled(double[] out, double s, double[] a, int n) {
    for (int p = 0; p < n; p++) {
      out[p] += s * a[p];
    }
  }

  /** out = s · a + t · b. */
  public static void combine(double s, double[] a, double t, double[] b, double[] out, int n) {
    for (int p = 0; p < n; p++) {
      out[p] = s * a[p] + t * b[p];
    }
  }

  /** out = a · b. */
  public static void product(double[] a, double[] b, double[] out, int n) {
    for (int p = 0; p < n; p++) {
      out[p] = a[p] * b[p];
    }
  }

  /** out = out + a · b. */
  public static void addProduct(double[] out, double[] a, double[] b, int n) {
    for (int p = 0; p < n; p++) {
      out[p] += a[p] * b[p];
    }
  }
}
