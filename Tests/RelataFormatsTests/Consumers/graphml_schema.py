"""Validates GraphML files and prints for each what is wrong, and yEd's labels and shapes as NetworkX reads them."""

import json
import pathlib
import sys

import networkx
from lxml import etree

schema = etree.RelaxNG(etree.parse(pathlib.Path(__file__).parent / "schemas" / "graphml-1.1.rng"))
found = []
for path in sys.argv[1:]:
    tree = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True))
    graph = networkx.read_graphml(path, force_multigraph=True)
    y = "{http://www.yworks.com/xml/graphml}"
    found.append(
        {
            "errors": [] if schema.validate(tree) else [str(error) for error in schema.error_log][:5],
            "labels": {node: data["label"] or "" for node, data in graph.nodes(data=True) if "label" in data},
            "shapes": {node: data["shape_type"] for node, data in graph.nodes(data=True) if "shape_type" in data},
            "edgeLabels": [label.text or "" for label in tree.iter(y + "EdgeLabel")],
            "lines": [line.get("type") for line in tree.iter(y + "LineStyle")],
        }
    )
json.dump(found, sys.stdout)
