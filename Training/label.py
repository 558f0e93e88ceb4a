#!/usr/bin/env python3
"""Lets a teacher read documents and keeps its distributions for train.py. See README.md for data and commands."""
import argparse
import os
import time

import torch

from relata_training import corpus, decode
from relata_training.data import Labels
from relata_training.model import TEACHER, Analyser
from relata_training.windows import groups, piece, tensors, windows
from relata_training.wordpiece import WordPiece


@torch.no_grad()
def answers(model, documents, wordpiece, limit, given=None):
    """A teacher's answer for each sentence, None for one that is too long; in the documents' order.
    `given`: another teacher's answers, whose heads are labelled rather than one's own."""
    known = {id(s): x for d, y in zip(documents, given or []) for s, x in zip(d, y)}
    model.eval()
    pieces = [[piece(s, wordpiece) for s in d] for d in documents]
    every = [w for d in pieces for w in windows([p for p in d if p], limit)]
    found, done, begin = {}, 0, time.time()
    for group in groups(every, 3000):
        batch, sentences = tensors([every[i] for i in group], wordpiece)
        tokens, arcs, label_scores = model(*batch, autocast=True)
        arcs = arcs.clone()
        lengths = torch.tensor([len(p.sentence.words) for p in sentences])
        n = arcs.shape[1]
        absent = torch.arange(n + 1)[None] > lengths[:, None]
        arcs = torch.log_softmax(arcs.masked_fill(absent[:, None, :], -1e4), -1)
        heads = torch.zeros(arcs.shape[:2], dtype=torch.long)
        for k, p in enumerate(sentences):
            m = len(p.sentence.words)
            other = known.get(id(p.sentence))
            heads[k, :m] = torch.tensor(decode.tree(arcs[k, :m, :m + 1].tolist())) if other is None else other["heads"].long()
        labels = torch.log_softmax(label_scores(heads), -1)
        soft = {k: torch.log_softmax(tokens[k], -1) for k in ("upos", "names")}
        hard = {k: tokens[k].argmax(-1) for k in ("xpos", "feats", "lemma_scripts")}
        for k, p in enumerate(sentences):
            m = len(p.sentence.words)
            answer = {key: v[k, :m].half() for key, v in soft.items()}
            answer |= {key: v[k, :m].to(torch.int16) for key, v in hard.items()}
            answer |= {"arcs": arcs[k, :m, :m + 1].clamp(min=-30).half(), "heads": heads[k, :m].to(torch.int16), "labels": labels[k, :m].half()}
            found[id(p.sentence)] = {k: v.clone() for k, v in answer.items()}
        done += len(group)
        if done // 200 != (done - len(group)) // 200:
            print(f"{done} of {len(every)} windows, {time.time() - begin:.0f} s", flush=True)
    return [[found.get(id(s)) for s in d] for d in documents]


def mixed(first, second, share):
    """The mean of two teachers' distributions, `share` of the second; the first's answer in all else."""
    if first is None or second is None:
        return first
    mean = lambda k: torch.log((1 - share) * first[k].float().exp() + share * second[k].float().exp()).clamp(min=-30).half()
    return first | {k: mean(k) for k in ("upos", "names", "arcs", "labels")}


def main():
    a = argparse.ArgumentParser(description=__doc__)
    corpus.arguments(a)
    a.add_argument("--teacher", required=True, help="checkpoint of teacher.py")
    a.add_argument("--base", required=True, help="folder of the teacher's base model")
    a.add_argument("--second", help="checkpoint of a student, which reads the unannotated documents too, sentence by sentence")
    a.add_argument("--second-base", help="folder of the student's base model")
    a.add_argument("--share", type=float, default=0.35, help="the second's share")
    a.add_argument("--output", required=True)
    a.add_argument("--window", type=int, default=128)
    a.add_argument("--threads", type=int, default=2)
    a = a.parse_args()
    torch.set_num_threads(a.threads)
    checkpoint = torch.load(a.teacher, map_location="cpu")
    labels = Labels(checkpoint["labels"])
    model = Analyser({k: len(v) for k, v in labels.sets.items()}, TEACHER)
    model.load_state_dict(checkpoint["model"], strict=False)
    wordpiece = WordPiece(os.path.join(a.base, "tokenizer.json"))
    documents = corpus.training(a)
    result = answers(model, documents, wordpiece, a.window)
    if a.second:
        checkpoint = torch.load(a.second, map_location="cpu")
        assert checkpoint["labels"] == labels.sets
        model = Analyser({k: len(v) for k, v in labels.sets.items()})
        model.load_state_dict(checkpoint["model"], strict=False)
        bare = [i for i, d in enumerate(documents) if not any(s.heads or s.names for s in d)]
        wordpiece = WordPiece(os.path.join(a.second_base, "tokenizer.json"))
        more = answers(model, [documents[i] for i in bare], wordpiece, 1, [result[i] for i in bare])
        for i, d in zip(bare, more):
            result[i] = [mixed(x, y, a.share) for x, y in zip(result[i], d)]
    torch.save({"labels": labels.sets, "answers": result}, a.output)


if __name__ == "__main__":
    main()
