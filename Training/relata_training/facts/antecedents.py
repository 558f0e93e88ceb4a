"""Ranks, for each description and pronoun, what was mentioned before it: the head that the Swift runtime computes
(Documentation/model-file.md), trained by itself on the vectors of mentions as they are.

A candidate's chain counts as much as the candidate: what it has been called so far, how often, by which names. In training these are
the annotated chains, afterwards those found so far. The program's `AntecedentRules` are not asked here, and its sentences are counted
without boilerplate."""
from collections import Counter

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from .examples import NONE, REACH, UNKNOWN, WITHIN
from .features import MENTION_STEPS, NO_PRONOUN, OTHER_PRONOUN, PRONOUN
from .inventory import TYPES
from .model import MENTION

PAIR, PRODUCT, NEWNESS, KINDS = 128, 128, 64, 64
PARTS = (PAIR, PAIR, PRODUCT, PRODUCT, PAIR, PAIR, NEWNESS)
FEATURES = {    # name: how many values
    "sentences": 9, "mentions": 10, "kinds": 16, "lemma": 3, "types": 3, "number": 4, "gender": 5, "subject": 4, "pronoun": 11, "rank": 6,
    "head_word": 5, "modifiers": 7, "determiner": 11, "candidate_determiner": 11, "path": 7, "count": 7, "latest": 2, "chain_word": 4,
    "likely_type": 6, "title": 3, "role": 9}
COUNT_STEPS = (2, 3, 4, 6, 9, 15)
DEPTH = 12      # of governors that are looked at
# Their lists are those of `coreference.tsv`.
DETERMINERS = {w: k for k, words in enumerate(("the", "this that these those", "a an another some any no every each", "both all"), 1)
               for w in words.split()}
OTHER_DETERMINER, PRONOUN_POSSESSOR, POSSESSOR, NUMBER, BARE_PLURAL, BARE_SINGULAR = range(5, 11)
FUNCTION_WORDS = {"of", "the", "and", "for", "in"}
MODIFYING = {"amod", "compound", "nmod", "nummod", "flat"}
ROLES = {r: k for k, r in enumerate(("nsubj", "obj", "obl", "nmod", "compound", "appos", "conj", "root"), 1)}
NO, RIGHT, NOT_ASKED = range(3)


class Traits:
    """What of a document's mentions is compared. Arrays have an entry for each mention."""

    def __init__(self, e):
        self.example, mentions = e, e.mentions
        get = lambda key: np.array([m[key] for m in mentions])
        self.sentence, self.head, self.kind, self.type = get("sentence"), get("head"), get("kind"), get("type")
        self.plural = get("plural").astype(int)
        self.gender = np.array([{"masculine": 1, "feminine": 2}.get(m["gender"], 0) for m in mentions])
        self.subject = np.array([int(m["relation"].startswith("nsubj")) for m in mentions])
        self.role = np.array([ROLES.get(m["relation"].split(":")[0], 0) for m in mentions])
        self.title = np.array([int(e.sentences[m["sentence"]][2] == "title") for m in mentions])
        self.pronoun = np.array([PRONOUN.get(e.forms[m["head"]].lower(), OTHER_PRONOUN) if m["kind"] == 3 else NO_PRONOUN for m in mentions])
        children = [[] for _ in e.forms]
        for w, p in enumerate(e.parents):
            if p >= 0:
                children[p].append(w)
        described = [self._described(e, m, children) for m in mentions]
        self.determiner = np.array([d for d, _ in described])
        numbers = {}
        number = lambda w: numbers.setdefault(w, len(numbers))
        self.lemma = np.array([number(e.lemmas[m["head"]]) for m in mentions])
        modifiers = [[number(w) for w in words] for _, words in described]
        self.words = len(numbers)
        self.modifiers = np.zeros((len(mentions), self.words), bool)
        for row, words in zip(self.modifiers, modifiers):
            row[words] = True
        self.modifier_count = self.modifiers.sum(1)
        self.governor = np.array([e.parents[m["head"]] for m in mentions])
        self.governors = [self._governors(e, m["head"]) for m in mentions]

    @staticmethod
    def _described(e, m, children):
        """How a mention begins, and the words beside its head that tell which one it is."""
        head = m["head"]
        if m["kind"] == 3:
            return 0, []
        if m["kind"] < 2:
            return 0, [e.lemmas[w] for w in range(m["first"], m["last"] + 1)
                       if w != head and e.forms[w][0].isalnum() and e.lemmas[w] not in FUNCTION_WORDS]
        determiner, words = 0, []
        for w in children[head]:
            relation, is_pronoun = e.relations[w], e.tags[w].startswith("PRP")
            if relation.startswith("det"):
                determiner = DETERMINERS.get(e.lemmas[w], OTHER_DETERMINER)
            elif relation == "nmod:poss":
                determiner = PRONOUN_POSSESSOR if is_pronoun else POSSESSOR
            elif relation == "nummod" and not determiner:
                determiner = NUMBER
            if relation.split(":")[0] in MODIFYING and not is_pronoun:
                words.append(e.lemmas[w])
        return determiner or (BARE_PLURAL if m["plural"] else BARE_SINGULAR), words

    @staticmethod
    def _governors(e, w):
        found = set()
        for _ in range(DEPTH):
            w = e.parents[w]
            if w < 0:
                break
            found.add(w)
        return found


class Chains:
    """The chains of a text up to a mention."""

    def __init__(self, traits):
        n = len(traits.kind)
        self.traits, self.next, self.of = traits, 0, np.full(n, -1)
        self.count, self.latest, self.names = np.zeros(n, int), np.full(n, -1), np.zeros(n, int)
        self.heads, self.words = np.zeros((n, traits.words), bool), np.zeros((n, traits.words), bool)

    def add(self, i, chain=None):
        if chain is None:
            chain, self.next = self.next, self.next + 1
        t = self.traits
        self.of[i] = chain
        self.count[chain] += 1
        self.latest[chain] = i
        self.names[chain] += t.kind[i] < 2
        if t.kind[i] < 3:
            self.heads[chain, t.lemma[i]] = self.words[chain, t.lemma[i]] = True
            self.words[chain] |= t.modifiers[i]
        return chain


def rows(t, likely, chains, i):
    """The candidates of an anaphor and their features [candidates, FEATURES]. `likely`: probabilities of types of each mention."""
    j = np.arange(max(0, i - REACH), i)
    j = j[(t.sentence[i] - t.sentence[j] <= WITHIN) & (t.head[j] != t.head[i])]
    if not len(j):
        return j, None
    kind, kinds, none = t.kind[i], t.kind[j], np.zeros(len(j), int)
    chain, is_name = chains.of[j], kinds < 2
    gender = np.where((t.gender[i] == 0) | (t.gender[j] == 0), 0, np.where(t.gender[i] == t.gender[j], 1, 2))
    if kind == 3 and t.gender[i] > 0:
        gender = np.where(t.gender[j] == 0, np.where(t.type[j] == TYPES.index("Person"), 3, 4), gender)
    f = {"sentences": np.minimum(8, t.sentence[i] - t.sentence[j]),
         "mentions": np.searchsorted(MENTION_STEPS, i - j, side="right"),
         "kinds": kind * 4 + kinds,
         "lemma": np.where((kind == 2) & (kinds == 2), np.where(t.lemma[i] == t.lemma[j], 2, 1), 0),
         "types": np.where((t.type[i] < 0) | (t.type[j] < 0), 0, np.where(t.type[i] == t.type[j], 1, 2)),
         "number": 2 * t.plural[i] + t.plural[j],
         "gender": gender,
         "subject": 2 * t.subject[i] + t.subject[j],
         "pronoun": none + t.pronoun[i],
         "rank": np.where(is_name, np.minimum(5, chains.names[chain]), 0),
         "head_word": none, "modifiers": none, "determiner": none + t.determiner[i], "candidate_determiner": t.determiner[j],
         "path": path(t, i, j),
         "count": np.searchsorted(COUNT_STEPS, chains.count[chain], side="right"),
         "latest": (chains.latest[chain] == j).astype(int),
         "chain_word": none,
         "likely_type": np.minimum(5, (6 * (likely[j] * likely[i]).sum(1)).astype(int)),
         "title": np.where(t.title[j] == 1, 1 + t.title[i], 0),
         "role": t.role[j]}
    if kind == 2:
        word, own = t.lemma[i], t.modifiers[i]
        f["head_word"] = np.where(t.lemma[j] == word, np.where(is_name, 1, 2), np.where(t.modifiers[j, word], 3, np.where(own[t.lemma[j]], 4, 0)))
        common = (t.modifiers[j] & own).sum(1)
        theirs = t.modifier_count[j]
        f["modifiers"] = (np.where(theirs == 0, 1, 2) if not own.any() else
                          np.where(theirs == 0, 3, np.where((common == 0) & ~own[t.lemma[j]], 4, np.where(common == theirs, 6, 5))))
        f["chain_word"] = 1 + chains.heads[chain, word].astype(int) + chains.words[chain, word]
    return j, np.stack([f[name] for name in FEATURES], 1).astype(np.uint8)


def path(t, i, candidates):
    """How two mentions of a sentence hang together in its tree: the one below the other, or on the same word."""
    found = np.zeros(len(candidates), int)
    for x in np.nonzero(t.sentence[candidates] == t.sentence[i])[0]:
        j = candidates[x]
        if t.head[j] in t.governors[i]:
            found[x] = 2 if t.governor[i] == t.head[j] else 3
        elif t.head[i] in t.governors[j]:
            found[x] = 4 if t.governor[j] == t.head[i] else 5
        else:
            found[x] = 6 if t.governor[i] == t.governor[j] else 1
    return found


def pairs(t, likely):
    """(anaphors, candidates, features, answers) of a document's descriptions and pronouns that the annotation speaks of.

    Of what annotators of facts did not list nobody said whether it speaks of the same as something else that is not listed."""
    e, chains, known, found = t.example, Chains(t), {}, []
    for i, (m, entity) in enumerate(zip(e.mentions, e.entities)):
        right = e.antecedents[i]
        if m["kind"] >= 2 and right is not None:
            j, f = rows(t, likely, chains, i)
            if len(j):
                answers = np.isin(j, list(right)).astype(np.uint8)
                if e.has_links and entity == NONE:
                    answers[[e.entities[x] in (NONE, UNKNOWN) for x in j]] = NOT_ASKED
                found.append((np.full(len(j), i), j, f, answers))
        key = entity if isinstance(entity, str) else ("named", m["chains"][0]) if m["kind"] < 2 and m["chains"] else None
        chain = chains.add(i, known.get(key) if key is not None else None)
        if key is not None:
            known[key] = chain
    return tuple(np.concatenate(x) for x in zip(*found)) if found else None


class AntecedentRanker(nn.Module):
    def __init__(self, width, dropout=0.35):
        super().__init__()
        self.mention = nn.Linear(MENTION, sum(PARTS))
        self.word = nn.Linear(width, sum(PARTS), bias=False)
        self.kind = nn.Linear(len(TYPES) + 1, sum(PARTS), bias=False)
        self.features = nn.ModuleDict({name: nn.Embedding(n, PAIR) for name, n in FEATURES.items()})
        for table in self.features.values():
            nn.init.normal_(table.weight, std=0.1)
        self.output, self.new = nn.Linear(PAIR, 1), nn.Linear(NEWNESS, 1)
        self.drop = nn.Dropout(dropout)

    def read(self, m, word, kind):
        """What is read of mentions once: m [mentions, MENTION], the vectors of their heads, probabilities of types and of being listed.
        Returns parts for pairs and the scores of being new."""
        x = self.mention(self.drop(m)) + self.word(self.drop(word)) + self.kind(self.drop(kind))
        *parts, new = x.split(PARTS, 1)
        return parts, self.new(F.gelu(new))[:, 0]

    def forward(self, parts, i, j, features):
        anaphor, candidate, anaphor_product, candidate_product, anaphor_gate, candidate_gate = parts
        h = anaphor[i] + candidate[j] + anaphor_gate[i] * candidate_gate[j] / 8
        for k, table in enumerate(self.features.values()):
            h = h + table(features[:, k])
        return (anaphor_product[i] * candidate_product[j]).sum(-1) / PRODUCT ** 0.5 + self.output(self.drop(F.gelu(h)))[:, 0]

    def loss(self, documents):
        """Of documents with `vectors` (as `read` takes them) and `pairs`: all right candidates are as good."""
        parts, new = self.read(*(torch.cat(x).float() for x in zip(*(d.vectors for d in documents))))
        first = np.cumsum([0] + [len(d.traits.kind) for d in documents])
        i, j, f, answers = (torch.from_numpy(np.concatenate(x)) for x in zip(
            *((d.pairs[0] + at, d.pairs[1] + at, *d.pairs[2:]) for d, at in zip(documents, first))))
        asked = answers != NOT_ASKED
        i, j, f, right = i[asked], j[asked], f[asked].int(), answers[asked] == RIGHT
        score = self(parts, i, j, f)
        anaphors, row = torch.unique(i, return_inverse=True)
        new = new[anaphors]
        top = torch.maximum(torch.full((len(anaphors),), -1e9).scatter_reduce(0, row, score.detach(), "amax"), new.detach())
        each, alone, zeros = (score - top[row]).exp(), (new - top).exp(), torch.zeros(len(anaphors))
        has = zeros.index_add(0, row, right.float()) > 0
        hit = torch.where(has, zeros.index_add(0, row, each * right), alone)
        is_pronoun = torch.from_numpy(np.concatenate([d.traits.kind for d in documents]))[anaphors] == 3
        # There are many more nouns that refer to nothing.
        weight = torch.where(has | is_pronoun, 1.0, 0.3)
        return (weight * ((zeros.index_add(0, row, each) + alone).log() - hit.clamp(min=1e-9).log())).sum() / weight.sum()

    @torch.no_grad()
    def decode(self, d):
        """For each mention its antecedent or None, and the chains, from the beginning of the text to its end."""
        t, e = d.traits, d.traits.example
        parts, new = self.read(*(x.float() for x in d.vectors))
        likely = d.vectors[2][:, :-1].float().numpy()
        chains, named, found = Chains(t), {}, [None] * len(t.kind)
        for i, m in enumerate(e.mentions):
            if m["kind"] >= 2:
                j, f = rows(t, likely, chains, i)
                if len(j):
                    score = self(parts, torch.full((len(j),), i), torch.from_numpy(j), torch.from_numpy(f).int())
                    best = score.argmax().item()
                    if score[best] > new[i]:
                        found[i] = int(j[best])
                chains.add(i, None if found[i] is None else chains.of[found[i]])
            elif m["chains"]:
                named[m["chains"][0]] = chains.add(i, named.get(m["chains"][0]))
            else:
                chains.add(i)
        return found, chains.of


def measure(ranker, documents):
    """Precision and recall of antecedents, of descriptions and of pronouns; what leads from one unlisted thing to another is not judged."""
    counts = Counter()
    for d in documents:
        e = d.traits.example
        for i, (found, right) in enumerate(zip(ranker.decode(d)[0], e.antecedents)):
            if right is None or e.mentions[i]["kind"] < 2:
                continue
            kind = "descriptions" if e.mentions[i]["kind"] == 2 else "pronouns"
            counts[kind, "gold"] += bool(right)
            if found is not None and (right or not e.has_links or isinstance(e.entities[found], str)):
                counts[kind, "found"] += 1
                counts[kind, "right"] += bool(right) and (found in right or e.entities[found] == e.entities[i])
    lines = []
    for kind in ("descriptions", "pronouns"):
        p, r = (counts[kind, "right"] / max(1, counts[kind, of]) for of in ("found", "gold"))
        lines.append(f"{kind} P {p:.3f} R {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f}")
    return ", ".join(lines)
