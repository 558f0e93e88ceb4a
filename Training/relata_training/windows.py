"""Windows: consecutive sentences of a document read together, [CLS] first [SEP] second [SEP] …, so that a name is seen in its context."""
from dataclasses import dataclass

import torch

from .wordpiece import shape


@dataclass
class Piece:
    """A sentence as word pieces. `first`: index of each word's first piece."""
    sentence: object
    ids: list
    shapes: list
    first: list


def piece(sentence, wordpiece, limit=400):
    """None for a sentence of more than `limit` pieces."""
    ids, shapes, first = [], [], []
    for w in sentence.words:
        p = wordpiece.pieces(w)
        first.append(len(ids))
        ids += p
        shapes += [shape(w)] * len(p)
    return Piece(sentence, ids, shapes, first) if 0 < len(ids) <= limit else None


def windows(document, limit):
    """Lists of consecutive pieces, at most `limit` word pieces with their separators (a longer sentence is alone)."""
    result, size = [], 0
    for p in document:
        if not result or size + len(p.ids) + 1 > limit:
            result.append([])
            size = 1
        result[-1].append(p)
        size += len(p.ids) + 1
    return result


def length(window):
    return 1 + sum(len(p.ids) + 1 for p in window)


def groups(all_windows, pieces, rng=None):
    """Batches of about `pieces` word pieces: windows of similar length together, batches in random order."""
    order = sorted(range(len(all_windows)), key=lambda i: length(all_windows[i]) + (rng.random() * 3 if rng else 0))
    result, current, longest = [], [], 0
    for i in order:
        n = length(all_windows[i])
        if current and max(longest, n) * (len(current) + 1) > pieces:
            result.append(current)
            current, longest = [], 0
        longest = max(longest, n)
        current.append(i)
    if current:
        result.append(current)
    if rng:
        rng.shuffle(result)
    return result


def pad(rows, value):
    n = max(len(r) for r in rows)
    return torch.tensor([r + [value] * (n - len(r)) for r in rows])


def tensors(batch, wordpiece, bare=False):
    """(ids, shapes, mask, first) and the pieces in the order of `first`'s rows. `bare`: without separators between sentences."""
    ids, shapes = [], []
    for window in batch:
        i, s = [wordpiece.cls], [9]
        for p in window:
            i += p.ids + ([] if bare else [wordpiece.sep])
            s += p.shapes + ([] if bare else [9])
        if bare:
            i.append(wordpiece.sep)
            s.append(9)
        ids.append(i)
        shapes.append(s)
    n = max(len(r) for r in ids)
    first, sentences = [], []
    for row, window in enumerate(batch):
        start = row * n + 1
        for p in window:
            first.append([start + f for f in p.first])
            sentences.append(p)
            start += len(p.ids) + (0 if bare else 1)
    mask = pad([[True] * len(r) for r in ids], False)
    return (pad(ids, wordpiece.pad), pad(shapes, 9), mask, pad(first, 0)), sentences
