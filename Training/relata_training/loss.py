"""The training loss of a batch of sentences, against annotation, a teacher's distributions, or both."""
import torch
import torch.nn.functional as F

WEIGHT = {"upos": 0.5, "xpos": 0.3, "feats": 0.3, "lemma_scripts": 0.3, "names": 1.0}
SOFT = ("upos", "names")


def cross_entropy(logits, targets):
    """Mean over the targets that are known (not -100); 0 where none is."""
    return F.cross_entropy(logits, targets, ignore_index=-100) if (targets >= 0).any() else 0.0


def divergence(logits, logp):
    """Mean cross-entropy with the teacher's distribution `logp` (log probabilities)."""
    return -(logp.exp() * F.log_softmax(logits, -1)).sum(-1).mean()


def loss_of(output, sentences, lengths, labels, soft=None, share=0.5, bare=False):
    """`output`: of `Analyser.read_words`. `soft`: a teacher's answer for each sentence (see `label.py`), or None. `share`: the
    teacher's part where there is annotation too."""
    tokens, arcs, label_scores = output
    hard = 1 - share if soft else 1.0
    unknown = lambda s: [-100] * len(s.words)
    target = lambda key: torch.tensor([i for s in sentences for i in (labels.ids(key, getattr(s, key)) if getattr(s, key) else unknown(s))])
    answer = lambda key: torch.cat([a[key] for a in soft])
    total = 0.0
    for key, weight in WEIGHT.items():
        total = total + (hard if key in SOFT else 1.0) * weight * cross_entropy(tokens[key], target(key))
    if soft:
        for key in SOFT:
            total = total + share * WEIGHT[key] * divergence(tokens[key], answer(key).float())
        annotated = torch.tensor([bool(s.heads) for s in sentences for _ in s.words])
        for key in ("xpos", "feats", "lemma_scripts"):
            total = total + share * WEIGHT[key] * cross_entropy(tokens[key], answer(key).long().masked_fill(annotated, -100))
    if bare:
        starts = torch.zeros(len(tokens["starts"]), dtype=torch.long)
        starts[lengths.cumsum(0) - lengths] = 1
        total = total + 0.5 * F.cross_entropy(tokens["starts"], starts)
    n = arcs.shape[1]
    inside = torch.arange(n)[None] < lengths[:, None]
    absent = torch.arange(n + 1)[None] > lengths[:, None]
    arcs = arcs.masked_fill(absent[:, None, :], -1e4)[inside]
    heads = torch.tensor([h for s in sentences for h in (s.heads or unknown(s))])
    total = total + hard * cross_entropy(arcs, heads)
    if (heads >= 0).any():
        total = total + hard * cross_entropy(label_scores(heads.clamp(min=0)), target("labels"))
    if soft:
        rows = torch.cat([F.pad(a["arcs"].float(), (0, n + 1 - a["arcs"].shape[1]), value=-1e4) for a in soft])
        total = total + share * divergence(arcs, rows)
        total = total + share * divergence(label_scores(answer("heads").long()), answer("labels").float())
    return total
