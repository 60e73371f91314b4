"""Linear CKA (biased) of x.npy and y.npy, stated in NumPy float64 by the feature-space formula. Usage: cka.py FOLDER"""

import pathlib
import sys

import numpy as np
import worker


def cka(x, y):
    x = x.astype(np.float64)
    y = y.astype(np.float64)
    x -= x.mean(0)
    y -= y.mean(0)
    return float(np.linalg.norm(x.T @ y) ** 2 / (np.linalg.norm(x.T @ x) * np.linalg.norm(y.T @ y)))


def main(folder):
    x, y = (np.load(pathlib.Path(folder, name)) for name in ("x.npy", "y.npy"))
    worker.serve(f"numpy {np.__version__}", lambda: cka(x, y), lambda value: value)


if __name__ == "__main__":
    main(*sys.argv[1:])
