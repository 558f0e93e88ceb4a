"""Documents and entities → statements: as few as say the same, in the order of the graph."""

from __future__ import annotations

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F

from relata_spark.resolution.candidates import EVIDENCE
from relata_spark.resolution.lists import sorted_list
from relata_spark.resolution.stages import Stages
from relata_spark.resolution.steps import Steps, base64

STATEMENT = (
    "struct<subject: string, relation: string, object: string, isOpen: boolean, polarity: string, "
    "modality: string, attribution: string, time: struct<start: string, end: string>, "
    "place: string, role: string, confidence: double, importance: double, "
    f"evidence: array<{EVIDENCE}>>"
)
STATEMENT_FIELDS = [
    *["subject", "relation", "object", "isOpen", "polarity", "modality", "attribution", "time"],
    *["place", "role", "confidence", "importance", "evidence"],
]
"""The columns of statements, in the order of relata's ``Statement``."""

_FOUND = (
    f"struct<document: string, position: int, statement: {STATEMENT}, subjectType: string, "
    "objectType: string, isSymmetric: boolean, isWeighed: boolean>"
)
MERGED = (
    f"struct<statement: {STATEMENT}, facts: array<struct<kind: string, key: string>>, "
    "isContainment: boolean>"
)
_GROUP = ["subject", "relation", "object", "isOpen", "polarity", "modality"]


def statements(
    steps: Steps, stages: Stages, records: DataFrame, entities: DataFrame, places: DataFrame
) -> DataFrame:
    """The statements of the graph.

    Columns: ``statement``, ``facts`` (``kind``, ``key``: with what it must be compared),
    ``isContainment``, ``position`` (the place among those with the same ends, relation, polarity and
    modality).

    Parameters:
        records: ``id`` and ``extraction`` of the documents.
        entities: ``root``, ``id``, ``type``.
        places: ``id`` of a document, ``entity`` of it, and the ``root`` that it is.
    """
    found = stages.save("found", _found(steps, records, entities, places))
    turned = stages.save("turned", _turned(found))
    consistent = _consistent(steps, stages, turned)
    groups = consistent.groupBy(*[F.col(f"statement.{name}").alias(name) for name in _GROUP]).agg(
        sorted_list(F.struct("document", "position", "statement")).alias("statements")
    )
    answers = steps.ask(
        "merging",
        groups,
        {"statements": "statements"},
        f"statements array<{MERGED}>",
    )
    return answers.select(F.posexplode("answer.statements").alias("position", "row")).select(
        "row.*", "position"
    )


def numbered(stages: Stages, statements: DataFrame) -> DataFrame:
    """The statements with ``number``, the place in the graph's order, from 0."""
    order = [F.col(f"statement.{name}") for name in _GROUP]
    ordered = stages.numbered("statements", statements, [*order, F.col("position")])
    return stages.save("statements", ordered.drop("position"))


def _found(steps: Steps, records: DataFrame, entities: DataFrame, places: DataFrame) -> DataFrame:
    """What documents say, one row for each time they say it."""
    own = (
        places.join(entities.select("root", F.col("id").alias("name"), "type"), "root")
        .groupBy("id")
        .agg(
            F.array_sort(sorted_list(F.struct("entity", F.col("name").alias("id"), "type"))).alias(
                "entities"
            )
        )
    )
    answers = steps.ask(
        "statements",
        records.join(own, "id"),
        {"id": "id", "extraction": base64("extraction"), "entities": "entities"},
        f"statements array<{_FOUND}>",
    )
    return answers.select(F.explode("answer.statements").alias("row")).select("row.*")


def _turned(found: DataFrame) -> DataFrame:
    """Relations without a direction get the one that the first document gives."""
    ends = F.struct("statement.subject", "statement.object", "subjectType", "objectType")
    pair = [
        F.least("statement.subject", "statement.object").alias("one"),
        F.col("statement.relation").alias("relation"),
        F.greatest("statement.subject", "statement.object").alias("other"),
    ]
    symmetric = found.where("isSymmetric").select("*", *pair)
    first = symmetric.groupBy("one", "relation", "other").agg(
        F.min_by(ends, F.struct("document", "position")).alias("ends")
    )
    turned = symmetric.join(first, ["one", "relation", "other"]).select(
        "document",
        "position",
        F.col("statement")
        .withField("subject", F.col("ends.subject"))
        .withField("object", F.col("ends.object"))
        .alias("statement"),
        "ends.subjectType",
        "ends.objectType",
        "isWeighed",
    )
    return found.where("not isSymmetric").drop("isSymmetric").unionByName(turned)


def _consistent(steps: Steps, stages: Stages, turned: DataFrame) -> DataFrame:
    """Without the statements that others of the same subject contradict."""
    fields = ["document", "position", "statement"]
    weighed = turned.where("isWeighed")
    lines = weighed.groupBy(F.col("statement.subject").alias("subject")).agg(
        sorted_list(F.struct("document", "position", slim("statement").alias("statement"))).alias(
            "statements"
        ),
        F.array_union(
            F.collect_set(
                F.struct(F.col("statement.subject").alias("id"), F.col("subjectType").alias("type"))
            ),
            F.collect_set(
                F.struct(F.col("statement.object").alias("id"), F.col("objectType").alias("type"))
            ),
        ).alias("entities"),
    )
    answers = steps.ask(
        "consistency",
        lines,
        {"statements": "statements", "entities": "entities"},
        "kept array<struct<document: string, position: int>>",
    )
    kept = stages.save(
        "kept", answers.select(F.explode("answer.kept").alias("place")).select("place.*")
    )
    return (
        turned.where("not isWeighed")
        .select(*fields)
        .union(weighed.join(kept, ["document", "position"]).select(*fields))
    )


def slim(name: str) -> Column:
    """A statement without the quotes of its evidence."""
    statement = F.col(name)
    return statement.withField(
        "evidence",
        F.transform(statement["evidence"], lambda evidence: evidence.withField("quote", F.lit(""))),
    )
