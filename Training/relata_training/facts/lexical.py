"""What the words and the tree beside two mentions say of their relation, as features of a log-linear model.

`Sources/RelataExtraction/Links/RelationFeatures.swift` makes the same ones; its test compares them for one sentence."""
from .inventory import TYPES

NOMINAL = 2             # kinds of mentions from here on have no name
LONGEST_PATH = 12
BASIS, PRIME = 0xCBF29CE484222325, 0x100000001B3


def hashed(template, parts):
    """FNV-1a of 64 bits over the template's number and its parts, each with a zero before it."""
    h = ((BASIS ^ template) * PRIME) & 0xFFFFFFFFFFFFFFFF
    for part in parts:
        for byte in b"\0" + part.encode("utf-8"):
            h = ((h ^ byte) * PRIME) & 0xFFFFFFFFFFFFFFFF
    return h


def adposition(e, head):
    """The first word that marks a phrase's case: "in" of "in Aleppo"."""
    return next((e.lemmas[w] for w in e.children[head] if e.relations[w] == "case"), "")


def path(e, i, j):
    """The relations from one head up to the word above both and down to the other, and that word; None where they do not meet soon."""
    up, place = [], {}
    while i >= 0 and len(up) < LONGEST_PATH:
        place[i] = len(up)
        up.append(i)
        i = e.parents[i]
    down = []
    while j >= 0 and j not in place and len(down) < LONGEST_PATH:
        down.append(j)
        j = e.parents[j]
    if j not in place:
        return "", None
    base = lambda w: e.relations[w].split(":")[0]
    return ">".join(map(base, up[:place[j]])) + "^" + "<".join(map(base, reversed(down))), j


def order(trigger, i, j):
    if trigger is None or trigger in (i, j):
        return "so" if i < j else "os"
    return "".join(letter for _, letter in sorted([(trigger, "t"), (i, "s"), (j, "o")]))


def features(e, subject, object_, trigger, subject_type, object_type):
    """Hashes. `trigger`: the word that says it, or None; the types by name."""
    if not hasattr(e, "children"):
        e.children = [[] for _ in e.forms]
        for w, p in enumerate(e.parents):
            if p >= 0:
                e.children[p].append(w)
    s, o = e.mentions[subject], e.mentions[object_]
    i, j = s["head"], o["head"]
    word = (e.lemmas[trigger], e.tags[trigger][:2]) if trigger is not None else ("", "")
    above, apex = path(e, i, j)
    top = (e.lemmas[apex], e.tags[apex][:2]) if apex is not None else ("", "")
    types, cases, relations = (subject_type, object_type), (adposition(e, i), adposition(e, j)), (e.relations[i], e.relations[j])
    turn = order(trigger, i, j)
    found = [
        (), word, (*word, cases[1]), (*word, cases[0]), (*word, turn), (*word, types[0]), (*word, types[1]), (*word, *types),
        (*word, cases[1], types[1]), (*word, *relations), types, (cases[1], turn), (cases[0], turn), (cases[1], *types), (cases[0], *types),
        (*relations, turn), (above,), (above, *types), top, (top[0], cases[1])]
    result = [hashed(n, parts) for n, parts in enumerate(found)]
    for n, mention in ((len(found), s), (len(found) + 2, o)):
        if mention["kind"] >= NOMINAL:
            lemma = e.lemmas[mention["head"]]
            result += [hashed(n, (lemma,)), hashed(n + 1, (lemma, *word))]
    return result


def of_link(e, link, head_of):
    """The features of an annotated link."""
    trigger = head_of(e, link.trigger[0], link.trigger[-1]) if link.trigger else None
    name = lambda m: TYPES[e.types[m]] if e.types[m] >= 0 else "Thing"
    return features(e, link.subject, link.object, trigger, name(link.subject), name(link.object))
