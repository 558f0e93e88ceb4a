#!/usr/bin/env python3
"""When facts held or happened: a graph builder's times beside those of annotated articles.

usage: times.py --gold DIR --texts DIR --cmd 'relata build {doc} --output {out} --quiet --format csv' [--show]

Of the annotated facts that are found with the right type (as score.py counts them): those whose time is right, wrong, missing, given
where the annotation has none (too much: some are true and not annotated), and those where neither has one. A time is right where one of
the statements found for the fact has it (score.py's "time" looks at the one that has polarity and modality right, too). Recall is
right / (right + wrong + missing), precision right / (right + wrong + too much).
"""
import score
from found import entity_ends, matching, totals


def compared(gold: dict, out: str) -> tuple[dict[str, int], list[str]]:
    nodes, edges = score.read_graph(out)
    ends = entity_ends(gold, nodes)
    counts = dict.fromkeys(["right", "wrong", "missing", "too much", "neither"], 0)
    shown = []
    for fact in gold["relations"]:
        found = [edge for edge in edges if matching(fact, edge, ends)]
        if not found:
            continue
        given = [edge["start"] or edge["time"] or edge["end"] for edge in found]
        expected = fact.get("time")
        if not expected:
            kind = "too much" if any(given) else "neither"
        elif any(score.time_ok(expected, edge) for edge in found):
            kind = "right"
        else:
            kind = "wrong" if any(given) else "missing"
        counts[kind] += 1
        if kind not in ("right", "neither"):
            shown.append(f"{kind}: {fact['subject']} {fact['relation']} {fact['object']} {fact.get('evidence', '')[:160]!r}: {expected} / {given}")
    return counts, shown


def main() -> None:
    total = totals(__doc__, compared)
    ratio = lambda part, whole: part / whole if whole else 0.0
    recall = ratio(total["right"], total["right"] + total["wrong"] + total["missing"])
    precision = ratio(total["right"], total["right"] + total["wrong"] + total["too much"])
    counted = ", ".join(f"{name} {count}" for name, count in total.items())
    print(f"times {counted}: P {precision:.3f} R {recall:.3f} F1 {ratio(2 * precision * recall, precision + recall):.3f}")


if __name__ == "__main__":
    main()
