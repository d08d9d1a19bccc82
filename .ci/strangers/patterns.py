#!/usr/bin/env python3
"""What a stranger sees in a city's public search files: who looks for one target again and again, and who looks at night.

Reads nothing but /public/v1/ (a folder or an address), with nothing but Python's own library.  patterns.py DIR|URL
"""
import csv
import io
import sys
import urllib.request
from collections import Counter, defaultdict
from pathlib import Path

REPEATED = 10  # searches of one target by one operator, before they are worth a question
NIGHT = range(0, 5)  # UTC hours; a city knows its own
NIGHTLY = 5


def read(base: str, name: str) -> str:
    if base.startswith("http"):
        with urllib.request.urlopen(f"{base.rstrip('/')}/{name}") as answer:
            return answer.read().decode()
    return Path(base, name).read_bytes().decode()


def main(base: str) -> int:
    names = [row["file"] for row in csv.DictReader(io.StringIO(read(base, "files.csv"), newline=""))]
    rows = [row for name in names if name.startswith("searches/") for row in csv.DictReader(io.StringIO(read(base, name), newline=""))]
    pairs, nights, days, of = Counter(), Counter(), defaultdict(set), Counter()
    for row in rows:
        pair = (row["operator"], row["target"])
        pairs[pair] += 1
        of[row["operator"]] += 1
        days[pair].add(row["hour"][:10])
        if int(row["hour"][11:13]) in NIGHT:
            nights[pair] += 1
    print(f"{len(rows)} searches by {len(of)} operators")
    for (operator, target), count in pairs.most_common():
        if count >= REPEATED:
            print(f"repeated: {operator} looked for {target} {count} times on {len(days[operator, target])} days, of {of[operator]} searches in all")
    for (operator, target), count in nights.most_common():
        if count >= NIGHTLY:
            print(f"at night: {operator} looked for {target} {count} times between {NIGHT.start} and {NIGHT.stop} o'clock")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
