#!/usr/bin/env python3
"""How resolution on Spark grows: time, bytes through the network, skew, the longest lines.

  resolution.py RECORDS.jsonl --relata PROGRAM --articles 500 1000 2000 --work FOLDER

RECORDS.jsonl is what `relata records` printed. Each size takes the first so many articles. Bytes
and lines do not depend on the machine; times do.
"""

from __future__ import annotations

import argparse
import collections
import json
import os
import shutil
import statistics
import sys
import time
from pathlib import Path

from pyspark.sql import SparkSession
from pyspark.sql import functions as F

from relata_spark.program import Program
from relata_spark.resolution import Steps, resolve, write_graph

LEAST_BYTES = 1 << 20
"""Stages with less do not tell of skew."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", type=Path)
    parser.add_argument("--relata", required=True)
    parser.add_argument("--articles", type=int, nargs="+", required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--cores", type=int, default=2)
    options = parser.parse_args()
    os.environ["PYSPARK_PYTHON"] = sys.executable
    for articles in options.articles:
        measure(options, articles)


def measure(options: argparse.Namespace, articles: int) -> None:
    work = options.work / str(articles)
    shutil.rmtree(work, ignore_errors=True)
    (work / "events").mkdir(parents=True)
    lines = [line for line in options.records.open(encoding="utf-8") if '"extraction"' in line]
    (work / "records.jsonl").write_text("".join(lines[:articles]), encoding="utf-8")
    builder = SparkSession.builder.master(f"local[{options.cores}]")
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.memory": "3g",
        "spark.sql.shuffle.partitions": 2 * options.cores,
        # As many tasks in all sizes, so that they can be compared.
        "spark.sql.adaptive.coalescePartitions.enabled": "false",
        "spark.eventLog.enabled": "true",
        "spark.eventLog.dir": f"file://{work}/events",
        "spark.eventLog.compress": "false",
        "spark.eventLog.rolling.enabled": "false",
    }
    for key, value in settings.items():
        builder = builder.config(key, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("OFF")
    field = lambda name: F.get_json_object("value", f"$.{name}")  # noqa: E731
    records = (
        spark.read.text(str(work / "records.jsonl"))
        .select(
            field("id").alias("id"),
            field("record").alias("record"),
            F.unbase64(field("extraction")).alias("extraction"),
        )
        .repartition(2 * options.cores)
    )
    begin = time.monotonic()
    steps = Steps(Program.installed(options.relata), answers=str(work / "answers"))
    graph = resolve(records, str(work / "stages"), steps)
    counts = write_graph(graph, records, str(work / "graph"), steps)
    seconds = time.monotonic() - begin
    print(f"{articles} articles: {seconds:.0f} s; {counts}")
    longest_lines(spark, work)
    spark.stop()
    network(work / "events", articles)


def longest_lines(spark: SparkSession, work: Path) -> None:
    """Of the steps whose lines have no bound by design."""
    for step in (
        "clusters",
        "leftovers",
        "bare",
        "entity",
        "merging",
        "consistency",
        "contradictions",
    ):
        answers = [str(path) for path in work.glob(f"answers/*/{step}/*") if path.name[0] != "_"]
        if not answers:
            continue
        row = spark.read.parquet(*answers).agg(F.count("*"), F.max(F.length("line"))).first()
        print(f"  {step}: {row[0]} lines; the longest answer has {row[1]} characters")
    stages = work / "stages"
    for level in range(4):
        blocks = spark.read.parquet(str(stages / f"pairs-blocks-{level}"))
        sizes = blocks.groupBy("kind", "path").count().agg(F.max("count"), F.count("*")).first()
        print(f"  blocks, level {level}: {sizes[1]}, the largest of {sizes[0]} names")


def network(events: Path, articles: int) -> None:
    """Bytes through the network, and how much more than the mean the fullest task had."""
    written = 0
    read: dict[int, list[int]] = collections.defaultdict(list)
    for file in events.rglob("*"):
        if not file.is_file():
            continue
        for line in file.open(encoding="utf-8"):
            event = json.loads(line)
            if event["Event"] != "SparkListenerTaskEnd" or "Task Metrics" not in event:
                continue
            metrics = event["Task Metrics"]
            written += metrics["Shuffle Write Metrics"]["Shuffle Bytes Written"]
            own = metrics["Shuffle Read Metrics"]
            read[event["Stage ID"]].append(own["Remote Bytes Read"] + own["Local Bytes Read"])
    skews = [
        max(tasks) / statistics.mean(tasks)
        for tasks in read.values()
        if len(tasks) > 1 and sum(tasks) > LEAST_BYTES
    ]
    print(f"  {written / articles:,.0f} bytes an article through the network")
    print(f"  skew (most of a task / mean): {max(skews, default=1):.2f} in {len(skews)} stages")


if __name__ == "__main__":
    main()
