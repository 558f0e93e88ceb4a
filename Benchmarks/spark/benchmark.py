"""Articles per second and core: through Spark, and through ``relata records`` alone.

    python benchmark.py --relata ../../.build/release/relata --articles 1000 --cores 2

Both read the same articles in the same run, in turn, with as many processes. Needs ``pip install
../../Spark`` and Java 17.
"""

from __future__ import annotations

import argparse
import json
import operator
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyspark
from pyspark.sql import SparkSession

from relata_spark import Program, check_documents, read_documents, read_records, write_records
from relata_spark.cli import partitions_for

ARTICLES = Path(__file__).resolve().parents[2] / "Annotations/articles"


def documents(count: int) -> Iterator[dict[str, str]]:
    """The annotated articles again and again, each time under other names."""
    files = sorted(ARTICLES.glob("*.txt"))
    for number in range(count):
        path = files[number % len(files)]
        yield {"id": f"{number:06}-{path.name}", "text": path.read_text("utf-8")}


def alone(relata: str, lines: list[str], cores: int) -> None:
    """Reads with as many processes as there are cores."""
    with tempfile.TemporaryDirectory() as folder:
        inputs = []
        for core in range(cores):
            path = Path(folder) / f"{core}.jsonl"
            path.write_text("".join(lines[core::cores]))
            inputs.append(str(path))
        running = [
            subprocess.Popen([relata, "records", path, "--jobs", "1"], stdout=subprocess.DEVNULL)
            for path in inputs
        ]
        for process in running:
            if process.wait() not in (0, 2):
                raise SystemExit(f"relata ended with status {process.returncode}")


def spark_session(cores: int, folder: Path) -> SparkSession:
    home = folder / "home"
    home.mkdir()
    for part in Path(pyspark.__file__).parent.iterdir():
        (home / part.name).symlink_to(part)
    (folder / "events").mkdir()
    os.environ.update(
        SPARK_HOME=str(home),
        SPARK_LOCAL_IP="127.0.0.1",
        SPARK_LOCAL_DIRS=str(folder / "local"),
        PYSPARK_PYTHON=sys.executable,
    )
    return (
        SparkSession.builder.master(f"local-cluster[{cores},1,1024]")
        .config("spark.ui.enabled", "false")
        .config("spark.eventLog.enabled", "true")
        .config("spark.eventLog.compress", "false")
        .config("spark.eventLog.dir", f"file://{folder}/events")
        .getOrCreate()
    )


def tasks(folder: Path) -> list[tuple[int, float, int]]:
    """Stage, seconds and bytes written for shuffles of all tasks that Spark has ended."""
    found = []
    for path in (folder / "events").rglob("*"):
        # Hidden files are checksums.
        if not path.is_file() or path.name.startswith("."):
            continue
        for line in path.read_text().splitlines():
            event = json.loads(line)
            if event.get("Event") == "SparkListenerTaskEnd":
                metrics = event["Task Metrics"]
                written = metrics["Shuffle Write Metrics"]["Shuffle Bytes Written"]
                found.append((event["Stage ID"], metrics["Executor Run Time"] / 1000, written))
    return found


class ProcessorTime:
    """Adds up what processors do for all that this process begins, by looking twice a second: what
    a process has used is gone from the system's tables when it ends."""

    def __init__(self) -> None:
        self._seconds: dict[tuple[int, str], tuple[str, float]] = {}
        threading.Thread(target=self._watch, daemon=True).start()

    def seconds(self) -> dict[str, float]:
        """Since the beginning, by the names of programs."""
        self._look()
        result: dict[str, float] = {}
        for name, seconds in list(self._seconds.values()):
            result[name] = result.get(name, 0) + seconds
        return result

    def _watch(self) -> None:
        while True:
            self._look()
            time.sleep(0.5)

    def _look(self) -> None:
        children: dict[int, list[int]] = {}
        found: dict[int, tuple[str, str, float]] = {}
        for path in Path("/proc").glob("[0-9]*/stat"):
            try:
                # What is in brackets is the name, which may hold blanks.
                head, _, rest = path.read_text().rpartition(") ")
            except OSError:
                continue
            columns, name = rest.split(), head.partition("(")[2].rstrip("3.")
            pid = int(path.parent.name)
            children.setdefault(int(columns[1]), []).append(pid)
            # Numbers of processes come again; with the time of the beginning they do not.
            ticks = int(columns[11]) + int(columns[12])
            found[pid] = (columns[19], name, ticks / os.sysconf("SC_CLK_TCK"))
        waiting = [os.getpid()]
        while waiting:
            pid = waiting.pop()
            if pid in found:
                begun, name, seconds = found[pid]
                self._seconds[pid, begun] = (name, seconds)
            waiting += children.get(pid, [])


class Measured:
    """What reading took, round by round: seconds, and the processors' seconds, of an article."""

    def __init__(self, name: str, articles: int, cores: int, processors: ProcessorTime) -> None:
        self.name, self.articles, self.cores = name, articles, cores
        self.processors = processors
        self.rates: list[float] = []
        self.costs: list[float] = []

    def round(self, read: Callable[[], None]) -> None:
        start, before = time.perf_counter(), self.processors.seconds()
        read()
        seconds, after = time.perf_counter() - start, self.processors.seconds()
        used = {name: after[name] - before.get(name, 0) for name in after}
        self.rates.append(self.articles / seconds / self.cores)
        self.costs.append(sum(used.values()) / self.articles)
        parts = ", ".join(
            f"{name} {1000 * part / self.articles:.0f}"
            for name, part in sorted(used.items(), key=lambda item: -item[1])
            if part >= 0.0005 * self.articles
        )
        print(
            f"{self.name}: {seconds:.1f} s, {self.rates[-1]:.2f} articles per second and core, "
            f"{1000 * self.costs[-1]:.0f} ms of a processor per article ({parts})",
            flush=True,
        )


def read_through_spark(spark: SparkSession, source: Path, target: Path, relata: str) -> int:
    """The number of documents."""
    found = read_documents(spark, str(source))
    count = check_documents(found)
    parts = found.repartition(partitions_for(count, spark))
    records = read_records(spark, parts, program=Program.installed(relata))
    report = write_records(records, str(target), "1")
    return report.read + sum(report.unread.values())


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--relata", required=True)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--cores", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    relata = str(Path(options.relata).resolve())
    lines = [json.dumps(document) + "\n" for document in documents(options.articles)]
    size = options.articles, options.cores, ProcessorTime()
    by_itself, by_spark = Measured("alone", *size), Measured("spark", *size)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in.jsonl").write_text("".join(lines))
        spark = spark_session(options.cores, folder)
        spark.sparkContext.setLogLevel("OFF")
        try:
            # What starts with the first task of all is no matter of reading.
            spark.range(options.cores, numPartitions=options.cores).mapInArrow(
                lambda batches: batches, "id long"
            ).collect()
            for number in range(options.rounds):
                target = folder / f"records{number}"

                def through_spark() -> None:
                    count = read_through_spark(spark, folder / "in.jsonl", target, relata)
                    assert count == options.articles

                by_itself.round(lambda: alone(relata, lines, options.cores))
                by_spark.round(through_spark)
        finally:
            spark.stop()
        ended = tasks(folder)
    seconds: dict[int, list[float]] = {}
    for stage, duration, _ in ended:
        seconds.setdefault(stage, []).append(duration)
    reading = sorted(seconds.values(), key=sum)[-options.rounds :]
    skew = statistics.median(max(stage) / statistics.median(stage) for stage in reading)
    shuffled = sum(written for _, _, written in ended) / options.rounds / options.articles
    speed = statistics.median(map(operator.truediv, by_spark.rates, by_itself.rates))
    cost = statistics.median(map(operator.truediv, by_itself.costs, by_spark.costs))
    print(f"speed beside relata alone, median of {options.rounds}: {speed:.2f}")
    print(f"the same by the processors' time: {cost:.2f}")
    print(f"shuffled: {shuffled:.0f} bytes per article", end=" ")
    print(f"(input: {sum(map(len, lines)) / options.articles:.0f})")
    print(f"longest task by the median task: {skew:.2f} ({len(reading[0])} tasks)")


if __name__ == "__main__":
    main()
