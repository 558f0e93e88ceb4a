"""A graph in rows → files: Parquet for Spark, lines for ``relata import``, and a manifest."""

from __future__ import annotations

import json

from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F

from relata_spark.resolution.entities import ENTITY_FIELDS
from relata_spark.resolution.resolve import Graph

_STATEMENT_FIELDS = [
    "subject",
    "relation",
    "object",
    "isOpen",
    "polarity",
    "modality",
    "attribution",
    "time",
    "place",
    "role",
    "confidence",
    "importance",
    "evidence",
]


def write_graph(spark: SparkSession, graph: Graph, records: DataFrame, folder: str) -> None:
    """Writes a graph.

    ``nodes`` and ``edges`` are Parquet with the column names of GraphFrames (``id``, ``src``,
    ``dst``, ``relationship``), ``contradictions`` too; ``lines`` are JSON lines, one file a
    partition; ``manifest.json`` comes last: where it is, all is there.

    Parameters:
        records: ``id``, ``record`` (JSON) and ``extraction`` of the documents.
        folder: where nothing is yet, on storage that all executors see.
    """
    folder = folder.rstrip("/")
    documents = records.where("extraction is not null").select("id", "record")
    graph.entities.write.parquet(f"{folder}/nodes")
    edges = graph.statements.withColumnsRenamed(
        {"subject": "src", "object": "dst", "relation": "relationship"}
    )
    edges.write.parquet(f"{folder}/edges")
    graph.contradictions.write.parquet(f"{folder}/contradictions")
    lines = (
        _lines(F.struct(F.struct(*ENTITY_FIELDS).alias("entity")), graph.entities)
        .union(
            _lines(
                F.struct("number", F.struct(*_STATEMENT_FIELDS).alias("statement")),
                graph.statements,
            )
        )
        .union(
            documents.select(F.concat(F.lit('{"document":'), "record", F.lit("}")).alias("value"))
        )
        .union(
            _lines(
                F.struct(F.struct("kind", "statements", "explanation").alias("contradiction")),
                graph.contradictions,
            )
        )
    )
    lines.write.text(f"{folder}/lines")
    manifest = {
        "relata": "graph in shards",
        "version": 1,
        "lines": "lines",
        "entities": graph.entities.count(),
        "statements": graph.statements.count(),
        "documents": documents.count(),
        "contradictions": graph.contradictions.count(),
    }
    _write_text(spark, f"{folder}/manifest.json", json.dumps(manifest, indent=1) + "\n")


def _lines(value: Column, rows: DataFrame) -> DataFrame:
    return rows.select(F.to_json(value).alias("value"))


def _write_text(spark: SparkSession, path: str, text: str) -> None:
    """A small file on whatever storage the path names."""
    gateway = spark._jvm
    assert gateway is not None
    target = gateway.org.apache.hadoop.fs.Path(path)
    files = target.getFileSystem(spark._jsc.hadoopConfiguration())
    stream = files.create(target, True)
    try:
        stream.write(bytearray(text.encode("utf-8")))
    finally:
        stream.close()
