"""What a run leaves on the cluster's storage between two steps."""

from __future__ import annotations

from pyspark.sql import DataFrame, SparkSession


class Stages:
    """DataFrames that several others are made of, written once: what is lost is read again, not
    made again, and every later step sees the same rows.

    Parameters:
        folder: on storage that all executors see.
    """

    def __init__(self, spark: SparkSession, folder: str) -> None:
        self.spark = spark
        self.folder = folder.rstrip("/")

    def save(self, name: str, rows: DataFrame) -> DataFrame:
        """The rows, written under a name."""
        path = f"{self.folder}/{name}"
        rows.write.mode("overwrite").parquet(path)
        return self.spark.read.schema(rows.schema).parquet(path)
