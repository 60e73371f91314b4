"""A mixed model by statsmodels 0.15 and, with nu = 4, by BFGS on its likelihood. Usage: make_mixed.py FOLDER"""

import pathlib
import sys

import numpy as np
import statsmodels.formula.api as smf
from scipy.optimize import minimize
from scipy.special import gammaln
import pandas as pd


def main(folder):
    random = np.random.default_rng(12)
    g, m = 30, 5
    group = np.repeat(np.arange(g), m)
    x = random.standard_normal((g * m, 3))
    u = random.standard_normal((g, 2)) @ np.array([[0.8, 0], [0.2, 0.5]])
    y = 1 + x @ [1.0, -0.5, 0.0] + u[group, 0] + u[group, 1] * x[:, 0] + 0.6 * random.standard_t(3, g * m)
    data = np.c_[group, x, y]
    np.savetxt(pathlib.Path(folder) / "mixed.csv", data, delimiter=",", header="g,a,b,c,y", comments="", fmt="%.10g")
    frame = pd.read_csv(pathlib.Path(folder) / "mixed.csv")
    fit = smf.mixedlm("y ~ a + b + c", frame, groups=frame["g"], re_formula="~a").fit(reml=False, method=["lbfgs", "bfgs", "powell"], gtol=1e-10)
    print("effects", list(fit.fe_params), "errors", list(fit.bse_fe), "llf", fit.llf, "scale", fit.scale)
    y = frame["y"].to_numpy()
    X = np.c_[np.ones(len(frame)), frame[["a", "b", "c"]]]
    Z = X[:, :2]
    parts = [np.flatnonzero(frame["g"] == k) for k in range(g)]

    def loss(t, tails):
        L = np.array([[np.exp(t[4]), 0], [t[5], np.exp(t[6])]])
        total = 0
        for rows in parts:
            v = Z[rows] @ L @ L.T @ Z[rows].T + np.exp(2 * t[7]) * np.eye(len(rows))
            r = y[rows] - X[rows] @ t[:4]
            n = len(rows)
            distance = r @ np.linalg.solve(v, r)
            if not tails:
                total += (n * np.log(2 * np.pi) + np.linalg.slogdet(v)[1] + distance) / 2
                continue
            total -= gammaln((4 + n) / 2) - gammaln(2) - n / 2 * np.log(4 * np.pi) - np.linalg.slogdet(v)[1] / 2 - (4 + n) / 2 * np.log1p(distance / 4)
        return total

    start = np.r_[fit.fe_params, -0.2, 0, -0.5, -0.5]
    for tails in (False, True):
        best = minimize(loss, start, args=(tails,), method="BFGS", options={"gtol": 1e-7, "maxiter": 2000})
        print("t" if tails else "Gaussian", [float(b) for b in best.x], "minus log", best.fun)


if __name__ == "__main__":
    main(*sys.argv[1:])
