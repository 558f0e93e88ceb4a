"""Sentences as padded tensors, grouped by length."""
import random

import torch

from .wordpiece import shape


def encode(sentence, wordpiece, max_subwords=510):
    ids, shapes, first = [wordpiece.cls], [9], []
    for w in sentence.words:
        pieces = wordpiece.pieces(w)
        if len(ids) + len(pieces) > max_subwords:
            return None
        first.append(len(ids))
        ids += pieces
        shapes += [shape(w)] * len(pieces)
    return ids + [wordpiece.sep], shapes + [9], first


def groups(encoded, subwords, rng=random):
    """Index lists of about `subwords` subwords each, of similar length, in random order."""
    order = sorted(range(len(encoded)), key=lambda i: (len(encoded[i][0]) + rng.random() * 3))
    result, current, longest = [], [], 0
    for i in order:
        longest = max(longest, len(encoded[i][0]))
        if current and longest * (len(current) + 1) > subwords:
            result.append(current)
            current, longest = [], len(encoded[i][0])
        current.append(i)
    if current:
        result.append(current)
    rng.shuffle(result)
    return result


def pad(rows, value):
    n = max(len(r) for r in rows)
    return torch.tensor([r + [value] * (n - len(r)) for r in rows])


def tensors(encoded):
    ids = pad([e[0] for e in encoded], 0)
    shapes = pad([e[1] for e in encoded], 9)
    mask = pad([[True] * len(e[0]) for e in encoded], False)
    first = pad([e[2] for e in encoded], 0)
    return ids, shapes, mask, first
