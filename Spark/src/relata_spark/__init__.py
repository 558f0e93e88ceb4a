"""Relata on Apache Spark: reads documents wherever Spark runs, with the program ``relata`` that
does the reading on every machine. See Documentation/spark.md."""

from relata_spark.errors import RelataError, Status
from relata_spark.worker import Worker

__all__ = ["RelataError", "Status", "Worker"]
