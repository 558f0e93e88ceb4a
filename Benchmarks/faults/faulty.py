"""Runs a program whose n-th call that writes fails, is cut short, or stops or kills it."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

KINDS = ("kill", "after", "ENOSPC", "EIO", "EINTR", "short", "full", "dead")

# As in faults.c.
MOST_CALLS, LONGEST_NAME = 16384, 16
STATE_SIZE = 16 + MOST_CALLS * LONGEST_NAME

WRITES = {"write", "pwrite", "pwrite64", "fwrite", "writev"}
NEVER_INTERRUPTED = {
    *(
        "fwrite",
        "tmpfile",
        "tmpfile64",
        "fchmod",
        "rename",
        "renameat",
        "link",
        "unlink",
        "unlinkat",
    ),
    *("mkdir", "rmdir"),
}


def library(folder: Path) -> Path:
    """Compiles the library that brings the faults."""
    path = folder / "faults.so"
    source = Path(__file__).with_name("faults.c")
    flags = ["-std=gnu2x", "-O1", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC"]
    subprocess.run(["gcc", *flags, str(source), "-o", str(path), "-ldl"], check=True)
    return path


def wait(process: subprocess.Popen[bytes], within: float) -> bool:
    """Whether it ends in some seconds. Looks often, since most of these programs take only milliseconds."""
    end = time.monotonic() + within
    while process.poll() is None:
        if time.monotonic() > end:
            return False
        time.sleep(0.002)
    return True


@dataclass(frozen=True)
class Outcome:
    status: int
    """Negative: the signal that ended the program."""
    output: bytes
    errors: str
    calls: list[str]
    """The names of those that were made."""
    is_hit: bool
    """Whether the program came as far as the fault."""


class Run:
    """A program that has been started."""

    def __init__(
        self, arguments: Sequence[str], folder: Path, faults: Path, kind: str = "", at: int = 0
    ) -> None:
        """Without a kind the calls are only counted."""
        self._arguments = list(arguments)
        self._state = tempfile.NamedTemporaryFile(dir=faults.parent, prefix="state-")
        self._state.write(bytes(STATE_SIZE))
        self._state.flush()
        # Standard output is a file, which a disk that is full concerns as well.
        self._output = tempfile.TemporaryFile(dir=faults.parent)
        self._errors = tempfile.TemporaryFile(dir=faults.parent)
        environment = {
            **os.environ,
            "LD_PRELOAD": str(faults),
            "FAULT_STATE": self._state.name,
            "FAULT_KIND": kind,
            "FAULT_AT": str(at),
        }
        self.process = subprocess.Popen(
            self._arguments,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=self._output,
            stderr=self._errors,
        )

    def has_stopped(self) -> bool:
        """Waits until it stops; false where it ends before."""
        _, status = os.waitpid(self.process.pid, os.WUNTRACED)
        if os.WIFSTOPPED(status):
            return True
        self.process.returncode = os.waitstatus_to_exitcode(status)
        return False

    def outcome(self) -> Outcome:
        """Waits for its end."""
        if not wait(self.process, within=300):
            self.process.kill()
            raise RuntimeError(f"{' '.join(self._arguments)} does not end")
        self._output.seek(0)
        self._errors.seek(0)
        self._state.seek(0)
        counted = self._state.read()
        count = int.from_bytes(counted[:8], "little")
        names = [
            counted[start : start + LONGEST_NAME].split(b"\0")[0].decode()
            for start in range(16, 16 + LONGEST_NAME * min(count, MOST_CALLS), LONGEST_NAME)
        ]
        outcome = Outcome(
            status=self.process.returncode,
            output=self._output.read(),
            errors=self._errors.read().decode("utf-8", "replace"),
            calls=names,
            is_hit=counted[8:16] != bytes(8),
        )
        for file in (self._state, self._output, self._errors):
            file.close()
        return outcome


def run(
    arguments: Sequence[str], folder: Path, faults: Path, kind: str = "", at: int = 0
) -> Outcome:
    return Run(arguments, folder, faults, kind, at).outcome()


def sample(calls: Sequence[str], kind: str, most: int) -> list[int]:
    """The calls, counted from 1, that a kind of fault can concern.

    Of many calls of one name the first, the last and some between; but the program is killed or stopped
    at all that do not only write. To be killed after a call is the same as before the next one, which
    is left out where that is tried.
    """
    by_name: dict[str, list[int]] = {}
    for number, name in enumerate(calls, 1):
        by_name.setdefault(name, []).append(number)
    chosen: set[int] = set()
    for name, numbers in by_name.items():
        is_all = kind in ("kill", "after", "stop") and name not in WRITES
        if kind == "short" and name not in WRITES or kind == "EINTR" and name in NEVER_INTERRUPTED:
            continue
        chosen.update(numbers if is_all else spread(numbers, most))
    if kind == "after":
        return sorted(number for number in chosen if number + 1 not in chosen)
    return sorted(chosen)


def spread(numbers: Sequence[int], most: int) -> set[int]:
    """The first, the last and some between, as many of them at most."""
    if len(numbers) <= most:
        return set(numbers)
    step = (len(numbers) - 1) / (most - 1)
    return {numbers[round(index * step)] for index in range(most)}
