"""More reference values on points.csv of this folder, in plain NumPy without any of the shortcuts that the Java code takes.

Run:  python make_codes.py     (beside points.csv; writes codes.json)
  low rank      min |Z|_* + lam |E|_{2,1}, X = XZ + E: the inexact augmented Lagrange multiplier method on n x n, columns are points
  outliers      min |C|_1 + le |E|_1 + (lz/2)|X - XC - E|^2, diag C = 0: alternating directions on the stacked dictionary [X, I/le]
Rows are unit in float64 first; results are stored with rows as codes.
"""

import json
import pathlib

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent


def weighted(c):
    i, j = np.arange(c.shape[0])[:, None], np.arange(c.shape[1])[None, :]
    return float((c * np.sin(1.0 + i + 2.0 * j)).sum())


def low_rank(x, lam, tol=1e-10):
    n = x.shape[1]
    z, e, y1, y2, mu, steps = np.zeros((n, n)), np.zeros_like(x), np.zeros_like(x), np.zeros((n, n)), 1e-6, 0
    inverse = np.linalg.inv(x.T @ x + np.eye(n))
    while True:
        u, s, vt = np.linalg.svd(z + y2 / mu, full_matrices=False)
        j = (u * np.maximum(s - 1 / mu, 0)) @ vt
        z = inverse @ (x.T @ (x - e) + j + (x.T @ y1 - y2) / mu)
        rest = x - x @ z
        noisy = rest + y1 / mu
        norm = np.linalg.norm(noisy, axis=0)
        e = noisy * np.where(norm > lam / mu, 1 - lam / mu / np.maximum(norm, 1e-300), 0)
        one, two = rest - e, z - j
        steps += 1
        y1, y2, mu = y1 + mu * one, y2 + mu * two, min(1e10, mu * 1.1)
        if max(np.abs(one).max(), np.abs(two).max()) < tol:
            return z, e, steps


def lasso_outliers(x, alpha, outliers, sweeps):
    d, n = x.shape
    gamma = outliers / np.abs(x).sum(0).max()
    p = np.hstack([x, np.eye(d) / gamma])
    off = p.T @ x
    np.fill_diagonal(off[:n], 0)
    lz, rho = alpha / np.abs(off).max(0).min(), alpha
    m = np.linalg.inv(lz * p.T @ p + rho * np.eye(n + d))
    c, dual = np.zeros((n + d, n)), np.zeros((n + d, n))
    for _ in range(sweeps):
        z = m @ (lz * p.T @ x + rho * c - dual)
        np.fill_diagonal(z[:n], 0)
        t = z + dual / rho
        c = np.sign(t) * np.maximum(np.abs(t) - 1 / rho, 0)
        np.fill_diagonal(c[:n], 0)
        dual = dual + rho * (z - c)
    return lz, c


def main():
    x = np.loadtxt(HERE / "points.csv", delimiter=",", skiprows=1).astype(np.float32).astype(np.float64)
    x = (x / np.linalg.norm(x, axis=1, keepdims=True)).T
    out = {"lowRank": []}
    for lam in (0.5, 0.1):
        z, e, steps = low_rank(x, lam)
        u, s, _ = np.linalg.svd(z)
        keep = s > 1e-6 * s[0]
        m = u[:, keep] * np.sqrt(s[keep])
        m = m / np.linalg.norm(m, axis=1, keepdims=True)
        out["lowRank"].append({"lambda": lam, "steps": steps, "firstRow": z.T[0].tolist(), "checksum": weighted(z.T), "rank": int(keep.sum()),
                               "errorNorm": float(np.linalg.norm(e)), "graphFirstRow": ((m @ m.T) ** 4)[0].tolist()})
    for name, sweeps in (("outliers1", 1), ("outliers10", 10), ("outliers100", 100)):
        lz, c = lasso_outliers(x, 20.0, 20.0, sweeps)
        out[name] = {"alpha": 20.0, "outliers": 20.0, "lambdaZ": lz, "checksum": weighted(c[:60].T), "nonZeros": int((c[:60] != 0).sum())}
    (HERE / "codes.json").write_text(json.dumps(out, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
