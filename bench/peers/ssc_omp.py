"""SSC-OMP of ChongYou/subspace-clustering on the unit rows of x.npy. Usage: ssc_omp.py FOLDER STEPS CHECKOUT"""

import pathlib
import sys
import types

import numpy as np
import worker


def main(folder, steps, checkout):
    sys.modules["spams"] = types.ModuleType("spams")  # imported beside OMP, used by the LASSO only
    sys.path.insert(0, checkout)
    from cluster.selfrepresentation import sparse_subspace_clustering_orthogonal_matching_pursuit as omp

    folder = pathlib.Path(folder)
    x = np.load(folder / "x.npy").astype(np.float64)
    x /= np.linalg.norm(x, axis=1, keepdims=True)

    def answer(c):
        c = c.tocsr()
        worker.write_entries(folder / "peer_codes.csv", np.repeat(np.arange(c.shape[0]), np.diff(c.indptr)), c.indices, c.data)
        return "peer_codes.csv"

    worker.serve(f"ChongYou/subspace-clustering, numpy {np.__version__}", lambda: omp(x, n_nonzero=int(steps)), answer)


if __name__ == "__main__":
    main(*sys.argv[1:])
