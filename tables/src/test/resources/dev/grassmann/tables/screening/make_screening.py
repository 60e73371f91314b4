"""Figures of screening by fastHDMI 1.25.26, KDEpy 1.1.12 and scikit-learn 1.9. Usage: make_screening.py FOLDER"""

import json
import pathlib
import sys

import numpy as np
from fastHDMI.mi_estimation.mi_estimation import MI_continuous_continuous, _binning_MI, _binning_MI_discrete, _num_of_bins
from KDEpy import FFTKDE
from KDEpy.bw_selection import scotts_rule, silvermans_rule
from sklearn.feature_selection import mutual_info_classif, mutual_info_regression
from sklearn.preprocessing import RobustScaler

KERNELS = ["gaussian", "epa", "box", "tri", "biweight", "triweight", "tricube", "cosine", "exponential"]


def nats(joint):
    joint = np.maximum(joint, 0)
    joint /= joint.sum()
    with np.errstate(all="ignore"):
        return float(np.nansum(joint * np.log(joint / (joint.sum(1, keepdims=True) * joint.sum(0, keepdims=True)))))


def plane(x, y, rule, kernel, cells):
    scaled = RobustScaler().fit_transform(np.c_[x, y])
    widths = [rule(scaled[:, [i]]) for i in (0, 1)]
    _, density = FFTKDE(kernel=kernel, bw=1).fit(scaled / widths).evaluate((cells, cells))
    return nats(density.reshape(cells, cells))


def line(x, c, rule, kernel, cells):
    x = RobustScaler().fit_transform(x[:, None]).ravel()
    grid, _ = FFTKDE(kernel=kernel, bw=float(rule(x[:, None]))).fit(x).evaluate(cells)
    joint = [FFTKDE(kernel=kernel, bw=float(rule(x[c == k][:, None]))).fit(x[c == k]).evaluate(grid) * np.mean(c == k) for k in np.unique(c)]
    return nats(np.array(joint))


def main(folder):
    folder = pathlib.Path(folder)
    random = np.random.default_rng(4)
    n = 240
    x = random.standard_normal(n)
    y = np.exp(0.5 * x) + 0.4 * random.standard_normal(n)
    c = np.digitize(y, [0.6, 1.3])
    np.savetxt(folder / "screening.csv", np.c_[x, y, c], delimiter=",", header="x,y,c", comments="", fmt="%.17g")
    figures = {
        "released": {k: MI_continuous_continuous(x, y, 1.0, kernel=k) for k in KERNELS},
        "released128": MI_continuous_continuous(x, y, 1.0, a_N=128, b_N=128),
        "silverman": plane(x, y, silvermans_rule, "epa", 300),
        "scottTriweight": plane(x, y, scotts_rule, "triweight", 256),
        "bins": _binning_MI(x, y),
        "binsOfX": int(_num_of_bins(x)),
        "binsOfY": int(_num_of_bins(y)),
        "knn": float(mutual_info_regression(x[:, None], y, random_state=0)[0]),
        "classesSilverman": line(x, c, silvermans_rule, "epa", 500),
        "classesScottBiweight": line(x, c, scotts_rule, "biweight", 400),
        "classesBins": _binning_MI_discrete(c.astype(float), x),
        "classesKnn": float(mutual_info_classif(x[:, None], c, random_state=0)[0]),
        "pearson": float(np.corrcoef(x, y)[0, 1]),
    }
    (folder / "screening.json").write_text(json.dumps(figures, indent=1) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
