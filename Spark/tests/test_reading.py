"""Reading on executors gives what one process of ``relata records`` gives."""

from __future__ import annotations

import base64
import json
import random
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pyspark.sql import DataFrame, SparkSession

from conftest import Row, answers, kill_executor
from relata_spark import Program, ReadingOptions, RelataError, check_documents, read_records
from relata_spark.failures import reason_of

SCHEMA = "id string, text string, title string, date string, url string"


def frame(spark: SparkSession, rows: list[Row], partitions: int) -> DataFrame:
    """Of as many partitions, in the order of the rows."""
    slices = spark.sparkContext.parallelize([tuple(row.values()) for row in rows], partitions)
    return spark.createDataFrame(slices, SCHEMA)


def found(records: DataFrame) -> dict[str | None, dict[str, object]]:
    """The records as ``relata records`` writes them, by their identifiers."""
    rows = records.collect()
    result: dict[str | None, dict[str, object]] = {}
    for row in rows:
        answer: dict[str, object] = {"id": row["id"]}
        if row["error"] is not None:
            answer |= {"error": row["error"], "kind": row["kind"]}
        else:
            answer["record"] = json.loads(row["record"])
            for name in ("extraction", "signature"):
                answer[name] = base64.b64encode(row[name]).decode()
        result[row["id"]] = answer
    assert len(result) == len(rows)
    return result


def same(one: object, other: object) -> bool:
    """So that a failure does not print all that was read."""
    return one == other


@pytest.mark.parametrize("partitions", [1, 7])
def test_partitions_and_their_order_change_nothing(
    spark: SparkSession,
    relata: str,
    articles: list[Row],
    alone: dict[str, dict[str, object]],
    partitions: int,
) -> None:
    rows = list(articles)
    random.Random(partitions).shuffle(rows)
    program = Program.installed(relata)
    records = read_records(spark, frame(spark, rows, partitions), program=program)
    assert records.rdd.getNumPartitions() == partitions
    assert same(found(records), alone)


def test_spark_brings_the_program_along(
    spark: SparkSession, relata: str, articles: list[Row], alone: dict[str, dict[str, object]]
) -> None:
    program = Program.shipped(spark, relata)
    records = read_records(spark, frame(spark, articles[:4], 2), program=program)
    assert same(found(records), {name: alone[name] for name in list(alone)[:4]})


def test_an_executor_that_is_killed_changes_nothing(
    spark: SparkSession,
    wrapper: Callable[[str], str],
    articles: list[Row],
    alone: dict[str, dict[str, object]],
    tmp_path: Path,
) -> None:
    program = Program.installed(
        wrapper('case "$PWD" in */app-*) echo $$ >> "$FOLDER/pids";; esac; exec "$RELATA" "$@"')
    )
    killed: list[int] = []

    def kill() -> None:
        # It has begun to read.
        killed.append(kill_executor(tmp_path / "pids"))

    thread = threading.Thread(target=kill)
    thread.start()
    records = found(read_records(spark, frame(spark, articles, 4), program=program))
    thread.join()
    assert len(killed) == 1
    assert same(records, alone)
    # What it was reading was read again.
    assert len((tmp_path / "pids").read_text().split()) > 4


@pytest.mark.parametrize("partitions", [1, 3])
def test_a_document_that_kills_the_program_is_set_aside(
    spark: SparkSession,
    crashing: Callable[[str], str],
    articles: list[Row],
    alone: dict[str, dict[str, object]],
    partitions: int,
) -> None:
    rows = articles[:10]
    names = [str(row["id"]) for row in rows]
    bad = names.pop(5)
    program = Program.installed(crashing(bad))
    records = found(read_records(spark, frame(spark, rows, partitions), program=program))
    assert records.pop(bad) == {
        "id": bad,
        "kind": "crashed",
        "error": "the program that reads it ended by SIGSEGV, twice",
    }
    assert same(records, {name: alone[name] for name in names})


def test_another_relata_on_one_executor_is_refused(
    spark: SparkSession, wrapper: Callable[[str], str], articles: list[Row], tmp_path: Path
) -> None:
    # The executor that is the first to look for it finds another model. The other one is busy until
    # the end, so that it cannot do all tasks before one has been refused as often as Spark tries it.
    script = """
        case "$PWD" in
        */app-*)
          ln -s "$PWD" "$FOLDER/owner" 2>/dev/null
          if [ "$(readlink "$FOLDER/owner")" = "$PWD" ]; then
            "$RELATA" "$@" | sed -u '1s/"model":"[^"]*"/"model":"0"/'
            exit
          fi
          for turn in $(seq 600); do [ -e "$FOLDER/end" ] && break; sleep 0.1; done
        esac
        exec "$RELATA" "$@"
    """
    program = Program.installed(wrapper(script))
    records = read_records(spark, frame(spark, articles, 4), program=program)
    with pytest.raises(Exception) as failure:
        records.collect()
    (tmp_path / "end").touch()
    reason = reason_of(failure.value)
    assert reason.message.startswith("the executor on ")
    assert "is another relata than the driver's: model 0 instead of" in reason.message
    assert "ontology" not in reason.message


def test_what_is_no_document_becomes_a_row_with_its_error(
    spark: SparkSession, relata: str, articles: list[Row]
) -> None:
    good = articles[0]
    french = (
        "Le président a déclaré mercredi que les négociations avec les syndicats reprendraient la "
        "semaine prochaine, après plusieurs mois de grève dans les transports de la capitale."
    )
    rows: list[Row] = [
        {**good, "id": "null", "text": None},
        {**good, "id": "blank", "text": " \n"},
        {**good, "id": None},
        {**good, "id": "french", "text": french},
        {**good, "id": "lines", "text": "Germany attacked\r\nPoland.\u2028\x85 It \x00 fell.\n"},
        good,
    ]
    program = Program.installed(relata)
    one = found(read_records(spark, frame(spark, rows, 1), program=program))
    many = found(read_records(spark, frame(spark, rows, 5), program=program))
    assert same(one, many)
    kinds = {name: answer.get("kind") for name, answer in one.items()}
    assert kinds == {
        "null": "empty",
        "blank": "empty",
        None: "unnamed",
        "french": "foreign language",
        "lines": None,
        good["id"]: None,
    }
    assert same(one["lines"], answers(relata, [rows[4]])["lines"])


def test_options_reach_the_executors(
    spark: SparkSession, relata: str, articles: list[Row], alone: dict[str, dict[str, object]]
) -> None:
    rows = articles[:2]
    identities = "different:\n  - [George W. Bush, George H. W. Bush]\n"
    options = ReadingOptions(min_confidence=0.9, without_texts=True, identities=identities)
    program = Program.installed(relata)
    records = read_records(spark, frame(spark, rows, 2), program=program, options=options)
    (reader,) = {row["reader"] for row in records.select("reader").collect()}
    assert json.loads(reader)["leastConfidence"] == 0.9
    assert len(json.loads(reader)["identities"]) == 64
    for name, answer in found(records).items():
        assert "text" not in answer["record"]
        assert len(str(answer["extraction"])) <= len(str(alone[str(name)]["extraction"]))


def test_documents_are_checked(spark: SparkSession, articles: list[Row]) -> None:
    assert check_documents(frame(spark, articles, 3)) == len(articles)
    twice = frame(spark, [*articles, articles[3]], 3)
    with pytest.raises(RelataError, match=f"1 identifiers .* “{articles[3]['id']}”"):
        check_documents(twice)
    without = frame(spark, articles, 1).drop("text").withColumnRenamed("title", "headline")
    with pytest.raises(RelataError, match="no column “text”, only id, headline, date, url"):
        check_documents(without)
    with pytest.raises(RelataError, match="no column “text”"):
        read_records(spark, without)


def test_a_program_that_is_not_there_is_told_before_anything_is_read(
    spark: SparkSession, articles: list[Row]
) -> None:
    with pytest.raises(RelataError, match="/no/relata: no such program"):
        Program.installed("/no/relata")
    with pytest.raises(RelataError, match="is no relata: it says “records -"):
        program = Program.installed("echo")
        read_records(spark, frame(spark, articles, 1), program=program)
