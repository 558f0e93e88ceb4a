"""Heads that read facts off the encoder's vectors. Documentation/model-file.md describes what the Swift runtime computes.

The analyser's lower layers are shared; the upper ones have a copy that is trained for facts. Everything about a pair is a sum of
something about each of its parts, so that the work grows with mentions, not with pairs, until the last hidden layer."""
import copy

import torch
import torch.nn as nn
import torch.nn.functional as F

from .inventory import KINDS, MODALITIES, TYPES

MENTION, HIDDEN, KEY, COREF = 256, 384, 64, 64
REGIONS = 5         # of a word beside a pair: before both, on the subject, between, on the object, behind both
DISTANCES = 10      # words between two mentions, in steps, for either order
NULL = 1
COREF_FEATURES = {  # name: how many values
    "sentences": 9, "mentions": 10, "kinds": 16, "lemma": 4, "types": 3, "number": 4, "gender": 6, "subject": 4, "pronoun": 12, "rank": 6}
TIME_SLOTS = ("none", "report")
CORPORA = 5         # that annotators wrote more or less down in: articles, the first broadcasts, the others, composed, checksummed


class OwnLayers(nn.Module):
    """A copy of an encoder's upper layers, to be trained; the lower ones are shared and stay as they are."""

    def __init__(self, analyser, shared):
        super().__init__()
        self.shared = shared
        self.analyser = [analyser]      # not a submodule: its weights stay
        self.layers = nn.ModuleList(copy.deepcopy(l) for l in analyser.layers[shared:])
        for l in self.layers:
            l.drop.p = 0.1
        self.width = analyser.design.width
        # A base without a sense of capitals learns it where its own layers begin.
        self.shapes = copy.deepcopy(analyser.shapes) if analyser.design.shape_layer else None

    @torch.no_grad()
    def lower(self, ids, shapes, mask):
        """What the shared layers make of windows: computed once, kept."""
        a = self.analyser[0].eval()
        first = a.design.first_position
        x = a.words(ids) + a.positions.weight[first:first + ids.shape[1]]
        if self.shapes is None:
            x = x + a.shapes(shapes)
        return self._through(a.layers[:self.shared], a.norm(x), mask)

    def _through(self, layers, x, mask):
        bias = self.analyser[0].bias(mask, torch.bfloat16 if torch.is_autocast_enabled("cpu") else x.dtype)
        for layer in layers:
            x = layer(x, bias)
        return x

    def upper(self, x, mask, shapes):
        if self.shapes is not None:
            x = x + self.shapes(shapes).to(x.dtype)
        return self._through(self.layers, x, mask)


READ_WORDS = ("mention_head", "mention_first", "mention_last", "key", "value", "time_key")     # the heads that see words' vectors


class FactReader(OwnLayers):
    def __init__(self, analyser, relations, shared=4, dropout=0.1, beside=None):
        """`beside`: `OwnLayers` of a second, larger encoder whose vectors are read beside the first one's: a teacher."""
        super().__init__(analyser, shared)
        self.relation_count = relations
        self.beside = beside
        WIDTH = self.width + (beside.width if beside else 0)
        self.drop = nn.Dropout(dropout)
        # Mentions.
        self.mention_head, self.mention_first, self.mention_last = (nn.Linear(WIDTH, MENTION, bias=k == 0) for k in range(3))
        self.mention_kind = nn.Embedding(len(KINDS), MENTION)
        self.mention_type = nn.Embedding(len(TYPES) + 1, MENTION)
        self.entity = nn.Linear(MENTION, 1 + len(TYPES))
        # Coreference: not exported; it shapes the vectors of mentions that `antecedents.py` learns from.
        self.anaphor, self.candidate = nn.Linear(MENTION, 128), nn.Linear(MENTION, 128)
        self.anaphor_hidden, self.candidate_hidden = nn.Linear(MENTION, COREF), nn.Linear(MENTION, COREF)
        self.coref_features = nn.ModuleDict({k: nn.Embedding(n, COREF) for k, n in COREF_FEATURES.items()})
        self.coref_output = nn.Linear(COREF, 1)
        self.new = nn.Linear(MENTION, 1)
        # Links.
        self.subject, self.object = nn.Linear(MENTION, HIDDEN), nn.Linear(MENTION, HIDDEN)
        self.subject_gate, self.object_gate = nn.Linear(MENTION, HIDDEN), nn.Linear(MENTION, HIDDEN)
        self.heads = 2
        self.key = nn.Linear(WIDTH, KEY * self.heads)
        self.subject_query, self.object_query = nn.Linear(MENTION, KEY * self.heads), nn.Linear(MENTION, KEY * self.heads)
        self.region = nn.Parameter(torch.zeros(self.heads, REGIONS))
        self.null = nn.Linear(MENTION, self.heads)
        self.null_object = nn.Linear(MENTION, self.heads)
        self.value = nn.Linear(WIDTH, HIDDEN * self.heads)
        self.distance = nn.Embedding(2 * DISTANCES, HIDDEN)
        self.rule = nn.Embedding(relations + 1, HIDDEN)
        nn.init.normal_(self.rule.weight, std=0.02)
        self.trigger = nn.Embedding(relations, HIDDEN)
        nn.init.normal_(self.trigger.weight, std=0.02)
        self.second = nn.Linear(HIDDEN, HIDDEN)
        self.link = nn.Linear(HIDDEN, 1)
        self.relation = nn.Linear(HIDDEN, relations)
        self.relation_subject, self.relation_object = nn.Linear(MENTION, relations, bias=False), nn.Linear(MENTION, relations, bias=False)
        self.trigger_weight = nn.Parameter(torch.full((relations,), 2.0))
        self.rule_weight = nn.Parameter(torch.full((relations,), 2.0))
        self.qualities = nn.Linear(HIDDEN, 2 + len(MODALITIES))     # negated, essential, modalities
        # Not exported: how much more the annotators of another corpus write down.
        self.measure, self.entity_measure = nn.Embedding(CORPORA, 1), nn.Embedding(CORPORA, 1)
        for e in (self.measure, self.entity_measure):
            nn.init.zeros_(e.weight)
            e.weight.register_hook(lambda g: torch.cat([torch.zeros_like(g[:1]), g[1:]]))
        # Times.
        self.time_query, self.time_key = nn.Linear(HIDDEN, KEY), nn.Linear(WIDTH, KEY)
        self.time_slots = nn.Linear(HIDDEN, len(TIME_SLOTS))
        self.time_place = nn.Parameter(torch.zeros(2))      # in the sentence itself, in one before

    def begin_from(self, state):
        """Takes the weights of a checkpoint; a second encoder's vectors count nothing at first where the checkpoint had none."""
        own = self.state_dict()
        for name in READ_WORDS:
            w, mine = state[f"{name}.weight"], own[f"{name}.weight"]
            if w.shape[1] < mine.shape[1]:
                state[f"{name}.weight"] = F.pad(w, (0, mine.shape[1] - w.shape[1]))
        for name in ("measure.weight", "entity_measure.weight"):
            state[name] = F.pad(state[name], (0, 0, 0, CORPORA - len(state[name])))
        return self.load_state_dict(state, strict=False)

    # Mentions: w [words, WIDTH]; index [mentions, 3] (head, first, last), kind, type.

    def mentions(self, w, index, kind, rule_type):
        m = self.mention_head(w[index[:, 0]]) + self.mention_first(w[index[:, 1]]) + self.mention_last(w[index[:, 2]])
        return self.drop(F.gelu(m + self.mention_kind(kind) + self.mention_type(rule_type)))

    # Coreference: pairs of (anaphor, candidate) in rows; features a dict of [pairs].

    def coreference(self, m, anaphors, candidates, features):
        bilinear = (self.anaphor(m)[anaphors] * self.candidate(m)[candidates]).sum(-1) / 128 ** 0.5
        h = self.anaphor_hidden(m)[anaphors] + self.candidate_hidden(m)[candidates]
        for k, e in self.coref_features.items():
            h = h + e(features[k].int())
        return bilinear + self.coref_output(F.gelu(h))[:, 0]

    # Links of sentences: everything padded. m [s, M, MENTION], words [s, L, WIDTH].

    def links(self, m, words, b):
        """`b`: of `batches.Sentences`.
        Returns attention logits [s, M, M, heads, 1 + L], hidden [s, M, M, HIDDEN], the trigger relations [s, M, M, relations]."""
        s, M, _ = m.shape
        L = words.shape[1]
        split = lambda t: t.view(s, -1, self.heads, KEY)
        keys = split(self.key(words))
        ours = torch.einsum("smhk,slhk->smhl", split(self.subject_query(m)), keys) / KEY ** 0.5
        theirs = torch.einsum("smhk,slhk->smhl", split(self.object_query(m)), keys) / KEY ** 0.5
        logits = ours[:, :, None] + theirs[:, None] + self.region.t()[b.regions].permute(0, 1, 2, 4, 3)
        logits = logits.masked_fill(~b.word_mask[:, None, None, None, :], -1e4)
        null = self.null(m)[:, :, None] + self.null_object(m)[:, None]
        logits = torch.cat([null[..., None], logits], -1)
        alpha = logits.softmax(-1)[..., 1:]
        values = self.value(words).view(s, L, self.heads, HIDDEN)
        context = torch.einsum("sijhl,slhd->sijd", alpha, values)
        told = torch.einsum("sijl,slr->sijr", alpha[:, :, :, 0], b.triggers)
        h = self.subject(m)[:, :, None] + self.object(m)[:, None] + self.subject_gate(m)[:, :, None] * self.object_gate(m)[:, None] / 8
        h = h + context + self.distance(b.distance) + self.rule(b.rule) + told @ self.trigger.weight
        h = self.drop(F.gelu(h))
        h = h + F.gelu(self.second(h))
        return logits, self.drop(h), told

    def relations(self, h, m_subject, m_object, told, rule):
        """Rows of pairs."""
        read = self.relation(h) + self.relation_subject(m_subject) + self.relation_object(m_object)
        looked_up = told * self.trigger_weight
        bonus = torch.zeros_like(read)
        rows = (rule > 0).nonzero()[:, 0]
        bonus[rows, rule[rows] - 1] = self.rule_weight[rule[rows] - 1]
        if self.training:
            # Else the words seen in training would be learned by heart, and the ontology's triggers be ignored: where the ontology
            # has an opinion it must at times do alone.
            has_opinion = (rule > 0) | (told.sum(-1) > 0.3)
            read = read * ~(has_opinion & (torch.rand(len(rule)) < 0.3))[:, None]
        return read + looked_up + bonus

    def times(self, h, w, times):
        """h [pairs, HIDDEN], w word vectors, times [pairs, T] word index or -1, the first row's place in times. → [pairs, 2 + T]"""
        t = torch.einsum("pk,ptk->pt", self.time_query(h), self.time_key(w[times.clamp(min=0)])) / KEY ** 0.5
        return torch.cat([self.time_slots(h), t.masked_fill(times < 0, -1e4)], -1)
