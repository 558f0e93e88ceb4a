"""Answers questions about small graphs with NetworkX and igraph: reads JSON from the file named, prints JSON.

In: [{"nodes": n, "edges": [[a, b, weight], ...], "pairs": [[a, b], ...], "hops": h}]. Weights are whole numbers.
"""

import json
import sys
from itertools import islice

import igraph
import networkx


def pair(graph, a, b, hops):
    if not networkx.has_path(graph, a, b):
        return {"shortest": [], "weighted": None, "count": 0}
    return {
        "shortest": [len(path) - 1 for path in islice(networkx.shortest_simple_paths(graph, a, b), 5)],
        "weighted": networkx.dijkstra_path_length(graph, a, b),
        "count": sum(1 for _ in networkx.all_simple_paths(graph, a, b, cutoff=hops)),
    }


def answers(question):
    simple, multiple = networkx.Graph(), networkx.MultiGraph()
    for graph in (simple, multiple):
        graph.add_nodes_from(range(question["nodes"]))
    for a, b, weight in question["edges"]:
        known = simple.get_edge_data(a, b, {"weight": weight})["weight"]
        simple.add_edge(a, b, weight=min(weight, known))
        multiple.add_edge(a, b)
    # NetworkX would need SciPy for these.
    ranks = igraph.Graph(
        n=question["nodes"], edges=[edge[:2] for edge in question["edges"]], directed=True).pagerank()
    between = networkx.betweenness_centrality(simple)
    groups = networkx.community.louvain_communities(multiple, seed=1)
    return {
        "pairs": [pair(simple, a, b, question["hops"]) for a, b in question["pairs"]],
        "pageRanks": [ranks[node] for node in range(question["nodes"])],
        "betweenness": [between[node] for node in range(question["nodes"])],
        "components": networkx.number_connected_components(simple),
        "modularity": networkx.community.modularity(multiple, groups),
        "ours": networkx.community.modularity(
            multiple,
            [{node for node, group in enumerate(question["communities"]) if group == number}
             for number in set(question["communities"])]),
    }


with open(sys.argv[1]) as file:
    print(json.dumps([answers(question) for question in json.load(file)]))
