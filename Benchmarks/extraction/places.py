#!/usr/bin/env python3
"""Where facts happened: a graph builder's places beside those of annotated articles.

usage: places.py --gold DIR --texts DIR --cmd 'relata build {doc} --output {out} --quiet --format csv' [--show]

Of the annotated facts that are found with the right type (as score.py counts them): those with a place in the annotation (gold), those
that the tool gives a place (given), and those where both name the same (right). Precision is right / given, recall right / gold; recall
of all is over all annotated facts with a place, found or not.
"""
import argparse, csv, glob, json, os, shlex, subprocess, tempfile

import score


def tool_places(out: str) -> list[str]:
    with open(os.path.join(out, "edges.csv"), newline="", encoding="utf-8") as file:
        return [row["place"] for row in csv.DictReader(file)]


def names_of(gold: dict, place: str) -> set[str]:
    """The names of an annotated place: an entity's identifier, or the words themselves."""
    for entity in gold["entities"]:
        if entity["id"] == place:
            return {score.norm(name) for name in [entity["name"], *entity.get("aliases_in_doc", [])]}
    return {score.norm(place)}


def matching(fact: dict, edge: dict, ends: dict[str, set[str]]) -> bool:
    subjects, objects = ends.get(edge["s"], set()), ends.get(edge["o"], set())
    forward = fact["subject"] in subjects and fact["object"] in objects
    symmetric = score.rel_norm(fact["relation"]) in score.SYM or score.rel_norm(edge["r"]) in score.SYM
    backward = symmetric and fact["subject"] in objects and fact["object"] in subjects
    return (forward or backward) and score.rel_match(edge["r"], fact)


def compared(gold: dict, out: str) -> tuple[dict[str, int], list[str]]:
    nodes, edges = score.read_graph(out)
    ends: dict[str, set[str]] = {}
    for entity in gold["entities"]:
        names = {score.norm(name) for name in [entity["name"], *entity.get("aliases_in_doc", [])]}
        for node, value in nodes.items():
            if names & value["aliases"]:
                ends.setdefault(node, set()).add(entity["id"])
    counts = dict(facts=0, annotated=0, gold=0, given=0, right=0)
    shown = []
    places = tool_places(out)
    for fact in gold["relations"]:
        expected = names_of(gold, fact["place"]) if fact.get("place") else set()
        counts["annotated"] += bool(expected)
        found = [place for edge, place in zip(edges, places) if matching(fact, edge, ends)]
        if not found:
            continue
        given = [nodes[place]["aliases"] if place in nodes else {score.norm(place)} for place in found if place]
        right = any(names & expected for names in given)
        counts["facts"] += 1
        counts["gold"] += bool(expected)
        counts["given"] += bool(given)
        counts["right"] += right
        if not right and (expected or given):
            shown.append(f"{fact['id']} {fact['evidence'][:160]!r}: {sorted(expected)} / {[sorted(n) for n in given]}")
    return counts, shown


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", required=True)
    parser.add_argument("--texts", required=True)
    parser.add_argument("--cmd", required=True)
    parser.add_argument("--show", action="store_true", help="what differs; never of articles that are held out")
    options = parser.parse_args()
    total: dict[str, int] = {}
    for path in sorted(glob.glob(os.path.join(options.gold, "*.json"))):
        with open(path, encoding="utf-8") as file:
            gold = json.load(file)
        if "entities" not in gold:
            continue
        doc = os.path.join(options.texts, os.path.basename(path)[:-5] + ".txt")
        with tempfile.TemporaryDirectory() as out:
            command = [part.format(doc=doc, out=out) for part in shlex.split(options.cmd)]
            subprocess.run(command, check=True, capture_output=True)
            counts, shown = compared(gold, out)
        for line in shown if options.show else []:
            print(os.path.basename(path)[:-5], line)
        total = {key: total.get(key, 0) + value for key, value in counts.items()}
    ratio = lambda part, whole: part / whole if whole else 0.0
    right, given, expected = total["right"], total["given"], total["gold"]
    print(
        f"facts found {total['facts']}, with a place {expected}, given one {given}, right {right}: "
        f"P {ratio(right, given):.3f} R {ratio(right, expected):.3f}, of all {total['annotated']} "
        f"{ratio(right, total['annotated']):.3f}"
    )


if __name__ == "__main__":
    main()
