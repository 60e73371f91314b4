"""Runs a command and reports, as JSON in the file given first, its wall seconds and the user and system seconds of it and its children.

Usage: timed.py REPORT LIMIT_SECONDS COMMAND...     A command past its limit is ended with its children and reported as unfinished.
"""

import json
import os
import resource
import signal
import subprocess
import sys
import time


def main(report, limit, command):
    start = time.perf_counter()
    process = subprocess.Popen(command, start_new_session=True)
    try:
        code = process.wait(timeout=float(limit))
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        code = None
    wall = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(report, "w", encoding="utf-8") as f:
        json.dump({"code": code, "wall": wall, "user": used.ru_utime, "system": used.ru_stime, "peakKiB": used.ru_maxrss}, f)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
