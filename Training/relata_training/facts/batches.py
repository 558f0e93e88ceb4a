"""Tensors of documents: windows, mentions, antecedent pairs, sentences of mentions."""
import numpy as np
import torch

from ..windows import pad
from ..wordpiece import shape
from . import features
from .examples import REACH, UNKNOWN, WITHIN
from .model import COREF_FEATURES


class Windows:
    """A document's windows of word pieces for one encoder, with what its shared layers make of them."""

    def __init__(self, example, wordpiece, limit):
        windows, size = [], 0
        for first, end, _ in example.sentences:
            ids, shapes, firsts = [], [], []
            for w in example.forms[first:end]:
                p = wordpiece.pieces(w)
                firsts.append(len(ids))
                ids += p
                shapes += [shape(w)] * len(p)
            if len(ids) > 508:
                ids, shapes, firsts = ids[:508], shapes[:508], [min(f, 507) for f in firsts]
            if not windows or size + len(ids) + 1 > limit:
                windows.append(([wordpiece.cls], [9], []))
                size = 1
            i, s, f = windows[-1]
            f += [len(i) + x for x in firsts]
            i += ids + [wordpiece.sep]
            s += shapes + [9]
            size += len(ids) + 1
        self.windows = windows
        self.lower = None


class Prepared(Windows):
    """A document's windows and its fixed tensors. `second`: the word pieces of an encoder beside the first."""

    def __init__(self, example, wordpiece, limit=128, second=None):
        super().__init__(example, wordpiece, limit)
        self.beside = Windows(example, second, limit) if second else None
        self.example = e = example
        self.answer, self.is_silver, self.source = None, False, e.source
        ms = e.mentions
        self.index = torch.tensor([[m["head"], m["first"], m["last"]] for m in ms], dtype=torch.long).view(-1, 3)
        self.kind = torch.tensor([m["kind"] for m in ms], dtype=torch.long)
        self.rule_type = torch.tensor([m["type"] + 1 for m in ms], dtype=torch.long)
        self.known = torch.tensor([k != UNKNOWN and m["kind"] != 3 for k, m in zip(e.entities, ms)], dtype=torch.bool)
        self.is_entity = torch.tensor([isinstance(k, str) for k in e.entities], dtype=torch.bool)
        self.types = torch.tensor([t if t >= 0 else -100 for t in e.types], dtype=torch.long)
        self._pairs = self._all_pairs = None
        self.links_of, self.rules_of = {}, {}
        for l in e.links:
            self.links_of.setdefault(l.sentence, []).append(l)
        for (s, x, y), r in e.rules.items():
            self.rules_of.setdefault(s, {})[(x, y)] = r

    def all_pairs(self):
        """The same for every description and pronoun, whether its answer is known or not."""
        if self._all_pairs is None:
            self._all_pairs = antecedent_pairs(self.example, [i for i, m in enumerate(self.example.mentions) if m["kind"] >= 2])
        return self._all_pairs

    def pairs(self):
        """(anaphors, candidates, features, is right, group): all pairs of those with a known answer, grouped by anaphor."""
        if self._pairs is None:
            self._pairs = antecedent_pairs(self.example, [i for i, a in enumerate(self.example.antecedents) if a is not None])
        return self._pairs


def antecedent_pairs(e, asked):
    counts, rows, at = {}, [], 0
    asked = set(asked)
    for i, m in enumerate(e.mentions):
        if i in asked:
            right = e.antecedents[i] if e.antecedents else None
            for j in range(max(0, i - REACH), i):
                if m["sentence"] - e.mentions[j]["sentence"] <= WITHIN and (e.mentions[j]["head"] != m["head"]):
                    rows.append((i, j, right is not None and j in right, features.coreference(e, i, j, counts)))
        if m["kind"] < 2 and m["chains"]:
            counts[m["chains"][0]] = counts.get(m["chains"][0], 0) + 1
    f = {k: torch.tensor([r[3][k] for r in rows], dtype=torch.uint8) for k in COREF_FEATURES}
    return (torch.tensor([r[0] for r in rows], dtype=torch.long), torch.tensor([r[1] for r in rows], dtype=torch.long), f,
            torch.tensor([r[2] for r in rows], dtype=torch.bool))


def lower_all(model, prepared, wordpiece, second=None, pieces=4000):
    """Runs the shared layers over all windows once."""
    if second:
        lower_all(model.beside, [p.beside for p in prepared], second, pieces=pieces)
    rows = [(d, k) for d, p in enumerate(prepared) for k in range(len(p.windows))]
    rows.sort(key=lambda r: len(prepared[r[0]].windows[r[1]][0]))
    for p in prepared:
        p.lower = [None] * len(p.windows)
    while rows:
        group, longest = [], 0
        while rows and max(longest, len(prepared[rows[0][0]].windows[rows[0][1]][0])) * (len(group) + 1) <= pieces or not group:
            r = rows.pop(0)
            longest = max(longest, len(prepared[r[0]].windows[r[1]][0]))
            group.append(r)
            if not rows:
                break
        ws = [prepared[d].windows[k] for d, k in group]
        ids, shapes = pad([w[0] for w in ws], wordpiece.pad), pad([w[1] for w in ws], 9)
        mask = pad([[True] * len(w[0]) for w in ws], False)
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            x = model.lower(ids, shapes, mask).to(torch.bfloat16)
        for row, (d, k) in enumerate(group):
            prepared[d].lower[k] = x[row, :len(ws[row][0])].clone()


def encode(model, docs, autocast=True):
    """Word vectors of documents [words, WIDTH], and where each document's begin."""
    w = vectors(model, docs, autocast)
    if model.beside:
        w = torch.cat([w, vectors(model.beside, [p.beside for p in docs], autocast)], -1)
    starts, at = [], 0
    for p in docs:
        starts.append(at)
        at += len(p.example.forms)
    return w, starts


def vectors(model, docs, autocast):
    """What one encoder makes of the words of documents."""
    windows = [(p, k) for p in docs for k in range(len(p.windows))]
    n = max(p.lower[k].shape[0] for p, k in windows)
    x = torch.zeros(len(windows), n, model.width, dtype=torch.bfloat16 if autocast else torch.float32)
    shapes = torch.full((len(windows), n), 9)
    mask = torch.zeros(len(windows), n, dtype=torch.bool)
    firsts = []
    for row, (p, k) in enumerate(windows):
        l = p.lower[k].shape[0]
        x[row, :l] = p.lower[k]
        mask[row, :l] = True
        shapes[row, :l] = torch.tensor(p.windows[k][1])
        firsts += [row * n + f for f in p.windows[k][2]]
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=autocast):
        y = model.upper(x, mask, shapes)
    return y.float().reshape(-1, model.width)[torch.tensor(firsts)]


class Sentences:
    """The sentences of documents with the mentions chosen in each, padded, as `FactReader.links` takes them."""

    def __init__(self, chosen, model, with_rules=True):
        """`chosen`: (prepared, first word of the document, first mention of the document, sentence, mentions in it) for each sentence."""
        self.chosen = chosen
        s, M = len(chosen), max(len(c[4]) for c in chosen)
        L = max(c[0].example.sentences[c[3]][1] - c[0].example.sentences[c[3]][0] for c in chosen)
        self.words = torch.zeros(s, L, dtype=torch.long)
        self.word_mask = torch.zeros(s, L, dtype=torch.bool)
        self.mentions = torch.zeros(s, M, dtype=torch.long)
        self.pair_mask = torch.zeros(s, M, M, dtype=torch.bool)
        self.regions = torch.zeros(s, M, M, L, dtype=torch.long)
        self.distance = torch.zeros(s, M, M, dtype=torch.long)
        self.rule = torch.zeros(s, M, M, dtype=torch.long)
        self.triggers = torch.zeros(s, L, model.relation_count)
        for row, (p, word, mention, sentence, ms) in enumerate(chosen):
            e = p.example
            first, end, _ = e.sentences[sentence]
            l = end - first
            self.words[row, :l] = torch.arange(word + first, word + end)
            self.word_mask[row, :l] = True
            for w in range(first, end):
                for r in e.triggers.get(w, ()):
                    self.triggers[row, w - first, r] = 1
            n = len(ms)
            heads = np.array([e.mentions[i]["head"] - first for i in ms])
            self.mentions[row, :n] = torch.tensor([mention + i for i in ms])
            self.pair_mask[row, :n, :n] = torch.from_numpy(heads[:, None] != heads[None, :])
            self.regions[row, :n, :n, :l] = torch.from_numpy(features.regions(heads, l))
            self.distance[row, :n, :n] = torch.from_numpy(features.distances(heads))
            for (x, y), relations_ in (p.rules_of.get(sentence, {}) if with_rules else {}).items():
                for a, i in enumerate(ms):
                    for b, j in enumerate(ms):
                        if a != b and x in e.mentions[i]["chains"] and y in e.mentions[j]["chains"]:
                            least = 1 + min(relations_)
                            self.rule[row, a, b] = least if self.rule[row, a, b] == 0 else min(least, self.rule[row, a, b])


class Read:
    """Documents as the mention heads see them: word vectors, mention vectors and scores, and where each document's begin."""

    def __init__(self, model, docs, autocast=True):
        w, self.starts = encode(model, docs, autocast)
        self.kind = torch.cat([p.kind for p in docs])
        self.w = model.drop(w)
        index = torch.cat([p.index + s for p, s in zip(docs, self.starts)])
        self.m = model.mentions(self.w, index, self.kind, torch.cat([p.rule_type for p in docs]))
        self.first, at = [], 0
        for p in docs:
            self.first.append(at)
            at += len(p.example.mentions)
        self.scores = model.entity(self.m)
