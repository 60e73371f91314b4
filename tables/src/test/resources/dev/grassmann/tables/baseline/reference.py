"""Writes reference.json: a small table and what scikit-learn 1.9 makes of it."""

import json
import sys
import warnings

import numpy as np
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor
from sklearn.feature_selection import RFE, mutual_info_classif, mutual_info_regression
from sklearn.inspection import permutation_importance
from sklearn.linear_model import Lasso, LogisticRegression, Ridge
from sklearn.metrics import f1_score, r2_score
from sklearn.multiclass import OneVsRestClassifier
from sklearn.svm import LinearSVC

warnings.filterwarnings("ignore")
rng = np.random.default_rng(7)
n, d = 240, 7
x = rng.normal(size=(n, d))
x[:, 5] = x[:, 0] + 0.3 * rng.normal(size=n)
signal = 2 * x[:, 0] - x[:, 1] + 1.5 * np.abs(x[:, 2]) + 0.5 * rng.normal(size=n)
x = (x - x.mean(axis=0)) / x.std(axis=0)
number = np.round(10 * signal + 3, 4)
code = np.digitize(signal, np.quantile(signal, [0.4, 0.75]))
x = np.round(x, 5)

made = {
    "columns": x.T.tolist(),
    "number": number.tolist(),
    "code": code.tolist(),
    "lasso": {
        str(a): Lasso(alpha=a, tol=1e-12, max_iter=100000).fit(x, number).coef_.tolist()
        for a in (5.0, 0.5, 0.05)
    },
    "ridge": Ridge().fit(x, number).coef_.tolist(),
}
l1 = OneVsRestClassifier(
    LogisticRegression(penalty="l1", solver="liblinear", C=0.1, max_iter=100000, tol=1e-8)
).fit(x, code)
made["logistic_l1"] = [e.coef_[0].tolist() for e in l1.estimators_]
svc = LinearSVC(C=1.0, dual=True, max_iter=1000000, tol=1e-8).fit(x, code)
made["svc"] = svc.coef_.tolist()
rfe = RFE(
    LinearSVC(C=1.0, dual=True, max_iter=100000, random_state=0), n_features_to_select=1, step=0.1
).fit(x, code)
made["rfe"] = rfe.ranking_.tolist()
made["mi_class"] = [
    mutual_info_classif(x, code, random_state=s).tolist() for s in (0, 1)
]
made["mi_number"] = [
    mutual_info_regression(x, number, random_state=s).tolist() for s in (0, 1)
]
train, test = slice(0, 160), slice(160, n)
forests = {"number": [], "code": []}
quality = {"number": [], "code": []}
for seed in range(5):
    f = RandomForestRegressor(n_estimators=200, random_state=seed).fit(x[train], number[train])
    quality["number"].append(r2_score(number[test], f.predict(x[test])))
    forests["number"].append(
        permutation_importance(
            f, x[test], number[test], n_repeats=20, random_state=seed
        ).importances_mean.tolist()
    )
    f = RandomForestClassifier(n_estimators=200, random_state=seed).fit(x[train], code[train])
    quality["code"].append(f1_score(code[test], f.predict(x[test]), average="macro"))
    forests["code"].append(
        permutation_importance(
            f, x[test], code[test], n_repeats=20, random_state=seed
        ).importances_mean.tolist()
    )
made["forest"] = {k: np.mean(v, axis=0).tolist() for k, v in forests.items()}
made["forest_quality"] = {k: float(np.mean(v)) for k, v in quality.items()}
lr = OneVsRestClassifier(LogisticRegression(C=1.0, tol=1e-8, max_iter=5000)).fit(x, code)
made["logistic_l2"] = [e.coef_[0].tolist() for e in lr.estimators_]
with open(sys.argv[1], "w") as out:
    json.dump(made, out, separators=(",", ":"))
