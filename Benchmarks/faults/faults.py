"""Fails or kills relata at each of its calls that write, and prints a table of what was left as Markdown.

usage: faults.py RELATA [--only WORD …] [--kinds kill,EIO] [--step 1] [--pairs 100]

For every command that writes, every kind of fault and every n, until the command ends undisturbed: afterwards the folder has all files
as they were before or all as the command makes them, never some of each; what is not relata's is untouched; and the exit status is a
documented one. Where a list of pending files was left, the next command completes them first. Then pairs of commands write into one
folder at the same time. Linux only: needs gcc.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import faulty

DOCUMENTED = {0, 2, 64, 65, 66, 69, 73, 74}
OLD = "Ada Khan leads the Lighthouse Union.\n"
NEW = "Omar Reed of the Harbour Guild met Ada Khan in Northport on 3 May 2019.\n"
OURS = ".relata-"


@dataclass(frozen=True)
class Case:
    """A command, run in a copy of the folder that `Bench` has prepared."""

    name: str
    arguments: list[str]
    observe: Callable[[Bench, Path], str]
    """What can be seen of its output, in a form that can be compared."""
    prints: bool = False
    """Whether its output is standard output, which cannot be taken back."""


@dataclass
class Bench:
    relata: str
    folder: Path
    faults: Path
    template: Path = field(init=False)

    def __post_init__(self) -> None:
        self.template = self.folder / "template"
        self.template.mkdir()
        self.write("old/old.txt", OLD)
        self.write("new/old.txt", OLD)
        self.write("new/new.txt", NEW)
        for age in ("old", "new"):
            self.relata_in(self.template, "build", age, "--any-language", "-q", "-o", f"graph-{age}")
        usual = ["--any-language", "--quiet", "--output", "out"]
        self.relata_in(self.template, "build", "old", *usual)
        self.write("out/notes.txt", "mine\n")
        self.write("out/mine/keep.txt", "mine too\n")
        for name, age in (("news", "old"), ("all", "new")):
            add = ["collection", "add", f"{name}.relata-db", age, "--any-language", "-q"]
            self.relata_in(self.template, *add)

    def write(self, name: str, text: str) -> None:
        path = self.template / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def relata_in(self, folder: Path, *arguments: str) -> bytes:
        done = subprocess.run(
            [self.relata, *arguments], cwd=folder, capture_output=True, stdin=subprocess.DEVNULL
        )
        if done.returncode != 0:
            raise RuntimeError(f"relata {' '.join(arguments)}: {done.stderr.decode()}")
        return done.stdout

    def fresh(self) -> Path:
        """A copy of the prepared folder, with the times of its files."""
        copy = self.folder / "run"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(self.template, copy)
        return copy


# --- What can be seen ----------------------------------------------------------------------------


def is_pending(folder: Path) -> bool:
    return any((folder / f"{OURS}{name}").exists() for name in ("pending", "undo"))


def leftovers(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob(f"{OURS}*"))


def snapshot(folder: Path) -> str:
    """Every file but hidden ones and the graph file, which is judged by what it answers."""
    lines = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if path.is_file() and not path.name.startswith(OURS) and path.suffix != ".relata":
            lines.append(f"{name} {hashlib.sha256(path.read_bytes()).hexdigest()}")
    return "\n".join(lines)


def observe_folder(bench: Bench, run: Path) -> str:
    """The files of the folder, and what a question to it is answered, which must be of these files."""
    out = run / "out"
    answer = bench.relata_in(run, "export", "out", "--format", "nquads", "--output", "-")
    source = out / "graph.jsonld"
    alone = run / "alone"
    alone.mkdir(exist_ok=True)
    shutil.copy(source, alone / "graph.jsonld")
    if bench.relata_in(run, "export", "alone", "--format", "nquads", "--output", "-") != answer:
        return "the graph file answers otherwise than its source"
    return snapshot(out)


def observe_collection(bench: Bench, run: Path) -> str:
    path = run / "news.relata-db"
    listed = bench.relata_in(run, "collection", "status", "news.relata-db", "--list").decode()
    with sqlite3.connect(path) as database:
        (state,) = database.execute("PRAGMA integrity_check").fetchone()
    database.close()
    return f"{state}\n{listed}"


def observe_nothing(bench: Bench, run: Path) -> str:
    return ""


IMPORT = ["import", "graph-new/graph.jsonld", "--output", "out", "--quiet"]
CASES = [
    Case(
        "build",
        ["build", "new", "--any-language", "--quiet", "--jobs", "1", "--output", "out"],
        observe_folder,
    ),
    Case("import", [*IMPORT, "--format", "jsonld,graphml,csv,dot,html"], observe_folder),
    Case("export, two files", ["export", "graph-new", "--format", "csv", "-o", "out"], observe_folder),
    Case("export", ["export", "graph-new", "--format", "turtle", "-o", "out/g.ttl"], observe_folder),
    Case("render", ["render", "--graph", "graph-new", "-o", "out/graph.svg"], observe_folder),
    Case(
        "render by Graphviz",
        ["render", "--engine", "neato", "--graph", "graph-new", "-o", "out/graph.png"],
        observe_folder,
    ),
    Case("explore", ["explore", "graph-new", "--no-browser", "-o", "out/graph.html"], observe_folder),
    Case(
        "collection add",
        ["collection", "add", "news.relata-db", "new", "--any-language", "-q", "--jobs", "1"],
        observe_collection,
    ),
    Case("collection graph", ["collection", "graph", "all.relata-db", "-o", "out"], observe_folder),
    Case("show", ["show", "Ada Khan", "--graph", "out"], observe_folder, prints=True),
    Case("text", ["text", "new/new.txt"], observe_nothing, prints=True),
    Case(
        "export to standard output",
        ["export", "graph-new", "--format", "jsonld", "-o", "-"],
        observe_nothing,
        prints=True,
    ),
]


# --- Faults --------------------------------------------------------------------------------------


@dataclass
class Tally:
    runs: int = 0
    old: int = 0
    new: int = 0
    completed: int = 0
    """Left a list, by which the next command completed or took back."""
    left: int = 0
    """Left hidden files that the next command but one removes after an hour."""
    problems: list[str] = field(default_factory=list)


def judge(
    bench: Bench, case: Case, kind: str, outcome: faulty.Outcome, run: Path, whole: faulty.Outcome
) -> tuple[str, list[str]]:
    """What is wrong with how a command ended, but for its files."""
    problems = []
    if kind == "kill":
        if outcome.status not in (-9, 0):
            problems.append(f"status {outcome.status}")
    elif outcome.status not in DOCUMENTED:
        problems.append(f"status {outcome.status}, which is not documented: {outcome.errors[-300:]}")
    elif outcome.status != 0 and "relata: " not in outcome.errors:
        problems.append(f"status {outcome.status} without a word")
    if kind in ("EINTR", "short") and outcome.status != 0:
        problems.append(f"status {outcome.status}: {outcome.errors[-300:]}")
    if case.prints and outcome.status == 0 and outcome.output != whole.output:
        problems.append("success, but another output")
    if case.prints and not whole.output.startswith(outcome.output):
        problems.append("an output that is not a beginning of the right one")
    return outcome.hit, problems


def torture(bench: Bench, case: Case, kind: str, step: int) -> Tally:
    tally = Tally()
    command = [bench.relata, *case.arguments]
    before = case.observe(bench, bench.fresh())
    run = bench.fresh()
    whole = faulty.run(command, run, bench.faults)
    if whole.status != 0:
        raise RuntimeError(f"{case.name}: {whole.errors}")
    if whole.calls == 0:
        raise RuntimeError(f"{case.name}: no call was seen, so that nothing can be tried")
    after = case.observe(bench, run)
    number = 1
    while True:
        run = bench.fresh()
        outcome = faulty.run(command, run, bench.faults, kind, number)
        if not outcome.hit:
            return tally
        tally.runs += 1
        hit, problems = judge(bench, case, kind, outcome, run, whole)
        tally.completed += is_pending(run / "out")
        # What cannot be removed stays until the next command.
        is_stuck = kind in ("kill", "dead") or hit == "unlink"
        if not is_stuck and leftovers(run / "out"):
            problems.append(f"left {[path.name for path in leftovers(run / 'out')]}")
        try:
            seen = case.observe(bench, run)
        except RuntimeError as error:
            seen = f"{error}"
        if seen == after:
            tally.new += 1
        elif seen == before:
            tally.old += 1
            if outcome.status == 0 and not case.prints:
                problems.append("success, but nothing done")
        else:
            problems.append(f"neither old nor new: {seen[:2000]}")
        if is_pending(run / "out"):
            problems.append("still pending after the next command")
        if left := leftovers(run / "out"):
            tally.left += 1
            for path in left:
                os.utime(path, (time.time() - 7200,) * 2)
            bench.relata_in(run, "export", "out", "--format", "dot", "-o", "out/last.dot")
            if leftovers(run / "out"):
                problems.append("what was left stays")
        tally.problems += [f"{case.name}, {kind} at {number} ({hit}): {text}" for text in problems]
        number += step


# --- Two at once ---------------------------------------------------------------------------------


def pairs(bench: Bench, count: int) -> Tally:
    """Two processes write different sets of the same names; every other time one of them is killed."""
    tally = Tally()
    formats = ["--format", "jsonld,graphml,csv,dot", "--quiet", "--output", "out"]
    commands = [
        [bench.relata, "import", f"graph-{age}/graph.jsonld", *formats] for age in ("old", "new")
    ]
    expected = []
    for command in commands:
        run = bench.fresh()
        subprocess.run(command, cwd=run, check=True)
        expected.append(observe_folder(bench, run))
    choice = random.Random(1)
    for number in range(count):
        run = bench.fresh()
        processes = [
            subprocess.Popen(command, cwd=run, stderr=subprocess.PIPE) for command in commands
        ]
        if number % 2:
            time.sleep(choice.uniform(0, 0.15))
            processes[choice.randrange(2)].kill()
        for process in processes:
            _, errors = process.communicate()
            if process.returncode not in (0, -9):
                tally.problems.append(f"pair {number}: status {process.returncode}: {errors!r}")
        tally.runs += 1
        tally.completed += is_pending(run / "out")
        seen = observe_folder(bench, run)
        if seen == expected[0]:
            tally.old += 1
        elif seen == expected[1]:
            tally.new += 1
        elif seen != observe_folder(bench, bench.fresh()):
            tally.problems.append(f"pair {number}: a mixture: {seen[:2000]}")
    return tally


# --- The table -----------------------------------------------------------------------------------


def row(name: str, kind: str, tally: Tally) -> str:
    counts = (tally.runs, tally.old, tally.new, tally.completed, tally.left, len(tally.problems))
    return f"| {name} | {kind} | " + " | ".join(str(count) for count in counts) + " |"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("relata", help="the program, such as .build/release/relata")
    parser.add_argument("--only", nargs="*", default=[], help="cases whose name has these words")
    parser.add_argument("--kinds", default=",".join(faulty.KINDS))
    parser.add_argument("--step", type=int, default=1, help="only every so-many-th call")
    parser.add_argument("--pairs", type=int, default=100)
    options = parser.parse_args()
    if not shutil.which("gcc"):
        print("faults.py: needs gcc", file=sys.stderr)
        return 69
    problems: list[str] = []
    # Without a blank, which would part two libraries in LD_PRELOAD.
    with tempfile.TemporaryDirectory(prefix="relata-faults-") as name:
        folder = Path(name)
        bench = Bench(os.path.abspath(options.relata), folder, faulty.library(folder))
        print("| command | fault | runs | old | new | completed later | hidden files left | wrong |")
        print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |", flush=True)
        for case in CASES:
            if not all(word in case.name for word in options.only):
                continue
            for kind in options.kinds.split(","):
                tally = torture(bench, case, kind, options.step)
                problems += tally.problems
                print(row(case.name, kind, tally), flush=True)
        if options.pairs:
            tally = pairs(bench, options.pairs)
            problems += tally.problems
            print(row("two at once", "half of them killed", tally), flush=True)
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
