"""Two commands that write to one place at the same time."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import faulty
from cases import ADD, Bench, leftovers, see_all, see_collection, see_files, see_graph, snapshot

PATIENCE = 0.4
"""In seconds: whoever has not ended by then waits for the one that stands still."""


@dataclass(frozen=True)
class Pair:
    name: str
    first: list[str]
    second: list[str]
    needs: tuple[str, ...]
    see: Callable[[Bench, Path], str]
    goes_on: bool = False
    """Whether the first, where it is killed, leaves what it had finished and goes on when it is run again."""


def _import(age: str) -> list[str]:
    formats = "jsonld,graphml,csv,dot"
    return ["import", f"graph-{age}/graph.jsonld", "--format", formats, "--quiet", "-o", "out"]


def _build(age: str) -> list[str]:
    return ["build", age, *ADD, "--format", "jsonld,csv,dot", "-o", "out"]


def _export(age: str) -> list[str]:
    return ["export", f"graph-{age}", "--format", "csv", "-o", "out"]


def _add(collection: str, age: str) -> list[str]:
    return ["collection", "add", collection, age, *ADD]


GRAPHS = ("out", "graph-old", "graph-new")
PAIRS = [
    Pair("two imports", _import("old"), _import("new"), GRAPHS, see_graph("out")),
    Pair("two builds", _build("old"), _build("new"), ("out", "old", "new"), see_graph("out")),
    Pair("two exports", _export("old"), _export("new"), GRAPHS, see_files),
    Pair(
        "a build and an import", _build("new"), _import("old"), (*GRAPHS, "new"), see_graph("out")
    ),
    Pair(
        "two additions to a collection",
        _add("news.relata-db", "new"),
        _add("news.relata-db", "watched"),
        ("news.relata-db", "new", "watched"),
        see_collection("news.relata-db"),
        goes_on=True,
    ),
    Pair(
        "two additions that make a collection",
        _add("first.relata-db", "new"),
        _add("first.relata-db", "watched"),
        ("new", "watched"),
        see_collection("first.relata-db"),
        goes_on=True,
    ),
    Pair(
        "adding and removing",
        _add("all.relata-db", "watched"),
        ["collection", "remove", "all.relata-db", "new.txt"],
        ("all.relata-db", "watched"),
        see_collection("all.relata-db"),
        goes_on=True,
    ),
    Pair(
        "two graphs of a collection",
        ["collection", "graph", "all.relata-db", "-q", "-o", "out"],
        ["collection", "graph", "news.relata-db", "-q", "-o", "out"],
        ("out", "all.relata-db", "news.relata-db"),
        see_all(see_graph("out"), see_collection("all.relata-db")),
    ),
]


@dataclass(frozen=True)
class Met:
    """What became of two."""

    order: str
    """“first” or “second”, whichever came last; “both”; empty where it is none of these."""
    problems: list[str]


def _seen(bench: Bench, pair: Pair, run: Path) -> str:
    try:
        said = pair.see(bench, run)
    except RuntimeError as error:
        return f"{error}"
    return f"{said}\n{snapshot(run, with_empty_folders=True)}"


def _expected(bench: Bench, pair: Pair) -> dict[str, str]:
    """By what can be seen: who came last, the first or the second."""
    orders = {
        "first": [pair.second, pair.first],
        "second": [pair.first, pair.second],
        # The first was killed before it had done anything.
        "second alone": [pair.second],
    }
    expected: dict[str, str] = {}
    for order, commands in orders.items():
        run = bench.fresh(pair.needs)
        for command in commands:
            bench.relata_in(run, *command)
        expected.setdefault(_seen(bench, pair, run), order)
    return expected


def meet(bench: Bench, pair: Pair, kills: bool, most: int) -> list[Met]:
    """Stops the first before each of its calls, lets the second run, and lets the first go on or kills it."""
    expected = _expected(bench, pair)
    first, second = [bench.relata, *pair.first], [bench.relata, *pair.second]
    calls = faulty.run(first, bench.fresh(pair.needs), bench.faults).calls
    met = []
    for number in faulty.sample(calls, "stop", most):
        run = bench.fresh(pair.needs)
        one = faulty.Run(first, run, bench.faults, "stop", number)
        if not one.has_stopped():
            one.outcome()
            continue
        other = subprocess.Popen(
            second,
            cwd=run,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        faulty.wait(other, PATIENCE)
        os.kill(one.process.pid, signal.SIGKILL if kills else signal.SIGCONT)
        outcome = one.outcome()
        _, errors = other.communicate()
        problems = []
        if outcome.status != (-9 if kills else 0):
            problems.append(f"the first: status {outcome.status}: {outcome.errors[-300:]}")
        if other.returncode != 0:
            problems.append(f"the second: status {other.returncode}: {errors.decode()[-300:]}")
        left = [path.name for path in leftovers(run)]
        if left and not kills:
            problems.append(f"left {left}")
        seen = _seen(bench, pair, run)
        if kills and pair.goes_on and seen not in expected:
            bench.relata_in(run, *pair.first)
            seen = _seen(bench, pair, run)
        if seen not in expected:
            problems.append(f"of neither: {' '.join(seen.splitlines())[:1000]}")
        elif expected[seen] == "second alone" and not kills:
            problems.append("what the first did is lost")
        name = f"{pair.name}, the first {'killed' if kills else 'stopped'} at {number} ({calls[number - 1]})"
        met.append(Met(expected.get(seen, ""), [f"{name}: {text}" for text in problems]))
    return met
