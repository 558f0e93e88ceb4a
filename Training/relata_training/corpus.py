"""All documents that a student is trained on, in one order."""
from . import documents, silver
from .data import HELD_OUT, capitalised_adjectives


def arguments(parser):
    parser.add_argument("--ud", required=True, help="folder with {ewt,gum}-{train,dev}.conllu[.xz]")
    parser.add_argument("--redocred", required=True, help="folder with train.json[.xz]")
    parser.add_argument("--pud", help="en_pud-ud-test.conllu")
    parser.add_argument("--silver", help="unlabelled text as `relata analyze` prints it")


def trees(a):
    return [d for t in ("ewt", "gum") for d in documents.treebank(documents.find(a.ud, f"{t}-train.conllu"), HELD_OUT, longest=60)]


def training(a):
    """Documents: trees (EWT, GUM, PUD), names (GUM, Re-DocRED), neither (silver)."""
    annotated = trees(a)
    adjectives = capitalised_adjectives(documents.flat(annotated))
    result = annotated + documents.redocred(documents.find(a.redocred, "train.json"), adjectives)
    if a.pud:
        more = documents.treebank(a.pud, longest=60)
        for s in documents.flat(more):
            s.xpos = s.feats = s.lemma_scripts = None  # annotated to other conventions
        result += more
    if a.silver:
        result += silver.tokenised(a.silver)
    return result
