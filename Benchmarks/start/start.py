"""How large the program is and how soon it answers: start.py [PROGRAM] [--runs 20]. See README.md."""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence

_SENTENCE = b"HTS captured Aleppo in November.\n"


def seconds(command: Sequence[str], given: bytes | None) -> float:
    """From before the process is started until it has ended."""
    begin = time.perf_counter()
    subprocess.run(command, input=given, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begin


def stripped_size(program: str) -> int:
    """In bytes, without symbols."""
    with tempfile.TemporaryDirectory() as folder:
        stripped = os.path.join(folder, "program")
        subprocess.run(["strip", "-o", stripped, program], check=True)
        return os.stat(stripped).st_size


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", nargs="?", default=".build/release/relata")
    parser.add_argument("--runs", type=int, default=20)
    options = parser.parse_args()
    program = shutil.which(options.program)
    if program is None:
        sys.exit(f"{options.program}: no such program")
    print(f"{stripped_size(program) / 1e6:.1f} MB stripped")
    for name, arguments, given in [
        ("relata --version", ["--version"], None),
        ("start to first sentence read", ["analyze", "-"], _SENTENCE),
    ]:
        times = [seconds([program, *arguments], given) for _ in range(options.runs + 1)]
        # The first one brings the file into memory.
        rest = sorted(times[1:])
        print(
            f"{name}: median {1000 * statistics.median(rest):.1f} ms of {options.runs} runs "
            f"({1000 * rest[0]:.1f} to {1000 * rest[-1]:.1f}), the first {1000 * times[0]:.1f} ms"
        )


if __name__ == "__main__":
    main()
