"""Relata on Apache Spark: reads documents wherever Spark runs, with the program ``relata`` that
does the reading on every machine. See Documentation/spark.md.

>>> import relata_spark
>>> documents = relata_spark.read_documents(spark, "s3a://news/2026-11-28/")
>>> records = relata_spark.read_records(spark, documents)
>>> relata_spark.write_records(records, "s3a://news/records", batch="2026-11-28")
"""

from relata_spark.documents import Format, read_documents
from relata_spark.errors import RelataError, Status
from relata_spark.options import ReadingOptions
from relata_spark.program import Program
from relata_spark.reading import RECORD_SCHEMA, check_documents, read_records
from relata_spark.records import BatchReport, stored_records, write_records
from relata_spark.worker import Worker

__all__ = [
    "BatchReport",
    "Format",
    "Program",
    "ReadingOptions",
    "RECORD_SCHEMA",
    "RelataError",
    "Status",
    "Worker",
    "check_documents",
    "read_documents",
    "read_records",
    "stored_records",
    "write_records",
]
