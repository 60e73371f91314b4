"""Fits, weighs and draws with the reference package, with as many processes as there are cores.

Usage: dsir.py FOLDER K     reads raw.jsonl and target.jsonl in FOLDER; leaves peer/weights.f64, float64 in the order of the lines.
"""

import os
import shutil
import sys
from pathlib import Path

import numpy as np
from data_selection import HashedNgramDSIR


class Smoothed(HashedNgramDSIR):
    """One added to each count of the target, which release 1.0.3 has no option for."""

    def fit_importance_estimator(self, num_tokens_to_fit="auto"):
        total = sum(self._fit_bow([p]).sum() for p in self.target_datasets)
        super().fit_importance_estimator(num_tokens_to_fit)
        self.target_probs = (self.target_probs * total + 1) / (total + self.num_buckets)
        self.log_diff = np.log(self.target_probs + 1e-8) - np.log(self.raw_probs + 1e-8)


def main(folder, k):
    out = folder / "peer"
    shutil.rmtree(out, ignore_errors=True)
    processes = os.cpu_count()
    dsir = Smoothed([str(folder / "raw.jsonl")], [str(folder / "target.jsonl")], str(out / "cache"), num_proc=processes)
    dsir.fit_importance_estimator(num_tokens_to_fit="all")
    dsir.compute_importance_weights()
    dsir.resample(str(out / "chosen"), num_to_sample=k, cache_dir=str(out / "resampling"))
    shards = [np.load(out / f"cache/log_importance_weights/{i}.npy") for i in range(processes)]
    weights = np.empty(sum(len(s) for s in shards))
    for i, shard in enumerate(shards):
        weights[i::processes] = shard
    weights.tofile(out / "weights.f64")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
