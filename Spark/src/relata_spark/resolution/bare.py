"""Surnames and acronyms: which entity a bare name means."""

from __future__ import annotations

from dataclasses import dataclass

from pyspark.sql import DataFrame, Window
from pyspark.sql import functions as F

from relata_spark.resolution.candidates import LINK
from relata_spark.resolution.lists import sorted_list
from relata_spark.resolution.stages import Stages
from relata_spark.resolution.steps import Steps

LARGEST_SOUND = 256
"""Beyond so many words of one sound only those are looked at that share more of it;
``BareNameIndex.limit`` of the single machine."""

_OTHERS = 512
"""With so many names, about, a bare name is compared in one line."""


@dataclass(frozen=True)
class Joined:
    """What became of bare names.

    Attributes:
        roots: ``candidate`` and the ``root`` that it joins.
        links: ``root`` and ``link``.
        unknown: ``key``, ``candidate``, ``mentions``: those that fit nothing.
    """

    roots: DataFrame
    links: DataFrame
    unknown: DataFrame


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
    choices = stages.save("choices", _choices(steps, stages, profiles, clusters, known))
    fits = choices.select("key", F.explode("fits").alias("fit")).select(
        "key", "fit.root", "fit.link"
    )
    floating = mentions.where("isFloating").select(
        "document", "candidate", "key", "mentions", F.col("profile.type").alias("type")
    )
    members = clusters.select(F.explode("members").alias("candidate"), "root")
    near = (
        mentions.where("not isFloating")
        .select("document", "candidate")
        .join(members, "candidate")
        .select("document", "root")
        .distinct()
    )
    # What is spoken of in the same document goes first.
    told = (
        floating.select("document", "candidate", "key")
        .join(near, "document")
        .join(fits.select("key", "root"), ["key", "root"])
        .groupBy("candidate")
        .agg(F.count("*").alias("near"), F.min("root").alias("nearest"))
    )
    decided = stages.save(
        "decisions",
        floating.join(choices.select("key", "usual", F.lit(True).alias("fitsAny")), "key", "left")
        .join(told, "candidate", "left")
        .withColumn(
            "root",
            F.when(F.col("near") > 1, F.lit(None))
            .when(F.col("near") == 1, F.col("nearest"))
            .otherwise(F.col("usual")),
        ),
    )
    wanted = decided.where("root is not null")
    lines = (
        wanted.groupBy("root", "key")
        .agg(F.first("type").alias("type"))
        .groupBy("root")
        .agg(sorted_list(F.struct("key", "type")).alias("bare"))
        .join(clusters.select("root", "types"), "root")
    )
    accepted = stages.save(
        "joins",
        steps.ask(
            "joins", lines, {"types": "types", "bare": "bare"}, "joined array<string>", ["root"]
        ).select("root", F.explode("answer.joined").alias("key")),
    )
    refused = wanted.join(accepted, ["root", "key"], "left_anti")
    fields = ["key", "candidate", "mentions"]
    unknown = decided.where("fitsAny is null").select(*fields).union(refused.select(*fields))
    return Joined(
        roots=wanted.join(accepted, ["root", "key"]).select("candidate", "root"),
        links=accepted.join(fits, ["root", "key"]).where("link is not null").select("root", "link"),
        unknown=stages.save("unknown", unknown),
    )


def _choices(
    steps: Steps, stages: Stages, profiles: DataFrame, clusters: DataFrame, known: DataFrame
) -> DataFrame:
    """For each bare profile that fits anything: ``key``, ``fits``, ``usual``."""
    floating = profiles.where("isFloating").select("key", "profile")
    named = floating.select(
        "key", F.col("profile.kind").alias("kind"), F.explode("profile.names").alias("text")
    )
    names = named.select("text", "kind").distinct().join(known, ["text", "kind"])
    bearers = clusters.select("root", "types", "mentions", F.explode("names").alias("name")).select(
        "root", "types", "mentions", "name.text", "name.kind"
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
        .groupBy("key")
        .agg(
            sorted_list(
                F.struct("root", "types", "mentions", "name", "other", "score", "isPartial")
            ).alias("fits")
        )
        .join(floating, "key")
    )
    answers = steps.ask(
        "bare",
        rows,
        {"profile": "profile", "fits": "fits"},
        f"fits array<struct<root: string, link: {LINK}>>, usual string",
        ["key"],
    )
    return answers.select("key", "answer.*").where(F.size("fits") > 0)


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
