"""A graph in rows → files: Parquet for Spark, lines for ``relata import``, and a manifest."""

from __future__ import annotations

import functools
import json
from collections.abc import Sequence

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F

from relata_spark.errors import RelataError, Status
from relata_spark.resolution.entities import ENTITY_FIELDS
from relata_spark.resolution.resolve import Graph
from relata_spark.resolution.statements import STATEMENT_FIELDS
from relata_spark.resolution.steps import Steps
from relata_spark.storage import Folder, added_folder, writer

FORMATS = ("csv", "nquads")
"""Formats whose files are written in parts."""


def write_graph(
    graph: Graph, path: str, steps: Steps, formats: Sequence[str] = ()
) -> dict[str, int]:
    """Writes a graph into a folder, whole or not at all.

    ``nodes`` and ``edges`` are Parquet with the column names of GraphFrames (``id``, ``src``,
    ``dst``, ``relationship``), ``contradictions`` too; ``lines`` are JSON lines, one file a
    partition; ``manifest.json`` says how many there are of each. ``csv`` and ``nquads``, where asked
    for, are parts of the files of ``relata export``: tables without heads, and quads in any order.

    Parameters:
        path: where nothing is yet, on storage that all executors see.
        steps: asks ``relata``.
        formats: of :data:`FORMATS`.

    Returns:
        How many entities, statements, documents and contradictions there are; where the graph is
        corrected, how many corrections hold.

    Raises RelataError where something is there already.
    """
    parent, name = split(path)
    taken = RelataError(
        Status.CANNOT_CREATE, f"{path}: is there already; name another folder, or remove it"
    )
    with added_folder(Folder(graph.entities.sparkSession, parent), name, taken) as draft:
        return _write(graph, draft, formats, steps)


def split(path: str) -> tuple[str, str]:
    """The folder that a folder is in, and its name there."""
    parent, slash, name = path.rstrip("/").rpartition("/")
    return (parent or "/", name) if slash else (".", name)


def _write(graph: Graph, folder: str, formats: Sequence[str], steps: Steps) -> dict[str, int]:
    spark = graph.entities.sparkSession
    stored = graph.documents
    writer(graph.entities).parquet(f"{folder}/nodes")
    edges = graph.statements.withColumnsRenamed(
        {"subject": "src", "object": "dst", "relation": "relationship"}
    )
    writer(edges).parquet(f"{folder}/edges")
    writer(graph.contradictions).parquet(f"{folder}/contradictions")
    statement = F.struct(*STATEMENT_FIELDS).alias("statement")
    contradiction = F.struct("kind", "statements", "explanation").alias("contradiction")
    entities = _lines(graph.entities, F.col("number"), F.struct(*ENTITY_FIELDS).alias("entity"))
    statements = _lines(graph.statements, F.col("number"), statement)
    documents = stored.select(F.concat(F.lit('{"document":'), "record", F.lit("}")).alias("value"))
    contradictions = _lines(graph.contradictions, F.col("number"), contradiction)
    lines = [entities, statements, documents, contradictions]
    corrections: list[DataFrame] = []
    if graph.corrections is not None:
        writer(graph.corrections).parquet(f"{folder}/corrections")
        correction = F.struct("action", "file", "line", "explanation", "entities", "evidence")
        corrections = [_lines(graph.corrections, F.col("number"), correction.alias("correction"))]
    lines += corrections
    writer(functools.reduce(DataFrame.union, lines)).text(f"{folder}/lines")
    said = F.transform("evidence", lambda evidence: evidence["document"])
    for name in formats:
        if name == "csv":
            _write_parts(steps, name, "nodes", entities, f"{folder}/csv/nodes")
            rows = graph.statements.join(
                _with_sources(graph.statements, said, stored), "number", "left"
            ).join(_contradicted(graph), "number", "left")
            members = (F.col("number"), statement, F.col("documents"), F.col("isContradicted"))
            _write_parts(steps, name, "edges", _lines(rows, *members), f"{folder}/csv/edges")
        else:
            named = F.array_compact(
                F.transform("aliases", lambda alias: alias["example"]["document"])
            )
            quads = [
                _lines(
                    rows.join(_with_sources(rows, names, stored), "number", "left"),
                    F.col("number"),
                    value,
                    F.col("documents"),
                )
                for rows, names, value in (
                    (graph.statements, said, statement),
                    (graph.entities, named, F.struct(*ENTITY_FIELDS).alias("entity")),
                )
            ]
            quads += [documents, contradictions, *corrections, _vocabulary(graph)]
            _write_parts(
                steps, name, "quads", functools.reduce(DataFrame.union, quads), f"{folder}/nquads"
            )
    counts = {
        "entities": graph.entities.count(),
        "statements": graph.statements.count(),
        "documents": stored.count(),
        "contradictions": graph.contradictions.count(),
    }
    if graph.corrections is not None:
        counts["corrections"] = graph.corrections.count()
    manifest = {"relata": "graph in shards", "version": 1, "lines": "lines", **counts}
    Folder(spark, folder).write("manifest.json", json.dumps(manifest, indent=1) + "\n")
    return counts


def _lines(rows: DataFrame, *members: Column) -> DataFrame:
    return rows.select(F.to_json(F.struct(*members)).alias("value"))


_SOURCE = "struct<id: string, date: string, url: string, pageStarts: array<int>>"
"""What of a document the triples of its evidence say."""


def _with_sources(rows: DataFrame, names: Column, stored: DataFrame) -> DataFrame:
    """``number`` and ``documents``: what is known of the documents of each row."""
    asked = rows.select("number", F.explode(F.array_distinct(names)).alias("id"))
    known = stored.select("id", F.from_json("record", _SOURCE).alias("document"))
    return (
        asked.join(known, "id").groupBy("number").agg(F.collect_list("document").alias("documents"))
    )


def _contradicted(graph: Graph) -> DataFrame:
    """``number`` and ``isContradicted``: the statements that contradictions name."""
    named = graph.contradictions.select(F.explode("statements").alias("number"))
    return named.distinct().withColumn("isContradicted", F.lit(True))


def _vocabulary(graph: Graph) -> DataFrame:
    """One line: the types and relations that occur."""
    types = graph.entities.agg(F.sort_array(F.collect_set("type")).alias("types"))
    relations = graph.statements.agg(
        F.sort_array(F.collect_set(F.struct("relation", "isOpen"))).alias("relations")
    )
    return _lines(types.crossJoin(relations), F.col("types"), F.col("relations"))


def _write_parts(steps: Steps, name: str, table: str, lines: DataFrame, folder: str) -> None:
    """Each line as ``relata`` writes it in a format."""
    # A line is passed on as it is: the step takes what `lines` are.
    parts = steps.ask_lines(name, lines, f"{table} string")
    text = F.rtrim(f"answer.{table}", F.lit("\n"))
    writer(parts.select(text.alias("value")).where("value <> ''")).text(folder)
