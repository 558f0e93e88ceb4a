"""Runs relata on inputs that are made to be slow or large, and prints a table of time and memory as Markdown.

usage: limits.py RELATA [--scale 0.1] [--only WORD …]

Time is the processor's, of all threads together, so that a busy machine changes it little; memory is the largest that was
resident. A case fails, and with it the script, where it takes more than its bound or ends in a way that it should not.
"""

from __future__ import annotations

import argparse
import itertools
import os
import subprocess
import sys
import tempfile
import threading
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Case:
    """One command on one input."""

    name: str
    make: Callable[[Path, float], list[str]]
    """Makes the input in a folder at a scale, and says the arguments."""
    seconds: float
    """The bound on the processor's time."""
    mebibytes: float
    statuses: tuple[int, ...] = (0,)


@dataclass(frozen=True)
class Measured:
    seconds: float
    mebibytes: float
    status: int
    said: str


def write(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return name


def text_case(
    name: str, unit: str, count: int, command: list[str], seconds: float, head: str = ""
) -> Case:
    ending = "html" if head else "md"

    def make(folder: Path, scale: float) -> list[str]:
        text = head + unit * int(count * scale) + "Ada Khan met Omar Reed.\n"
        return [*command, write(folder, f"input.{ending}", text)]

    return Case(name, make, seconds, 400)


def mentions(sentence: str, count: int) -> Callable[[Path, float], list[str]]:
    """A document that says one sentence again and again."""

    def make(folder: Path, scale: float) -> list[str]:
        file = write(folder, "input.txt", sentence * int(count * scale))
        return ["build", file, "--any-language", "--output", "out", "--format", "csv"]

    return make


def bomb(folder: Path, scale: float) -> list[str]:
    with zipfile.ZipFile(folder / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("zeros.txt", "w", force_zip64=True) as member:
            for _ in range(int(10_000 * scale)):
                member.write(b"\0" * (1 << 20))
    return ["text", "bomb.zip"]


def names_of_one_sound() -> Iterator[str]:
    """Consonants alike, vowels in every order: M?h?m?d K?l?d."""
    for a, b, c, d, e, f, g in itertools.product("aeiou", repeat=7):
        yield f"M{a}h{b}m{c}d K{d}l{e}d{f}r{g}"


def same_sound(folder: Path, scale: float, count: int) -> str:
    rows = ["id:ID,name,:LABEL"]
    names = itertools.islice(names_of_one_sound(), int(count * scale))
    rows += [f"p{i},{name},Person" for i, name in enumerate(names)]
    write(folder, "nodes.csv", "\n".join(rows) + "\n")
    write(folder, "edges.csv", ":START_ID,:END_ID,:TYPE\np0,p1,met_with\n")
    return "graph"


def lookup(folder: Path, scale: float) -> list[str]:
    same_sound(folder, scale, 78_125)
    return ["import", "nodes.csv", "edges.csv", "--output", "graph", "--quiet"]


def joined(folder: Path, scale: float) -> list[str]:
    same_sound(folder, scale, 78_125)
    write(folder, "nodes2.csv", (folder / "nodes.csv").read_text().replace("\np", "\nq"))
    write(folder, "edges2.csv", ":START_ID,:END_ID,:TYPE\nq0,q1,met_with\n")
    files = ["nodes.csv", "edges.csv", "nodes2.csv", "edges2.csv"]
    return ["import", *files, "--output", "graph", "--quiet"]


def clique(folder: Path, count: int) -> None:
    write(
        folder,
        "nodes.csv",
        "id:ID,name,:LABEL\n" + "".join(f"n{i},Name {i},Person\n" for i in range(count)),
    )
    with (folder / "edges.csv").open("w", encoding="utf-8") as file:
        file.write(":START_ID,:END_ID,:TYPE\n")
        for i in range(count):
            file.write("".join(f"n{i},n{j},met_with\n" for j in range(i + 1, count)))


def import_clique(folder: Path, scale: float) -> list[str]:
    clique(folder, int(5_000 * scale**0.5))
    return ["import", "nodes.csv", "edges.csv", "--output", "graph", "--quiet"]


def tables(folder: Path, scale: float) -> list[str]:
    """Two tables of 100 MB, each statement with a sentence; written as every format that is read."""
    entities, statements = int(20_000 * scale) + 2, int(620_000 * scale)
    people = "".join(f"n{i},Name Number {i},Person\n" for i in range(entities))
    write(folder, "nodes.csv", "id:ID,name,:LABEL\n" + people)
    with (folder / "edges.csv").open("w", encoding="utf-8") as file:
        file.write(":START_ID,:END_ID,:TYPE,confidence:double,documents:string[],quote\n")
        for i in range(statements):
            a, b = i % entities, i * 7919 % entities
            quote = f"Name Number {a} said on Monday that Name Number {b} had met the envoy, {i} times in all."
            file.write(f'n{a},n{b},met_with,0.9,news-{i % 5_000}.txt,"{quote}"\n')
    formats = "graphml,jsonld,nodelink"
    return ["import", "nodes.csv", "edges.csv", "--output", "large", "--quiet", "--format", formats]


def read_again(file: str) -> Callable[[Path, float], list[str]]:
    return lambda folder, scale: ["import", f"large/{file}", "--output", "again", "--quiet"]


def long_page(folder: Path, scale: float) -> list[str]:
    paragraph = "<p>Ada Khan met Omar Reed in Oslo.</p>\n"
    count = int((1 << 26) * scale) // len(paragraph) - 4
    return ["text", write(folder, "page.html", HTML + "</p>" + paragraph * count)]


def rules(folder: Path, scale: float) -> list[str]:
    """Identities, up to their bound of 64 MiB."""
    count = int(1_000_000 * scale)
    names = "".join(f"  - [Name {i} Alpha, Other {i} Beta, Third {i} C]\n" for i in range(count))
    write(folder, "identities.yaml", "same:\n" + names)
    write(folder, "short.txt", "Ada Khan met Omar Reed in Oslo.\n")
    return ["build", "short.txt", "--identities", "identities.yaml", "--output", "out", "--quiet"]


def asked(*arguments: str) -> Callable[[Path, float], list[str]]:
    """A question to the graph of the case before."""
    return lambda folder, scale: [*arguments, "--graph", "graph"]


def quantifiers(count: int) -> str:
    return "(a)" + "".join(f"-[r{i}]->{{1,64}}(b{i})" for i in range(count)) + " RETURN count(*)"


HTML = "<!DOCTYPE html><html><head><title>News</title></head><body><p>"

CASES = [
    text_case("100,000 opening brackets", "(", 100_000, ["analyze"], 120),
    text_case("100,000 apostrophes", "'", 100_000, ["analyze"], 120),
    text_case("100,000 times `a@`", "a@", 100_000, ["analyze"], 120),
    text_case("33,000 times `A. `", "A. ", 33_000, ["analyze"], 120),
    text_case("14,000 times `http://`", "http://", 14_000, ["analyze"], 120),
    text_case("one word of 1,000,000 letters", "a", 1_000_000, ["analyze"], 60),
    text_case("1,000,000 combining accents", "\u0301", 1_000_000, ["analyze"], 60),
    text_case("Markdown: 1,000,000 times `[`", "[", 1_000_000, ["text"], 20),
    text_case("Markdown: 250,000 times `![](`", "![](", 250_000, ["text"], 20),
    text_case("Markdown: 1,000,000 times `*`", "*", 1_000_000, ["text"], 20),
    text_case("Markdown: 500,000 times `> `", "> ", 500_000, ["text"], 20),
    text_case("HTML: 200,000 elements in each other", "<div>", 200_000, ["text"], 20, HTML),
    text_case("HTML: 1,000,000 times `<`", "<", 1_000_000, ["text"], 20, HTML),
    Case("HTML: a page of 64 MiB", long_page, 60, 4_000),
    Case("a zip file of 10 GB of zeros", bomb, 60, 400, (65,)),
    Case("1,000,000 mentions of one name", mentions("Ada Khan spoke.\n", 1_000_000), 3_600, 8_000),
    Case(
        "1,000,000 mentions of two names",
        mentions("Ada Khan met Omar Reed.\n", 500_000),
        3_600,
        8_000,
    ),
    Case("identities: a million rules, 55 MB", rules, 60, 4_000),
    Case("import tables of 100 MB, and write them in three formats", tables, 60, 1_500),
    Case("… its GraphML", read_again("graph.graphml"), 60, 2_000),
    Case("… its JSON-LD", read_again("graph.jsonld"), 60, 2_000),
    Case("… its node-link JSON", read_again("graph.json"), 60, 3_000),
    Case("import 78,125 names of one sound", lookup, 60, 1_500),
    Case("look one of them up", asked("show", "Mohamed Khalidore"), 20, 1_500, (0, 3, 4)),
    Case("join two graphs with 78,125 names of one sound each", joined, 600, 4_000),
    Case("import a clique of 5,000 (12.5 million statements)", import_clique, 900, 20_000),
    Case("… path, the three that say most", asked("path", "n0", "n1"), 120, 6_000),
    Case(
        "… path --all --max-hops 3",
        asked("path", "n0", "n1", "--all", "--max-hops", "3"),
        120,
        6_000,
    ),
    Case("… path --shortest", asked("path", "n0", "n1", "--shortest"), 60, 6_000),
    Case("… connect four", asked("connect", "n0", "n1", "n2", "n3"), 120, 6_000),
    Case("… between", asked("between", "n0", "n1"), 300, 6_000, (0, 5)),
    Case("… neighbours --hops 2", asked("neighbours", "n0", "--hops", "2"), 60, 6_000),
    Case("… rank", asked("rank"), 900, 20_000),
    Case("… show", asked("show", "n0"), 120, 20_000),
    Case("… render", asked("render", "--output", "graph.svg"), 300, 20_000),
    Case(
        "… match, two quantifiers",
        asked("match", "(a)-[r]-*(b)-[s]-*(c) RETURN a, c"),
        300,
        20_000,
        (7,),
    ),
    Case("… match, 30 quantifiers in a row", asked("match", quantifiers(30)), 300, 20_000, (7,)),
]


def measure(program: str, arguments: list[str], folder: Path, limit: float) -> Measured:
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(
            [program, *arguments],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=said,
        )
        timer = threading.Timer(limit, process.kill)
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
    return Measured(
        usage.ru_utime + usage.ru_stime,
        usage.ru_maxrss / 1024,
        process.returncode,
        (folder / "said").read_text(encoding="utf-8", errors="replace")[-200:].strip(),
    )


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=lambda path: str(Path(path).resolve()))
    parser.add_argument("--scale", type=float, default=1.0, help="of the sizes, 0 to 1")
    parser.add_argument("--only", nargs="*", default=[], help="words of the cases to run")
    options = parser.parse_args()
    failed = False
    print("| input | processor time | bound | memory | bound |")
    print("| --- | ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for case in CASES:
            if options.only and not any(word in case.name for word in options.only):
                continue
            arguments = case.make(folder, options.scale)
            # Waiting is no work, but it must end.
            found = measure(options.program, arguments, folder, case.seconds * 4 + 60)
            is_bad = (
                found.seconds > case.seconds
                or found.mebibytes > case.mebibytes
                or found.status not in case.statuses
            )
            failed = failed or is_bad
            mark = f" **failed, status {found.status}**" if is_bad else ""
            print(
                f"| {case.name}{mark} | {found.seconds:.1f} s | {case.seconds:.0f} s"
                f" | {found.mebibytes:.0f} MiB | {case.mebibytes:.0f} MiB |",
                flush=True,
            )
            if is_bad:
                print(found.said, file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
