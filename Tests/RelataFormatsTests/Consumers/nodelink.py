"""Loads node-link JSON and Cytoscape JSON of one graph with NetworkX and prints as JSON what it found in each."""

import json
import sys

import networkx

with open(sys.argv[1], encoding="utf-8") as file:
    nodelink = networkx.node_link_graph(json.load(file), edges="links")
with open(sys.argv[2], encoding="utf-8") as file:
    cytoscape = networkx.cytoscape_graph(json.load(file))


def listing(graph):
    assert graph.is_directed() and graph.is_multigraph()
    return {
        "graph": graph.graph,
        "nodes": [{"node": node} | data for node, data in graph.nodes(data=True)],
        "edges": [{"from": s, "to": t, "edge": key} | data for s, t, key, data in graph.edges(keys=True, data=True)],
    }


# What Cytoscape itself can keep: no value is nested deeper than a list of texts, numbers or flags.
for data in [d for _, d in cytoscape.nodes(data=True)] + [d for _, _, d in cytoscape.edges(data=True)]:
    for value in data.values():
        for element in value if isinstance(value, list) else [value]:
            assert isinstance(element, (str, int, float, bool)), element
json.dump({"nodelink": listing(nodelink), "cytoscape": listing(cytoscape)}, sys.stdout)
