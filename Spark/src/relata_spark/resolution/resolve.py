"""Records → one graph, on a cluster."""

from __future__ import annotations

from dataclasses import dataclass

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from relata_spark.errors import RelataError, Status
from relata_spark.resolution import entities as made_of
from relata_spark.resolution import statements as said_of
from relata_spark.resolution.candidates import mentions
from relata_spark.resolution.contradictions import contradictions
from relata_spark.resolution.copies import without_copies
from relata_spark.resolution.corrections import correct
from relata_spark.resolution.entities import entities
from relata_spark.resolution.identity import identity
from relata_spark.resolution.stages import Stages
from relata_spark.resolution.statements import statements
from relata_spark.resolution.steps import Steps


@dataclass(frozen=True)
class Graph:
    """The graph of ``relata build``, in rows.

    Attributes:
        entities: ``number`` (the place in the graph's order, from 0) and the fields of relata's
            ``Entity``.
        statements: ``number`` (the place in the graph's order, from 0) and the fields of relata's
            ``Statement``.
        documents: ``id`` and ``record`` (JSON) of those that are evidence.
        contradictions: ``number``, ``kind``, ``statements`` (their numbers), ``explanation``.
        corrections: ``number`` and the fields of relata's ``AppliedCorrection``; None where nothing
            is corrected.
        unmet: ``warning``: what a user should know of his rules that name nothing or could not be
            kept; None where there are no rules.
    """

    entities: DataFrame
    statements: DataFrame
    documents: DataFrame
    contradictions: DataFrame
    corrections: DataFrame | None = None
    unmet: DataFrame | None = None


def resolve(records: DataFrame, work: str, steps: Steps, *, keeps_copies: bool = False) -> Graph:
    """Resolves what was read in documents.

    Parameters:
        records: ``id``, ``record``, ``extraction``, ``signature`` of documents and the ``reader``,
            as :func:`~relata_spark.read_records` gives them; rows without an extraction (documents
            that were not read) are passed over.
        work: a folder on storage that all executors see, for what lies between the steps.
        steps: asks ``relata``.
        keeps_copies: whether near copies of a text are evidence of their own.

    Raises RelataError where two records have one identifier, or where they were read with another
    list of identities than that of `steps`.
    """
    steps.check()
    _check_readers(records, steps)
    stages = Stages(records.sparkSession, work)
    whole = records.where("extraction is not null")
    _check(whole)
    if not keeps_copies:
        whole = without_copies(
            steps, stages, whole.select("id", "record", "extraction", "signature")
        )
    read = stages.save("records", whole.select("id", "extraction"))
    found = mentions(steps, stages, read)
    who = identity(steps, stages, found)
    made, places = entities(steps, stages, found, who)
    said = statements(steps, stages, read, made, places)
    corrections: DataFrame | None = None
    unmet = who.unmet
    if steps.has_corrections:
        corrected = correct(steps, stages, made.select(*made_of.ENTITY_FIELDS), said)
        made, said = corrected.entities, corrected.statements
        corrections = corrected.corrections
        unmet = corrected.unmet if unmet is None else unmet.union(corrected.unmet)
    made = made_of.numbered(stages, made)
    said = said_of.numbered(stages, said)
    opposed = contradictions(steps, stages, said, made)
    return Graph(
        entities=made,
        statements=said.select("number", "statement.*"),
        documents=whole.select("id", "record"),
        contradictions=opposed,
        corrections=corrections,
        unmet=unmet,
    )


def _check(records: DataFrame) -> None:
    twice = records.groupBy("id").agg(F.count("*").alias("count")).where("count > 1").first()
    if twice is not None:
        raise RelataError(
            Status.BAD_DATA,
            f"{twice['count']} records are called “{twice['id']}”; give each document one record",
        )


def _check_readers(records: DataFrame, steps: Steps) -> None:
    """What a document says depends on the list of identities, too."""
    if "reader" not in records.columns:
        return
    own = F.get_json_object("reader", "$.identities")
    digest = steps.identities_digest
    if records.where(~own.eqNullSafe(F.lit(digest))).isEmpty():
        return
    raise RelataError(
        Status.BAD_DATA,
        (
            "the records were read with a list of identities; name it with --identities"
            if digest is None
            else "the records were not read with this list of identities; name that which they "
            "were read with, or read them again with this one"
        ),
    )
