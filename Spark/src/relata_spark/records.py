"""Records in a folder of Parquet: a partition for each batch, as Spark and all else that reads
Parquet expects it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as sql

from relata_spark.errors import RelataError, Status
from relata_spark.reading import RECORD_SCHEMA
from relata_spark.storage import added_batch, stored, writer

EXAMPLES = 20
"""How many failures of a batch are told one by one."""


@dataclass(frozen=True)
class BatchReport:
    """What became of the documents of a batch."""

    batch: str
    read: int
    unread: dict[str, int] = field(default_factory=dict)
    """How many were not read, by the kind of their errors."""
    examples: tuple[tuple[str | None, str], ...] = ()
    """Identifier and error of some that were not read, and are in English."""

    @property
    def failures(self) -> int:
        """How many could not be read; those in other languages are left out with intent."""
        return sum(count for kind, count in self.unread.items() if kind != "foreign language")

    def __str__(self) -> str:
        parts = [f"{self.read} read"]
        parts += [f"{count} {_PHRASES.get(kind, kind)}" for kind, count in self.unread.items()]
        return f"batch {self.batch}: " + ", ".join(parts)


_PHRASES = {
    "foreign language": "not in English",
    "crashed": "set aside, because relata died of them",
    "unnamed": "without identifier",
    "empty": "without text",
}


def write_records(records: DataFrame, path: str, batch: str) -> BatchReport:
    """Reads, by using `records`, and adds what was read as a batch: whole or not at all.

    Raises RelataError where the batch is there already, where a document of it is in another batch
    under the same identifier, or where other batches were read with another ``relata``.
    """
    spark = records.sparkSession
    before = stored_records(spark, path)
    with added_batch(spark, path, batch) as folder:
        writer(records).option("compression", "zstd").parquet(folder)
        added = spark.read.schema(RECORD_SCHEMA).parquet(folder)
        _check_readers(before, added, path)
        check_new(before, added, path)
        return _report(added, batch)


def stored_records(spark: SparkSession, path: str) -> DataFrame:
    """The records of all batches: :data:`RECORD_SCHEMA` and ``batch``."""
    return stored(spark, path, RECORD_SCHEMA)


def check_new(records: DataFrame, documents: DataFrame, path: str) -> None:
    """Raises RelataError where a document, by its identifier, is among the records already."""
    known = records.where(sql.col("id").isNotNull()).select("id", "batch")
    again = documents.select(sql.col("id").cast("string").alias("id")).join(known, "id")
    row = again.orderBy("id").first()
    if row is not None:
        raise RelataError(
            Status.BAD_DATA,
            f"{path}: a document “{row['id']}” is in the batch “{row['batch']}” already; "
            "every document needs an identifier of its own",
        )


def _check_readers(before: DataFrame, added: DataFrame, path: str) -> None:
    readers = [row["reader"] for row in added.select("reader").distinct().collect()]
    others = before.where(~sql.col("reader").isin(readers)).select("reader", "batch")
    other = others.first()
    if other is None or not readers:
        return
    old, new = json.loads(other["reader"]), json.loads(readers[0])
    differences = ", ".join(
        f"{name} {new.get(name)} instead of {old.get(name)}"
        for name in sorted({*old, *new})
        if old.get(name) != new.get(name)
    )
    raise RelataError(
        Status.BAD_DATA,
        f"{path}: the batch “{other['batch']}” was read with another relata or other options "
        f"({differences}); read into a new folder, or all batches again",
    )


def _report(added: DataFrame, batch: str) -> BatchReport:
    counts = {row["kind"]: row["count"] for row in added.groupBy("kind").count().collect()}
    failures = added.where(sql.col("error").isNotNull() & (sql.col("kind") != "foreign language"))
    examples = failures.select("id", "error").orderBy("id").limit(EXAMPLES).collect()
    return BatchReport(
        batch=batch,
        read=counts.pop(None, 0),
        unread=dict(sorted(counts.items())),
        examples=tuple((row["id"], row["error"]) for row in examples),
    )
