#!/usr/bin/env python3
"""Trains the log-linear model of relations that stands beside the heads: `relations.bin`. See README.md for data and commands."""
import argparse
import collections
import random
import struct

import numpy as np
import torch

from facts import add_data_arguments, documents
from relata_training.facts.examples import head_of
from relata_training.facts.inventory import relations as relation_list
from relata_training.facts.lexical import of_link

MAGIC = b"RELRELA1"


def bag(rows):
    """Indices and offsets as `EmbeddingBag` takes them."""
    offsets = np.cumsum([0] + [len(r) for r in rows[:-1]])
    return torch.tensor([x for r in rows for x in r], dtype=torch.long), torch.tensor(offsets, dtype=torch.long)


def fit(rows, answers, features, relations, a):
    """The weights [features, relations] of a softmax over sums."""
    weights = torch.nn.EmbeddingBag(features, relations, mode="sum")
    torch.nn.init.zeros_(weights.weight)
    optimiser = torch.optim.Adagrad(weights.parameters(), lr=a.rate)
    order = list(range(len(rows)))
    for epoch in range(a.epochs):
        random.shuffle(order)
        total = 0
        for k in range(0, len(order), 2048):
            chosen = order[k:k + 2048]
            indices, offsets = bag([rows[x] for x in chosen])
            loss = -(answers[chosen] * weights(indices, offsets).log_softmax(-1)).sum() / len(chosen)
            penalty = a.penalty * (weights.weight[indices.unique()] ** 2).sum()
            optimiser.zero_grad()
            (loss + penalty).backward()
            optimiser.step()
            total += loss.item() * len(chosen)
        print(f"epoch {epoch + 1}: {total / len(rows):.4f}", flush=True)
    return weights.weight.detach()


def pruned(weights, most, least):
    """The weights that are kept, in steps of the scale, −127…127, and the scale."""
    kept = weights.clone()
    kept[kept.abs() < kept.abs().topk(most, 1).values[:, -1:]] = 0
    kept[kept.abs() < least] = 0
    scale = kept.abs().max().item() / 127
    return (kept / scale).round().to(torch.int8).numpy(), scale


def write(path, keys, steps, scale, names):
    """Documentation/model-file.md describes the layout."""
    order = [k for k in sorted(range(len(keys)), key=lambda k: keys[k]) if steps[k].any()]
    starts, relations, values = [0], [], []
    for k in order:
        at = steps[k].nonzero()[0]
        relations += at.tolist()
        values += steps[k][at].tolist()
        starts.append(len(relations))
    text = "\n".join(names).encode("utf-8")
    with open(path, "wb") as f:
        f.write(MAGIC + struct.pack("<IIIIf", len(order), len(names), len(relations), len(text), scale))
        f.write(np.array([keys[k] for k in order], "<u8").tobytes())
        f.write(np.array(starts, "<u4").tobytes())
        f.write(np.array(relations, "u1").tobytes() + np.array(values, "i1").tobytes() + text)
    print(f"{len(order)} features, {len(relations)} weights")


def main():
    a = argparse.ArgumentParser(description=__doc__)
    add_data_arguments(a)
    a.add_argument("--output", required=True)
    a.add_argument("--epochs", type=int, default=8)
    a.add_argument("--rate", type=float, default=0.05)
    a.add_argument("--penalty", type=float, default=1e-5)
    a.add_argument("--least-count", type=int, default=3, help="how often a feature must occur")
    a.add_argument("--most", type=int, default=24, help="weights kept of a feature")
    a.add_argument("--least", type=float, default=0.1, help="weights kept, in size")
    a = a.parse_args()
    random.seed(1)
    torch.manual_seed(1)
    torch.set_num_threads(1)
    names, symmetric = relation_list(f"{a.annotated}/relations.txt")
    numbers = {n: i for i, n in enumerate(names)}
    training, *held = documents(a, numbers, symmetric)
    found = [(of_link(e, l, head_of), l.relations) for e in training for l in e.links]
    counts = collections.Counter(x for f, _ in found for x in f)
    keys = sorted(k for k, c in counts.items() if c >= a.least_count)
    index = {k: i for i, k in enumerate(keys)}
    rows = lambda fs: [[index[x] for x in f if x in index] for f in fs]
    answers = torch.zeros(len(found), len(names))
    for i, (_, relations) in enumerate(found):
        for k, v in relations.items():
            answers[i, k] = v
    print(f"{len(found)} facts, {len(keys)} features of {len(counts)}")
    weights = fit(rows([f for f, _ in found]), answers, len(keys), len(names), a)
    steps, scale = pruned(weights, a.most, a.least)
    for name, examples in zip(("articles", "broadcasts"), held):
        asked = [(l, of_link(e, l, head_of)) for e in examples for l in e.links]
        if asked:
            read = torch.tensor(steps, dtype=torch.float32) * scale
            right = sum(read[r].sum(0).argmax().item() in l.relations for (l, _), r in zip(asked, rows([f for _, f in asked])))
            print(f"{name} kept apart: {right} of {len(asked)} relations right ({right / len(asked):.3f}), by the annotated trigger")
    write(a.output, keys, steps, scale, names)


if __name__ == "__main__":
    main()
