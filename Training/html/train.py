#!/usr/bin/env python3
"""Trains ArticleModel on pages whose article is known.

Usage: train.py --set FEATURES.jsonl TRUTH.json WEIGHT [--set …] [--write ArticleModel+Weights.swift]

FEATURES.jsonl is what `.build/release/relata page-features page.html …` prints; the truth maps the pages' names (without .html) to their
`articleBody`; the weight is how many times each page counts. A block is the article's if most of its words lie in runs of four words that the truth has too. The report is by
cross-validation over pages with the measure of scrapinghub's article-extraction-benchmark.
"""
import argparse
import collections
import json
import os
import re

import numpy as np
from scipy.optimize import minimize

TOKEN = re.compile(r"\w+")


def grams(tokens, n=4):
    return [tuple(tokens[i:i + n]) for i in range(max(1, len(tokens) - n + 1))] if tokens else []


def measure(true, predicted):
    a, b = collections.Counter(grams(true)), collections.Counter(grams(predicted))
    tp = sum((a & b).values())
    fp, fn = sum(b.values()) - tp, sum(a.values()) - tp
    p = 1.0 if fp == fn == 0 else tp / (tp + fp) if tp + fp else 0.0
    r = 1.0 if fp == fn == 0 else tp / (tp + fn) if tp + fn else 0.0
    return p, r


class Page:
    def __init__(self, row, truth):
        self.name = os.path.basename(row["file"]).split(".")[0]
        self.truth = TOKEN.findall(truth[self.name]["articleBody"])
        self.names = row["names"]
        self.texts = row["texts"]
        self.tokens = [TOKEN.findall(t) for t in row["texts"]]
        self.x = np.array(row["features"], dtype=np.float64).reshape(len(self.texts), len(row["names"]))
        self.nodes, self.parents = row["nodes"], row["parents"]
        self.label()
        self.shrink()

    def label(self):
        known = set(grams(self.truth))
        stream = [(i, t) for i, tokens in enumerate(self.tokens) for t in tokens]
        covered = np.zeros(len(stream))
        for k in range(len(stream) - 3):
            if tuple(t for _, t in stream[k:k + 4]) in known:
                covered[k:k + 4] = 1
        hits = np.zeros(len(self.texts))
        for (i, _), c in zip(stream, covered):
            hits[i] += c
        sizes = np.array([len(t) for t in self.tokens])
        self.sizes = sizes
        self.y = (hits > 0.5 * sizes).astype(int)
        self.unlabel_repeated()

    def unlabel_repeated(self):
        """Of blocks that say the same only one is the article's: that with most of the article around it."""
        groups = collections.defaultdict(list)
        for i, tokens in enumerate(self.tokens):
            if self.y[i]:
                groups[tuple(tokens)].append(i)
        y = self.y.copy()
        for group in groups.values():
            if len(group) > 1 and len(group[0:1]) and len(self.tokens[group[0]]) >= 4:
                best = max(group, key=lambda i: self.sizes[max(0, i - 4):i + 5] @ y[max(0, i - 4):i + 5])
                for i in group:
                    self.y[i] = i == best

    def shrink(self):
        """Keeps only the nodes above blocks."""
        keep = set()
        for n in self.nodes:
            while n >= 0 and n not in keep:
                keep.add(n)
                n = self.parents[n]
        order = sorted(keep)
        index = {n: i for i, n in enumerate(order)}
        self.parents = [index.get(self.parents[n], -1) for n in order]
        self.nodes = [index[n] for n in self.nodes]

    def choose(self, values, s):
        n = len(self.parents)
        inside, outside = [0.0] * n, [0.0] * n
        for i, node in enumerate(self.nodes):
            inside[node] += max(values[i], -s)
            outside[node] += max(0, values[i] - s)
        for node in range(n - 1, -1, -1):
            p = self.parents[node]
            if p >= 0:
                inside[p] += max(inside[node], outside[node] - s)
                outside[p] += max(outside[node], inside[node] - s)
        chosen = [False] * n
        for node in range(n):
            p = self.parents[node]
            chosen[node] = (inside[node] >= outside[node] - s) if p >= 0 and chosen[p] else (inside[node] - s > outside[node])
        return [values[i] > -s if chosen[node] else values[i] > s for i, node in enumerate(self.nodes)]

    def score(self, chosen):
        return measure(self.truth, [t for c, ts in zip(chosen, self.tokens) if c for t in ts])


def weights(page):
    w = np.minimum(np.sqrt(page.sizes + 1), 8)
    return w / w.sum()


# Names that say that something is no part of the article may count for nothing, but never for it.
NEVER_FOR = {p + k for p in ("hint", "own") for k in
             ("Comments", "Related", "Sharing", "Navigation", "Notice", "About", "Caption", "Hidden", "Listing")}
NEVER_FOR |= {"inFooter", "inAside", "inForm", "linkDensity", "linkDensitySquared", "repeated", "symbols"}


class Model:
    def __init__(self, weights, bias):
        self.weights, self.bias = weights, bias

    def decision_function(self, x):
        return x @ self.weights + self.bias


def fit_linear(pages, c):
    """Logistic regression with a penalty on squares and bounds on signs."""
    x = np.vstack([p.x for p in pages])
    y = np.concatenate([p.y for p in pages]) * 2.0 - 1
    w = np.concatenate([weights(p) for p in pages])
    w *= len(w) / w.sum()

    def loss(parameters):
        a, b = parameters[:-1], parameters[-1]
        margin = y * (x @ a + b)
        slope = -w * y / (1 + np.exp(np.clip(margin, -500, 500)))
        return w @ np.logaddexp(0, -margin) + a @ a / (2 * c), np.append(x.T @ slope + a / c, slope.sum())

    bounds = [(None, 0 if n in NEVER_FOR else None) for n in pages[0].names] + [(None, None)]
    result = minimize(loss, np.zeros(x.shape[1] + 1), jac=True, method="L-BFGS-B", bounds=bounds,
                      options={"maxiter": 2000, "maxfun": 4000})
    return Model(result.x[:-1], result.x[-1])


def summary(scores):
    p = np.mean([s[0] for s in scores]); r = np.mean([s[1] for s in scores])
    return "F1 %.4f P %.4f R %.4f" % (2 * p * r / (p + r), p, r)


def load(features, truth):
    truth = json.load(open(truth))
    return [Page(json.loads(line), truth) for line in open(features)]


SWITCHING = [0, 0.5, 1, 1.5, 2]


def fit(sets, counts, c):
    """Pages whose truth is not found in their blocks teach nothing."""
    pages = [p for pages, count in zip(sets, counts) for p in pages if min(p.score(p.y)) >= 0.7 for _ in range(count)]
    return fit_linear(pages, c)


def write(path, names, model, switching):
    lines = ["// Written by Training/html/train.py; do not edit.", "", "extension ArticleModel {",
             "  /// Subtracted along each edge of the tree where it goes into the article or out of it.",
             "  static let switching: Float = %g" % switching, "", "  /// Of a block of which nothing is known.",
             "  static let bias: Float = %.3f" % model.bias, "",
             "  /// In the order of `BlockFeatures.names`.", "  static let weights: [Float] = ["]
    lines += ["    %.3f,  // %s" % (w, n) for n, w in zip(names, model.weights)]
    lines += ["  ]", "}", ""]
    with open(path, "w") as file:
        file.write("\n".join(lines))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", nargs=3, action="append", required=True, metavar=("FEATURES", "TRUTH", "WEIGHT"))
    parser.add_argument("--write", metavar="SWIFT", help="where the weights of a model of all pages are written")
    parser.add_argument("--regularization", type=float, default=1.0)
    parser.add_argument("--switching", type=float, default=0.5)
    parser.add_argument("--folds", type=int, default=4, help="of the cross-validation; 0 for none")
    options = parser.parse_args()
    sets = [load(features, truth) for features, truth, _ in options.set]
    counts = [int(weight) for _, _, weight in options.set]
    folds = options.folds
    chosen = [[[None] * len(pages) for pages in sets] for _ in SWITCHING]
    for fold in range(folds):
        model = fit([[p for i, p in enumerate(pages) if i % folds != fold] for pages in sets], counts, options.regularization)
        for s, pages in enumerate(sets):
            for i, page in enumerate(pages):
                if i % folds == fold:
                    values = list(model.decision_function(page.x)) if len(page.x) else []
                    for k, switching in enumerate(SWITCHING):
                        chosen[k][s][i] = page.score(page.choose(values, switching))
    for s, pages in enumerate(sets if folds else []):
        print(options.set[s][0], len(pages), "pages,", sum(len(p.texts) for p in pages), "blocks")
        print("  best that blocks allow:", summary([p.score(p.y) for p in pages]))
        for k, switching in enumerate(SWITCHING):
            print("  cross-validated, switching %g:" % switching, summary(chosen[k][s]))
    if options.write:
        with open(options.set[0][0]) as file:
            names = json.loads(next(file))["names"]
        write(options.write, names, fit(sets, counts, options.regularization), options.switching)


if __name__ == "__main__":
    main()
