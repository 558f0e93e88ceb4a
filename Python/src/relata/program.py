"""The program ``relata`` that does the work."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from relata.errors import RelataError, Status, error_of

_PREFIX = "relata: "
_WARNING = _PREFIX + "warning: "


@dataclass(frozen=True)
class Outcome:
    """What a run that did not fail printed."""

    status: int
    output: bytes
    #: Documents that were not read, and why.
    warnings: tuple[str, ...]


def find() -> str:
    """The path of the program: the one that the environment variable ``RELATA`` names, else the one
    in this package, else the one in ``PATH``."""
    if named := os.environ.get("RELATA"):
        return named
    bundled = _bundled()
    if bundled.is_file():
        return str(bundled)
    if found := shutil.which("relata"):
        return found
    raise RelataError(
        Status.UNAVAILABLE,
        "there is no program relata: put it into PATH, or its path into the variable RELATA",
    )


def run(arguments: Sequence[str], expected: frozenset[int] = frozenset({0})) -> Outcome:
    """Runs the program to its end.

    Parameters:
        expected: exit statuses that are no failure.

    Raises:
        RelataError: with what the program said.
    """
    program = find()
    try:
        done = subprocess.run(
            [program, *arguments], stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
    except OSError as error:
        raise RelataError(Status.UNAVAILABLE, f"{program}: {error.strerror}") from error
    lines = done.stderr.decode("utf-8", "replace").splitlines()
    if done.returncode not in expected:
        said = [line for line in lines if not line.startswith((_WARNING, _PREFIX + "note: "))]
        message = "\n".join(line.removeprefix(_PREFIX) for line in said)
        raise error_of(done.returncode, message or f"relata ended with {done.returncode}")
    warnings = tuple(line.removeprefix(_WARNING) for line in lines if line.startswith(_WARNING))
    return Outcome(done.returncode, done.stdout, warnings)


def main() -> NoReturn:
    """Becomes the program: the command ``relata`` of an environment of Python."""
    program = os.environ.get("RELATA") or str(_bundled())
    try:
        os.execv(program, ["relata", *sys.argv[1:]])
    except OSError as error:
        print(f"relata: {program}: {error.strerror}", file=sys.stderr)
        sys.exit(int(Status.UNAVAILABLE))


def _bundled() -> Path:
    return Path(__file__).parent / "bin" / "relata"
