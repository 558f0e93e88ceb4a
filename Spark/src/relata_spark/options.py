"""What decides what is found in a document."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from relata_spark.errors import RelataError, Status


@dataclass(frozen=True)
class ReadingOptions:
    """The options of ``relata build`` that concern reading. Files are held as texts, so that they
    reach every machine.

    Parameters:
        min_confidence: statements less sure than this are left out, 0…1; None: the usual bound.
        any_language: whether texts in other languages are read as if they were in English.
        without_texts: whether records come without the documents' texts.
        ontology: the text of an ontology; None for the one built in.
        identities: the text of a list of identities; None for none.
    """

    min_confidence: float | None = None
    any_language: bool = False
    without_texts: bool = False
    ontology: str | None = None
    identities: str | None = None

    @contextlib.contextmanager
    def arguments(self) -> Iterator[list[str]]:
        """The arguments of ``relata records``, whose files are there until the context ends."""
        arguments = ["records", "-", "--jobs", "1"]
        if self.min_confidence is not None:
            arguments += ["--min-confidence", str(self.min_confidence)]
        if self.any_language:
            arguments.append("--any-language")
        if self.without_texts:
            arguments.append("--without-texts")
        files = {"ontology": self.ontology, "identities": self.identities}
        with tempfile.TemporaryDirectory(prefix="relata-") as folder:
            for name, text in files.items():
                if text is not None:
                    path = Path(folder) / f"{name}.yaml"
                    path.write_text(text, encoding="utf-8")
                    arguments += [f"--{name}", str(path)]
            yield arguments


def read_option_file(path: str | None) -> str | None:
    """The text of a file that an option names."""
    if path is None:
        return None
    try:
        return Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RelataError(Status.NO_INPUT, f"{path}: cannot be read ({error})") from None
