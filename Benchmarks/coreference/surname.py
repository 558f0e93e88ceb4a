"""Times a document that names many people of one surname, to see that it takes no more than its share.

usage: surname.py PROGRAM [COUNT …]

Prints for each count of different given names (2,000, 4,000 and 8,000) the seconds of a processor that
`relata build` takes for the document.
"""

import itertools
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

CONSONANTS = "bdfklmnprst"


def given_names() -> Iterator[str]:
    """Names of which no two sound alike: four consonants, of which no neighbours are one."""
    for letters in itertools.product(CONSONANTS, repeat=4):
        if all(a != b for a, b in zip(letters, letters[1:])):
            yield "".join(f"{letter}a" for letter in letters).capitalize()


def seconds(program: str, count: int) -> float:
    names = list(itertools.islice(given_names(), count))
    with tempfile.TemporaryDirectory() as folder:
        document = Path(folder) / "family.txt"
        document.write_text(
            "".join(
                f"Mr. {a} Marlowe, a lawyer, met Mr. {b} Marlowe in London.\n"
                for a, b in zip(names[::2], names[1::2])
            ),
            encoding="utf-8",
        )
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        command = ["build", document, "--output", folder, "--format", "jsonld", "--quiet"]
        subprocess.run([program, *command], check=True)
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


if __name__ == "__main__":
    for number in [int(text) for text in sys.argv[2:]] or [2_000, 4_000, 8_000]:
        print(f"{number:6,} given names: {seconds(sys.argv[1], number):8.1f} s", flush=True)
