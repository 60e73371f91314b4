"""Reference values on the Grassmann manifold: every formula stated in NumPy float64, exp and log checked against pymanopt.

Run:  python make_manifold.py      (needs numpy, scipy, pymanopt)
Writes grassmann.json (points, angles, distances, exp, log, geodesic, transport, Karcher mean) and rsgd.json (one optimiser step, three ways).
A point is an orthonormal n x p matrix; where a matrix is only defined up to a right rotation, compare X X^T.
"""

import itertools
import json
import pathlib
import re

import numpy as np
from pymanopt.manifolds import Grassmann
from scipy.linalg import subspace_angles

HERE = pathlib.Path(__file__).resolve().parent


def write_json(name, value):
    text = json.dumps(value, indent=1)
    text = re.sub(r"\[\s+([^\[\]{}]*?)\s+\]", lambda m: "[" + re.sub(r"\s+", " ", m.group(1)) + "]", text)
    (HERE / name).write_text(text + "\n", encoding="utf-8")


def orthonormal(a):
    q, r = np.linalg.qr(a)
    return q * np.where(np.diag(r) < 0, -1.0, 1.0)


def tangent(x, z):
    for _ in range(2):
        z = z - x @ (x.T @ z)
    return z


def log(x, y):
    q, c, rt = np.linalg.svd(x.T @ y)
    w = y @ rt.T - x @ q * c
    s = np.linalg.norm(w, axis=0)
    theta = np.arctan2(s, c)
    return (w * np.where(s > 0, theta / np.where(s > 0, s, 1), 1)) @ q.T


def exp(x, delta, t=1.0):
    u, s, vt = np.linalg.svd(delta, full_matrices=False)
    return (x @ vt.T * np.cos(t * s) + u * np.sin(t * s)) @ vt


def transport(x, delta, gamma, t=1.0):
    u, s, vt = np.linalg.svd(delta, full_matrices=False)
    return (-x @ vt.T * np.sin(t * s) + u * np.cos(t * s)) @ (u.T @ gamma) + gamma - u @ (u.T @ gamma)


def angles(x, y):
    q, c, rt = np.linalg.svd(x.T @ y)
    k = len(c)
    w = y @ rt.T[:, :k] - x @ q[:, :k] * c if x.shape[1] >= y.shape[1] else x @ q[:, :k] - y @ rt.T[:, :k] * c
    return np.sort(np.arctan2(np.linalg.norm(w, axis=0), c))


def distances(theta):
    return {"geodesic": np.sqrt((theta**2).sum()), "chordal": np.sqrt((np.sin(theta) ** 2).sum()), "gap": np.sin(theta.max()), "asimov": theta.max(),
            "fubiniStudy": np.arccos(np.prod(np.cos(theta))), "binetCauchy": np.sqrt(1 - np.prod(np.cos(theta) ** 2)),
            "procrustes": 2 * np.sqrt((np.sin(theta / 2) ** 2).sum()), "martin": np.sqrt(-np.log(np.cos(theta) ** 2).sum())}


def pluecker(x):
    n, p = x.shape
    v = np.array([np.linalg.det(x[list(rows)]) for rows in itertools.combinations(range(n), p)])
    return v * np.sign(v[np.flatnonzero(np.abs(v) > 1e-12)[0]])


def karcher(points, weights):
    m = np.linalg.eigh(sum(w * p @ p.T for w, p in zip(weights, points)))[1][:, -points[0].shape[1]:]
    extrinsic = m @ m.T
    for step in range(500):
        g = sum(w * log(m, p) for w, p in zip(weights, points))
        if np.linalg.norm(g) < 1e-15:
            break
        m = orthonormal(exp(m, g))
    return extrinsic, m, float(np.linalg.norm(sum(w * log(m, p) for w, p in zip(weights, points))))


def floats(d):
    return {k: float(v) for k, v in d.items()}


def geometry():
    rng = np.random.default_rng(17)
    out = {"cases": []}
    for n, p, size in ((6, 2, 0.8), (7, 3, 1.2), (5, 1, 0.3), (4, 2, 1.4)):
        x = orthonormal(rng.standard_normal((n, p)))
        delta = tangent(x, rng.standard_normal((n, p)))
        delta *= size / np.linalg.norm(delta, 2)
        rotation = orthonormal(rng.standard_normal((p, p)))
        y = exp(x, delta) @ rotation
        gamma = tangent(x, rng.standard_normal((n, p)))
        peer = Grassmann(n, p)
        assert np.linalg.norm(exp(x, delta) @ exp(x, delta).T - (lambda e: e @ e.T)(peer.exp(x, delta))) < 1e-12
        assert np.linalg.norm(log(x, y) - peer.log(x, y)) < 1e-10, np.linalg.norm(log(x, y) - peer.log(x, y))
        assert np.linalg.norm(log(x, y) - delta) < 1e-12
        theta = angles(x, y)
        assert np.abs(theta - np.sort(subspace_angles(x, y))).max() < 1e-7
        moved = transport(x, delta, gamma)
        assert abs(np.linalg.norm(moved) - np.linalg.norm(gamma)) < 1e-12
        points = [exp(x, 0.5 * delta * s) for s in (1.0, -0.4)] + [exp(x, 0.3 * gamma / np.linalg.norm(gamma, 2)), y if size < 1 else exp(x, 0.2 * delta)]
        weights = np.array([0.1, 0.2, 0.3, 0.4])
        extrinsic, mean, left = karcher(points, weights)
        assert left < 1e-13, left
        third = exp(x, delta, 1 / 3)
        out["cases"].append({
            "n": n, "p": p, "x": x.tolist(), "y": y.tolist(), "tangent": delta.tolist(), "gamma": gamma.tolist(),
            "log": log(x, y).tolist(), "expRepresentative": exp(x, delta).tolist(), "projectorY": (y @ y.T).tolist(),
            "projectorAtOneThird": (third @ third.T).tolist(), "angles": theta.tolist(), "distances": floats(distances(theta)),
            "transported": moved.tolist(), "pluecker": pluecker(x).tolist(),
            "karcher": {"points": [q.tolist() for q in points], "weights": weights.tolist(), "meanProjector": (mean @ mean.T).tolist()}})
    x = np.eye(6)[:, :2]
    y = np.zeros((6, 2))
    y[0, 0], y[2, 0], y[1, 1], y[3, 1] = np.cos(0.3), np.sin(0.3), np.cos(1.1), np.sin(1.1)
    theta = angles(x, y)
    out["planted"] = {"angles": theta.tolist(), "distances": floats(distances(theta)), "projectorFrobenius": float(np.linalg.norm(x @ x.T - y @ y.T))}
    a, b = orthonormal(rng.standard_normal((8, 2))), orthonormal(rng.standard_normal((8, 4)))
    out["unequal"] = {"x": a.tolist(), "y": b.tolist(), "angles": angles(a, b).tolist(), "anglesScipy": np.sort(subspace_angles(a, b)).tolist()}
    tiny = orthonormal(rng.standard_normal((9, 2)))
    step = tangent(tiny, rng.standard_normal((9, 2)))
    step *= 1e-9 / np.linalg.norm(step)
    out["tiny"] = {"x": tiny.tolist(), "tangent": step.tolist(), "angles": np.sort(np.linalg.svd(step, compute_uv=False)).tolist()}
    return out


def rsgd():
    """S <- geodesic step from S along the horizontal part of the momentum, t = -lr * lrFactor."""
    rng = np.random.default_rng(18)
    n, k, classes, mu, lr, factor = 7, 3, 2, 0.9, 0.1, 2.0
    out = {"n": n, "k": k, "classes": classes, "momentum": mu, "learningRate": lr, "learningRateFactor": factor, "layout": "one n x k matrix a class", "steps": []}
    s0 = [orthonormal(rng.standard_normal((n, k))) for _ in range(classes)]
    m0 = [0.5 * rng.standard_normal((n, k)) for _ in range(classes)]
    gradients = [[rng.standard_normal((n, k)) for _ in range(classes)] for _ in range(3)]
    out["s"], out["buffer"] = [s.tolist() for s in s0], [m.tolist() for m in m0]
    out["gradients"] = [[g.tolist() for g in step] for step in gradients]
    for variant in ("AMBIENT_PROJECT", "TANGENT_PROJECT", "PARALLEL"):
        trace = []
        state = [(s, m if variant == "AMBIENT_PROJECT" else tangent(s, m)) for s, m in zip(s0, m0)]
        for step in gradients:
            new = []
            for (s, m), d in zip(state, step):
                if variant == "AMBIENT_PROJECT":
                    m = mu * m + d
                    g = tangent(s, m)
                elif variant == "TANGENT_PROJECT":
                    m = tangent(s, mu * m + tangent(s, d))
                    g = m
                else:
                    m = mu * m + tangent(s, d)
                    g = m
                direction = -lr * factor * g
                moved = exp(s, direction)
                if variant == "PARALLEL":
                    m = transport(s, direction, m)
                new.append((moved, m))
            state = new
            trace.append({"s": [s.tolist() for s, _ in state], "buffer": [m.tolist() for _, m in state]})
        out["steps"].append({"variant": variant, "trace": trace})
    x, gamma = rng.standard_normal((4, n)), 25.0
    u = x / np.linalg.norm(x, axis=1, keepdims=True)
    logits = gamma * np.stack([np.linalg.norm(u @ s, axis=1) for s in s0], 1)
    slope = [[gamma * np.outer(ui, ui @ s) / np.linalg.norm(ui @ s) for s in s0] for ui in u]
    out["head"] = {"x": x.tolist(), "gamma": gamma, "logits": logits.tolist(), "logitGradients": [[g.tolist() for g in row] for row in slope]}
    return out


if __name__ == "__main__":
    write_json("grassmann.json", geometry())
    write_json("rsgd.json", rsgd())
