"""What is looked up about mentions and pairs of them: the same in `Sources/RelataExtraction` (Documentation/model-file.md), but for
`coreference`: what the program looks up for antecedents is in `antecedents.py`."""
import numpy as np

from .model import DISTANCES

PRONOUNS = [("he", "him", "his", "himself"), ("she", "her", "hers", "herself"), ("it", "its", "itself"),
            ("they", "them", "their", "theirs", "themselves"), ("i", "me", "my", "mine", "myself"), ("we", "us", "our", "ours", "ourselves"),
            ("you", "your", "yours", "yourself", "yourselves"), ("who", "whom", "whose"), ("which", "that")]
PRONOUN = {w: i for i, row in enumerate(PRONOUNS) for w in row}
OTHER_PRONOUN, NO_PRONOUN = len(PRONOUNS), len(PRONOUNS) + 1


def step(n, limits):
    """The number of limits that `n` reaches."""
    return sum(n >= l for l in limits)


MENTION_STEPS = (2, 3, 4, 5, 7, 10, 15, 25, 50)
DISTANCE_STEPS = (2, 3, 4, 5, 7, 10, 14, 20, 30)


def distances(heads):
    """Words from each mention's head to each other's, in steps, the second half for the other order."""
    between = heads[None, :] - heads[:, None]
    steps = np.searchsorted(DISTANCE_STEPS, np.abs(between), side="right")
    return np.where(between >= 0, steps, DISTANCES + steps)


def coreference(e, i, j, counts):
    """Features of an anaphor `i` and a candidate `j` before it. `counts`: names of each name chain so far."""
    a, c = e.mentions[i], e.mentions[j]
    ga, gc = a["gender"], c["gender"]
    known = {"masculine", "feminine"}
    gender = 0 if ga not in known or gc not in known else 1 if ga == gc else 2
    if a["kind"] == 3 and ga in known and gc not in known:
        gender = 3 if c["type"] == 0 else 4
    return {
        "sentences": min(8, a["sentence"] - c["sentence"]),
        "mentions": step(i - j, MENTION_STEPS),
        "kinds": a["kind"] * 4 + c["kind"],
        "lemma": 0 if a["kind"] != 2 or c["kind"] != 2 else 2 if a["lemma"] == c["lemma"] else 1,
        "types": 0 if a["type"] < 0 or c["type"] < 0 else 1 if a["type"] == c["type"] else 2,
        "number": 2 * int(a["plural"]) + int(c["plural"]),
        "gender": gender,
        "subject": 2 * int(a["relation"].startswith("nsubj")) + int(c["relation"].startswith("nsubj")),
        "pronoun": PRONOUN.get(e.forms[a["head"]].lower(), OTHER_PRONOUN) if a["kind"] == 3 else NO_PRONOUN,
        "rank": min(5, counts.get(c["chains"][0], 0)) if c["kind"] < 2 and c["chains"] else 0}


def regions(heads, length):
    """For each pair of heads (from the sentence's begin) and each word where it stands beside them."""
    i, j, w = heads[:, None, None], heads[None, :, None], np.arange(length)[None, None, :]
    place = np.where(w < np.minimum(i, j), 0, np.where(w > np.maximum(i, j), 4, 2))
    return np.where(w == i, 1, np.where(w == j, 3, place))


def time_slots(e, sentence, most=6):
    """(head word, span) of the times that can date what a sentence tells: its own, then the latest points in time of the three before."""
    own = e.times[sentence][:most]
    before = []
    for s in range(sentence - 1, max(-1, sentence - 4), -1):
        # "Before December 8" dates its own sentence alone.
        before += [t for t in e.times[s][::-1] if "/" not in t[1]]
    return own + before[:2], len(own)


def month(date):
    """What is told as a report's news is dated by its month: the day may be any."""
    return date[:7] if date else None


def time_matches(gold, span):
    """Whether a span says what the annotation says, as far as both go: from the year on."""
    def first(t):
        a, _, b = t.partition("/")
        return a or b
    g, s = first(gold), first(span)
    if not g or not s:
        return False
    if g.startswith("XXXX"):
        return s[5:5 + len(g) - 5] == g[5:]
    n = min(len(g), len(s))
    return n >= 4 and g[:n] == s[:n]
