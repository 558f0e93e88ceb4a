"""Runs a program whose n-th call that writes fails, is cut short or kills it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

KINDS = ("kill", "ENOSPC", "EIO", "EINTR", "short", "full", "dead")
STATE_SIZE = 4096


def library(folder: Path) -> Path:
    """Compiles the library that brings the faults."""
    path = folder / "faults.so"
    source = Path(__file__).with_name("faults.c")
    flags = ["-std=gnu2x", "-O1", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC"]
    subprocess.run(["gcc", *flags, str(source), "-o", str(path), "-ldl"], check=True)
    return path


@dataclass(frozen=True)
class Outcome:
    status: int
    """Negative: the signal that ended the program."""
    output: bytes
    errors: str
    calls: int
    """How many there were."""
    hit: str
    """The call that the fault fell on; empty where the program ended before."""


def run(
    arguments: Sequence[str], folder: Path, faults: Path, kind: str = "", at: int = 0
) -> Outcome:
    """Without a kind the calls are only counted."""
    state = faults.with_suffix(".state")
    state.write_bytes(bytes(STATE_SIZE))
    environment = {
        **os.environ,
        "LD_PRELOAD": str(faults),
        "FAULT_STATE": str(state),
        "FAULT_KIND": kind,
        "FAULT_AT": str(at),
    }
    # Standard output is a file, which a disk that is full concerns as well.
    with (folder.parent / "standard-output").open("w+b") as output:
        done = subprocess.run(
            list(arguments),
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.PIPE,
            timeout=300,
        )
        output.seek(0)
        printed = output.read()
    counted = state.read_bytes()
    return Outcome(
        status=done.returncode,
        output=printed,
        errors=done.stderr.decode("utf-8", "replace"),
        calls=int.from_bytes(counted[:8], "little"),
        hit=counted[8:72].split(b"\0")[0].decode(),
    )
