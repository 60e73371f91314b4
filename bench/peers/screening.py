"""fastHDMI's screening of the columns of x.npy against the last one. Usage: screening.py FOLDER PROCESSES"""

import importlib.metadata
import pathlib
import sys

import numpy as np
import worker
from fastHDMI import continuous_screening_array, continuous_screening_array_parallel


def main(folder, processes):
    table = np.load(pathlib.Path(folder) / "x.npy").astype(np.float64)
    x, y = np.asfortranarray(table[:, :-1]), table[:, -1].copy()
    processes = int(processes)

    def screen():
        if processes == 1:
            return continuous_screening_array(x, y, verbose=0)
        return continuous_screening_array_parallel(x, y, core_num=processes, verbose=0)

    version = f"fastHDMI {importlib.metadata.version('fastHDMI')}, {processes} process{'es' if processes > 1 else ''}"
    worker.serve(version, screen, lambda nats: nats.tolist())


if __name__ == "__main__":
    main(*sys.argv[1:])
