"""A measure of minyoungg/platonic-rep on x.npy and y.npy. Usage: platonic.py FOLDER CHECKOUT mutual_knn|unbiased_cka [K]

mutual_knn works on unit rows, as the reference does before it calls it; the scaling is inside the timed work, since ours does it too.
"""

import pathlib
import sys
import types

import numpy as np
import torch
import worker


def main(folder, checkout, measure, k="10"):
    for name in ("torchaudio", "torchaudio.functional"):  # needed by a measure that is not used here
        sys.modules[name] = types.ModuleType(name)
    sys.modules["torchaudio"].functional = sys.modules["torchaudio.functional"]
    sys.modules["torchaudio.functional"].edit_distance = None
    sys.path.insert(0, checkout)
    from metrics import AlignmentMetrics

    x, y = (torch.from_numpy(np.load(pathlib.Path(folder, name))) for name in ("x.npy", "y.npy"))

    def work():
        if measure == "mutual_knn":
            unit = torch.nn.functional.normalize
            return AlignmentMetrics.mutual_knn(unit(x, dim=1), unit(y, dim=1), topk=int(k))
        return AlignmentMetrics.unbiased_cka(x.double(), y.double())

    worker.serve(f"minyoungg/platonic-rep, torch {torch.__version__}", work, float)


if __name__ == "__main__":
    main(*sys.argv[1:])
