"""Statements → contradictions: facts that may contradict each other meet, ``relata`` judges."""

from __future__ import annotations

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F

from relata_spark.resolution.lists import sorted_list
from relata_spark.resolution.stages import Stages
from relata_spark.resolution.statements import slim
from relata_spark.resolution.steps import Steps

_KINDS = ["time", "polarity", "value", "place"]
"""In the order of the graph; what two of them find counts as the first."""

_REACHED = 512
"""So many places are looked through for an answer; ``Containment.limit`` of the single machine."""


def contradictions(
    steps: Steps, stages: Stages, statements: DataFrame, entities: DataFrame
) -> DataFrame:
    """Columns: ``number``, ``kind``, ``statements`` (their numbers), ``explanation``."""
    facts = (
        statements.where(F.size("facts") > 0)
        .select("number", slim("statement").alias("statement"), F.explode("facts").alias("fact"))
        .select("number", "statement", "fact.kind", "fact.key")
    )
    compared = stages.save("facts", _comparable(facts))
    ends = F.array_compact(F.array("statement.subject", "statement.object", "statement.place"))
    asked = stages.save(
        "ends", compared.select("kind", "key", F.explode(ends).alias("id")).distinct()
    )
    told = (
        asked.join(entities.select("id", "name", "type"), "id")
        .groupBy("kind", "key")
        .agg(sorted_list(F.struct("id", "name", "type")).alias("entities"))
    )
    lines = (
        compared.groupBy("kind", "key")
        .agg(sorted_list(F.struct("number", "statement")).alias("rows"))
        .join(told, ["kind", "key"])
        .withColumn("numbers", F.col("rows.number"))
    )
    # Where places lie can only take contradictions away, so it is looked up for those found without.
    judged = stages.save("judged", _judged(steps, lines, F.lit(None)))
    doubtful = judged.where(F.size("answer.contradictions") > 0).select("kind", "key")
    placed = stages.save(
        "placed", _places(stages, statements, compared.join(doubtful, ["kind", "key"], "left_semi"))
    )
    again = _judged(steps, lines.join(placed, ["kind", "key"]), F.col("places"))
    answers = judged.join(placed, ["kind", "key"], "left_anti").unionByName(again)
    rank = F.array_position(F.array(*[F.lit(kind) for kind in _KINDS]), F.col("kind"))
    found = (
        answers.select("kind", "numbers", F.explode("answer.contradictions").alias("found"))
        .select(
            "kind",
            F.transform("found.statements", lambda place: F.get("numbers", place)).alias(
                "statements"
            ),
            "found.explanation",
        )
        .groupBy("statements")
        .agg(F.min_by(F.struct("kind", "explanation"), rank).alias("first"))
        .select("first.kind", "statements", "first.explanation")
    )
    numbered = stages.numbered("contradictions", found, [rank, F.col("statements")])
    return stages.save("contradictions", numbered)


def _judged(steps: Steps, lines: DataFrame, places: Column) -> DataFrame:
    """Columns: ``kind``, ``key``, ``numbers``, ``answer``."""
    # In a line they have numbers of their own, so that it stays the same when others come before.
    renumbered = F.transform(
        "rows",
        lambda row, place: F.struct(place.alias("number"), row["statement"].alias("statement")),
    )
    within = places.cast("array<struct<inner: string, outer: string>>")
    return steps.ask(
        "contradictions",
        lines.withColumn("within", within),
        {"kind": "kind", "statements": renumbered, "entities": "entities", "places": "within"},
        "contradictions array<struct<statements: array<int>, explanation: string>>",
        ["kind", "key", "numbers"],
    )


def _comparable(facts: DataFrame) -> DataFrame:
    """Facts with whose key there are others that differ in what may contradict."""
    differing = (
        facts.groupBy("kind", "key")
        .agg(
            F.count_distinct("statement.polarity").alias("polarities"),
            F.count_distinct("statement.time.start").alias("dates"),
            F.count_distinct("statement.place").alias("places"),
            F.count_distinct("statement.subject", "statement.object").alias("ends"),
        )
        .where(
            "(kind = 'polarity' and polarities > 1) or (kind = 'time' and dates > 1) "
            "or (kind = 'place' and places > 1) or (kind = 'value' and ends > 1)"
        )
    )
    return facts.join(differing.select("kind", "key"), ["kind", "key"])


def _places(stages: Stages, statements: DataFrame, facts: DataFrame) -> DataFrame:
    """For each key whose facts have places that are compared, what lies in what, as far as these lead:
    a round of joins for each step outwards, once for each place."""
    edges = stages.save(
        "containment",
        statements.where("isContainment")
        .select(F.col("statement.subject").alias("inner"), F.col("statement.object").alias("outer"))
        .distinct(),
    )
    compared = F.when(F.col("kind") == "value", F.col("statement.object")).when(
        F.col("kind") == "place", F.col("statement.place")
    )
    asked = stages.save(
        "asked",
        facts.select("kind", "key", compared.alias("start")).where("start is not null").distinct(),
    )
    frontier = asked.select("start", F.col("start").alias("inner")).distinct()
    seen = frontier
    found: list[DataFrame] = []
    for number in range(_REACHED):
        step = stages.save(f"containment-{number}", frontier.join(edges, "inner"))
        if step.isEmpty():
            break
        found.append(step)
        reached = step.select("start", F.col("outer").alias("inner")).distinct()
        fresh = reached.join(seen, ["start", "inner"], "left_anti")
        seen = stages.save(f"reached-{number}", seen.union(fresh))
        # Nothing beyond so many is looked at.
        small = (
            seen.groupBy("start").agg(F.count("*").alias("size")).where(F.col("size") <= _REACHED)
        )
        frontier = fresh.join(small.drop("size"), "start", "left_semi")
    rows = found[0] if found else frontier.join(edges, "inner")
    for more in found[1:]:
        rows = rows.unionByName(more)
    return (
        asked.join(rows, "start")
        .select("kind", "key", "inner", "outer")
        .distinct()
        .groupBy("kind", "key")
        .agg(sorted_list(F.struct("inner", "outer")).alias("places"))
    )
