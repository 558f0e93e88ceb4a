#!/usr/bin/env python3
"""Adds the heads that read facts to a model file, or the one that ranks antecedents, or replaces them (Documentation/model-file.md)."""
import argparse
import json
import os
import struct
import zlib

import numpy as np
import torch

from export import ALIGNMENT, panels, quantise
from relata_training.facts.antecedents import KINDS
from relata_training.facts.inventory import MODALITIES, TYPES
from relata_training.modelfile import ModelFile

PREFIX = "facts."
ANTECEDENTS = "antecedents."
# Vectors that are read as they are, and layers that are applied to one row at a time.
PLAIN = ("mention_kind", "mention_type", "region", "distance", "rule.", "trigger.", "trigger_weight", "rule_weight", "link.")
LINEAR = ("mention_head", "mention_first", "mention_last", "entity", "subject", "object", "subject_gate", "object_gate", "subject_query",
          "object_query", "key", "value", "null", "null_object", "second", "relation", "relation_subject", "relation_object",
          "qualities", "time_query", "time_key", "time_slots")


def tensors(state):
    """(name, array, quantised) in the order of the file."""
    layers = sorted({int(k.split(".")[1]) for k in state if k.startswith("layers.")})
    for i in layers:
        for name in ("query", "key", "value", "output", "up", "down"):
            yield f"layer{i}.{name}.weight", state[f"layers.{i}.{name}.weight"], "int8-panels"
            yield f"layer{i}.{name}.bias", state[f"layers.{i}.{name}.bias"], "float32"
        for name in ("norm1", "norm2"):
            yield f"layer{i}.{name}.gain", state[f"layers.{i}.{name}.weight"], "float32"
            yield f"layer{i}.{name}.shift", state[f"layers.{i}.{name}.bias"], "float32"
    for name in LINEAR:
        weight = state[name + ".weight"]
        yield name + ".weight", weight, "int8-panels"
        yield name + ".bias", state.get(name + ".bias", np.zeros(len(weight), np.float32)), "float32"
    for name, array in state.items():
        if name.startswith(PLAIN) and not name.startswith(("rule_weight", "trigger_weight")) or name in ("rule_weight", "trigger_weight"):
            yield name if name.startswith("link.") else name.removesuffix(".weight"), array, "float32"


def antecedent_tensors(state):
    """The same of the head that ranks antecedents. What a mention can be is read at the width that the runtime rounds at once."""
    columns = len(state["mention.weight"])
    kind = state["kind.weight"]
    for name, weight in (("mention", state["mention.weight"]), ("word", state["word.weight"]),
                         ("kind", np.pad(kind, ((0, 0), (0, KINDS - kind.shape[1]))))):
        yield f"{ANTECEDENTS}{name}.weight", weight, "int8-panels"
        yield f"{ANTECEDENTS}{name}.bias", state.get(name + ".bias", np.zeros(columns, np.float32)), "float32"
    for name, array in state.items():
        if name.startswith("features."):
            yield ANTECEDENTS + name.removesuffix(".weight"), array, "float32"
        elif name.startswith(("output.", "new.")):
            yield ANTECEDENTS + name, array, "float32"


def mean(checkpoints, key):
    """The mean of several checkpoints' weights (Wortsman et al., "Model soups", 2022)."""
    found = [torch.load(c, map_location="cpu")[key] for c in checkpoints]
    return {k: (sum(f[k].float() for f in found) / len(found)).numpy() for k in found[0]}


def size_of(tensor, part):
    """The bytes of a tensor's values (`offset`), scales or sums."""
    if part != "offset":
        return 4 * tensor["rows"]
    if tensor["type"] == "float32":
        return 4 * tensor["rows"] * tensor["columns"]
    rows = tensor["rows"] + (-tensor["rows"] % 16 if tensor["type"] == "int8-panels" else 0)
    return rows * tensor["columns"]


def end(tensor):
    """Where a tensor ends in the payload."""
    return max(tensor[part] + size_of(tensor, part) for part in ("offset", "scales", "sums") if part in tensor)


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--model", required=True, help="english.relata, read and written")
    p.add_argument("--checkpoint", nargs="*", default=[], help="of facts.py; of several that began from one another the mean is taken")
    p.add_argument("--antecedents", help="of antecedents.py, trained on the heads that the file has afterwards")
    p.add_argument("--output", help="another file to write")
    a = p.parse_args()
    if not a.checkpoint and not a.antecedents:
        p.error("nothing to export: name --checkpoint or --antecedents")
    file = ModelFile(a.model)
    header, labels = file.header, {}
    of_antecedents = PREFIX + ANTECEDENTS
    kept = [t for t in header["tensors"] if not t["name"].startswith(PREFIX)]
    copied, new = [], []
    if a.checkpoint:
        new += tensors(mean(a.checkpoint, "model"))
        labels = {"entity_types": TYPES, "relations": torch.load(a.checkpoint[-1], map_location="cpu")["relations"], "modalities": MODALITIES}
    else:
        copied += [t for t in header["tensors"] if t["name"].startswith(PREFIX) and not t["name"].startswith(of_antecedents)]
    if a.antecedents:
        new += antecedent_tensors(mean([a.antecedents], "antecedents"))
    else:
        copied += [t for t in header["tensors"] if t["name"].startswith(of_antecedents)]
        print("antecedents: " + ("of the former heads" if copied else "none") + "; train them on these (antecedents.py)")
    payload = bytearray(file.payload[:max(header["vocabulary"]["offset"] + header["vocabulary"]["size"], *(end(t) for t in kept))])

    def put(data):
        payload.extend(b"\0" * (-len(payload) % ALIGNMENT))
        start = len(payload)
        payload.extend(data)
        return start

    for t in copied:
        for key in ("offset", "scales", "sums"):
            if key in t:
                t[key] = put(file.payload[t[key]:t[key] + size_of(t, key)])
        kept.append(t)
    for name, array, kind in new:
        matrix = np.asarray(array, np.float32)
        matrix = matrix.reshape(1, -1) if matrix.ndim == 1 else matrix
        entry = {"name": PREFIX + name, "rows": matrix.shape[0], "columns": matrix.shape[1], "type": kind}
        if kind == "float32":
            entry["offset"] = put(matrix.astype("<f4").tobytes())
        else:
            q, scale = quantise(matrix)
            entry["offset"] = put(np.ascontiguousarray(panels(q)).tobytes())
            entry["scales"] = put(scale.tobytes())
            entry["sums"] = put(q.astype("<i4").sum(1, dtype="<i4").tobytes())
        kept.append(entry)
    header["tensors"] = kept
    header["labels"].update(labels)
    header["payload"] = {"size": len(payload), "crc32": zlib.crc32(bytes(payload))}
    text = json.dumps(header, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")
    head = b"RELATAM1" + struct.pack("<I", len(text)) + text
    head += b"\0" * (-len(head) % ALIGNMENT)
    output = a.output or a.model
    with open(output + ".tmp", "wb") as f:
        f.write(head + payload)
    os.replace(output + ".tmp", output)
    print(f"{output}: {len(head) + len(payload):,} bytes")


if __name__ == "__main__":
    main()
