"""Records are added batch by batch, whole or not at all."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as sql

from relata_spark import RECORD_SCHEMA, RelataError, Status, stored_records, write_records
from relata_spark.failures import reason_of
from relata_spark.storage import stored_batches


def records(
    spark: SparkSession, names: list[str], *, reader: str = '{"model": "a"}', size: int = 10
) -> DataFrame:
    """As if they had been read."""
    rows = [(name, name * size, b"e", b"s", None, None, reader) for name in names]
    return spark.createDataFrame(rows, RECORD_SCHEMA)


def names_of(frame: DataFrame) -> list[tuple[str, str]]:
    return sorted((row["id"], row["batch"]) for row in frame.select("id", "batch").collect())


def files_in(folder: Path) -> dict[str, int]:
    return {
        str(path.relative_to(folder)): path.stat().st_mtime_ns
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_batches_are_added_and_nothing_is_rewritten(spark: SparkSession, tmp_path: Path) -> None:
    folder = tmp_path / "records"
    assert stored_records(spark, str(folder)).count() == 0
    report = write_records(records(spark, ["a", "b"]), str(folder), "2026-11-27")
    assert str(report) == "batch 2026-11-27: 2 read"
    before = files_in(folder)
    write_records(records(spark, ["c"]), str(folder), "2026-11-28")
    after = files_in(folder)
    assert before.items() <= after.items()
    assert stored_batches(spark, str(folder)) == ["2026-11-27", "2026-11-28"]
    everything = stored_records(spark, str(folder))
    assert names_of(everything) == [
        ("a", "2026-11-27"),
        ("b", "2026-11-27"),
        ("c", "2026-11-28"),
    ]
    assert everything.schema["batch"].dataType.simpleString() == "string"


def test_what_was_not_read_is_counted_and_told(spark: SparkSession, tmp_path: Path) -> None:
    rows = [
        ("a", "{}", b"e", b"s", None, None, "{}"),
        ("b", None, None, None, "in French, and only English is read", "foreign language", "{}"),
        ("c", None, None, None, "it ended by SIGSEGV, twice", "crashed", "{}"),
        (None, None, None, None, "this document has no identifier", "unnamed", "{}"),
    ]
    frame = spark.createDataFrame(rows, RECORD_SCHEMA)
    report = write_records(frame, str(tmp_path / "records"), "1")
    assert report.read == 1 and report.failures == 2
    assert report.unread == {"crashed": 1, "foreign language": 1, "unnamed": 1}
    assert [name for name, _ in report.examples] == [None, "c"]


def refused(frame: DataFrame, folder: Path, batch: str, message: str, status: Status) -> None:
    """Nothing is left of a batch that cannot be added."""
    before = files_in(folder)
    with pytest.raises(RelataError, match=message) as failure:
        write_records(frame, str(folder), batch)
    assert failure.value.status == status
    assert files_in(folder) == before
    assert not [path for path in folder.iterdir() if path.name.startswith("_")]


def test_what_does_not_fit_is_refused(spark: SparkSession, tmp_path: Path) -> None:
    folder = tmp_path / "records"
    write_records(records(spark, ["a", "b"]), str(folder), "1")
    refused(records(spark, ["c"]), folder, "1", "“1” is there already", Status.CANNOT_CREATE)
    refused(records(spark, ["c", "b"]), folder, "2", "“b” is in the batch “1”", Status.BAD_DATA)
    other = records(spark, ["c"], reader='{"model": "b"}')
    refused(other, folder, "2", "another relata .*model b instead of a", Status.BAD_DATA)
    refused(records(spark, ["c"]), folder, "../2", "cannot name a batch", Status.USAGE)


def test_nothing_of_a_failed_batch_runs_on(spark: SparkSession, tmp_path: Path) -> None:
    begun, alive = str(tmp_path / "begun"), str(tmp_path / "alive")

    def write(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        # One task fails when the other has begun, which then has much to do.
        for batch in batches:
            if batch.column("id")[0].as_py() == "fails":
                while not os.path.exists(begun):
                    time.sleep(0.05)
                raise ValueError("this task fails")
            Path(begun).touch()
            for number in range(600):
                Path(alive).write_text(str(number))
                time.sleep(0.05)
            yield batch

    rows = spark.sparkContext.parallelize([("fails",), ("writes",)], 2)
    columns = "id string"
    both = spark.createDataFrame(rows, columns).mapInArrow(write, columns)
    with pytest.raises(Exception, match="this task fails"):
        write_records(both, str(tmp_path / "records"), "1")
    written = Path(alive).read_text()
    time.sleep(0.5)
    assert Path(alive).read_text() == written
    assert not list((tmp_path / "records").iterdir())


def test_a_full_disk_leaves_nothing_behind(spark: SparkSession, small_disk: Path) -> None:
    folder = small_disk / "records"
    noise = sql.concat_ws("", *(sql.sha2(sql.concat("id", sql.lit(n)), 512) for n in range(40)))
    large = records(spark, [str(n) for n in range(400)]).withColumn("record", noise)
    with pytest.raises(Exception) as failure:
        write_records(large, str(folder), "1")
    reason = reason_of(failure.value)
    assert reason.status == Status.OUTPUT_FAILED and "a disk is full" in reason.message
    assert stored_batches(spark, str(folder)) == []
    assert not folder.exists() or not list(folder.iterdir())
    write_records(records(spark, ["a"]), str(folder), "1")
