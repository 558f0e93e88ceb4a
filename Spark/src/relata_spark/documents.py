"""Folders of documents → a DataFrame of documents: id, text, and what is known of each."""

from __future__ import annotations

import enum
from collections.abc import Mapping

from py4j.protocol import Py4JJavaError
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as sql

from relata_spark.errors import RelataError, Status
from relata_spark.program import Program
from relata_spark.reading import ERROR_COLUMN, OPTIONAL_COLUMNS, REQUIRED_COLUMNS
from relata_spark.storage import Folder
from relata_spark.webarchives import read_web_archives

COLUMNS = (*REQUIRED_COLUMNS, *OPTIONAL_COLUMNS)


class Format(enum.Enum):
    """How documents are stored."""

    PARQUET = "parquet"
    JSON_LINES = "jsonl"
    DELTA = "delta"
    WARC = "warc"


_SUFFIXES = {
    Format.PARQUET: (".parquet",),
    Format.JSON_LINES: tuple(
        name + packed for name in (".jsonl", ".ndjson", ".json") for packed in ("", ".gz", ".zst")
    ),
    Format.WARC: (".warc", ".warc.gz"),
}

_CORRUPT = "_corrupt_record"


def read_documents(
    spark: SparkSession,
    path: str,
    *,
    format: Format | None = None,
    columns: Mapping[str, str] = {},
    program: Program | None = None,
) -> DataFrame:
    """The documents of a folder or file.

    Parameters:
        path: in any file system that Spark reads.
        format: None to tell it by the files' names.
        columns: what a column is called, where it is not called as in :data:`COLUMNS`:
            ``{"text": "body"}``.
        program: takes web archives apart; None for :meth:`Program.usual`.

    Raises:
        RelataError: where nothing is there, its format cannot be told, or Delta Lake is missing.
    """
    folder = Folder(spark, path)
    if not folder.has():
        raise RelataError(Status.NO_INPUT, f"{path}: no such file or folder")
    if format is None:
        format = _format(folder)
    match format:
        case Format.PARQUET:
            return _named(spark.read.parquet(path), columns)
        case Format.DELTA:
            return _named(_delta(spark, path), columns)
        case Format.JSON_LINES:
            return _json_lines(spark, path, columns)
        case Format.WARC:
            return read_web_archives(spark, folder, program or Program.usual(spark))


def _format(folder: Folder) -> Format:
    if folder.has("_delta_log"):
        return Format.DELTA
    names = [name.lower() for _, name, _ in folder.files()]
    found = [
        format for format, ends in _SUFFIXES.items() if any(name.endswith(ends) for name in names)
    ]
    if len(found) == 1:
        return found[0]
    what = f"has files of several formats ({', '.join(format.value for format in found)})"
    raise RelataError(
        Status.BAD_DATA if found else Status.NO_INPUT,
        f"{folder.path}: {what if found else 'has no file whose name tells its format'}; "
        f"--format says which to read: {', '.join(format.value for format in Format)}",
    )


def _named(documents: DataFrame, columns: Mapping[str, str]) -> DataFrame:
    """The columns that are documents' under the names that these have here."""
    for name, given in columns.items():
        if given not in documents.columns:
            raise RelataError(
                Status.BAD_DATA,
                f"the documents have no column “{given}”, only {', '.join(documents.columns)}",
            )
    return documents.select(
        *(
            sql.col(f"`{given}`").alias(name)
            for name in COLUMNS
            if (given := columns.get(name, name)) in documents.columns
        )
    )


def _delta(spark: SparkSession, path: str) -> DataFrame:
    try:
        return spark.read.format("delta").load(path)
    except (PySparkException, Py4JJavaError) as error:
        if "DATA_SOURCE_NOT_FOUND" not in str(error):
            raise
        raise RelataError(
            Status.UNAVAILABLE,
            f"{path}: is a table of Delta Lake, which this Spark does not have; start it with "
            "--packages io.delta:delta-spark_2.13:VERSION",
        ) from None


def _json_lines(spark: SparkSession, path: str, columns: Mapping[str, str]) -> DataFrame:
    """Lines that are no JSON become rows with an error."""
    names = {name: columns.get(name, name) for name in COLUMNS}
    schema = ", ".join(f"`{given}` string" for given in names.values())
    # Texts are taken as they stand: a schema that Spark infers would cost a pass and lose zeros.
    lines = spark.read.schema(f"{schema}, {_CORRUPT} string").json(
        path, mode="PERMISSIVE", columnNameOfCorruptRecord=_CORRUPT
    )
    error = sql.concat(sql.lit("this line is no JSON object: "), sql.substring(_CORRUPT, 1, 60))
    return lines.select(
        *(sql.col(f"`{given}`").alias(name) for name, given in names.items()),
        sql.when(sql.col(_CORRUPT).isNotNull(), error).alias(ERROR_COLUMN),
    )
