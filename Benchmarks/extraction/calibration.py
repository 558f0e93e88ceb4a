#!/usr/bin/env python3
"""Does confidence mean something? For each tenth of confidence: how many statements, and how many of them are right.

usage: calibration.py --gold DIR --relata .build/release/relata

Right is what score.py calls a typed match. Only edges between two annotated entities count, so that the share is a lower bound.
"""
import argparse
import collections
import csv
import glob
import json
import os
import subprocess
import tempfile

import score


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--gold", required=True, nargs="+")
    p.add_argument("--relata", default=".build/release/relata")
    a = p.parse_args()
    rows = collections.defaultdict(lambda: [0, 0, 0.0])
    for path in sorted(x for d in a.gold for x in glob.glob(os.path.join(d, "*.json"))):
        gold = json.load(open(path, encoding="utf-8"))
        with tempfile.TemporaryDirectory() as out:
            text = os.path.join(os.path.dirname(path), gold["doc"])
            subprocess.run([a.relata, "build", text, "--output", out + "/o", "--quiet", "--format", "csv"], check=True)
            nodes, edges = score.read_graph(out + "/o")
            confidences = [float(e["confidence:double"]) for e in csv.DictReader(open(out + "/o/edges.csv", newline="", encoding="utf-8"))]
        names = {e["id"]: {score.norm(x) for x in [e["name"]] + e["aliases_in_doc"]} for e in gold["entities"]}
        found = lambda node: {i for i, n in names.items() if n & nodes[node]["aliases"]}
        for edge, confidence in zip(edges, confidences):
            s, o = found(edge["s"]), found(edge["o"])
            if not s or not o or s == o and len(s) == 1:
                continue
            right = any(
                score.rel_match(edge["r"], r)
                and (r["subject"] in s and r["object"] in o or (score.rel_norm(r["relation"]) in score.SYM or score.rel_norm(edge["r"]) in score.SYM) and r["subject"] in o and r["object"] in s)
                for r in gold["relations"]
            )
            row = rows[min(9, int(confidence * 10))]
            row[0], row[1], row[2] = row[0] + 1, row[1] + right, row[2] + confidence
    for tenth, (n, right, total) in sorted(rows.items()):
        print(f"{tenth / 10:.1f}–{(tenth + 1) / 10:.1f}  statements {n:4d}  mean confidence {total / n:.2f}  right {right / n:.2f}")


if __name__ == "__main__":
    main()
