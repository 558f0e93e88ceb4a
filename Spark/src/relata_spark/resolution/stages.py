"""What a run leaves on the cluster's storage between two steps."""

from __future__ import annotations

from pyspark.sql import Column, DataFrame, SparkSession, Window
from pyspark.sql import functions as F

from relata_spark.storage import writer

_ROW_BITS = 33
"""How many of the low bits of ``monotonically_increasing_id`` count the rows of a partition."""


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
        writer(rows).mode("overwrite").parquet(path)
        return self.spark.read.schema(rows.schema).parquet(path)

    def numbered(self, name: str, rows: DataFrame, order: list[Column]) -> DataFrame:
        """The rows with their place in an order, from 0, in ``number``: sorted in parts, of which
        only the lengths are put together."""
        ordered = self.save(
            f"{name}-ordered", rows.sort(*order).withColumn("mark", F.monotonically_increasing_id())
        ).withColumn("part", F.shiftright("mark", _ROW_BITS))
        lengths = ordered.groupBy("part").agg(F.count("*").alias("length"))
        before = Window.orderBy("part").rowsBetween(Window.unboundedPreceding, -1)
        starts = lengths.select(
            "part", F.coalesce(F.sum("length").over(before), F.lit(0)).alias("start")
        )
        number = F.col("start") + F.col("mark") - F.shiftleft("part", _ROW_BITS)
        return (
            ordered.join(F.broadcast(starts), "part")
            .withColumn("number", number)
            .drop("part", "mark", "start")
        )
