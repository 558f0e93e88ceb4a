"""Writes and reads one graph with Relata and with its peers, in one run, and prints how fast and in how much memory.

    compare.py [--entities 100000] [--statements 500000] [--networkx] [--folder FOLDER]

Relata's files are what the peers read; what they write then is theirs. MB/s are of the bytes that each wrote or read itself.
Memory is the peak beyond what the process had before: without the graph itself for writers, with it for readers.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

here = pathlib.Path(__file__).parent
# Quads of a large file that pyoxigraph writes: all of them would need more memory than most machines have.
QUADS = 1_000_000


def memory(name):
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith(name))


def measure(peer, format, what, path, body, runs=3):
    seconds, before = [], memory("VmRSS:")
    with open("/proc/self/clear_refs", "w") as file:
        file.write("5")
    for _ in range(runs):
        start = time.perf_counter()
        result = body()
        seconds.append(time.perf_counter() - start)
    size = os.path.getsize(path) / 1e6
    middle = sorted(seconds)[runs // 2]
    row = {
        "peer": peer, "format": format, "what": what, "megabytes": size, "seconds": middle, "rate": size / middle,
        "memory": max(0, memory("VmHWM:") - before) / 1e6,
    }
    print(json.dumps(row), flush=True)
    return result


def igraph_peer(folder):
    import igraph

    source = str(folder / "graph.graphml")
    graph = measure("igraph", "graphml", "read", source, lambda: igraph.Graph.Read_GraphML(source))
    target = str(folder / "igraph.graphml")
    measure("igraph", "graphml", "write", _after(target, lambda: graph.write_graphml(target)), lambda: graph.write_graphml(target))
    target = str(folder / "igraph.dot")
    measure("igraph", "dot", "write", _after(target, lambda: graph.write_dot(target)), lambda: graph.write_dot(target))


def networkx_peer(folder):
    import networkx

    source = str(folder / "graph.graphml")
    graph = measure("networkx", "graphml", "read", source, lambda: networkx.read_graphml(source, force_multigraph=True), 1)
    target = str(folder / "networkx.graphml")
    write = lambda: networkx.write_graphml(graph, target)
    measure("networkx", "graphml", "write", _after(target, write), write, 1)


def pyoxigraph_peer(folder):
    from itertools import islice

    import pyoxigraph

    for format, name, kind in [
        ("nquads", "graph.nq", pyoxigraph.RdfFormat.N_QUADS), ("jsonld", "graph.jsonld", pyoxigraph.RdfFormat.JSON_LD)
    ]:
        source = str(folder / name)

        def count():
            quads = 0
            for _ in pyoxigraph.parse(path=source, format=kind):
                quads += 1
            return quads

        measure("pyoxigraph", format, "read", source, count, 1)
        quads = list(islice(pyoxigraph.parse(path=source, format=kind), QUADS))
        target = str(folder / ("pyoxigraph." + format))

        def write():
            with open(target, "wb") as file:
                pyoxigraph.serialize(quads, file, format=kind)

        measure("pyoxigraph", format, "write", _after(target, write), write)


def _after(path, write):
    """The path of a file that has been written once: its size is asked for."""
    write()
    return path


PEERS = {"igraph": igraph_peer, "networkx": networkx_peer, "pyoxigraph": pyoxigraph_peer}


def run(command):
    print("$", *command, file=sys.stderr, flush=True)
    rows = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            rows.append(json.loads(line))
            row = rows[-1]
            print(f"  {row['format']} {row['what']}: {row['rate']:.1f} MB/s", file=sys.stderr, flush=True)
    if process.returncode:
        sys.exit(f"{command[0]} failed")
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entities", type=int, default=100_000)
    parser.add_argument("--statements", type=int, default=500_000)
    parser.add_argument("--networkx", action="store_true", help="also measure NetworkX, which takes minutes and 10 GB")
    parser.add_argument("--folder", type=pathlib.Path, help="where the files stay; otherwise they are removed")
    parser.add_argument("--peer", choices=PEERS, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.peer:
        return PEERS[arguments.peer](arguments.folder)
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.folder or pathlib.Path(temporary)
        build = ["swift", "build", "-c", "release", "--package-path", str(here)]
        subprocess.run(build, check=True, stdout=sys.stderr)
        binaries = subprocess.run(build + ["--show-bin-path"], check=True, capture_output=True, text=True).stdout.strip()
        rows = run([binaries + "/FormatBenchmark", str(folder), str(arguments.entities), str(arguments.statements)])
        for row in rows:
            row["peer"] = "relata"
        # Each in a process of its own, so that none has another's memory.
        for peer in PEERS:
            if peer != "networkx" or arguments.networkx:
                rows += run([sys.executable, __file__, "--peer", peer, "--folder", str(folder)])
    table(rows)


def table(rows):
    print("| format | | relata MB/s | memory MB | peer | MB/s | memory MB | ratio |")
    print("| --- | --- | ---: | ---: | --- | ---: | ---: | ---: |")
    for row in rows:
        if row["peer"] != "relata":
            continue
        others = [o for o in rows if o["peer"] != "relata" and (o["format"], o["what"]) == (row["format"], row["what"])]
        start = f"| {row['format']} | {row['what']} | {row['rate']:.0f} | {row['memory']:.0f} |"
        if not others:
            print(start, "| | | |")
        for other in others:
            print(
                start, f"{other['peer']} | {other['rate']:.1f} | {other['memory']:.0f} | {row['rate'] / other['rate']:.1f} |")


main()
