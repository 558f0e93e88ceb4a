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
SWIFT = '''/// Written by Training/implicit_bodies.py; not to be edited by hand.
enum ImplicitBodyWeights {{
  /// How often such a statement is essential to its article.
  static let importance = {importance}
  static let intercept = {intercept}
  static let table: [String: Double] = [
{rows}
  ]
}}
'''


def cases(readings, annotated, score):
    """(document, features of each candidate, which are right, whether it is essential) of each office whose holder is annotated."""
    sys.path.insert(0, annotated)
    from load import load
    records = {}
    with open(readings, encoding="utf-8") as f:
        for line in f:
            r = json.loads(line)
            records[r["document"].rsplit("/", 1)[-1].rsplit(".", 1)[0]] = r
    for article in load(annotated):
        record = records[article["name"]]
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
        for fact in article["facts"]:
            gold = {"relation": fact["relation"], "accept_relations": fact["alternatives"]}
            facts[fact["subject"], fact["object"]].append((gold, fact["essential"]))
        for body in record["bodies"]:
            holders = meant.get(body["holder"], set())
            if not holders:
                continue
            right, essential = [], False
            for candidate in body["candidates"]:
                found = [e for h in holders for o in meant.get(candidate["chain"], ()) for gold, e in facts.get((h, o), ())
                         if score.rel_match(body["relation"], gold)]
                right.append(bool(found))
                essential |= any(found)
            yield article["name"], body["relation"], [c["features"] for c in body["candidates"]], right, essential


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
    p.add_argument("--development", required=True, help="JSON list of the articles kept apart to develop on")
    p.add_argument("--decay", type=float, default=1.0)
    p.add_argument("--rarest", type=int, default=5, help="cases that a feature must be seen in")
    p.add_argument("--show", action="store_true", help="the wrong ones of the articles kept apart")
    p.add_argument("--output", required=True, help="ImplicitBodyWeights.swift")
    a = p.parse_args()
    sys.path.insert(0, SCORER)
    import score
    found = list(cases(a.readings, a.annotated, score))
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
    for label, judgements in (("training articles, each judged by the others", crossed), ("articles kept apart", kept)):
        print(f"{label}: {len(judgements)} offices, {sum(any(j[2][3]) for j in judgements)} with a body that is annotated")
        for least in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
            sure = [j for j in judgements if j[0] >= least]
            print(f"  from {least}: {len(sure)}, right {sum(j[1] for j in sure)}")
    if a.show:
        for p, right, c, best in sorted(kept, key=lambda j: -j[0]):
            if p >= 0.3 and not right:
                print(f"{p:.2f} {c[0]} {c[1]}", sorted(c[2][best])[:40])
    right = [j for j in crossed if j[1] and j[0] >= 0.4]
    importance = round(sum(j[2][4] for j in right) / max(1, len(right)), 2)
    rows = "\n".join(f'    "{name}": {w[k]:.3f},' for name, k in numbers.items() if abs(w[k]) >= 0.005)
    with open(a.output, "w", encoding="utf-8") as f:
        f.write(SWIFT.format(importance=importance, intercept=f"{w[-1]:.3f}", rows=rows))


if __name__ == "__main__":
    main()
