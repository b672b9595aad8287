"""Prints the minimax coefficients of the kernels in io.corridor.internal.numeric and .random.

    python3 kernel_coefficients.py exp|log|mills|quantile      (mpmath; a minute at most)

P(v)/Q(v), Q(0) = 1, has the smallest largest relative error against f on [a, b] where the error
reaches that size deg P + deg Q + 2 times, with alternating signs (Remez's exchange). The start is
interpolation at nodes moved until its error is nearly level.
"""

import sys

import mpmath as mp

mp.mp.dps = 60


def value(coefficients, v):
    return mp.polyval(coefficients[::-1], v)


def solve(points, f, m, n, levelled=None):
    """P and Q through the points, or, with levelled = (Q, E), with an error of ±E at them."""
    size = len(points)
    a, b = mp.matrix(size, size), mp.matrix(size, 1)
    q0, e = levelled if levelled else ([mp.mpf(1)], mp.mpf(0))
    for i, v in enumerate(points):
        sign, y = (-1) ** i, f(v)
        for j in range(m + 1):
            a[i, j] = v**j
        for j in range(1, n + 1):
            a[i, m + j] = -y * (1 + sign * e) * v**j
        b[i] = y * (1 + sign * e)
        if levelled:
            a[i, size - 1] = -y * sign * value(q0, v)
            b[i] += a[i, size - 1] * e
    x = mp.lu_solve(a, b)
    p = [x[j] for j in range(m + 1)]
    q = [mp.mpf(1)] + [x[m + j] for j in range(1, n + 1)]
    return p, q, x[size - 1]


def start(f, u, a, b, m, n):
    """Interpolation with nodes spread in u, a monotone function given with its inverse."""
    to, back = u
    low, high, count = to(a), to(b), m + n + 1
    place = lambda t: (low + high) / 2 - (high - low) / 2 * mp.cos(mp.pi * t)
    ends = [low] + [place((k + mp.mpf(1) / 2) / count) for k in range(count)] + [high]
    best = None
    for _ in range(14):
        p, q, _e = solve([back(v) for v in ends[1:-1]], f, m, n)
        peaks = []
        for left, right in zip(ends[:-1], ends[1:]):
            grid = [back(left + (right - left) * k / 10) for k in range(11)]
            peaks.append(max(abs(value(p, v) / value(q, v) / f(v) - 1) for v in grid))
        if best is None or max(peaks) < best[0]:
            best = max(peaks), p, q, mp.sqrt(max(peaks) * min(peaks))
        mean = sum(mp.log(x) for x in peaks) / len(peaks)
        gaps = [
            (right - left) * mp.exp(-max(-1, min(1, mp.log(x) - mean)) / 3)
            for left, right, x in zip(ends[:-1], ends[1:], peaks)
        ]
        scale, ends = (high - low) / sum(gaps), [low]
        for gap in gaps[:-1]:
            ends.append(ends[-1] + gap * scale)
        ends.append(high)
    return best[1:]


def remez(f, u, a, b, m, n):
    to, back = u
    low, high = to(a), to(b)
    grid = [back((low + high) / 2 - (high - low) / 2 * mp.cos(mp.pi * k / 899)) for k in range(900)]
    f_at = {v: f(v) for v in grid}
    p, q, e = start(f, u, a, b, m, n)
    while True:
        errors = [value(p, v) / value(q, v) / f_at[v] - 1 for v in grid]
        runs = [[0]]
        for k in range(1, len(grid)):
            if (errors[k] > 0) == (errors[k - 1] > 0):
                runs[-1].append(k)
            else:
                runs.append([k])
        peaks = [max(run, key=lambda k: abs(errors[k])) for run in runs]
        largest = max(abs(errors[k]) for k in peaks)
        if len(peaks) != m + n + 2:
            raise ArithmeticError(f"{len(peaks)} peaks")
        if min(abs(errors[k]) for k in peaks) > largest * mp.mpf("0.96"):
            return p, q, largest
        e = abs(e) * mp.sign(errors[peaks[0]])
        for _ in range(12):
            p, q, e = solve([grid[k] for k in peaks], f_at.get, m, n, (q, e))


PLAIN = (lambda v: v, lambda v: v)
LOGARITHMIC = (mp.log, mp.exp)


def quantile():
    """z/x over r = 1 - x^2, where z is the normal quantile of (1 + x)/2, x up to 1 - 2^-9."""

    def f(r):
        x = mp.sqrt(1 - r)
        return mp.sqrt(2) * mp.erfinv(x) / x if x > mp.mpf(10) ** -25 else mp.sqrt(mp.pi / 2)

    return remez(f, LOGARITHMIC, 1 - (1 - mp.mpf(2) ** -9) ** 2, mp.mpf(1), 12, 12)


def mills():
    """(z + 3) times Mills' ratio over v = 3/(z + 3), z up to 45; printed as a ratio in z."""

    def f(v):
        z = 3 / v - 3
        return mp.erfc(z / mp.sqrt(2)) * mp.exp(z * z / 2) * mp.sqrt(mp.pi / 2) * (z + 3)

    p, q, error = remez(f, PLAIN, mp.mpf(1) / 16, mp.mpf(1), 9, 9)
    p, q = in_z(p), in_z(q)
    q = [3 * low + high for low, high in zip(q + [0], [0] + q)]
    return [c / q[-1] for c in p], [c / q[-1] for c in q], error


def in_z(coefficients):
    """The coefficients in z of the sum of c_j 3^j (z + 3)^(d - j)."""
    d = len(coefficients) - 1
    return [
        sum(
            c * mp.mpf(3) ** j * mp.binomial(d - j, i) * mp.mpf(3) ** (d - j - i)
            for j, c in enumerate(coefficients)
            if i <= d - j
        )
        for i in range(d + 1)
    ]


def linear(basis, target, weight, a, b, count):
    """The minimax combination of functions on a grid, its error measured in units of weight."""
    size = len(basis) + 1
    grid = [(a + b) / 2 - (b - a) / 2 * mp.cos(mp.pi * k / (count - 1)) for k in range(count)]
    chosen = [int((count - 1) * (2 * k + 1) / (2 * size)) for k in range(size)]
    while True:
        m, y = mp.matrix(size, size), mp.matrix(size, 1)
        for i, k in enumerate(chosen):
            for j, function in enumerate(basis):
                m[i, j] = function(grid[k])
            m[i, size - 1] = (-1) ** i * weight(grid[k])
            y[i] = target(grid[k])
        x = mp.lu_solve(m, y)
        c = [x[j] for j in range(size - 1)]
        errors = [
            (sum(cj * fj(v) for cj, fj in zip(c, basis)) - target(v)) / weight(v) for v in grid
        ]
        runs = [[0]]
        for k in range(1, len(grid)):
            if (errors[k] > 0) == (errors[k - 1] > 0):
                runs[-1].append(k)
            else:
                runs.append([k])
        chosen = [max(run, key=lambda k: abs(errors[k])) for run in runs]
        while len(chosen) > size:
            chosen.pop(0 if abs(errors[chosen[0]]) < abs(errors[chosen[-1]]) else -1)
        largest = max(abs(e) for e in errors)
        if largest < abs(x[size - 1]) * mp.mpf("1.01"):
            return c, largest


def exp():
    """e^r = 1 + r + r^2 P(r), relative to e^r, |r| up to half of ln 2."""
    half = mp.log(2) / 2 * (1 + mp.mpf(2) ** -30)
    basis = [lambda r, j=j: r ** (j + 2) for j in range(9)]
    c, error = linear(basis, lambda r: mp.exp(r) - 1 - r, mp.exp, -half, half, 800)
    return c, [], error


def log():
    """2 artanh s = 2 s + s^3 R(s^2), relative to 2 s, s up to 3 - 2 root 2."""

    def target(z):
        s = mp.sqrt(z)
        return (mp.log((1 + s) / (1 - s)) - 2 * s) / (2 * s)

    most = (3 - 2 * mp.sqrt(2)) ** 2 * (1 + mp.mpf(2) ** -20)
    basis = [lambda z, j=j: z ** (j + 1) / 2 for j in range(7)]
    c, error = linear(basis, target, lambda z: mp.mpf(1), mp.mpf(10) ** -12, most, 600)
    return c, [], error


if __name__ == "__main__":
    p, q, error = {"exp": exp, "log": log, "mills": mills, "quantile": quantile}[sys.argv[1]]()
    print("largest relative error", mp.nstr(error, 4))
    for name, coefficients in (("P", p), ("Q", q)):
        for i, c in enumerate(coefficients):
            print(f"{name}{i} = {float(c)!r}")
