#!/usr/bin/env python3
"""Trains the heads that read facts, on the upper layers' copy of the analyser's encoder. See README.md for data and commands."""
import argparse
import json
import os
import random
import sys
import time

import torch
import torch.nn.functional as F

from relata_training import modelfile
from relata_training.facts import batches, examples, gum, senses
from relata_training.facts.batches import Prepared, Read
from relata_training.facts.distil import soft_loss
from relata_training.facts.examples import UNKNOWN, annotated, base
from relata_training.facts.inventory import relations as relation_list
from relata_training.facts.links import link_loss
from relata_training.facts.measure import measure
from relata_training.facts.model import FactReader, OwnLayers
from relata_training.model import TEACHER, Analyser
from relata_training.wordpiece import WordPiece


def records(path):
    with open(path, encoding="utf-8") as f:
        for line in f:
            r = json.loads(line)
            yield r["document"].rsplit("/", 1)[-1].rsplit(".", 1)[0], r


def documents(a, numbers, symmetric):
    sys.path.insert(0, a.annotated)
    from load import load
    reading = dict(records(a.readings))
    held = set(json.load(open(a.development)))
    training, development = [], []
    for article in load(a.annotated):
        e = annotated(reading[article["name"]], article, numbers, symmetric)
        e.article = article
        (development if article["name"] in held else training).append(e)
    if a.parts or a.development_parts:
        from standoff import unpack
    others = []
    for part in a.parts + a.development_parts:
        reading = dict(records(os.path.join(a.part_readings, part + ".jsonl")))
        for article in unpack(a.sentences, os.path.join(a.annotated, "broadcasts", part + ".json")):
            if article["name"] in reading:
                e = annotated(reading[article["name"]], article, numbers, symmetric, pronouns_in_full=True)
                # The first eight parts were read to a fuller measure than the others.
                e.article, e.source = article, 1 if part <= "part-08" else 2
                (others if part in a.development_parts else training).append(e)
    if a.composed:
        from composed import load as composed
        reading = dict(records(a.composed_readings))
        for article in composed(a.composed):
            e = annotated(reading[article["name"]], article, numbers, symmetric, pronouns_in_full=True)
            e.article, e.source = article, 3
            training.append(e)
    for path, source, readings in a.checksummed:
        from checksummed import load as checksummed
        reading = dict(records(readings))
        for article in checksummed(source, path):
            if article["name"] not in reading:
                continue
            e = annotated(reading[article["name"]], article, numbers, symmetric, pronouns_in_full=True)
            e.article, e.source = article, 4
            training.append(e)
    return training, development, others


def gum_documents(readings, clusters, numbers):
    clusters = json.load(open(clusters))
    return [gum.example(r, clusters[name], numbers) for name, r in records(readings)]


def loss_of(model, docs, relations, rng, prune, with_rules, read=None):
    """Losses by name against annotation. `read`: of `batches.Read`, where the documents have been read already."""
    read = read or Read(model, docs)
    w, starts, m, first, scores, kind = read.w, read.starts, read.m, read.first, read.scores, read.kind
    parts = {}
    # Entities and types: only where facts are annotated.
    fact = torch.cat([torch.full((len(p.example.mentions),), p.example.has_links) for p in docs])
    known = torch.cat([p.known for p in docs]) & fact
    is_entity, types = torch.cat([p.is_entity for p in docs]), torch.cat([p.types for p in docs])
    if known.any():
        source = torch.cat([torch.full((len(p.example.mentions),), p.source) for p in docs])
        logits = scores[:, 0] + model.entity_measure(source)[:, 0]
        parts["entity"] = F.binary_cross_entropy_with_logits(logits[known], is_entity[known].float())
    typed = types >= 0
    if typed.any():
        parts["type"] = 0.5 * F.cross_entropy(scores[typed, 1:], types[typed])
    # Coreference.
    rows = [p.pairs() for p in docs]
    if sum(len(r[0]) for r in rows):
        anaphors = torch.cat([r[0] + f for r, f in zip(rows, first)])
        candidates = torch.cat([r[1] + f for r, f in zip(rows, first)])
        feats = {k: torch.cat([r[2][k] for r in rows]) for k in rows[0][2]}
        right = torch.cat([r[3] for r in rows])
        s = model.coreference(m, anaphors, candidates, feats)
        # log-sum-exp by anaphor, with the score of being new
        ids, inverse = torch.unique(anaphors, return_inverse=True)
        new = model.new(m)[ids, 0]
        top = torch.full((len(ids),), -1e9).scatter_reduce(0, inverse, s.detach(), "amax")
        top = torch.maximum(top, new.detach())
        total = torch.zeros(len(ids)).index_add(0, inverse, (s - top[inverse]).exp()) + (new - top).exp()
        hit = torch.zeros(len(ids)).index_add(0, inverse, torch.where(right, (s - top[inverse]).exp(), torch.zeros(())))
        has = torch.zeros(len(ids)).index_add(0, inverse, right.float()) > 0
        hit = torch.where(has, hit, (new - top).exp())
        # Pronouns weigh more: there are many more nouns that refer to nothing.
        weight = torch.where(has | (kind[ids] == 3), 1.0, 0.3)
        parts["coreference"] = (weight * (total.log() - hit.clamp(min=1e-9).log())).sum() / weight.sum()
    # Links.
    probability = scores[:, 0].sigmoid().detach()
    chosen = []
    for p, word, mention in zip(docs, starts, first):
        e = p.example
        if not e.has_links:
            continue
        linked = {x for l in e.links for x in (l.subject, l.object)}
        by_sentence = {}
        for i, x in enumerate(e.mentions):
            keep = x["kind"] != 2 or i in linked or probability[mention + i] > prune or (isinstance(e.entities[i], str) and rng.random() < 0.7)
            if keep and e.sentences[x["sentence"]][2] in ("prose", "title"):
                by_sentence.setdefault(x["sentence"], []).append(i)
        for s, ms in by_sentence.items():
            if len(ms) > 1 and e.sentences[s][1] - e.sentences[s][0] <= 120:
                if len(ms) > 26:
                    ms = sorted(rng.sample(ms, 26))
                chosen.append((p, word, mention, s, ms))
    return parts | link_loss(model, chosen, m, w, with_rules, SYMMETRIC)


SYMMETRIC = set()


def larger_base(folder):
    """MPNet's encoder and its word pieces. Its weights stay; a copy of the upper layers is trained."""
    analyser = Analyser({k: 2 for k in ("upos", "xpos", "feats", "lemma_scripts", "names", "labels")}, TEACHER)
    analyser.load_base(os.path.join(folder, "model.safetensors"))
    for p in analyser.parameters():
        p.requires_grad_(False)
    return analyser, WordPiece(os.path.join(folder, "tokenizer.json"))


def add_data_arguments(a):
    """What to read and where it is, for `documents` and `gum_documents`."""
    a.add_argument("--model", required=True, help="english.relata, whose analyser is built on")
    a.add_argument("--annotated", required=True, help="the corpus: articles/, sentences.json, load.py, relations.txt")
    a.add_argument("--readings", required=True, help="what `relata reading` prints of the corpus' articles")
    a.add_argument("--development", required=True, help="JSON list of the articles kept apart to develop on")
    a.add_argument("--parts", nargs="*", default=[], help="of the corpus' broadcasts, such as part-01")
    a.add_argument("--development-parts", nargs="*", default=[], help="of the broadcasts, kept apart")
    a.add_argument("--composed", help="folder of articles composed for training")
    a.add_argument("--composed-readings", help="what `relata reading` prints of them")
    a.add_argument("--checksummed", nargs=3, action="append", default=[], metavar=("JSON", "SOURCE", "READINGS"),
                   help="the corpus' wikinews.jsonl or weblogs.jsonl, where their sentences are, what `relata reading` prints of them")
    a.add_argument("--sentences", help="the table of sentences that they are annotated in")
    a.add_argument("--part-readings", help="folder with what `relata reading` prints of each part, PART.jsonl")
    a.add_argument("--senses", help="which relations a word can express: senses.tsv")
    a.add_argument("--gum-readings"), a.add_argument("--gum-clusters")


def main():
    a = argparse.ArgumentParser(description=__doc__)
    add_data_arguments(a)
    a.add_argument("--output", required=True)
    a.add_argument("--epochs", type=int, default=12, help="0: only measure")
    a.add_argument("--shared", type=int, default=4)
    a.add_argument("--words", type=int, default=2500, help="of a batch")
    a.add_argument("--begin", help="a checkpoint, or a model file with heads, to go on from")
    a.add_argument("--answers", help="of label_facts.py")
    a.add_argument("--silver", nargs="*", default=[], help="what `relata reading` prints of texts without annotation, for --answers")
    a.add_argument("--share", type=float, default=0.5, help="the teacher's part of the loss")
    a.add_argument("--base", help="a larger encoder (MPNet) to train a teacher on")
    a.add_argument("--beside", help="a larger encoder (MPNet) to train a teacher on that reads it beside the analyser's")
    a.add_argument("--beside-shared", type=int, default=8, help="of its layers, those that stay as they are")
    a.add_argument("--window", type=int, default=128)
    a.add_argument("--alone", type=float, default=0.15, help="the part of the broadcasts and composed articles read without context")
    a.add_argument("--dropout", type=float, default=0.2)
    a.add_argument("--rate", type=float, default=1e-4, help="of the layers")
    a.add_argument("--head-rate", type=float, default=1e-3)
    a.add_argument("--others", type=float, default=1.0, help="the part of the broadcasts and composed articles that an epoch reads, others each time")
    a.add_argument("--articles", type=float, default=1.0, help="the part of the training articles to use")
    a.add_argument("--no-rules", action="store_true")
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--threads", type=int, default=2)
    a.add_argument("--measure-every", type=int, default=4)
    a = a.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    os.makedirs(a.output, exist_ok=True)
    names, symmetric = relation_list(os.path.join(a.annotated, "relations.txt"))
    numbers = {n: i for i, n in enumerate(names)}
    SYMMETRIC.update(numbers[n] for n in symmetric)
    analyser, wordpiece, _ = modelfile.load(a.model)
    if a.base:
        analyser, wordpiece = larger_base(a.base)
    second = beside = None
    if a.beside:
        larger, second = larger_base(a.beside)
        beside = OwnLayers(larger, a.beside_shared)
    for p in analyser.parameters():
        p.requires_grad_(False)
    if a.senses:
        examples.SENSES.update(senses.load(a.senses, numbers))
    model = FactReader(analyser, len(names), shared=a.shared, dropout=a.dropout, beside=beside)
    begin = time.time()
    training, development, others = documents(a, numbers, symmetric)
    if a.articles < 1:
        training = rng.sample(training, int(a.articles * len(training)))
    facts = [l for e in training for l in e.links]
    print(f"{len(training)} documents, {len(facts)} links placed, {sum(e.unplaced for e in training)} not; {len(development)} to develop on; {time.time() - begin:.0f} s", flush=True)
    sys.stdout.flush()
    if a.gum_readings:
        training += gum_documents(a.gum_readings, a.gum_clusters, numbers)
    # Some are read sentence by sentence: a user's text may be no more than one.
    training = [Prepared(e, wordpiece, 1 if e.source and rng.random() < a.alone else a.window, second) for e in training]
    development, others = ([Prepared(e, wordpiece, a.window, second) for e in es] for es in (development, others))
    for path in a.silver:
        for name, record in records(path):
            e = base(record, numbers)
            e.entities, e.types, e.antecedents = [UNKNOWN] * len(e.mentions), [UNKNOWN] * len(e.mentions), [None] * len(e.mentions)
            e.has_links = False
            if not e.mentions:
                continue
            training.append(Prepared(e, wordpiece, a.window, second))
            training[-1].is_silver = True
    if a.answers:
        answers = torch.load(a.answers)
        for p in training:
            p.answer = answers.get(p.example.name)
    if a.begin:
        own = torch.load(a.begin)["model"] if a.begin.endswith(".pt") else modelfile.facts(a.begin, model.state_dict())
        print(model.begin_from(own))
    print(f"{len(training)} documents, {sum(p.is_silver for p in training)} without annotation, {sum(bool(p.answer) for p in training)} with a teacher's answer", flush=True)
    batches.lower_all(model, training + development + others, wordpiece, second)
    print(f"prepared {time.time() - begin:.0f} s", flush=True)
    encoder = [p for l in [*model.layers, *(beside.layers if beside else ())] for p in l.parameters()]
    known = {id(p) for p in encoder}
    heads = [p for p in model.parameters() if id(p) not in known]
    optimiser = torch.optim.AdamW([{"params": encoder, "lr": a.rate}, {"params": heads, "lr": a.head_rate}], betas=(0.9, 0.98), weight_decay=0.01)
    peaks = [g["lr"] for g in optimiser.param_groups]
    average = {k: v.clone() for k, v in model.state_dict().items()}
    step, sums, begin = 0, {}, time.time()
    if not a.epochs:
        for held in (development, others):
            measure(model, held, names, SYMMETRIC, with_rules=not a.no_rules)
    for epoch in range(a.epochs):
        # Broadcasts and composed articles are more than the articles that the heads are for.
        order = [i for i, p in enumerate(training) if p.source not in (1, 2, 3) or rng.random() < a.others]
        rng.shuffle(order)
        groups, current, size = [], [], 0
        for i in order:
            n = len(training[i].example.forms)
            if current and size + n > a.words:
                groups.append(current)
                current, size = [], 0
            current.append(training[i])
            size += n
        groups.append(current)
        model.train()
        for k, docs in enumerate(groups):
            progress = (epoch + k / len(groups)) / a.epochs
            rate = min(1, (step + 1) / 50) * max(0.01, 1 - progress)
            for g, peak in zip(optimiser.param_groups, peaks):
                g["lr"] = peak * rate
            optimiser.zero_grad(set_to_none=True)
            annotated_, taught = [d for d in docs if not d.is_silver], [d for d in docs if d.answer]
            parts = {}
            read = Read(model, docs)
            if annotated_:
                parts = loss_of(model, docs, len(names), rng, 0.5 if epoch == 0 else 0.15, not a.no_rules, read)
            if taught:
                soft = soft_loss(model, docs, len(names), not a.no_rules, read)
                parts = {k: v * (1 - a.share) for k, v in parts.items()} | {"soft " + k: v * a.share * 2 for k, v in soft.items()}
            if not parts:
                continue
            loss = sum(parts.values())
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            step += 1
            decay = 1 - min(0.998, (step + 1) / (step + 10))
            with torch.no_grad():
                for key, v in model.state_dict().items():
                    average[key].lerp_(v, decay)
            for key, v in parts.items():
                t, c = sums.get(key, (0, 0))
                sums[key] = (t + v.item(), c + 1)
        print(f"epoch {epoch + 1} step {step} {time.time() - begin:.0f} s " + " ".join(f"{k} {t / c:.3f}" for k, (t, c) in sums.items()), flush=True)
        sums = {}
        if (epoch + 1) % a.measure_every == 0 or epoch + 1 == a.epochs:
            kept = {k: v.clone() for k, v in model.state_dict().items()}
            model.load_state_dict(average)
            for held in (development, others):
                if held:
                    measure(model, held, names, SYMMETRIC, with_rules=not a.no_rules)
            torch.save({"model": average, "relations": names, "shared": a.shared, "beside_shared": a.beside_shared if a.beside else None, "step": step}, os.path.join(a.output, "checkpoint.pt"))
            model.load_state_dict(kept)


if __name__ == "__main__":
    main()
