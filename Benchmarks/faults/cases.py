"""The commands that write, the folder that they are run in, and what can be seen of their output."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

OLD = "Ada Khan leads the Lighthouse Union.\n"
NEW = "Omar Reed of the Harbour Guild met Ada Khan in Northport on 3 May 2019.\n"
OURS = ".relata-"


@dataclass
class Bench:
    relata: str
    folder: Path
    faults: Path
    with_large: bool
    """Whether to prepare the collection of a thousand documents, too, which takes a while."""
    template: Path = field(init=False)
    answers: dict[str, bytes] = field(default_factory=dict)
    """What sources say without a graph file, by their digests."""

    def __post_init__(self) -> None:
        # Collections know the paths of their files: all is made where the commands will find it again.
        self.template = self.run_folder
        self.template.mkdir()
        self._write("old/old.txt", OLD)
        self._write("new/old.txt", OLD)
        self._write("new/new.txt", NEW)
        usual = ["--any-language", "--quiet"]
        for age in ("old", "new"):
            self.relata_in(self.template, "build", age, *usual, "-o", f"graph-{age}")
        self.relata_in(self.template, "build", "old", *usual, "--output", "out")
        self._write("out/notes.txt", "mine\n")
        self._write("out/mine/keep.txt", "mine too\n")
        # A graph file that is not of its source.
        shutil.copytree(self.template / "graph-new", self.template / "stale")
        shutil.copy(self.template / "graph-old/graph.relata", self.template / "stale/graph.relata")
        for name, age in (("news", "old"), ("all", "new"), ("asked", "old")):
            self.relata_in(self.template, "collection", "add", f"{name}.relata-db", age, *usual)
        self.relata_in(self.template, "show", "Ada Khan", "--graph", "asked.relata-db")
        self.relata_in(self.template, "collection", "add", "asked.relata-db", "new", *usual)
        self._write("watched/changed.txt", OLD)
        self._write("watched/gone.txt", "Omar Reed lives in Northport.\n")
        self.relata_in(self.template, "collection", "add", "watched.relata-db", "watched", *usual)
        self._write("watched/changed.txt", NEW)
        (self.template / "watched/gone.txt").unlink()
        self._write("watched/come.txt", "Omar Reed was born in Northport.\n")
        self._write("same.yaml", "same:\n  - [Ada Khan, Omar Reed]\n")
        self._write(
            "corrections.yaml",
            "version: 1\ncorrections:\n  - {action: rename, entity: {name: Ada Khan}, to: Ada}\n",
        )
        if self.with_large:
            self._make_large(usual)
        self.template = self.run_folder.rename(self.folder / "template")

    def _make_large(self, usual: list[str]) -> None:
        """A collection whose graph file is changed, not made anew, by documents that are added."""
        for number in range(1000):
            text = f"Mira Stone {number} leads the Guild of Port {number}.\n"
            self._write(f"many/{number}.txt", text)
        self.relata_in(self.template, "collection", "add", "large.relata-db", "many", *usual)
        self.relata_in(self.template, "show", "Mira Stone 7", "--graph", "large.relata-db")
        self.relata_in(self.template, "collection", "add", "large.relata-db", "new", *usual)
        shutil.rmtree(self.template / "many")

    def _write(self, name: str, text: str) -> None:
        path = self.template / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    @property
    def run_folder(self) -> Path:
        return self.folder / "run"

    def relata_in(self, folder: Path, *arguments: str) -> bytes:
        done = subprocess.run(
            [self.relata, *arguments], cwd=folder, capture_output=True, stdin=subprocess.DEVNULL
        )
        if done.returncode != 0:
            raise RuntimeError(f"relata {' '.join(arguments)}: {done.stderr.decode()}")
        return done.stdout

    def fresh(self, needs: tuple[str, ...]) -> Path:
        """Copies of some of what was prepared, with the times of the files."""
        copy = self.run_folder
        shutil.rmtree(copy, ignore_errors=True)
        copy.mkdir()
        for name in needs:
            source = self.template / name
            if source.is_dir():
                shutil.copytree(source, copy / name)
            else:
                shutil.copy2(source, copy / name)
        return copy


@dataclass(frozen=True)
class Case:
    """A command, run in a folder with copies of what it needs."""

    name: str
    arguments: list[str]
    needs: tuple[str, ...]
    see: Callable[[Bench, Path], str]
    """What only relata can tell of its output, in a form that can be compared; completes what is pending."""
    prints: bool = False
    """Whether its output is standard output, which cannot be taken back."""
    goes_on: bool = False
    """Whether it may end in the middle, with all that it had finished, and goes on when it is run again."""


# --- What can be seen ----------------------------------------------------------------------------


def pending(run: Path) -> list[Path]:
    """Folders in which files are about to take their names."""
    lists = [path for name in ("pending", "undo") for path in run.rglob(f"{OURS}{name}")]
    return sorted({path.parent for path in lists})


def leftovers(run: Path) -> list[Path]:
    return sorted(path for path in run.rglob(f"{OURS}*"))


def snapshot(run: Path, with_empty_folders: bool) -> str:
    """Every file with its content and rights, but hidden ones, and graph files and collections.

    These are judged by what they say.
    """
    lines = []
    for path in sorted(run.rglob("*")):
        name = path.relative_to(run)
        if path.is_dir():
            if with_empty_folders and not any(path.iterdir()):
                lines.append(f"{name}/")
        elif not path.name.startswith(OURS) and path.suffix not in (".relata", ".relata-db"):
            digest = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
            lines.append(f"{name} {path.stat().st_mode & 0o777:o} {digest}")
    return "\n".join(lines)


def complete(bench: Bench, run: Path) -> None:
    """Lets the next command that writes come to each folder with hidden files."""
    graph = bench.template / "graph-new"
    for folder in sorted({path.parent for path in leftovers(run)}):
        bench.relata_in(
            run, "export", str(graph), "--format", "nquads", "-o", str(folder / "next.nq")
        )
        (folder / "next.nq").unlink()


def see_graph(name: str) -> Callable[[Bench, Path], str]:
    """What the graph in a folder says, which must be what its source says without the graph file."""

    def see(bench: Bench, run: Path) -> str:
        source = run / name / "graph.jsonld"
        if not source.parent.exists():
            return ""
        if not source.exists():
            complete(bench, run)
        if not source.exists():
            return ""
        answer = bench.relata_in(run, "export", name, "--format", "nquads", "--output", "-")
        digest = hashlib.sha256(source.read_bytes()).hexdigest()
        if digest not in bench.answers:
            alone = bench.folder / digest
            alone.mkdir()
            shutil.copy(source, alone / "graph.jsonld")
            bench.answers[digest] = bench.relata_in(
                alone, "export", ".", "--format", "nquads", "--output", "-"
            )
        if bench.answers[digest] != answer:
            return "the graph file answers otherwise than its source"
        return hashlib.sha256(answer).hexdigest()

    return see


def see_files(bench: Bench, run: Path) -> str:
    complete(bench, run)
    return ""


TABLES = (
    "SELECT * FROM input ORDER BY path",
    "SELECT * FROM file ORDER BY path",
    "SELECT * FROM failure ORDER BY file, message",
    "SELECT id, file, fingerprint, format, metadata, pages, text, record, extraction, signature, reader"
    " FROM document ORDER BY id",
    "SELECT * FROM setting WHERE name NOT IN ('identity', 'changes', 'rebuilt') ORDER BY name",
)


def see_collection(name: str) -> Callable[[Bench, Path], str]:
    """All that is in a collection; of one without documents as little as of none."""

    def see(bench: Bench, run: Path) -> str:
        path = run / name
        if not path.exists():
            return ""
        listed = bench.relata_in(run, "collection", "status", name, "--list").decode()
        left = sorted(other.name for other in run.glob(f"{name}-*"))
        with sqlite3.connect(path) as database:
            (state,) = database.execute("PRAGMA integrity_check").fetchone()
            rows = [database.execute(query).fetchall() for query in TABLES]
        database.close()
        if state != "ok" or left:
            return f"{state}, beside it {left}"
        if not any(rows):
            return ""
        return listed + hashlib.sha256(repr(rows).encode()).hexdigest()

    return see


def see_collection_graph(name: str) -> Callable[[Bench, Path], str]:
    """The graph of a collection, which must be that of its documents without any graph file."""

    def see(bench: Bench, run: Path) -> str:
        answer = bench.relata_in(run, "export", name, "--format", "nquads", "--output", "-")
        expected = bench.folder / f"{name}.nq"
        if not expected.exists():
            # What it says when it is undisturbed; the tests compare that with a graph that is made anew.
            expected.write_bytes(answer)
        return "as it should be" if answer == expected.read_bytes() else "another graph"

    return see


def see_all(*sees: Callable[[Bench, Path], str]) -> Callable[[Bench, Path], str]:
    return lambda bench, run: "\n".join(see(bench, run) for see in sees)


def see_nothing(bench: Bench, run: Path) -> str:
    complete(bench, run)
    return ""


def age(paths: list[Path]) -> None:
    """As if they had been left two hours ago."""
    for path in paths:
        os.utime(path, (time.time() - 7200,) * 2)


# --- The commands --------------------------------------------------------------------------------

BUILD = ["build", "new", "--any-language", "--quiet", "--jobs", "1", "--output"]
IMPORT = ["import", "graph-new/graph.jsonld", "--quiet", "--format"]
ADD = ["--any-language", "-q", "--jobs", "1"]
OUT = ("out", "graph-new")


def writes(name: str, *arguments: str, needs: tuple[str, ...] = OUT) -> Case:
    return Case(name, list(arguments), needs, see_graph("out"))


def asks(name: str, arguments: list[str], *needs: str) -> Case:
    """A question to a collection, which makes its graph file."""
    collection = needs[0]
    return Case(name, arguments, needs, see_collection_graph(collection), prints=True)


def changes(name: str, collection: str, *arguments: str, needs: tuple[str, ...] = ()) -> Case:
    see = see_collection(collection)
    goes_on = arguments[0] in ("add", "update")
    command = ["collection", arguments[0], collection, *arguments[1:]]
    return Case(name, command, needs, see, goes_on=goes_on)


CASES = [
    writes("build", *BUILD, "out", needs=("out", "new")),
    Case("build into a new folder", [*BUILD, "fresh/deep"], ("new",), see_graph("fresh/deep")),
    writes("import", *IMPORT, "jsonld,graphml,csv,dot,html", "--output", "out"),
    Case(
        "import into a new folder",
        [*IMPORT, "jsonld,dot", "--output", "fresh"],
        ("graph-new",),
        see_graph("fresh"),
    ),
    writes("export, one file", "export", "graph-new", "--format", "turtle", "-o", "out/g.ttl"),
    writes("export, two files", "export", "graph-new", "--format", "csv", "-o", "out"),
    Case(
        "export into a new folder",
        ["export", "graph-new", "--format", "csv", "-o", "fresh/deep"],
        ("graph-new",),
        see_files,
    ),
    writes("render", "render", "--graph", "graph-new", "-o", "out/graph.svg"),
    writes(
        "render by Graphviz",
        *("render", "--engine", "neato", "--graph", "graph-new", "-o", "out/graph.png"),
    ),
    writes("render a timeline", "render", "--timeline", "--graph", "graph-new", "-o", "out/t.svg"),
    writes("explore", "explore", "graph-new", "--no-browser", "-o", "out/graph.html"),
    writes(
        "a question with three drawings",
        *("path", "Omar Reed", "Northport", "--graph", "graph-new"),
        *("--dot", "out/graph.dot", "--svg", "out/graph.svg", "--png", "out/graph.png"),
    ),
    changes(
        "collection add", "news.relata-db", "add", "new", *ADD, needs=("news.relata-db", "new")
    ),
    changes("collection add, a new one", "first.relata-db", "add", "new", *ADD, needs=("new",)),
    changes(
        "collection update",
        "watched.relata-db",
        "update",
        *ADD,
        needs=("watched.relata-db", "watched"),
    ),
    changes(
        "collection remove",
        *("all.relata-db", "remove", "old.txt", "new/new.txt"),
        needs=("all.relata-db",),
    ),
    changes(
        "collection identities",
        *("all.relata-db", "identities", "same.yaml"),
        needs=("all.relata-db", "same.yaml"),
    ),
    changes(
        "collection corrections",
        *("all.relata-db", "corrections", "corrections.yaml"),
        needs=("all.relata-db", "corrections.yaml"),
    ),
    # The next command that opens the collection takes away what SQLite left beside it.
    Case(
        "collection graph",
        ["collection", "graph", "all.relata-db", "-q", "-o", "out"],
        ("out", "all.relata-db"),
        see_all(see_graph("out"), see_collection("all.relata-db")),
    ),
    asks(
        "a question to a collection",
        ["show", "Ada Khan", "--graph", "all.relata-db"],
        "all.relata-db",
    ),
    asks(
        "a question after an addition",
        ["show", "Ada Khan", "--graph", "asked.relata-db"],
        *("asked.relata-db", "asked.relata"),
    ),
    asks(
        "a question after an addition to 1,000",
        ["show", "Ada Khan", "--graph", "large.relata-db"],
        *("large.relata-db", "large.relata"),
    ),
    Case(
        "a question to a stale graph file",
        ["show", "Ada Khan", "--graph", "stale"],
        ("stale",),
        see_graph("stale"),
        prints=True,
    ),
    Case("show", ["show", "Ada Khan", "--graph", "out"], ("out",), see_graph("out"), prints=True),
    Case("text", ["text", "new/new.txt"], ("new",), see_nothing, prints=True),
    Case(
        "export to standard output",
        ["export", "graph-new", "--format", "jsonld", "-o", "-"],
        ("graph-new",),
        see_nothing,
        prints=True,
    ),
]
