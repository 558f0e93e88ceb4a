"""Which relations an English word can express, whatever its grammar: `Sources/CRelataOntology/Data/senses.tsv`."""

CLASSES = {"VB": "v", "NN": "n", "JJ": "a"}


def key(lemma, tag):
    """A word's entry: its lemma and class. Proper nouns have none."""
    kind = None if tag.startswith("NNP") else CLASSES.get(tag[:2])
    return f"{lemma} {kind}" if kind else None


def load(path, numbers):
    """Relation numbers by entry."""
    found = {}
    with open(path, encoding="utf-8") as f:
        for line in f:
            entry, _, relations = line.rstrip("\n").partition("\t")
            found[entry] = [numbers[r] for r in relations.split(" ") if r in numbers]
    return found
