"""Writes trained weights as the data file of the program; README.md describes its layout."""

from __future__ import annotations

import argparse
import struct
from pathlib import Path

import numpy

from corpus import languages


def packed(model: dict[str, numpy.ndarray], names: dict[str, str]) -> bytes:
    vectors, weights, bias = model["vectors"], model["weights"], model["bias"]
    # A few vectors far outside cost all others their precision: they are cut off.
    scale = float(numpy.percentile(numpy.abs(vectors), 99.99)) / 127
    rounded = numpy.clip(numpy.round(vectors / scale), -127, 127).astype(numpy.int8)
    codes = [str(code) for code in model["codes"]]
    parts = [b"RLID", struct.pack("<HHIH", 1, vectors.shape[1], vectors.shape[0], len(codes))]
    for code in codes:
        for text in (code.encode(), names[code].encode()):
            parts += [struct.pack("<B", len(text)), text]
    parts.append(bias.astype("<f4").tobytes())
    parts.append((weights.T * scale).astype("<f4").tobytes())
    parts.append(rounded.tobytes())
    return b"".join(parts)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("model", type=Path, help="what train.py wrote")
    options.add_argument("file", type=Path, help="languages.bin")
    given = options.parse_args()
    names = {language["code"]: language["name"] for language in languages()}
    given.file.write_bytes(packed(dict(numpy.load(given.model)), names))
    print(f"{given.file}: {given.file.stat().st_size} bytes")


if __name__ == "__main__":
    main()
