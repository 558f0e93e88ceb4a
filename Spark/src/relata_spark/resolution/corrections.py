"""A graph → the graph as a person corrects it: the part that changes goes through ``relata``."""

from __future__ import annotations

from dataclasses import dataclass

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F

from relata_spark.resolution.candidates import EVIDENCE
from relata_spark.resolution.entities import ENTITY, ENTITY_FIELDS
from relata_spark.resolution.stages import Stages
from relata_spark.resolution.statements import MERGED
from relata_spark.resolution.steps import Steps

CORRECTION = (
    "struct<action: string, file: string, line: int, explanation: string, entities: array<string>, "
    f"evidence: array<{EVIDENCE}>>"
)

_ENDS = ["subject", "object", "attribution", "place"]


@dataclass(frozen=True)
class Corrected:
    """A corrected graph.

    Attributes:
        entities: the fields of relata's ``Entity``.
        statements: as :func:`~relata_spark.resolution.statements.statements` gives them.
        corrections: ``number`` and the fields of relata's ``AppliedCorrection``.
        unmet: ``warning``: what a user should know of corrections that do not apply.
    """

    entities: DataFrame
    statements: DataFrame
    corrections: DataFrame
    unmet: DataFrame


def correct(steps: Steps, stages: Stages, entities: DataFrame, statements: DataFrame) -> Corrected:
    """Applies the corrections of `steps`.

    Parameters:
        entities: the fields of relata's ``Entity``.
        statements: ``statement``, ``facts``, ``isContainment``, ``position``.
    """
    spark = stages.spark
    nothing = spark.range(1).select(F.lit(True).alias("all"))
    documents = steps.ask("passages", nothing, {"all": "all"}, "documents array<string>").select(
        F.explode("answer.documents").alias("document")
    )
    rows = stages.save(
        "uncorrected", statements.withColumn("mark", F.monotonically_increasing_id())
    )
    supporting = (
        rows.select("mark", F.explode("statement.evidence.document").alias("document"))
        .join(F.broadcast(documents), "document", "left_semi")
        .select("mark")
        .distinct()
    )
    quoted = stages.save("quoted", rows.join(supporting, "mark", "left_semi"))
    names = F.array_union(
        F.array("name"), F.coalesce("aliases.name", F.expr("cast(array() as array<string>)"))
    )
    meant = stages.save(
        "meant",
        steps.ask(
            "described", entities, {"id": "id", "names": names}, "isDescribed boolean", ["id"]
        )
        .where("answer.isDescribed")
        .select("id"),
    )
    plan = stages.save(
        "plan",
        steps.ask(
            "planned",
            _line(_of(entities, meant.union(_ends(quoted))), quoted),
            {"entities": "entities", "statements": "statements"},
            "changed array<string>, ends array<struct<subject: string, object: string>>, "
            "families array<string>, unmet array<string>",
        ).select("answer.*"),
    )
    changed = plan.select(F.explode("changed").alias("id"))
    incident = (
        rows.select("mark", *_pair(), F.explode(_all_ends()).alias("id"))
        .join(F.broadcast(changed), "id", "left_semi")
        .select("one", "other")
    )
    edited = plan.select(F.explode("ends").alias("end")).select(
        F.least("end.subject", "end.object").alias("one"),
        F.greatest("end.subject", "end.object").alias("other"),
    )
    # All statements between two ends go together: they may become one, or stand in another order.
    pairs = incident.union(edited).distinct()
    part = stages.save(
        "correctable", rows.select("*", *_pair()).join(pairs, ["one", "other"], "left_semi")
    )
    families = plan.select(F.explode("families").alias("family"))
    taken = (
        entities.select("id", F.regexp_replace("id", "(-[0-9]+)+$", "").alias("family"))
        .join(F.broadcast(families), "family", "left_semi")
        .select("id")
    )
    ids = stages.save("correctable-ids", meant.union(_ends(part)).union(taken).distinct())
    answer = stages.save(
        "corrected",
        steps.ask(
            "corrected",
            _line(_of(entities, ids), part),
            {"entities": "entities", "statements": "statements"},
            f"entities array<{ENTITY}>, statements array<{MERGED}>, corrections array<{CORRECTION}>",
        ).select("answer.*"),
    )
    made = answer.select(F.explode("entities").alias("entity")).select("entity.*")
    said = answer.select(F.posexplode("statements").alias("position", "row")).select(
        "row.*", "position"
    )
    columns = ["statement", "facts", "isContainment", "position"]
    return Corrected(
        entities=entities.join(ids, "id", "left_anti")
        .select(*ENTITY_FIELDS)
        .unionByName(made.select(*ENTITY_FIELDS)),
        statements=rows.join(part.select("mark"), "mark", "left_anti")
        .select(*columns)
        .unionByName(said.select(*columns)),
        corrections=answer.select(F.posexplode("corrections").alias("number", "correction")).select(
            "number", "correction.*"
        ),
        unmet=plan.select(F.explode("unmet").alias("warning")),
    )


def _all_ends() -> Column:
    return F.array_compact(F.array(*[f"statement.{name}" for name in _ENDS]))


def _ends(statements: DataFrame) -> DataFrame:
    return statements.select(F.explode(_all_ends()).alias("id")).distinct()


def _pair() -> list[Column]:
    return [
        F.least("statement.subject", "statement.object").alias("one"),
        F.greatest("statement.subject", "statement.object").alias("other"),
    ]


def _of(entities: DataFrame, ids: DataFrame) -> DataFrame:
    return entities.join(ids.distinct(), "id", "left_semi")


def _line(entities: DataFrame, statements: DataFrame) -> DataFrame:
    """One row with all of both."""
    return entities.agg(F.collect_list(F.struct(*ENTITY_FIELDS)).alias("entities")).crossJoin(
        statements.agg(F.collect_list("statement").alias("statements"))
    )
