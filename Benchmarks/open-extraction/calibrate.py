"""Fits the weights of the confidence on CaRB's development half and writes them as Swift.

    relata extract --open --one-sentence-per-line --trace path/to/CaRB/data/dev.txt > traced.tsv
    python3 calibrate.py path/to/CaRB traced.tsv > ../../Sources/RelataExtraction/Open/OpenWeights.swift

The target of each proposition is the precision that CaRB's matcher gives it in its matching of propositions with annotations, 0 for
what it leaves unmatched. Says on standard error what a model fitted on four fifths reaches on the fifth left out (whole sentences).
Needs numpy and scikit-learn; reads `data/gold/dev.tsv` only.
"""

import collections
import os
import sys

import numpy as np
from sklearn.linear_model import LogisticRegression

import score


def carb(checkout):
    """CaRB's own modules, without the packages that its default matcher does not use."""
    score.replace_unused_packages()
    sys.path.insert(0, checkout)
    import carb as module

    return module


def read(path):
    rows = []
    for line in open(path, encoding="utf-8"):
        columns = line.rstrip("\n").split("\t")
        features = dict(pair.rsplit("=", 1) for pair in columns[-1].split(" "))
        rows.append((columns[0], columns[2], columns[3:-1], {k: float(v) for k, v in features.items()}))
    return rows


def extraction(module, sentence, predicate, arguments, confidence):
    result = module.TabReader.read.__globals__["Extraction"](
        pred=predicate, head_pred_index=None, sent=sentence, confidence=confidence)
    for argument in arguments:
        result.addArg(argument)
    return result


def credits(module, gold, rows):
    """The precision of each row in the one-to-one matching of all rows of its sentence, as carb.py matches."""
    by_sentence = collections.defaultdict(list)
    for index, row in enumerate(rows):
        by_sentence[module.Benchmark.normalizeKey(row[0])].append(index)
    result = np.zeros(len(rows))
    for key, indices in by_sentence.items():
        scores = []
        for annotation in gold.get(key, []):
            for index in indices:
                row = extraction(module, *rows[index][:3], 1.0)
                precision = module.Matcher.binary_linient_tuple_match(annotation, row, True, True)[0]
                scores.append((-precision, len(scores), id(annotation), index))
        used = set()
        for negated, _, annotation, index in sorted(scores):
            if annotation not in used and index not in used:
                used |= {annotation, index}
                result[index] = -negated
    return result


def fit(inputs, targets):
    """A logistic regression on shares: each row counts as a hit and as a miss, weighted."""
    model = LogisticRegression(C=0.3, max_iter=5000)
    return model.fit(
        np.vstack([inputs, inputs]), np.r_[np.ones(len(targets)), np.zeros(len(targets))],
        sample_weight=np.r_[targets, 1 - targets] + 1e-9)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    module = carb(sys.argv[1])
    benchmark = module.Benchmark(os.path.join(sys.argv[1], "data", "gold", "dev.tsv"))
    gold = module.Benchmark.normalizeDict(benchmark.gold)
    rows = read(sys.argv[2])
    counts = collections.Counter(name for row in rows for name in row[3])
    # What is seen too rarely is left to the intercept.
    names = sorted(name for name, count in counts.items() if count >= 8)
    inputs = np.array([[row[3].get(name, 0.0) for name in names] for row in rows])
    targets = credits(module, gold, rows)

    sentences = {sentence: number for number, sentence in enumerate(dict.fromkeys(row[0] for row in rows))}
    fold = np.array([sentences[row[0]] % 5 for row in rows])
    held_out = np.zeros(len(rows))
    for part in range(5):
        model = fit(inputs[fold != part], targets[fold != part])
        held_out[fold == part] = model.predict_proba(inputs[fold == part])[:, 1]
    predicted = collections.defaultdict(list)
    for row, confidence in zip(rows, np.round(held_out, 3)):
        predicted[row[0]].append(extraction(module, *row[:3], confidence))
    auc, (precision, recall, f1) = benchmark.compare(
        predicted, module.Matcher.binary_linient_tuple_match, os.devnull)
    print(f"cross-validated: AUC {auc}, P {precision} R {recall} F1 {f1}", file=sys.stderr)
    for low in np.arange(0, 1, 0.1):
        chosen = (held_out >= low) & (held_out < low + 0.1)
        if chosen.any():
            print(f"  {low:.1f}: {chosen.sum()} with {targets[chosen].mean():.3f}", file=sys.stderr)

    model = fit(inputs, targets)
    print("/// Written by Benchmarks/open-extraction/calibrate.py from CaRB's development half; not to be edited by hand.")
    print("enum OpenWeights {")
    print(f"  static let intercept = {model.intercept_[0]:.4f}")
    print("  static let table: [String: Double] = [")
    for name, weight in zip(names, model.coef_[0]):
        print(f'    "{name}": {weight:.4f},')
    print("  ]")
    print("}")


if __name__ == "__main__":
    main()
