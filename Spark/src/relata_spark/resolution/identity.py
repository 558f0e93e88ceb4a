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
    f"mentions: bigint, links: array<{LINK}>, names: array<struct<text: string, kind: string>>, "
    f"set: {bare.SET}, sets: array<string>>>"
)


@dataclass(frozen=True)
class Identity:
    """Who is who.

    Attributes:
        roots: ``candidate`` and ``root``; a candidate that is not there is an entity by itself.
        links: ``root`` and ``link``: why names of different documents are one entity's.
        unmet: ``warning``: what a user should know of rules that could not be kept; None where
            there are none.
    """

    roots: DataFrame
    links: DataFrame
    unmet: DataFrame | None


def identity(steps: Steps, stages: Stages, mentions: DataFrame) -> Identity:
    """Which mentions are one entity."""
    profiles = stages.save("profiles", _profiles(mentions))
    known = stages.save("names", describe(steps, _names(profiles, "profile.names")))
    clusters = stages.save("clusters", _clusters(steps, stages, mentions, profiles, known))
    joined = bare.join(steps, stages, mentions, profiles, clusters, known)
    bound = _bound(joined, clusters)
    left = stages.save("leftovers", _leftovers(steps, stages, joined, bound, profiles, known))
    members = clusters.select(F.explode("members").alias("candidate"), "root")
    roots = members.union(joined.roots.select("candidate", "root"))
    links = clusters.select("root", F.explode("links").alias("link")).union(joined.links)
    own = left.select(F.explode("members").alias("candidate"), "root")
    if joined.unions is not None:
        # Sets that have become one, by a bare name that a rule has put into one of them.
        renamed = [_renamed(joined.unions, "members"), _renamed(left, "sets")]
        for names in renamed:
            roots, links = _moved(roots, names), _moved(links, names)
        own = own.join(members, "candidate", "left_anti")
    whole = stages.save("roots", roots.union(own))
    return Identity(
        roots=whole,
        links=links.union(left.select("root", F.explode("links").alias("link"))),
        unmet=_unmet(steps, mentions, whole) if steps.has_identities else None,
    )


def _renamed(sets: DataFrame, column: str) -> DataFrame:
    """``root`` and ``new``, of sets that are parts of others now."""
    return sets.select(F.explode(column).alias("old"), F.col("root").alias("new")).select(
        F.col("old").alias("root"), "new"
    )


def _moved(rows: DataFrame, names: DataFrame) -> DataFrame:
    moved = rows.join(names, "root", "left").withColumn("root", F.coalesce("new", "root"))
    return moved.select(*rows.columns)


def _bound(joined: bare.Joined, clusters: DataFrame) -> DataFrame | None:
    """The sets of bare names that fit nothing and that a user's rule has put into sets: ``key``,
    ``candidate``, ``root``, ``set``."""
    if joined.unions is None:
        return None
    rows = joined.unknown.where("own is not null").select(
        "key", "candidate", F.col("own").alias("root")
    )
    rows = _moved(rows, _renamed(joined.unions, "members"))
    sets = clusters.select("root", "set").join(
        joined.unions.select(F.explode("members").alias("root")), "root", "left_anti"
    )
    return rows.join(sets.union(joined.unions.select("root", "set")), "root")


def _unmet(steps: Steps, mentions: DataFrame, roots: DataFrame) -> DataFrame:
    """``warning``: what a user should know of rules that could not be kept."""
    borne = mentions.select(
        "document", "id", "candidate", F.explode("bears").alias("bearing")
    ).select("document", "id", "candidate", "bearing", "bearing.*")
    apart = (
        borne.where("not isSame")
        .join(roots, "candidate", "left")
        .withColumn("root", F.coalesce("root", "candidate"))
    )
    first = apart.select("rule", "root", F.col("name").alias("first")).distinct()
    confused = (
        apart.withColumnRenamed("name", "second")
        .join(first, ["rule", "root"])
        .where("first < second")
        .groupBy("rule", "first", "second")
        .agg(F.min_by("id", F.struct("candidate", "document")).alias("document"))
    )
    line = borne.agg(F.sort_array(F.collect_set("bearing")).alias("bearers")).crossJoin(
        confused.agg(sorted_list(F.struct("rule", "first", "second", "document")).alias("confused"))
    )
    answers = steps.ask(
        "unmet", line, {"bearers": "bearers", "confused": "confused"}, "unmet array<string>"
    )
    return answers.select(F.explode("answer.unmet").alias("warning"))


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
        mentions.where(
            "not isAlone or size(profile.identifiers) > 0 or exists(bears, bearing -> bearing.isSame)"
        )
        .groupBy("key", "candidate")
        .agg(F.sum("mentions").alias("mentions"), F.first("bears").alias("bears"))
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
    edges = by_name.union(by_identifier).union(alone).union(_between(found))
    if steps.has_identities:
        edges = edges.union(
            taking.select("candidate", F.explode("bears").alias("bearing"))
            .where("bearing.isSame")
            .select(node.alias("a"), _node("rule", F.col("bearing.rule").cast("string")).alias("b"))
        )
    connected = components(stages, "components", edges)
    members = taking.withColumn("node", node).join(connected, "node")
    decided = _decide(steps, "clusters", members, found, connected)
    # Without rules types and mentions are all that counts for bare names.
    usual = F.from_json(F.to_json(F.struct("types", "mentions")), bare.SET)
    return decided.withColumn("set", F.coalesce("set", usual))


def _between(found: DataFrame) -> DataFrame:
    return found.select(
        _node("name", "first.kind", "first.text").alias("a"),
        _node("name", "second.kind", "second.text").alias("b"),
    )


def _decide(
    steps: Steps,
    step: str,
    members: DataFrame,
    found: DataFrame,
    connected: DataFrame,
    bound: DataFrame | None = None,
) -> DataFrame:
    """Each component in a line of its own.

    Parameters:
        members: ``component``, ``key``, ``profile``, ``candidate``, ``mentions``.
        found: the pairs.
        connected: the components of the nodes.
        bound: ``component``, ``root``, ``candidate``, ``set``: sets that some members are in.
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
    asked = lines.join(own, "component", "left")
    line = {"profiles": "profiles", "pairs": "pairs"}
    if bound is not None:
        sets = (
            bound.groupBy("component", "root")
            .agg(sorted_list("candidate").alias("members"), F.first("set").alias("set"))
            .groupBy("component")
            .agg(sorted_list(F.struct("root", "members", "set")).alias("sets"))
        )
        asked = asked.join(sets, "component", "left")
        line["sets"] = "sets"
    answers = steps.ask(step, asked, line, _CLUSTERS)
    return answers.select(F.explode("answer.clusters").alias("cluster")).select("cluster.*")


def _leftovers(
    steps: Steps,
    stages: Stages,
    joined: bare.Joined,
    bound: DataFrame | None,
    profiles: DataFrame,
    known: DataFrame,
) -> DataFrame:
    """Sets of bare names that fit nothing else."""
    candidates = joined.unknown.select("key", "candidate", "mentions").join(
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
    edges = by_name.union(alone).union(_between(found))
    if bound is not None:
        edges = edges.union(bound.select(node.alias("a"), _node("set", "root").alias("b")))
    connected = components(stages, "leftover-components", edges)
    members = candidates.withColumn("node", node).join(connected, "node")
    if bound is not None:
        bound = bound.withColumn("node", node).join(connected, "node")
    return _decide(steps, "leftovers", members, found, connected, bound)
