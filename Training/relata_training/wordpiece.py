"""Uncased WordPiece over words that are already tokenised (BERT's basic tokeniser plus greedy longest match).

The Swift runtime has the same algorithm; Tests/RelataLanguageTests compares the two on a recorded sample.
"""
import json
import unicodedata

QUOTES = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "ʻ": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
                        "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "…": "..."})


def clean(word):
    """Folds typographic punctuation, strips marks and lower-cases: what the vocabulary was made from."""
    word = unicodedata.normalize("NFD", word.translate(QUOTES))
    return "".join(c for c in word if unicodedata.category(c) != "Mn").lower()


def is_separate(c):
    """Characters that the basic tokeniser makes tokens of their own: punctuation, ASCII symbols, CJK ideographs."""
    o = ord(c)
    if 33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126:
        return True
    if 0x4E00 <= o <= 0x9FFF or 0x3400 <= o <= 0x4DBF or 0xF900 <= o <= 0xFAFF or 0x20000 <= o <= 0x2FA1F:
        return True
    return unicodedata.category(c).startswith("P")


class WordPiece:
    def __init__(self, tokenizer_json):
        with open(tokenizer_json, encoding="utf-8") as f:
            self.vocab = json.load(f)["model"]["vocab"]
        special = ("[PAD]", "[UNK]", "[CLS]", "[SEP]") if "[CLS]" in self.vocab and "<s>" not in self.vocab else ("<pad>", "[UNK]", "<s>", "</s>")
        self.pad, self.unk, self.cls, self.sep = (self.vocab[t] for t in special)

    def pieces(self, word, limit=16):
        """Subword ids of one word: at least one, at most `limit` (the rest of a very long word is cut off)."""
        chunks, current = [], ""
        for c in clean(word):
            if c.isspace() or unicodedata.category(c) in ("Cc", "Cf"):
                continue
            if is_separate(c):
                if current:
                    chunks.append(current)
                chunks.append(c)
                current = ""
            else:
                current += c
        if current:
            chunks.append(current)
        ids = []
        for chunk in chunks:
            ids += self._greedy(chunk)
            if len(ids) >= limit:
                break
        return ids[:limit] or [self.unk]

    def _greedy(self, chunk):
        if len(chunk) > 100:
            return [self.unk]
        ids, start = [], 0
        while start < len(chunk):
            end = len(chunk)
            while end > start:
                piece = ("##" if start else "") + chunk[start:end]
                if piece in self.vocab:
                    ids.append(self.vocab[piece])
                    break
                end -= 1
            else:
                return [self.unk]
            start = end
        return ids


SHAPES = 10


def shape(word):
    """The orthographic class (0...9) that an uncased encoder would lose."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        if word and all(c.isdigit() for c in word):
            return 0
        if any(c.isdigit() for c in word):
            return 1
        return 8
    if any(c.isdigit() for c in word):
        return 1
    upper = [c.isupper() for c in letters]
    if all(upper):
        return 3 if len(letters) == 1 else 2
    if not any(upper):
        return 4
    if upper[0] and not any(upper[1:]):
        return 5 if word[0].isupper() else 6
    return 6 if upper[0] else 7
