"""Scores a file of propositions with CaRB's own scorer.

    python3 score.py path/to/CaRB dev propositions.tsv

`carb.py` of the checkout runs unchanged with its default matcher; the packages that it imports but does not use there (a debugger,
NLTK, a function that scikit-learn has moved) are replaced by empty modules. Needs numpy, scikit-learn and docopt.
"""

import os
import runpy
import sys
import types


def replace_unused_packages():
    unused = "ipdb nltk nltk.corpus nltk.translate nltk.translate.bleu_score sklearn.preprocessing.data"
    for name in unused.split():
        sys.modules[name] = types.ModuleType(name)
    sys.modules["nltk.corpus"].stopwords = types.SimpleNamespace(words=lambda language: [])
    sys.modules["nltk.translate.bleu_score"].sentence_bleu = None
    sys.modules["sklearn.preprocessing.data"].binarize = None


def main():
    if len(sys.argv) != 4 or sys.argv[2] not in ("dev", "test"):
        sys.exit(__doc__)
    checkout, half, propositions = sys.argv[1:]
    replace_unused_packages()
    sys.path.insert(0, checkout)
    script = os.path.join(checkout, "carb.py")
    gold = os.path.join(checkout, "data", "gold", half + ".tsv")
    sys.argv = [script, f"--gold={gold}", f"--out={os.devnull}", f"--tabbed={propositions}"]
    runpy.run_path(script, run_name="__main__")


if __name__ == "__main__":
    main()
