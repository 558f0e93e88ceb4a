"""A graph of names, quotes and addresses that look like code, in the place of a page's own."""

import copy
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NAMES = [
    "</script><script>window.hit=1;alert(1)</script>",
    '<img src=x onerror="window.hit=1">',
    "javascript:window.hit=1",
    "\u202egnitset\u202c \u202bשלום\u202c \u200f",
    "مرحبا بالعالم (1) [x]",
    "x" * 10_000,
    "<!-- <script>",
    "{{data}} {{script}} $& \\1",
    "\u2066\u2067isolates",
    "a\u0000b\u0001\u2028c😀",
    "'\"`&amp;&lt;",
    "__proto__",
    "constructor",
    "]]>",
    "=1+1",
    "<style>*{display:none}</style>",
]
TEXT = f"😀😀 {' '.join(NAMES)} 👩‍👩‍👧‍👦 ends."


@dataclass(frozen=True)
class HostilePage:
    file: Path
    statement_count: int


def _entity(number: int, name: str) -> list[Any]:
    """Documentation/explorer-format.md has the columns."""
    identifier = f"thing/{number}" if number else "thing/<0>\"&'"
    x, y = number % 4 * 150, number // 4 * 120
    aliases = [[name, 3, [0, 0, 2]], [f"{name} ", 1, None]]
    identifiers = {"wikidata": name, "page": "javascript:window.hit=1", name: name}
    links = [[name, name, name, "spelling", name, 0]]
    return [identifier, name, number % 10, 5, x, y, 0, number, aliases, identifiers, links]


def _statement(number: int, relation: int) -> list[Any]:
    name = NAMES[number]
    start = TEXT.index(name)
    evidence = [[0, start, start + len(name), name, None]]
    polarity, modality, attribution, place = number % 2, number % 5, 3, 2
    said = [number, relation, number + 1, polarity, modality, attribution, "2024-11", "2024-11"]
    return [*said, place, name, 0.5, 0.9 - number / 50, evidence]


def write_hostile_page(page: Path, target: Path) -> HostilePage:
    html = page.read_text(encoding="utf-8")
    found = re.search(r'id="graph-data">(.*?)</script>', html, re.S)
    assert found, f"no data in {page}"
    data = json.loads(found[1])
    types = copy.deepcopy(data["types"])
    types[1][1] = NAMES[1]
    relation = len(data["relations"])
    statements = [_statement(number, relation) for number in range(len(NAMES) - 1)]
    document = [
        "<b>&\"'.txt",
        NAMES[0],
        "2024-11-01",
        "javascript:window.hit=1",
        NAMES[1],
        NAMES[3],
    ]
    hostile = {
        **data,
        "title": NAMES[0],
        "note": NAMES[1],
        "types": types,
        "relations": [*data["relations"], [NAMES[1], NAMES[0], NAMES[2], 0, 1, NAMES[1]]],
        "entities": [_entity(number, name) for number, name in enumerate(NAMES)],
        "statements": statements,
        "documents": [[*document, TEXT, None]],
        "contradictions": [[NAMES[1], [0, 1], NAMES[0]]],
        "communities": [[NAMES[0], 9]],
    }
    json_text = json.dumps(hostile, ensure_ascii=False).replace("<", "\\u003c")
    start, end = found.span(1)
    target.write_text(html[:start] + json_text + html[end:], encoding="utf-8")
    return HostilePage(target, len(statements))
