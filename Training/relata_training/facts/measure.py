"""Reads documents with the heads as the Swift runtime does (antecedents by the heads' own coreference instead), and scores them with `Benchmarks/extraction/score.py`."""
import importlib.util
import os

import torch

from . import batches, features
from .batches import Sentences, antecedent_pairs
from .examples import UNKNOWN
from .inventory import MODALITIES, OTHER, TYPES

SCORER = os.path.join(os.path.dirname(__file__), "..", "..", "..", "Benchmarks", "extraction", "score.py")


def scorer():
    spec = importlib.util.spec_from_file_location("extraction_score", SCORER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def phrase(e, m):
    """The words of a description from its determiner to its head."""
    head = m["head"]
    first = head
    while first - 1 >= e.sentences[m["sentence"]][0] and _below(e, first - 1, head):
        first -= 1
    return first, head


def _below(e, w, head):
    for _ in range(6):
        if e.parents[w] == head:
            return True
        if e.parents[w] < 0:
            return False
        w = e.parents[w]
        if w > head:
            return False
    return False


def text(e, first, last):
    s = e.article["text"][e.ranges[first][0]:e.ranges[last][1]]
    return " ".join(s.split())


@torch.no_grad()
def read(model, p, names, symmetric, with_rules=True, keep=0.15, lowest=0.1, rule_coreference=False):
    """Chains of mentions and scored links of a document."""
    e = p.example
    w, _ = batches.encode(model, [p], autocast=False)
    m = model.mentions(w, p.index, p.kind, p.rule_type)
    scores = model.entity(m)
    probability = scores[:, 0].sigmoid()
    chain = [None] * len(e.mentions)
    named, count = {}, 0
    asked = [i for i, x in enumerate(e.mentions) if x["kind"] >= 2]
    kept, e.antecedents = e.antecedents, [None] * len(e.mentions)
    anaphors, candidates, feats, _ = antecedent_pairs(e, asked)
    e.antecedents = kept
    best = {}
    if len(anaphors):
        s = model.coreference(m, anaphors, candidates, feats)
        new = model.new(m)[:, 0]
        for a, c, x in zip(anaphors.tolist(), candidates.tolist(), s.tolist()):
            if x > best.get(a, (-1e9, None))[0]:
                best[a] = (x, c)
    for i, x in enumerate(e.mentions):
        if x["kind"] < 2 or rule_coreference:
            key = tuple(x["chains"][:1]) or ("alone", i)
            if key not in named:
                named[key], count = count, count + 1
            chain[i] = named[key]
        elif i in best and best[i][0] > new[i].item() and chain[best[i][1]] is not None:
            chain[i] = chain[best[i][1]]
        else:
            chain[i], count = count, count + 1
    by_sentence = {}
    for i, x in enumerate(e.mentions):
        if (x["kind"] != 2 or probability[i] > keep) and e.sentences[x["sentence"]][2] in ("prose", "title"):
            by_sentence.setdefault(x["sentence"], []).append(i)
    links = []
    chosen = [(p, 0, 0, s, ms[:40]) for s, ms in by_sentence.items() if len(ms) > 1]
    for k in range(0, len(chosen), 8):
        b = Sentences(chosen[k:k + 8], model, with_rules)
        logits, h, told = model.links(m[b.mentions], w[b.words], b)
        score = model.link(h)[..., 0].sigmoid() * b.pair_mask
        at = (score > lowest).nonzero(as_tuple=True)
        if not len(at[0]):
            continue
        r = model.relations(h[at], m[b.mentions[at[0], at[1]]], m[b.mentions[at[0], at[2]]], told[at], b.rule[at]).softmax(-1)
        q = model.qualities(h[at])
        slots = [features.time_slots(e, chosen[k + row][3]) for row in at[0].tolist()]
        T = max(1, max(len(x[0]) for x in slots))
        t = model.times(h[at], w, torch.tensor([[x for x, _ in f] + [-1] * (T - len(f)) for f, _ in slots])).argmax(-1)
        for n in range(len(at[0])):
            row, a, c = at[0][n].item(), at[1][n].item(), at[2][n].item()
            ms = chosen[k + row][4]
            i, j = ms[a], ms[c]
            if chain[i] == chain[j]:
                continue
            slot = t[n].item()
            said = logits[row, a, c, 0].argmax().item()
            first = e.sentences[chosen[k + row][3]][0]
            when = None if slot == 0 else features.month(e.date) if slot == 1 else slots[n][0][slot - 2][1]
            links.append({"subject": chain[i], "object": chain[j], "score": score[row, a, c].item(), "relations": r[n], "mentions": (i, j),
                          "negated": q[n, 0].item() > 0, "essential": q[n, 1].sigmoid().item(), "modality": MODALITIES[q[n, 2:].argmax().item()],
                          "time": when, "trigger": e.lemmas[first + said - 1] if said else "", "sentence": chosen[k + row][3]})
    return chain, probability, scores[:, 1:], links


def graph(e, chain, probability, types, links, names, threshold, symmetric, second=1.1, listed=0.6, allowed=None, power=0.0, sharp=1.0):
    """Nodes and edges as the scorer reads them."""
    norm = scorer_module().norm
    members = {}
    for i, c in enumerate(chain):
        members.setdefault(c, []).append(i)
    edges = {}
    kind_of = {}
    for c, ms in members.items():
        kinds = [i for i in ms if e.mentions[i]["kind"] == 0] or [i for i in ms if e.mentions[i]["kind"] in (1, 2)]
        kind_of[c] = types[kinds].log_softmax(-1).sum(0).argmax().item() if kinds else len(TYPES) - 1
    for l in links:
        if allowed:
            x, y = kind_of[l["subject"]], kind_of[l["object"]]
            mask = torch.tensor([r not in allowed or (x in allowed[r][0] and y in allowed[r][1]) for r in names])
            l = {**l, "relations": l["relations"] * torch.where(mask, 1.0, 0.2)}
        best = l["relations"].argmax().item()
        l = {**l, "score": l["score"] * (l["relations"][best].item() / l["relations"].sum().item()) ** power}
        order = [best] + [r for r in l["relations"].topk(2).indices.tolist() if r != best and l["relations"][r] > second]
        if l["score"] < threshold:
            continue
        for r in order:
            s, o = l["subject"], l["object"]
            if r in symmetric and s > o:
                s, o = o, s
            key = (s, names[r], o)
            if key not in edges or edges[key]["score"] < l["score"]:
                edges[key] = {**l, "s": s, "o": o, "r": names[r] if names[r] != OTHER else l["trigger"] or "open"}
    used = {x for k in edges for x in (k[0], k[2])}
    N = {}
    for c, ms in members.items():
        is_named = any(e.mentions[i]["kind"] == 0 or e.mentions[i]["kind"] == 1 for i in ms)
        if not is_named and c not in used and max(probability[i].item() for i in ms) < listed:
            continue
        aliases = set()
        for i in ms:
            x = e.mentions[i]
            if x["kind"] < 2:
                aliases.add(norm(text(e, x["first"], x["last"])))
            elif x["kind"] == 2 and not is_named:
                first, last = phrase(e, x)
                aliases.add(norm(text(e, first, last)))
        if not aliases:
            continue
        # The type: what the heads say of all mentions together.
        kinds = [i for i in ms if e.mentions[i]["kind"] == 0] or [i for i in ms if e.mentions[i]["kind"] in (1, 2)]
        kind = TYPES[types[kinds].log_softmax(-1).sum(0).argmax().item()] if kinds else "Thing"
        N[c] = {"name": min(aliases), "type": kind, "aliases": aliases}
    E = [{"s": x["s"], "o": x["o"], "r": x["r"], "polarity": "negated" if x["negated"] else "affirmed", "modality": x["modality"],
          "start": (x["time"] or "").partition("/")[0], "end": (x["time"] or "").partition("/")[2], "time": ""}
         for x in edges.values() if x["s"] in N and x["o"] in N]
    return N, E


_module = []


def scorer_module():
    if not _module:
        _module.append(scorer())
    return _module[0]


def gold_of(article):
    return {"doc": article["name"], "entities": [{"id": k, "name": x["name"], "type": x["type"], "aliases_in_doc": x["names"] + x["descriptions"]}
                                                 for k, x in article["entities"].items()],
            "relations": [{"subject": f["subject"], "object": f["object"], "relation": f["relation"], "accept_relations": f["alternatives"],
                           "time": f["time"], "polarity": f["polarity"], "modality": f["modality"], "essential": f["essential"]} for f in article["facts"]]}


@torch.no_grad()
def links_between_known(model, development, with_rules=True):
    """The links alone, between mentions as annotated: average precision of pairs, and how often a link's relation is one of those accepted."""
    scored, right, asked = [], 0, 0
    for p in development:
        e = p.example
        w, _ = batches.encode(model, [p], autocast=False)
        m = model.mentions(w, p.index, p.kind, p.rule_type)
        by_sentence = {}
        for i, (x, key) in enumerate(zip(e.mentions, e.entities)):
            if isinstance(key, str) and e.sentences[x["sentence"]][2] in ("prose", "title"):
                by_sentence.setdefault(x["sentence"], []).append(i)
        chosen = [(p, 0, 0, s, ms[:40]) for s, ms in by_sentence.items() if len(ms) > 1]
        for k in range(0, len(chosen), 8):
            b = Sentences(chosen[k:k + 8], model, with_rules)
            logits, h, told = model.links(m[b.mentions], w[b.words], b)
            score = model.link(h)[..., 0].sigmoid()
            for row, (_, _, _, s, ms) in enumerate(chosen[k:k + 8]):
                gold = {(l.subject, l.object): l for l in e.links if l.sentence == s}
                for a, i in enumerate(ms):
                    for c, j in enumerate(ms):
                        l = gold.get((i, j))
                        if l is None and (i == j or e.entities[i] == e.entities[j] or (e.entities[i], e.entities[j]) in e.known or (j, i) in gold):
                            continue
                        scored.append((score[row, a, c].item(), l is not None))
                        if l is not None:
                            one = (torch.tensor([row]), torch.tensor([a]), torch.tensor([c]))
                            r = model.relations(h[one], m[b.mentions[one[0], one[1]]], m[b.mentions[one[0], one[2]]], told[one], b.rule[one])
                            asked += 1
                            right += r[0].argmax().item() in l.relations
    scored.sort(key=lambda x: -x[0])
    hits, total = 0, 0.0
    for n, (_, y) in enumerate(scored, 1):
        hits += y
        total += y * hits / n
    return total / max(1, hits), right / max(1, asked)


def measure(model, development, names, symmetric, with_rules=True, thresholds=(0.1, 0.15, 0.2, 0.3, 0.4, 0.5), **options):
    model.eval()
    s = scorer_module()
    precision, accuracy = links_between_known(model, development, with_rules)
    print(f"  between annotated mentions: links' average precision {precision:.4f}, relations right {accuracy:.4f}", flush=True)
    reads = [(p, *read(model, p, names, symmetric, with_rules, **options)) for p in development]
    right = asked = found = 0
    tp = fp = fn = 0
    for p, chain, probability, types, links in reads:
        e = p.example
        for i, (m, key) in enumerate(zip(e.mentions, e.entities)):
            if m["kind"] == 2 and key != UNKNOWN:
                g, y = isinstance(key, str), probability[i] > 0.5
                tp += g and y
                fp += (not g) and y
                fn += g and not y
            if m["kind"] >= 2 and isinstance(key, str) and e.antecedents[i]:
                asked += 1
                others = [e.entities[j] for j, c in enumerate(chain) if c == chain[i] and j < i and e.mentions[j]["kind"] < 2]
                others = others or [e.entities[j] for j, c in enumerate(chain) if c == chain[i] and j < i]
                found += bool(others)
                right += bool(others) and others[-1] == key
    print(f"  descriptions P {tp / max(1, tp + fp):.3f} R {tp / max(1, tp + fn):.3f} | coreference P {right / max(1, found):.3f} R {right / max(1, asked):.3f}", flush=True)
    for t in thresholds:
        total = None
        for p, chain, probability, types, links in reads:
            N, E = graph(p.example, chain, probability, types, links, names, t, symmetric)
            c = s.score(gold_of(p.example.article), N, E)
            c = {k: v for k, v in c.items() if isinstance(v, int)}
            total = c if total is None else {k: total[k] + v for k, v in c.items()}
        print("  " + s.line(f"{t}", total)[:4] + s.line(f"{t}", total)[34:], flush=True)
