#!/usr/bin/env python3
"""GUM's coreference beside what the program reads in its texts: examples without facts.

usage: gum.py SECTION.conllu FOLDER CLUSTERS.json   writes the section's texts and where its chains are mentioned"""
import importlib.util
import json
import os
import sys

SCORER = os.path.join(os.path.dirname(__file__), "..", "..", "..", "Benchmarks", "coreference", "score.py")


def scorer():
    spec = importlib.util.spec_from_file_location("coreference_score", SCORER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def texts(path, skip=()):
    """(name, text, clusters): each cluster the characters of its mentions' heads."""
    s = scorer()
    for doc in s.documents(path):
        if doc[0] in skip:
            continue
        text, spans = s.laid_out(doc)
        yield doc[0], text, [[spans[w] for w in sorted(c)] for c in s.gold(doc).values()]


def example(record, clusters, numbers):
    from .examples import NONE, UNKNOWN, base, find_antecedents, words_of
    e = base(record, numbers)
    e.has_links = False
    heads = {}
    for key, cluster in enumerate(clusters):
        for span in cluster:
            w = words_of(e, span)
            if w:
                heads[w[0]] = str(key)
    e.entities = [heads.get(m["head"], NONE) for m in e.mentions]
    e.types = [UNKNOWN] * len(e.mentions)
    find_antecedents(e)
    return e


if __name__ == "__main__":
    path, folder, output = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    found = {}
    for name, text, clusters in texts(path):
        with open(os.path.join(folder, name + ".txt"), "w", encoding="utf-8") as f:
            f.write(text)
        found[name] = clusters
    with open(output, "w", encoding="utf-8") as f:
        json.dump(found, f)
