"""Which of a graph builder's statements tell an annotated fact, for the programs that compare their qualifiers."""
import argparse, glob, json, os, shlex, subprocess, tempfile
from collections.abc import Callable

import score


def entity_ends(gold: dict, nodes: dict) -> dict[str, set[str]]:
    ends: dict[str, set[str]] = {}
    for entity in gold["entities"]:
        names = {score.norm(name) for name in [entity["name"], *entity.get("aliases_in_doc", [])]}
        for node, value in nodes.items():
            if names & value["aliases"]:
                ends.setdefault(node, set()).add(entity["id"])
    return ends


def matching(fact: dict, edge: dict, ends: dict[str, set[str]]) -> bool:
    subjects, objects = ends.get(edge["s"], set()), ends.get(edge["o"], set())
    forward = fact["subject"] in subjects and fact["object"] in objects
    symmetric = score.rel_norm(fact["relation"]) in score.SYM or score.rel_norm(edge["r"]) in score.SYM
    backward = symmetric and fact["subject"] in objects and fact["object"] in subjects
    return (forward or backward) and score.rel_match(edge["r"], fact)


def totals(description: str, compared: Callable[[dict, str], tuple[dict[str, int], list[str]]]) -> dict[str, int]:
    """The sums of what `compared` counts in each annotated article and the tool's output for it, by the options of the command line."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
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
    return total
