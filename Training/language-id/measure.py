"""Measures a model on texts that it was not trained on, cut to a number of characters: the sentences of Lingua's test data (news of the
Leipzig Corpora Collection in 75 languages), of the parallel treebanks (news and Wikipedia) and the test articles of MasakhaNEWS."""

from __future__ import annotations

import argparse
import csv
import random
from collections import Counter
from pathlib import Path

import numpy

from corpus import Sources, sentences
from features import features

PARALLEL = {
    "ar": "Arabic", "cs": "Czech", "de": "German", "en": "English", "es": "Spanish", "fi": "Finnish", "fr": "French", "hi": "Hindi",
    "id": "Indonesian", "is": "Icelandic", "it": "Italian", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "sv": "Swedish",
    "tr": "Turkish",
}
NEWS = {
    "am": "amh", "en": "eng", "fr": "fra", "ha": "hau", "ig": "ibo", "lg": "lug", "ln": "lin", "om": "orm", "rn": "run", "sn": "sna",
    "so": "som", "sw": "swa", "ti": "tir", "xh": "xho", "yo": "yor",
}
# Varieties that the model is not asked to tell apart.
ALIKE = [{"hr", "sr", "bs"}, {"id", "ms"}, {"nb", "nn"}]


def texts(sources: Sources) -> dict[str, dict[str, list[str]]]:
    """Name of the set -> language -> sentences or articles."""
    lingua = {}
    for path in sources.git("pemistahl/lingua-rs", "ls-tree", "-r", "--name-only", "HEAD").splitlines():
        if path.endswith("testdata/sentences.txt"):
            lingua[path.split("/")[1]] = sources.git("pemistahl/lingua-rs", "show", f"HEAD:{path}").splitlines()
    parallel = {
        code: sentences(sources.git(f"UniversalDependencies/UD_{name}-PUD", "show", f"HEAD:{code}_pud-ud-test.conllu"))
        for code, name in PARALLEL.items()
    }
    news = {}
    for code, folder in NEWS.items():
        rows = sources.git("masakhane-io/masakhane-news", "show", f"HEAD:data/{folder}/test.tsv").splitlines()
        news[code] = [f"{row['headline']}\n\n{row['text'] or ''}" for row in csv.DictReader(rows, delimiter="\t")]
    return {"Lingua": lingua, "PUD": parallel, "MasakhaNEWS": news}


def cut(lines: list[str], length: int, count: int, draw: random.Random) -> list[str]:
    """Texts of the same length, from a random line on."""
    found = []
    for _ in range(count):
        index = draw.randrange(len(lines))
        text = lines[index]
        while len(text) < length:
            index = (index + 1) % len(lines)
            text += " " + lines[index]
        found.append(text[: length + 1].rsplit(" ", 1)[0])
    return found


class Model:
    def __init__(self, file: Path):
        model = numpy.load(file)
        self.codes = [str(code) for code in model["codes"]]
        self.vectors, self.weights, self.bias = model["vectors"], model["weights"], model["bias"]

    def probabilities(self, text: str) -> numpy.ndarray:
        found = features(text, len(self.vectors))
        mean = self.vectors[found].mean(axis=0) if len(found) else numpy.zeros(self.vectors.shape[1])
        scores = mean @ self.weights + self.bias
        powers = numpy.exp(scores - scores.max())
        return powers / powers.sum()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("model", type=Path, help="what train.py wrote")
    options.add_argument("repositories", type=Path, help="as for corpus.py")
    options.add_argument("--count", type=int, default=200, help="texts of each language")
    given = options.parse_args()
    model = Model(given.model)
    english = model.codes.index("en")
    for name, languages in texts(Sources(given.repositories, Path(), Path())).items():
        for length in (60, 150, 500):
            draw = random.Random(11)
            shares, lost, named, wrong = [], [], 0, Counter()
            for code, lines in languages.items():
                if code not in model.codes and code != "bs":
                    continue
                for text in cut(lines, length, given.count, draw):
                    probabilities = model.probabilities(text)
                    best = model.codes[int(probabilities.argmax())]
                    if code == "en":
                        lost.append(probabilities[english])
                        continue
                    shares.append(probabilities[english])
                    if best == code or any({best, code} <= group for group in ALIKE):
                        named += 1
                    else:
                        wrong[f"{code} as {best}"] += 1
            print(
                f"{name}, {length} characters: {named / len(shares):.4f} of {len(shares)} named, "
                f"{numpy.mean(numpy.array(shares) < 0.1):.4f} less than 0.1 English; "
                f"{sum(share < 0.1 for share in lost)} of {len(lost)} English texts too"
            )
            print("   ", ", ".join(f"{pair}: {count}" for pair, count in wrong.most_common(8)))


if __name__ == "__main__":
    main()
