"""Names → pairs of names that are one's: blocks of bounded size, whose pairs ``relata`` decides."""

from __future__ import annotations

from pyspark.sql import DataFrame, Window
from pyspark.sql import functions as F

from relata_spark.resolution.lists import sorted_list
from relata_spark.resolution.stages import Stages
from relata_spark.resolution.steps import Steps

LARGEST_BLOCK = 128
"""How many names are compared with each other; ``Blocks.limit`` of the single machine."""

NEIGHBORS = 24
"""With how many of those that follow it a name of a block that no key splits is compared."""

LEVELS = 4
"""How often a block is split by further keys."""

_RUN = LARGEST_BLOCK - NEIGHBORS
"""How many names of such a block are compared in one line; the next ones come along."""

_NAME = "text string, kind string"
PAIRS = f"array<struct<first: struct<{_NAME}>, second: struct<{_NAME}>, score: double>>"

INFO = (
    "folded string, keys array<string>, acronym string, acronyms array<string>, word string, "
    "sounds array<string>, longSounds array<string>, isBareWord boolean"
)
"""What a name is found by."""


def describe(steps: Steps, names: DataFrame) -> DataFrame:
    """What each ``text`` and ``kind`` is found by, each once."""
    answers = steps.ask(
        "names", names.distinct(), {"text": "text", "kind": "kind"}, INFO, ["text", "kind"]
    )
    return answers.select("text", "kind", "answer.*")


def frequencies(names: DataFrame) -> DataFrame:
    """Each name with how many names have each of its keys. One row for each name and key goes
    through the network, twice."""
    keys = names.select("text", "kind", F.explode("keys").alias("key"))
    counts = keys.groupBy("key").agg(F.count("*").alias("count"))
    own = (
        keys.join(counts, "key")
        .groupBy("text", "kind")
        .agg(sorted_list(F.struct("key", "count")).alias("frequencies"))
    )
    return names.join(own, ["text", "kind"], "left")


def pairs(
    steps: Steps, stages: Stages, name: str, blocked: DataFrame, equal: DataFrame
) -> DataFrame:
    """Pairs of names that are one's, each once, with its best score.

    Parameters:
        name: under which levels are written.
        blocked: names that are compared in blocks: ``text``, ``kind``, ``folded`` and
            ``frequencies``, which may be null.
        equal: names that are compared with those that fold alike: ``text``, ``kind``, ``folded``.
    """
    lines = [_runs(equal.where("folded <> ''"), ["folded"], ["text", "kind"], "equal")]
    level = blocked.select(
        "text",
        "kind",
        "folded",
        "frequencies",
        F.expr("cast(array() as array<string>)").alias("path"),
    )
    for number in range(LEVELS):
        keyed = steps.ask(
            "blocks",
            level,
            {"text": "text", "kind": "kind", "frequencies": "frequencies", "path": "path"},
            "keys array<string>",
            ["text", "kind", "folded", "frequencies", "path"],
        ).select(
            "text",
            "kind",
            "folded",
            "frequencies",
            F.explode("answer.keys").alias("key"),
            "path",
        )
        split = stages.save(
            f"{name}-blocks-{number}",
            keyed.withColumn("path", F.concat("path", F.array("key"))).drop("key"),
        )
        sizes = split.groupBy("kind", "path").agg(F.count("*").alias("size")).where("size > 1")
        sized = split.join(sizes, ["kind", "path"])
        lines.append(
            sized.where(F.col("size") <= LARGEST_BLOCK)
            .groupBy("kind", "path")
            .agg(sorted_list(F.struct("text", "kind")).alias("names"))
            .select(
                "names", F.lit("all").alias("comparison"), F.lit(None).cast("int").alias("heads")
            )
        )
        level = sized.where(F.col("size") > LARGEST_BLOCK).drop("size")
        # Blocks that are too large are few: mostly there is nothing to split any further.
        if level.isEmpty():
            break
    lines.append(_runs(level, ["kind", "path"], ["folded", "text"], "neighbors"))
    asked = lines[0]
    for more in lines[1:]:
        asked = asked.unionByName(more)
    answers = steps.ask(
        "pairs",
        asked.repartition("names"),
        {"names": "names", "comparison": "comparison", "heads": "heads"},
        f"pairs {PAIRS}",
    )
    return (
        answers.select(F.explode("answer.pairs").alias("pair"))
        .select("pair.*")
        .groupBy("first", "second")
        .agg(F.max("score").alias("score"))
    )


def _runs(names: DataFrame, block: list[str], order: list[str], comparison: str) -> DataFrame:
    """Sorted blocks in runs of bounded length, each with the names that follow it."""
    window = Window.partitionBy(*block)
    placed = (
        names.withColumn("place", F.row_number().over(window.orderBy(*order)) - 1)
        .withColumn("size", F.count("*").over(window))
        .where("size > 1")
        .withColumn("run", F.floor(F.col("place") / _RUN))
        .withColumn("inRun", F.col("place") % _RUN)
    )
    own = F.struct("run", F.lit(True).alias("isHead"))
    before = F.struct((F.col("run") - 1).alias("run"), F.lit(False).alias("isHead"))
    follows = (F.col("inRun") < NEIGHBORS) & (F.col("run") > 0)
    spread = placed.withColumn(
        "in", F.explode(F.when(follows, F.array(own, before)).otherwise(F.array(own)))
    )
    return (
        spread.groupBy(*block, "in.run")
        .agg(
            sorted_list(F.struct("text", "kind")).alias("names"),
            F.sum(F.col("in.isHead").cast("int")).cast("int").alias("heads"),
        )
        .select("names", F.lit(comparison).alias("comparison"), "heads")
    )
