"""Reads one graph as JSON-LD, Turtle and N-Quads with three RDF toolkits and prints as JSON what they agree on.

usage: rdf.py GRAPH.jsonld GRAPH.ttl GRAPH.nq [NAME=QUERY …]

Triples are compared as canonical N-Triples (RDFC-1.0 of pyoxigraph), after doubles have been brought to the sixteen
digits that the JSON-LD algorithm keeps. Queries are answered from the N-Quads, named graphs included.
"""

import io
import json
import sys
import warnings

import pyoxigraph
import rdflib
from pyld import jsonld

warnings.simplefilter("error", UserWarning)
paths = sys.argv[1:4]
DOUBLE = "http://www.w3.org/2001/XMLSchema#double"


def normal(term):
    if isinstance(term, pyoxigraph.Literal) and term.datatype.value == DOUBLE:
        return pyoxigraph.Literal("%.15E" % float(term.value), datatype=term.datatype)
    return term


def canonical(quads):
    dataset = pyoxigraph.Dataset(
        pyoxigraph.Quad(q.subject, q.predicate, normal(q.object), pyoxigraph.DefaultGraph()) for q in quads
    )
    dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(str(quad) for quad in dataset)


def oxigraph(path, format):
    return canonical(pyoxigraph.parse(path=path, format=format))


def reparsed(ntriples):
    return canonical(pyoxigraph.parse(input=ntriples, format=pyoxigraph.RdfFormat.N_QUADS))


def refuse(url, options):
    raise RuntimeError(f"the file must stand alone, but refers to {url}")


with open(paths[0], encoding="utf-8") as file:
    document = json.load(file)
readings = {
    "pyoxigraph jsonld": oxigraph(paths[0], pyoxigraph.RdfFormat.JSON_LD),
    "pyoxigraph turtle": oxigraph(paths[1], pyoxigraph.RdfFormat.TURTLE),
    "pyoxigraph nquads": oxigraph(paths[2], pyoxigraph.RdfFormat.N_QUADS),
    "pyld jsonld": reparsed(
        jsonld.to_rdf(document, {"documentLoader": refuse, "format": "application/n-quads"})
    ),
}
for name, path, format in [("jsonld", paths[0], "json-ld"), ("turtle", paths[1], "turtle")]:
    graph = rdflib.Graph()
    graph.parse(path, format=format)
    readings[f"rdflib {name}"] = reparsed(graph.serialize(format="nt", encoding="utf-8"))
dataset = rdflib.Dataset(default_union=True)
dataset.parse(paths[2], format="nquads")
merged = rdflib.Graph()
for triple in dataset.triples((None, None, None)):
    merged.add(triple)
readings["rdflib nquads"] = reparsed(merged.serialize(format="nt", encoding="utf-8"))

expected = readings["pyld jsonld"]
differences = {
    name: [sorted(set(expected) - set(found))[:3], sorted(set(found) - set(expected))[:3]]
    for name, found in readings.items()
    if found != expected
}

store = pyoxigraph.Store()
store.load(path=paths[2], format=pyoxigraph.RdfFormat.N_QUADS)
rows = {}
for argument in sys.argv[4:]:
    name, query = argument.split("=", 1)
    rows[name] = sorted(
        ["" if value is None else value.value for value in solution] for solution in store.query(query)
    )
json.dump(
    {
        "triples": len(expected),
        "differences": differences,
        "graphs": sorted(graph.value for graph in store.named_graphs()),
        "rows": rows,
    },
    sys.stdout,
)
