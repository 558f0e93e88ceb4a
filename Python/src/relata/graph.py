"""A graph, and what can be asked of it."""

from __future__ import annotations

import functools
import json
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any, NamedTuple

from relata import notebook, program
from relata.errors import RelataError, Status
from relata.values import Entity, Path

if TYPE_CHECKING:
    import networkx
    import pandas


class Tables(NamedTuple):
    """A graph as two tables."""

    #: A row for each entity, by its identifier: name, type, mentions, aliases.
    entities: pandas.DataFrame
    #: A row for each statement: subject, relation, object (identifiers), subject_name, object_name, label,
    #: open, polarity, modality, start, end, time, attribution, place, role, confidence, importance,
    #: contradicted, documents, quote (of the first sentence), evidence (of all).
    statements: pandas.DataFrame


class Graph:
    """A graph in a file, which does not change.

    Parameters:
        file: a ``graph.jsonld`` that ``relata build`` wrote, or a ``graph.relata``.
        warnings: documents that were not read, and why.
    """

    def __init__(
        self,
        file: str | os.PathLike[str],
        *,
        warnings: tuple[str, ...] = (),
        holder: tempfile.TemporaryDirectory[str] | None = None,
    ) -> None:
        self.file = FilePath(file)
        self.warnings = warnings
        # The folder lives as long as the graph does.
        self._holder = holder

    def path(
        self,
        start: str | Entity,
        end: str | Entity,
        *,
        count: int = 3,
        max_hops: int | None = None,
        shortest: bool = False,
        directed: bool = False,
        through: Iterable[str] = (),
        avoid: Iterable[str] = (),
        relations: Iterable[str] = (),
        without: Iterable[str] = (),
        min_confidence: float | None = None,
    ) -> list[Path]:
        """How two entities are connected, with the sentences that say so; those that say most first.

        Parameters:
            start, end: names, taken leniently, or identifiers.
            count: how many connections at most.
            max_hops: the longest connection, in statements; None for 4, with `shortest` any length.
            shortest: order by length instead.
            directed: follow statements only from subject to object.
            through, avoid: entities that a connection must pass, must not pass.
            relations, without: relations to follow alone, or not to follow.
            min_confidence: follow only statements at least as sure.

        Returns:
            Empty where nothing connects them.

        Raises:
            UnknownEntityError, AmbiguousEntityError: for a name.
        """
        options = ["--json", "--paths", str(count)]
        options += ["--shortest"] if shortest else []
        options += ["--directed"] if directed else []
        for name, entities in [("--through", through), ("--avoid", avoid)]:
            for entity in entities:
                options.append(f"{name}={entity}")
        for name, listed in [("--relations", relations), ("--without", without)]:
            if text := ",".join(listed):
                options.append(f"{name}={text}")
        for name, value in [("--max-hops", max_hops), ("--min-confidence", min_confidence)]:
            if value is not None:
                options.append(f"{name}={value}")
        names = [end.id if isinstance(end, Entity) else end for end in (start, end)]
        expected = frozenset({Status.SUCCESS, Status.NOT_CONNECTED, Status.CUT_OFF})
        outcome = program.run(["path", *options, f"--graph={self.file}", "--", *names], expected)
        if outcome.status == Status.NOT_CONNECTED:
            return []
        return [Path.of(record) for record in json.loads(outcome.output)["paths"]]

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """All of it for NetworkX: nodes are identifiers, an edge is a statement, everything else their
        attributes; documents and contradictions are attributes of the graph."""
        import networkx

        return networkx.node_link_graph(self._records, edges="links")

    def to_pandas(self) -> Tables:
        """Its entities and its statements as tables."""
        import pandas

        nodes, links = self._records["nodes"], self._records["links"]
        names = {node["id"]: node["name"] for node in nodes}
        entities = pandas.DataFrame(
            [[node["name"], node["type"], node["mentions"], _aliases(node)] for node in nodes],
            columns=["name", "type", "mentions", "aliases"],
            index=pandas.Index([node["id"] for node in nodes], name="id"),
        )
        rows = [
            {
                **{key: link.get(key) for key in _COLUMNS},
                "subject": link["source"],
                "subject_name": names[link["source"]],
                "object": link["target"],
                "object_name": names[link["target"]],
                "quote": next((evidence["quote"] for evidence in link["evidence"]), None),
            }
            for link in links
        ]
        columns = ["subject", "relation", "object", "subject_name", "object_name"]
        columns += [key for key in _COLUMNS if key not in ("relation", "evidence")]
        return Tables(entities, pandas.DataFrame(rows, columns=[*columns, "quote", "evidence"]))

    def export(self, format: str, file: str | os.PathLike[str]) -> None:
        """Writes it in a format that ``relata export`` knows: ``graphml``, ``turtle``, ``gexf``, …"""
        program.run(["export", str(self.file), "--format", format, f"--output={os.fspath(file)}"])

    def __repr__(self) -> str:
        return f"<relata.Graph {self.file}>"

    def _repr_svg_(self) -> str | None:
        """The drawing of the most important statements; None where it cannot be drawn."""
        return self._drawing

    def _repr_html_(self) -> str:
        """For notebooks: how much there is, and the drawing or, without Graphviz, a table."""
        return notebook.page(self._records, self._drawing)

    @functools.cached_property
    def _records(self) -> dict[str, Any]:
        outcome = program.run(["export", str(self.file), "--format", "nodelink", "--output", "-"])
        records: dict[str, Any] = json.loads(outcome.output)
        return records

    @functools.cached_property
    def _drawing(self) -> str | None:
        with tempfile.TemporaryDirectory(prefix="relata-") as folder:
            file = FilePath(folder) / "graph.svg"
            try:
                program.run(["render", f"--graph={self.file}", "--output", str(file)])
            except RelataError as error:
                # Too large, or no Graphviz.
                if error.status == Status.UNAVAILABLE:
                    return None
                raise
            return file.read_text(encoding="utf-8")


_COLUMNS = (
    "relation",
    "label",
    "open",
    "polarity",
    "modality",
    "start",
    "end",
    "time",
    "attribution",
    "place",
    "role",
    "confidence",
    "importance",
    "contradicted",
    "documents",
    "evidence",
)


def _aliases(node: dict[str, Any]) -> list[str]:
    return [alias["name"] for alias in node["aliases"]]


def load(path: str | os.PathLike[str]) -> Graph:
    """A graph that is there already: ``graph.jsonld``, the folder that holds it, or ``graph.relata``.

    Raises:
        RelataError: where there is none.
    """
    file = FilePath(path)
    if file.is_dir():
        file = file / "graph.jsonld"
    if not file.is_file():
        raise RelataError(Status.NO_INPUT, f"{file}: there is no such file")
    return Graph(file)
