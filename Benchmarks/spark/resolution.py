#!/usr/bin/env python3
"""How resolution on Spark grows: time, bytes through the network, skew, the longest lines.

  resolution.py RECORDS --relata PROGRAM --articles 500 1000 2000 --work FOLDER

RECORDS are JSON lines, as `relata records` printed them, or a Parquet file of
collection_records.py. Each size takes the first so many articles. Bytes and lines do not depend on
the machine; times do. “processor” is the time of this program, of Java, Python and relata together.
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

import pyarrow.parquet as pq
from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F

from relata_spark.program import Program
from relata_spark.resolution import Steps, resolve, write_graph

LEAST_SECONDS = 20.0
"""Of all tasks of a stage together: in shorter ones it does not matter how long each takes."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", type=Path)
    parser.add_argument("--relata", required=True)
    parser.add_argument("--articles", type=int, nargs="+", required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--cores", type=int, default=2)
    parser.add_argument("--without-answers", action="store_true")
    parser.add_argument("--memory", default="3g", help="of Spark, all in one process")
    parser.add_argument("--warm", type=int, default=0, metavar="N", help="resolve so many before")
    options = parser.parse_args()
    os.environ["PYSPARK_PYTHON"] = sys.executable
    for articles in options.articles:
        measure(options, articles)


def measure(options: argparse.Namespace, articles: int) -> None:
    work = options.work.resolve() / str(articles)
    shutil.rmtree(work, ignore_errors=True)
    (work / "events").mkdir(parents=True)
    builder = SparkSession.builder.master(f"local[{options.cores}]")
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.memory": options.memory,
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
    records = first(spark, options.records, articles, work).repartition(2 * options.cores)
    answers = None if options.without_answers else str(work / "answers")
    steps = Steps(Program.installed(options.relata), answers=answers)
    if options.warm:
        # Java has compiled and Spark has planned all of it once: what is left grows with articles.
        few = records.orderBy("id").limit(options.warm)
        write_graph(resolve(few, str(work / "warm"), steps), str(work / "warm-graph"), steps)
    since = time.time()
    begin, own = time.monotonic(), processor()
    graph = resolve(records, str(work / "stages"), steps)
    resolved = time.monotonic()
    counts = write_graph(graph, str(work / "graph"), steps)
    seconds, own = time.monotonic() - begin, processor() - own
    print(
        f"{articles} articles: {seconds:.0f} s (written in {seconds - (resolved - begin):.0f} s), "
        f"processor {own:.0f} s = {own / articles * 1000:.1f} ms an article; {counts}"
    )
    if answers is not None:
        longest_lines(spark, work)
    blocks(spark, work)
    spark.stop()
    network(work / "events", articles, since)
    sys.stdout.flush()


def first(spark: SparkSession, records: Path, articles: int, work: Path) -> DataFrame:
    """The first articles, as a DataFrame of records."""
    if records.suffix == ".parquet":
        pq.write_table(pq.read_table(records).slice(0, articles), work / "records.parquet")
        return spark.read.parquet(str(work / "records.parquet"))
    lines = [line for line in records.open(encoding="utf-8") if '"extraction"' in line]
    (work / "records.jsonl").write_text("".join(lines[:articles]), encoding="utf-8")

    def field(name: str) -> Column:
        return F.get_json_object("value", f"$.{name}")

    return spark.read.text(str(work / "records.jsonl")).select(
        field("id").alias("id"),
        field("record").alias("record"),
        F.unbase64(field("extraction")).alias("extraction"),
        F.unbase64(field("signature")).alias("signature"),
    )


def processor() -> float:
    """Seconds of this process and all below it, those that ended included."""
    ticks = 0
    stats = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        stats[int(path.parent.name)] = (int(fields[1]), sum(map(int, fields[11:15])))
    for number, (parent, own) in stats.items():
        while parent not in (0, os.getpid()) and number != os.getpid():
            number, parent = parent, stats.get(parent, (0, 0))[0]
        if parent == os.getpid() or number == os.getpid():
            ticks += own
    return ticks / os.sysconf("SC_CLK_TCK")


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


def blocks(spark: SparkSession, work: Path) -> None:
    """How large blocks of names are before they are split."""
    for path in sorted((work / "stages").glob("pairs-blocks-*")):
        rows = spark.read.parquet(str(path)).groupBy("kind", "path").count()
        sizes = rows.agg(F.max("count"), F.count("*")).first()
        assert sizes is not None
        print(f"  blocks, level {path.name[-1]}: {sizes[1]}, the largest of {sizes[0]} names")
        if path.name.endswith("-0"):
            print(f"  exponent of the sizes (Hill, from 16 names on): {exponent(rows):.2f}")


def exponent(sizes: DataFrame, least: int = 16) -> float:
    """Of the power law that the sizes of blocks follow: P(size ≥ x) ~ x^-a, by Hill's estimator."""
    large = sizes.where(F.col("count") >= least)
    row = large.agg(F.count("*"), F.sum(F.log(F.col("count") / (least - 0.5)))).first()
    return row[0] / row[1] if row is not None and row[1] else float("nan")


def network(events: Path, articles: int, since: float) -> None:
    """Bytes through the network, and how much longer than the median one the longest task took.

    Parameters:
        since: what began before, in seconds since 1970, is passed over.
    """
    written = 0
    seconds: dict[int, list[float]] = collections.defaultdict(list)
    for file in events.rglob("*"):
        if not file.is_file():
            continue
        for line in file.open(encoding="utf-8"):
            event = json.loads(line)
            if event["Event"] != "SparkListenerTaskEnd" or "Task Metrics" not in event:
                continue
            if event["Task Info"]["Launch Time"] < since * 1000:
                continue
            metrics = event["Task Metrics"]
            written += metrics["Shuffle Write Metrics"]["Shuffle Bytes Written"]
            seconds[event["Stage ID"]].append(metrics["Executor Run Time"] / 1000)
    long = [tasks for tasks in seconds.values() if len(tasks) > 1 and sum(tasks) > LEAST_SECONDS]
    skews = sorted((max(tasks) / statistics.median(tasks) for tasks in long), reverse=True)
    print(f"  {written / articles:,.0f} bytes an article through the network")
    largest = ", ".join(f"{skew:.2f}" for skew in skews[:3])
    print(f"  skew (longest task / median) in {len(skews)} stages of 20 s or more: {largest}")


if __name__ == "__main__":
    main()
