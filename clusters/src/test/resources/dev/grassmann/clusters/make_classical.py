"""Reference values of classical subspace clustering on a 20 x 60 matrix (60 points in R^20, three 4-dimensional subspaces).

Run:  python make_classical.py SUBSPACE_CLUSTERING_CHECKOUT
      (a checkout of ChongYou/subspace-clustering; needs scikit-learn, scipy, progressbar2, spams)
Writes points.csv (60 rows of 20 float32, noise 0.02), exact_points.csv (the same without noise), reference.json, metrics.json, kmeans.json.
Rows are points; every reference first scales rows to unit length in float64. Row i of a coefficient matrix represents point i.
"""

import json
import pathlib
import re
import sys

import numpy as np
import scipy.linalg
from scipy.optimize import linear_sum_assignment
from sklearn import metrics
from sklearn.cluster import KMeans

HERE = pathlib.Path(__file__).resolve().parent


def write_json(name, value):
    text = json.dumps(value, indent=1)
    text = re.sub(r"\[\s+([^\[\]{}]*?)\s+\]", lambda m: "[" + re.sub(r"\s+", " ", m.group(1)) + "]", text)
    (HERE / name).write_text(text + "\n", encoding="utf-8")


def points():
    rng = np.random.default_rng(10)
    truth = np.repeat([0, 1, 2], 20)
    exact = np.empty((60, 20))
    for s in range(3):
        basis = np.linalg.qr(rng.standard_normal((20, 4)))[0]
        exact[truth == s] = rng.standard_normal((20, 4)) @ basis.T
    exact *= np.exp(rng.uniform(-1, 1, (60, 1))) / np.linalg.norm(exact, axis=1, keepdims=True)
    noisy = exact + 0.02 * rng.standard_normal(exact.shape)
    order = rng.permutation(60)
    return noisy[order].astype(np.float32), exact[order].astype(np.float32), truth[order]


def unit(x):
    x = x.astype(np.float64)
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def rows(c, tolerance=0.0):
    return [{str(j): float(row[j]) for j in np.flatnonzero(np.abs(row) > tolerance)} for row in c]


def least_squares(x, lam):
    gram = x @ x.T
    return np.linalg.solve(gram + lam * np.eye(len(x)), gram).T


def least_squares_zero_diagonal(x, lam):
    d = np.linalg.inv(x @ x.T + lam * np.eye(len(x)))
    c = -d / np.diag(d)[None, :]                      # column j represents point j
    np.fill_diagonal(c, 0)
    return c.T


def closed_forms(x, tau, rank):
    _, s, vt = np.linalg.svd(x.T, full_matrices=False)  # columns are points: V is 60 x r
    v = vt.T
    keep = s > 1 / np.sqrt(tau)
    lrsc = v[:, keep] @ np.diag(1 - 1 / (tau * s[keep] ** 2)) @ v[:, keep].T
    return s, v[:, :rank] @ v[:, :rank].T, lrsc, int(keep.sum())


def soft(a, t):
    return np.sign(a) * np.maximum(np.abs(a) - t, 0)


def lasso_admm(x, alpha, sweeps, affine):
    """Columns represent points inside; transposed on return."""
    gram = x @ x.T
    n = len(gram)
    off = np.abs(gram - np.diag(np.diag(gram)))
    lz, rho = alpha / off.max(0).min(), alpha
    one = np.ones((n, 1))
    m = np.linalg.inv(lz * gram + rho * np.eye(n) + (rho * one @ one.T if affine else 0))
    c, dual, shift, out, gap = np.zeros((n, n)), np.zeros((n, n)), np.zeros((1, n)), {}, []
    for t in range(1, max(sweeps) + 1):
        right = lz * gram + rho * c - dual
        if affine:
            right = right + rho * one @ (np.ones((1, n)) - shift / rho)
        z = m @ right
        np.fill_diagonal(z, 0)
        c = soft(z + dual / rho, 1 / rho)
        np.fill_diagonal(c, 0)
        dual = dual + rho * (z - c)
        if affine:
            shift = shift + rho * (one.T @ z - one.T)
        gap.append(float(np.abs(z - c).max()))
        if t in sweeps:
            out[t] = c.T.copy()
    return lz, out, gap


def elastic_net(x, gamma, tau):
    """Coordinate descent on the full problem to 1e-14: min tau|c|_1 + (1-tau)/2|c|^2 + g/2|x_j - sum c_i x_i|^2, c_j = 0."""
    gram = x @ x.T
    n = len(x)
    out = np.zeros((n, n))
    for j in range(n):
        others = np.delete(np.arange(n), j)
        g = gamma * tau / np.abs(gram[j, others]).max()
        c = np.zeros(n)
        for _ in range(100_000):
            moved = 0.0
            for i in others:
                rest = g * (gram[i, j] - gram[i] @ c + gram[i, i] * c[i])
                new = soft(rest, tau) / (g * gram[i, i] + 1 - tau)
                moved = max(moved, abs(new - c[i]))
                c[i] = new
            if moved < 1e-14:
                break
        out[j] = c
    return out


def k_subspaces(x, labels, dim, rounds):
    history = [labels.tolist()]
    for _ in range(rounds):
        bases = [np.linalg.svd(x[labels == s].T, full_matrices=False)[0][:, :dim] for s in range(3)]
        labels = np.argmax([np.linalg.norm(x @ b, axis=1) for b in bases], axis=0)
        history.append(labels.tolist())
    cost = float(len(x) - np.max([np.linalg.norm(x @ b, axis=1) for b in bases], axis=0).__pow__(2).sum())
    return history, cost


def thresholded(x, q):
    a = np.abs(x @ x.T)
    np.fill_diagonal(a, 0)
    w = np.zeros_like(a)
    for j in range(len(a)):
        top = np.argsort(-a[j], kind="stable")[:q]
        w[j, top] = np.exp(-2 * np.arccos(np.clip(a[j, top], -1, 1)))
    return w + w.T


def spectral(w, k):
    d = w.sum(1)
    lap = w / np.sqrt(d[:, None] * d[None, :])
    value, vector = np.linalg.eigh(lap)
    e = vector[:, -k:]
    e = e / np.linalg.norm(e, axis=1, keepdims=True)
    return value[::-1][: k + 3], KMeans(k, n_init=20, random_state=0).fit(e).labels_


def accuracy(truth, found):
    table = metrics.cluster.contingency_matrix(truth, found)
    r, c = linear_sum_assignment(-table)
    return float(table[r, c].sum() / len(truth))


def pair_f1(truth, found):
    (_, fp), (fn, tp) = metrics.cluster.pair_confusion_matrix(truth, found)
    return float(2 * tp / (2 * tp + fp + fn))


def figures(truth, found):
    return {"accuracy": accuracy(truth, found),
            "nmiArithmetic": float(metrics.normalized_mutual_info_score(truth, found)),
            "nmiGeometric": float(metrics.normalized_mutual_info_score(truth, found, average_method="geometric")),
            "adjustedRand": float(metrics.adjusted_rand_score(truth, found)), "pairF1": pair_f1(truth, found)}


def self_expression_error(c, truth):
    share = [np.abs(row[truth != truth[i]]).sum() / np.abs(row).sum() for i, row in enumerate(c)]
    return float(np.mean(share))


def main(checkout):
    sys.path.insert(0, checkout)
    from cluster.selfrepresentation import (elastic_net_subspace_clustering, least_squares_subspace_clustering,
                                            sparse_subspace_clustering_orthogonal_matching_pursuit as omp)

    noisy, exact, truth = points()
    for name, data in (("points.csv", noisy), ("exact_points.csv", exact)):
        with open(HERE / name, "w", encoding="utf-8") as f:
            f.write(",".join(f"x{j}" for j in range(20)) + "\n")
            for row in data:
                f.write(",".join(np.format_float_positional(v, unique=True, trim="0") for v in row) + "\n")
    x, x0 = unit(noisy), unit(exact)
    out = {"truth": truth.tolist()}

    lsr = least_squares(x, 0.1)
    assert np.abs(lsr - least_squares_subspace_clustering(x, gamma=10.0)).max() < 1e-10
    out["leastSquares"] = {"lambda": 0.1, "firstThreeRows": lsr[:3].tolist(), "frobenius": float(np.linalg.norm(lsr)), "trace": float(np.trace(lsr)), "checksum": weighted(lsr)}
    zero = least_squares_zero_diagonal(x, 0.1)
    out["leastSquaresZeroDiagonal"] = {"lambda": 0.1, "firstThreeRows": zero[:3].tolist(), "frobenius": float(np.linalg.norm(zero)), "checksum": weighted(zero)}

    singular, lrr, lrsc, kept = closed_forms(x, 10.0, 12)
    out["lowRank"] = {"singularValues": singular.tolist(), "rank": 12, "firstRow": lrr[0].tolist(), "checksum": weighted(lrr)}
    out["lowRankTau"] = {"tau": 10.0, "kept": kept, "firstRow": lrsc[0].tolist(), "checksum": weighted(lrsc)}

    out["matchingPursuit"] = {}
    for name, data, k in (("noisy4", x, 4), ("noisy10", x, 10), ("exact10", x0, 10)):
        c = omp(data.copy(), n_nonzero=k).toarray()
        w = np.abs(c) / np.linalg.norm(c, axis=1, keepdims=True)
        value, labels = spectral((w + w.T) / 2, 3)
        out["matchingPursuit"][name] = {"k": k, "coefficients": rows(c), "selfExpressionError": self_expression_error(c, truth),
                                        "affinity": "rows to unit l2 norm, (|C| + |C'|)/2", "largestEigenvalues": value.tolist(),
                                        "labels": labels.tolist(), "scores": figures(truth, labels)}

    out["lassoAdmm"] = {"alpha": 20.0, "rhoIsAlpha": True}
    for name, affine in (("plain", False), ("affine", True)):
        lz, steps, gap = lasso_admm(x, 20.0, (1, 10, 200), affine)
        w = np.abs(steps[200])
        value, labels = spectral((w + w.T) / 2, 3)
        out["lassoAdmm"][name] = {"lambdaZ": lz, "gapAfter": {str(t): gap[t - 1] for t in (1, 10, 200)},
                                  "firstTwoRows": {str(t): [rows(c[:2])[0], rows(c[:2])[1]] for t, c in steps.items() if t < 200},
                                  "checksums": {str(t): weighted(c) for t, c in steps.items()}, "scoresAfter200": figures(truth, labels)}

    en = elastic_net(x, 50.0, 0.9)
    peer = elastic_net_subspace_clustering(x.copy(), gamma=50.0, tau=0.9, algorithm="spams", n_nonzero=50).toarray()
    print("elastic net, largest difference to the checkout's spams path:", np.abs(en - peer).max())
    out["elasticNet"] = {"gamma": 50.0, "tau": 0.9, "coefficients": rows(en[:6], 1e-12), "of": "first six points", "nonZeros": int((np.abs(en) > 1e-9).sum()), "checksum": weighted(en)}

    start = np.arange(60) % 3
    history, cost = k_subspaces(x, start, 4, 8)
    out["kSubspaces"] = {"dimension": 4, "labelsPerRound": history, "finalCost": cost, "note": "round 0 is the given start, label = row mod 3"}
    w = thresholded(x, 5)
    value, labels = spectral(w, 3)
    out["thresholded"] = {"q": 5, "firstRow": {str(j): float(w[0, j]) for j in np.flatnonzero(w[0])}, "checksum": weighted(w), "largestEigenvalues": value.tolist(), "scores": figures(truth, labels)}
    bases = [np.linalg.svd(x[truth == s].T, full_matrices=False)[0][:, :4] for s in range(3)]
    out["basisAngles"] = {f"{a}{b}": scipy.linalg.subspace_angles(bases[a], bases[b])[::-1].tolist() for a, b in ((0, 1), (0, 2), (1, 2))}
    write_json("reference.json", out)

    rng = np.random.default_rng(4)
    cases = []
    for n, kt, kf in ((30, 3, 3), (50, 4, 6), (40, 5, 2), (200, 12, 12), (25, 1, 4), (25, 4, 1)):
        t, f = rng.integers(0, kt, n), rng.integers(0, kf, n)
        agree = rng.random(n) < 0.6
        f = np.where(agree & (t < kf), (t + 1) % kf, f)
        cases.append({"truth": t.tolist(), "found": f.tolist(), **figures(t, f)})
    write_json("metrics.json", {"cases": cases})

    blobs = np.concatenate([rng.standard_normal((15, 3)) * 0.6 + c for c in ((0, 0, 0), (4, 0, 1), (0, 5, 2), (3, 3, 6))]).astype(np.float32)
    first = blobs[[0, 1, 20, 40]]
    one = KMeans(4, init=first.astype(np.float64), n_init=1, max_iter=300, tol=0, algorithm="lloyd").fit(blobs.astype(np.float64))
    best = KMeans(4, n_init=50, random_state=0, tol=0).fit(blobs.astype(np.float64))
    write_json("kmeans.json", {"points": [[float(v) for v in r] for r in blobs], "startRows": [0, 1, 20, 40],
                               "lloydFromStart": {"labels": one.labels_.tolist(), "inertia": float(one.inertia_), "centres": one.cluster_centers_.tolist()},
                               "bestOf50": {"labels": best.labels_.tolist(), "inertia": float(best.inertia_)}})


def weighted(c):
    """sum_ij c_ij sin(1 + i + 2 j): one number that every entry moves."""
    i, j = np.arange(c.shape[0])[:, None], np.arange(c.shape[1])[None, :]
    return float((c * np.sin(1.0 + i + 2.0 * j)).sum())


if __name__ == "__main__":
    main(sys.argv[1])
