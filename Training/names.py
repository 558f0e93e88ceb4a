#!/usr/bin/env python3
"""Writes the names that training derives from GUM's mentions or Re-DocRED's as `Name=B-PER` in CoNLL-U, for `relata evaluate`."""
import argparse
import sys

from relata_training import documents
from relata_training.data import HELD_OUT, capitalised_adjectives, open_text, sentence_of
from relata_training.decode import spans


def marks(names):
    """BIOES tags → the part of MISC for each word."""
    result = [None] * len(names)
    for first, last, kind in spans(["O" if t is None else t for t in names]):
        for i in range(first, last + 1):
            result[i] = f"Name={'B' if i == first else 'I'}-{kind}"
    return result


def gum(path, out):
    rows, lines = [], []

    def finish():
        if not rows:
            return
        names = marks(sentence_of(rows, gum=True).names)
        number = 0
        for line in lines:
            columns = line.split("\t")
            if columns[0].isdigit():
                if names[number]:
                    columns[9] = names[number] if columns[9] == "_" else columns[9] + "|" + names[number]
                number += 1
            out.write("\t".join(columns) + "\n")
        out.write("\n")
        rows.clear(), lines.clear()

    with open_text(path) as f:
        for line in f:
            line = line.rstrip("\n")
            if not line:
                finish()
                continue
            lines.append(line)
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
    finish()


def redocred(path, trees, out):
    """Words and names only; demonyms ("Syrian"), which the treebanks do not call names, are none."""
    adjectives = capitalised_adjectives([s for t in trees for s in documents.flat(documents.treebank(t, HELD_OUT))])
    for number, document in enumerate(documents.redocred(path, adjectives, longest=1000)):
        out.write(f"# newdoc id = {number}\n")
        for s in document:
            for i, (word, mark) in enumerate(zip(s.words, marks(s.names)), 1):
                out.write("\t".join([str(i), word.replace(" ", ""), "_", "_", "_", "_", "_", "_", "_", mark or "_"]) + "\n")
            out.write("\n")


def main():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument("file", help="a section of GUM, or Re-DocRED's JSON (with --trees)")
    a.add_argument("--trees", nargs="*", help="the treebanks' training sections, which tell demonyms")
    a = a.parse_args()
    if a.file.removesuffix(".xz").endswith(".json"):
        redocred(a.file, a.trees or [], sys.stdout)
    else:
        gum(a.file, sys.stdout)


if __name__ == "__main__":
    main()
