"""Makes quantiles.csv: python3 quantiles.py > quantiles.csv (SciPy 1.17.1).

Laws given by quantiles, at probabilities inside and outside their points: SciPy's
PchipInterpolator on the scale, and the straight lines through the two outer points beyond them.
"""
import math

from scipy.interpolate import PchipInterpolator
from scipy.stats import norm

SCALES = {
    "LINEAR": (lambda x: x, lambda y: y),
    "LOG": (math.log, math.exp),
    "LOGIT": (lambda x: math.log(x / (1 - x)), lambda y: 1 / (1 + math.exp(-y))),
    "GROWTH": (math.log1p, math.expm1),
    "EXCESS": (lambda x: math.log(x - 1), lambda y: 1 + math.exp(y)),
}
LAWS = [
    ("LOG", {5: 9, 95: 20}),
    ("LOG", {5: 9, 50: 12.7, 95: 30}),
    ("LOG", {1: 0.01, 10: 0.5, 50: 0.6, 51: 5, 90: 700, 99.9: 800}),
    ("LINEAR", {25: -3, 75: 4}),
    ("LINEAR", {2.5: -10, 20: -9.9, 40: 0, 60: 0.1, 97.5: 55}),
    ("LOGIT", {5: 0.02, 50: 0.5, 95: 0.6}),
    ("LOGIT", {10: 0.9, 20: 0.91, 30: 0.92, 40: 0.95, 50: 0.96, 60: 0.97, 70: 0.98, 80: 0.99, 90: 0.999}),
    ("GROWTH", {5: -0.03, 50: 0.04, 95: 0.2}),
    ("EXCESS", {5: 1.2, 40: 3.8, 95: 4}),
]
PROBABILITIES = [1e-9, 0.001, 0.05, 0.1, 0.3, 0.5, 0.505, 0.77, 0.95, 0.9995, 1 - 1e-9]

print("scale,percents,values,probability,quantile")
for scale, points in LAWS:
    g, inverse = SCALES[scale]
    x = [norm.ppf(p / 100) for p in points]
    y = [g(q) for q in points.values()]
    curve = PchipInterpolator(x, y)
    for p in PROBABILITIES:
        z = norm.ppf(p)
        i = 0 if z < x[0] else len(x) - 2
        if x[0] <= z <= x[-1]:
            h = float(curve(z)) if len(x) > 2 else y[0] + (z - x[0]) * (y[1] - y[0]) / (x[1] - x[0])
        else:
            h = y[i] + (z - x[i]) * (y[i + 1] - y[i]) / (x[i + 1] - x[i])
        words = (" ".join(map(str, points)), " ".join(map(str, points.values())))
        print(f"{scale},{words[0]},{words[1]},{p!r},{float(inverse(h))!r}")
