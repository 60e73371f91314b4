"""Self-expression of ChongYou/subspace-clustering on the unit rows of x.npy. Usage: ssc_omp.py FOLDER omp|ensc KEPT CHECKOUT"""

import pathlib
import sys
import types

import numpy as np
import worker


def main(folder, method, kept, checkout):
    if method == "omp":
        sys.modules["spams"] = types.ModuleType("spams")  # imported beside OMP, used by the elastic net only
    sys.path.insert(0, checkout)
    from cluster import selfrepresentation as peer

    folder = pathlib.Path(folder)
    x = np.load(folder / "x.npy").astype(np.float64)
    x /= np.linalg.norm(x, axis=1, keepdims=True)

    def work():
        if method == "omp":
            return peer.sparse_subspace_clustering_orthogonal_matching_pursuit(x, n_nonzero=int(kept))
        return peer.elastic_net_subspace_clustering(x, gamma=50.0, tau=0.9, algorithm="spams", n_nonzero=int(kept))

    def answer(c):
        c = c.tocsr()
        name = f"peer_{method}.csv"
        worker.write_entries(folder / name, np.repeat(np.arange(c.shape[0]), np.diff(c.indptr)), c.indices, c.data)
        return name

    worker.serve(f"ChongYou/subspace-clustering, numpy {np.__version__}", work, answer)


if __name__ == "__main__":
    main(*sys.argv[1:])
