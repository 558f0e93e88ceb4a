"""Records → records without near copies, which are no evidence of their own.

A text is a copy of the longest text before it that resembles it and is no copy itself: so each
decision depends on those about longer texts. They are guessed, all at once, and guessed again with
what the last guess said, until nothing changes: then each agrees with all before it, and what was
said is what one machine says, text after text. The guess about the n-th text of a chain of copies
of copies is right after n rounds, and such chains are short.
"""

from __future__ import annotations

from dataclasses import dataclass

from pyspark.sql import Column, DataFrame, Window
from pyspark.sql import functions as F

from relata_spark.errors import RelataError, Status
from relata_spark.resolution.lists import sorted_list
from relata_spark.resolution.stages import Stages
from relata_spark.resolution.steps import Steps, base64

MOST_CANDIDATES = 48
"""With how many texts of one hash a text is compared, those that come last before it;
``DuplicateIndex.candidates`` of the single machine."""

_ROUNDS = 60
"""So many that only a defect needs more."""


@dataclass(frozen=True)
class _Guess:
    """What is taken for a copy of what.

    Attributes:
        asked: ``number`` of a text, and ``mark``: with what it is compared.
        copies: ``number``, and ``original``: the number of the text that it copies.
    """

    asked: DataFrame
    copies: DataFrame


def without_copies(steps: Steps, stages: Stages, records: DataFrame) -> DataFrame:
    """The records that are no near copies of others; the record of one that has copies names them.

    Parameters:
        records: ``id``, ``record`` and ``signature``; other columns are kept.
    """
    texts = _texts(steps, stages, records)
    places = stages.save("copies-hashes", _places(texts))
    guess: _Guess | None = None
    for number in range(_ROUNDS):
        before = guess
        guess = _guessed(steps, stages, number, texts, places, before)
        if before is not None and _are_same(before.copies, guess.copies):
            return _left(steps, stages, records, texts, guess.copies)
    raise RelataError(Status.INTERNAL, f"copies: not told apart after {_ROUNDS} rounds")


def _texts(steps: Steps, stages: Stages, records: DataFrame) -> DataFrame:
    """``number`` (the longest text first), ``text`` (what is told of it) and ``hashes``."""
    answers = steps.ask(
        "signatures",
        records.select(
            "id",
            F.get_json_object("record", "$.date").alias("date"),
            base64("signature").alias("signature"),
        ),
        {"id": "id", "date": "date", "signature": "signature"},
        "document string, date string, length bigint, hashes array<bigint>",
        ["id", "signature"],
    )
    told = answers.where("answer.length is not null").select(
        "answer.*", F.struct("id", "answer.date", "signature").alias("text")
    )
    order = [F.desc("length"), F.asc_nulls_last("date"), F.asc("document")]
    return stages.numbered("copies-texts", told, order).select("number", "text", "hashes")


def _places(texts: DataFrame) -> DataFrame:
    """``hash`` and ``number``, of hashes that several texts have."""
    rows = texts.select(F.explode("hashes").alias("hash"), "number")
    shared = rows.groupBy("hash").agg(F.count("*").alias("count")).where("count > 1")
    return rows.join(shared.select("hash"), "hash")


def _guessed(
    steps: Steps,
    stages: Stages,
    number: int,
    texts: DataFrame,
    places: DataFrame,
    before: _Guess | None,
) -> _Guess:
    """What the texts are copies of where those are copies that were guessed to be."""
    if before is None:
        marked = places.withColumn("isOriginal", F.lit(True))
    else:
        is_copy = before.copies.select("number", F.lit(False).alias("isOriginal"))
        marked = places.join(is_copy, "number", "left").withColumn(
            "isOriginal", F.coalesce("isOriginal", F.lit(True))
        )
    lists = stages.save(f"copies-lists-{number}", _compared(marked))
    asked = lists.select("number", "mark")
    if before is None:
        known, fresh = None, lists
    else:
        same = before.asked.join(asked, ["number", "mark"]).select("number")
        known = before.copies.join(same, "number")
        fresh = lists.join(same, "number", "left_anti")
    found = _asked(steps, texts, fresh)
    copies = found if known is None else known.select("number", "original").union(found)
    return _Guess(asked=asked, copies=stages.save(f"copies-{number}", copies))


def _compared(marked: DataFrame) -> DataFrame:
    """``number``, ``others`` (``number``, ``hits``) and ``mark``: of each hash the originals that
    come last before the text."""
    order = Window.partitionBy("hash").orderBy("number").rowsBetween(Window.unboundedPreceding, -1)
    before = F.coalesce(F.sum(F.col("isOriginal").cast("long")).over(order), F.lit(0))
    ranked = marked.withColumn("before", before)

    def shelf(rank: Column) -> Column:
        return F.floor(rank / MOST_CANDIDATES)

    originals = ranked.where("isOriginal").select(
        "hash",
        F.col("number").alias("other"),
        F.col("before").alias("rank"),
        shelf(F.col("before")).alias("shelf"),
    )
    last, first = F.col("before") - 1, F.greatest(F.col("before") - MOST_CANDIDATES, F.lit(0))
    asked = ranked.where("before > 0").select(
        "hash",
        "number",
        "before",
        F.explode(F.array_distinct(F.array(shelf(first), shelf(last)))).alias("shelf"),
    )
    pairs = (
        asked.join(originals, ["hash", "shelf"])
        .where(
            (F.col("rank") < F.col("before")) & (F.col("rank") >= F.col("before") - MOST_CANDIDATES)
        )
        .groupBy("number", "other")
        .agg(F.count("*").alias("hits"))
    )
    return (
        pairs.groupBy("number")
        .agg(sorted_list(F.struct(F.col("other").alias("number"), "hits")).alias("others"))
        .withColumn("mark", F.md5(F.to_json("others")))
    )


def _asked(steps: Steps, texts: DataFrame, lists: DataFrame) -> DataFrame:
    """``number`` of those that copy another, and its number: ``original``."""
    others = (
        lists.select("number", F.explode("others").alias("other"))
        .select("number", F.col("other.number").alias("other"), "other.hits")
        .join(texts.select(F.col("number").alias("other"), "text"), "other")
        .groupBy("number")
        .agg(sorted_list(F.struct("other", "hits", "text")).alias("others"))
        .join(texts.select("number", "text"), "number")
    )
    answers = steps.ask(
        "copies",
        others.withColumn("numbers", F.col("others.other")).withColumn(
            "names", F.col("others.text.id")
        ),
        {
            "text": "text",
            "others": F.transform("others", lambda other: other.dropFields("other")),
        },
        "original string",
        ["number", "numbers", "names"],
    )
    place = F.array_position("names", F.col("answer.original"))
    return answers.where("answer.original is not null").select(
        "number", F.element_at("numbers", place.cast("int")).alias("original")
    )


def _are_same(one: DataFrame, other: DataFrame) -> bool:
    return one.exceptAll(other).isEmpty() and other.exceptAll(one).isEmpty()


def _left(
    steps: Steps, stages: Stages, records: DataFrame, texts: DataFrame, copies: DataFrame
) -> DataFrame:
    members = copies.select("original", "number").union(
        copies.select("original", F.col("original").alias("number")).distinct()
    )
    groups = (
        members.join(texts.select("number", "text"), "number")
        .groupBy("original")
        .agg(sorted_list(F.struct("number", "text")).alias("texts"))
    )
    answers = stages.save(
        "copies-groups",
        steps.ask(
            "originals",
            groups,
            {"texts": F.col("texts.text")},
            "kept string, copies array<string>",
        ).select(F.col("answer.kept").alias("id"), "answer.copies"),
    )
    left_out = answers.select(F.explode("copies").alias("id"))
    told = steps.ask(
        "copied",
        records.select("id", "record").join(answers, "id"),
        {"record": "record", "copies": "copies"},
        "record string",
        ["id"],
    ).select("id", F.col("answer.record").alias("told"))
    return (
        records.join(left_out, "id", "left_anti")
        .join(stages.save("copied", told), "id", "left")
        .withColumn("record", F.coalesce("told", "record"))
        .drop("told")
    )
