"""Loads a GraphML file with NetworkX and igraph and prints as JSON what each found."""

import json
import sys
import warnings

import igraph
import networkx

warnings.simplefilter("error")
path = sys.argv[1]

graph = networkx.read_graphml(path, force_multigraph=True)
found = {
    "networkx": {
        "nodes": {node: {k: str(v) for k, v in data.items()} for node, data in graph.nodes(data=True)},
        "edges": [
            {"source": source, "target": target, "id": key, "attributes": {k: str(v) for k, v in data.items()}}
            for source, target, key, data in graph.edges(keys=True, data=True)
        ],
        "types": {
            k: type(v).__name__ for _, _, data in graph.edges(data=True) for k, v in data.items()
        },
        "nodeTypes": {k: type(v).__name__ for _, data in graph.nodes(data=True) for k, v in data.items()},
        "directed": graph.is_directed(),
    }
}

graph = igraph.Graph.Read_GraphML(path)
found["igraph"] = {
    "nodes": graph.vcount(),
    "edges": graph.ecount(),
    "nodeAttributes": sorted(graph.vs.attributes()),
    "edgeAttributes": sorted(graph.es.attributes()),
    "names": graph.vs["name"] if graph.vcount() else [],
    "directed": graph.is_directed(),
}
json.dump(found, sys.stdout)
