"""Documents → mentions: the entities of each document, with the types that the documents agree on."""

from __future__ import annotations

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from relata_spark.resolution.lists import sorted_list
from relata_spark.resolution.stages import Stages
from relata_spark.resolution.steps import Steps, base64

_EVIDENCE = "struct<document: string, start: bigint, end: bigint, quote: string, trigger: string>"
LINK = "struct<name: string, other: string, reason: string, detail: string, document: string>"
PROFILE = (
    "struct<type: string, kind: string, identifiers: map<string, string>, names: array<string>, "
    "isDescribed: boolean, country: string>"
)
EVIDENCE = _EVIDENCE
_PART = (
    "struct<type: string, vote: bigint, "
    f"names: array<struct<key: string, name: string, count: bigint, example: {_EVIDENCE}>>, "
    f"identifiers: array<struct<scheme: string, value: string>>, links: array<{LINK}>>"
)
_BEARING = "struct<isSame: boolean, rule: int, name: int>"
_MENTION = (
    f"struct<entity: int, candidate: string, key: string, profile: {PROFILE}, "
    "fullNames: array<string>, isFloating: boolean, isAlone: boolean, mentions: bigint, "
    f"bears: array<{_BEARING}>, part: {_PART}>"
)


def mentions(steps: Steps, stages: Stages, records: DataFrame) -> DataFrame:
    """One row for each entity of each document.

    Columns: ``document`` (the identifier in composed form, by which documents are ordered), ``id``
    (the identifier), and the fields of the step ``mentions``.

    Parameters:
        records: ``id`` and ``extraction``.
    """
    voted = stages.save(
        "votes",
        steps.ask(
            "types",
            records,
            {"id": "id", "extraction": base64("extraction")},
            "document string, votes array<struct<name: string, type: string, votes: bigint>>, "
            "asked array<string>",
            ["id"],
        ).select("id", "answer.*"),
    )
    summed = (
        voted.select(F.explode("votes").alias("vote"))
        .groupBy("vote.name", "vote.type")
        .agg(F.sum("vote.votes").alias("votes"))
    )
    contested = (
        summed.groupBy("name")
        .agg(sorted_list(F.struct("name", "type", "votes")).alias("rows"))
        .where(F.size("rows") > 1)
    )
    told = (
        voted.select("id", F.explode("asked").alias("name"))
        .join(contested, "name")
        .groupBy("id")
        .agg(F.flatten(sorted_list("rows")).alias("votes"))
    )
    answers = steps.ask(
        "mentions",
        records.join(told, "id", "left"),
        {"id": "id", "extraction": base64("extraction"), "votes": "votes"},
        f"document string, mentions array<{_MENTION}>",
        ["id"],
    )
    return stages.save(
        "mentions",
        answers.select(
            "id", "answer.document", F.explode("answer.mentions").alias("mention")
        ).select("id", "document", "mention.*"),
    )
