"""What notebooks show of a graph."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

#: Rows of the table that stands in for a drawing.
_ROWS = 20


def page(records: Mapping[str, Any], drawing: str | None) -> str:
    """A piece of HTML.

    Parameters:
        records: the graph as node-link JSON.
        drawing: SVG; without one, the most important statements are listed.
    """
    counts = ", ".join(
        [
            _counted(len(records["graph"]["documents"]), "document"),
            _counted(len(records["nodes"]), "entity", "entities"),
            _counted(len(records["links"]), "statement"),
        ]
    )
    body = _table(records) if drawing is None else _inline(drawing)
    return f'<div><p>{counts}</p><div style="max-height: 40em; overflow: auto">{body}</div></div>'


def _counted(count: int, one: str, many: str | None = None) -> str:
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def _inline(drawing: str) -> str:
    """Without the heads of a file of its own, which HTML does not have inside."""
    return drawing[drawing.index("<svg") :]


def _table(records: Mapping[str, Any]) -> str:
    names = {node["id"]: node["name"] for node in records["nodes"]}
    links = sorted(
        records["links"], key=lambda link: (-link.get("importance", 0), -link["confidence"])
    )
    rows = []
    for link in links[:_ROWS]:
        negated = "not " if link["polarity"] == "negated" else ""
        quote = next((evidence["quote"] for evidence in link["evidence"]), "")
        cells = [names[link["source"]], negated + link["label"], names[link["target"]], quote]
        rows.append("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>")
    return f"<table>{''.join(rows)}</table>"
