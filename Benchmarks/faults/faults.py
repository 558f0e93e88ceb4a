"""Fails or kills relata at its calls that write, and prints a table of what was left as Markdown.

usage: faults.py RELATA [--only WORD …] [--kinds kill,EIO] [--each 8] [--no-pairs]

For every command that writes, every kind of fault and every call (of many of one name the first, the
last and some): afterwards the folder has all files as they were before or all as the command makes them,
never some of each; nothing else has come or gone; and where the command lived, its exit status and one
line say what was wrong. Where a list of pending files was left, the next command completes them first.
Then pairs of commands write to one place at the same time. Linux only: needs gcc.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import faulty
from cases import CASES, Bench, Case, age, complete, leftovers, pending, snapshot
from together import PAIRS, meet

FAILURES = {73, 74}
KILLED = ("kill", "after")


@dataclass
class Tally:
    """Of one command or pair."""

    calls: int = 0
    """That can fail, when nothing does."""
    runs: int = 0
    old: int = 0
    new: int = 0
    between: int = 0
    """Of what goes on when it is run again: some of it was finished."""
    completed: int = 0
    """Left a list, by which the next command completed or took back."""
    left: int = 0
    """Left hidden files that the next command but one removes after an hour."""
    problems: list[str] = field(default_factory=list)

    def row(self, name: str) -> str:
        counts = (
            self.calls,
            self.runs,
            self.old,
            self.new,
            self.between,
            self.completed,
            self.left,
        )
        return f"| {name} | " + " | ".join(str(n) for n in (*counts, len(self.problems))) + " |"


# --- How a command ends --------------------------------------------------------------------------


def failures(errors: str) -> list[str]:
    """The lines that say what was wrong; notes and warnings tell what was done nevertheless."""
    lines = [line for line in errors.splitlines() if line.startswith("relata: ")]
    return [line for line in lines if not line.startswith(("relata: note: ", "relata: warning: "))]


def ending(case: Case, kind: str, outcome: faulty.Outcome, whole: faulty.Outcome) -> list[str]:
    """What is wrong with how a command ended, but for its files."""
    problems = []
    said = failures(outcome.errors)
    if kind in KILLED:
        # The last of several threads may end the process before the signal does.
        if outcome.status not in (-9, 0):
            problems.append(f"status {outcome.status}")
    elif outcome.status not in FAILURES | {0}:
        problems.append(f"status {outcome.status}: {outcome.errors[-300:]}")
    elif outcome.status != 0 and len(said) != 1:
        problems.append(f"status {outcome.status} with {len(said)} lines: {outcome.errors[-300:]}")
    elif outcome.status == 0 and said:
        problems.append(f"success, but {said}")
    if kind in ("EINTR", "short") and outcome.status != 0:
        problems.append(f"status {outcome.status}: {outcome.errors[-300:]}")
    if case.prints and outcome.status == 0 and outcome.output != whole.output:
        problems.append("success, but another output")
    if case.prints and not whole.output.startswith(outcome.output):
        problems.append("an output that is not a beginning of the right one")
    return problems


# --- What it leaves ------------------------------------------------------------------------------


def look(bench: Bench, case: Case, run: Path, with_empty_folders: bool) -> str:
    """Completes what is pending."""
    try:
        said = case.see(bench, run)
    except RuntimeError as error:
        said = f"{error}"
    return f"{said}\n{snapshot(run, with_empty_folders)}"


@dataclass(frozen=True)
class Undisturbed:
    before: str
    after: str
    whole: faulty.Outcome


def difference(seen: str, right: Undisturbed) -> str:
    """What is seen and should not be, on one line."""
    lines = [set(text.splitlines()) for text in (seen, right.before, right.after)]
    parts = []
    for name, others in (("old", lines[1]), ("new", lines[2])):
        parts.append(
            f"unlike {name} {sorted(lines[0] - others)} instead of {sorted(others - lines[0])}"
        )
    return "; ".join(parts)[:1000]


def undisturbed(bench: Bench, case: Case) -> Undisturbed:
    before = look(bench, case, bench.fresh(case.needs), with_empty_folders=True)
    run = bench.fresh(case.needs)
    whole = faulty.run([bench.relata, *case.arguments], run, bench.faults)
    if whole.status != 0:
        raise RuntimeError(f"{case.name}: {whole.errors}")
    if not whole.calls:
        raise RuntimeError(f"{case.name}: no call was seen, so that nothing can be tried")
    after = look(bench, case, run, with_empty_folders=True)
    if before == after and not case.prints:
        raise RuntimeError(f"{case.name}: changes nothing, so that nothing can be seen")
    return Undisturbed(before, after, whole)


def torture(
    bench: Bench, case: Case, kind: str, number: int, right: Undisturbed, tally: Tally
) -> None:
    """One run with one fault."""
    command = [bench.relata, *case.arguments]
    run = bench.fresh(case.needs)
    outcome = faulty.run(command, run, bench.faults, kind, number)
    if not outcome.is_hit:
        return
    hit = outcome.calls[number - 1]
    tally.runs += 1
    problems = ending(case, kind, outcome, right.whole)
    # What could not be removed stays until the next command.
    is_stuck = kind in (*KILLED, "dead") or hit in ("unlink", "rmdir")
    if not is_stuck and leftovers(run):
        problems.append(f"left {[path.name for path in leftovers(run)]}")
    tally.completed += bool(pending(run))
    seen = look(bench, case, run, with_empty_folders=not is_stuck)
    if seen == right.after:
        tally.new += 1
    elif seen == right.before:
        tally.old += 1
        if outcome.status == 0 and not case.prints:
            problems.append("success, but nothing done")
    elif case.goes_on:
        tally.between += 1
    else:
        problems.append(f"neither old nor new: {difference(seen, right)}")
    if pending(run):
        problems.append("still pending after the next command")
    if left := leftovers(run):
        tally.left += 1
        age(left)
        complete(bench, run)
        if leftovers(run):
            problems.append("what was left stays")
    if seen != right.after and kind in (*KILLED, "dead", "full"):
        again = faulty.run(command, run, bench.faults)
        if again.status != 0 or look(bench, case, run, with_empty_folders=True) != right.after:
            problems.append(f"does not go on, status {again.status}: {again.errors[-300:]}")
    tally.problems += [f"{case.name}, {kind} at {number} ({hit}): {text}" for text in problems]


# --- The table -----------------------------------------------------------------------------------


def tortured(bench: Bench, case: Case, kinds: list[str], most: int) -> Tally:
    right = undisturbed(bench, case)
    tally = Tally(calls=len(right.whole.calls))
    for kind in kinds:
        for number in faulty.sample(right.whole.calls, kind, most):
            torture(bench, case, kind, number, right, tally)
    return tally


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("relata", help="the program, such as .build/release/relata")
    parser.add_argument(
        "--only", nargs="*", default=[], help="cases whose name has one of these words"
    )
    parser.add_argument("--kinds", default=",".join(faulty.KINDS))
    parser.add_argument("--each", type=int, default=8, help="at how many calls of one name at most")
    parser.add_argument("--no-pairs", action="store_true")
    options = parser.parse_args()
    if not shutil.which("gcc"):
        print("faults.py: needs gcc", file=sys.stderr)
        return 69

    def is_asked(name: str) -> bool:
        return not options.only or any(word in name for word in options.only)

    problems: list[str] = []

    def show(name: str, tally: Tally) -> None:
        print(tally.row(name), flush=True)
        for problem in tally.problems:
            print(problem, file=sys.stderr, flush=True)
        problems.extend(tally.problems)

    # Without a blank, which would part two libraries in LD_PRELOAD.
    with tempfile.TemporaryDirectory(prefix="relata-faults-") as name:
        folder = Path(name)
        with_large = any(is_asked(case.name) and "large.relata-db" in case.needs for case in CASES)
        bench = Bench(os.path.abspath(options.relata), folder, faulty.library(folder), with_large)
        print(
            "| command | calls | runs | old | new | between | completed later | hidden left | wrong |"
        )
        print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |", flush=True)
        for case in CASES:
            if is_asked(case.name):
                show(case.name, tortured(bench, case, options.kinds.split(","), options.each))
        if options.no_pairs:
            return 1 if problems else 0
        print("\n| two at once | the first is | runs | first last | second last | wrong |")
        print("| --- | --- | ---: | ---: | ---: | ---: |", flush=True)
        for pair in PAIRS:
            for kills in (False, True):
                if not is_asked(pair.name):
                    continue
                met = meet(bench, pair, kills, options.each)
                wrong = [problem for one in met for problem in one.problems]
                last = [
                    sum(one.order.startswith(who) for one in met) for who in ("first", "second")
                ]
                verb = "killed" if kills else "stopped"
                print(
                    f"| {pair.name} | {verb} | {len(met)} | {last[0]} | {last[1]} | {len(wrong)} |",
                    flush=True,
                )
                for problem in wrong:
                    print(problem, file=sys.stderr, flush=True)
                problems.extend(wrong)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
