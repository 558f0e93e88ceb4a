#!/usr/bin/env python3
"""Fits what tells in what an office is held whose sentence does not say so ("President Nicolas Sarkozy"), and writes it as Swift.

The candidates and their features are what `relata reading` prints; right is what the annotation states of holder and candidate
with this relation or one that `Benchmarks/extraction/score.py` takes for it. No more than numpy is needed."""
import argparse
import collections
import json
import os
import sys

import numpy as np

SCORER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Benchmarks", "extraction")
FOLDS = 5
OFFICES = {"head_of_state_of", "head_of_government_of", "leads", "holds_position", "minister_of"}
SWIFT = '''/// Written by Training/implicit_bodies.py; not to be edited by hand.
enum ImplicitBodyWeights {{
  /// How often such a statement is essential to its article.
  static let importance = {importance}
  /// The kinds of offices that were learned.
  static let relations: Set<String> = [
{relations}
  ]
  /// Titles among them that were found right too seldom.
  static let doubtful: Set<String> = [
{doubtful}
  ]
  static let intercept = {intercept}
  static let table: [String: Double] = [
{rows}
  ]
}}
'''


def records(path):
    with open(path, encoding="utf-8") as f:
        for line in f:
            record = json.loads(line)
            yield record["document"].rsplit("/", 1)[-1].rsplit(".", 1)[0], record


def articles(a):
    """Each annotated article with what is read in it."""
    sys.path.insert(0, a.annotated)
    from load import load
    sources = [(load(a.annotated), a.readings)]
    if a.composed:
        from composed import load as composed
        sources.append((composed(a.composed), a.composed_readings))
    if a.parts:
        from standoff import unpack
        for part in a.parts:
            sources.append((unpack(a.sentences, os.path.join(a.annotated, "broadcasts", part + ".json")),
                            os.path.join(a.part_readings, part + ".jsonl")))
    for source, readings in sources:
        read = dict(records(readings))
        for article in source:
            if article["name"] in read:
                # In composed articles and broadcasts annotators seldom wrote down what a sentence leaves to the reader.
                yield article, read[article["name"]], readings == a.readings


def cases(annotated, score, relations):
    """(document, relation, features of each candidate, which are right, whether it is essential, whether it is told elsewhere) of
    each office whose holder is annotated."""
    for article, record, is_complete in annotated:
        keys = collections.defaultdict(set)
        for key, entity in article["entities"].items():
            for name in [entity["name"]] + entity["names"]:
                keys[score.norm(name)].add(key)
        names = collections.defaultdict(set)
        for number, chain in enumerate(record["chains"]):
            names[number].add(score.norm(chain["name"]))
        for mention in record["mentions"]:
            if mention["kind"] == "name":
                forms = record["sentences"][mention["sentence"]]["forms"][mention["first"]:mention["last"] + 1]
                for chain in mention["chains"][:1]:
                    names[chain].add(score.norm(" ".join(forms)))
        meant = {chain: set().union(*(keys.get(n, set()) for n in found)) for chain, found in names.items()}
        facts = collections.defaultdict(list)
        offices = set()
        for fact in article["facts"]:
            if fact["relation"] in OFFICES:
                offices.add(fact["subject"])
            gold = {"relation": fact["relation"], "accept_relations": fact["alternatives"]}
            facts[fact["subject"], fact["object"]].append((gold, fact["essential"]))
        for body in record["bodies"]:
            if body["relation"] not in relations:
                continue
            holders = meant.get(body["holder"], set())
            if not holders:
                continue
            right, essential = [], False
            for candidate in body["candidates"]:
                found = [e for h in holders for o in meant.get(candidate["chain"], ()) for gold, e in facts.get((h, o), ())
                         if score.rel_match(body["relation"], gold)]
                right.append(bool(found))
                essential |= any(found)
            # Whoever holds another office, as far as is annotated, does not hold this one; else nothing is known.
            if not is_complete and not any(right) and not holders & offices:
                continue
            yield article["name"], body["relation"], [c["features"] for c in body["candidates"]], right, essential, body["isTold"]


def title(case):
    """The office's title, which is one of the features of each candidate."""
    return next(name.removeprefix("title=") for name in case[2][0] if name.startswith("title="))


def vectors(features, numbers):
    x = np.zeros((len(features), len(numbers)))
    for row, found in enumerate(features):
        for name, value in found.items():
            if name in numbers:
                x[row, numbers[name]] = value
    return x


def fit(x, y, decay):
    """Weights of a logistic regression, the intercept last, by Newton's method."""
    x = np.hstack([x, np.ones((len(x), 1))])
    w = np.zeros(x.shape[1])
    penalty = np.full(len(w), decay)
    penalty[-1] = 1e-3
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty), x.T @ (p - y) + penalty * w)
        w -= step
        if np.abs(step).max() < 1e-6:
            break
    return w


def probabilities(w, x):
    return 1 / (1 + np.exp(-(x @ w[:-1] + w[-1])))


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--annotated", required=True, help="the corpus: articles/, load.py")
    p.add_argument("--readings", required=True, help="what `relata reading` prints of its articles")
    p.add_argument("--composed", help="folder of articles composed for training")
    p.add_argument("--composed-readings", help="what `relata reading` prints of them")
    p.add_argument("--parts", nargs="*", default=[], help="of the corpus' broadcasts, such as part-01")
    p.add_argument("--sentences", help="the table of sentences that they are annotated in")
    p.add_argument("--part-readings", help="folder with what `relata reading` prints of each part, PART.jsonl")
    p.add_argument("--development", required=True, help="JSON list of the articles kept apart to develop on")
    p.add_argument("--decay", type=float, default=1.0)
    p.add_argument("--rarest", type=int, default=5, help="cases that a feature must be seen in")
    p.add_argument("--least", type=float, default=0.5, help="probability from which a body is stated")
    p.add_argument("--relations", nargs="+", default=["head_of_state_of", "head_of_government_of", "minister_of", "capital_of"],
                   help="kinds of offices to learn")
    p.add_argument("--share", type=float, default=0.65, help="of such cases of a title that must be right")
    p.add_argument("--prior", type=float, default=4, help="as how many cases of a title the share of its kind of office counts")
    p.add_argument("--show", action="store_true", help="the wrong ones of the articles kept apart")
    p.add_argument("--output", required=True, help="ImplicitBodyWeights.swift")
    a = p.parse_args()
    sys.path.insert(0, SCORER)
    import score
    found = list(cases(articles(a), score, set(a.relations)))
    with open(a.development, encoding="utf-8") as f:
        apart = set(json.load(f))
    training = [c for c in found if c[0] not in apart]
    seen = collections.Counter(name for c in training for name in {n for f in c[2] for n in f})
    numbers = {name: k for k, name in enumerate(sorted(n for n, count in seen.items() if count >= a.rarest))}

    def weights(cs):
        return fit(np.vstack([vectors(c[2], numbers) for c in cs]), np.concatenate([np.array(c[3], float) for c in cs]), a.decay)

    def judged(w, cs):
        for c in cs:
            p = probabilities(w, vectors(c[2], numbers))
            best = int(p.argmax())
            yield p[best], c[3][best], c, best

    names = sorted({c[0] for c in training})
    fold = {name: k % FOLDS for k, name in enumerate(names)}
    crossed = [j for k in range(FOLDS) for j in judged(weights([c for c in training if fold[c[0]] != k]), [c for c in training if fold[c[0]] == k])]
    w = weights(training)
    kept = list(judged(w, [c for c in found if c[0] in apart]))
    groups = [("training articles, each judged by the others", crossed), ("articles kept apart", kept)]
    for label, judgements in [(l + told, [x for x in j if x[2][5] == (told != "")]) for l, j in groups for told in ("", ", told elsewhere")]:
        print(f"{label}: {len(judgements)} offices, {sum(any(j[2][3]) for j in judgements)} with a body that is annotated")
        for least in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
            sure = [j for j in judgements if j[0] >= least]
            print(f"  from {least}: {len(sure)}, right {sum(j[1] for j in sure)}")
    if a.show:
        for p, right, c, best in sorted(kept, key=lambda j: -j[0]):
            if p >= 0.3 and not right:
                print(f"{p:.2f} {c[0]} {c[1]}", sorted(c[2][best])[:40])
    by_relation, by_title = collections.defaultdict(list), collections.defaultdict(list)
    for p, is_right, c, best in crossed:
        if p >= a.least:
            by_title[title(c), c[1]].append(is_right)
            by_relation[c[1]].append(is_right)
    doubtful = set()
    for (name, relation), stated in by_title.items():
        kind = sum(by_relation[relation]) / len(by_relation[relation])
        if (sum(stated) + a.prior * kind) / (len(stated) + a.prior) < a.share:
            doubtful.add(name)
    for label, judged_by in ("relations:", by_relation), ("titles:", by_title):
        print(label, {t: (sum(found), len(found)) for t, found in sorted(judged_by.items(), key=lambda t: -len(t[1]))})
    right = [j for j in crossed if j[1] and j[0] >= a.least and not j[2][5]]
    importance = round(sum(j[2][4] for j in right) / max(1, len(right)), 2)
    rows = "\n".join(f'    "{name}": {w[k]:.3f},' for name, k in numbers.items() if abs(w[k]) >= 0.005)
    with open(a.output, "w", encoding="utf-8") as f:
        f.write(SWIFT.format(importance=importance, relations="\n".join(f'    "{r}",' for r in a.relations),
                             doubtful="\n".join(f'    "{t}",' for t in sorted(doubtful)), intercept=f"{w[-1]:.3f}", rows=rows))


if __name__ == "__main__":
    main()
