#!/usr/bin/env python3
"""Fine-tunes the upper half of a larger encoder (MPNet) as a teacher. See README.md for data and commands.

The lower half stays as it was pretrained, so that its output is computed once and kept in memory."""
import argparse
import json
import os
import random
import time

import torch

from relata_training import documents
from relata_training.data import HELD_OUT, Labels, capitalised_adjectives
from relata_training.evaluate import measure
from relata_training.loss import loss_of
from relata_training.model import TEACHER, Analyser
from relata_training.windows import groups, length, pad, piece, tensors, windows
from relata_training.wordpiece import WordPiece


def gold(ud, redocred):
    """Training documents and labels."""
    trees = [d for t in ("ewt", "gum") for d in documents.treebank(documents.find(ud, f"{t}-train.conllu"), HELD_OUT, longest=60)]
    labels = Labels.of(documents.flat(trees))
    adjectives = capitalised_adjectives(documents.flat(trees))
    return trees, documents.redocred(documents.find(redocred, "train.json"), adjectives), labels


def main():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument("--ud", required=True)
    a.add_argument("--redocred", required=True)
    a.add_argument("--base", required=True, help="folder of the unpacked base model (model.safetensors, tokenizer.json)")
    a.add_argument("--output", required=True)
    a.add_argument("--minutes", type=float, required=True)
    a.add_argument("--pieces", type=int, default=1600)
    a.add_argument("--window", type=int, default=128)
    a.add_argument("--rate", type=float, default=6e-5)
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--threads", type=int, default=2)
    a = a.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    os.makedirs(a.output, exist_ok=True)
    wordpiece = WordPiece(os.path.join(a.base, "tokenizer.json"))
    trees, names, labels = gold(a.ud, a.redocred)
    json.dump(labels.sets, open(os.path.join(a.output, "labels.json"), "w"), indent=1)
    development = {t: documents.treebank(documents.find(a.ud, f"{t}-dev.conllu")) for t in ("ewt", "gum")}

    model = Analyser({k: len(v) for k, v in labels.sets.items()}, TEACHER)
    model.load_base(os.path.join(a.base, "model.safetensors"))
    cut = TEACHER.shape_layer
    model.eval()
    every = [w for d in trees + names for w in windows([p for p in (piece(s, wordpiece, a.window) for s in d) if p], a.window)]
    kept = [None] * len(every)
    begin = time.time()
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for group in groups(every, 3000):
            (ids, shapes, mask, _), _ = tensors([every[i] for i in group], wordpiece)
            x = model.through(model.embed(ids), shapes, mask, range(cut)).to(torch.bfloat16)
            for row, i in enumerate(group):
                kept[i] = x[row, :length(every[i])].clone()
    print(f"{len(every)} windows, lower half {time.time() - begin:.0f} s", flush=True)

    for p in list(model.words.parameters()) + list(model.positions.parameters()) + list(model.norm.parameters()) \
            + list(model.relative.parameters()) + [p for l in model.layers[:cut] for p in l.parameters()]:
        p.requires_grad_(False)
    upper = [p for l in model.layers[cut:] for p in l.parameters()]
    known = {id(p) for p in upper}
    others = [p for p in model.parameters() if p.requires_grad and id(p) not in known]
    optimiser = torch.optim.AdamW([{"params": upper, "lr": a.rate}, {"params": others, "lr": 1e-3}], betas=(0.9, 0.98), weight_decay=0.01)
    peaks = [g["lr"] for g in optimiser.param_groups]
    begin, step, epoch, progress = time.time(), 0, 0, 0.0
    while progress < 1:
        model.train()
        total, counted = 0.0, 0
        batches = groups(every, a.pieces, rng)
        for k, group in enumerate(batches):
            progress = (time.time() - begin) / (60 * a.minutes)
            if progress >= 1:
                break
            rate = min(1, (step + 1) / 100) * max(0.01, 1 - progress)
            for g, peak in zip(optimiser.param_groups, peaks):
                g["lr"] = peak * rate
            (_, shapes, mask, first), sentences = tensors([every[i] for i in group], wordpiece)
            x = torch.zeros(*mask.shape, TEACHER.width, dtype=torch.bfloat16)
            for row, i in enumerate(group):
                x[row, :kept[i].shape[0]] = kept[i]
            optimiser.zero_grad(set_to_none=True)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                x = model.through(x, shapes, mask, range(cut, TEACHER.layers))
            lengths = torch.tensor([len(p.first) for p in sentences])
            loss = loss_of(model.read_words(x, first, lengths), [p.sentence for p in sentences], lengths, labels)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(others + upper, 1.0)
            optimiser.step()
            total, counted, step = total + loss.item(), counted + 1, step + 1
            if step % 50 == 0:
                print(f"step {step} epoch {epoch + k / len(batches):.2f} loss {total / counted:.3f} {time.time() - begin:.0f} s", flush=True)
        else:
            epoch += 1
        path = os.path.join(a.output, "checkpoint.pt")
        torch.save({"model": model.state_dict(), "labels": labels.sets, "step": step, "seed": a.seed}, path + ".tmp")
        os.replace(path + ".tmp", path)
        if progress >= 1 or epoch % 2 == 0:
            for t, d in development.items():
                f = measure(model, d if progress >= 1 else d[:len(d) // 4], wordpiece, labels, autocast=True)
                print(f"epoch {epoch} {t}-dev {time.time() - begin:.0f} s {json.dumps(f)}", flush=True)


if __name__ == "__main__":
    main()
