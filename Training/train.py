#!/usr/bin/env python3
"""Fine-tunes the analyser, with or without a teacher's answers, and writes a checkpoint after every epoch. See README.md."""
import argparse
import json
import os
import random
import time

import torch

from relata_training import corpus, documents
from relata_training.augmentation import augmented
from relata_training.data import Labels
from relata_training.evaluate import measure
from relata_training.loss import loss_of
from relata_training.model import STUDENT, Analyser
from relata_training.windows import groups, piece, tensors, windows
from relata_training.wordpiece import WordPiece


def epoch_windows(texts, wordpiece, limit, known, rng):
    """This epoch's windows: of other lengths each time, some sentences altered. Answers are paired with their sentences."""
    result, answers = [], {}
    for document, soft in texts:
        pieces = []
        case = rng.random()
        for s, answer in zip(document, soft):
            t, answer = augmented(s, answer, case, rng)
            p = known.get(id(s)) if t is s else None
            if p is None:
                p = piece(t, wordpiece, 400)
                if t is s:
                    known[id(s)] = p or False
            if p:
                pieces.append(p)
                answers[id(t)] = answer
        result += windows(pieces, rng.randint(limit // 3, limit * 5 // 4))
    return result, answers


def main():
    a = argparse.ArgumentParser(description=__doc__)
    corpus.arguments(a)
    a.add_argument("--base", required=True, help="folder of the unpacked base model (model.safetensors, tokenizer.json)")
    a.add_argument("--begin", help="checkpoint to begin from rather than the base model")
    a.add_argument("--answers", help="what label.py kept of a teacher")
    a.add_argument("--output", required=True)
    a.add_argument("--epochs", type=float, default=8)
    a.add_argument("--minutes", type=float, help="schedule by wall clock instead of epochs")
    a.add_argument("--rate", type=float, default=1.5e-4, help="peak learning rate of the encoder")
    a.add_argument("--pieces", type=int, default=1600)
    a.add_argument("--window", type=int, default=128)
    a.add_argument("--bare", type=float, default=0.15, help="share of batches without separators, where sentence beginnings are learned")
    a.add_argument("--average", type=float, default=0.998, help="decay of the average of weights that is kept")
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--threads", type=int, default=2)
    a = a.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    os.makedirs(a.output, exist_ok=True)

    wordpiece = WordPiece(os.path.join(a.base, "tokenizer.json"))
    texts = corpus.training(a)
    labels = Labels.of(documents.flat(corpus.trees(a)))
    taught = [[None] * len(d) for d in texts]
    if a.answers:
        kept = torch.load(a.answers)
        assert kept["labels"] == labels.sets and [len(d) for d in kept["answers"]] == [len(d) for d in texts]
        taught = kept["answers"]
    pairs = list(zip(texts, taught))
    development = {t: documents.treebank(documents.find(a.ud, f"{t}-dev.conllu")) for t in ("ewt", "gum")}
    json.dump(labels.sets, open(os.path.join(a.output, "labels.json"), "w"), indent=1)

    model = Analyser({k: len(v) for k, v in labels.sets.items()}, STUDENT)
    model.load_base(os.path.join(a.base, "model.safetensors"))
    if a.begin:
        begun = torch.load(a.begin, map_location="cpu")
        assert begun["labels"] == labels.sets
        print(model.load_state_dict(begun["model"], strict=False), flush=True)
    model.words.weight.requires_grad_(False)
    encoder = [p for k, p in model.named_parameters() if k.startswith(("layers", "norm", "positions"))]
    known = {id(p) for p in encoder} | {id(model.words.weight)}
    others = [p for p in model.parameters() if id(p) not in known]
    optimiser = torch.optim.AdamW([{"params": encoder, "lr": a.rate}, {"params": others, "lr": a.rate * 20 / 3}], betas=(0.9, 0.98), weight_decay=0.01)
    peaks = [g["lr"] for g in optimiser.param_groups]
    average = Analyser({k: len(v) for k, v in labels.sets.items()}, STUDENT)
    average.load_state_dict(model.state_dict())
    trained, shadow = encoder + others, dict(average.named_parameters())
    name_of = {id(p): k for k, p in model.named_parameters()}
    averaged = [shadow[name_of[id(p)]] for p in trained]

    cache, step, epoch, progress, begin = {}, 0, 0, 0.0, time.time()
    while progress < 1:
        model.train()
        every, answers = epoch_windows(pairs, wordpiece, a.window, cache, rng)
        batches = groups(every, a.pieces, rng)
        total, counted = 0.0, 0
        for k, group in enumerate(batches):
            progress = (time.time() - begin) / (60 * a.minutes) if a.minutes else (epoch + k / len(batches)) / a.epochs
            if progress >= 1:
                break
            rate = min(1, (step + 1) / 150) * max(0.01, 1 - progress)
            for g, peak in zip(optimiser.param_groups, peaks):
                g["lr"] = peak * rate
            bare = rng.random() < a.bare
            batch, pieces = tensors([every[i] for i in group], wordpiece, bare)
            soft = [answers[id(p.sentence)] for p in pieces] if a.answers else None
            optimiser.zero_grad(set_to_none=True)
            lengths = torch.tensor([len(p.first) for p in pieces])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                x = model.encode(*batch[:3])
            output = model.read_words(x, batch[3], lengths)
            loss = loss_of(output, [p.sentence for p in pieces], lengths, labels, soft, bare=bare)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimiser.step()
            with torch.no_grad():
                torch._foreach_lerp_(averaged, trained, 1 - min(a.average, (step + 1) / (step + 10)))
            total, counted, step = total + loss.item(), counted + 1, step + 1
            if step % 100 == 0:
                print(f"step {step} epoch {epoch + k / len(batches):.2f} loss {total / counted:.3f} {time.time() - begin:.0f} s", flush=True)
        else:
            epoch += 1
        path = os.path.join(a.output, "checkpoint.pt")
        torch.save({"model": average.state_dict(), "labels": labels.sets, "step": step, "seed": a.seed}, path + ".tmp")
        os.replace(path + ".tmp", path)
        for t, d in development.items():
            f = measure(average, d if progress >= 1 else d[:len(d) // 4], wordpiece, labels, autocast=True, limit=a.window)
            print(f"epoch {epoch} {t}-dev {time.time() - begin:.0f} s {json.dumps(f)}", flush=True)


if __name__ == "__main__":
    main()
