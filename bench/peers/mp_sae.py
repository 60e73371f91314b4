"""Overcomplete's MpSAE encodes the rows of x.npy with the unit rows of dictionary.npy. Usage: mp_sae.py FOLDER STEPS"""

import importlib.metadata
import pathlib
import sys

import numpy as np
import torch
import worker
from overcomplete.sae import MpSAE


def main(folder, steps):
    folder = pathlib.Path(folder)
    x = torch.from_numpy(np.load(folder / "x.npy"))
    atoms = torch.from_numpy(np.load(folder / "dictionary.npy"))
    sae = MpSAE(x.shape[1], nb_concepts=atoms.shape[0], k=int(steps))
    sae.dictionary._weights.data.copy_(atoms)
    sae.eval()  # keeps the dictionary as it is now

    def work():
        with torch.no_grad():
            return sae.encode(x)

    def answer(result):
        codes = result[1].numpy()
        rows, atoms = np.nonzero(codes)
        worker.write_entries(folder / "peer_codes.csv", rows, atoms, codes[rows, atoms])
        return "peer_codes.csv"

    version = f"overcomplete {importlib.metadata.version('overcomplete')}, torch {torch.__version__}"
    worker.serve(version, work, answer)


if __name__ == "__main__":
    main(*sys.argv[1:])
