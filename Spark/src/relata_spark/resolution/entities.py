"""Mentions and roots → entities: sums by Spark, each entity by ``relata``."""

from __future__ import annotations

from pyspark.sql import Column, DataFrame, Window
from pyspark.sql import functions as F

from relata_spark.resolution.candidates import EVIDENCE, LINK
from relata_spark.resolution.identity import Identity
from relata_spark.resolution.lists import sorted_list
from relata_spark.resolution.stages import Stages
from relata_spark.resolution.steps import Steps

ENTITY = (
    "struct<id: string, name: string, type: string, "
    f"aliases: array<struct<name: string, count: bigint, example: {EVIDENCE}>>, "
    f"identifiers: map<string, string>, mentionCount: bigint, links: array<{LINK}>>"
)

_NAMES = f"array<struct<key: string, name: string, count: bigint, example: {EVIDENCE}>>"

ENTITY_FIELDS = ["id", "name", "type", "aliases", "identifiers", "mentionCount", "links"]
"""The columns of entities, in the order of relata's ``Entity``."""


def entities(
    steps: Steps, stages: Stages, mentions: DataFrame, who: Identity
) -> tuple[DataFrame, DataFrame]:
    """The entities, and which of them each mention is.

    Returns:
        Entities (``root`` and the fields of relata's ``Entity``), and places (``document``, ``id`` of
        the document, ``entity``, ``root``).
    """
    owned = stages.save(
        "owned",
        mentions.join(who.roots, "candidate", "left").select(
            F.coalesce("root", "candidate").alias("root"),
            "document",
            "id",
            "entity",
            "mentions",
            "part",
        ),
    )
    lines = _first(owned)
    for own in (_names(owned), _types(owned), _identifiers(owned), _links(owned, who.links)):
        lines = lines.join(own, "root", "left")
    assembled = stages.save(
        "assembled",
        steps.ask(
            "entity",
            lines,
            {
                # What no document names is an entity all the same.
                "names": F.coalesce("names", F.expr(f"cast(array() as {_NAMES})")),
                **{name: name for name in ("types", "identifiers", "mentions", "links")},
            },
            f"entity {ENTITY}, base string, family string",
            ["root", "document", "entity"],
        ).select(
            "root",
            "document",
            F.col("entity").alias("place"),
            F.col("answer.entity").alias("entity"),
            "answer.base",
            "answer.family",
        ),
    )
    named = stages.save("identifiers", _named(steps, assembled))
    fields = [f"entity.{name}" for name in ENTITY_FIELDS if name != "id"]
    result = assembled.join(named, "root").select("root", "id", *fields)
    return stages.save("named", result), owned.select("document", "id", "entity", "root")


def numbered(stages: Stages, entities: DataFrame) -> DataFrame:
    """The entities with ``number``, the place in the order of their identifiers, from 0."""
    rows = stages.numbered("entities", entities, [F.col("id")])
    return stages.save("entities", rows.select("number", *ENTITY_FIELDS))


def _place() -> Column:
    """Where a mention stands."""
    return F.struct("document", "entity")


def _names(owned: DataFrame) -> DataFrame:
    rows = owned.select(
        "root", "document", "entity", F.posexplode("part.names").alias("at", "name")
    )
    place = "struct(document, entity, at)"
    return (
        rows.groupBy("root", "name.key")
        .agg(
            F.expr(f"min_by(name.name, {place})").alias("name"),
            F.sum("name.count").alias("count"),
            F.expr(f"min_by(name.example, {place}) filter (where name.example is not null)").alias(
                "example"
            ),
        )
        .groupBy("root")
        .agg(sorted_list(F.struct("key", "name", "count", "example")).alias("names"))
    )


def _types(owned: DataFrame) -> DataFrame:
    return (
        owned.groupBy("root", "part.type")
        .agg(F.sum("part.vote").alias("votes"))
        .groupBy("root")
        .agg(sorted_list(F.struct("type", "votes")).alias("types"))
    )


def _identifiers(owned: DataFrame) -> DataFrame:
    return (
        owned.select("root", F.explode("part.identifiers").alias("identifier"))
        .distinct()
        .groupBy("root")
        .agg(sorted_list("identifier").alias("identifiers"))
    )


def _links(owned: DataFrame, across: DataFrame) -> DataFrame:
    within = (
        owned.select("root", "document", "entity", "id", F.explode("part.links").alias("link"))
        .groupBy("root", "link")
        .agg(F.min_by("id", _place()).alias("id"))
        .select("root", F.col("link").withField("document", F.col("id")).alias("link"))
    )
    return (
        within.unionByName(across.distinct())
        .groupBy("root")
        .agg(sorted_list("link").alias("links"))
    )


def _first(owned: DataFrame) -> DataFrame:
    return (
        owned.groupBy("root")
        .agg(F.sum("mentions").alias("mentions"), F.min(_place()).alias("first"))
        .select("root", "mentions", "first.document", "first.entity")
    )


def _named(steps: Steps, assembled: DataFrame) -> DataFrame:
    """``root`` and ``id``: distinct identifiers, the plain one for the most spoken of."""
    asked = assembled.select(
        "root",
        "base",
        "family",
        F.col("entity.id").alias("id"),
        F.col("entity.mentionCount").alias("mentions"),
        "document",
        F.col("place").alias("entity"),
    )
    bases = asked.groupBy("family").agg(F.count_distinct("base").alias("bases"))
    sized = asked.join(bases, "family")
    order = Window.partitionBy("base").orderBy(F.desc("mentions"), "document", "entity")
    # Nothing else can ask for a number of these: the first goes without, the next has 2.
    plain = (
        sized.where("bases = 1")
        .withColumn("rank", F.row_number().over(order))
        .select(
            "root",
            F.when(F.col("rank") == 1, F.col("id"))
            .otherwise(F.concat_ws("-", "id", "rank"))
            .alias("id"),
        )
    )
    families = (
        sized.where("bases > 1")
        .groupBy("family")
        .agg(
            sorted_list(F.struct("root", "id", "mentions", "document", "entity")).alias("entities")
        )
    )
    answers = steps.ask(
        "identifiers",
        families,
        {"entities": "entities"},
        "entities array<struct<root: string, id: string>>",
    )
    return plain.union(answers.select(F.explode("answer.entities").alias("row")).select("row.*"))
