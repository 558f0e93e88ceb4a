"""Validates GEXF files, loads them with NetworkX and prints as JSON what it found in each."""

import json
import pathlib
import sys

import networkx
from lxml import etree

schema = etree.RelaxNG(etree.parse(pathlib.Path(__file__).parent / "schemas" / "gexf-1.3.rng"))
found = []
for path in sys.argv[1:]:
    # Neither entities nor the network: what a careful reader allows.
    tree = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True))
    graph = networkx.MultiDiGraph(networkx.read_gexf(path, version="1.3"))
    edges = tree.findall(".//{http://gexf.net/1.3}edge")
    kinds = [(e.get("source"), e.get("target"), e.get("kind")) for e in edges]
    found.append(
        {
            "errors": [] if schema.validate(tree) else [str(error) for error in schema.error_log][:5],
            "nodes": {
                node: {k: str(v) for k, v in data.items() if k != "viz"} for node, data in graph.nodes(data=True)
            },
            "edges": {
                data["id"]: {k: str(v) for k, v in data.items()} | {"source": s, "target": t}
                for s, t, data in graph.edges(data=True)
            },
            "colors": {
                node: [data["viz"]["color"][c] for c in "rgb"] for node, data in graph.nodes(data=True)
            },
            "types": {k: type(v).__name__ for _, _, d in graph.edges(data=True) for k, v in d.items()},
            "kindsAreUnique": len(set(kinds)) == len(kinds),
        }
    )
json.dump(found, sys.stdout)
