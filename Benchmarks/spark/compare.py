#!/usr/bin/env python3
"""Whether Spark and `relata build` make the same graph of the same articles, byte for byte.

  compare.py ARTICLES --relata PROGRAM --work FOLDER [--cores 2] [--copies 20] [--added 200]

ARTICLES is a folder of texts, such as Benchmarks/collections/make_corpus.py makes. After every so
many comes a copy of another article with a line of its own in front. Both read all texts and
resolve them; Spark does so with as many executors, processes of their own, as there are cores.
With --added Spark first makes a graph without the last of them, which then join as a second batch.
Prints how long each took and the digests of both graphs as JSON-LD; fails where they differ.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--relata", required=True, type=Path)
    parser.add_argument("--work", required=True, type=Path)
    parser.add_argument("--cores", type=int, default=2)
    parser.add_argument("--copies", type=int, default=20, metavar="N", help="one in N; 0: none")
    parser.add_argument("--added", type=int, default=0, metavar="N", help="the last N come later")
    options = parser.parse_args()
    relata, work = str(options.relata.resolve()), options.work.resolve()
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    count = write(options.articles, work, options.copies, options.added)
    print(f"{count} articles, {options.added} of them added later")

    graph = ["--format", "jsonld", "--quiet"]
    alone = timed("relata build", [relata, "build", "articles", "--output", "alone", *graph], work)
    master = ["--relata-installed", relata, "--master", f"local-cluster[{options.cores},1,1024]"]
    spark = [sys.executable, "-m", "relata_spark"]
    seconds = 0.0
    # The last graph is that of all batches.
    batches = [("articles", "shards")]
    if options.added:
        batches = [("articles", "before"), ("added", "shards")]
    for batch, shards in batches:
        read = ["read", f"{batch}.jsonl", "--into", "records", "--batch", batch]
        seconds += timed(f"Spark, reading {batch}", [*spark, *read, *master], work)
        resolve = ["resolve", "records", "--into", shards, "--answers", "answers"]
        seconds += timed("Spark, resolution", [*spark, *resolve, *master], work)
    timed("relata import", [relata, "import", "shards/manifest.json", "-o", "spark", *graph], work)
    print(f"Spark took {seconds / alone:.1f} times as long")

    digests = [digest(work / name / "graph.jsonld") for name in ("alone", "spark")]
    print("\n".join(digests))
    if digests[0] != digests[1]:
        sys.exit("the graphs differ")
    print("the same graph")


def write(folder: Path, work: Path, every: int, added: int) -> int:
    """The articles with copies among them: JSON lines for Spark, the last of them in a file of
    their own, and files of the same names, by which `relata build` calls them. Returns how many
    there are."""
    (work / "articles").mkdir()
    lines: list[str] = []
    for number, article in enumerate(sorted(folder.rglob("*.txt")), start=1):
        text = article.read_text(encoding="utf-8")
        rows = {article.name: text}
        if every and number % every == 0:
            rows[f"copy-{article.name}"] = f"By our own staff.\n\n{text}"
        for name, content in rows.items():
            lines.append(json.dumps({"id": name, "text": content}, ensure_ascii=False) + "\n")
            (work / "articles" / name).write_text(content, encoding="utf-8")
    first = len(lines) - added
    (work / "articles.jsonl").write_text("".join(lines[:first]), encoding="utf-8")
    if added:
        (work / "added.jsonl").write_text("".join(lines[first:]), encoding="utf-8")
    return len(lines)


def timed(name: str, command: list[str], folder: Path) -> float:
    """Runs a command, which must succeed. Returns the seconds that it took."""
    begin = time.monotonic()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=os.environ)
    seconds = time.monotonic() - begin
    if done.returncode != 0:
        sys.exit(f"{name}: {done.stderr[-2000:]}")
    print(f"{name}: {seconds:.0f} s", flush=True)
    return seconds


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
