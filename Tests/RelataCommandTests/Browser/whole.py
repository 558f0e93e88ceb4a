"""Saves the whole graph from a page and compares it with the command's.

whole.py PAGE GRAPH.jsonld TARGET.jsonld PICTURES
"""

import json
import shutil
import sys
import warnings
from pathlib import Path
from typing import Any

import pyoxigraph
import rdflib
from chromium import Chromium
from page import Page

DOUBLE = "http://www.w3.org/2001/XMLSchema#double"


def save_whole(file: Path, target: Path, pictures: Path) -> None:
    browser = Chromium()
    try:
        page = Page(file, browser, pictures)
        page.open()
        shutil.copy(page.save("whole", "whole-graph.jsonld"), target)
        if browser.tab.problems:
            sys.exit(f"the page complains: {browser.tab.problems}")
    finally:
        browser.close()


def check_nodes(ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    """The same nodes in the same order, with the same values."""
    assert ours["@context"] == theirs["@context"], "the contexts differ"
    names = [[node["@id"] for node in graph["@graph"]] for graph in (ours, theirs)]
    assert names[0] == names[1], f"not in both: {sorted(set(names[0]) ^ set(names[1]))[:5]}"
    for mine, other in zip(ours["@graph"], theirs["@graph"]):
        keys = [key for key in mine.keys() | other.keys() if mine.get(key) != other.get(key)]
        told = {key: (mine.get(key), other.get(key)) for key in keys}
        assert not keys, f"{mine['@id']} differs: {json.dumps(told)[:1000]}"


def oxigraph_triples(file: Path) -> list[str]:
    """All triples in a canonical form (RDFC-1.0), doubles in one way of writing."""

    def normal(term: Any) -> Any:
        if isinstance(term, pyoxigraph.Literal) and term.datatype.value == DOUBLE:
            return pyoxigraph.Literal(f"{float(term.value):.15E}", datatype=term.datatype)
        return term

    quads = pyoxigraph.parse(path=str(file), format=pyoxigraph.RdfFormat.JSON_LD)
    dataset = pyoxigraph.Dataset(
        pyoxigraph.Quad(quad.subject, quad.predicate, normal(quad.object)) for quad in quads
    )
    dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(str(quad) for quad in dataset)


def rdflib_triples(file: Path) -> tuple[set[tuple[Any, ...]], int]:
    """The triples without blank nodes, by their values, and how many there are in all."""
    graph = rdflib.Graph().parse(file, format="json-ld")
    named = {
        tuple(term.toPython() if isinstance(term, rdflib.Literal) else str(term) for term in triple)
        for triple in graph
        if not any(isinstance(term, rdflib.BNode) for term in triple)
    }
    return named, len(graph)


def main(page: str, graph: str, target: str, pictures: str) -> None:
    warnings.simplefilter("ignore", DeprecationWarning)
    ours, theirs = Path(target), Path(graph)
    save_whole(Path(page), ours, Path(pictures))
    check_nodes(json.loads(ours.read_bytes()), json.loads(theirs.read_bytes()))
    triples = oxigraph_triples(ours)
    assert len(triples) > 1000 and triples == oxigraph_triples(theirs), "pyoxigraph: other triples"
    assert rdflib_triples(ours) == rdflib_triples(theirs), "rdflib: other triples"


if __name__ == "__main__":
    main(*sys.argv[1:5])
