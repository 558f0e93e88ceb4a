"""Trains the model: the mean of the features' vectors, then one linear layer over the languages."""

from __future__ import annotations

import argparse
import pickle
import time
from pathlib import Path

import numpy
from scipy.sparse import csr_matrix

from features import features
from samples import Sampler


def matrix(texts: list[str], buckets: int) -> csr_matrix:
    rows = [features(text, buckets) for text in texts]
    lengths = numpy.array([len(row) for row in rows])
    ends = numpy.concatenate(([0], numpy.cumsum(lengths)))
    values = numpy.repeat(1.0 / numpy.maximum(lengths, 1), lengths).astype(numpy.float32)
    return csr_matrix((values, numpy.concatenate(rows), ends), shape=(len(rows), buckets))


class Adam:
    def __init__(self, shape: tuple[int, ...], rate: float):
        self.first, self.second = numpy.zeros(shape, numpy.float32), numpy.zeros(shape, numpy.float32)
        self.rate, self.steps = rate, 0

    def step(self, parameters: numpy.ndarray, gradient: numpy.ndarray, scale: float) -> None:
        self.steps += 1
        self.first += 0.1 * (gradient - self.first)
        self.second += 0.001 * (gradient * gradient - self.second)
        first = self.first / (1 - 0.9**self.steps)
        second = self.second / (1 - 0.999**self.steps)
        parameters -= scale * self.rate * first / (numpy.sqrt(second) + 1e-8)


def train(samples: csr_matrix, labels: numpy.ndarray, languages: int, width: int, epochs: int, batch: int = 1024):
    draw = numpy.random.default_rng(3)
    vectors = draw.normal(0, 0.3, (samples.shape[1], width)).astype(numpy.float32)
    weights = draw.normal(0, 0.3, (width, languages)).astype(numpy.float32)
    bias = numpy.zeros(languages, numpy.float32)
    optimisers = [Adam(vectors.shape, 0.04), Adam(weights.shape, 0.02), Adam(bias.shape, 0.02)]
    count = samples.shape[0]
    for epoch in range(epochs):
        started, loss = time.time(), 0.0
        starts = draw.permutation(numpy.arange(0, count, batch))
        for step, start in enumerate(starts):
            rows = samples[start : start + batch]
            expected = labels[start : start + batch]
            hidden = rows @ vectors
            scores = hidden @ weights + bias
            scores -= scores.max(axis=1, keepdims=True)
            probabilities = numpy.exp(scores)
            probabilities /= probabilities.sum(axis=1, keepdims=True)
            index = numpy.arange(len(expected))
            loss -= float(numpy.log(probabilities[index, expected] + 1e-9).sum())
            probabilities[index, expected] -= 1
            probabilities /= len(expected)
            progress = (epoch + step / len(starts)) / epochs
            scale = max(0.02, 1 - progress)
            back = probabilities @ weights.T
            optimisers[1].step(weights, hidden.T @ probabilities, scale)
            optimisers[2].step(bias, probabilities.sum(axis=0), scale)
            optimisers[0].step(vectors, rows.T @ back, scale)
        print(f"epoch {epoch + 1}: loss {loss / count:.4f}, {time.time() - started:.0f} s", flush=True)
    return vectors, weights, bias


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("corpus", type=Path, help="a pickle of corpus.corpus()")
    options.add_argument("model", type=Path, help="where the weights go (.npz)")
    options.add_argument("--buckets", type=int, default=22_000)
    options.add_argument("--width", type=int, default=16)
    options.add_argument("--epochs", type=int, default=8)
    options.add_argument("--samples", type=int, default=5_000, help="of each language; of English eight times as many")
    given = options.parse_args()

    corpus = pickle.loads(given.corpus.read_bytes())
    codes = list(corpus)
    sampler = Sampler(corpus)
    texts, labels = [], []
    for index, code in enumerate(codes):
        count = given.samples * (8 if code == "en" else 1)
        texts += [sampler.text(code) for _ in range(count)]
        labels += [index] * count
    order = numpy.random.default_rng(5).permutation(len(texts))
    samples = matrix([texts[index] for index in order], given.buckets)
    print(f"{len(texts)} texts, {samples.nnz} features", flush=True)
    vectors, weights, bias = train(samples, numpy.array(labels)[order], len(codes), given.width, given.epochs)
    numpy.savez(given.model, codes=numpy.array(codes), vectors=vectors, weights=weights, bias=bias)


if __name__ == "__main__":
    main()
