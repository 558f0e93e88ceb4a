"""Treebank sentences (CoNLL-U) and Re-DocRED mentions as one kind of training example."""
import collections
import json
import lzma
import re
from dataclasses import dataclass, field

from . import lemma

NAME_TYPES = ["PER", "ORG", "LOC", "EVENT", "TIME", "MISC"]
GUM_NAME_TYPE = {"person": "PER", "organization": "ORG", "place": "LOC", "event": "EVENT", "time": "TIME",
                 "object": "MISC", "abstract": "MISC", "animal": "MISC", "plant": "MISC", "substance": "MISC"}
# Annotated in ../shared/gold: kept out of training so that figures on them mean something.
HELD_OUT = {"GUM_news_election", "GUM_news_hackers", "GUM_news_imprisoned", "GUM_news_taxes", "GUM_news_flag", "GUM_news_clock"}
FEATURES = {"Number", "Person", "Tense", "Mood", "VerbForm", "Voice", "Degree", "Case", "PronType", "Poss", "Definite", "NumType",
            "Gender", "Reflex", "Polarity", "Abbr"}
TYPOGRAPHIC = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})


@dataclass
class Sentence:
    words: list
    upos: list = None
    xpos: list = None
    feats: list = None
    lemmas: list = None
    heads: list = None      # 0 is the root, else the 1-based word
    labels: list = None
    names: list = None      # BIOES tags; None where a word's tag is unknown
    lemma_scripts: list = field(default=None)


def open_text(path):
    return lzma.open(path, "rt", encoding="utf-8") if str(path).endswith(".xz") else open(path, encoding="utf-8")


def feature_string(feats):
    kept = [f for f in feats.split("|") if f.split("=")[0] in FEATURES]
    return "|".join(kept) or "_"


def read_conllu(path, skip=frozenset()):
    for _, s in read_conllu_documents(path, skip):
        yield s


def read_conllu_documents(path, skip=frozenset()):
    """(document id, sentence) of each sentence of the documents not in `skip`."""
    doc, rows, open_mentions, done = None, [], {}, []
    with open_text(path) as f:
        for line in f:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                doc, open_mentions = line.split("=")[-1].strip(), {}
            elif line.startswith("#"):
                continue
            elif line:
                c = line.split("\t")
                if c[0].isdigit():
                    rows.append(c)
            elif rows:
                if doc not in skip:
                    yield doc, sentence_of(rows, gum="GUM" in (doc or ""))
                rows = []


def sentence_of(rows, gum):
    s = Sentence(words=[r[1] for r in rows], lemmas=[r[2] for r in rows], upos=[r[3] for r in rows], xpos=[r[4] for r in rows],
                 feats=[feature_string(r[5]) for r in rows], heads=[int(r[6]) for r in rows], labels=[r[7] for r in rows])
    s.lemma_scripts = [lemma.script(w.translate(TYPOGRAPHIC), l) for w, l in zip(s.words, s.lemmas)]
    if gum:
        s.names = bioes(len(rows), gum_names(s, gum_mentions(rows)))
    return s


def gum_mentions(rows):
    """(first, last, entity type) of the mentions inside one sentence, from the Entity attribute of MISC."""
    stack, found = [], []
    for i, r in enumerate(rows):
        attribute = next((a[7:] for a in r[9].split("|") if a.startswith("Entity=")), "")
        for part in re.findall(r"\([^()]+\)?|[^()]+\)", attribute):
            if part.startswith("("):
                body = part[1:].rstrip(")")
                fields = body.split("-")
                stack.append((fields[0], i, fields[1] if len(fields) > 1 else ""))
                if part.endswith(")"):
                    group, first, kind = stack.pop()
                    found.append((first, i, kind))
            else:
                group = part.rstrip(")").split("-")[0]
                for k in range(len(stack) - 1, -1, -1):
                    if stack[k][0] == group:
                        _, first, kind = stack.pop(k)
                        found.append((first, i, kind))
                        break
    return found


def gum_names(s, mentions):
    """The name inside each mention whose head is a proper noun: the head and what belongs to the name, one contiguous run."""
    cores = []
    for first, last, kind in mentions:
        kind = GUM_NAME_TYPE.get(kind)
        if kind is None:
            continue
        inside = range(first, last + 1)
        heads = [i for i in inside if not first <= s.heads[i] - 1 <= last]
        if len(heads) != 1:
            continue
        head = heads[0]
        if kind == "TIME":
            if not any(re.fullmatch(r"\d{4}", s.words[i]) or s.upos[i] == "PROPN" for i in inside):
                continue
        elif s.upos[head] != "PROPN":
            continue
        elif kind == "PER" and any(s.heads[i] - 1 == head and s.labels[i] == "det" for i in inside):
            continue  # "the Secretary of State" is a description
        core, todo = {head}, [head]
        while todo:
            h = todo.pop()
            for i in inside:
                if s.heads[i] - 1 != h or i in core:
                    continue
                label, word = s.labels[i], s.words[i]
                capital = word[:1].isupper() or word[:1].isdigit()
                take = label in ("flat", "goeswith") or label.startswith("flat:") \
                    or (label == "compound" and capital) or (label == "nummod" and capital) \
                    or (label == "amod" and word[:1].isupper() and (kind != "PER" or h != head))
                if not take and label == "nmod" and s.upos[i] == "PROPN":
                    case = [j for j in inside if s.heads[j] - 1 == i and s.labels[j] == "case"]
                    if case and all(s.words[j].lower() in ("of", "for", "de") for j in case):
                        take = True
                        core.update(case)
                        core.update(j for j in inside if s.heads[j] - 1 == i and s.labels[j] == "det" and j < i)
                if take:
                    core.add(i)
                    todo.append(i)
        changed = True
        while changed:  # hyphens, full stops and commas of dates between two words of the name
            changed = False
            for i in inside:
                if i not in core and i - 1 in core and i + 1 in core and s.upos[i] == "PUNCT" \
                        and (s.words[i] in ("-", "–", ".", "/", "'", "’", "&") or (kind == "TIME" and s.words[i] == ",")):
                    core.add(i)
                    changed = True
        lo = hi = head
        while lo - 1 in core:
            lo -= 1
        while hi + 1 in core:
            hi += 1
        while hi > head and s.upos[hi] in ("ADP", "DET", "PUNCT"):
            hi -= 1  # what follows was no part of the name
        cores.append((lo, hi, kind))
    chosen, used = [], set()
    for lo, hi, kind in sorted(set(cores), key=lambda c: (c[0] - c[1], c[0], c[2])):
        if not used & set(range(lo, hi + 1)):
            chosen.append((lo, hi, kind))
            used |= set(range(lo, hi + 1))
    return chosen


def bioes(n, spans):
    tags = ["O"] * n
    for lo, hi, kind in spans:
        if lo == hi:
            tags[lo] = "S-" + kind
        else:
            tags[lo], tags[hi] = "B-" + kind, "E-" + kind
            for i in range(lo + 1, hi):
                tags[i] = "I-" + kind
    return tags


EVENT_WORD = re.compile(r"\b(war|wars|battle|siege|revolution|uprising|championships?|olympics?|games|cup|election|elections|festival|"
                        r"massacre|holocaust|grand prix|tournament|league season|crusade|rebellion|earthquake|hurricane|campaign|operation)\b", re.I)


def read_redocred(path, adjectives):
    for d in read_redocred_documents(path, adjectives):
        yield from d


def read_redocred_documents(path, adjectives):
    """Documents of sentences with names only. Hyphenated words are split as in the treebanks; demonyms (which the treebanks do not call names) are left unknown."""
    with open_text(path) as f:
        documents = json.load(f)
    for d in documents:
        result = []
        by_sentence = collections.defaultdict(list)
        for entity in d["vertexSet"]:
            for m in entity:
                by_sentence[m["sent_id"]].append((m["pos"][0], m["pos"][1] - 1, m["type"]))
        for k, tokens in enumerate(d["sents"]):
            words, start, end = [], [], []
            for t in tokens:
                parts = [p for p in re.split(r"([-–—])", t) if p.strip()] if re.search(r"\w[-–—]\w", t) else ([t] if t.strip() else ["_"])
                start.append(len(words))
                words += parts
                end.append(len(words) - 1)
            spans, unknown = [], set()
            for lo, hi, kind in sorted(set(by_sentence[k]), key=lambda m: (m[0] - m[1], m[0])):
                lo, hi = start[lo], end[hi]
                while lo < hi and words[lo].lower() in ("the", "a", "an"):
                    lo += 1
                if kind == "NUM":
                    continue
                if lo == hi and words[lo] in adjectives:
                    unknown.add(lo)
                    continue
                if kind == "MISC" and EVENT_WORD.search(" ".join(words[lo:hi + 1])):
                    kind = "EVENT"
                if any(a <= hi and lo <= b for a, b, _ in spans):
                    continue
                spans.append((lo, hi, kind))
            tags = bioes(len(words), spans)
            result.append(Sentence(words=words, names=[None if i in unknown else t for i, t in enumerate(tags)]))
        yield result


def capitalised_adjectives(sentences):
    """Words that the treebanks capitalise and call adjectives rather than proper nouns ("Syrian")."""
    counts = collections.defaultdict(collections.Counter)
    for s in sentences:
        for w, p in zip(s.words, s.upos or []):
            if w[:1].isupper():
                counts[w][p] += 1
    return {w for w, c in counts.items() if c["ADJ"] > c["PROPN"]}


class Labels:
    """The closed label sets, in a stable order, with what is too rare left out."""

    def __init__(self, sets):
        self.sets = sets
        self.index = {k: {v: i for i, v in enumerate(vs)} for k, vs in sets.items()}

    @classmethod
    def of(cls, sentences):
        counters = {k: collections.Counter() for k in ("upos", "xpos", "feats", "lemma_scripts", "labels")}
        for s in sentences:
            for k, c in counters.items():
                if getattr(s, k):
                    c.update(getattr(s, k))
        least = {"upos": 1, "xpos": 5, "feats": 5, "lemma_scripts": 3, "labels": 20}
        sets = {k: sorted(v for v, n in c.items() if n >= least[k]) for k, c in counters.items()}
        sets["names"] = ["O"] + [f"{p}-{t}" for t in NAME_TYPES for p in "BIES"]
        return cls(sets)

    def ids(self, key, values):
        index = self.index[key]
        return [index.get(v, -100) if v is not None else -100 for v in values]
