"""Relata on Apache Spark: reads documents wherever Spark runs, with the program ``relata`` that
does the reading on every machine. See Documentation/spark.md."""

from relata_spark.errors import RelataError, Status
from relata_spark.options import ReadingOptions
from relata_spark.program import Program
from relata_spark.reading import RECORD_SCHEMA, check_documents, read_records
from relata_spark.worker import Worker

__all__ = [
    "Program",
    "ReadingOptions",
    "RECORD_SCHEMA",
    "RelataError",
    "Status",
    "Worker",
    "check_documents",
    "read_records",
]
