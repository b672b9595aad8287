package io.corridor.web.internal.browser;

/**
 * Elementary functions of {@link StrictMath}, which Java defines as those of fdlibm, the Freely
 * Distributable Math Library, version 5.3: a browser's own differ in the last bits. Method and
 * constants are fdlibm's, names too, so that the two can be compared line by line.
 *
 * <p>Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunSoft, a Sun
 * Microsystems, Inc. business. Permission to use, copy, modify, and distribute this software is
 * freely granted, provided that this notice is preserved.
 */
public final class Fdlibm {
  private static final double TWO54 = 0x1p54;
  private static final double HUGE = 1e300;
  private static final double TINY = 1e-300;

  private static final double LN2_HI = 6.93147180369123816490e-01;
  private static final double LN2_LO = 1.90821492927058770002e-10;
  private static final double INV_LN2 = 1.44269504088896338700e+00;
  private static final double OVERFLOW = 7.09782712893383973096e+02;
  private static final double UNDERFLOW = -7.45133219101941108420e+02;

  private static final double P1 = 1.66666666666666019037e-01;
  private static final double P2 = -2.77777777770155933842e-03;
  private static final double P3 = 6.61375632143793436117e-05;
  private static final double P4 = -1.65339022054652515390e-06;
  private static final double P5 = 4.13813679705723846039e-08;

  private static final double LG1 = 6.666666666666735130e-01;
  private static final double LG2 = 3.999999999940941908e-01;
  private static final double LG3 = 2.857142874366239149e-01;
  private static final double LG4 = 2.222219843214978396e-01;
  private static final double LG5 = 1.818357216161805012e-01;
  private static final double LG6 = 1.531383769920937332e-01;
  private static final double LG7 = 1.479819860511658591e-01;

  private static final double Q1 = -3.33333333333331316428e-02;
  private static final double Q2 = 1.58730158725481460165e-03;
  private static final double Q3 = -7.93650757867487942473e-05;
  private static final double Q4 = 4.00821782732936239552e-06;
  private static final double Q5 = -2.01099218183624371326e-07;

  private static final double IV_LN10 = 4.34294481903251816668e-01;
  private static final double LOG10_2_HI = 3.01029995663611771306e-01;
  private static final double LOG10_2_LO = 3.69423907715893078616e-13;

  private static final double L1 = 5.99999999999994648725e-01;
  private static final double L2 = 4.28571428578550184252e-01;
  private static final double L3 = 3.33333329818377432918e-01;
  private static final double L4 = 2.72728123808534006489e-01;
  private static final double L5 = 2.30660745775561754067e-01;
  private static final double L6 = 2.06975017800338417784e-01;
  private static final double DP_H1 = 5.84962487220764160156e-01;
  private static final double DP_L1 = 1.35003920212974897128e-08;
  private static final double LG2_WHOLE = 6.93147180559945286227e-01;
  private static final double LG2_H = 6.93147182464599609375e-01;
  private static final double LG2_L = -1.90465429995776804525e-09;
  private static final double OVT = 8.0085662595372944372e-17;
  private static final double CP = 9.61796693925975554329e-01;
  private static final double CP_H = 9.61796700954437255859e-01;
  private static final double CP_L = -7.02846165095275826516e-09;
  private static final double IV_LN2_H = 1.44269502162933349609e+00;
  private static final double IV_LN2_L = 1.92596299112661746887e-08;

  private Fdlibm() {}

  private static int high(double x) {
    return (int) (Double.doubleToRawLongBits(x) >> 32);
  }

  private static int low(double x) {
    return (int) Double.doubleToRawLongBits(x);
  }

  private static double withHigh(double x, int high) {
    return Double.longBitsToDouble(
        (Double.doubleToRawLongBits(x) & 0xFFFF_FFFFL) | ((long) high << 32));
  }

  private static double withoutLow(double x) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & 0xFFFF_FFFF_0000_0000L);
  }

  /** Stands for {@link StrictMath#exp}. */
  public static double exp(double x) {
    int sign = high(x) >>> 31;
    int hx = high(x) & 0x7fffffff;
    if (hx >= 0x40862E42) {
      if (hx >= 0x7ff00000) {
        if (((hx & 0xfffff) | low(x)) != 0) {
          return x + x;
        }
        return sign == 0 ? x : 0;
      }
      if (x > OVERFLOW) {
        return Double.POSITIVE_INFINITY;
      }
      if (x < UNDERFLOW) {
        return 0;
      }
    }
    double hi = 0;
    double lo = 0;
    int k = 0;
    if (hx > 0x3fd62e42) {
      if (hx < 0x3FF0A2B2) {
        hi = x - (sign == 0 ? LN2_HI : -LN2_HI);
        lo = sign == 0 ? LN2_LO : -LN2_LO;
        k = 1 - sign - sign;
      } else {
        k = (int) (INV_LN2 * x + (sign == 0 ? 0.5 : -0.5));
        hi = x - k * LN2_HI;
        lo = k * LN2_LO;
      }
      x = hi - lo;
    } else if (hx < 0x3e300000) {
      return 1 + x;
    }
    double t = x * x;
    double c = x - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
    if (k == 0) {
      return 1 - ((x * c) / (c - 2) - x);
    }
    double y = 1 - ((lo - (x * c) / (2 - c)) - hi);
    if (k >= -1021) {
      return withHigh(y, high(y) + (k << 20));
    }
    return withHigh(y, high(y) + ((k + 1000) << 20)) * 9.33263618503218878990e-302;
  }

  /** Stands for {@link StrictMath#log}. */
  public static double log(double x) {
    int hx = high(x);
    int k = 0;
    if (hx < 0x00100000) {
      if (((hx & 0x7fffffff) | low(x)) == 0) {
        return Double.NEGATIVE_INFINITY;
      }
      if (hx < 0) {
        return Double.NaN;
      }
      k -= 54;
      x *= TWO54;
      hx = high(x);
    }
    if (hx >= 0x7ff00000) {
      return x + x;
    }
    k += (hx >> 20) - 1023;
    hx &= 0x000fffff;
    int i = (hx + 0x95f64) & 0x100000;
    x = withHigh(x, hx | (i ^ 0x3ff00000));
    k += i >> 20;
    double f = x - 1;
    double dk = k;
    if ((0x000fffff & (2 + hx)) < 3) {
      if (f == 0) {
        return k == 0 ? 0 : dk * LN2_HI + dk * LN2_LO;
      }
      double r = f * f * (0.5 - 0.33333333333333333 * f);
      return k == 0 ? f - r : dk * LN2_HI - ((r - dk * LN2_LO) - f);
    }
    double s = f / (2 + f);
    double z = s * s;
    double w = z * z;
    double t1 = w * (LG2 + w * (LG4 + w * LG6));
    double t2 = z * (LG1 + w * (LG3 + w * (LG5 + w * LG7)));
    double r = t2 + t1;
    if (((hx - 0x6147a) | (0x6b851 - hx)) > 0) {
      double hfsq = 0.5 * f * f;
      return k == 0
          ? f - (hfsq - s * (hfsq + r))
          : dk * LN2_HI - ((hfsq - (s * (hfsq + r) + dk * LN2_LO)) - f);
    }
    return k == 0 ? f - s * (f - r) : dk * LN2_HI - ((s * (f - r) - dk * LN2_LO) - f);
  }

  /** Stands for {@link StrictMath#log10}. */
  public static double log10(double x) {
    int hx = high(x);
    int k = 0;
    if (hx < 0x00100000) {
      if (((hx & 0x7fffffff) | low(x)) == 0) {
        return Double.NEGATIVE_INFINITY;
      }
      if (hx < 0) {
        return Double.NaN;
      }
      k -= 54;
      x *= TWO54;
      hx = high(x);
    }
    if (hx >= 0x7ff00000) {
      return x + x;
    }
    k += (hx >> 20) - 1023;
    int i = k >>> 31;
    double y = k + i;
    x = withHigh(x, (hx & 0x000fffff) | ((0x3ff - i) << 20));
    double z = y * LOG10_2_LO + IV_LN10 * log(x);
    return z + y * LOG10_2_HI;
  }

  /** Stands for {@link StrictMath#log1p}. */
  public static double log1p(double x) {
    int hx = high(x);
    int ax = hx & 0x7fffffff;
    int k = 1;
    int hu = 0;
    double f = 0;
    double c = 0;
    if (hx < 0x3FDA827A) {
      if (ax >= 0x3ff00000) {
        return x == -1 ? Double.NEGATIVE_INFINITY : Double.NaN;
      }
      if (ax < 0x3e200000) {
        return ax < 0x3c900000 ? x : x - x * x * 0.5;
      }
      if (hx > 0 || hx <= 0xbfd2bec3) {
        k = 0;
        f = x;
        hu = 1;
      }
    }
    if (hx >= 0x7ff00000) {
      return x + x;
    }
    if (k != 0) {
      double u;
      if (hx < 0x43400000) {
        u = 1 + x;
        hu = high(u);
        k = (hu >> 20) - 1023;
        c = k > 0 ? 1 - (u - x) : x - (u - 1);
        c /= u;
      } else {
        u = x;
        hu = high(u);
        k = (hu >> 20) - 1023;
        c = 0;
      }
      hu &= 0x000fffff;
      if (hu < 0x6a09e) {
        u = withHigh(u, hu | 0x3ff00000);
      } else {
        k++;
        u = withHigh(u, hu | 0x3fe00000);
        hu = (0x00100000 - hu) >> 2;
      }
      f = u - 1;
    }
    double hfsq = 0.5 * f * f;
    if (hu == 0) {
      if (f == 0) {
        return k == 0 ? 0 : k * LN2_HI + (c + k * LN2_LO);
      }
      double r = hfsq * (1 - 0.66666666666666666 * f);
      return k == 0 ? f - r : k * LN2_HI - ((r - (k * LN2_LO + c)) - f);
    }
    double s = f / (2 + f);
    double z = s * s;
    double r = z * (LG1 + z * (LG2 + z * (LG3 + z * (LG4 + z * (LG5 + z * (LG6 + z * LG7))))));
    return k == 0
        ? f - (hfsq - s * (hfsq + r))
        : k * LN2_HI - ((hfsq - (s * (hfsq + r) + (k * LN2_LO + c))) - f);
  }

  /** Stands for {@link StrictMath#expm1}. */
  public static double expm1(double x) {
    boolean negative = high(x) < 0;
    int hx = high(x) & 0x7fffffff;
    if (hx >= 0x4043687A) {
      if (hx >= 0x40862E42) {
        if (hx >= 0x7ff00000) {
          if (((hx & 0xfffff) | low(x)) != 0) {
            return x + x;
          }
          return negative ? -1 : x;
        }
        if (x > OVERFLOW) {
          return Double.POSITIVE_INFINITY;
        }
      }
      if (negative) {
        return TINY - 1;
      }
    }
    int k = 0;
    double c = 0;
    if (hx > 0x3fd62e42) {
      double hi;
      double lo;
      if (hx < 0x3FF0A2B2) {
        hi = negative ? x + LN2_HI : x - LN2_HI;
        lo = negative ? -LN2_LO : LN2_LO;
        k = negative ? -1 : 1;
      } else {
        k = (int) (INV_LN2 * x + (negative ? -0.5 : 0.5));
        hi = x - k * LN2_HI;
        lo = k * LN2_LO;
      }
      x = hi - lo;
      c = (hi - x) - lo;
    } else if (hx < 0x3c900000) {
      double t = HUGE + x;
      return x - (t - (HUGE + x));
    }
    double hfx = 0.5 * x;
    double hxs = x * hfx;
    double r1 = 1 + hxs * (Q1 + hxs * (Q2 + hxs * (Q3 + hxs * (Q4 + hxs * Q5))));
    double t = 3 - r1 * hfx;
    double e = hxs * ((r1 - t) / (6 - x * t));
    if (k == 0) {
      return x - (x * e - hxs);
    }
    e = x * (e - c) - c;
    e -= hxs;
    if (k == -1) {
      return 0.5 * (x - e) - 0.5;
    }
    if (k == 1) {
      return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + 2 * (x - e);
    }
    double y;
    if (k <= -2 || k > 56) {
      y = 1 - (e - x);
      return withHigh(y, high(y) + (k << 20)) - 1;
    }
    if (k < 20) {
      t = withHigh(1, 0x3ff00000 - (0x200000 >> k));
      y = t - (e - x);
    } else {
      t = withHigh(1, (0x3ff - k) << 20);
      y = x - (e + t);
      y += 1;
    }
    return withHigh(y, high(y) + (k << 20));
  }

  /** Stands for {@link StrictMath#pow}. */
  public static double pow(double x, double y) {
    int hx = high(x);
    int lx = low(x);
    int hy = high(y);
    int ly = low(y);
    int ix = hx & 0x7fffffff;
    int iy = hy & 0x7fffffff;
    if ((iy | ly) == 0) {
      return 1;
    }
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return x + y;
    }
    int whole = hx < 0 ? parity(iy, ly) : 0;
    if (ly == 0) {
      if (iy == 0x7ff00000) {
        if (((ix - 0x3ff00000) | lx) == 0) {
          return Double.NaN;
        }
        if (ix >= 0x3ff00000) {
          return hy >= 0 ? y : 0;
        }
        return hy < 0 ? -y : 0;
      }
      if (iy == 0x3ff00000) {
        return hy < 0 ? 1 / x : x;
      }
      if (hy == 0x40000000) {
        return x * x;
      }
      if (hy == 0x3fe00000 && hx >= 0) {
        return Math.sqrt(x);
      }
    }
    double ax = Math.abs(x);
    if (lx == 0 && (ix == 0x7ff00000 || ix == 0 || ix == 0x3ff00000)) {
      double z = hy < 0 ? 1 / ax : ax;
      if (hx < 0) {
        if (((ix - 0x3ff00000) | whole) == 0) {
          z = Double.NaN;
        } else if (whole == 1) {
          z = -z;
        }
      }
      return z;
    }
    if (hx < 0 && whole == 0) {
      return Double.NaN;
    }
    double s = hx < 0 && whole == 1 ? -1 : 1;
    double t1;
    double t2;
    if (iy > 0x41e00000) {
      if (iy > 0x43f00000) {
        if (ix <= 0x3fefffff) {
          return hy < 0 ? Double.POSITIVE_INFINITY : 0;
        }
        if (ix >= 0x3ff00000) {
          return hy > 0 ? Double.POSITIVE_INFINITY : 0;
        }
      }
      if (ix < 0x3fefffff) {
        return hy < 0 ? s * Double.POSITIVE_INFINITY : s * 0;
      }
      if (ix > 0x3ff00000) {
        return hy > 0 ? s * Double.POSITIVE_INFINITY : s * 0;
      }
      double t = ax - 1;
      double w = (t * t) * (0.5 - t * (0.3333333333333333333333 - t * 0.25));
      double u = IV_LN2_H * t;
      double v = t * IV_LN2_L - w * INV_LN2;
      t1 = withoutLow(u + v);
      t2 = v - (t1 - u);
    } else {
      int n = 0;
      if (ix < 0x00100000) {
        ax *= 0x1p53;
        n -= 53;
        ix = high(ax);
      }
      n += (ix >> 20) - 0x3ff;
      int j = ix & 0x000fffff;
      ix = j | 0x3ff00000;
      boolean k;
      if (j <= 0x3988E) {
        k = false;
      } else if (j < 0xBB67A) {
        k = true;
      } else {
        k = false;
        n++;
        ix -= 0x00100000;
      }
      ax = withHigh(ax, ix);
      double bp = k ? 1.5 : 1;
      double u = ax - bp;
      double v = 1 / (ax + bp);
      double ss = u * v;
      double sh = withoutLow(ss);
      double th = withHigh(0, ((ix >> 1) | 0x20000000) + 0x00080000 + (k ? 1 << 18 : 0));
      double tl = ax - (th - bp);
      double sl = v * ((u - sh * th) - sh * tl);
      double s2 = ss * ss;
      double r = s2 * s2 * (L1 + s2 * (L2 + s2 * (L3 + s2 * (L4 + s2 * (L5 + s2 * L6)))));
      r += sl * (sh + ss);
      s2 = sh * sh;
      th = withoutLow(3 + s2 + r);
      tl = r - ((th - 3) - s2);
      u = sh * th;
      v = sl * th + tl * ss;
      double ph = withoutLow(u + v);
      double pl = v - (ph - u);
      double zh = CP_H * ph;
      double zl = CP_L * ph + pl * CP + (k ? DP_L1 : 0);
      double t = n;
      double dph = k ? DP_H1 : 0;
      t1 = withoutLow(((zh + zl) + dph) + t);
      t2 = zl - (((t1 - t) - dph) - zh);
    }
    double y1 = withoutLow(y);
    double pl = (y - y1) * t1 + y * t2;
    double ph = y1 * t1;
    double z = pl + ph;
    int j = high(z);
    int i = low(z);
    if (j >= 0x40900000) {
      if (((j - 0x40900000) | i) != 0 || pl + OVT > z - ph) {
        return s * Double.POSITIVE_INFINITY;
      }
    } else if ((j & 0x7fffffff) >= 0x4090cc00) {
      if (((j - 0xc090cc00) | i) != 0 || pl <= z - ph) {
        return s * 0;
      }
    }
    i = j & 0x7fffffff;
    int k = (i >> 20) - 0x3ff;
    int n = 0;
    if (i > 0x3fe00000) {
      n = j + (0x00100000 >> (k + 1));
      k = ((n & 0x7fffffff) >> 20) - 0x3ff;
      double t = withHigh(0, n & ~(0x000fffff >> k));
      n = ((n & 0x000fffff) | 0x00100000) >> (20 - k);
      if (j < 0) {
        n = -n;
      }
      ph -= t;
    }
    double t = withoutLow(pl + ph);
    double u = t * LG2_H;
    double v = (pl - (t - ph)) * LG2_WHOLE + t * LG2_L;
    z = u + v;
    double w = v - (z - u);
    t = z * z;
    t1 = z - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
    double r = (z * t1) / (t1 - 2) - (w + z * w);
    z = 1 - (r - z);
    j = high(z) + (n << 20);
    z =
        (j >> 20) <= 0
            ? withHigh(z, high(z) + ((n + 1000) << 20)) * 0x1p-1000
            : withHigh(z, high(z) + (n << 20));
    return s * z;
  }

  /** Returns 0 if a number isn't whole, 1 if it is odd, 2 if even. */
  private static int parity(int iy, int ly) {
    if (iy >= 0x43400000) {
      return 2;
    }
    if (iy < 0x3ff00000) {
      return 0;
    }
    int k = (iy >> 20) - 0x3ff;
    if (k > 20) {
      int j = ly >>> (52 - k);
      return (j << (52 - k)) == ly ? 2 - (j & 1) : 0;
    }
    if (ly != 0) {
      return 0;
    }
    int j = iy >> (20 - k);
    return (j << (20 - k)) == iy ? 2 - (j & 1) : 0;
  }
}
