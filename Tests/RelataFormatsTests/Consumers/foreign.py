"""Writes graphs with NetworkX and igraph, and what they make of one of ours, as a list of files of text."""

import json
import sys
import warnings

import igraph
import networkx

warnings.simplefilter("error")


def text(write):
    path = sys.argv[1] + ".written"
    write(path)
    with open(path, encoding="utf-8") as file:
        return file.read()


made = networkx.MultiDiGraph()
made.add_node("n1", label="Hayat Tahrir <al-Sham> & \"co\"", type="armed_group", aliases="HTS;Tahrir", weight=3)
made.add_node("n2", label="Aleppo", type="CITY")
made.add_node(7, label="Ada\nKhan \U0001f4f0", kind="https://schema.org/Person")
made.add_edge("n1", "n2", label="Captured", start="2024-11")
made.add_edge("n1", "n2", label="captured", weight=2.5)
made.add_edge("n1", 7, label="drinks tea with", directed_by="nobody")
made.add_edge("n2", "n1", relation="captured by")

pair = igraph.Graph(n=3, edges=[(0, 1), (0, 1), (2, 0)], directed=True)
pair.vs["name"] = ["Ada", "Northport", "Lighthouse <Union>"]
pair.vs["type"] = ["Person", "City", "Organization"]
pair.vs["size"] = [1.5, 2, 3]
pair.es["relation"] = ["met_with", "leads", "knows & likes"]
pair.es["weight"] = [1, 2, 3]

undirected = networkx.path_graph(3)

files = {
    "networkx": text(lambda path: networkx.write_graphml_xml(made, path)),
    "networkxLxml": text(lambda path: networkx.write_graphml_lxml(made, path)),
    "igraph": text(pair.write_graphml),
    "undirected": text(lambda path: networkx.write_graphml_xml(undirected, path)),
    "nodeLink": json.dumps(networkx.node_link_data(made, edges="links")),
    "nodeLinkEdges": json.dumps(networkx.node_link_data(made, edges="edges"), ensure_ascii=False),
}

ours = networkx.read_graphml(sys.argv[1], force_multigraph=True)
files["oursByNetworkX"] = text(lambda path: networkx.write_graphml_xml(ours, path))
files["oursByIgraph"] = text(igraph.Graph.Read_GraphML(sys.argv[1]).write_graphml)

json.dump(files, sys.stdout)
