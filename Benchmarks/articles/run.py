#!/usr/bin/env python3
"""Runs relata and trafilatura over scrapinghub/article-extraction-benchmark and scores both with its own evaluate.py.

Usage: run.py BENCHMARK RELATA [--wcxb CHECKOUT], BENCHMARK being a checkout of the benchmark and RELATA the built program.
"""
import argparse
import gzip
import hashlib
import importlib.util
import json
import pathlib
import resource
import subprocess
import tempfile
import time

import trafilatura


def load_evaluate(folder):
    spec = importlib.util.spec_from_file_location("evaluate", folder / "evaluate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def without_headline(page):
    """The benchmark's articleBody has no headline: relata's text begins with it."""
    title, paragraphs = page["metadata"].get("title"), page["text"].split("\n\n")
    return "\n\n".join(paragraphs[1:] if title and paragraphs[0] == title else paragraphs)


def run_relata(program, files):
    start = resource.getrusage(resource.RUSAGE_CHILDREN)
    lines = subprocess.run([program, "text", "--json", "--jobs", "1", *map(str, files)], capture_output=True, text=True).stdout.splitlines()
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime
    return {pathlib.Path(page["id"]).stem: page for page in map(json.loads, lines)}, seconds


def run_trafilatura(files):
    pages = [(file.stem, file.read_bytes()) for file in files]
    start = time.process_time()
    bodies = {name: trafilatura.extract(html, include_comments=False) or "" for name, html in pages}
    return bodies, time.process_time() - start


def report(evaluate, label, truth, names, systems):
    for system, bodies in systems.items():
        m = evaluate.evaluate({n: truth[n] for n in names}, {n: {"articleBody": bodies[n]} for n in names}, 1000)
        print(f"{label:<12} {len(names):>4}  {system:<28} F1 {m['f1']:.3f} ± {m['f1_std']:.3f}  "
              f"P {m['precision']:.3f}  R {m['recall']:.3f}  accuracy {m['accuracy']:.3f}", flush=True)


def compare(evaluate, program, parts, truth, pages):
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for name in sorted(truth):
            files.append(pathlib.Path(folder) / (name + ".html"))
            files[-1].write_bytes(gzip.decompress(pages[name].read_bytes()))
        ours, our_seconds = run_relata(program, files)
        theirs, their_seconds = run_trafilatura(files)
    print(f"pages per second of processor time: relata {len(files) / our_seconds:.0f}, trafilatura {trafilatura.__version__} "
          f"{len(files) / their_seconds:.0f}")
    systems = {
        "relata": {n: without_headline(p) for n, p in ours.items()},
        "relata with headline": {n: p["text"] for n, p in ours.items()},
        "trafilatura " + trafilatura.__version__: theirs,
    }
    for label, names in parts.items():
        report(evaluate, label, truth, sorted(names), systems)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("benchmark", type=pathlib.Path)
    parser.add_argument("program")
    parser.add_argument("--wcxb", type=pathlib.Path, help="also the articles of the test part of WCXB")
    options = parser.parse_args()
    evaluate = load_evaluate(options.benchmark)
    truth = json.loads((options.benchmark / "ground-truth.json").read_text())
    development = {n for n in truth if int(hashlib.sha256(n.encode()).hexdigest(), 16) % 2 == 0}
    pages = {n: options.benchmark / "html" / (n + ".html.gz") for n in truth}
    compare(evaluate, options.program,
            {"development": development, "test": truth.keys() - development, "all": truth.keys()}, truth, pages)
    if options.wcxb:
        truth, pages = {}, {}
        for file in sorted((options.wcxb / "test" / "ground-truth").glob("*.json")):
            page = json.loads(file.read_text())
            body = page["ground_truth"].get("main_content")
            html = options.wcxb / "test" / "html" / (file.stem + ".html.gz")
            if page["_internal"]["page_type"]["primary"] == "article" and body and html.exists():
                truth[file.stem], pages[file.stem] = {"articleBody": body}, html
        compare(evaluate, options.program, {"WCXB test": truth.keys()}, truth, pages)


if __name__ == "__main__":
    main()
