#!/usr/bin/env python3
"""Annotations without their texts: what was annotated of the broadcasts, as places in a table of sentences (see README.md).

  standoff.py pack SENTENCES ANN OUTPUT FIRST   from sentences and annotations in the words of GUIDE.md
  standoff.py unpack SENTENCES INPUT        prints articles as load.py gives them, one JSON object a line
  standoff.py texts SENTENCES INPUT FOLDER  writes their texts, for `relata reading`

SENTENCES has one sentence a line, its words parted by blanks, as the table has them."""
import json
import os
import re
import sys


def detokenised(line):
    """A sentence as it is read: blanks before and after marks taken out."""
    out, quoted, glue = "", False, True
    for w in line.split():
        left, right = False, False
        if w == '"':
            left, right, quoted = quoted, not quoted, not quoted
        elif w in (",", ".", ";", ":", "?", "!", "%", ")", "]", "'s", "'", "n't", "'re", "'ve", "'ll", "'d", "'m"):
            left = True
        elif w in ("(", "[", "$", "£", "€"):
            right = True
        out += w if glue or left else " " + w
        glue = right
    return out


def table(path):
    with open(path, encoding="utf-8") as f:
        return [detokenised(l) for l in f if l.strip()]


def occurrences(text, phrase):
    core = r"\s+".join(re.escape(w) for w in phrase.split())
    return [m.span() for m in re.finditer(r"(?<!\w)" + core + r"(?!\w)", text)] or [m.span() for m in re.finditer(core, text)]


def parse(path):
    documents, d = [], None
    with open(path, encoding="utf-8") as f:
        for line in f:
            line = line.rstrip("\n")
            m = re.match(r"doc s?(\d+)\s*[-–]\s*s?(\d+)", line)
            if m:
                d = {"first": int(m[1]), "last": int(m[2]), "entities": [], "facts": []}
                documents.append(d)
            elif line.startswith("e ") and d:
                parts = [x.strip() for x in line[2:].split("|")]
                several = lambda k: [x.strip() for x in parts[k].split(";") if x.strip()] if len(parts) > k else []
                d["entities"].append((*parts[0].split(), several(2), several(3), several(4)))
            elif line.startswith("f ") and d:
                d["facts"].append([x.strip() for x in line[2:].split("|")])
    return documents


def pack(sentences, annotation, output, first):
    """`first`: the number in the table of the annotation's sentence 1, from 0."""
    rows, documents = table(sentences), []
    for d in parse(annotation):
        place = lambda s: first + s - 1
        inside = range(d["first"], d["last"] + 1)
        everywhere = lambda phrase: [[place(s), a, b] for s in inside for a, b in occurrences(rows[place(s)], phrase)]
        entities = {}
        for key, kind, names, descriptions, pronouns in d["entities"]:
            found = [re.match(r"s?(\d+)\s*:?\s+(.+)$", p) for p in pronouns]
            entities[key] = {"type": kind, "names": [x for n in names for x in everywhere(n)], "descriptions": [x for n in descriptions for x in everywhere(n)],
                             "pronouns": [[place(int(m[1])), a, b] for m in found if m for a, b in occurrences(rows[place(int(m[1]))], m[2])]}
        facts = []
        for parts in d["facts"]:
            subject, relation, object_ = parts[0].split()
            home = int(parts[1].lstrip("s"))
            spans = []
            for phrase in (x.strip() for x in parts[2].split("~")):
                m = re.match(r"^s(\d+):(.*)$", phrase)
                s, words = (int(m[1]), m[2].strip()) if m else (home, phrase)
                found = occurrences(rows[place(s)], words) if words not in ("-", "") else []
                spans.append([place(s), *found[0]] if found else None)
            facts.append([subject, relation, object_, place(home), *spans, parts[3] if len(parts) > 3 else ""])
        documents.append({"first": place(d["first"]), "last": place(d["last"]), "entities": entities, "facts": facts})
    with open(output, "w", encoding="utf-8") as f:
        json.dump(documents, f, ensure_ascii=False, separators=(",", ":"))


def unpack(sentences, path):
    rows = table(sentences)
    with open(path, encoding="utf-8") as f:
        documents = json.load(f)
    for d in documents:
        text, starts = "", {}
        for n in range(d["first"], d["last"] + 1):
            starts[n] = len(text)
            text += rows[n] + " "
        span = lambda x: (starts[x[0]] + x[1], starts[x[0]] + x[2]) if x else None
        words = lambda xs: sorted({rows[s][a:b] for s, a, b in xs})
        entities = {k: {"type": e["type"], "name": (words(e["names"]) or words(e["descriptions"]) or [k])[0], "names": words(e["names"]),
                        "descriptions": words(e["descriptions"]), "pronouns": [span(x) for x in e["pronouns"]]} for k, e in d["entities"].items()}
        facts = []
        for subject, relation, object_, home, a, t, b, options in d["facts"]:
            if subject not in entities or object_ not in entities:
                continue
            o = options.split()
            value = dict(x.split("=", 1) for x in o if "=" in x)
            facts.append({"subject": subject, "relation": relation, "object": object_, "alternatives": [x for x in value.get("alt", "").split(",") if x],
                          "polarity": "negated" if "neg" in o else "affirmed", "modality": value.get("mod", "asserted"), "source": value.get("by"),
                          "time": value.get("t"), "essential": "!" in o, "sentence": home - d["first"],
                          "subject_span": span(a), "trigger_span": span(t), "object_span": span(b)})
        yield {"name": f"broadcast-{d['first']:05d}", "date": None, "text": text.rstrip(),
               "sentences": [(starts[n], starts[n] + len(rows[n])) for n in sorted(starts)], "entities": entities, "facts": facts}


def write_texts(articles, folder):
    """For `relata reading`."""
    os.makedirs(folder, exist_ok=True)
    for article in articles:
        with open(os.path.join(folder, article["name"] + ".txt"), "w", encoding="utf-8") as f:
            f.write(article["text"] + "\n")


if __name__ == "__main__":
    if sys.argv[1:2] == ["pack"] and len(sys.argv) == 6:
        pack(*sys.argv[2:5], int(sys.argv[5]))
    elif sys.argv[1:2] == ["unpack"] and len(sys.argv) == 4:
        for article in unpack(*sys.argv[2:]):
            print(json.dumps(article, ensure_ascii=False))
    elif sys.argv[1:2] == ["texts"] and len(sys.argv) == 5:
        write_texts(unpack(*sys.argv[2:4]), sys.argv[4])
    else:
        sys.exit(__doc__)
