"""A teacher's answers about documents, and a student's loss against them (Hinton et al., "Distilling the knowledge in a neural
network", 2015)."""
import torch
import torch.nn.functional as F

from . import features
from .batches import Read, Sentences

KEEP, LINKED = 0.08, 0.04   # probability of a description to be paired, of a pair to be looked at further
MOST = 26                   # mentions of a sentence


def by_anaphor(scores, new, anaphors):
    """Log probabilities of all candidates and of being new, each anaphor's adding to 1: (pairs, news, anaphors in order)."""
    ids, inverse = torch.unique(anaphors, return_inverse=True)
    top = torch.full((len(ids),), -1e9).scatter_reduce(0, inverse, scores.detach(), "amax")
    top = torch.maximum(top, new[ids].detach())
    total = torch.zeros(len(ids)).index_add(0, inverse, (scores - top[inverse]).exp()) + (new[ids] - top).exp()
    norm = total.log() + top
    return scores - norm[inverse], new[ids] - norm, ids


def time_words(e, sentence, word):
    found, _ = features.time_slots(e, sentence)
    return [word + x for x, _ in found]


@torch.no_grad()
def answer(model, p, relations, with_rules):
    """What the teacher says of one document."""
    e = p.example
    r = Read(model, [p])
    a, c, f, _ = p.all_pairs()
    result = {"entity": r.scores[:, 0].half(), "types": r.scores[:, 1:].log_softmax(-1).half()}
    if len(a):
        pairs, new, _ = by_anaphor(model.coreference(r.m, a, c, f), model.new(r.m)[:, 0], a)
        result["pairs"], result["new"] = pairs.half(), new.half()
    probability = r.scores[:, 0].sigmoid()
    by_sentence = {}
    for i, x in enumerate(e.mentions):
        s = x["sentence"]
        if (x["kind"] != 2 or probability[i] > KEEP) and e.sentences[s][2] in ("prose", "title") and e.sentences[s][1] - e.sentences[s][0] <= 120:
            by_sentence.setdefault(s, []).append(i)
    result["sentences"] = []
    chosen = [(p, 0, 0, s, ms[:MOST]) for s, ms in by_sentence.items() if len(ms) > 1]
    for k in range(0, len(chosen), 12):
        part = chosen[k:k + 12]
        b = Sentences(part, model, with_rules)
        logits, h, told = model.links(r.m[b.mentions], r.w[b.words], b)
        score = model.link(h)[..., 0].sigmoid() * b.pair_mask
        for row, (_, _, _, s, ms) in enumerate(part):
            n, length = len(ms), e.sentences[s][1] - e.sentences[s][0]
            x, y = (score[row, :n, :n] > LINKED).nonzero(as_tuple=True)
            kept = {"sentence": s, "mentions": ms, "link": score[row, :n, :n].half(), "x": x, "y": y}
            if len(x):
                at = (torch.full_like(x, row), x, y)
                hp = h[at]
                kept["relation"] = model.relations(hp, r.m[b.mentions[row, x]], r.m[b.mentions[row, y]], told[at], b.rule[at]).log_softmax(-1).half()
                kept["qualities"] = model.qualities(hp).half()
                kept["trigger"] = logits[at][:, 0, :1 + length].log_softmax(-1).half()
                words = time_words(e, s, 0)
                kept["time"] = model.times(hp, r.w, torch.tensor([words or [-1]] * len(x))).log_softmax(-1).half()
            result["sentences"].append(kept)
    return result


def soft_loss(model, docs, relations, with_rules, read):
    """Losses by name against the teacher's answers of those documents that have one."""
    parts = {}
    taught = [(p, k) for k, p in enumerate(docs) if p.answer]
    rows = torch.cat([read.first[k] + torch.arange(len(p.example.mentions)) for p, k in taught])
    names = read.kind[rows] != 3
    entity = torch.cat([p.answer["entity"] for p, _ in taught]).float().sigmoid()
    parts["entity"] = F.binary_cross_entropy_with_logits(read.scores[rows, 0][names], entity[names])
    types = torch.cat([p.answer["types"] for p, _ in taught]).float().exp()
    kl = -(types * read.scores[rows, 1:].log_softmax(-1)).sum(-1)
    weight = entity * names
    parts["type"] = 0.5 * (kl * weight).sum() / weight.sum().clamp(min=1)
    with_pairs = [(p, k) for p, k in taught if "pairs" in p.answer]
    if with_pairs:
        sets = [p.all_pairs() for p, _ in with_pairs]
        a = torch.cat([s[0] + read.first[k] for s, (_, k) in zip(sets, with_pairs)])
        c = torch.cat([s[1] + read.first[k] for s, (_, k) in zip(sets, with_pairs)])
        f = {n: torch.cat([s[2][n] for s in sets]) for n in sets[0][2]}
        pairs, new, ids = by_anaphor(model.coreference(read.m, a, c, f), model.new(read.m)[:, 0], a)
        right = torch.cat([p.answer["pairs"] for p, _ in with_pairs]).float().exp()
        right_new = torch.cat([p.answer["new"] for p, _ in with_pairs]).float().exp()
        weight = torch.where(read.kind == 3, 1.0, 0.3)
        # What refers to something weighs as much as in the loss against annotation.
        weight_new = weight[ids] + 0.7 * (read.kind[ids] != 3) * (1 - right_new)
        spread = torch.zeros(len(read.kind)).index_copy(0, ids, weight_new)
        parts["coreference"] = -((right * pairs * spread[a]).sum() + (right_new * new * weight_new).sum()) / weight_new.sum()
    chosen = [(p, read.starts[k], read.first[k], s["sentence"], s["mentions"], s) for p, k in taught for s in p.answer["sentences"]]
    if not chosen:
        return parts
    b = Sentences([c[:5] for c in chosen], model, with_rules)
    logits, h, told = model.links(read.m[b.mentions], read.w[b.words], b)
    linked = model.link(h)[..., 0]
    target = torch.zeros_like(linked)
    where = []
    for row, c in enumerate(chosen):
        s = c[5]
        n = len(s["mentions"])
        target[row, :n, :n] = s["link"].float()
        where += [(row, x, y) for x, y in zip(s["x"].tolist(), s["y"].tolist())]
    parts["link"] = F.binary_cross_entropy_with_logits(linked[b.pair_mask], target[b.pair_mask], reduction="sum") / max(20.0, target.sum().item())
    if not where:
        return parts
    at = tuple(torch.tensor(x) for x in zip(*where))
    weight = target[at]
    weight = weight / weight.sum()
    hp = h[at]
    cat = lambda key: torch.cat([c[5][key] for c in chosen if key in c[5]]).float()
    r = model.relations(hp, read.m[b.mentions[at[0], at[1]]], read.m[b.mentions[at[0], at[2]]], told[at], b.rule[at]).log_softmax(-1)
    parts["relation"] = -((cat("relation").exp() * r).sum(-1) * weight).sum()
    q, t = model.qualities(hp), cat("qualities")
    parts["polarity"] = (F.binary_cross_entropy_with_logits(q[:, 0], t[:, 0].sigmoid(), reduction="none") * weight).sum()
    parts["essential"] = 0.3 * (F.binary_cross_entropy_with_logits(q[:, 1], t[:, 1].sigmoid(), reduction="none") * weight).sum()
    parts["modality"] = 0.5 * -((t[:, 2:].softmax(-1) * q[:, 2:].log_softmax(-1)).sum(-1) * weight).sum()
    attention = logits[at][:, 0].log_softmax(-1)
    right = torch.zeros_like(attention)
    times, slots, k = [], [], 0
    longest = max((c[5]["time"].shape[1] for c in chosen if "time" in c[5]), default=2) - 2
    for p, word, _, sentence, _, s in chosen:
        n = len(s["x"])
        if n:
            right[k:k + n, :s["trigger"].shape[1]] = s["trigger"].float().exp()
            k += n
            words = time_words(p.example, sentence, word) or [-1]
            slots += [words + [-1] * (longest - len(words))] * n
            times.append(F.pad(s["time"].float().exp(), (0, longest + 2 - s["time"].shape[1])))
    parts["trigger"] = -((right * attention).sum(-1) * weight).sum()
    t = model.times(hp, read.w, torch.tensor(slots)).log_softmax(-1)
    parts["time"] = 0.5 * -((torch.cat(times) * t.clamp(min=-20)).sum(-1) * weight).sum()
    return parts
