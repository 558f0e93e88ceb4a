"""Draws training texts from a corpus: of all lengths, and spoilt as texts are."""

from __future__ import annotations

import random
import unicodedata

SHORTEST, LONGEST = 15, 400


class Sampler:
    def __init__(self, corpus: dict[str, dict[str, list[str]]], seed: int = 7):
        self.corpus = corpus
        self.random = random.Random(seed)
        # Names as they stand in the texts of other languages.
        self.names = {code: self.capitalised(parts) for code, parts in corpus.items()}

    def capitalised(self, parts: dict[str, list[str]]) -> list[str]:
        names = []
        for source, lines in parts.items():
            if not source.startswith("wordfreq"):
                for line in lines[:4000]:
                    names += [word for word in line.split()[1:] if word[:1].isupper() and len(word) > 2]
        return names[:20_000]

    def weight(self, source: str, lines: list[str]) -> float:
        size = min(sum(map(len, lines)), 400_000)
        # Lists of words have the foreign words of their texts, too.
        return size**0.5 * (0.4 if source.startswith("wordfreq") else 1)

    def text(self, code: str) -> str:
        """15 to 400 characters of one source; each source of a language counts with the square root of its size, up to a limit."""
        parts = self.corpus[code]
        weights = [self.weight(source, lines) for source, lines in parts.items()]
        lines = parts[self.random.choices(list(parts), weights)[0]]
        length = int(SHORTEST * (LONGEST / SHORTEST) ** self.random.random())
        index = self.random.randrange(len(lines))
        text = lines[index]
        while len(text) < length:
            index = (index + 1) % len(lines)
            text += " " + lines[index]
        if len(text) > length:
            start = self.random.randrange(len(text) - length + 1) if self.random.random() < 0.5 else 0
            if start > 0:
                start = text.find(" ", start) + 1
            text = text[start : start + length]
            text = text[: max(text.rfind(" "), SHORTEST)]
        return self.spoilt(text, code)

    def spoilt(self, text: str, code: str) -> str:
        # Words left out at random, so that no sentence of a small source is learnt by heart.
        text = " ".join(word for word in text.split() if self.random.random() > 0.15) or text
        draw = self.random.random()
        if code == "en":
            # English news is full of foreign names; it must stay English.
            if draw < 0.45:
                return self.with_names(text, self.random.uniform(0.05, 0.5), None)
        elif draw < 0.12:
            return self.with_names(text, self.random.uniform(0.05, 0.25), "en")
        elif draw < 0.15:
            return unicodedata.normalize("NFD", text)
        elif draw < 0.18:
            decomposed = unicodedata.normalize("NFD", text)
            return "".join(character for character in decomposed if not unicodedata.combining(character))
        return text

    def with_names(self, text: str, share: float, code: str | None) -> str:
        names = self.names[code or self.random.choice(list(self.names))]
        if len(names) < 100:
            return text
        words = []
        for word in text.split():
            words.append(word)
            if self.random.random() < share:
                words += self.random.choices(names, k=self.random.choice((1, 1, 2)))
        return " ".join(words)
