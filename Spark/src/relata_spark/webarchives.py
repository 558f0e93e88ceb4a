"""Web archives (WARC) → documents: each archive is taken apart by ``relata text``, on whatever
executor has room for it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

import pyarrow as pa
from pyarrow import fs
from pyspark.sql import DataFrame, SparkSession

from relata_spark.errors import RelataError, Status
from relata_spark.program import Program, carry_package
from relata_spark.reading import ERROR_COLUMN, OPTIONAL_COLUMNS
from relata_spark.storage import Folder

_COLUMNS = ("id", "text", *OPTIONAL_COLUMNS, ERROR_COLUMN)
_BATCH_ROWS = 64


def read_web_archives(spark: SparkSession, folder: Folder, program: Program) -> DataFrame:
    """The pages of all archives in a folder. A page is called by its archive and its address:
    ``2026/november.warc.gz/https://example.org/``. A page that cannot be read is a row with an
    error."""
    archives = [
        (address, name)
        for address, name, _ in folder.files()
        if name.lower().endswith((".warc", ".warc.gz"))
    ]
    if not archives:
        raise RelataError(Status.NO_INPUT, f"{folder.path}: has no .warc or .warc.gz files")
    carry_package()
    paths = spark.sparkContext.parallelize(archives, len(archives))
    schema = ", ".join(f"{name} string" for name in _COLUMNS)
    return spark.createDataFrame(paths, "address string, name string").mapInArrow(
        _Unpacking(program), schema=schema
    )


@dataclass
class _Unpacking:
    program: Program

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        schema = pa.schema([(name, pa.string()) for name in _COLUMNS])
        for batch in batches:
            for archive in batch.to_pylist():
                rows: list[dict[str, object]] = []
                for row in self._pages(archive["address"], archive["name"]):
                    rows.append(row)
                    if len(rows) >= _BATCH_ROWS:
                        yield pa.RecordBatch.from_pylist(rows, schema=schema)
                        rows = []
                yield pa.RecordBatch.from_pylist(rows, schema=schema)

    def _pages(self, address: str, name: str) -> Iterator[dict[str, object]]:
        own = os.path.basename(name)
        command = [self.program.path_on_executor(), "text", "--json", "--jobs", "1"]
        with _local(address, own) as path, tempfile.TemporaryFile() as errors:
            with subprocess.Popen(
                [*command, path], stdout=subprocess.PIPE, stderr=errors
            ) as process:
                assert process.stdout is not None
                for line in process.stdout:
                    page = json.loads(line)
                    known = {key: page["metadata"].get(key) for key in OPTIONAL_COLUMNS}
                    page_id = name + page["id"].removeprefix(own)
                    yield {"id": page_id, "text": page["text"], **known}
            errors.seek(0)
            for message in errors.read().decode("utf-8", "replace").splitlines():
                if (reason := message.removeprefix("relata: warning: ")) != message:
                    yield {"id": None, ERROR_COLUMN: name + reason.removeprefix(own)}
            if process.returncode not in (Status.SUCCESS, Status.INCOMPLETE):
                yield {"id": None, ERROR_COLUMN: f"{name}: {message.removeprefix('relata: ')}"}


@contextmanager
def _local(address: str, name: str) -> Iterator[str]:
    """A file as a path on this machine, which it is copied to where it lies elsewhere."""
    parts = urlsplit(address)
    if parts.scheme in ("", "file"):
        yield unquote(parts.path)
        return
    files, path = fs.FileSystem.from_uri(address)
    with tempfile.TemporaryDirectory(prefix="relata-") as folder:
        copy = os.path.join(folder, name)
        with files.open_input_stream(path, compression=None) as source, open(copy, "wb") as target:
            shutil.copyfileobj(source, target, 1 << 20)
        yield copy
