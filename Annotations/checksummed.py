#!/usr/bin/env python3
"""Annotated articles without their texts, which other corpora have: wikinews.jsonl and weblogs.jsonl (see README.md).

  checksummed.py texts SOURCE JSON OUTPUT     the articles' texts, for `relata reading`
  checksummed.py pack NAME.txt NAME.ann [DOCUMENT]   what JSON has of an article, from its sentences and their annotation in the words of
                                              GUIDE.md; DOCUMENT: its name in a treebank

SOURCE is AMALGUM's folder amalgum/news/xml for wikinews.jsonl, a treebank's file, NAME.conllu, for weblogs.jsonl, or a folder of sentences
as composed articles have them. JSON has an object for each article: of each sentence a checksum, by which it is found again, and places in
it. Both count what is no blank, so that it does not matter where blanks are put between words and marks."""
import json
import os
import re
import sys
import xml.etree.ElementTree as tree
import zlib

from composed import article, sentences
from standoff import detokenised, occurrences, parse, write_texts


def checksum(sentence):
    return f"{zlib.crc32(''.join(sentence.split()).encode('utf-8')):08x}"


def marked(sentence, start, end):
    """A span in characters that are no blanks."""
    before = len("".join(sentence[:start].split()))
    return before, before + len("".join(sentence[start:end].split()))


def spelled(sentence, first, last):
    """The words at such a span."""
    at = [i for i, c in enumerate(sentence) if not c.isspace()]
    return sentence[at[first]:at[last - 1] + 1]


def pack(text, annotation, document=None):
    rows = {n: (s, begins) for n, s, begins in sentences(text)}
    with open(annotation, encoding="utf-8") as f:
        date = re.match(r"doc s1-s\d+ (\d{4}-\d\d-\d\d)", f.readline())[1]
    d, = parse(annotation)
    everywhere = lambda phrases: [[n, *marked(s, *span)] for p in phrases for n, (s, _) in rows.items() for span in occurrences(s, p)[:1]]
    entities = {}
    for key, kind, names, descriptions, pronouns in d["entities"]:
        told = [(int(m[1]), m[2]) for m in (re.match(r"s?(\d+)\s*:?\s+(.+)$", p) for p in pronouns) if m]
        entities[key] = [kind, everywhere(names), everywhere(descriptions), [[n, *marked(rows[n][0], *span)] for n, p in told for span in occurrences(rows[n][0], p)[:1]]]
    facts = []
    for ends, home, phrases, *options in d["facts"]:
        home, spans = int(home.lstrip("s")), []
        for phrase in (x.strip() for x in phrases.split("~")):
            m = re.match(r"^s(\d+):(.*)$", phrase)
            n, words = (int(m[1]), m[2].strip()) if m else (home, phrase)
            found = occurrences(rows[n][0], words) if words not in ("", "-") else []
            spans.append([n, *marked(rows[n][0], *found[0])] if found else None)
        facts.append([*ends.split(), home, *spans, *options])
    named = {"document": document} if document else {}
    return {"name": os.path.basename(text)[:-4], **named, "date": date, "sentences": [checksum(s) for s, _ in rows.values()],
            "paragraphs": [n for n, (_, begins) in rows.items() if begins], "entities": entities, "facts": facts}


def treebank(path):
    """The sentences of a treebank's documents, by their names."""
    found, document = {}, None
    with open(path, encoding="utf-8") as f:
        for line in f:
            if line.startswith("# newdoc id = "):
                document = line[14:].strip()
            elif line.startswith("# text = "):
                found.setdefault(document, []).append(line[9:].strip())
    return found


def in_folder(folder, name):
    """The sentences of an article."""
    numbered = os.path.join(folder, name + ".txt")
    if os.path.exists(numbered):
        return [s for _, s, _ in sentences(numbered)]
    path = os.path.join(folder, f"AMALGUM_news_{name}.xml")
    if not os.path.exists(path):
        return []
    # One word a line, with what was said of it.
    lines = ("".join(s.itertext()).split("\n") for s in tree.parse(path).iter("s"))
    return [detokenised(" ".join(l.split("\t")[0] for l in s if l.strip())) for s in lines]


def rows_of(packed, found):
    """{number: (sentence, whether a paragraph begins with it)} of those of an article that are there."""
    rows, at = {}, 0
    for n, code in enumerate(packed["sentences"], 1):
        place = next((k for k in range(at, len(found)) if checksum(found[k]) == code), None)
        if place is not None:
            rows[n], at = (found[place], n in packed["paragraphs"]), place + 1
    return rows


def unpacked(packed, rows):
    """As `load.py` gives articles, without the facts of sentences that are not there."""
    words = lambda x: spelled(rows[x[0]][0], x[1], x[2])
    there = lambda xs: [x for x in xs if x[0] in rows]
    entities = [(key, kind, *(sorted({words(x) for x in there(xs)}) for xs in (names, descriptions)), [f"s{x[0]} {words(x)}" for x in there(pronouns)])
                for key, (kind, names, descriptions, pronouns) in packed["entities"].items()]
    facts = []
    for subject, relation, object_, home, *rest in packed["facts"]:
        if home in rows and all(x is None or x[0] in rows for x in rest[:3]):
            phrases = " ~ ".join("-" if x is None else (f"s{x[0]}:" if x[0] != home else "") + words(x) for x in rest[:3])
            facts.append([f"{subject} {relation} {object_}", f"s{home}", phrases, *rest[3:]])
    d = {"first": min(rows), "last": max(rows), "entities": entities, "facts": facts}
    # Numbers of sentences that are not there would be looked up.
    for n in range(d["first"], d["last"] + 1):
        rows.setdefault(n, ("", False))
    return {**article("", d, packed["date"], rows), "name": packed["name"]}


def load(source, path):
    """The articles of `path` whose texts lie in `source`."""
    documents = treebank(source) if source.endswith(".conllu") else None
    with open(path, encoding="utf-8") as f:
        for packed in map(json.loads, f):
            found = in_folder(source, packed["name"]) if documents is None else documents.get(packed.get("document"), [])
            rows = rows_of(packed, found)
            if rows:
                yield unpacked(packed, rows)


if __name__ == "__main__":
    if sys.argv[1:2] == ["pack"] and len(sys.argv) in (4, 5):
        print(json.dumps(pack(*sys.argv[2:]), ensure_ascii=False, separators=(",", ":")))
    elif sys.argv[1:2] == ["texts"] and len(sys.argv) == 5:
        write_texts(load(*sys.argv[2:4]), sys.argv[4])
    else:
        sys.exit(__doc__)
