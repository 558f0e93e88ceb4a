#!/usr/bin/env python3
"""Writes the lemma lexicon: irregular and frequent forms of the treebanks, and the verbs and nouns that WordNet knows.

The encoder's lemma head errs where two verbs share a spelling rule ("captured", "lobbied"); a list of existing lemmas settles it.
"""
import argparse
import collections
import glob
import os
import re

from relata_training.data import HELD_OUT, TYPOGRAPHIC, read_conllu

PARTS = {"VERB": "v", "NOUN": "n", "ADJ": "a", "AUX": "x", "ADV": "r"}


def main():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument("--ud", required=True)
    a.add_argument("--wordnet", default="/usr/share/wordnet", help="folder with index.verb, verb.exc, … (Debian: wordnet-base)")
    a.add_argument("--output", required=True)
    a = a.parse_args()
    forms = collections.defaultdict(collections.Counter)
    for treebank in ("ewt", "gum"):
        path = glob.glob(os.path.join(a.ud, f"{treebank}-train.conllu*"))[0]
        for s in read_conllu(path, HELD_OUT):
            for w, p, l in zip(s.words, s.upos, s.lemmas):
                w = w.translate(TYPOGRAPHIC).lower()
                if p in PARTS and re.fullmatch(r"[a-z']+", w) and re.fullmatch(r"[a-z']+", l):
                    forms[PARTS[p], w][l] += 1
    # A form seen but once or twice may be a slip of annotation: WordNet's exceptions then come first.
    lexicon = {k: c.most_common(1)[0][0] for k, c in forms.items() if c.most_common(1)[0][1] > 2}
    frequent = set(lexicon)
    dictionary = {}
    for part, name in (("v", "verb"), ("n", "noun"), ("a", "adj")):
        with open(os.path.join(a.wordnet, f"index.{name}"), encoding="ascii") as f:
            dictionary[part] = {line.split(" ", 1)[0] for line in f}
    words = collections.defaultdict(set)
    for (part, _), lemma in lexicon.items():
        if part in "vn":
            words[part].add(lemma)
    for part, name in (("v", "verb"), ("n", "noun"), ("a", "adj")):
        with open(os.path.join(a.wordnet, f"{name}.exc"), encoding="ascii") as f:
            exceptions = collections.defaultdict(list)
            for line in f:
                form, *lemmas = line.split()
                if form.isalpha():
                    exceptions[form] += lemmas
        for form, lemmas in exceptions.items():
            # Of several lemmas the regular one ("bases": "base", not "basis"), else the one that the treebanks have.
            # A frequent lemma that is no word ("flead") is a slip too.
            if (part, form) not in frequent or lexicon[part, form] not in dictionary[part]:
                regular = lambda l: part == "n" and form in (l + "s", l + "es", re.sub("fe?$", "ves", l))
                lexicon[part, form] = max(lemmas, key=lambda l: (regular(l), forms.get((part, form), {}).get(l, 0)))
        if part != "a":
            with open(os.path.join(a.wordnet, f"index.{name}"), encoding="ascii") as f:
                for line in f:
                    # Nouns only where a plural could be misread; the list of verbs is what rules need most.
                    word = line.split(" ", 1)[0]
                    if word.isalpha() and word.islower() and (part == "v" or word.endswith(("s", "e", "y"))):
                        words[part].add(word)
    with open(a.output, "w", encoding="ascii", newline="\n") as f:
        for (part, form), lemma in sorted(lexicon.items()):
            if form != lemma:
                f.write(f"{part}\t{form}\t{lemma}\n")
        for part in "vn":
            for word in sorted(words[part]):
                f.write(f"{part}\t{word}\n")


if __name__ == "__main__":
    main()
