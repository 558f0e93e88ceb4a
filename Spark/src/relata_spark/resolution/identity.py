"""Mentions → roots: which mentions are one entity, and why."""

from __future__ import annotations

from dataclasses import dataclass

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F

from relata_spark.resolution import bare
from relata_spark.resolution.candidates import LINK
from relata_spark.resolution.components import components
from relata_spark.resolution.names import describe, frequencies, pairs
from relata_spark.resolution.lists import sorted_by, sorted_list
from relata_spark.resolution.stages import Stages
from relata_spark.resolution.steps import Steps

_CLUSTERS = (
    "clusters array<struct<root: string, members: array<string>, types: array<string>, "
    f"mentions: bigint, links: array<{LINK}>, names: array<struct<text: string, kind: string>>>>"
)


@dataclass(frozen=True)
class Identity:
    """Who is who.

    Attributes:
        roots: ``candidate`` and ``root``; a candidate that is not there is an entity by itself.
        links: ``root`` and ``link``: why names of different documents are one entity's.
    """

    roots: DataFrame
    links: DataFrame


def identity(steps: Steps, stages: Stages, mentions: DataFrame) -> Identity:
    """Which mentions are one entity."""
    profiles = stages.save("profiles", _profiles(mentions))
    known = stages.save("names", describe(steps, _names(profiles, "profile.names")))
    clusters = stages.save("clusters", _clusters(steps, stages, mentions, profiles, known))
    joined = bare.join(steps, stages, mentions, profiles, clusters, known)
    left = stages.save("leftovers", _leftovers(steps, stages, joined.unknown, profiles, known))
    sets = clusters.select("root", "members", "links").union(
        left.select("root", "members", "links")
    )
    roots = sets.select(F.explode("members").alias("candidate"), "root").union(
        joined.roots.select("candidate", "root")
    )
    links = sets.select("root", F.explode("links").alias("link")).union(joined.links)
    return Identity(roots=stages.save("roots", roots), links=links)


def _profiles(mentions: DataFrame) -> DataFrame:
    """One row for each key: the profile of the first document that has it."""
    first = F.struct("document", "entity")
    return mentions.groupBy("key").agg(
        F.min_by("profile", first).alias("profile"),
        F.min_by("fullNames", first).alias("fullNames"),
        F.first("isFloating").alias("isFloating"),
        F.first("isAlone").alias("isAlone"),
    )


def _names(profiles: DataFrame, column: str) -> DataFrame:
    return profiles.select(
        F.explode(column).alias("text"), F.col("profile.kind").alias("kind")
    ).distinct()


def _node(kind: str, *parts: Column | str) -> Column:
    """A node of the graph of what is connected: 128 bits of what it stands for."""
    return F.md5(F.concat_ws("\x1d", F.lit(kind), *parts))


def _clusters(
    steps: Steps, stages: Stages, mentions: DataFrame, profiles: DataFrame, known: DataFrame
) -> DataFrame:
    """Sets of candidates with full names or identifiers that are one entity."""
    compared = profiles.where("not isAlone")
    names = _names(compared, "fullNames").join(known, ["text", "kind"])
    counted = stages.save("compared", frequencies(names))
    found = stages.save("pairs", pairs(steps, stages, "pairs", counted, counted))
    taking = (
        mentions.where("not isAlone or size(profile.identifiers) > 0")
        .groupBy("key", "candidate")
        .agg(F.sum("mentions").alias("mentions"))
        .join(profiles.select("key", "profile", "fullNames"), "key")
    )
    node = _node("candidate", "candidate")
    by_name = taking.select(
        "candidate", F.col("profile.kind").alias("kind"), F.explode("fullNames").alias("text")
    ).select(node.alias("a"), _node("name", "kind", "text").alias("b"))
    by_identifier = taking.select(
        "candidate", F.explode("profile.identifiers").alias("scheme", "value")
    ).select(node.alias("a"), _node("identifier", "scheme", "value").alias("b"))
    alone = taking.select(node.alias("a"), node.alias("b"))
    connected = components(
        stages, "components", by_name.union(by_identifier).union(alone).union(_between(found))
    )
    members = taking.withColumn("node", node).join(connected, "node")
    return _decide(steps, "clusters", members, found, connected)


def _between(found: DataFrame) -> DataFrame:
    return found.select(
        _node("name", "first.kind", "first.text").alias("a"),
        _node("name", "second.kind", "second.text").alias("b"),
    )


def _decide(
    steps: Steps, step: str, members: DataFrame, found: DataFrame, connected: DataFrame
) -> DataFrame:
    """Each component in a line of its own.

    Parameters:
        members: ``component``, ``key``, ``profile``, ``candidate``, ``mentions``.
        found: the pairs.
        connected: the components of the nodes.
    """
    profiles = members.groupBy("component", "key").agg(
        F.first("profile").alias("profile"),
        sorted_list(F.struct(F.col("candidate").alias("id"), "mentions")).alias("candidates"),
    )
    lines = profiles.groupBy("component").agg(
        sorted_by(F.struct("key", "profile", "candidates"), "key").alias("profiles")
    )
    own = (
        found.withColumn("node", _node("name", "first.kind", "first.text"))
        .join(connected, "node")
        .groupBy("component")
        .agg(sorted_list(F.struct("first", "second", "score")).alias("pairs"))
    )
    answers = steps.ask(
        step,
        lines.join(own, "component", "left"),
        {"profiles": "profiles", "pairs": "pairs"},
        _CLUSTERS,
    )
    return answers.select(F.explode("answer.clusters").alias("cluster")).select("cluster.*")


def _leftovers(
    steps: Steps, stages: Stages, unknown: DataFrame, profiles: DataFrame, known: DataFrame
) -> DataFrame:
    """Sets of bare names that fit nothing else."""
    candidates = unknown.select("key", "candidate", "mentions").join(
        profiles.select("key", "profile"), "key"
    )
    own = candidates.select("key", "profile").dropDuplicates(["key"])
    names = (
        _names(own, "profile.names")
        .join(known, ["text", "kind"])
        .withColumn(
            "frequencies", F.expr("cast(null as array<struct<key: string, count: bigint>>)")
        )
    )
    found = stages.save(
        "leftover-pairs",
        pairs(
            steps,
            stages,
            "leftover",
            names.where("isBareWord"),
            names.where("acronym is not null"),
        ),
    )
    node = _node("profile", "key")
    by_name = own.select(
        "key", F.col("profile.kind").alias("kind"), F.explode("profile.names").alias("text")
    ).select(node.alias("a"), _node("name", "kind", "text").alias("b"))
    alone = own.select(node.alias("a"), node.alias("b"))
    connected = components(
        stages, "leftover-components", by_name.union(alone).union(_between(found))
    )
    members = candidates.withColumn("node", node).join(connected, "node")
    return _decide(steps, "leftovers", members, found, connected)
