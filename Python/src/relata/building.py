"""Documents become a graph."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from relata import program
from relata.errors import RelataError, Status
from relata.graph import Graph

PathLike = str | os.PathLike[str]


def build(
    paths: PathLike | Iterable[PathLike],
    *,
    into: PathLike | None = None,
    min_confidence: float | None = None,
    any_language: bool = False,
    keep_duplicates: bool = False,
    strict: bool = False,
    ontology: PathLike | None = None,
    identities: PathLike | None = None,
    corrections: PathLike | None = None,
    jobs: int | None = None,
) -> Graph:
    """Reads documents of any common format, in files and folders, and makes one graph of them.

    Nothing is sent anywhere, and the same input gives the same graph. What cannot be read is left
    out, and listed in ``Graph.warnings``.

    Parameters:
        into: a folder for ``graph.jsonld``; None for one that is removed with the graph.
        min_confidence: leave out statements less sure than this, 0 to 1; None for the usual 0.2.
        any_language: read also what seems not to be in English, as if it were.
        keep_duplicates: near copies of a text are evidence of their own.
        strict: fail at the first document that cannot be read.
        ontology, identities, corrections: YAML files, as ``relata build`` takes them.
        jobs: how many pieces of text to work on at a time; None for one per processor.

    Raises:
        RelataError: where no document could be read, or one of the files is wrong.
    """
    inputs = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    if not inputs:
        raise RelataError(Status.USAGE, "there is nothing to read: name a file or a folder")
    holder = None
    if into is None:
        holder = tempfile.TemporaryDirectory(prefix="relata-")
        into = holder.name
    folder = Path(into)
    options = ["--format", "jsonld", "--output", str(folder)]
    for name, value in [
        ("--min-confidence", min_confidence),
        ("--jobs", jobs),
        ("--ontology", ontology),
        ("--identities", identities),
        ("--corrections", corrections),
    ]:
        if value is not None:
            options += [name, str(value)]
    for name, is_wanted in [
        ("--any-language", any_language),
        ("--keep-duplicates", keep_duplicates),
        ("--strict", strict),
    ]:
        options += [name] if is_wanted else []
    expected = frozenset({Status.SUCCESS, Status.INCOMPLETE})
    outcome = program.run(["build", *map(_plain, inputs), *options], expected)
    return Graph(folder / "graph.jsonld", warnings=outcome.warnings, holder=holder)


def _plain(path: PathLike) -> str:
    """A path that cannot be taken for an option, standard input or a list."""
    text = os.fspath(path)
    return os.path.join(os.curdir, text) if text.startswith(("-", "@")) else text
