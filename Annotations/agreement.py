#!/usr/bin/env python3
"""How far two readers of the same articles agree: the second's annotations scored against the first's, as a program's are.

  agreement.py broadcasts SENTENCES FIRST.json SECOND.json    for example broadcasts/part-10.json broadcasts/second/part-10.json
  agreement.py checksummed TEXTS FIRST.jsonl SECOND.jsonl     for example wikinews.jsonl second/wikinews.jsonl
  agreement.py articles FOLDER SECOND                         SECOND: a folder with other NAME.ann; for example . second

SENTENCES and TEXTS are the table of sentences and the folder that README.md names."""
import importlib.util
import os
import sys

import checksummed
from load import load
from standoff import unpack

SCORER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Benchmarks", "extraction", "score.py")


def scorer():
    spec = importlib.util.spec_from_file_location("score", SCORER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold(article):
    return {"entities": [{"id": k, "name": x["name"], "type": x["type"], "aliases_in_doc": x["names"] + x["descriptions"]}
                         for k, x in article["entities"].items()],
            "relations": [{**f, "accept_relations": f["alternatives"]} for f in article["facts"]]}


def graph(article, norm):
    nodes = {k: {"name": x["name"], "type": x["type"], "aliases": {norm(y) for y in x["names"] + x["descriptions"]}}
             for k, x in article["entities"].items()}
    edges = []
    for f in article["facts"]:
        start, _, end = (f["time"] or "").partition("/")
        edges.append({"s": f["subject"], "o": f["object"], "r": f["relation"], "polarity": f["polarity"], "modality": f["modality"],
                      "start": start, "end": end, "time": ""})
    return nodes, edges


def main(first, second):
    s = scorer()
    others = {a["name"]: a for a in second}
    total = {}
    for article in first:
        if article["name"] in others:
            counts = s.score(gold(article), *graph(others[article["name"]], s.norm))
            for k, v in counts.items():
                if isinstance(v, int):
                    total[k] = total.get(k, 0) + v
    print(s.line("the second reader", total))


if __name__ == "__main__":
    if sys.argv[1:2] == ["broadcasts"] and len(sys.argv) == 5:
        main(*(unpack(sys.argv[2], path) for path in sys.argv[3:]))
    elif sys.argv[1:2] == ["checksummed"] and len(sys.argv) == 5:
        main(*(checksummed.load(sys.argv[2], path) for path in sys.argv[3:]))
    elif sys.argv[1:2] == ["articles"] and len(sys.argv) == 4:
        main(load(sys.argv[2]), load(sys.argv[2], sys.argv[3]))
    else:
        sys.exit(__doc__)
