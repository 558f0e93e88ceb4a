#!/usr/bin/env python3
"""Trains the head that ranks antecedents, on the vectors of mentions as a model file's heads make them. See README.md."""
import argparse
import os
import random
import time

import torch

from facts import add_data_arguments, documents, gum_documents
from relata_training import modelfile
from relata_training.facts import antecedents, batches, examples, senses
from relata_training.facts.antecedents import AntecedentRanker, Traits
from relata_training.facts.batches import Prepared, Read
from relata_training.facts.inventory import relations as relation_list
from relata_training.facts.model import FactReader

PAIRS = 60_000  # of a batch


class Document:
    """A document's mentions as the heads see them, which stays as it is, and whom each may speak of."""

    def __init__(self, example, vectors):
        self.vectors, self.traits = vectors, Traits(example)
        self.pairs = antecedents.pairs(self.traits, vectors[2][:, :-1].float().numpy())


@torch.no_grad()
def read(model, found, wordpiece, window, words=8000):
    """`Document`s of examples."""
    result, group, size = [], [], 0
    for k, example in enumerate(found):
        if example.mentions:
            group.append(Prepared(example, wordpiece, window))
            size += len(example.forms)
        if group and (size > words or k + 1 == len(found)):
            batches.lower_all(model, group, wordpiece)
            r = Read(model, group, autocast=False)
            kinds = torch.cat([r.scores[:, 1:].softmax(-1), r.scores[:, :1].sigmoid()], 1)
            for p, first, start in zip(group, r.first, r.starts):
                at = slice(first, first + len(p.example.mentions))
                result.append(Document(p.example, [x.half() for x in (r.m[at], r.w[start + p.index[:, 0]], kinds[at])]))
            group, size = [], 0
    return result


def main():
    a = argparse.ArgumentParser(description=__doc__)
    add_data_arguments(a)
    a.add_argument("--gum-development", nargs=2, metavar=("READINGS", "CLUSTERS"), help="of GUM's development section, to measure on")
    a.add_argument("--output", required=True)
    a.add_argument("--epochs", type=int, default=8, help="0: only measure what --begin has")
    a.add_argument("--begin", help="a checkpoint to go on from")
    a.add_argument("--window", type=int, default=128)
    a.add_argument("--others", type=float, default=0.35, help="the part of the broadcasts and composed articles that an epoch reads, others each time")
    a.add_argument("--rate", type=float, default=3e-3)
    a.add_argument("--dropout", type=float, default=0.35)
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--threads", type=int, default=2)
    a = a.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    names, symmetric = relation_list(os.path.join(a.annotated, "relations.txt"))
    numbers = {n: i for i, n in enumerate(names)}
    analyser, wordpiece, _ = modelfile.load(a.model)
    if a.senses:
        examples.SENSES.update(senses.load(a.senses, numbers))
    model = FactReader(analyser, len(names))
    model.load_state_dict(modelfile.facts(a.model, model.state_dict()))
    model.eval()
    begin = time.time()
    training, *development = documents(a, numbers, symmetric)
    if a.gum_readings:
        training += gum_documents(a.gum_readings, a.gum_clusters, numbers)
    if a.gum_development:
        development.append(gum_documents(*a.gum_development, numbers))
    development = [read(model, found, wordpiece, a.window) for found in development if found]
    ranker = AntecedentRanker(model.width, a.dropout)
    if a.begin:
        ranker.load_state_dict(torch.load(a.begin)["antecedents"])

    def measured():
        ranker.eval()
        for found in development:
            print("   ", antecedents.measure(ranker, found), flush=True)

    if a.epochs:
        training = [d for d in read(model, training, wordpiece, a.window) if d.pairs]
    print(f"{len(training)} documents, {time.time() - begin:.0f} s", flush=True)
    optimiser = torch.optim.AdamW(ranker.parameters(), lr=a.rate, betas=(0.9, 0.98), weight_decay=0.01)
    average = {k: v.clone() for k, v in ranker.state_dict().items()}
    step, begin = 0, time.time()
    for epoch in range(a.epochs):
        order = [d for d in training if d.traits.example.source not in (1, 2, 3) or rng.random() < a.others]
        rng.shuffle(order)
        groups, size = [[]], 0
        for d in order:
            if size > PAIRS:
                groups.append([])
                size = 0
            groups[-1].append(d)
            size += len(d.pairs[0])
        ranker.train()
        total = 0
        for k, group in enumerate(groups):
            for g in optimiser.param_groups:
                g["lr"] = a.rate * min(1, (step + 1) / 30) * max(0.02, 1 - (epoch + k / len(groups)) / a.epochs)
            loss = ranker.loss(group)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(ranker.parameters(), 1.0)
            optimiser.step()
            step, total = step + 1, total + loss.item()
            with torch.no_grad():
                for key, v in ranker.state_dict().items():
                    average[key].lerp_(v, 1 - min(0.99, (step + 1) / (step + 10)))
        print(f"epoch {epoch + 1} step {step} {time.time() - begin:.0f} s, loss {total / len(groups):.4f}", flush=True)
        if epoch % 3 == 2 or epoch + 1 == a.epochs:
            kept = {k: v.clone() for k, v in ranker.state_dict().items()}
            ranker.load_state_dict(average)
            measured()
            os.makedirs(a.output, exist_ok=True)
            torch.save({"antecedents": average, "step": step}, os.path.join(a.output, "checkpoint.pt"))
            ranker.load_state_dict(kept)
    if not a.epochs:
        measured()


if __name__ == "__main__":
    main()
