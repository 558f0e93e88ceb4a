"""A stored graph → the part of it around some entities, small enough for one machine."""

from __future__ import annotations

from collections.abc import Sequence

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from relata_spark.errors import RelataError, Status
from relata_spark.resolution import entities as made_of
from relata_spark.resolution.resolve import Graph
from relata_spark.resolution.stages import Stages
from relata_spark.resolution.statements import STATEMENT_FIELDS


def neighbourhood(
    spark: SparkSession, graph: str, around: Sequence[str], steps: int, work: str
) -> Graph:
    """The entities that `steps` statements lead to from some, and all statements among these.

    Written with :func:`~relata_spark.resolution.write_graph` it is a graph for ``relata import``,
    and so for ``relata match``, ``path`` and ``explore``. What its statements say of other entities
    (who said it, where it was) stays; contradictions are there where all of their statements are.

    Parameters:
        graph: the folder of a graph.
        around: identifiers of entities.
        steps: how many statements away, in either direction; 0 for those entities alone.
        work: a folder on storage that all executors see, for what lies between the steps.

    Raises RelataError where the graph has none of these entities.
    """
    nodes, edges = spark.read.parquet(f"{graph}/nodes"), spark.read.parquet(f"{graph}/edges")
    stages = Stages(spark, work)
    both = edges.select(F.col("src").alias("id"), F.col("dst").alias("next")).union(
        edges.select(F.col("dst").alias("id"), F.col("src").alias("next"))
    )
    reached = stages.save("reached-0", nodes.where(F.col("id").isin(list(around))).select("id"))
    if reached.isEmpty():
        raise RelataError(Status.NO_INPUT, f"{graph}: has none of {', '.join(around)}")
    for number in range(1, steps + 1):
        wider = both.join(reached, "id").select(F.col("next").alias("id"))
        reached = stages.save(f"reached-{number}", reached.union(wider).distinct())
    own = edges.join(reached.withColumnRenamed("id", "src"), "src", "left_semi").join(
        reached.withColumnRenamed("id", "dst"), "dst", "left_semi"
    )
    said = own.withColumnRenamed("number", "old").withColumnsRenamed(
        {"src": "subject", "dst": "object", "relationship": "relation"}
    )
    numbered = stages.save("said", stages.numbered("statements", said, [F.col("old")]))
    ends = numbered.select(
        F.explode(F.array_compact(F.array("subject", "object", "attribution", "place"))).alias("id")
    ).union(reached)
    made = made_of.numbered(stages, nodes.join(ends.distinct(), "id", "left_semi"))
    return Graph(
        entities=made,
        statements=numbered.select("number", *STATEMENT_FIELDS),
        documents=_documents(spark, graph, made, numbered),
        contradictions=_contradictions(spark, stages, graph, numbered),
    )


def _documents(
    spark: SparkSession, graph: str, entities: DataFrame, statements: DataFrame
) -> DataFrame:
    """Those that have sentences of it."""
    lines = spark.read.text(f"{graph}/lines").where(F.col("value").startswith('{"document":'))
    record = F.get_json_object("value", "$.document")
    stored = lines.select(
        F.get_json_object("value", "$.document.id").alias("id"), record.alias("record")
    )
    named = statements.select(F.explode("evidence.document").alias("id")).union(
        entities.select(F.explode("aliases.example.document").alias("id"))
    )
    return stored.join(named.distinct(), "id", "left_semi")


def _contradictions(
    spark: SparkSession, stages: Stages, graph: str, statements: DataFrame
) -> DataFrame:
    """Those all of whose statements are there, with their new numbers."""
    stored = spark.read.parquet(f"{graph}/contradictions")
    moved = (
        stored.select("number", F.posexplode("statements").alias("place", "old"))
        .join(statements.select("old", F.col("number").alias("new")), "old")
        .groupBy("number")
        .agg(F.array_sort(F.collect_list("new")).alias("moved"))
        .withColumnRenamed("number", "before")
    )
    kept = (
        stored.withColumnRenamed("number", "before")
        .join(moved, "before")
        .where(F.size("moved") == F.size("statements"))
        .select("before", "kind", F.col("moved").alias("statements"), "explanation")
    )
    return stages.save(
        "contradictions", stages.numbered("kept", kept, [F.col("before")]).drop("before")
    )
