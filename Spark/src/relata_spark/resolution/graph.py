"""A graph in rows → files: Parquet for Spark, lines for ``relata import``, and a manifest."""

from __future__ import annotations

import functools
import json
import uuid

from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F

from relata_spark.errors import RelataError, Status
from relata_spark.resolution.entities import ENTITY_FIELDS
from relata_spark.resolution.resolve import Graph
from relata_spark.storage import Folder

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


def write_graph(graph: Graph, records: DataFrame, path: str) -> dict[str, int]:
    """Writes a graph into a folder, whole or not at all.

    ``nodes`` and ``edges`` are Parquet with the column names of GraphFrames (``id``, ``src``,
    ``dst``, ``relationship``), ``contradictions`` too; ``lines`` are JSON lines, one file a
    partition; ``manifest.json`` says how many there are of each.

    Parameters:
        records: ``id``, ``record`` (JSON) and ``extraction`` of the documents.
        path: where nothing is yet, on storage that all executors see.

    Returns:
        How many entities, statements, documents and contradictions there are.

    Raises RelataError where something is there already.
    """
    spark = records.sparkSession
    parent, name = split(path)
    folder = Folder(spark, parent)
    taken = RelataError(
        Status.CANNOT_CREATE, f"{path}: is there already; name another folder, or remove it"
    )
    if folder.has(name):
        raise taken
    # Spark passes over what begins with a low line.
    draft = f"_{name}.{uuid.uuid4().hex}"
    try:
        counts = _write(spark, graph, records, f"{parent}/{draft}")
        if folder.has(name):
            raise taken
        folder.rename(draft, name)
    finally:
        folder.delete(draft)
    return counts


def split(path: str) -> tuple[str, str]:
    """The folder that a folder is in, and its name there."""
    parent, slash, name = path.rstrip("/").rpartition("/")
    return (parent or "/", name) if slash else (".", name)


def _write(spark: SparkSession, graph: Graph, records: DataFrame, folder: str) -> dict[str, int]:
    documents = records.where("extraction is not null").select("id", "record")
    graph.entities.write.parquet(f"{folder}/nodes")
    edges = graph.statements.withColumnsRenamed(
        {"subject": "src", "object": "dst", "relation": "relationship"}
    )
    edges.write.parquet(f"{folder}/edges")
    graph.contradictions.write.parquet(f"{folder}/contradictions")
    statement = F.struct(*_STATEMENT_FIELDS).alias("statement")
    contradiction = F.struct("kind", "statements", "explanation").alias("contradiction")
    lines = [
        _lines(graph.entities, F.struct(*ENTITY_FIELDS).alias("entity")),
        _lines(graph.statements, F.col("number"), statement),
        documents.select(F.concat(F.lit('{"document":'), "record", F.lit("}")).alias("value")),
        _lines(graph.contradictions, contradiction),
    ]
    union = functools.reduce(DataFrame.union, lines)
    union.write.text(f"{folder}/lines")
    counts = {
        "entities": graph.entities.count(),
        "statements": graph.statements.count(),
        "documents": documents.count(),
        "contradictions": graph.contradictions.count(),
    }
    manifest = {"relata": "graph in shards", "version": 1, "lines": "lines", **counts}
    Folder(spark, folder).write("manifest.json", json.dumps(manifest, indent=1) + "\n")
    return counts


def _lines(rows: DataFrame, *members: Column) -> DataFrame:
    return rows.select(F.to_json(F.struct(*members)).alias("value"))
