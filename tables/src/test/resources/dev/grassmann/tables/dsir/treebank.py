"""Tokens of NLTK's word_tokenize, and the four figures of the paper's quality filter.

pip install nltk==3.9.1, and the data sets punkt_tab and stopwords of NLTK.
Writes treebank.json beside itself.
"""

import json
import string
from collections import Counter
from pathlib import Path

from nltk import word_tokenize
from nltk.corpus import stopwords

TEXTS = [
    "",
    "   ",
    "Mr. Smith's \"dog\" can't go to U.S. ports; he said so.",
    "They'll pay $3.88 (about 4 %) in New York, won't they? \"Yes!\" she said -- \"at once.\"",
    "A figure of 10,000, or 1:2 at 12:30: that's all...and more. The end.",
    "'Tis gonna be fine; gimme that, lemme see, I wanna know, d'ye hear, more'n enough, cannot, gotta go.",
    "“Curly” ‘quotes’, «guillemets» and ``ticks'' [in] {all} <kinds>.",
    "The 1990's weren't kind to Dr. Brown Jr. and co. It was 'so'; we'd say: *no*.",
    "naïve café, ÇOK GÜZEL, ΟΔΟΣ. 東京は雨。 Straße!",
    "e-mail me@example.org #1 & 2 @ 5; a/b_c ~x^y = z",
    "One line\nand another.\nA third\twith tabs?",
    "He left.\" \"So?\" (It was late.) [Really.] The rock 'n' roll of '68.",
    "1 2 3 4 5 6 7 8 9 0 the of and to in . , ; it's 12 34",
    "I'd've thought y'all'd come; the dogs' bones, James's, rock'n'roll.",
]

STOP = set(stopwords.words("english")) | set(string.punctuation)


def figures(tokens):
    n = len(tokens)
    if n == 0:
        return [0, 0, 0, 0]
    return [
        n,
        max(Counter(tokens).values()) / n,
        sum(t not in STOP for t in tokens) / n,
        sum(t not in set(string.digits) for t in tokens) / n,
    ]


cases = []
for text in TEXTS:
    tokens = word_tokenize(text.lower())
    cases.append({"text": text, "tokens": tokens, "figures": figures(tokens)})
stop = sorted(w for w in stopwords.words("english"))
out = {"cases": cases, "stopWords": stop}
Path(__file__).with_name("treebank.json").write_text(json.dumps(out, ensure_ascii=False, indent=1) + "\n")
