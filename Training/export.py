#!/usr/bin/env python3
"""Writes a checkpoint as the model file that the Swift runtime reads (Documentation/model-file.md)."""
import argparse
import json
import os
import struct
import zlib

import numpy as np
import torch

from relata_training.model import STUDENT
from relata_training.wordpiece import WordPiece, clean

ALIGNMENT = 64
WINDOW = 128


def tensors(state):
    """(name, array, quantised) in the order of the file."""
    yield "words", state["words.weight"], "int8"
    yield "positions", state["positions.weight"], "float32"
    yield "shapes", state["shapes.weight"], "float32"
    for part in ("gain", "shift"):
        yield f"norm.{part}", state["norm.weight" if part == "gain" else "norm.bias"], "float32"
    for i in range(STUDENT.layers):
        for name in ("query", "key", "value", "output", "up", "down"):
            yield f"layer{i}.{name}.weight", state[f"layers.{i}.{name}.weight"], "int8-panels"
            yield f"layer{i}.{name}.bias", state[f"layers.{i}.{name}.bias"], "float32"
        for name in ("norm1", "norm2"):
            yield f"layer{i}.{name}.gain", state[f"layers.{i}.{name}.weight"], "float32"
            yield f"layer{i}.{name}.shift", state[f"layers.{i}.{name}.bias"], "float32"
    for head in ("upos", "xpos", "feats", "lemma_scripts", "names", "starts"):
        yield f"{head}.weight", state[f"token_heads.{head}.weight"], "int8-panels"
        yield f"{head}.bias", state[f"token_heads.{head}.bias"], "float32"
    for name in ("arc_dep", "arc_head", "arc_bilinear", "label_dep", "label_head", "label_bilinear"):
        yield f"{name}.weight", state[f"{name}.weight"], "int8-panels"
        yield f"{name}.bias", state[f"{name}.bias"], "float32"
    yield "arc_root", state["arc_root"], "float32"
    yield "label_root", state["label_root"], "float32"


def folding():
    """Letters whose marks the vocabulary leaves out ("É" → "e"): the runtime needs no Unicode normalisation of its own."""
    table = {}
    for block in (range(0xC0, 0x250), range(0x370, 0x530), range(0x1E00, 0x2000)):
        for c in map(chr, block):
            if clean(c) != c.lower():
                table[c] = clean(c)
    return table


def quantise(matrix):
    scale = np.maximum(np.abs(matrix).max(axis=1), 1e-12) / 127.0
    return np.clip(np.rint(matrix / scale[:, None]), -127, 127).astype(np.int8), scale.astype(np.float32)


def panels(q):
    """Rows in panels of sixteen, four columns after four columns (Documentation/model-file.md); zeros fill the last panel."""
    rows, columns = q.shape
    q = np.concatenate([q, np.zeros((-rows % 16, columns), np.int8)])
    return q.reshape(-1, 16, columns // 4, 4).transpose(0, 2, 1, 3)


def main():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument("--checkpoint", required=True)
    a.add_argument("--base", required=True, help="folder with tokenizer.json")
    a.add_argument("--output", required=True)
    a = a.parse_args()
    checkpoint = torch.load(a.checkpoint, map_location="cpu")
    state = {k: v.float().numpy() for k, v in checkpoint["model"].items()}
    vocabulary = WordPiece(os.path.join(a.base, "tokenizer.json")).vocab
    pieces = [p for p, _ in sorted(vocabulary.items(), key=lambda kv: kv[1])]
    assert list(range(len(pieces))) == sorted(vocabulary.values())

    payload, table = bytearray(), []

    def put(data):
        payload.extend(b"\0" * (-len(payload) % ALIGNMENT))
        start = len(payload)
        payload.extend(data)
        return start

    vocabulary_at = put("\n".join(pieces).encode("utf-8"))
    vocabulary_size = len(payload) - vocabulary_at
    for name, array, kind in tensors(state):
        matrix = array.reshape(1, -1) if array.ndim == 1 else array
        entry = {"name": name, "rows": matrix.shape[0], "columns": matrix.shape[1], "type": kind}
        if kind == "float32":
            entry["offset"] = put(matrix.astype("<f4").tobytes())
        else:
            q, scale = quantise(matrix)
            entry["offset"] = put(np.ascontiguousarray(panels(q) if kind == "int8-panels" else q).tobytes())
            entry["scales"] = put(scale.tobytes())
            if kind == "int8-panels":
                entry["sums"] = put(q.astype("<i4").sum(1, dtype="<i4").tobytes())
        table.append(entry)
    header = json.dumps(
        {"version": 2, "window": WINDOW, "language": "en", "labels": checkpoint["labels"], "folding": folding(),
         "vocabulary": {"offset": vocabulary_at, "size": vocabulary_size},
         "tensors": table, "payload": {"size": len(payload), "crc32": zlib.crc32(bytes(payload))}},
        ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")
    head = b"RELATAM1" + struct.pack("<I", len(header)) + header
    head += b"\0" * (-len(head) % ALIGNMENT)
    with open(a.output + ".tmp", "wb") as f:
        f.write(head + payload)
    os.replace(a.output + ".tmp", a.output)
    print(f"{a.output}: {len(head) + len(payload):,} bytes, step {checkpoint['step']}")


if __name__ == "__main__":
    main()
