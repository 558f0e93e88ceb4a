#!/usr/bin/env python3
"""Where facts happened: a graph builder's places beside those of annotated articles.

usage: places.py --gold DIR --texts DIR --cmd 'relata build {doc} --output {out} --quiet --format csv' [--show]

Of the annotated facts that are found with the right type (as score.py counts them): those with a place in the annotation (gold), those
that the tool gives a place (given), and those where both name the same (right). Precision is right / given, recall right / gold; recall
of all is over all annotated facts with a place, found or not.
"""
import csv, os

import score
from found import entity_ends, matching, totals


def tool_places(out: str) -> list[str]:
    with open(os.path.join(out, "edges.csv"), newline="", encoding="utf-8") as file:
        return [row["place"] for row in csv.DictReader(file)]


def names_of(gold: dict, place: str) -> set[str]:
    """The names of an annotated place: an entity's identifier, or the words themselves."""
    for entity in gold["entities"]:
        if entity["id"] == place:
            return {score.norm(name) for name in [entity["name"], *entity.get("aliases_in_doc", [])]}
    return {score.norm(place)}


def compared(gold: dict, out: str) -> tuple[dict[str, int], list[str]]:
    nodes, edges = score.read_graph(out)
    ends = entity_ends(gold, nodes)
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
    total = totals(__doc__, compared)
    ratio = lambda part, whole: part / whole if whole else 0.0
    right, given, expected = total["right"], total["given"], total["gold"]
    print(
        f"facts found {total['facts']}, with a place {expected}, given one {given}, right {right}: "
        f"P {ratio(right, given):.3f} R {ratio(right, expected):.3f}, of all {total['annotated']} "
        f"{ratio(right, total['annotated']):.3f}"
    )


if __name__ == "__main__":
    main()
