"""The worker with small programs that behave and misbehave."""

from __future__ import annotations

import json
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from relata_spark.errors import RelataError, Status
from relata_spark.worker import Worker

HEADER = {"relata": "1", "model": "a"}


def program(folder: Path, body: str, *, name: str = "program") -> list[str]:
    """A program that says HEADER, then does `body` with each `line`."""
    path = folder / f"{name}.py"
    path.write_text(
        "import json, os, sys, signal\n"
        f"print({json.dumps(HEADER)!r}, flush=True)\n"
        "for line in sys.stdin:\n"
        "    line = line.rstrip('\\n')\n" + textwrap.indent(textwrap.dedent(body), "    ")
    )
    return [sys.executable, str(path)]


ECHO = "print(line.upper(), flush=True)"


def test_answers_in_order(tmp_path: Path) -> None:
    rows = [f"row {number} é" for number in range(100)]
    assert list(Worker(program(tmp_path, ECHO)).lines(rows)) == [row.upper() for row in rows]
    assert list(Worker(program(tmp_path, ECHO)).lines([])) == []


def test_lines_longer_than_pipes_do_not_block(tmp_path: Path) -> None:
    rows = ["x" * (1 << 20) for _ in range(40)]
    body = "print(line * 2, flush=True)"
    lengths = [len(answer) for answer in Worker(program(tmp_path, body)).lines(rows)]
    assert lengths == [2 << 20] * 40


def test_draws_only_so_many_rows_ahead(tmp_path: Path) -> None:
    drawn = 0

    def rows() -> Iterator[str]:
        nonlocal drawn
        for number in range(1000):
            drawn += 1
            yield str(number)

    answers = Worker(program(tmp_path, ECHO)).lines(rows())
    assert next(answers) == "0"
    assert drawn <= 20
    answers.close()  # type: ignore[attr-defined]


def test_a_line_that_kills_is_set_aside_and_the_rest_answered(tmp_path: Path) -> None:
    body = """
        if 'bad' in line: os.kill(os.getpid(), signal.SIGSEGV)
        print(line, flush=True)
    """
    rows = [json.dumps({"id": name}) for name in ["a", "bad 1", "b", "c", "bad 2", "bad 3"]]
    answers = [json.loads(answer) for answer in Worker(program(tmp_path, body)).lines(rows)]
    assert [answer["id"] for answer in answers] == ["a", "bad 1", "b", "c", "bad 2", "bad 3"]
    assert [answer.get("kind") for answer in answers] == [
        None,
        "crashed",
        None,
        None,
        "crashed",
        "crashed",
    ]
    assert answers[1]["error"] == "the program that reads it ended by SIGSEGV, twice"


def test_a_program_that_dies_once_is_started_again(tmp_path: Path) -> None:
    mark = tmp_path / "died"
    body = f"""
        if line == '5' and not os.path.exists({str(mark)!r}):
            open({str(mark)!r}, 'w').close()
            sys.stdout.write('half of an ans'); sys.stdout.flush()
            os._exit(3)
        print(line, flush=True)
    """
    rows = [str(number) for number in range(40)]
    assert list(Worker(program(tmp_path, body)).lines(rows)) == rows
    assert mark.exists()


def test_the_end_of_standard_error_says_why(tmp_path: Path) -> None:
    body = """
        print('noise\\n' * 10000 + 'relata: out of memory', file=sys.stderr)
        sys.exit(70)
    """
    (answer,) = Worker(program(tmp_path, body)).lines(['{"id": 7}'])
    assert json.loads(answer) == {
        "id": 7,
        "kind": "crashed",
        "error": "the program that reads it ended with status 70: out of memory, twice",
    }


def test_the_header_is_compared(tmp_path: Path) -> None:
    worker = Worker(program(tmp_path, ECHO), header=HEADER)
    assert worker.header() == HEADER
    assert list(worker.lines(["a"])) == ["A"]
    other = Worker(worker.command, header={**HEADER, "model": "b"})
    with pytest.raises(RelataError, match="model a instead of b") as failure:
        list(other.lines(["a"]))
    assert failure.value.status == Status.UNAVAILABLE


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (["/no/such/relata"], "cannot be run"),
        ([sys.executable, "-c", "print('hello')"], "is no relata: it says “hello”"),
        ([sys.executable, "-c", "raise SystemExit('relata: broken')"], "status 1: broken"),
    ],
)
def test_what_cannot_be_run_is_told(command: list[str], message: str) -> None:
    with pytest.raises(RelataError, match=message):
        list(Worker(command).lines(["a"]))


def test_too_many_answers_and_a_bad_end_are_failures(tmp_path: Path) -> None:
    twice = program(tmp_path, "print(line); print(line, flush=True)")
    with pytest.raises(RelataError, match="answers more lines"):
        list(Worker(twice).lines(["a"]))
    bad = program(tmp_path, ECHO, name="bad")
    Path(bad[1]).write_text(Path(bad[1]).read_text() + "\nsys.exit(74)\n")
    with pytest.raises(RelataError, match="status 74"):
        list(Worker(bad).lines(["a"]))
