"""Losses of links against annotation, a few sentences of like size at a time."""
import torch
import torch.nn.functional as F

from . import features
from .batches import Sentences
from .examples import NONE, UNKNOWN

AT_ONCE = 6000      # pairs, padding counted


def groups(chosen):
    """Sentences with about as many mentions together: pairs are padded to the square of the most."""
    chosen = sorted(chosen, key=lambda c: len(c[4]))
    while chosen:
        n = 1
        while n < len(chosen) and (n + 1) * len(chosen[n][4]) ** 2 <= AT_ONCE:
            n += 1
        yield chosen[:n]
        chosen = chosen[n:]


def link_loss(model, chosen, m, w, with_rules, symmetric):
    """Losses by name. `chosen`: as for `Sentences`; m, w: the mentions' and words' vectors of all documents."""
    sums = {}
    for group in groups(chosen):
        for k, (total, count) in group_loss(model, group, m, w, with_rules, symmetric).items():
            a, b = sums.get(k, (0, 0))
            sums[k] = (a + total, b + count)
    return {k: t / max(20 if k == "link" else 1, c) for k, (t, c) in sums.items()}


def targets(chosen, b, symmetric):
    """What is a link, which pairs are asked, and the annotated links with their places."""
    target = torch.zeros(b.pair_mask.shape)
    mask = b.pair_mask.clone()
    where, gold = [], []
    for row, (p, word, mention, s, ms) in enumerate(chosen):
        e = p.example
        place = {i: a for a, i in enumerate(ms)}
        here = {(place[l.subject], place[l.object]): l for l in p.links_of.get(s, ()) if l.subject in place and l.object in place}
        keys = [e.entities[i] for i in ms]
        for a, x in enumerate(keys):
            for c, y in enumerate(keys):
                if a == c or (a, c) in here:
                    continue
                if isinstance(x, str) and isinstance(y, str):
                    # The same fact at other words or in another sentence; two mentions of one entity.
                    if x == y or (x, y) in e.known:
                        mask[row, a, c] = False
                elif (x == UNKNOWN or y == UNKNOWN) and (x != NONE and y != NONE):
                    mask[row, a, c] = False
        for (a, c), l in here.items():
            target[row, a, c] = 1
            where.append((row, a, c))
            gold.append((l, p, word, s))
            if mask[row, c, a] and any(r in symmetric for r in l.relations) and (c, a) not in here:
                mask[row, c, a] = False
    return target, mask, where, gold


def group_loss(model, chosen, m, w, with_rules, symmetric):
    """(sum, count) by name."""
    b = Sentences(chosen, model, with_rules)
    logits, h, told = model.links(m[b.mentions], w[b.words], b)
    # How much an annotator writes down differs from corpus to corpus: the first one's measure is what is used.
    source = torch.tensor([p.source for p, *_ in chosen])
    linked = model.link(h)[..., 0] + model.measure(source)[:, None]
    target, mask, where, gold = targets(chosen, b, symmetric)
    sums = {"link": (F.binary_cross_entropy_with_logits(linked[mask], target[mask], reduction="sum"), target.sum().item())}
    if not where:
        return sums
    n = len(where)
    at = tuple(torch.tensor(x) for x in zip(*where))
    hp = h[at]
    r = model.relations(hp, m[b.mentions[at[0], at[1]]], m[b.mentions[at[0], at[2]]], told[at], b.rule[at]).log_softmax(-1)
    soft = torch.zeros_like(r)
    for k, (l, *_) in enumerate(gold):
        for relation, v in l.relations.items():
            soft[k, relation] = v
    sums["relation"] = (-(soft * r).sum(), n)
    q = model.qualities(hp)
    negated = torch.tensor([float(l.negated) for l, *_ in gold])
    essential = torch.tensor([float(l.essential) for l, *_ in gold])
    modality = torch.tensor([l.modality for l, *_ in gold])
    sums["polarity"] = (F.binary_cross_entropy_with_logits(q[:, 0], negated, pos_weight=torch.tensor(2.0), reduction="sum"), n)
    sums["essential"] = (0.3 * F.binary_cross_entropy_with_logits(q[:, 1], essential, reduction="sum"), n)
    sums["modality"] = (0.5 * F.cross_entropy(q[:, 2:], modality, reduction="sum"), n)
    # The trigger.
    attention = logits[at][:, 0].log_softmax(-1)
    right = torch.zeros_like(attention, dtype=torch.bool)
    for k, (l, p, word, s) in enumerate(gold):
        start = p.example.sentences[s][0]
        right[k, [1 + x - start for x in l.trigger] if l.trigger else [0]] = True
    sums["trigger"] = (-torch.logsumexp(attention.masked_fill(~right, -1e9), -1).sum(), n)
    # The time.
    slots, answers = [], []
    for l, p, word, s in gold:
        found, own = features.time_slots(p.example, s)
        slots.append([word + x for x, _ in found])
        right = [2 + k for k, (_, span) in enumerate(found) if l.time and features.time_matches(l.time, span)]
        if l.time and p.example.date and features.time_matches(l.time, features.month(p.example.date)):
            right.append(1)
        answers.append(right if l.time else [0])
    T = max(1, max(len(x) for x in slots))
    t = model.times(hp, w, torch.tensor([x + [-1] * (T - len(x)) for x in slots])).log_softmax(-1)
    ok = torch.zeros_like(t, dtype=torch.bool)
    for k, x in enumerate(answers):
        ok[k, x] = True
    asked = torch.tensor([bool(x) and (p.example.date is not None or x != [0]) for x, (l, p, *_) in zip(answers, gold)])
    if asked.any():
        sums["time"] = (-0.5 * torch.logsumexp(t.masked_fill(~ok, -1e9), -1)[asked].sum(), int(asked.sum()))
    return sums
