"""Training steps of the released QuickSelection on a tiny network: weights after each step, for linear and tanh outputs.

Run:  python make_quickselection.py CHECKOUT     (zahraatashgahi/QuickSelection at 8bf24ef, its kernel compiled with cythonize)
Writes, beside itself: steps.json, rankings.json
"""

import json
import pathlib
import sys

import numpy as np
from scipy.sparse import coo_matrix, csr_matrix

np.in1d = np.isin  # the released code calls it by the name that NumPy has dropped
HERE = pathlib.Path(__file__).resolve().parent
D, H, B = 4, 3, 2


def sparse(rows, cols, values, shape):
    return csr_matrix((np.array(values, float), (rows, cols)), shape=shape)


def triples(m):
    m = m.tocoo()
    return sorted([int(i), int(j), float(v)] for i, j, v in zip(m.row, m.col, m.data))


def steps(output):
    from Sparse_DAE import MSE_CLASS, Sparse_DAE, Sigmoid

    net = Sparse_DAE.__new__(Sparse_DAE)
    net.n_layers, net.dimensions, net.droprate = 3, (D, H, D), 0
    net.learning_rate, net.momentum, net.weight_decay, net.zeta = 0.1, 0.9, 1e-3, 0.2
    net.w = {1: sparse([0, 0, 1, 2, 3, 3], [0, 2, 1, 0, 1, 2], [0.3, -0.2, 0.5, -0.4, 0.1, 0.25], (D, H)),
             2: sparse([0, 0, 1, 1, 2, 2], [0, 3, 1, 2, 0, 2], [0.2, -0.6, 0.35, 0.15, -0.1, 0.45], (H, D))}
    net.b = {1: np.array([0.05, -0.1, 0.2]), 2: np.array([0.1, 0, -0.2, 0.3])}
    net.pdw, net.pdd, net.activations = {}, {}, {2: Sigmoid, 3: output}
    net.loss = MSE_CLASS(output)
    clean = np.array([[0.5, -1.0, 0.8, 0.3], [-0.7, 0.4, 1.2, -0.9], [1.1, 0.2, -0.3, 0.6], [0.1, -0.5, 0.9, -1.4]])
    noisy = clean  # noise is another draw in every implementation: left out
    start = {"first": triples(net.w[1]), "second": triples(net.w[2]), "hidden_bias": net.b[1].tolist(), "output_bias": net.b[2].tolist()}
    after = []
    for k in (0, 2, 0):
        z, a = net._feed_forward(noisy[k:k + B], False)
        loss = float(np.mean((a[3] - clean[k:k + B]) ** 2))
        net._back_prop(z, a, clean[k:k + B])
        after.append({"from": k, "loss": loss, "first": triples(net.w[1]), "second": triples(net.w[2]),
                      "hidden_bias": net.b[1].tolist(), "output_bias": net.b[2].tolist(),
                      "first_velocity": triples(net.pdw[1]), "second_velocity": triples(net.pdw[2])})
    return {"clean": clean.tolist(), "start": start, "after": after}


def main(checkout):
    sys.path.insert(0, str(pathlib.Path(checkout) / "QuickSelection"))
    import other_classes
    import Sparse_DAE as module

    module.MSE_CLASS = other_classes.MSE
    # today's SciPy shares the numbers of a matrix with its coordinate form, and the released code writes gradients over them
    module.coo_matrix = lambda m, *shape: coo_matrix(m, *shape, copy=True)
    found = {"linear": steps(other_classes.Linear), "tanh": steps(other_classes.tanh)}
    (HERE / "steps.json").write_text(json.dumps(found) + "\n")

    sys.modules["networkx"] = type(sys)("networkx")  # imported there, not used
    import fs_utils
    rng = np.random.default_rng(5)
    mask1, mask2 = rng.random((6, 4)) < 0.6, rng.random((4, 6)) < 0.6
    w1 = csr_matrix(np.where(mask1, rng.normal(size=(6, 4)), 0))
    w2 = csr_matrix(np.where(mask2, rng.normal(size=(4, 6)), 0))
    order = {m: fs_utils.feature_selection(w1, w2, 6, m).tolist() for m in ("Node Strength(in)", "Node Strength(out)")}
    sizes = {"Node Degree(in)": np.diff(w1.indptr).tolist(), "Node Degree(out)": np.diff(w2.tocsc().indptr).tolist()}
    (HERE / "rankings.json").write_text(json.dumps({"first": triples(w1), "second": triples(w2), "order": order, "degree": sizes}) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
