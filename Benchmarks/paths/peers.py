"""Answers the queries of PathBenchmark with other libraries, on the same edges, and compares answers and times.

    peers.py FOLDER [--peers networkx,igraph] [--limit 40]        the folder that PathBenchmark wrote

Peers get the simple graph: of parallel edges the lightest. That is the easier problem, and what they are built for.
"""

import argparse
import json
import statistics
import sys
import time
from itertools import islice

import igraph
import networkx
import rustworkx


def read(folder):
    with open(folder + "/relata.json") as file:
        report = json.load(file)
    edges, typed = {}, set()
    allowed = set(report["allowed"])
    with open(folder + "/edges.txt") as file:
        for line in file:
            a, b, relation, weight = line.split()
            pair = (min(int(a), int(b)), max(int(a), int(b)))
            edges[pair] = min(edges.get(pair, float("inf")), float(weight))
            if int(relation) in allowed:
                typed.add(pair)
    return report, edges, typed


class Comparison:
    def __init__(self, report, limit):
        self.report = report
        # A task of a peer stops after so many seconds; its median is then of fewer queries.
        self.limit = limit
        self.tasks = {task["name"]: task for task in report["tasks"]}
        self.rows = []

    def run(self, peer, task, answer, check, queries=None):
        """Times `answer(a, b)`, which must be as `check(expected)` says."""
        pairs = self.report["pairs"][: queries or len(self.tasks[task]["answers"])]
        times, begin = [], time.perf_counter()
        for (a, b), expected in zip(pairs, self.tasks[task]["answers"]):
            start = time.perf_counter()
            found = answer(a, b)
            times.append(time.perf_counter() - start)
            assert check(found, expected), f"{peer} {task} {a} {b}: {found}, here {expected}"
            if time.perf_counter() - begin > self.limit:
                break
        ours = statistics.median(self.tasks[task]["seconds"][: len(times)])
        theirs = statistics.median(times)
        self.rows.append((task, peer, ours, theirs, len(times)))
        print(
            f"{task:10} relata {ours * 1000:9.4f} ms   {peer:10} {theirs * 1000:9.3f} ms"
            f"   {theirs / ours:8.0f} times   ({len(times)} queries, equal)", flush=True)


def same(found, expected):
    return found == (expected or [None])[0] if not isinstance(found, list) else found == expected


def close(found, expected):
    return (found is None) == (not expected) and (found is None or abs(found - expected[0]) < 1e-6)


def run_networkx(comparison, count, edges, typed):
    begin = time.perf_counter()
    graph = networkx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_weighted_edges_from((a, b, weight) for (a, b), weight in edges.items())
    print(f"loading    networkx {time.perf_counter() - begin:.2f} s")
    of_types = networkx.Graph()
    of_types.add_nodes_from(range(count))
    of_types.add_edges_from(typed)

    def shortest(graph):
        def answer(a, b):
            try:
                return len(networkx.bidirectional_shortest_path(graph, a, b)) - 1
            except networkx.NetworkXNoPath:
                return None
        return answer

    def weighted(a, b):
        try:
            return networkx.bidirectional_dijkstra(graph, a, b)[0]
        except networkx.NetworkXNoPath:
            return None

    def five(a, b):
        try:
            return [len(path) - 1 for path in islice(networkx.shortest_simple_paths(graph, a, b), 5)]
        except networkx.NetworkXNoPath:
            return []

    comparison.run("networkx", "shortest", shortest(graph), same)
    comparison.run("networkx", "typed", shortest(of_types), same)
    comparison.run("networkx", "weighted", weighted, close)
    comparison.run("networkx", "k5", five, same)
    comparison.run(
        "networkx", "all4", lambda a, b: sum(1 for _ in networkx.all_simple_paths(graph, a, b, cutoff=4)), same)


def run_igraph(comparison, count, edges, typed):
    begin = time.perf_counter()
    graph = igraph.Graph(n=count, edges=list(edges))
    graph.es["weight"] = list(edges.values())
    print(f"loading    igraph {time.perf_counter() - begin:.2f} s")
    of_types = igraph.Graph(n=count, edges=sorted(typed))

    def length(graph):
        def answer(a, b):
            path = graph.get_shortest_path(a, b)
            return len(path) - 1 if path else None
        return answer

    def weighted(a, b):
        path = graph.get_shortest_path(a, b, weights="weight", output="epath")
        return sum(graph.es[path]["weight"]) if path else None

    comparison.run("igraph", "shortest", length(graph), same)
    comparison.run("igraph", "typed", length(of_types), same)
    comparison.run("igraph", "weighted", weighted, close)
    comparison.run(
        "igraph", "k5",
        lambda a, b: [len(path) - 1 for path in graph.get_k_shortest_paths(a, b, k=5)], same, queries=10)
    comparison.run("igraph", "all4", lambda a, b: len(graph.get_all_simple_paths(a, b, maxlen=4)), same)


def run_rustworkx(comparison, count, edges, typed):
    begin = time.perf_counter()
    graph = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(count))
    graph.add_edges_from([(a, b, weight) for (a, b), weight in edges.items()])
    print(f"loading    rustworkx {time.perf_counter() - begin:.2f} s")

    def shortest(a, b):
        found = rustworkx.graph_dijkstra_shortest_paths(graph, a, target=b, default_weight=1.0)
        return len(found[b]) - 1 if b in found else None

    def weighted(a, b):
        found = rustworkx.graph_dijkstra_shortest_path_lengths(graph, a, lambda weight: weight, goal=b)
        return found[b] if b in found else None

    comparison.run("rustworkx", "shortest", shortest, same)
    comparison.run("rustworkx", "weighted", weighted, close)


def run_ladybug(comparison, folder, count, edges):
    import os
    import tempfile
    import ladybug

    with tempfile.TemporaryDirectory() as scratch:
        with open(scratch + "/nodes.csv", "w") as file:
            file.writelines(f"{node}\n" for node in range(count))
        with open(scratch + "/edges.csv", "w") as file:
            file.writelines(f"{a},{b}\n" for a, b in edges)
        begin = time.perf_counter()
        connection = ladybug.Connection(ladybug.Database(os.path.join(scratch, "graph")))
        connection.execute("CREATE NODE TABLE N(id INT64, PRIMARY KEY(id))")
        connection.execute("CREATE REL TABLE R(FROM N TO N)")
        connection.execute(f"COPY N FROM '{scratch}/nodes.csv'")
        connection.execute(f"COPY R FROM '{scratch}/edges.csv'")
        print(f"loading    ladybug {time.perf_counter() - begin:.2f} s")

        def number(pattern, value):
            statement = connection.prepare(f"MATCH p = (a:N {{id: $a}})-[{pattern}]-(b:N {{id: $b}}) RETURN {value}")

            def answer(a, b):
                result = connection.execute(statement, {"a": a, "b": b})
                return result.get_next()[0] if result.has_next() else None
            return answer

        comparison.run("ladybug", "shortest", number(":R* SHORTEST 1..30", "length(p)"), same)
        comparison.run("ladybug", "all4", number(":R* ACYCLIC 1..4", "count(*)"), same)


def table(comparison, report):
    peers = list(dict.fromkeys(peer for _, peer, *_ in comparison.rows))
    print("\n| median, ms | relata | " + " | ".join(peers) + " |\n| --- | ---: |" + " ---: |" * len(peers))
    for name, task in comparison.tasks.items():
        cells = []
        for peer in peers:
            found = [row for row in comparison.rows if row[:2] == (name, peer)]
            cells.append(f"{found[0][3] * 1000:.3g}" if found else "–")
        print(f"| {name} | {statistics.median(task['seconds']) * 1000:.3g} | " + " | ".join(cells) + " |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--peers", default="networkx,igraph,rustworkx,ladybug")
    parser.add_argument("--limit", type=float, default=40, help="seconds for each task of a peer (default: 40)")
    arguments = parser.parse_args()
    report, edges, typed = read(arguments.folder)
    print(f"{report['nodes']} nodes, {report['edges']} edges, {len(edges)} different pairs, {report['relations']} relations")
    print(f"loading    relata (index of a graph in memory) {report['indexSeconds']:.2f} s")
    comparison = Comparison(report, arguments.limit)
    runs = {
        "networkx": lambda: run_networkx(comparison, report["nodes"], edges, typed),
        "igraph": lambda: run_igraph(comparison, report["nodes"], edges, typed),
        "rustworkx": lambda: run_rustworkx(comparison, report["nodes"], edges, typed),
        "ladybug": lambda: run_ladybug(comparison, arguments.folder, report["nodes"], edges),
    }
    for peer in arguments.peers.split(","):
        runs[peer]()
    table(comparison, report)


main()
