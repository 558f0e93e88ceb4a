#!/usr/bin/env python3
"""Mentions of re3d (reports on Syria and Iraq): overlap with the right type, and entity pairs that a relation joins.

usage: score.py RE3D_FOLDER --relata .build/release/relata [--relations]

RE3D_FOLDER holds one folder a source with documents.json and entities.json (one JSON object a line). Counted are the types that a
knowledge graph of actors has: Organisation, Person, Location, MilitaryPlatform and Vehicle aside. A mention of ours is right when it
overlaps an annotated one of the same kind. Mapping: a demonym or a people's name is a nationality; a plural of persons ("fighters"),
"we" and "they" are organisations, as re3d has them; common nouns of unknown type are left out.
"""
import argparse
import collections
import csv
import glob
import json
import os
import subprocess
import tempfile

KINDS = {"Organisation": "organisation", "Person": "person", "Location": "location", "Nationality": "nationality"}
OURS = {
    "Person": "person", "Country": "location", "City": "location", "Region": "location", "Place": "location", "Facility": "location",
    "MilitaryBase": "location",
}
GROUPS = {"we", "us", "our", "ours", "they", "them", "their", "theirs"}
PERSONS = {"i", "me", "my", "he", "him", "his", "she", "her"}
BODIES = {"Organization", "ArmedGroup", "GovernmentBody", "Company", "MediaOutlet", "PoliticalParty", "InternationalOrganization", "University", "SportsTeam", "CriminalGroup", "PopulationGroup"}


def lines(path):
    return [json.loads(x) for x in open(path, encoding="utf-8") if x.strip()]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("folder")
    p.add_argument("--relata", default=".build/release/relata")
    p.add_argument("--relations", action="store_true")
    a = p.parse_args()
    count, links = collections.Counter(), collections.Counter()
    for source in sorted(glob.glob(os.path.join(a.folder, "*", "documents.json"))):
        here = os.path.dirname(source)
        entities = collections.defaultdict(list)
        for e in lines(os.path.join(here, "entities.json")):
            if e["type"] in KINDS:
                entities[e["documentId"]].append((e["begin"], e["end"], KINDS[e["type"]]))
        relations = collections.defaultdict(list)
        for r in lines(os.path.join(here, "relations.json")):
            relations[r["documentId"]].append(((r["sourceBegin"], r["sourceEnd"]), (r["targetBegin"], r["targetEnd"])))
        for d in lines(source):
            with tempfile.TemporaryDirectory() as folder:
                path = os.path.join(folder, "text.txt")
                open(path, "w", encoding="utf-8", newline="").write(d["text"])
                out = subprocess.run([a.relata, "mentions", path], capture_output=True, text=True, check=True).stdout
                found = [json.loads(x) for x in out.splitlines()]
                if a.relations:
                    subprocess.run([a.relata, "build", path, "--output", folder + "/out", "--quiet", "--format", "csv"], check=True)
                    edges = list(csv.DictReader(open(folder + "/out/edges.csv", newline="", encoding="utf-8")))
                    nodes = {n["id:ID"]: n["name"] for n in csv.DictReader(open(folder + "/out/nodes.csv", newline="", encoding="utf-8"))}
            ours = []
            for m in found:
                kind = OURS.get(m.get("type") or "", "organisation" if m.get("type") in BODIES else None)
                if m["kind"] == "demonym" or m.get("type") == "PopulationGroup" and m["kind"] == "name":
                    kind = "nationality"
                if m["kind"] == "pronoun":
                    kind = "organisation" if m["text"].lower() in GROUPS else "person" if m["text"].lower() in PERSONS else kind
                if m["kind"] == "nominal" and kind == "person" and m["text"].endswith("s"):
                    kind = "organisation"
                if kind is None:
                    continue
                ours.append((m["start"], m["end"], kind))
            gold = entities[d["_id"]]
            over = lambda x, y: x[0] < y[1] and y[0] < x[1] and x[2] == y[2]
            for kind in set(KINDS.values()):
                count["p", kind] += sum(any(over(x, y) for y in gold) for x in ours if x[2] == kind)
                count["n", kind] += sum(x[2] == kind for x in ours)
                count["r", kind] += sum(any(over(x, y) for x in ours) for y in gold if y[2] == kind)
                count["g", kind] += sum(y[2] == kind for y in gold)
            if a.relations:
                named = [(m["start"], m["end"], set(m["names"])) for m in found if m["names"]]
                at = lambda span: set().union(*[n for s, e, n in named if s < span[1] and span[0] < e], set())
                linked = {frozenset((nodes[e[":START_ID"]], nodes[e[":END_ID"]])) for e in edges}
                wanted = [(at(s), at(t)) for s, t in relations[d["_id"]]]
                links["gold"] += len(wanted)
                links["hit"] += sum(any(frozenset((x, y)) in linked for x in s for y in t) for s, t in wanted)
                links["ours"] += len(linked)
                links["right"] += sum(any(x in s and y in t or x in t and y in s for s, t in wanted) for x, y in (tuple(l) for l in linked if len(l) == 2))

    def show(name, kinds):
        s = lambda k: sum(count[k, kind] for kind in kinds)
        p, r = s("p") / max(1, s("n")), s("r") / max(1, s("g"))
        print(f"{name:13s} P {100 * p:5.1f} R {100 * r:5.1f} F1 {200 * p * r / max(p + r, 1e-9):5.1f}  annotated {s('g')} ours {s('n')}")

    for kind in sorted(set(KINDS.values())):
        show(kind, [kind])
    show("person+body+place", ["person", "organisation", "location"])
    show("all four", sorted(set(KINDS.values())))
    if a.relations:
        p, r = links["right"] / max(1, links["ours"]), links["hit"] / max(1, links["gold"])
        print(f"linked pairs  P {100 * p:5.1f} R {100 * r:5.1f} F1 {200 * p * r / max(p + r, 1e-9):5.1f}  annotated {links['gold']} ours {links['ours']}")


if __name__ == "__main__":
    main()
