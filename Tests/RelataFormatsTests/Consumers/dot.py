"""Reads a DOT file with pydot into NetworkX and prints as JSON what it found."""

import json
import sys

import networkx
import pydot

(drawing,) = pydot.graph_from_dot_file(sys.argv[1], encoding="utf-8")


def parts(graph):
    yield graph
    for sub in graph.get_subgraphs():
        yield from parts(sub)


def nodes(graph):
    return sorted(n.get_name().strip('"') for n in graph.get_nodes() if n.get_name() not in ("graph", "node", "edge", "legend"))


graph = networkx.nx_pydot.from_pydot(drawing)
json.dump(
    {
        "edges": graph.number_of_edges(),
        "clusters": {
            sub.obj_dict["attributes"].get("label") or next(n for n in sub.get_nodes() if n.get_name() == "graph").get("label").strip('"'): nodes(sub)
            for sub in parts(drawing)
            if sub.get_name().startswith("cluster") and sub.get_name() != "cluster_legend"
        },
        "urls": {n.get_name().strip('"'): n.get("URL").strip('"') for sub in parts(drawing) for n in sub.get_nodes() if n.get("URL")},
        "tooltips": sorted({n.get("tooltip").strip('"').strip() for sub in parts(drawing) for n in sub.get_nodes() if n.get_name().startswith('"')}),
    },
    sys.stdout,
)
