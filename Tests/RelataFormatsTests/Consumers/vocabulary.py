"""Loads a vocabulary with rdflib and pyoxigraph and prints the rows of SPARQL queries as JSON.

usage: vocabulary.py ONTOLOGY.ttl [NAME=QUERY …]
"""

import json
import sys
import warnings

import pyoxigraph
import rdflib

warnings.simplefilter("error", UserWarning)
graph = rdflib.Graph().parse(sys.argv[1], format="turtle")
count = sum(1 for _ in pyoxigraph.parse(path=sys.argv[1], format=pyoxigraph.RdfFormat.TURTLE))
assert count == len(graph), (count, len(graph))
rows = {}
for argument in sys.argv[2:]:
    name, query = argument.split("=", 1)
    rows[name] = sorted([str(value) for value in row] for row in graph.query(query))
json.dump(rows, sys.stdout)
