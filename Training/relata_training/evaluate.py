"""Accuracy with gold tokenisation: UPOS, XPOS, features, lemmas, UAS, LAS, label F1 and names F1."""
import collections

import torch

from . import decode, lemma
from .windows import groups, piece, tensors, windows
from .data import TYPOGRAPHIC


@torch.no_grad()
def analyse(model, documents, wordpiece, labels, pieces=3000, autocast=False, limit=128):
    """Yields (sentence, prediction) with prediction as a dict of lists; documents are read in windows of `limit` word pieces."""
    model.eval()
    every = [w for d in documents for w in windows([p for p in (piece(s, wordpiece) for s in d) if p], limit)]
    for group in groups(every, pieces):
        batch, sentences = tensors([every[i] for i in group], wordpiece)
        tokens, arcs, label_scores = model(*batch, autocast=autocast)
        heads = torch.zeros(arcs.shape[:2], dtype=torch.long)
        trees = []
        for k, p in enumerate(sentences):
            n = len(p.sentence.words)
            trees.append(decode.tree(arcs[k, :n, :n + 1].tolist()))
            heads[k, :n] = torch.tensor(trees[-1])
        chosen = label_scores(heads).argmax(2).tolist()
        best = {k: v.argmax(2).tolist() for k, v in tokens.items() if k not in ("names", "starts")}
        for k, p in enumerate(sentences):
            s, n = p.sentence, len(p.sentence.words)
            answer = {key: [labels.sets[key][j] for j in best[key][k][:n]] for key in best}
            answer["heads"] = trees[k]
            answer["labels"] = ["root" if h == 0 else labels.sets["labels"][j] for h, j in zip(trees[k], chosen[k][:n])]
            answer["names"] = decode.names(tokens["names"][k, :n].tolist(), labels.sets["names"])
            yield s, answer


def measure(model, documents, wordpiece, labels, **options):
    c, names = collections.Counter(), collections.Counter()
    by_label = collections.Counter()
    for s, p in analyse(model, documents, wordpiece, labels, **options):
        if s.heads:
            c["words"] += len(s.words)
            for i in range(len(s.words)):
                c["upos"] += p["upos"][i] == s.upos[i]
                c["xpos"] += p["xpos"][i] == s.xpos[i]
                c["feats"] += p["feats"][i] == s.feats[i]
                c["lemma"] += lemma.apply(p["lemma_scripts"][i], s.words[i].translate(TYPOGRAPHIC)) == s.lemmas[i]
                ok = p["heads"][i] == s.heads[i]
                c["uas"] += ok
                c["las"] += ok and p["labels"][i] == s.labels[i]
                by_label["gold", s.labels[i]] += 1
                by_label["system", p["labels"][i]] += 1
                by_label["both", s.labels[i]] += ok and p["labels"][i] == s.labels[i]
        if s.names and None not in s.names:
            gold, system = set(decode.spans(s.names)), set(decode.spans(p["names"]))
            for kind in ("PER", "ORG", "LOC", "EVENT", "TIME", "MISC"):
                g, y = {x for x in gold if x[2] == kind}, {x for x in system if x[2] == kind}
                names["gold", kind] += len(g)
                names["system", kind] += len(y)
                names["both", kind] += len(g & y)
    result = {k: round(100 * c[k] / max(c["words"], 1), 2) for k in ("upos", "xpos", "feats", "lemma", "uas", "las")}
    f1 = lambda t, kinds: round(200 * sum(t["both", k] for k in kinds) / max(1, sum(t["gold", k] + t["system", k] for k in kinds)), 1)
    result["names"] = f1(names, ("PER", "ORG", "LOC"))
    result["by name"] = {k: f1(names, (k,)) for k in ("PER", "ORG", "LOC", "EVENT", "TIME", "MISC")}
    result["by label"] = {k: f1(by_label, (k,)) for k in ("nsubj", "obj", "obl", "nmod", "conj", "appos", "acl", "acl:relcl", "parataxis", "flat", "compound")}
    return result
