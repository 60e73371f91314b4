"""Epochs of zahraatashgahi/QuickSelection on x.npy, rows already scaled. Usage: quickselection.py FOLDER EPOCHS CHECKOUT

Its kernel is compiled as its README says, with the compiler's best options for this machine. Two mends without which it does not run on
today's NumPy and SciPy: np.in1d is gone, and the coordinate form of a matrix now shares the matrix's numbers, over which the
code writes gradients. Neither costs time that counts.
"""

import itertools
import os
import pathlib
import subprocess
import sys

import numpy as np
import scipy
import worker
from scipy.sparse import coo_matrix


def compiled(folder, checkout):
    """The released kernel as a module in the work folder."""
    for name in ("Sparse_DAE.py", "other_classes.py", "sparseoperations.pyx"):
        (folder / name).write_text((checkout / "QuickSelection" / name).read_text())
    environment = dict(os.environ, CFLAGS="-O3 -march=native", C_INCLUDE_PATH=np.get_include())
    program = pathlib.Path(sys.executable).parent / "cythonize"
    subprocess.run([program, "-i", "sparseoperations.pyx"], cwd=folder, env=environment, check=True, stdout=sys.stderr)
    sys.path.insert(0, str(folder))


def main(folder, epochs, checkout):
    folder = pathlib.Path(folder)
    np.in1d = lambda a, b: np.isin(a.ravel(), b.ravel())
    compiled(folder, pathlib.Path(checkout))
    import Sparse_DAE as released
    from other_classes import MSE, Linear, Sigmoid

    released.coo_matrix = lambda m, *shape: coo_matrix(m, *shape, copy=True)
    x = np.load(folder / "x.npy").astype(np.float64)
    labels = np.zeros(len(x))
    d, h = x.shape[1], 1000

    seeds = itertools.count()

    def work():
        np.random.seed(next(seeds))
        net = released.Sparse_DAE((d, h, d), (Sigmoid, Linear), epsilon=13)
        (folder / "out").mkdir(exist_ok=True)
        net.fit(x, labels, x, labels, loss=MSE, epochs=int(epochs), batch_size=100, learning_rate=0.01, momentum=0.9,
                weight_decay=0.00001, zeta=0.2, dropoutrate=0.2, testing=False, save_filename=str(folder / "out" / ""), noise_factor=0.2)
        return net

    def answer(net):
        _, output = net.predict(x)
        strength = np.asarray(abs(net.w[1]).sum(axis=1)).ravel()
        return {"error": float(np.mean((output - x) ** 2)), "best": np.argsort(-strength)[:50].tolist()}

    worker.serve(f"zahraatashgahi/QuickSelection with Cython, scipy {scipy.__version__}", work, answer)


if __name__ == "__main__":
    main(*sys.argv[1:])
