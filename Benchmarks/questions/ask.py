"""Asks questions that a reader wrote, and counts what answers them: ask.py PROGRAM QUESTIONS.tsv [--show]. See README.md."""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ARTICLES = Path(__file__).resolve().parents[2] / "Annotations" / "articles"
WORDS_OF_NO_NAME = {"yes", "no", "not said"}


@dataclass(frozen=True)
class Case:
    article: str
    question: str
    expected: tuple[str, ...]


def cases(path: Path) -> list[Case]:
    """Four fields a line, between tabs: article, question, answers between semicolons, the facts that they rest on."""
    result = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        fields = line.split("\t")
        if len(fields) != 4:
            sys.exit(f"{path}:{number}: four fields are expected, between tabs")
        expected = tuple(answer.strip() for answer in fields[2].split(";"))
        result.append(Case(fields[0], fields[1], expected))
    return result


def ask(program: str, graph: Path, question: str) -> tuple[int, dict[str, Any]]:
    done = subprocess.run(
        [program, "ask", question, "--graph", str(graph), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return done.returncode, json.loads(done.stdout) if done.stdout else {}


def said(statements: list[dict[str, Any]]) -> set[str]:
    """What statements tell but for their sentences: the names of their ends, role and time."""
    texts: set[str] = set()
    for statement in statements:
        texts.update(statement[end]["name"] for end in ("subject", "object"))
        texts.update(str(statement[key]) for key in ("role", "time", "place") if key in statement)
    return texts


def has_one(expected: tuple[str, ...], texts: set[str]) -> bool:
    """Whether one of the expected names, or its last word, is in one of the texts."""
    wanted = {name.casefold() for name in expected} | {name.split()[-1].casefold() for name in expected}
    return any(name in text.casefold() for text in texts for name in wanted)


def outcome(case: Case, status: int, record: dict[str, Any]) -> str:
    found = record.get("findings", []) + record.get("uncertain", [])
    answers = {str(finding.get("answer")) for finding in found}
    statements = [statement for finding in found for statement in finding.get("statements", [])]
    connection = json.dumps([record.get("connection"), record.get("network")], ensure_ascii=False)
    if case.expected[0] in WORDS_OF_NO_NAME:
        is_denied = bool(record.get("denied")) and not found
        given = "not said" if status != 0 else "no" if is_denied else "yes"
        if given == case.expected[0]:
            return "answered"
        return "wrong" if status == 0 else "nothing" if not record.get("nearest") else "something near"
    if status == 0:
        return "answered" if has_one(case.expected, answers | said(statements) | {connection}) else "wrong"
    near = record.get("nearest", [])
    return "near" if has_one(case.expected, said(near)) else "something near" if near else "nothing"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("questions", type=Path)
    parser.add_argument("--show", action="store_true", help="print each question with what became of it")
    options = parser.parse_args()
    asked = cases(options.questions)
    program = shutil.which(options.program)
    if program is None:
        sys.exit(f"ask.py: there is no program {options.program}")
    program = str(Path(program).resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = folder / "texts"
        texts.mkdir()
        # A graph of all articles, those of the other list as well: names of one are met in another.
        for path in sorted(options.questions.resolve().parent.glob("*.tsv")):
            for article in {case.article for case in cases(path)}:
                shutil.copy(ARTICLES / f"{article}.txt", texts)
        subprocess.run(
            [program, "build", str(texts), "--output", str(folder / "graph"), "--quiet", "--format", "jsonld"],
            check=True,
        )
        counts: dict[str, int] = {}
        for case in asked:
            status, record = ask(program, folder / "graph" / "graph.jsonld", case.question)
            result = outcome(case, status, record)
            counts[result] = counts.get(result, 0) + 1
            if options.show:
                print(f"{result:15} {case.question}  ({'; '.join(case.expected)})")
    total = len(asked)
    print(f"{total} questions: " + ", ".join(f"{key} {counts[key]}" for key in sorted(counts)))


if __name__ == "__main__":
    main()
