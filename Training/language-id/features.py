"""The features of a text: hashed n-grams of one to four letters within its words, and its words. `NgramHashing.swift` does the same."""

from __future__ import annotations

import unicodedata

import numpy

# The scripts that several languages of the model are written in; languages.tsv has nothing for the others.
SCRIPTS = [
    (0x41, 0x2FF),  # Latin
    (0x300, 0x36F),  # marks
    (0x400, 0x52F),  # Cyrillic
    (0x590, 0x5FF),  # Hebrew
    (0x600, 0x6FF), (0x750, 0x77F),  # Arabic
    (0x900, 0x97F),  # Devanagari
    (0x1200, 0x137F),  # Ethiopic
    (0x1E00, 0x1EFF),  # Latin for Vietnamese, Yoruba and others
]
LIMIT = 0x2000
LONGEST = 24
SPACE = 0x20


def folding() -> numpy.ndarray:
    """For every scalar below `LIMIT` its lower-case letter, or a space for what is no letter."""
    table = numpy.full(LIMIT + 1, SPACE, dtype=numpy.uint32)
    for first, last in SCRIPTS:
        for scalar in range(first, last + 1):
            character = chr(scalar)
            if unicodedata.category(character)[0] in "LM":
                lower = character.lower()
                table[scalar] = ord(lower) if len(lower) == 1 else scalar
    return table


FOLDING = folding()


def folded(text: str) -> numpy.ndarray:
    """Letters and single spaces, a space first and last."""
    scalars = numpy.frombuffer(text.encode("utf-32-le", "replace"), dtype=numpy.uint32)
    letters = FOLDING[numpy.minimum(scalars, LIMIT)]
    letters = numpy.concatenate(([SPACE], letters, [SPACE])).astype(numpy.uint32)
    keep = numpy.ones(len(letters), dtype=bool)
    keep[1:] = (letters[1:] != SPACE) | (letters[:-1] != SPACE)
    return letters[keep]


def spread(hashes: numpy.ndarray, buckets: int) -> numpy.ndarray:
    hashes = hashes ^ (hashes >> numpy.uint32(15))
    hashes = hashes * numpy.uint32(0x2C1B3C6D)
    hashes = hashes ^ (hashes >> numpy.uint32(12))
    return ((hashes.astype(numpy.uint64) * numpy.uint64(buckets)) >> numpy.uint64(32)).astype(numpy.int32)


def features(text: str, buckets: int) -> numpy.ndarray:
    """The bucket of every n-gram and word."""
    letters = folded(text)
    count = len(letters)
    if count < 3:
        return numpy.zeros(0, dtype=numpy.int32)
    spaces = letters == SPACE
    found = []
    prime = numpy.uint32(16777619)
    hashes = numpy.full(count, 2166136261, dtype=numpy.uint32)
    open_ = numpy.ones(count, dtype=bool)  # no space inside so far
    for length in range(1, 5):
        hashes = hashes[: count - length + 1]
        open_ = open_[: count - length + 1]
        if length > 2:
            open_ = open_ & ~spaces[length - 2 : count - 1][: len(open_)]
        hashes = (hashes ^ letters[length - 1 :]) * prime
        valid = open_ & ~spaces[: len(open_)] if length == 1 else open_
        found.append(spread(hashes[valid], buckets))
    # Words of three letters and more; shorter ones are n-grams with their spaces.
    starts = numpy.flatnonzero(spaces[:-1]) + 1
    ends = numpy.append(starts[1:] - 1, count - 1)
    lengths = ends - starts
    keep = (lengths >= 3) & (lengths <= LONGEST)
    starts, lengths = starts[keep], lengths[keep]
    hashes = numpy.full(len(starts), 0x9E3779B9, dtype=numpy.uint32)
    for index in range(int(lengths.max(initial=0))):
        inside = index < lengths
        hashes[inside] = (hashes[inside] ^ letters[starts[inside] + index]) * prime
    found.append(spread(hashes, buckets))
    return numpy.concatenate(found)
