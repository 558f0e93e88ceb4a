"""Reads a JSON-LD file with PyLD and rdflib; prints triple counts and the rows of SPARQL queries as JSON.

usage: jsonld.py GRAPH.jsonld [NAME=QUERY …]
"""

import json
import sys
import warnings

import rdflib
from pyld import jsonld

warnings.simplefilter("error", UserWarning)
path = sys.argv[1]
with open(path, encoding="utf-8") as file:
    document = json.load(file)


def refuse(url, options):
    raise RuntimeError(f"the file must stand alone, but refers to {url}")


dataset = jsonld.to_rdf(document, {"documentLoader": refuse})
triples = {json.dumps(triple, sort_keys=True) for triple in dataset.get("@default", [])}
graph = rdflib.Graph()
graph.parse(path, format="json-ld")

rows = {}
for argument in sys.argv[2:]:
    name, query = argument.split("=", 1)
    rows[name] = sorted([str(value) for value in row] for row in graph.query(query))
json.dump(
    {
        "graphs": sorted(dataset),
        "pyld": len(triples),
        "rdflib": len(graph),
        "predicates": sorted(
            {t["predicate"]["value"] for t in dataset.get("@default", [])}
            ^ {str(p) for p in graph.predicates()}
        ),
        "rows": rows,
    },
    sys.stdout,
)
