#!/usr/bin/env python3
"""How long and how large `relata step` is with the lines that have no bound by design.

  lines.py --relata PROGRAM --rows 10000 100000

One line of each step, with so many rows that say as much as they do in news: seconds, memory at its
peak and bytes of the line.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import tempfile
from collections.abc import Callable

Line = dict[str, object]
QUOTE = "The president of the country met the foreign minister of its neighbour in the capital, 1."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--relata", required=True)
    parser.add_argument("--rows", type=int, nargs="+", required=True)
    options = parser.parse_args()
    makers: dict[str, Callable[[int], Line]] = {
        "merging": merging,
        "consistency": consistency,
        "clusters": clusters,
    }
    for step, make in makers.items():
        for rows in options.rows:
            measure(options.relata, step, rows, json.dumps(make(rows)) + "\n")


def measure(relata: str, step: str, rows: int, line: str) -> None:
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as answered:
        given.write(line.encode())
        given.seek(0)
        process = subprocess.Popen([relata, "step", step], stdin=given, stdout=answered)
        _, status, usage = os.wait4(process.pid, 0)
        answered.seek(0)
        assert status == 0 and answered.read().count(b"\n") == 2
    print(
        f"{step}: {rows} rows, {len(line) / 1e6:.1f} MB, {len(line) / rows:.0f} bytes a row, "
        f"processor {usage.ru_utime + usage.ru_stime:.1f} s, peak {usage.ru_maxrss / 1024:.0f} MB",
        flush=True,
    )


def statement(number: int, relation: str, subject: str, target: str, quote: str) -> Line:
    return {
        "document": f"article-{number:09}",
        "position": 3,
        "statement": {
            "subject": subject,
            "relation": relation,
            "object": target,
            "isOpen": False,
            "polarity": "affirmed",
            "modality": "asserted",
            "confidence": 0.7,
            "time": {"start": f"20{number % 24:02}-0{number % 9 + 1}"},
            "evidence": [
                {
                    "document": f"article-{number:09}",
                    "start": 100,
                    "end": 190,
                    "quote": quote,
                    "trigger": "verb meet",
                }
            ],
        },
    }


def merging(rows: int) -> Line:
    """As many sentences that one person met another, of some hundred months."""
    return {
        "statements": [
            statement(n, "met_with", "person/one", "person/other", QUOTE) for n in range(rows)
        ]
    }


def consistency(rows: int) -> Line:
    """As many sentences that one person leads one of a few countries."""
    countries = [f"country/{n}" for n in range(5)]
    return {
        "statements": [
            statement(n, "head_of_state_of", "person/one", countries[0 if n % 50 else n % 5], "")
            for n in range(rows)
        ],
        "entities": [{"id": "person/one", "type": "Person"}]
        + [{"id": country, "type": "Country"} for country in countries],
    }


def clusters(rows: int) -> Line:
    """As many candidates that are alike in pairs: one chain."""
    names = [f"Robert{chr(97 + n % 26)} Longname{n // 26}" for n in range(rows)]
    return {
        "profiles": [
            {
                "key": f"Person\x1f{name.lower()}",
                "profile": {
                    "type": "Person",
                    "kind": "person",
                    "names": [name],
                    "isDescribed": False,
                },
                "candidates": [{"id": f"Person\x1f{name.lower()}", "mentions": 2}],
            }
            for name in names
        ],
        "pairs": [
            {
                "first": {"text": one, "kind": "person"},
                "second": {"text": other, "kind": "person"},
                "score": 0.9,
            }
            for one, other in zip(names, names[1:])
        ],
    }


if __name__ == "__main__":
    main()
