"""Writes pile-splits.csv: what 200 random halvings of each source of the Pile's snippets give.

Weights as the released program has them (word and punctuation tokens, pairs of neighbours joined by
a blank, SHA-256 buckets modulo 10,000, the target's counts alone smoothed), written anew on sparse matrices. Needs numpy, scipy, nltk:

    python make_pile_splits.py toy_pile_data.jsonl.gz > pile-splits.csv
"""

import gzip
import hashlib
import json
import sys

import numpy as np
from nltk.tokenize import WordPunctTokenizer
from scipy.sparse import csr_matrix

BUCKETS = 10_000
SPLITS = 200
SOURCES = [
    "DM Mathematics", "OpenSubtitles", "PubMed Central", "FreeLaw", "Github",
    "USPTO Backgrounds", "StackExchange", "Wikipedia (en)", "PubMed Abstracts", "HackerNews",
]


def bucket(gram, known={}):
    if gram not in known:
        known[gram] = int(hashlib.sha256(gram.encode()).hexdigest(), 16) % BUCKETS
    return known[gram]


def features(texts):
    rows, columns = [], []
    for row, text in enumerate(texts):
        words = WordPunctTokenizer().tokenize(text.lower())
        for gram in words + [a + " " + b for a, b in zip(words, words[1:])]:
            rows.append(row)
            columns.append(bucket(gram))
    ones = np.ones(len(rows))
    return csr_matrix((ones, (rows, columns)), shape=(len(texts), BUCKETS))


def share(counts, rows, smoothing):
    sums = np.asarray(counts[rows].sum(0)).ravel() + smoothing
    return sums / sums.sum()


def kl(p, q):
    return float((p * np.log(p / q)).sum())


snippets = [json.loads(line) for line in gzip.open(sys.argv[1], "rt", encoding="utf-8")]
labels = np.array([s["metadata"]["pile_set_name"] for s in snippets])
counts = features([s["contents"] for s in snippets])
random = np.random.default_rng(12345)
print("source,share,share_sd,gain,gain_sd,random_gain,random_gain_sd,unsmoothed,unsmoothed_sd")
for source in SOURCES:
    own, others = np.flatnonzero(labels == source), np.flatnonzero(labels != source)
    kept = []
    for _ in range(SPLITS):
        shuffled = random.permutation(own)
        target = shuffled[: len(own) // 2]
        raw = np.concatenate([shuffled[len(own) // 2 :], others])
        wanted = len(raw) - len(others)
        shares = {}
        for smoothing in (0, 1):
            log_ratio = np.log(share(counts, target, smoothing) + 1e-8) - np.log(
                share(counts, raw, 0) + 1e-8
            )
            keys = counts[raw] @ log_ratio + random.gumbel(size=len(raw))
            chosen = np.argsort(-keys)[:wanted]
            shares[smoothing] = np.mean(chosen < wanted)
        goal, start = share(counts, target, 1), share(counts, raw, 1)
        gains = [
            kl(goal, start) - kl(goal, share(counts, raw[which], 1))
            for which in (chosen, random.permutation(len(raw))[:wanted])
        ]
        kept.append([shares[1], *gains, shares[0]])
    means, deviations = np.mean(kept, 0), np.std(kept, 0, ddof=1)
    figures = [f"{f:.4f}" for pair in zip(means, deviations) for f in pair]
    print(source, *figures, sep=",", flush=True)
