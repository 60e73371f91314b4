"""Reference values of similarity measures, each formula stated on whole matrices in NumPy float64.

Run:  python make_measures.py            writes measures.json beside this file
The numbers are multiples of 1/1024, which float32 holds exactly, so that 1e-12 can be asked for.
"""

import json
import pathlib
import re

import numpy as np


def exact(values):
    return np.round(np.asarray(values) * 1024) / 1024


def centred(x):
    return x - x.mean(0)


def cka_biased(x, y):
    x, y = centred(x), centred(y)
    return float(np.linalg.norm(x.T @ y) ** 2 / (np.linalg.norm(x.T @ x) * np.linalg.norm(y.T @ y)))


def hsic1(k, l):
    n = len(k)
    k, l = k.copy(), l.copy()
    np.fill_diagonal(k, 0)
    np.fill_diagonal(l, 0)
    whole = np.trace(k @ l) + k.sum() * l.sum() / ((n - 1) * (n - 2)) - 2 / (n - 2) * (k @ l).sum()
    return float(whole / (n * (n - 3)))


def three(x, y):
    k, l = x @ x.T, y @ y.T
    return [hsic1(k, l), hsic1(k, k), hsic1(l, l)]


def ratio(parts):
    return float(parts[0] / np.sqrt(parts[1] * parts[2]))


def minibatch(x, y, batch):
    parts = [three(x[s:s + batch], y[s:s + batch]) for s in range(0, len(x) - batch + 1, batch)]
    return {"batch": batch, "value": ratio(np.mean(parts, 0))}


def nuclear(x, y):
    x, y = centred(x), centred(y)
    return float(np.linalg.svd((x / np.linalg.norm(x)).T @ (y / np.linalg.norm(y)), compute_uv=False).sum())


def neighbours(x, k):
    u = x / np.linalg.norm(x, axis=1, keepdims=True)
    s = u @ u.T
    np.fill_diagonal(s, -np.inf)
    return np.argsort(-s, axis=1, kind="stable")[:, :k]


def mutual(x, y, k):
    pairs = zip(neighbours(x, k), neighbours(y, k))
    return float(np.mean([len(set(p) & set(q)) / k for p, q in pairs]))


def case(x, y, batch, k):
    return {"x": x.tolist(), "y": y.tolist(), "biased": cka_biased(x, y), "hsic": three(x, y), "unbiased": ratio(three(x, y)),
            "minibatch": minibatch(x, y, batch), "nuclear": nuclear(x, y), "mutual": {"k": k, "score": mutual(x, y, k)}}


if __name__ == "__main__":
    rng = np.random.default_rng(28)
    x = exact(rng.standard_normal((12, 5)) + 0.3)
    y = exact(np.tanh(x @ rng.standard_normal((5, 4))) + 0.4 * rng.standard_normal((12, 4)))
    wide = exact(rng.standard_normal((9, 30)))
    relu = exact(np.maximum(rng.standard_normal((53, 6)) @ rng.standard_normal((6, 7)), 0) + 0.01)
    other = exact(np.maximum(relu @ rng.standard_normal((7, 3)) + rng.standard_normal((53, 3)), 0) + 0.01)
    cases = {"small": case(x, y, 6, 3), "moreColumnsThanRows": case(wide, exact(rng.standard_normal((9, 20))), 4, 2),
             "unrelated": case(exact(rng.standard_normal((40, 6))), exact(rng.standard_normal((40, 6))), 10, 5),
             "rectified": case(relu, other, 16, 5)}
    text = json.dumps(cases, indent=1)
    text = re.sub(r"\[\s+([^\[\]{}]*?)\s+\]", lambda m: "[" + re.sub(r"\s+", " ", m.group(1)) + "]", text)
    pathlib.Path(__file__).with_name("measures.json").write_text(text + "\n", encoding="utf-8")
