"""Sparse fits by the original nonconvexAG solvers and by scikit-learn.

Usage: NUMBA_DISABLE_JIT=1 make_sparse.py FOLDER NONCONVEXAG_INIT_OLD
"""

import importlib.machinery
import importlib.util
import json
import pathlib
import sys

import numpy as np
from sklearn.linear_model import Lasso, LogisticRegression

np.infty = np.inf  # the reference was written for numpy 1


def main(folder, reference):
    folder = pathlib.Path(folder)
    loader = importlib.machinery.SourceFileLoader("reference", reference)
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("reference", loader))
    loader.exec_module(module)
    halved = module._update_smooth_grad_convex_logistic  # the reference divides by 2n what is a mean in the paper
    module._update_smooth_grad_convex_logistic = lambda **given: 2 * halved(**given)
    random = np.random.default_rng(9)
    n, p = 80, 12
    x = random.standard_normal((n, p)) + 0.6 * random.standard_normal((n, 1))
    x = (x - x.mean(0)) / x.std(0)
    beta = np.array([1.5, 0, 0, -1, 0, 0.7, 0, 0, 0, 0, 0, 0.4])
    y = 0.5 + x @ beta + random.standard_normal(n)
    c = (x @ beta + random.logistic(size=n) > 0).astype(float)
    np.savetxt(folder / "sparse.csv", np.c_[x, y, c], delimiter=",", fmt="%.17g")
    ones = np.hstack([np.ones((n, 1)), x])
    largest = float(np.max(np.abs(x.T @ (y - y.mean()))) / n)
    largest_logistic = float(np.max(np.abs(x.T @ (c - c.mean()))) / n)
    out = {"lambdaMax": largest, "lambdaMaxLogistic": largest_logistic}
    for name, share in (("half", 0.5), ("fifth", 0.2)):
        for penalty in ("SCAD", "MCP"):
            start = np.zeros(p + 1)
            _, b = module.UAG_LM_SCAD_MCP(ones, y, beta_0=start, tol=1e-13, maxit=50000, _lambda=share * largest, penalty=penalty, a=3.7, gamma=3.0)
            out[f"{penalty} {name}"] = list(map(float, b))
            _, b = module.UAG_logistic_SCAD_MCP(ones, c, beta_0=start, tol=1e-13, maxit=50000, _lambda=share * largest_logistic, penalty=penalty, a=3.7, gamma=5.0)
            out[f"logistic {penalty} {name}"] = list(map(float, b))
        fit = Lasso(alpha=share * largest, tol=1e-14, max_iter=1000000).fit(x, y)
        out[f"LASSO {name}"] = [float(fit.intercept_), *map(float, fit.coef_)]
        fit = LogisticRegression(l1_ratio=1, C=1 / (n * share * largest_logistic), solver="saga", tol=1e-13, max_iter=1000000).fit(x, c)
        out[f"logistic LASSO {name}"] = [float(fit.intercept_[0]), *map(float, fit.coef_[0])]
    (folder / "sparse.json").write_text(json.dumps(out, indent=1) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
