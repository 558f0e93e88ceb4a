#!/usr/bin/env python3
"""A collection of made articles → records in Parquet, for resolution.py.

  collection_records.py COLLECTION --output RECORDS

The collection is one of `CollectionBenchmark collection` (Benchmarks/collections). Its articles are
made of few texts, which would all be copies of each other, so their signatures are made, too: 160
hashes of chance, and every twentieth article has those of the one before it.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import struct
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

HASHES = 160
SEQUENCES = 400
COPIES = 20
ROWS = 1000

SCHEMA = pa.schema(
    [
        ("id", pa.string()),
        ("record", pa.string()),
        ("extraction", pa.binary()),
        ("signature", pa.binary()),
    ]
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("collection", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    with pq.ParquetWriter(options.output, SCHEMA, compression="zstd") as writer:
        for batch in batches(options.collection):
            writer.write_batch(batch)


def batches(path: Path) -> Iterator[pa.RecordBatch]:
    database = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    rows: list[dict[str, object]] = []
    query = "SELECT number, id, record, extraction FROM document ORDER BY number"
    for number, name, record, extraction in database.execute(query):
        original = number - 1 if number % COPIES == 0 else number
        rows.append(
            {
                "id": name,
                "record": record,
                "extraction": extraction,
                "signature": signature(random.Random(original)),
            }
        )
        if len(rows) == ROWS:
            yield pa.RecordBatch.from_pylist(rows, schema=SCHEMA)
            rows = []
    if rows:
        yield pa.RecordBatch.from_pylist(rows, schema=SCHEMA)


def signature(dice: random.Random) -> bytes:
    """In the layout of `ShingleSignature.bytes`."""
    hashes = sorted(dice.sample(range(1 << 32), HASHES))
    return struct.pack(f"<BII{HASHES}I", 1, SEQUENCES, 0, *hashes)


if __name__ == "__main__":
    main()
