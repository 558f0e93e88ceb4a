#!/usr/bin/env python3
"""Fine-tunes the analyser and writes a checkpoint after every epoch. See README.md for data and commands."""
import argparse
import json
import os
import random
import time

import torch
import torch.nn.functional as F

from relata_training.batches import encode, groups, pad, tensors
from relata_training.data import HELD_OUT, Labels, Sentence, capitalised_adjectives, read_conllu, read_redocred
from relata_training.evaluate import measure
from relata_training.model import Analyser
from relata_training.wordpiece import WordPiece

WEIGHT = {"upos": 0.5, "xpos": 0.3, "feats": 0.3, "lemma_scripts": 0.3, "names": 1.0}


def augmented(s, rng):
    """Sometimes a sentence in one case throughout, or without its final punctuation mark."""
    r = rng.random()
    if r < 0.03 or 0.03 <= r < 0.06:
        words = [w.upper() if r < 0.03 else w.lower() for w in s.words]
        return Sentence(words=words, upos=s.upos, xpos=s.xpos, feats=s.feats, heads=s.heads, labels=s.labels, names=s.names)
    if r < 0.12 and s.heads and len(s.words) > 3 and s.upos[-1] == "PUNCT" and len(s.words) not in s.heads:
        cut = lambda x: x[:-1] if x else x
        return Sentence(*(cut(getattr(s, k)) for k in ("words", "upos", "xpos", "feats", "lemmas", "heads", "labels", "names", "lemma_scripts")))
    return s


def loss_of(model, batch, labels):
    sentences, encoded = zip(*batch)
    tokens, arcs, label_scores = model(*tensors(encoded), autocast=True)
    n = max(len(s.words) for s in sentences)
    target = lambda key: pad([labels.ids(key, getattr(s, key)) if getattr(s, key) else [-100] * len(s.words) for s in sentences], -100)
    total = 0.0
    for key, weight in WEIGHT.items():
        t = target(key)
        if (t >= 0).any():
            total = total + weight * F.cross_entropy(tokens[key].flatten(0, 1), t.flatten(), ignore_index=-100)
    heads = pad([s.heads if s.heads else [-100] * len(s.words) for s in sentences], -100)
    if (heads >= 0).any():
        lengths = torch.tensor([len(s.words) for s in sentences])
        absent = torch.arange(n + 1)[None] > lengths[:, None]
        arcs = arcs.masked_fill(absent[:, None, :], -1e4)
        total = total + F.cross_entropy(arcs.flatten(0, 1), heads.flatten(), ignore_index=-100)
        scores = label_scores(heads.clamp(min=0))
        total = total + F.cross_entropy(scores.flatten(0, 1), target("labels").flatten(), ignore_index=-100)
    return total


def main():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument("--ud", required=True, help="folder with {ewt,gum}-{train,dev}.conllu[.xz]")
    a.add_argument("--redocred", required=True, help="folder with train.json[.xz]")
    a.add_argument("--base", required=True, help="folder of the unpacked base model (model.safetensors, tokenizer.json)")
    a.add_argument("--output", required=True)
    a.add_argument("--epochs", type=float, default=8)
    a.add_argument("--minutes", type=float, help="schedule by wall clock instead of epochs")
    a.add_argument("--subwords", type=int, default=1600)
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--threads", type=int, default=2)
    a = a.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    find = lambda folder, name: next(p for p in (os.path.join(folder, name), os.path.join(folder, name + ".xz")) if os.path.exists(p))
    os.makedirs(a.output, exist_ok=True)

    wordpiece = WordPiece(os.path.join(a.base, "tokenizer.json"))
    trees = [s for t in ("ewt", "gum") for s in read_conllu(find(a.ud, f"{t}-train.conllu"), HELD_OUT) if len(s.words) <= 60]
    labels = Labels.of(trees)
    data = trees + [s for s in read_redocred(find(a.redocred, "train.json"), capitalised_adjectives(trees)) if len(s.words) <= 80]
    development = {t: list(read_conllu(find(a.ud, f"{t}-dev.conllu"))) for t in ("ewt", "gum")}
    json.dump(labels.sets, open(os.path.join(a.output, "labels.json"), "w"), indent=1)

    model = Analyser({k: len(v) for k, v in labels.sets.items()})
    model.load_base(os.path.join(a.base, "model.safetensors"))
    model.words.weight.requires_grad_(False)
    encoder = [p for k, p in model.named_parameters() if k.startswith(("layers", "norm", "positions"))]
    known = {id(p) for p in encoder} | {id(model.words.weight)}
    others = [p for p in model.parameters() if id(p) not in known]
    optimiser = torch.optim.AdamW([{"params": encoder, "lr": 1.5e-4}, {"params": others, "lr": 1e-3}], betas=(0.9, 0.98), weight_decay=0.01)
    peaks = [g["lr"] for g in optimiser.param_groups]

    begin, step, epoch, progress = time.time(), 0, 0, 0.0
    while progress < 1:
        model.train()
        examples = [(s, encode(s, wordpiece)) for s in (augmented(s, rng) for s in data)]
        examples = [e for e in examples if e[1]]
        batches = groups([e for _, e in examples], a.subwords, rng)
        total, counted = 0.0, 0
        for k, group in enumerate(batches):
            progress = (time.time() - begin) / (60 * a.minutes) if a.minutes else (epoch + k / len(batches)) / a.epochs
            if progress >= 1:
                break
            rate = min(1, (step + 1) / 150) * max(0.01, 1 - progress)
            for g, peak in zip(optimiser.param_groups, peaks):
                g["lr"] = peak * rate
            optimiser.zero_grad(set_to_none=True)
            loss = loss_of(model, [examples[i] for i in group], labels)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            total, counted, step = total + loss.item(), counted + 1, step + 1
            if step % 100 == 0:
                print(f"step {step} epoch {epoch + k / len(batches):.2f} loss {total / counted:.3f} {time.time() - begin:.0f} s", flush=True)
        else:
            epoch += 1
            progress = max(progress, epoch / a.epochs if not a.minutes else progress)
        path = os.path.join(a.output, "checkpoint.pt")
        torch.save({"model": model.state_dict(), "labels": labels.sets, "step": step, "seed": a.seed}, path + ".tmp")
        os.replace(path + ".tmp", path)
        figures = {t: measure(model, d[:600] if progress < 1 else d, wordpiece, labels, autocast=True) for t, d in development.items()}
        for t, f in figures.items():
            print(f"epoch {epoch} {t}-dev {time.time() - begin:.0f} s {json.dumps(f)}", flush=True)


if __name__ == "__main__":
    main()
