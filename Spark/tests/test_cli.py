"""The command, from documents to records."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from conftest import Row
from relata_spark import Status, stored_records
from relata_spark.cli import main


def run(
    capsys: pytest.CaptureFixture[str], spark: SparkSession | None, *arguments: str
) -> tuple[int, str, str]:
    capsys.readouterr()
    with pytest.raises(SystemExit) as end:
        main(arguments, spark=spark)
    captured = capsys.readouterr()
    assert isinstance(end.value.code, int)
    return end.value.code, captured.out, captured.err


def test_documents_become_batches_of_records(
    spark: SparkSession,
    relata: str,
    articles: list[Row],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    first.write_text("".join(json.dumps(row) + "\n" for row in articles[:3]))
    second.write_text(json.dumps(articles[3]) + '\n{"id": "empty"}\n')
    into = str(tmp_path / "records")
    program = ("--relata-installed", relata)
    read = ("read", str(first), "--into", into, *program)
    assert run(capsys, spark, *read, "--batch", "1") == (0, f"{into}: batch 1: 3 read\n", "")

    status, output, errors = run(capsys, spark, *read, "--batch", "1")
    assert (status, output) == (Status.CANNOT_CREATE, "")
    assert errors.startswith(f"relata-spark: {into}: the batch “1” is there already")
    status, _, errors = run(capsys, spark, *read, "--batch", "2")
    assert status == Status.BAD_DATA
    assert f"a document “{articles[0]['id']}” is in the batch “1” already" in errors

    read = ("read", str(second), "--into", into, *program, "--batch", "2")
    status, output, errors = run(capsys, spark, *read)
    assert (status, output) == (2, f"{into}: batch 2: 1 read, 1 without text\n")
    assert errors == "relata-spark: warning: empty: there is no text in it\n"
    assert stored_records(spark, into).count() == 5


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "required: COMMAND"),
        (["read", "in", "--into", "out"], "required: --batch"),
        (["read", "in", "--into", "out", "--batch", "a/b"], "“a/b” cannot name a batch"),
        (["read", "in", "--into", "out", "--batch", "1", "--column", "x"], "not of the form"),
        (["read", "in", "--into", "out", "--batch", "1", "--min-confidence", "2"], "between 0"),
    ],
)
def test_wrong_arguments(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, output, errors = run(capsys, None, *arguments)
    assert (status, output) == (Status.USAGE, "")
    assert message in errors and errors.startswith("relata-spark: ") and errors.count("\n") == 1


def test_a_file_that_an_option_names_must_be_there(capsys: pytest.CaptureFixture[str]) -> None:
    read = ("read", "in", "--into", "out", "--batch", "1", "--ontology", "/no/ontology.yaml")
    status, _, errors = run(capsys, None, *read)
    assert status == Status.NO_INPUT
    assert errors.startswith("relata-spark: /no/ontology.yaml: cannot be read")


def test_a_program_that_is_not_there_is_told_before_spark_begins(
    capsys: pytest.CaptureFixture[str],
) -> None:
    read = ("read", "in", "--into", "out", "--batch", "1", "--relata", "/no/relata")
    status, _, errors = run(capsys, None, *read)
    assert status == Status.UNAVAILABLE
    assert errors.startswith("relata-spark: /no/relata: no such program; ")
