"""Training documents from the treebanks, Re-DocRED and plain text."""
import collections
import json
import os

from . import data


def find(folder, name):
    for path in (os.path.join(folder, name), os.path.join(folder, name + ".xz")):
        if os.path.exists(path):
            return path
    raise SystemExit(f"{folder}: no {name}")


def treebank(path, skip=frozenset(), longest=None):
    """Documents as lists of sentences."""
    documents, last = [], object()
    for doc, s in data.read_conllu_documents(path, skip):
        if doc != last:
            documents.append([])
            last = doc
        if longest is None or len(s.words) <= longest:
            documents[-1].append(s)
    return [d for d in documents if d]


def redocred(path, adjectives, longest=80):
    return [[s for s in d if len(s.words) <= longest] for d in data.read_redocred_documents(path, adjectives)]


def flat(documents):
    return [s for d in documents for s in d]
