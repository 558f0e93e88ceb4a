"""Surnames and acronyms: which entity a bare name means."""

from __future__ import annotations

from dataclasses import dataclass

from pyspark.sql import Column, DataFrame, Window
from pyspark.sql import functions as F

from relata_spark.resolution.candidates import LINK
from relata_spark.resolution.components import components
from relata_spark.resolution.lists import sorted_by, sorted_list
from relata_spark.resolution.stages import Stages
from relata_spark.resolution.steps import Steps

LARGEST_SOUND = 256
"""Beyond so many words of one sound only those are looked at that share more of it;
``BareNameIndex.limit`` of the single machine."""

_OTHERS = 512
"""With so many names, about, a bare name is compared in one line."""


SET = (
    "struct<types: array<string>, mentions: bigint, "
    "identifiers: array<struct<scheme: string, value: string>>, "
    "primaries: array<struct<text: string, kind: string>>, "
    "kept: array<struct<rule: int, names: array<int>>>, isForced: boolean>"
)
"""What speaks for and against joining a set with another."""


@dataclass(frozen=True)
class Joined:
    """What became of bare names.

    Attributes:
        roots: ``candidate`` and the ``root`` that it joins.
        links: ``root`` and ``link``.
        unknown: ``key``, ``candidate``, ``mentions``, ``own``: those that fit nothing, and the set
            that a user's rule has put them into.
        unions: ``root``, ``members`` (roots of sets that are one now), ``set``; None where there
            are no rules.
    """

    roots: DataFrame
    links: DataFrame
    unknown: DataFrame
    unions: DataFrame | None


def join(
    steps: Steps,
    stages: Stages,
    mentions: DataFrame,
    profiles: DataFrame,
    clusters: DataFrame,
    known: DataFrame,
) -> Joined:
    """Lets bare names join what they fit.

    Parameters:
        mentions: all of all documents.
        profiles: one row for each key.
        clusters: the sets with full names or identifiers.
        known: what names are found by.
    """
    members = clusters.select(F.explode("members").alias("candidate"), "root")
    floating = _floating(steps, mentions, members)
    choices = stages.save("choices", _choices(steps, stages, floating, profiles, clusters, known))
    fits = choices.select("bare", F.explode("fits").alias("fit")).select(
        "bare", "fit.root", "fit.link"
    )
    near = (
        mentions.select("document", "candidate")
        .join(members, "candidate")
        .select("document", "root")
        .distinct()
    )
    # What is spoken of in the same document goes first.
    told = (
        floating.select("document", "candidate", "bare")
        .join(near, "document")
        .join(fits.select("bare", "root"), ["bare", "root"])
        .groupBy("candidate")
        .agg(F.count("*").alias("near"), F.min("root").alias("nearest"))
    )
    decided = stages.save(
        "decisions",
        floating.join(choices.select("bare", "usual", F.lit(True).alias("fitsAny")), "bare", "left")
        .join(told, "candidate", "left")
        .withColumn(
            "root",
            F.when(F.col("near") > 1, F.lit(None))
            .when(F.col("near") == 1, F.col("nearest"))
            .otherwise(F.col("usual")),
        ),
    )
    wanted = decided.where("root is not null")
    answers = stages.save("joins", _joins(steps, stages, wanted, profiles, clusters))
    accepted = answers.select(F.explode("joined").alias("row")).select("row.*")
    by_name = accepted.where("own is null").select("root", "key")
    alone, bound = wanted.where("own is null"), wanted.where("own is not null")
    fields = ["key", "candidate", "mentions", "own"]
    unknown = (
        decided.where("fitsAny is null")
        .select(*fields)
        .union(alone.join(by_name, ["root", "key"], "left_anti").select(*fields))
    )
    if steps.has_identities:
        unknown = unknown.union(
            bound.join(accepted.where("own is not null"), "candidate", "left_anti").select(*fields)
        )
    return Joined(
        roots=alone.join(by_name, ["root", "key"]).select("candidate", "root"),
        links=accepted.where("isReason")
        .withColumn("bare", _bare())
        .join(fits, ["root", "bare"])
        .where("link is not null")
        .select("root", "link"),
        unknown=stages.save("unknown", unknown),
        unions=(
            answers.select(F.explode("sets").alias("row")).select("row.*")
            if steps.has_identities
            else None
        ),
    )


def _floating(steps: Steps, mentions: DataFrame, members: DataFrame) -> DataFrame:
    """Mentions by bare names, with the set that a user's rule has put them into: ``own``."""
    rows = mentions.where("isFloating").select("document", "candidate", "key", "mentions")
    if steps.has_identities:
        rows = rows.join(members.withColumnRenamed("root", "own"), "candidate", "left")
    else:
        rows = rows.withColumn("own", F.lit(None).cast("string"))
    return rows.withColumn("bare", _bare())


def _bare() -> Column:
    """What decides what a bare name fits: its profile, and the set that it is in."""
    return F.concat_ws("\x1d", "key", "own")


def _joins(
    steps: Steps, stages: Stages, wanted: DataFrame, profiles: DataFrame, clusters: DataFrame
) -> DataFrame:
    """``joined`` and ``sets``: bare names that may join the sets that they want to."""
    fields = ["root", "key", "candidate", "own"]
    rows = (
        wanted.where("own is null")
        .groupBy("root", "key")
        .agg(F.min("candidate").alias("candidate"))
        .withColumn("own", F.lit(None).cast("string"))
        .select(*fields)
    )
    if steps.has_identities:
        rows = rows.union(wanted.where("own is not null").select(*fields))
        asked = stages.save("joins-asked", rows)
        edges = asked.select(F.col("root").alias("a"), F.coalesce("own", "root").alias("b"))
        connected = components(stages, "joins-components", edges).withColumnRenamed("node", "root")
    else:
        asked = rows
        connected = asked.select("root", F.col("root").alias("component")).distinct()
    bare = (
        asked.join(connected, "root")
        .join(profiles.select("key", "profile"), "key")
        .groupBy("component")
        .agg(
            sorted_by(F.struct("candidate", "key", "profile", "own", "root"), "candidate").alias(
                "bare"
            )
        )
    )
    sets = (
        connected.join(clusters.select("root", "set"), "root")
        .groupBy("component")
        .agg(sorted_list(F.struct("root", "set")).alias("sets"))
    )
    answers = steps.ask(
        "joins",
        bare.join(sets, "component"),
        {"sets": "sets", "bare": "bare"},
        "joined array<struct<key: string, candidate: string, own: string, root: string, "
        f"isReason: boolean>>, sets array<struct<root: string, members: array<string>, set: {SET}>>",
    )
    return answers.select("answer.*")


def _choices(
    steps: Steps,
    stages: Stages,
    floating: DataFrame,
    profiles: DataFrame,
    clusters: DataFrame,
    known: DataFrame,
) -> DataFrame:
    """For each bare name that fits anything: ``bare``, ``fits``, ``usual``."""
    asked = (
        floating.select("bare", "key", "own")
        .distinct()
        .join(profiles.select("key", "profile"), "key")
    )
    named = asked.select(
        "bare", "own", F.col("profile.kind").alias("kind"), F.explode("profile.names").alias("text")
    )
    names = named.select("text", "kind").distinct().join(known, ["text", "kind"])
    bearers = clusters.select("root", "set", F.explode("names").alias("name")).select(
        "root", "set", "name.text", "name.kind"
    )
    full = bearers.select("text", "kind").distinct().join(known, ["text", "kind"])
    compared = stages.save(
        "compared-bare", _by_acronym(names, full).union(_by_word(steps, names, full))
    )
    fits = stages.save("fits", _fits(steps, compared))
    rows = (
        named.join(fits, ["text", "kind"])
        .withColumnRenamed("text", "name")
        .join(bearers.withColumnRenamed("text", "other"), ["other", "kind"])
        .where("own is null or own <> root")
        .groupBy("bare")
        .agg(
            sorted_list(F.struct("root", "set", "name", "other", "score", "isPartial")).alias(
                "fits"
            )
        )
        .join(asked, "bare")
        .join(
            clusters.select(F.col("root").alias("own"), F.col("set").alias("ownSet")), "own", "left"
        )
    )
    answers = steps.ask(
        "bare",
        rows,
        {"profile": "profile", "own": "ownSet", "fits": "fits"},
        f"fits array<struct<root: string, link: {LINK}>>, usual string",
        ["bare"],
    )
    return answers.select("bare", "answer.*").where(F.size("fits") > 0)


def _by_acronym(names: DataFrame, full: DataFrame) -> DataFrame:
    """``text``, ``kind``, ``other``: acronyms beside the names that they may stand for."""
    asked = names.where("acronym is not null").select("text", "kind", "acronym")
    others = full.select(
        F.explode("acronyms").alias("acronym"), "kind", F.col("text").alias("other")
    )
    return asked.join(others, ["acronym", "kind"]).select("text", "kind", "other").distinct()


def _by_word(steps: Steps, names: DataFrame, full: DataFrame) -> DataFrame:
    """``text``, ``kind``, ``other``: surnames beside the names of people that they may stand for."""
    people = full.where("word is not null")
    words = people.groupBy("word").agg(
        F.min("text").alias("first"),
        F.first("sounds").alias("sounds"),
        F.first("longSounds").alias("longSounds"),
    )
    by_sound = words.select("word", "first", "longSounds", F.explode("sounds").alias("sound"))
    sizes = by_sound.groupBy("sound").agg(F.count("*").alias("size"))
    sized = by_sound.join(sizes, "sound")
    asked = names.where("acronym is null and word is not null").select(
        "text", "kind", "sounds", "longSounds"
    )
    heard = asked.select("text", "kind", "longSounds", F.explode("sounds").alias("sound")).join(
        sizes, "sound"
    )
    small = heard.where(F.col("size") <= LARGEST_SOUND).join(
        sized.select("sound", "first"), "sound"
    )
    by_long = (
        sized.where(F.col("size") > LARGEST_SOUND)
        .select("first", F.explode("longSounds").alias("sound"))
        .distinct()
    )
    large = (
        heard.where(F.col("size") > LARGEST_SOUND)
        .select("text", "kind", F.explode("longSounds").alias("sound"))
        .join(by_long, "sound")
    )
    fields = ["text", "kind", "first"]
    near = small.select(*fields).union(large.select(*fields)).distinct()
    lines = _chunks(near, "first", "others")
    alike = steps.ask(
        "words",
        lines,
        {"name": "text", "others": "others"},
        "alike array<string>",
        ["text", "kind"],
    ).select("text", "kind", F.explode("answer.alike").alias("first"))
    return (
        alike.join(words.select("first", "word"), "first")
        .join(people.select("word", F.col("text").alias("other")), "word")
        .select("text", "kind", "other")
    )


def _fits(steps: Steps, compared: DataFrame) -> DataFrame:
    """``text``, ``kind``, ``other``, ``score``, ``isPartial``."""
    answers = steps.ask(
        "fits",
        _chunks(compared, "other", "others"),
        {"text": "text", "kind": "kind", "others": "others"},
        "fits array<struct<other: string, score: double, isPartial: boolean>>",
        ["text", "kind"],
    )
    return answers.select("text", "kind", F.explode("answer.fits").alias("fit")).select(
        "text", "kind", "fit.*"
    )


def _chunks(rows: DataFrame, column: str, name: str) -> DataFrame:
    """The values of a column for each name, in lists of about so many: one name may have thousands."""
    count = F.count("*").over(Window.partitionBy("text", "kind"))
    chunk = F.pmod(F.xxhash64(column), F.ceil(count / _OTHERS))
    return (
        rows.withColumn("chunk", chunk)
        .groupBy("text", "kind", "chunk")
        .agg(sorted_list(column).alias(name))
    )
