"""Folders of Parquet to which batches are added: whole or not at all, never rewritten."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pyspark.sql import DataFrame, DataFrameWriter, SparkSession

from relata_spark.errors import RelataError, Status
from relata_spark.jobs import stopped_jobs

BATCH_COLUMN = "batch"

_CLOSING = {
    "fs.file.impl": "org.apache.hadoop.fs.RawLocalFileSystem",
    "fs.file.impl.disable.cache": "true",
}
"""Options for writing: on a disk of this machine files are closed also where that fails.

Hadoop's usual way of writing there, with check sums, leaves a file open that could not be closed
because the disk is full. Deleted, it keeps its room until Java collects its garbage, so that the
disk stays full for whoever tries again. Parquet has check sums of its own."""


def writer(rows: DataFrame) -> DataFrameWriter:
    """Writes rows so that nothing of them is held where that fails."""
    return rows.write.options(**_CLOSING)


_BATCH_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def check_batch_name(batch: str) -> None:
    """Raises RelataError for a name that could not be a folder's everywhere."""
    if not _BATCH_NAME.fullmatch(batch):
        raise RelataError(
            Status.USAGE,
            f"“{batch}” cannot name a batch; take letters, digits, “.”, “_” and “-”: 2026-11-28",
        )


class Folder:
    """A folder in any file system that Spark writes to: local, HDFS, S3, …"""

    def __init__(self, spark: SparkSession, path: str) -> None:
        self.spark = spark
        self.path = path.rstrip("/") or "/"
        java: Any = spark.sparkContext._jvm
        self._java = java
        # What Spark is told of file systems (keys, endpoints) is in its own configuration.
        configuration = spark.sparkContext._jsc.hadoopConfiguration()
        self._path = java.org.apache.hadoop.fs.Path(self.path)
        self._files = self._path.getFileSystem(configuration)
        self._context = java.org.apache.hadoop.fs.FileContext.getFileContext(
            self._files.getUri(), configuration
        )
        self._gateway: Any = spark.sparkContext._gateway

    def has(self, name: str = "") -> bool:
        """Whether something of this name is in the folder; whether the folder itself is there."""
        return bool(self._files.exists(self._in(name)))

    def names(self) -> list[str]:
        """What is directly in the folder, ascending; nothing where it is not there."""
        if not self.has():
            return []
        statuses = self._files.listStatus(self._path)
        return sorted(str(status.getPath().getName()) for status in statuses)

    def files(self) -> list[tuple[str, str, int]]:
        """Every file below the folder but hidden ones: its address, its path relative to the
        folder, its size in bytes. The folder itself may be a file. In ascending order."""
        root = self._files.getFileStatus(self._files.makeQualified(self._path))
        if root.isFile():
            return [(str(root.getPath()), str(root.getPath().getName()), int(root.getLen()))]
        base = str(root.getPath().toUri().getPath()).rstrip("/") + "/"
        found = []
        walk = self._files.listFiles(root.getPath(), True)
        while walk.hasNext():
            status = walk.next()
            name = str(status.getPath().toUri().getPath()).removeprefix(base)
            if not any(part.startswith((".", "_")) for part in name.split("/")):
                found.append((str(status.getPath()), name, int(status.getLen())))
        return sorted(found, key=lambda file: file[1].encode())

    def rename(self, old: str, new: str) -> None:
        """In one step. Raises where something of the new name is there already."""
        options = self._gateway.new_array(self._java.org.apache.hadoop.fs.Options.Rename, 0)
        self._context.rename(self._in(old), self._in(new), options)

    def write(self, name: str, text: str) -> None:
        """A small file."""
        stream = self._files.create(self._in(name), True)
        try:
            stream.write(bytearray(text.encode("utf-8")))
        finally:
            stream.close()

    def delete(self, name: str) -> None:
        """With all that is in it; nothing happens where it is not there."""
        self._files.delete(self._in(name), True)

    def _in(self, name: str) -> Any:
        return self._java.org.apache.hadoop.fs.Path(f"{self.path}/{name}" if name else self.path)


@contextmanager
def added_batch(spark: SparkSession, path: str, batch: str) -> Iterator[str]:
    """A folder to write into, which becomes the batch when the context ends without an error, and
    is gone otherwise. Raises RelataError where the batch is there already."""
    check_batch_name(batch)
    taken = RelataError(
        Status.CANNOT_CREATE,
        f"{path}: the batch “{batch}” is there already; name another one, or remove its folder",
    )
    with added_folder(Folder(spark, path), f"{BATCH_COLUMN}={batch}", taken) as draft:
        yield draft


@contextmanager
def added_folder(parent: Folder, name: str, taken: RelataError) -> Iterator[str]:
    """A folder to write into, which gets its name in `parent` when the context ends without an
    error; otherwise nothing of it is left, and nothing writes there any more.

    Parameters:
        taken: raised where something of the name is there already.
    """
    if parent.has(name):
        raise taken
    # Spark passes over what begins with a low line.
    draft = f"_{name}.{uuid.uuid4().hex}"
    try:
        with stopped_jobs(parent.spark):
            yield f"{parent.path}/{draft}"
        if parent.has(name):
            raise taken
        parent.rename(draft, name)
    finally:
        parent.delete(draft)


def stored_batches(spark: SparkSession, path: str) -> list[str]:
    """The names of the batches in a folder, ascending."""
    prefix = f"{BATCH_COLUMN}="
    names = Folder(spark, path).names()
    return [name.removeprefix(prefix) for name in names if name.startswith(prefix)]


def stored(spark: SparkSession, path: str, schema: str) -> DataFrame:
    """All batches of a folder, with the column ``batch``; no rows where there are none."""
    schema = f"{schema}, {BATCH_COLUMN} string"
    if not stored_batches(spark, path):
        return spark.createDataFrame([], schema)
    # With a schema, so that a name that looks like a date stays a text.
    return spark.read.schema(schema).parquet(path)
