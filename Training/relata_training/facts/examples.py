"""Annotated articles beside what the program reads in them (`relata reading`): one training example a document."""
import re
from collections import defaultdict
from dataclasses import dataclass, field

from . import senses
from .inventory import KINDS, MODALITIES, OTHER, TYPES

UNKNOWN, NONE = -2, -1
SENSES = {}     # set once by the trainer: what words can mean, beside the ontology's triggers
REACH = 100     # how many mentions back an antecedent may be
WITHIN = 12     # how many sentences back


@dataclass
class Link:
    sentence: int
    subject: int            # mention
    object: int
    relations: dict         # relation number -> weight, adding to 1
    negated: bool
    modality: int
    essential: bool
    trigger: list           # words of the document; empty: nothing says it; None: unknown
    time: str = None


@dataclass
class Example:
    """Words, mentions and sentences are numbered through the document."""
    name: str
    date: str
    sentences: list                 # (first word, end word, kind)
    forms: list
    mentions: list                  # dicts: sentence, first, last, head, kind, type, plural, gender, chains, lemma, relation
    entities: list                  # for each mention its entity: a key, NONE (it is no listed entity) or UNKNOWN
    types: list                     # for each mention its type's number or UNKNOWN
    antecedents: list               # for each mention None (not asked) or a set of mentions, empty where there is none
    links: list
    known: set                      # (entity, entity) of all facts, wherever they are told
    times: list = field(default_factory=list)       # per sentence: (head word, span text)
    triggers: dict = field(default_factory=dict)    # word -> relation numbers
    rules: dict = field(default_factory=dict)       # (sentence, chain, chain) -> relation numbers
    has_links: bool = True
    source: int = 0         # which corpus: annotators differ in how much they write down


def base(record, numbers):
    """The example of a reading record, without annotation."""
    sentences, forms, starts, ranges = [], [], [], []
    for s in record["sentences"]:
        starts.append(len(forms))
        sentences.append((len(forms), len(forms) + len(s["forms"]), s["kind"]))
        forms += s["forms"]
        ranges += s["ranges"]
    mentions = []
    for m in sorted(record["mentions"], key=lambda m: (m["sentence"], m["head"], m["first"])):
        s, at = record["sentences"][m["sentence"]], starts[m["sentence"]]
        mentions.append({
            "sentence": m["sentence"], "first": at + m["first"], "last": at + m["last"], "head": at + m["head"],
            "kind": KINDS.index(m["kind"]), "type": TYPES.index(m["types"][0]) if m["types"] and m["types"][0] in TYPES else -1,
            "plural": m["plural"], "gender": m.get("gender"), "chains": m["chains"],
            "lemma": s["lemmas"][m["head"]], "relation": s["relations"][m["head"]]})
    e = Example(name=record["document"].rsplit("/", 1)[-1].rsplit(".", 1)[0], date=record.get("date"), sentences=sentences, forms=forms,
                mentions=mentions, entities=[], types=[], antecedents=[], links=[], known=set())
    e.times = [[] for _ in sentences]
    for t in record["times"]:
        e.times[t["sentence"]].append((starts[t["sentence"]] + t["head"], t["span"]))
    for t in record["triggers"]:
        found = [numbers[r] for r in t["relations"] if r in numbers]
        if found:
            e.triggers[starts[t["sentence"]] + t["token"]] = found
    for s, at in zip(record["sentences"], starts):
        for w, (lemma, tag) in enumerate(zip(s["lemmas"], s["tags"])):
            found = SENSES.get(senses.key(lemma, tag)) if SENSES else None
            if found:
                e.triggers[at + w] = sorted(set(e.triggers.get(at + w, [])) | set(found))
    for l in record["links"]:
        # The first version's records had all that its rules said.
        is_frame = "trigger" not in l or (l["trigger"] or "").split(" ")[0] in ("verb", "noun", "adjective", "role")
        if not l.get("isOpen") and is_frame and l["relation"] in numbers:
            e.rules.setdefault((l["sentence"], l["subject"], l["object"]), set()).add(numbers[l["relation"]])
    e.ranges = ranges
    e.lemmas = [w for s in record["sentences"] for w in s["lemmas"]]
    e.relations = [r for s in record["sentences"] for r in s["relations"]]
    e.tags = [t for s in record["sentences"] for t in s["tags"]]
    e.parents = [p for s, at in zip(record["sentences"], starts) for p in [at + h if h >= 0 else -1 for h in s["heads"]]]
    return e


def words_of(e, span):
    """First and last word that a stretch of characters touches; None where there is none."""
    import bisect
    if not hasattr(e, "word_starts"):
        e.word_starts = [r[0] for r in e.ranges]
    i = bisect.bisect_right(e.word_starts, span[0]) - 1
    if i < 0 or e.ranges[i][1] <= span[0]:
        i += 1
    j = i
    while j + 1 < len(e.ranges) and e.ranges[j + 1][0] < span[1]:
        j += 1
    return (i, j) if i < len(e.ranges) and e.ranges[i][0] < span[1] else None


def head_of(e, first, last):
    """The word of a phrase whose head is outside it."""
    for w in range(first, last + 1):
        if not first <= e.parents[w] <= last:
            return w
    return first


FOLD = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " ", "ʼ": "'"})


def occurrences(text, phrase):
    core = r"\s+".join(re.escape(w) for w in phrase.translate(FOLD).split())
    return [m.span() for m in re.finditer(r"(?<!\w)" + core + r"(?!\w)", text)] if core else []


def annotated(record, article, numbers, symmetric, pronouns_in_full=False):
    """The example of an annotated article. `article`: as `load.py` of the corpus gives it; entities may have `pronouns`, spans."""
    e = base(record, numbers)
    text = article["text"].translate(FOLD)
    # Phrases of entities: (first word, last word, head, entity, is a name), the longest first.
    phrases = []
    for key, entity in article["entities"].items():
        for which in ("names", "descriptions"):
            for phrase in entity[which]:
                for span in occurrences(text, phrase):
                    w = words_of(e, span)
                    if w:
                        phrases.append((*w, head_of(e, *w), key, which == "names"))
        for span in entity.get("pronouns", []):
            w = words_of(e, span)
            if w:
                phrases.append((*w, w[0], key, False))
    phrases.sort(key=lambda p: (p[0] - p[1], not p[4]))
    by_head = defaultdict(list)
    for m, mention in enumerate(e.mentions):
        by_head[mention["head"]].append(m)
    e.entities = [UNKNOWN if m["kind"] == 3 and not pronouns_in_full else NONE for m in e.mentions]
    exact = {(m["first"], m["last"]): i for i, m in enumerate(e.mentions)}
    taken = [False] * len(e.mentions)
    for first, last, head, key, is_name in phrases:
        m = exact.get((first, last))
        if m is None:
            found = [i for i in by_head[head] if not taken[i]]
            m = max(found, key=lambda i: min(last, e.mentions[i]["last"]) - max(first, e.mentions[i]["first"]), default=None)
        if m is None and is_name:  # cut otherwise by the program: the name's own mention covers most of it
            inside = [i for w in range(first, last + 1) for i in by_head[w] if e.mentions[i]["kind"] == 0 and not taken[i]
                      and e.mentions[i]["first"] >= first and e.mentions[i]["last"] <= last]
            m = inside[0] if len(inside) == 1 else None
        if m is not None and not taken[m]:
            taken[m] = True
            e.entities[m] = key
    # Facts, each at its sentence's mentions.
    for fact in article["facts"]:
        e.known.add((fact["subject"], fact["object"]))
        if fact["relation"] in symmetric:
            e.known.add((fact["object"], fact["subject"]))
    def sentence_at(position):
        for i, (a, b, _) in enumerate(e.sentences):
            if a < b and e.ranges[a][0] <= position < e.ranges[b - 1][1]:
                return i
        return None

    def mention_for(span, key, home):
        if span:
            w = words_of(e, span)
            if w:
                found = [i for x in range(w[0], w[1] + 1) for i in by_head[x]]
                right = [i for i in found if e.entities[i] == key]
                if right:
                    return right[0]
                heads = by_head[head_of(e, *w)]
                if heads:
                    m = heads[0]
                    if e.entities[m] in (UNKNOWN, NONE):
                        e.entities[m] = key
                        return m
        found = [i for i, m in enumerate(e.mentions) if m["sentence"] == home and e.entities[i] == key]
        return found[0] if found else None

    merged = {}
    e.unplaced = 0
    for fact in article["facts"]:
        start = article["sentences"][fact["sentence"]]
        place = (fact["trigger_span"] or fact["subject_span"] or fact["object_span"] or start)[0]
        home = sentence_at(place)
        s, o = mention_for(fact["subject_span"], fact["subject"], home), mention_for(fact["object_span"], fact["object"], home)
        if s is None or o is None or s == o or home is None or fact["subject"] == fact["object"]:
            e.unplaced += 1
            continue
        if e.mentions[s]["sentence"] != e.mentions[o]["sentence"]:
            e.unplaced += 1
            continue
        home = e.mentions[s]["sentence"]
        right = {numbers.get(r, numbers[OTHER]): w for r, w in [(fact["relation"], 1.0)] + [(a, 0.5) for a in fact["alternatives"]]}
        total = sum(right.values())
        trigger = words_of(e, fact["trigger_span"]) if fact["trigger_span"] else None
        pair = (s, o)
        if fact["relation"] in symmetric and s > o:
            pair = (o, s)
        if pair in merged:
            for r, w in right.items():
                merged[pair].relations[r] = merged[pair].relations.get(r, 0) + w / total
            merged[pair].essential |= fact["essential"]
            continue
        merged[pair] = Link(sentence=home, subject=pair[0], object=pair[1], relations={r: w / total for r, w in right.items()},
                            negated=fact["polarity"] == "negated", modality=MODALITIES.index(fact["modality"]), essential=fact["essential"],
                            trigger=[w for w in range(trigger[0], trigger[1] + 1) if e.sentences[home][0] <= w < e.sentences[home][1]] if trigger else [],
                            time=fact["time"])
    e.links = list(merged.values())
    for l in e.links:
        total = sum(l.relations.values())
        l.relations = {r: w / total for r, w in l.relations.items()}
    e.types = [TYPES.index(article["entities"][k]["type"]) if isinstance(k, str) else UNKNOWN for k in e.entities]
    find_antecedents(e)
    return e


def find_antecedents(e):
    """For descriptions and pronouns, which of the mentions before them are of the same entity."""
    last = defaultdict(list)
    e.antecedents = []
    for i, (m, key) in enumerate(zip(e.mentions, e.entities)):
        if m["kind"] < 2 or key == UNKNOWN:
            e.antecedents.append(None)
        elif key == NONE:
            e.antecedents.append(set())
        else:
            e.antecedents.append({j for j in last[key] if in_reach(e, i, j)})
        if isinstance(key, str):
            last[key].append(i)


def in_reach(e, i, j):
    return i - j <= REACH and e.mentions[i]["sentence"] - e.mentions[j]["sentence"] <= WITHIN
