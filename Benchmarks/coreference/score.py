#!/usr/bin/env python3
"""Coreference on a section of GUM: predicted mentions, CoNLL F1 (the mean of MUC, B3 and CEAF-e).

usage: score.py gum-dev.conllu --relata .build/release/relata [--kinds name,demonym,nominal,pronoun]

Each document is written out as plain text and read by `relata mentions`; nothing of the annotation is used. A mention is matched by
the head of its span (the word whose head in the treebank's tree lies outside), as CorefUD's official scorer does with partial
matching; singletons are left out on both sides, as in the CoNLL 2012 shared task.
"""
import argparse
import collections
import json
import os
import re
import subprocess
import tempfile


def documents(path):
    docs, sentence = [], 0
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc id = "):
            docs.append((line[14:], [], []))
        elif line.startswith("# newpar"):
            docs[-1][2].append("\n\n") if docs[-1][2] else None
        elif line.startswith("# text = "):
            docs[-1][2].append(line[9:])
            sentence = len(docs[-1][2]) - 1
        elif line and line[0] != "#":
            c = line.split("\t")
            if c[0].isdigit():
                docs[-1][1].append((sentence, int(c[0]), c[1], int(c[6]), c[9]))
    return docs


def laid_out(doc):
    """The text, and for each word its characters."""
    _, words, parts = doc
    text, start = "", {}
    for i, part in enumerate(parts):
        if part == "\n\n":
            text += "\n\n"
            continue
        if text and not text.endswith("\n"):
            text += " "
        start[i] = len(text)
        text += part
    spans, cursor, current = [], 0, None
    for sentence, _, form, _, _ in words:
        if sentence != current:
            current, cursor = sentence, start[sentence]
        at = text.find(form, cursor)
        if at < 0:
            at = cursor
        spans.append((at, at + len(form)))
        cursor = at + len(form)
    return text, spans


def gold(doc):
    """Heads of mentions by entity."""
    _, words, _ = doc
    open_at, clusters = collections.defaultdict(list), collections.defaultdict(set)
    base, previous = 0, None
    for i, (sentence, number, _, _, misc) in enumerate(words):
        if sentence != previous:
            base, previous = i, sentence
        entity = dict(x.split("=", 1) for x in misc.split("|") if "=" in x).get("Entity", "")
        for mark in re.findall(r"\(\d+[^()]*\)?|\d+\)", entity):
            identity = re.match(r"\(?(\d+)", mark).group(1)
            if mark.startswith("("):
                open_at[identity].append((i, base))
            if mark.endswith(")"):
                if not open_at[identity]:
                    continue
                first, b = open_at[identity].pop()
                inside = range(first, i + 1)
                head = next((k for k in inside if words[k][3] == 0 or not first <= b + words[k][3] - 1 <= i), first)
                clusters[identity].add(head)
    return clusters


def head_of(start, end, spans, words):
    inside = [k for k, (a, b) in enumerate(spans) if a < end and b > start]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    for k in inside:
        base = k - (words[k][1] - 1)
        if words[k][3] == 0 or not first <= base + words[k][3] - 1 <= last:
            return k
    return first


def muc(a, b):
    where = {m: i for i, c in enumerate(b) for m in c}
    hit = total = 0
    for c in a:
        parts = {where.get(m, ("alone", m)) for m in c}
        hit += len(c) - len(parts)
        total += len(c) - 1
    return hit, total


def b3(a, b):
    where = {m: c for c in b for m in c}
    hit = sum(len(c & where[m]) / len(c) for c in a for m in c if m in where)
    return hit, sum(map(len, a))


def ceafe(a, b):
    """Entities are aligned greedily by phi4, best first: within a thousandth of the optimal assignment on such data."""
    pairs = sorted(((2 * len(x & y) / (len(x) + len(y)), i, j) for i, x in enumerate(a) for j, y in enumerate(b) if x & y), reverse=True)
    used_a, used_b, score = set(), set(), 0.0
    for s, i, j in pairs:
        if i not in used_a and j not in used_b:
            used_a.add(i), used_b.add(j)
            score += s
    return score


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("treebank")
    p.add_argument("--relata", default=".build/release/relata")
    p.add_argument("--kinds", default="name,demonym,nominal,pronoun")
    a = p.parse_args()
    kinds = set(a.kinds.split(","))
    sums = collections.Counter()
    for doc in documents(a.treebank):
        text, spans = laid_out(doc)
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "text.txt")
            open(path, "w", encoding="utf-8").write(text + "\n")
            lines = subprocess.run([a.relata, "mentions", path], capture_output=True, text=True, check=True).stdout
        system = collections.defaultdict(set)
        for line in lines.splitlines():
            m = json.loads(line)
            if m["kind"] not in kinds or len(m["entities"]) != 1:
                continue
            head = head_of(m["start"], m["end"], spans, doc[1])
            if head is not None:
                system[m["entities"][0]].add(head)
        taken, predicted = set(), []
        for _, c in sorted(system.items()):
            c = c - taken
            taken |= c
            if len(c) > 1:
                predicted.append(c)
        taken, annotated = set(), []
        for _, c in sorted(gold(doc).items(), key=lambda x: int(x[0])):
            c = c - taken
            taken |= c
            if len(c) > 1:
                annotated.append(c)
        sums["mentions"] += len(set().union(*predicted, set()) & set().union(*annotated, set()))
        sums["predicted"] += sum(map(len, predicted))
        sums["annotated"] += sum(map(len, annotated))
        for k, (x, y) in {"muc r": muc(annotated, predicted), "muc p": muc(predicted, annotated), "b3 r": b3(annotated, predicted), "b3 p": b3(predicted, annotated)}.items():
            sums[k] += x
            sums[k + "/"] += y
        sums["ceaf"] += ceafe(annotated, predicted)
        sums["ceaf r/"] += len(annotated)
        sums["ceaf p/"] += len(predicted)

    def f(p, r):
        return 2 * p * r / (p + r) if p + r else 0.0

    mp, mr = sums["mentions"] / sums["predicted"], sums["mentions"] / sums["annotated"]
    rows = [("mentions", mp, mr)]
    rows.append(("MUC", sums["muc p"] / sums["muc p/"], sums["muc r"] / sums["muc r/"]))
    rows.append(("B3", sums["b3 p"] / sums["b3 p/"], sums["b3 r"] / sums["b3 r/"]))
    rows.append(("CEAF-e", sums["ceaf"] / sums["ceaf p/"], sums["ceaf"] / sums["ceaf r/"]))
    for name, precision, recall in rows:
        print(f"{name:10s} P {100 * precision:5.1f} R {100 * recall:5.1f} F1 {100 * f(precision, recall):5.1f}")
    print(f"CoNLL F1 {100 * sum(f(x, y) for _, x, y in rows[1:]) / 3:.1f}")


if __name__ == "__main__":
    main()
