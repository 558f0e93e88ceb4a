"""Sentences of unlabelled text, tokenised by Relata itself."""
from .data import Sentence, open_text


def tokenised(path):
    """Documents of bare sentences from the output of `relata analyze`."""
    documents, words = [], []
    with open_text(path) as f:
        for line in f:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                documents.append([])
            elif line and not line.startswith("#"):
                columns = line.split("\t")
                if columns[0].isdigit():
                    words.append(columns[1])
            elif not line and words:
                if len(words) <= 80:
                    documents[-1].append(Sentence(words=words))
                words = []
    return [d for d in documents if d]

