"""Reads `english.relata` back: the analyser's weights as floats, its labels and its vocabulary (Documentation/model-file.md)."""
import json
import struct

import numpy as np
import torch

from .model import STUDENT, Analyser
from .wordpiece import WordPiece

ALIGNMENT = 64


class ModelFile:
    def __init__(self, path):
        with open(path, "rb") as f:
            data = f.read()
        assert data[:8] == b"RELATAM1"
        size = struct.unpack("<I", data[8:12])[0]
        self.header = json.loads(data[12:12 + size])
        start = 12 + size
        self.payload = data[start + -start % ALIGNMENT:]
        self.tensors = {t["name"]: t for t in self.header["tensors"]}

    def vocabulary(self):
        at = self.header["vocabulary"]
        pieces = self.payload[at["offset"]:at["offset"] + at["size"]].decode("utf-8").split("\n")
        return {p: i for i, p in enumerate(pieces)}

    def _read(self, offset, count, kind):
        return np.frombuffer(self.payload, kind, count, offset)

    def floats(self, name):
        """A tensor as [rows, columns] floats; one of one row as a vector."""
        t = self.tensors[name]
        rows, columns = t["rows"], t["columns"]
        if t["type"] == "float32":
            values = self._read(t["offset"], rows * columns, "<f4").reshape(rows, columns)
        else:
            scale = self._read(t["scales"], rows, "<f4")[:, None]
            if t["type"] == "int8":
                q = self._read(t["offset"], rows * columns, np.int8).reshape(rows, columns)
            else:
                padded = rows + -rows % 16
                q = self._read(t["offset"], padded * columns, np.int8).reshape(padded // 16, columns // 4, 16, 4)
                q = q.transpose(0, 2, 1, 3).reshape(padded, columns)[:rows]
            values = q.astype(np.float32) * scale
        values = torch.from_numpy(values.copy())
        return values[0] if rows == 1 else values


class FileWordPiece(WordPiece):
    """The word pieces of a model file, without its tokenizer.json."""

    def __init__(self, vocabulary):
        self.vocab = vocabulary
        self.pad, self.unk, self.cls, self.sep = (vocabulary[t] for t in ("[PAD]", "[UNK]", "[CLS]", "[SEP]"))


def load(path):
    """(analyser with the file's weights, word pieces, labels)."""
    file = ModelFile(path)
    labels = file.header["labels"]
    model = Analyser({k: len(v) for k, v in labels.items()}, STUDENT)
    state = {}
    for name in file.tensors:
        if name.startswith("facts."):
            continue
        key = name
        if name in ("words", "positions", "shapes"):
            key = name + ".weight"
        elif name.split(".")[0] in model.token_heads:
            key = "token_heads." + name
        elif name.startswith("layer"):
            number, rest = name[5:].split(".", 1)
            key = f"layers.{number}.{rest}"
        key = key.replace(".gain", ".weight").replace(".shift", ".bias")
        state[key] = file.floats(name)
    print(model.load_state_dict(state, strict=False))
    return model, FileWordPiece(file.vocabulary()), labels


def facts(path, state):
    """The weights of the heads that read facts as a checkpoint has them. `state`: of a reader of the same design, which tells names and
    shapes; what is not in the file (how much annotators of other corpora write down, and the coreference that only shapes the mentions'
    vectors) is as there, and is told."""
    file, found = ModelFile(path), {}
    for key, like in state.items():
        name = key
        if key.startswith("layers."):
            _, number, rest = key.split(".", 2)
            name = f"layer{number}.{rest}"
            if "norm" in rest:
                name = name.replace(".weight", ".gain").replace(".bias", ".shift")
        candidates = [f"facts.{name}", f"facts.{name.removesuffix('.weight')}"]
        stored = next((c for c in candidates if c in file.tensors), None)
        if not stored:
            print(f"{path}: no {name}, which begins anew")
        found[key] = file.floats(stored).reshape(like.shape) if stored else like
    return found
