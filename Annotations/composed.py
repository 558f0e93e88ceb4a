#!/usr/bin/env python3
"""Articles that were composed for training, with their facts, as `load.py` gives the real ones (see README.md).

  composed.py texts FOLDER OUTPUT     writes the articles' texts, for `relata reading`

FOLDER has PART.txt, numbered sentences (`[1] …`, blank lines between paragraphs, an article's first sentence its headline), and
PART.ann, their annotation in the words of GUIDE.md."""
import glob
import os
import re
import sys

from standoff import occurrences, parse, write_texts


def sentences(path):
    """(number, sentence, whether a paragraph begins with it)."""
    begins = True
    with open(path, encoding="utf-8") as f:
        for line in f:
            m = re.match(r"\[(\d+)\] (.*)", line.rstrip("\n"))
            if m:
                yield int(m[1]), m[2].strip(), begins
            begins = not m


def load(folder):
    for path in sorted(glob.glob(os.path.join(folder, "*.txt"))):
        rows = {n: (s, begins) for n, s, begins in sentences(path)}
        annotation = path[:-4] + ".ann"
        with open(annotation, encoding="utf-8") as f:
            dates = [m[1] for m in (re.search(r"(\d{4}-\d\d-\d\d)\s*$", l) for l in f if l.startswith("doc ")) if m]
        for d, date in zip(parse(annotation), dates):
            yield article(os.path.basename(path)[:-4], d, date, rows)


def article(part, d, date, rows):
    text, starts, ends = "", {}, {}
    for n in range(d["first"], d["last"] + 1):
        s, begins = rows[n]
        # The headline and the dateline stand alone.
        text += "" if not text else "\n\n" if begins or n <= d["first"] + 2 else " "
        starts[n] = len(text)
        text += s
        ends[n] = len(text)
    everywhere = lambda phrases: sorted({p for p in phrases})

    def span(n, phrase):
        found = occurrences(rows[n][0], phrase) if n in rows and phrase not in ("", "-") else []
        return (starts[n] + found[0][0], starts[n] + found[0][1]) if found and n in starts else None

    entities = {}
    for key, kind, names, descriptions, pronouns in d["entities"]:
        told = [m for m in (re.match(r"s?(\d+)\s*:?\s+(.+)$", p) for p in pronouns) if m]
        found = [(starts[int(m[1])] + a, starts[int(m[1])] + b) for m in told if int(m[1]) in starts for a, b in occurrences(rows[int(m[1])][0], m[2])]
        entities[key] = {"type": kind, "name": (names or descriptions or [key])[0], "names": everywhere(names),
                         "descriptions": everywhere(descriptions), "pronouns": found}
    facts = []
    for parts in d["facts"]:
        subject, relation, object_ = parts[0].split()
        home, spans = int(parts[1].lstrip("s")), []
        for phrase in (x.strip() for x in parts[2].split("~")):
            m = re.match(r"^s(\d+):(.*)$", phrase)
            spans.append(span(int(m[1]), m[2].strip()) if m else span(home, phrase))
        options = parts[3].split() if len(parts) > 3 else []
        value = dict(x.split("=", 1) for x in options if "=" in x)
        if subject in entities and object_ in entities and home in starts:
            facts.append({"subject": subject, "relation": relation, "object": object_, "alternatives": [x for x in value.get("alt", "").split(",") if x],
                          "polarity": "negated" if "neg" in options else "affirmed", "modality": value.get("mod", "asserted"), "source": value.get("by"),
                          "time": value.get("t"), "essential": "!" in options, "sentence": home - d["first"],
                          "subject_span": spans[0], "trigger_span": spans[1], "object_span": spans[2]})
    return {"name": f"{part}-{d['first']:03d}", "date": date, "text": text, "entities": entities, "facts": facts,
            "sentences": [(starts[n], ends[n]) for n in range(d["first"], d["last"] + 1)]}


if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[1] != "texts":
        sys.exit(__doc__)
    write_texts(load(sys.argv[2]), sys.argv[3])
