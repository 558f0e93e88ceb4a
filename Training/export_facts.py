#!/usr/bin/env python3
"""Adds the heads that read facts to a model file, or replaces them (Documentation/model-file.md)."""
import argparse
import json
import os
import struct
import zlib

import numpy as np
import torch

from export import ALIGNMENT, panels, quantise
from relata_training.facts.inventory import MODALITIES, TYPES
from relata_training.modelfile import ModelFile

PREFIX = "facts."
# Vectors that are read as they are, and layers that are applied to one row at a time.
PLAIN = ("mention_kind", "mention_type", "coref_features.", "region", "distance", "rule.", "trigger.", "trigger_weight", "rule_weight",
         "coref_output.", "link.")
LINEAR = ("mention_head", "mention_first", "mention_last", "entity", "anaphor", "candidate", "anaphor_hidden", "candidate_hidden", "new",
          "subject", "object", "subject_gate", "object_gate", "subject_query", "object_query", "key", "value", "null", "null_object",
          "second", "relation", "relation_subject", "relation_object", "qualities", "time_query", "time_key", "time_slots")


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
            keep = name if name.startswith(("link.", "coref_output.")) else name.removesuffix(".weight")
            yield keep, array, "float32"


def main():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument("--model", required=True, help="english.relata, read and written")
    a.add_argument("--checkpoint", required=True, nargs="+", help="of facts.py; of several that began from one another the mean is taken")
    a.add_argument("--output", help="another file to write")
    a = a.parse_args()
    file = ModelFile(a.model)
    checkpoints = [torch.load(c, map_location="cpu") for c in a.checkpoint]
    checkpoint = checkpoints[-1]
    # Wortsman et al., "Model soups", 2022.
    state = {k: (sum(c["model"][k].float() for c in checkpoints) / len(checkpoints)).numpy() for k in checkpoint["model"]}
    header = file.header
    kept = [t for t in header["tensors"] if not t["name"].startswith(PREFIX)]
    last = header["vocabulary"]["offset"] + header["vocabulary"]["size"]
    for t in kept:
        size = t["rows"] * t["columns"] * (4 if t["type"] == "float32" else 1)
        if t["type"] == "int8-panels":
            size = (t["rows"] + -t["rows"] % 16) * t["columns"]
        last = max(last, t["offset"] + size, t.get("scales", 0) + 4 * t["rows"] * ("scales" in t), t.get("sums", 0) + 4 * t["rows"] * ("sums" in t))
    payload = bytearray(file.payload[:last])

    def put(data):
        payload.extend(b"\0" * (-len(payload) % ALIGNMENT))
        start = len(payload)
        payload.extend(data)
        return start

    for name, array, kind in tensors(state):
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
    header["labels"].update({"entity_types": TYPES, "relations": checkpoint["relations"], "modalities": MODALITIES})
    header["payload"] = {"size": len(payload), "crc32": zlib.crc32(bytes(payload))}
    text = json.dumps(header, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")
    head = b"RELATAM1" + struct.pack("<I", len(text)) + text
    head += b"\0" * (-len(head) % ALIGNMENT)
    output = a.output or a.model
    with open(output + ".tmp", "wb") as f:
        f.write(head + payload)
    os.replace(output + ".tmp", output)
    print(f"{output}: {len(head) + len(payload):,} bytes, step {checkpoint['step']}")


if __name__ == "__main__":
    main()
