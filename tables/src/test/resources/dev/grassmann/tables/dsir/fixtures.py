"""Figures of the reference package: pip install data-selection==1.0.3 nltk==3.9.1 regex==2026.11.19

NLTK up to 3.9 cuts with the module re, from 3.10 on with the module regex, whose word characters differ.

Writes reference.json (tokens, buckets, counts and weights) and unicode.txt (which characters are
word characters or blanks, and how capitals become small) beside itself.
"""

import json
import random
import re
import tempfile
import unicodedata
from pathlib import Path

import numpy as np
import regex
from data_selection import HashedNgramDSIR
from data_selection.hashed_ngram_dsir import get_ngram_counts, hash_buckets
from nltk.tokenize import WordPunctTokenizer

HERE = Path(__file__).parent

TEXTS = [
    "the dog's bone; £5,000 naïve_x",
    "Alice went\tto\nthe market...  and back!?",
    "",
    "   ",
    "ΟΔΟΣ ΣΟΦΟΣ. ΑΣ' Σ ΑΣ-Β",
    "İstanbul'da ÇOK güzel ISPARTA",
    "東京は3月に雨、大阪は晴れ。",
    "e\u0301clair \u2028line\u0085sep\u00a0nbsp\u200bzero",
    "x\u00b2+y\u00b3=z\u2160 \u00bd cup \u2460",
    "\U0001f600\U0001f601 smile \U00010400\U00010428 deseret",
    "don't — can’t “quote” «guillemets»",
    "A_b__C 1_000 _ __ a.b.c v1.2.3-rc4",
    "\u1e9e stra\u00dfe \u01c5 \u0345 \u2126 \u212a \u212b",
    "\x1c\x1d\x1e\x1f\x0b\x0c\x7f\x01 end",
    "averyveryverylongtokenthatislongerthansixtyfourbytesandmorethanonesha256blockcanholdindeedyes " * 2,
]
GRAMS = ["alice", "alice went", "the", ".", "£", "naïve", "東京", "", "a" * 55, "a" * 56, "a" * 64, "b c" * 50]
RAW = ["The cat sat on the mat.", "Gradient descent, with momentum!", "the dog's bone; the dog's house"]
TARGET = ["the cat and the dog"]


def words(rng, n):
    kinds = ["alpha", "Beta", "GAMMA", "delta", "épsilon", "zeta", "eta", "theta", "iota", "kappa", ",", ".", "--", "'", "42"]
    return " ".join(rng.choice(kinds) + ("" if rng.random() < 0.8 else str(rng.randrange(50))) for _ in range(n))


def weigh(raw, target, n, m, smoothing):
    counts = sum(get_ngram_counts(t, n=n, num_buckets=m) for t in raw)
    wanted = sum(get_ngram_counts(t, n=n, num_buckets=m) for t in target)
    p = (wanted + smoothing) / (wanted.sum() + smoothing * m)
    d = np.log(p + 1e-8) - np.log(counts / counts.sum() + 1e-8)
    logs = [float(np.dot(d, get_ngram_counts(t, n=n, num_buckets=m))) for t in raw]
    return {"ngrams": n, "buckets": m, "smoothing": smoothing, "raw": raw, "target": target, "logWeights": logs}


def package(raw, target, n, m):
    """Weights and lengths by the whole package, from files, with one process."""
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        for name, texts in (("raw", raw), ("target", target)):
            (folder / name).write_text("".join(json.dumps({"text": t}) + "\n" for t in texts))
        dsir = HashedNgramDSIR(
            [str(folder / "raw")], [str(folder / "target")], str(folder / "cache"),
            num_proc=1, ngrams=n, num_buckets=m, min_example_length=0)
        dsir.fit_importance_estimator(num_tokens_to_fit="auto")
        dsir.compute_importance_weights()
        logs = np.load(folder / "cache/log_importance_weights/0.npy")
        lengths = np.load(folder / "cache/perexample_metadata/0.npy")
    return {"ngrams": n, "buckets": m, "raw": raw, "target": target, "logWeights": logs.tolist(), "lengths": [int(x) for x in lengths]}


def budget(texts, n, m, tokens):
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for i, part in enumerate((texts[: len(texts) // 2], texts[len(texts) // 2 :])):
            paths.append(str(Path(folder) / f"{i}.jsonl"))
            Path(paths[-1]).write_text("".join(json.dumps({"text": t}) + "\n" for t in part))
        dsir = HashedNgramDSIR(paths, paths, folder + "/cache", num_proc=1, ngrams=n, num_buckets=m)
        counts = dsir._fit_bow(paths, num_tokens_to_fit=tokens)
    return {"ngrams": n, "buckets": m, "tokens": tokens, "texts": texts, "counts": [int(c) for c in counts]}


def main():
    rng = random.Random(6)
    tokenizer = WordPunctTokenizer()
    raw = [words(rng, rng.randrange(1, 60)) for _ in range(60)]
    target = [words(rng, rng.randrange(20, 60)) for _ in range(5)]
    reference = {
        "tokens": [{"text": t, "tokens": tokenizer.tokenize(t.lower())} for t in TEXTS],
        "unicodeTokens": [{"text": t, "tokens": regex.findall(r"\w+|[^\w\s]+", t.lower())} for t in TEXTS],
        "buckets": [{"gram": g, "m": m, "bucket": hash_buckets(g, num_buckets=m)} for g in GRAMS for m in (2, 50, 10000, 65536, 16777216)],
        "counts": [{"text": t, "ngrams": n, "counts": [int(c) for c in get_ngram_counts(t, n=n, num_buckets=37)]} for t in TEXTS for n in (1, 2, 3, 4)],
        "weights": [weigh(RAW, TARGET, 2, 50, s) for s in (0, 1)] + [weigh(raw, target, n, 1000, s) for n in (1, 2, 3) for s in (0, 1)],
        "package": [package(raw, target, n, 1000) for n in (1, 2, 3)],
        "budget": [budget(raw, 2, 97, tokens) for tokens in (1, 300, 1000, 10 ** 9)],
    }
    (HERE / "reference.json").write_text(json.dumps(reference, ensure_ascii=True, separators=(",", ":")) + "\n")

    lines = [f"unicode {unicodedata.unidata_version}"]
    for rule, module in (("wordpunct", re), ("unicode", regex)):
        lines += kinds(rule, module)
    for c in range(0x110000):
        if not 0xD800 <= c < 0xE000 and chr(c).lower() != chr(c):
            lines.append(f"lower {c:x} " + " ".join(f"{ord(s):x}" for s in chr(c).lower()))
    (HERE / "unicode.txt").write_text("\n".join(lines) + "\n")


def kinds(rule, module):
    word, blank = module.compile(r"\w"), module.compile(r"\s")
    lines, last = [], None
    for c in range(0x110000):
        if 0xD800 <= c < 0xE000:
            kind = "surrogate"
        elif unicodedata.category(chr(c)) == "Cn":
            kind = "unassigned"
        else:
            kind = "word" if word.match(chr(c)) else "blank" if blank.match(chr(c)) else "mark"
        if kind != last:
            lines.append(f"{rule} {c:x} {kind}")
            last = kind
    return lines


main()
