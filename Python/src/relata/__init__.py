"""Relata from Python: a folder of news and reports becomes a typed knowledge graph.

>>> import relata
>>> graph = relata.build("articles")
>>> for path in graph.path("Putin", "Damascus"):
...     print(path)
"""

from relata.building import build
from relata.errors import AmbiguousEntityError, RelataError, Status, UnknownEntityError
from relata.graph import Graph, Tables, load
from relata.values import Entity, Evidence, Path, Statement, Step

__all__ = [
    "AmbiguousEntityError",
    "Entity",
    "Evidence",
    "Graph",
    "Path",
    "RelataError",
    "Statement",
    "Status",
    "Step",
    "Tables",
    "UnknownEntityError",
    "build",
    "load",
]
