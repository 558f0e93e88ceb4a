#!/usr/bin/env python3
"""Articles of any number whose identities are known: annotated ones with the names of people and organisations exchanged.

  make_corpus.py --names names.tsv --documents 1000 --output FOLDER     FOLDER/article-1.txt …, FOLDER/truth.tsv
  make_corpus.py --output FOLDER                                        the annotated articles as they are

`truth.tsv` has one line for each name of each entity: document, name, identity. In made articles a person or organisation is one of
three for each article, a few of which are in many articles and most in one or two; one article keeps to one spelling, and calls some
of those who are in many by the surname alone. Places and public bodies keep their names. In articles as they are, and for names that
are kept, the identity is the annotation's canonical name with its kind: two namesakes would count as one."""
import argparse
import json
import os
import random
import re
import sys
import unicodedata

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
sys.path.insert(0, os.path.join(ROOT, "Annotations"))
from load import load  # noqa: E402

ORGANIZATIONS = {
    "Company": ["Industries", "Airlines", "Motors", "Energy", "Pharma", "Systems", "Shipping", "Steel", "Telecom", "Insurance"],
    "ArmedGroup": ["Liberation Front", "Resistance Movement", "Freedom Army", "Unity Brigade"],
    "PoliticalParty": ["Reform Party", "Unity Party", "Democratic Union", "Labour Movement"],
    "University": ["University", "Institute of Technology", "College"],
    "MediaOutlet": ["Times", "Herald", "Courier", "Post", "News Agency"],
}
PLACES = ["Place", "Country", "Region", "City", "Facility", "MilitaryBase"]


def folded(name):
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", plain))


def kind(type_):
    return "person" if type_ == "Person" else "place" if type_ in PLACES else "other"


def annotated():
    """(document, text, entities) of the annotated articles, entities as (type, canonical name, names)."""
    for article in load(os.path.join(ROOT, "Annotations")):
        yield article["name"], article["text"], [
            (e["type"], e["name"], e["names"]) for e in article["entities"].values() if e["names"]]
    folder = os.path.join(ROOT, "Tests", "Annotations", "development")
    for path in sorted(f for f in os.listdir(folder) if f.endswith(".json")):
        with open(os.path.join(folder, path), encoding="utf-8") as f:
            gold = json.load(f)
        with open(os.path.join(folder, path[:-5] + ".txt"), encoding="utf-8") as f:
            text = f.read()
        yield "dev-" + path[:-5], text, [
            (e["type"], e["name"], e["aliases_in_doc"]) for e in gold["entities"] if e["aliases_in_doc"]]


class World:
    def __init__(self, path, size):
        self.size = size
        table = {}
        with open(path, encoding="utf-8") as f:
            for line in f:
                culture, which, *spellings = line.rstrip("\n").split("\t")
                table.setdefault(culture, {}).setdefault(which, []).append(spellings)
        self.cultures = [c for _, c in sorted(table.items()) if min(len(c.get("given", [])), len(c.get("family", []))) > 40]

    def rank(self, dice, exponent=0.75):
        """Zipf's law: the first of the world most often."""
        power = 1 - exponent
        return min(self.size - 1, int((dice.random() * (self.size ** power - 1) + 1) ** (1 / power)) - 1)

    def person(self, number):
        dice = random.Random(f"person {number}")
        culture = dice.choice(self.cultures)
        return dice.choice(culture["given"]), dice.choice(culture["family"])

    def organization(self, number, type_):
        dice = random.Random(f"organization {type_} {number}")
        owner = dice.choice(dice.choice(self.cultures)["family"])[0]
        return f"{owner} {dice.choice(ORGANIZATIONS[type_])}"


def spelled(spellings, dice):
    return spellings[0] if dice.random() < 0.85 else dice.choice(spellings)


def exchanged(world, type_, canonical, names, used, dice):
    """The identity, and what each name becomes."""
    number = world.rank(dice)
    while (type_, number) in used:
        number = (number + 1) % world.size
    used.add((type_, number))
    if type_ == "Person":
        given, family = (spelled(s, dice) for s in world.person(number))
        words = folded(canonical).split()
        is_bare = number < world.size / 100 and dice.random() < 0.08
        new = {}
        for name in names:
            if is_bare or (" " not in name.strip() and folded(name) != folded(words[0] if len(words) > 1 else "")):
                new[name] = family
            else:
                new[name] = given if " " not in name.strip() else f"{given} {family}"
        return f"person {number}", new
    full = world.organization(number, type_)
    acronym = "".join(w[0] for w in full.split() if w[0].isupper())
    new = {n: acronym if n.isupper() and len(n) < 7 and len(acronym) > 2 else full for n in names}
    return f"organization {type_} {number}", new


def made(world, article, dice):
    _, text, entities = article
    used, exchange, truth = set(), {}, []
    for type_, canonical, names in entities:
        if type_ == "Person" or type_ in ORGANIZATIONS:
            identity, new = exchanged(world, type_, canonical, names, used, dice)
            for name, other in new.items():
                if exchange.setdefault(name, other) == other:
                    truth.append((other, identity))
        else:
            truth += [(n, f"{kind(type_)} {folded(canonical)}") for n in names]
    if exchange:
        pattern = "|".join(re.escape(n) for n in sorted(exchange, key=len, reverse=True))
        text = re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", lambda m: exchange[m[0]], text)
    return text, truth


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names")
    parser.add_argument("--documents", type=int)
    parser.add_argument("--output", required=True)
    options = parser.parse_args()
    os.makedirs(options.output, exist_ok=True)
    articles = list(annotated())
    rows = []

    def write(name, text, truth):
        with open(os.path.join(options.output, name + ".txt"), "w", encoding="utf-8") as f:
            f.write(text)
        rows.extend((name + ".txt", n, i) for n, i in dict.fromkeys(truth))

    if options.documents:
        world = World(options.names, options.documents * 3)
        for number in range(1, options.documents + 1):
            dice = random.Random(f"article {number}")
            write(f"article-{number}", *made(world, dice.choice(articles), dice))
    else:
        for name, text, entities in articles:
            write(name, text, [(n, f"{kind(t)} {folded(c)}") for t, c, names in entities for n in names])
    with open(os.path.join(options.output, "truth.tsv"), "w", encoding="utf-8") as f:
        for row in rows:
            print(*row, sep="\t", file=f)


main()
