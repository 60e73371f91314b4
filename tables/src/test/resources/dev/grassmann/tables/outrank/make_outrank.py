"""Reference scores for OutRank: the outrank package (float32) beside a float64 NumPy statement of the formula.

Run:  python make_outrank.py            (needs outrank, scikit-learn, pandas; Python 3.11)
Writes, beside itself: lcg.json, mixed.csv, mixed_pairs.csv, numbers.csv, numbers_pairs.csv, three_mr.json, batches.json
"""

import csv
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy as np
import pandas as pd
from outrank.algorithms.feature_ranking.ranking_mi_numba import mutual_info_estimator_numba
from sklearn.metrics import adjusted_mutual_info_score

HERE = pathlib.Path(__file__).resolve().parent


class Lcg:
    """s <- (1103515245 s + 12345) mod 2^31; a draw is s >> 16."""

    def __init__(self, seed):
        self.state = seed

    def draw(self):
        self.state = (1103515245 * self.state + 12345) % 2**31
        return self.state >> 16

    def draws(self, n):
        return np.array([self.draw() for _ in range(n)])


def entropy(counts):
    p = counts[counts > 0] / counts.sum()
    return float(-(p * np.log(p)).sum())


def score(x, y, corrected):
    """x is conditioned on, y is explained; nats. Values of x seen once contribute nothing."""
    n = len(x)
    if corrected and not np.array_equal(x, y):
        total = 0.0
        for v in np.unique(x):
            rows = np.flatnonzero(x == v)
            if len(rows) == 1:
                continue
            here = entropy(np.bincount(y[rows]))
            shifted = entropy(np.bincount(y[(rows + len(rows)) % n]))
            total += len(rows) / n * (shifted - here)
        return total
    total = entropy(np.bincount(y))
    for v in np.unique(x):
        rows = np.flatnonzero(x == v)
        if len(rows) > 1:
            total -= len(rows) / n * entropy(np.bincount(y[rows]))
    return total


def package(x, y, corrected):
    return float(mutual_info_estimator_numba(y.astype(np.int32), x.astype(np.int32), np.float32(1.0), corrected))


def codes(column):
    return pd.Series(column).astype(str).astype("category").cat.codes.to_numpy().astype(np.int64)


def lcg():
    n = 1000
    a, b, c = Lcg(1).draws(n), Lcg(2).draws(n), Lcg(3).draws(n)
    columns = {
        "x10": a % 10,
        "xind": c % 10,
        "x500": b % 500,
        "xid": np.arange(n),
        "y2": ((a % 10 >= 5) ^ (b % 100 < 10)).astype(np.int64),
    }
    y = columns["y2"]
    out = {"n": n, "firstOfX10": columns["x10"][:8].tolist(), "columns": {}}
    for name, x in columns.items():
        x = np.unique(x, return_inverse=True)[1]
        out["columns"][name] = {
            "values": int(x.max() + 1),
            "plain": score(x, y, False),
            "featureConditioned": score(x, y, True),
            "labelConditioned": score(y, x, True),
            "plainPackage": package(x, y, False),
            "featureConditionedPackage": package(x, y, True),
            "labelConditionedPackage": package(y, x, True),
            "adjusted": adjusted_mutual_info_score(x, y),
        }
    write_json("lcg.json", out)


def mixed_table(n=400):
    r = Lcg(11)
    cities = ["Graz", "Lyon", "Porto", "Ghent", "Turin", "Malmö", "Brno", "Split", "Bergen", "Kraków", "Győr", "Ávila"]
    rows = []
    for i in range(n):
        city = cities[min(r.draw() % 12, r.draw() % 12)]
        device = ["phone", "tablet", "desktop"][r.draw() % 3]
        click = "yes" if (len(city) + (device == "phone") * 2 + r.draw() % 5) % 3 == 0 else "no"
        ident = f"u{i}" if r.draw() % 10 else f"u{r.draw() % 7}"
        blank = ["", "{}", "a", "b"][r.draw() % 4]
        rows.append([click, city, device, ident, "k", str(r.draw() % 40), blank, city.upper()])
    return ["click", "city", "device", "ident", "constant", "count", "blank", "echo"], rows


def numbers_table(n=600):
    r = Lcg(23)
    rows = []
    for i in range(n):
        a, b = r.draw() % 6, r.draw() % 4
        rows.append([a, b, (a + b) % 4, r.draw() % 25, r.draw() % 300, (3 * a + r.draw() % 10) % 13, int(a >= 3) ^ int(r.draw() % 8 == 0)])
    return ["six", "four", "sum", "noise25", "noise300", "weak", "label"], rows


def pairs(name, table):
    header, rows = table
    with open(HERE / f"{name}.csv", "w", newline="", encoding="utf-8") as f:
        w = csv.writer(f, lineterminator="\n")
        w.writerow(header)
        w.writerows(rows)
    columns = {h: codes([row[j] for row in rows]) for j, h in enumerate(header)}
    with open(HERE / f"{name}_pairs.csv", "w", newline="", encoding="utf-8") as f:
        w = csv.writer(f, lineterminator="\n")
        w.writerow(["conditioned_on", "explained", "plain", "corrected", "plain_package", "corrected_package", "adjusted"])
        for h, x in columns.items():
            for g, y in columns.items():
                w.writerow([h, g, repr(score(x, y, False)), repr(score(x, y, True)),
                            repr(package(x, y, False)), repr(package(x, y, True)), repr(float(adjusted_mutual_info_score(x, y)))])
    return columns


def scaled(values):
    low, high = min(values.values()), max(values.values())
    return {k: (v - low) / (high - low) for k, v in values.items()}


def three_mr(columns, label, aggregate, alpha=1.0, beta=1.0):
    """relevance - alpha * redundancy + beta * relation, each family min-max scaled; corrected, label-conditioned scores.
    Redundancy of a pair in column order conditions on the second column; relation scores the pair's joint value."""
    features = [f for f in columns if f != label]
    y = columns[label]
    relevance = scaled({f: score(y, columns[f], True) for f in features})
    redundancy, relation = {}, {}
    for i, f in enumerate(features):
        for g in features[i:]:
            redundancy[f, g] = score(columns[g], columns[f], True)
            if f != g:
                joint = np.unique(columns[f] * (columns[g].max() + 1) + columns[g], return_inverse=True)[1]
                relation[f, g] = score(y, joint, True)
    redundancy, relation = scaled(redundancy), scaled(relation)
    both = lambda d, f, g: d.get((f, g), d.get((g, f), 0.0))
    order, gains = [max(features, key=lambda f: relevance[f])], []
    while len(order) < len(features):
        def gain(f):
            return relevance[f] - alpha * aggregate([both(redundancy, s, f) for s in order]) + beta * aggregate([both(relation, s, f) for s in order])
        best = max((f for f in features if f not in order), key=gain)
        gains.append(gain(best))
        order.append(best)
    return {"order": order, "gains": gains, "relevance": relevance,
            "redundancy": {f"{f}|{g}": v for (f, g), v in redundancy.items()},
            "relation": {f"{f}|{g}": v for (f, g), v in relation.items()}}


def batches():
    """The package's command line on 7,000 rows in batches of 2,000: three batches count, the last 1,000 rows do not."""
    r = Lcg(5)
    header = ["a", "b", "c", "wide", "label"]
    rows = []
    for _ in range(7000):
        a, b = r.draw() % 5, r.draw() % 7
        rows.append([a, b, r.draw() % 50, r.draw() % 900, int((a + b) % 3 == 0) if r.draw() % 10 else r.draw() % 2])
    out = {"rows": 7000, "batch": 2000, "recipe": "Lcg(5); per row a=draw%5, b=draw%7, c=draw%50, wide=draw%900, label = draw%10 != 0 ? (a+b)%3==0 : draw%2"}
    for mode in ("True", "False"):
        with tempfile.TemporaryDirectory() as tmp:
            data = pathlib.Path(tmp, "data")
            data.mkdir()
            with open(data / "data.csv", "w", newline="") as f:
                w = csv.writer(f, lineterminator="\n")
                w.writerow(header)
                w.writerows(rows)
            subprocess.run([str(pathlib.Path(sys.executable).parent / "outrank"), "--task", "ranking", "--data_path", str(data), "--data_source", "csv-raw",
                            "--subsampling", "1", "--minibatch_size", "2000", "--target_ranking_only", mode, "--num_threads", "2",
                            "--output_folder", str(pathlib.Path(tmp, "out")), "--include_cardinality_in_feature_names", "False", "--disable_tqdm", "True"],
                           cwd=tmp, check=True, capture_output=True)
            t = pd.read_csv(pathlib.Path(tmp, "out", "pairwise_ranks.tsv"), sep="\t")
            out["targetOnly" if mode == "True" else "allPairs"] = [[a, b, s] for a, b, s in sorted(zip(t.FeatureA, t.FeatureB, t.Score))]
    write_json("batches.json", out)


def write_json(name, value):
    (HERE / name).write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    lcg()
    pairs("mixed", mixed_table())
    numbers = pairs("numbers", numbers_table())
    write_json("three_mr.json", {"label": "label", "alpha": 1.0, "beta": 1.0, **{
        k: three_mr(numbers, "label", f) for k, f in (("median", np.median), ("mean", np.mean), ("sum", sum))}})
    batches()
