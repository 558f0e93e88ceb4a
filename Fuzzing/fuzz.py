"""Fuzzes the readers with libFuzzer, one after the other, and prints a table as Markdown.

usage: fuzz.py [--seconds 60] [--readers text,pattern] [--runs 0] [--configuration release] [--build FOLDER]

Builds the program Fuzz with instrumentation and the address sanitizer where that is not done, then lets each reader run. What was learned
stays in the build folder, so that the next run goes on from there. A crash, a hang or too much memory ends the run of its reader: the
input lies in FOLDER/found, and the exit status is 1. Linux only; needs the toolchain of swift.org, which brings libFuzzer.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
COVERAGE = "edge,indirect-calls,trace-cmp,inline-8bit-counters,pc-table"
LONGEST = {"graph": 32768, "model": 16384, "heads": 24576, "question": 120, "pattern": 1000}
"""Of an input, in bytes."""
USUAL_LENGTH = 8192


@dataclass(frozen=True)
class Result:
    reader: str
    runs: int
    seconds: int
    edges: int
    inputs: int
    found: bool


def runtime() -> Path:
    """libFuzzer without a main of its own, in the toolchain."""
    swift = shutil.which("swift")
    if not swift:
        sys.exit("fuzz.py: swift is not in the PATH")
    name = f"libclang_rt.fuzzer_no_main-{platform.machine()}.a"
    for folder in Path(swift).resolve().parents:
        for path in sorted(folder.glob(f"lib/clang/*/lib/linux/{name}")):
            return path
    sys.exit(f"fuzz.py: this toolchain has no {name}; use one of swift.org on Linux")


def build(folder: Path, configuration: str, jobs: str | None) -> Path:
    """The program, with all checks of Swift in either configuration."""
    options = ["--package-path", str(HERE), "--scratch-path", str(folder), "-c", configuration]
    options += ["--product", "Fuzz", "--sanitize", "address"]
    options += ["-Xswiftc", f"-sanitize-coverage={COVERAGE}"]
    options += ["-Xcc", f"-fsanitize-coverage={COVERAGE}"]
    options += ["-Xlinker", str(runtime()), "-Xlinker", "-lstdc++"]
    options += ["-j", jobs] if jobs else []
    subprocess.run(["swift", "build", *options], check=True, stdout=sys.stderr)
    where = subprocess.run(
        ["swift", "build", *options, "--show-bin-path"], check=True, stdout=subprocess.PIPE
    )
    return Path(where.stdout.decode().strip()) / "Fuzz"


def number(pattern: str, text: str) -> int:
    """The last number that a pattern finds."""
    found = re.findall(pattern, text)
    return int(found[-1]) if found else 0


def fuzz(program: Path, reader: str, folder: Path, seconds: int, runs: int) -> Result:
    learned = folder / "learned" / reader
    found = folder / "found"
    for path in (learned, found):
        path.mkdir(parents=True, exist_ok=True)
    seeds = [HERE / "Corpus" / reader, folder / "seeds" / reader]
    command = [str(program), reader, f"-max_total_time={seconds}", "-timeout=30"]
    command += [f"-max_len={LONGEST.get(reader, USUAL_LENGTH)}", "-rss_limit_mb=4096"]
    command += ["-print_final_stats=1", "-detect_leaks=0", "-reload=0", "-len_control=20"]
    command += [f"-artifact_prefix={found}/{reader}-"] + ([f"-runs={runs}"] if runs else [])
    command += [str(learned), *(str(seed) for seed in seeds if seed.is_dir())]
    # Where each piece of memory came from costs a sixth of the time; who reads FILE once more sees it.
    environment = {"ASAN_OPTIONS": "malloc_context_size=1", **os.environ}
    environment["FUZZ_GRAMMARS"] = str(HERE / "Grammars")
    log = folder / f"{reader}.log"
    with log.open("w") as output:
        done = subprocess.run(command, stdout=output, stderr=output, env=environment)
    text = log.read_text(errors="replace")
    if done.returncode != 0:
        print(f"\n{reader}: exit status {done.returncode}, see {log}:", file=sys.stderr)
        interesting = [
            line
            for line in text.splitlines()
            if re.search(r"ERROR|Fatal error|Test unit written|SUMMARY|fatal", line)
        ]
        print("\n".join(interesting[-8:]), file=sys.stderr)
    return Result(
        reader=reader,
        runs=number(r"stat::number_of_executed_units:\s*(\d+)", text) or number(r"#(\d+)", text),
        seconds=number(r"Done \d+ runs in (\d+) second", text) or seconds,
        edges=number(r"cov: (\d+)", text),
        inputs=number(r"corp: (\d+)", text),
        found=done.returncode != 0,
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60, help="for each reader")
    parser.add_argument("--runs", type=int, default=0, help="at most so many inputs for each reader")
    parser.add_argument("--readers", default="", help="names, parted by commas; all where none is named")
    parser.add_argument("--build", default=str(HERE / ".build"), help="the build folder")
    parser.add_argument("--configuration", default="release", choices=["release", "debug"])
    parser.add_argument("--jobs", help="how many files are compiled at once")
    options = parser.parse_args()
    folder = Path(options.build).absolute()
    program = build(folder, options.configuration, options.jobs)
    listed = subprocess.run([str(program), "readers"], check=True, stdout=subprocess.PIPE)
    readers = options.readers.split(",") if options.readers else listed.stdout.decode().split()
    work = folder / "fuzz"
    shutil.rmtree(work / "seeds", ignore_errors=True)
    (work / "seeds").mkdir(parents=True)
    subprocess.run([str(program), "seeds", str(work / "seeds")], check=True)
    print("| reader | inputs read | seconds | edges of code | kept inputs | found |")
    print("| --- | ---: | ---: | ---: | ---: | --- |", flush=True)
    results = []
    for reader in readers:
        result = fuzz(program, reader, work, options.seconds, options.runs)
        results.append(result)
        cells = [f"{result.runs:,}", str(result.seconds), f"{result.edges:,}", f"{result.inputs:,}"]
        mark = "a defect" if result.found else "nothing"
        print(f"| {reader} | " + " | ".join(cells) + f" | {mark} |", flush=True)
    return 1 if any(result.found for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
