#!/usr/bin/env python3
"""Writes what a teacher (a checkpoint of facts.py with --base) says of documents, for students to learn from."""
import argparse
import json
import os
import time

import torch

from facts import records
from relata_training.facts import batches
from relata_training.facts.batches import Prepared
from relata_training.facts.distil import answer
from relata_training.facts.examples import UNKNOWN, base
from relata_training.facts.model import FactReader
from relata_training.model import TEACHER, Analyser
from relata_training.wordpiece import WordPiece


def main():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument("--readings", nargs="+", required=True, help="what `relata reading` prints of the documents")
    a.add_argument("--teacher", required=True), a.add_argument("--base", required=True), a.add_argument("--output", required=True)
    a.add_argument("--window", type=int, default=192)
    a.add_argument("--no-rules", action="store_true")
    a.add_argument("--threads", type=int, default=2)
    a = a.parse_args()
    torch.set_num_threads(a.threads)
    wordpiece = WordPiece(os.path.join(a.base, "tokenizer.json"))
    analyser = Analyser({k: 2 for k in ("upos", "xpos", "feats", "lemma_scripts", "names", "labels")}, TEACHER)
    analyser.load_base(os.path.join(a.base, "model.safetensors"))
    checkpoint = torch.load(a.teacher)
    names = checkpoint["relations"]
    numbers = {n: i for i, n in enumerate(names)}
    model = FactReader(analyser, len(names), shared=checkpoint["shared"])
    model.load_state_dict(checkpoint["model"])
    model.eval()
    answers, begin = {}, time.time()
    for path in a.readings:
        prepared = []
        for name, record in records(path):
            e = base(record, numbers)
            e.entities, e.types, e.antecedents = [UNKNOWN] * len(e.mentions), [UNKNOWN] * len(e.mentions), [None] * len(e.mentions)
            if e.mentions:
                prepared.append(Prepared(e, wordpiece, a.window))
        for k in range(0, len(prepared), 64):
            part = prepared[k:k + 64]
            batches.lower_all(model, part, wordpiece)
            for p in part:
                answers[p.example.name] = answer(model, p, len(names), not a.no_rules)
                p.lower = None
        print(f"{path}: {len(answers)} documents, {time.time() - begin:.0f} s", flush=True)
    torch.save(answers, a.output)


if __name__ == "__main__":
    main()
