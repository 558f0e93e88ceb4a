"""A program that answers lines with lines, kept running while rows stream through it.

>>> worker = Worker(["relata", "records", "-", "--jobs", "1"])
>>> for answer in worker.lines(['{"id": "a", "text": "Germany attacked Poland in 1939."}']):
...     print(answer)

The program writes one line for each line that it reads, in the same order; before all others it
may write a header that says which program it is. A program that dies is started again, and goes
on with the line that it owes an answer to. Where it dies of the same line again, that line is
set aside: its answer says so, and all others are as if it had not been there.
"""

from __future__ import annotations

import collections
import json
import queue
import signal
import subprocess
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO

from relata_spark.errors import RelataError, Status

Header = Mapping[str, object]
"""What a program says of itself on its first line."""

CRASHED = "crashed"
"""The kind of the answers to lines that were set aside."""

_AHEAD = 16
"""How many lines may be on their way: so many that the program never waits, so few that memory
stays small."""

_DEATHS = 2
"""How often a program may die of one line before that is set aside."""

_ERROR_BYTES = 4096
"""How much of the end of standard error is kept, to say why a program ended."""


class Worker:
    """Answers lines with the lines of a program, which runs only while :meth:`lines` does.

    Parameters:
        command: the program and its arguments.
        header: what the program must say of itself; None accepts whatever it says.
        has_header: whether the program's first line is a header.
    """

    def __init__(
        self, command: Sequence[str], *, header: Header | None = None, has_header: bool = True
    ) -> None:
        self.command = list(command)
        self.expected = header
        self.has_header = has_header

    def header(self) -> Header:
        """What the program says of itself. Raises RelataError where it cannot be run."""
        process = _Process(self.command)
        try:
            return self._header_of(process)
        finally:
            process.stop()

    def lines(self, rows: Iterable[str]) -> Iterator[str]:
        """The answer to each row, in order, as soon as it is there.

        A row has no line break. The answer to one that was set aside is a JSON object with
        ``error``, ``kind`` (:data:`CRASHED`) and, where the row is an object that has one, ``id``.

        Raises RelataError where the program cannot be run, is another one than the header
        demands, or breaks off after the last row.
        """
        remaining = iter(rows)
        waiting: collections.deque[str] = collections.deque()
        deaths = 0
        is_done = False
        process: _Process | None = None
        try:
            while True:
                while not is_done and len(waiting) < _AHEAD:
                    row = next(remaining, None)
                    if row is None:
                        is_done = True
                        break
                    waiting.append(row)
                    if process is not None:
                        process.send(row)
                if not waiting:
                    break
                if process is None:
                    process = self._start()
                    for row in waiting:
                        process.send(row)
                answer = process.receive()
                if answer is not None:
                    waiting.popleft()
                    deaths = 0
                    yield answer
                    continue
                reason = process.stop()
                process = None
                deaths += 1
                if deaths >= _DEATHS:
                    deaths = 0
                    yield _set_aside(waiting.popleft(), reason)
            if process is not None:
                process.finish()
        finally:
            if process is not None:
                process.stop()

    def _start(self) -> _Process:
        process = _Process(self.command)
        try:
            if self.has_header:
                self._check(self._header_of(process))
        except BaseException:
            process.stop()
            raise
        return process

    def _header_of(self, process: _Process) -> Header:
        line = process.receive()
        if line is None:
            raise RelataError(
                Status.UNAVAILABLE, f"{self.command[0]}: cannot be used: {process.stop()}"
            )
        try:
            header = json.loads(line)
        except ValueError:
            header = None
        if not isinstance(header, dict):
            raise RelataError(
                Status.UNAVAILABLE, f"{self.command[0]}: is no relata: it says “{line[:60]}”"
            )
        return header

    def _check(self, header: Header) -> None:
        if self.expected is None or dict(header) == dict(self.expected):
            return
        names = sorted({*header, *self.expected})
        differences = ", ".join(
            f"{name} {header.get(name, 'unknown')} instead of {self.expected.get(name, 'unknown')}"
            for name in names
            if header.get(name) != self.expected.get(name)
        )
        raise RelataError(
            Status.UNAVAILABLE,
            f"{self.command[0]}: is another relata than the driver's: {differences}; "
            "put the same program on every machine",
        )


class _Process:
    """A running program. Lines to it go through a thread, so that neither side waits for the
    other when both pipes are full."""

    def __init__(self, command: Sequence[str]) -> None:
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                # What it is sent may be longer than any buffer; what it answers is read by line.
                bufsize=1 << 16,
            )
        except OSError as error:
            raise RelataError(
                Status.UNAVAILABLE, f"{command[0]}: cannot be run ({error.strerror})"
            ) from None
        self._name = command[0]
        self._errors = b""
        self._rows: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._threads = [
            threading.Thread(target=target, args=(pipe,), daemon=True)
            for target, pipe in (
                (self._write, self._process.stdin),
                (self._keep_errors, self._process.stderr),
            )
        ]
        for thread in self._threads:
            thread.start()

    def send(self, row: str) -> None:
        """Hands a line on. Returns at once; whoever sends bounds how many are on their way."""
        self._rows.put(row)

    def receive(self) -> str | None:
        """The next whole line of the program; None where it has ended."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        # A line without its end was cut off by the program's death.
        return line[:-1].decode("utf-8") if line.endswith(b"\n") else None

    def finish(self) -> None:
        """Lets the program end, which must have nothing more to say."""
        self._rows.put(None)
        line = self.receive()
        if line is not None:
            raise RelataError(
                Status.INTERNAL,
                f"{self._name}: answers more lines than it was asked: “{line[:60]}”",
            )
        reason = self.stop()
        # It is incomplete where it could not read a document; the answers say which.
        if self._process.returncode not in (Status.SUCCESS, Status.INCOMPLETE):
            raise RelataError(Status.INTERNAL, f"{self._name}: {reason}")

    def stop(self) -> str:
        """Ends the program, also in the middle. Returns how it ended, in words."""
        assert self._process.stdout is not None
        self._rows.put(None)
        self._process.stdout.close()
        try:
            # Its input is at an end, and it cannot write any more.
            self._process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        for thread in self._threads:
            # Whatever else has its standard error open may outlive it.
            thread.join(timeout=1)
        return self._ending()

    def _ending(self) -> str:
        code = self._process.returncode
        if code < 0:
            try:
                return f"ended by {signal.Signals(-code).name}"
            except ValueError:
                return f"ended by signal {-code}"
        lines = self._errors.decode("utf-8", "replace").strip().splitlines()
        last = f": {lines[-1].removeprefix('relata: ')}" if lines else ""
        return f"ended with status {code}{last}"

    def _write(self, pipe: IO[bytes]) -> None:
        try:
            while (row := self._rows.get()) is not None:
                pipe.write(row.encode("utf-8") + b"\n")
                # The program may be waiting for this line while no other is there yet.
                pipe.flush()
        except (BrokenPipeError, ValueError):
            # The program has ended, which its output tells.
            pass
        finally:
            try:
                pipe.close()
            except BrokenPipeError:
                pass

    def _keep_errors(self, pipe: IO[bytes]) -> None:
        for chunk in iter(lambda: pipe.read1(_ERROR_BYTES), b""):  # type: ignore[attr-defined]
            self._errors = (self._errors + chunk)[-_ERROR_BYTES:]
        pipe.close()


def _set_aside(row: str, reason: str) -> str:
    answer: dict[str, object] = {
        "error": f"the program that reads it {reason}, twice",
        "kind": CRASHED,
    }
    try:
        value = json.loads(row)
    except ValueError:
        value = None
    if isinstance(value, dict) and "id" in value:
        answer["id"] = value["id"]
    return json.dumps(answer, ensure_ascii=False, sort_keys=True)
