"""What every peer of a side-by-side run does: say which version it is, then time one piece of work each time it is asked.

Lines on standard input are requests, lines on standard output are JSON. Standard output belongs to the answers: from the import of this
module on, whatever the peer's own code prints goes to standard error.
"""

import json
import os
import sys
import time

OUT = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(2, 1)


def serve(version, work, answer=None):
    """`work()` is the work, timed from outside; `answer(result)` turns its result into what is compared and is not timed."""
    def say(value):
        OUT.write(json.dumps(value) + "\n")
        OUT.flush()

    say({"version": version})
    for request in sys.stdin:
        if request.strip() != "run":
            break
        wall, before = time.perf_counter(), os.times()
        result = work()
        seconds, after = time.perf_counter() - wall, os.times()
        say({"seconds": seconds, "user": after.user - before.user, "answer": None if answer is None else answer(result)})


def write_entries(path, rows, columns, values):
    """The entries of a sparse matrix, one a line: row, column, value."""
    with open(path, "w", encoding="utf-8") as f:
        for i, j, v in zip(rows.tolist(), columns.tolist(), values.tolist()):
            f.write(f"{i},{j},{v!r}\n")
