"""Reads nodes.csv and edges.csv as Neo4j's import and the scorer of the annotated articles do; prints JSON."""

import csv
import json
import sys


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        reader = csv.DictReader(file, strict=True)
        found = list(reader)
    for row in found:
        # DictReader puts surplus fields under None and fills missing ones with None.
        assert None not in row and None not in row.values(), f"a ragged row in {path}: {row}"
    return {"header": reader.fieldnames, "rows": found}


json.dump({"nodes": rows(sys.argv[1]), "edges": rows(sys.argv[2])}, sys.stdout)
