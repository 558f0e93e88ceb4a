"""Records → one graph, on a cluster."""

from __future__ import annotations

from dataclasses import dataclass

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from relata_spark.errors import RelataError, Status
from relata_spark.resolution.candidates import mentions
from relata_spark.resolution.contradictions import contradictions
from relata_spark.resolution.entities import ENTITY_FIELDS, entities
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
        contradictions: ``number``, ``kind``, ``statements`` (their numbers), ``explanation``.
    """

    entities: DataFrame
    statements: DataFrame
    contradictions: DataFrame


def resolve(records: DataFrame, work: str, steps: Steps) -> Graph:
    """Resolves what was read in documents.

    Parameters:
        records: ``id`` and ``extraction`` of documents, as ``relata records`` gives them; rows
            without an extraction (documents that were not read) are passed over.
        work: a folder on storage that all executors see, for what lies between the steps.
        steps: asks ``relata``.

    Raises RelataError where two records have one identifier, or where they were read with a list of
    identities, which is not applied here.
    """
    _check_readers(records)
    stages = Stages(records.sparkSession, work)
    read = stages.save(
        "records", records.where("extraction is not null").select("id", "extraction")
    )
    _check(read)
    found = mentions(steps, stages, read)
    who = identity(steps, stages, found)
    made, places = entities(steps, stages, found, who)
    said = statements(steps, stages, read, made, places)
    opposed = contradictions(steps, stages, said, made)
    return Graph(
        entities=made.select("number", *ENTITY_FIELDS),
        statements=said.select("number", "statement.*"),
        contradictions=opposed,
    )


def _check(records: DataFrame) -> None:
    twice = records.groupBy("id").agg(F.count("*").alias("count")).where("count > 1").first()
    if twice is not None:
        raise RelataError(
            Status.BAD_DATA,
            f"{twice['count']} records are called “{twice['id']}”; give each document one record",
        )


def _check_readers(records: DataFrame) -> None:
    if "reader" not in records.columns:
        return
    identities = F.get_json_object("reader", "$.identities")
    if not records.where(identities.isNotNull()).isEmpty():
        raise RelataError(
            Status.BAD_DATA,
            "the records were read with a list of identities, which resolution on Spark does not "
            "apply yet; read them without, or join them with relata build",
        )
