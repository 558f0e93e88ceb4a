#!/usr/bin/env python3
"""Writes what a teacher (a checkpoint of facts.py with --base or --beside) says of documents, for students to learn from."""
import argparse
import os
import time

import torch

from facts import larger_base, records
from relata_training import modelfile
from relata_training.facts import batches, examples, senses
from relata_training.facts.batches import Prepared
from relata_training.facts.distil import answer
from relata_training.facts.examples import UNKNOWN, base
from relata_training.facts.model import FactReader, OwnLayers


def main():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument("--readings", nargs="+", required=True, help="what `relata reading` prints of the documents")
    a.add_argument("--teacher", required=True), a.add_argument("--output", required=True)
    a.add_argument("--base", required=True, help="the larger encoder")
    a.add_argument("--model", help="english.relata, whose analyser the teacher reads with the larger encoder beside it")
    a.add_argument("--senses", help="which relations a word can express: senses.tsv")
    a.add_argument("--window", type=int, default=128)
    a.add_argument("--no-rules", action="store_true")
    a.add_argument("--threads", type=int, default=2)
    a = a.parse_args()
    torch.set_num_threads(a.threads)
    analyser, wordpiece = larger_base(a.base)
    checkpoint = torch.load(a.teacher)
    names = checkpoint["relations"]
    numbers = {n: i for i, n in enumerate(names)}
    if a.senses:
        examples.SENSES.update(senses.load(a.senses, numbers))
    second = beside = None
    if a.model:
        beside, second = OwnLayers(analyser, checkpoint["beside_shared"]), wordpiece
        analyser, wordpiece, _ = modelfile.load(a.model)
    model = FactReader(analyser, len(names), shared=checkpoint["shared"], beside=beside)
    model.begin_from(checkpoint["model"])
    model.eval()
    answers, begin = {}, time.time()
    for path in a.readings:
        prepared = []
        for name, record in records(path):
            e = base(record, numbers)
            e.entities, e.types, e.antecedents = [UNKNOWN] * len(e.mentions), [UNKNOWN] * len(e.mentions), [None] * len(e.mentions)
            if e.mentions:
                prepared.append(Prepared(e, wordpiece, a.window, second))
        for k in range(0, len(prepared), 64):
            part = prepared[k:k + 64]
            batches.lower_all(model, part, wordpiece, second)
            for p in part:
                answers[p.example.name] = answer(model, p, len(names), not a.no_rules)
                p.lower = None
                if p.beside:
                    p.beside.lower = None
        print(f"{path}: {len(answers)} documents, {time.time() - begin:.0f} s", flush=True)
    torch.save(answers, a.output)


if __name__ == "__main__":
    main()
