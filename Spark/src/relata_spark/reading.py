"""Documents → records: what was read in each document, by itself."""

from __future__ import annotations

import base64
import collections
import json
import socket
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as sql

from relata_spark.errors import RelataError, Status
from relata_spark.options import ReadingOptions
from relata_spark.program import Program, carry_package
from relata_spark.worker import Header, Worker

REQUIRED_COLUMNS = ("id", "text")
"""What a DataFrame of documents must have."""

OPTIONAL_COLUMNS = ("title", "date", "url", "author", "publisher", "language")
"""What a DataFrame of documents may have: what is known of a document beside its text."""

ERROR_COLUMN = "error"
"""Where a DataFrame of documents has this column and a value in it, the row is no document but
says why there is none; it becomes a record with this error."""

RECORD_SCHEMA = (
    "id string, record string, extraction binary, signature binary, "
    "error string, kind string, reader string"
)
"""The columns of records.

``record`` is the JSON of what a graph keeps of the document, ``extraction`` what was found in it
and ``signature`` what near copies of it share, both as ``relata`` codes them. A document that was
not read has instead an ``error`` for people and its ``kind`` for programs: "foreign language",
"empty", "damaged", "unnamed", "too large" or "crashed". ``reader`` says with what it was read: the
header of ``relata records``.
"""

_BATCH_ROWS = 256
_BATCH_BYTES = 8 << 20


def check_documents(documents: DataFrame) -> int:
    """The number of documents, in one pass over their identifiers.

    Raises RelataError where a column is missing or an identifier comes twice.
    """
    _check_columns(documents)
    uses = documents.where(sql.col("id").isNotNull()).groupBy("id").count()
    is_twice = sql.col("count") > 1
    found = uses.agg(
        sql.sum("count").alias("documents"),
        sql.sum(is_twice.cast("long")).alias("twice"),
        sql.min(sql.when(is_twice, sql.col("id").cast("string"))).alias("example"),
    ).first()
    assert found is not None
    if found["twice"]:
        raise RelataError(
            Status.BAD_DATA,
            f"{found['twice']} identifiers are those of several documents, such as "
            f"“{found['example']}”; every document needs its own",
        )
    return found["documents"] or 0


def read_records(
    spark: SparkSession,
    documents: DataFrame,
    *,
    program: Program | None = None,
    options: ReadingOptions = ReadingOptions(),
) -> DataFrame:
    """What is read in each document, as ``relata build`` reads it.

    Each partition streams through one process of ``relata records``. A document that cannot be
    read, or that the process dies of twice, becomes a row with its error; all other rows are as if
    it had not been there. The rows do not depend on how the documents are partitioned.

    Parameters:
        documents: has at least the columns :data:`REQUIRED_COLUMNS`; see :func:`check_documents`
            for what else is demanded of it.
        program: None for :meth:`Program.usual`.

    Returns:
        A DataFrame of :data:`RECORD_SCHEMA`, which reads when it is used.

    Raises:
        RelataError: where a column is missing or the program cannot be run on the driver.
    """
    _check_columns(documents)
    program = program or Program.usual(spark)
    with options.arguments() as arguments:
        header = Worker([program.driver, *arguments]).header()
    carry_package()
    columns = [
        sql.col(name).cast("string").alias(name)
        for name in (*REQUIRED_COLUMNS, *OPTIONAL_COLUMNS, ERROR_COLUMN)
        if name in documents.columns
    ]
    return documents.select(*columns).mapInArrow(
        _Reading(program, options, header), schema=RECORD_SCHEMA
    )


def _check_columns(documents: DataFrame) -> None:
    missing = [name for name in REQUIRED_COLUMNS if name not in documents.columns]
    if missing:
        names = " and ".join(f"“{name}”" for name in missing)
        raise RelataError(
            Status.BAD_DATA,
            f"the documents have no column {names}, only {', '.join(documents.columns)}; "
            f"--column {missing[0]}=NAME says which it is",
        )


@dataclass
class _Reading:
    """Reads the documents of a partition, on an executor."""

    program: Program
    options: ReadingOptions
    header: Header

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        rows = _RecordRows(reader=json.dumps(self.header, sort_keys=True))
        sent: collections.deque[str] = collections.deque()

        def lines() -> Iterator[str]:
            for batch in batches:
                for document in batch.to_pylist():
                    error = document.pop(ERROR_COLUMN, None)
                    if error is not None:
                        rows.add({"id": document["id"], "error": error, "kind": "damaged"})
                    elif document["id"] is None:
                        error = "this document has no identifier"
                        rows.add({"id": None, "error": error, "kind": "unnamed"})
                    else:
                        sent.append(document["id"])
                        yield json.dumps(
                            {name: value for name, value in document.items() if value is not None},
                            ensure_ascii=False,
                        )

        with self.options.arguments() as arguments:
            worker = Worker([self.program.path_on_executor(), *arguments], header=dict(self.header))
            try:
                for line in worker.lines(lines()):
                    answer = json.loads(line)
                    answer["id"] = _checked(answer.get("id"), sent.popleft())
                    rows.add(answer)
                    if rows.are_many:
                        yield rows.take()
            except RelataError as error:
                where = f"the executor on {socket.gethostname()}"
                raise RelataError(error.status, f"{where}: {error.message}") from None
        if rows.values:
            yield rows.take()


def _checked(answered: object, asked: str) -> str:
    # A line that is too long is not looked into.
    if answered is not None and answered != asked:
        raise RelataError(
            Status.INTERNAL, f"relata answered about “{answered}” and was asked about “{asked}”"
        )
    return asked


@dataclass
class _RecordRows:
    """Collects rows of :data:`RECORD_SCHEMA` until they make a batch for Spark."""

    reader: str
    values: list[dict[str, object]] = field(default_factory=list)
    size: int = 0

    _schema = pa.schema(
        [
            ("id", pa.string()),
            ("record", pa.string()),
            ("extraction", pa.binary()),
            ("signature", pa.binary()),
            ("error", pa.string()),
            ("kind", pa.string()),
            ("reader", pa.string()),
        ]
    )

    def add(self, answer: Mapping[str, object]) -> None:
        row: dict[str, object] = {"id": answer["id"], "reader": self.reader}
        if "error" in answer:
            row["error"] = answer["error"]
            row["kind"] = answer["kind"]
        else:
            row["record"] = json.dumps(answer["record"], ensure_ascii=False, sort_keys=True)
            row["extraction"] = base64.b64decode(str(answer["extraction"]))
            row["signature"] = base64.b64decode(str(answer["signature"]))
        self.size += sum(len(value) for value in row.values() if isinstance(value, (str, bytes)))
        self.values.append(row)

    @property
    def are_many(self) -> bool:
        return len(self.values) >= _BATCH_ROWS or self.size >= _BATCH_BYTES

    def take(self) -> pa.RecordBatch:
        batch = pa.RecordBatch.from_pylist(self.values, schema=self._schema)
        self.values = []
        self.size = 0
        return batch
