"""Answers that are kept from run to run: a line that was asked before is not asked again.

The answer to a line follows from the line alone, so an answer that is kept is the answer. When a
day's documents are added, most lines are those of the day before: only what the new documents
touch (their blocks, components, entities, groups of statements) is decided again, and the result
is that of resolving all, because it is the same computation.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable, Sequence

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from relata_spark.storage import Folder, writer

ASKED = "asked"
"""The column with 128 bits that stand for a line."""


class KnownAnswers:
    """The answers to a step in a folder: a folder of Parquet for each time that it was asked.

    Parameters:
        path: of the folder, on storage that all executors see.
        header: what answers; the answers of others are none.
    """

    def __init__(self, spark: SparkSession, path: str, step: str, header: str) -> None:
        self._spark = spark
        # Of another program, or with another ontology, the answers may be others.
        version = hashlib.sha256(header.encode()).hexdigest()[:16]
        self._path = f"{path.rstrip('/')}/{version}/{step}"

    def complete(
        self,
        asked: DataFrame,
        keep: Sequence[str],
        answering: Callable[[DataFrame], DataFrame],
    ) -> DataFrame:
        """The kept columns and, in ``line``, the answer to each line; new ones are added to the
        folder.

        Parameters:
            asked: ``line`` and the columns to keep.
            answering: gives, of rows like `asked` with :data:`ASKED`, the same with answers.
        """
        before = self._stored()
        name = f"{self._path}/{uuid.uuid4().hex}"
        rows = asked.withColumn(ASKED, F.md5("line"))
        columns = [*keep, "line"]
        if before is None:
            writer(answering(rows)).parquet(name)
            return self._spark.read.parquet(name).select(*columns)
        # Written, so that what is known and what is not are told once.
        told = f"{self._path}/_{uuid.uuid4().hex}"
        writer(rows.join(before, ASKED, "left")).parquet(told)
        looked = self._spark.read.parquet(told)
        misses = looked.where("known is null").drop("known")
        writer(answering(misses)).parquet(name)
        fresh = self._spark.read.parquet(name).select(*columns)
        kept = looked.where("known is not null").select(*keep, F.col("known").alias("line"))
        return kept.union(fresh)

    def _stored(self) -> DataFrame | None:
        """All that is known: :data:`ASKED` and ``known``, each line once."""
        folder = Folder(self._spark, self._path)
        # What was not written to its end has no mark.
        names = [
            f"{self._path}/{name}"
            for name in folder.names()
            if not name.startswith("_") and folder.has(f"{name}/_SUCCESS")
        ]
        if not names:
            return None
        rows = self._spark.read.parquet(*names).select(ASKED, F.col("line").alias("known"))
        return rows.dropDuplicates([ASKED])
