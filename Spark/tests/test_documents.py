"""Folders of documents in every format become the same DataFrame."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from conftest import Row
from relata_spark import Format, Program, RelataError, Status, read_documents

PAGE = """<html><head><title>Visit</title><meta property="article:published_time"
content="2024-12-08T10:00:00Z"></head><body><article><h1>Visit</h1><p>{}</p></article></body></html>"""


def texts(frame: object) -> dict[str | None, str | None]:
    return {row["id"]: row["text"] for row in frame.select("id", "text").collect()}  # type: ignore[attr-defined]


def test_json_lines(spark: SparkSession, tmp_path: Path, articles: list[Row]) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    lines = [json.dumps(row) for row in articles[:3]]
    lines.insert(1, '{"id": "cut')
    lines.append('{"id": 7, "text": "A number names this.", "date": 20241208}')
    (folder / "a.jsonl").write_text("\n".join(lines) + "\n")
    documents = read_documents(spark, str(folder))
    assert documents.columns[:3] == ["id", "text", "title"]
    rows = documents.collect()
    errors = [row["error"] for row in rows if row["error"]]
    assert errors == ['this line is no JSON object: {"id": "cut']
    found = {row["id"]: row["text"] for row in rows if not row["error"]}
    assert found == {row["id"]: row["text"] for row in articles[:3]} | {"7": "A number names this."}


def test_parquet_with_columns_of_other_names(
    spark: SparkSession, tmp_path: Path, articles: list[Row]
) -> None:
    path = str(tmp_path / "in")
    rows = [(row["id"], row["text"], 5) for row in articles[:2]]
    spark.createDataFrame(rows, "name string, body string, rank int").write.parquet(path)
    documents = read_documents(spark, path, columns={"id": "name", "text": "body"})
    assert documents.columns == ["id", "text"]
    assert texts(documents) == {row["id"]: row["text"] for row in articles[:2]}
    with pytest.raises(RelataError, match="no column “story”, only name, body, rank"):
        read_documents(spark, path, columns={"text": "story"})


def response(address: str, text: str) -> bytes:
    body = PAGE.format(text).encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n"
    content = head.encode() + body
    return (
        (
            b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:%d>\r\n"
            b"WARC-Date: 2024-12-08T00:00:00Z\r\nWARC-Target-URI: %s\r\n"
            b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
        )
        % (len(text), address.encode(), len(content))
        + content
        + b"\r\n\r\n"
    )


def test_web_archives(
    spark: SparkSession, tmp_path: Path, relata: str, articles: list[Row]
) -> None:
    folder = tmp_path / "with space"
    (folder / "2024").mkdir(parents=True)
    pages = {f"https://news.example/{row['id']}": str(row["text"]) for row in articles[:3]}
    records = [response(*page) for page in pages.items()]
    (folder / "2024" / "a.warc").write_bytes(records[0] + records[1])
    (folder / "b.warc").write_bytes(records[2])
    (folder / "c.warc").write_bytes(b"WARC/1.0\r\nthis is damaged")
    documents = read_documents(spark, str(folder), program=Program.installed(relata)).collect()

    run = subprocess.run([relata, "text", "--json", str(folder)], capture_output=True)
    expected = {page["id"]: page for page in map(json.loads, run.stdout.splitlines())}
    assert set(expected) == {
        name + "/" + address for name, address in zip(["2024/a.warc"] * 2 + ["b.warc"], pages)
    }
    assert {row["id"]: row["text"] for row in documents if not row["error"]} == {
        name: page["text"] for name, page in expected.items()
    }
    for row in documents:
        if not row["error"]:
            metadata = expected[row["id"]]["metadata"]
            assert (row["title"], row["date"], row["url"]) == (
                metadata.get("title"),
                metadata.get("date"),
                metadata.get("url"),
            )
    (error,) = [row["error"] for row in documents if row["error"]]
    assert error.startswith("c.warc: ")


def test_what_cannot_be_read_is_told(spark: SparkSession, tmp_path: Path, relata: str) -> None:
    with pytest.raises(RelataError, match="no such file or folder") as missing:
        read_documents(spark, str(tmp_path / "none"))
    assert missing.value.status == Status.NO_INPUT
    with pytest.raises(RelataError, match="no file whose name tells its format"):
        read_documents(spark, str(tmp_path))
    (tmp_path / "a.jsonl").touch()
    (tmp_path / "b.parquet").touch()
    with pytest.raises(RelataError, match="several formats .parquet, jsonl."):
        read_documents(spark, str(tmp_path))
    with pytest.raises(RelataError, match="Delta Lake, which this Spark does not have") as delta:
        read_documents(spark, str(tmp_path), format=Format.DELTA)
    assert delta.value.status == Status.UNAVAILABLE
    with pytest.raises(RelataError, match="has no .warc or .warc.gz files"):
        program = Program.installed(relata)
        read_documents(spark, str(tmp_path), format=Format.WARC, program=program)
