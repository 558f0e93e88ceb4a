"""A page with a made graph of any size: large.py ENTITIES STATEMENTS PAGE TARGET [without-texts]

PAGE is any page that relata wrote; its graph is exchanged. The same numbers give the same page.
"""

import json, pathlib, random, re, sys

n, m, page, target = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4]
html = pathlib.Path(page).read_text(encoding="utf-8")
place = re.search(r'id="graph-data">(.*?)</script>', html, re.S)


def keys(name, aliases):
    """As long as the program's; names in ASCII fold to nearly themselves."""
    result = []
    for text in [name] + [a for a in aliases if a != name]:
        words = text.lower().split()
        result.append(f"{' '.join(words)}|{' '.join(words)}|{''.join(w[0] for w in words) if len(words) > 1 else ''}")
    return result


with_texts = "without-texts" not in sys.argv
r = random.Random(7)
base = json.loads(place[1])
types, relations = base["types"], [x for x in base["relations"] if not x[4]]
first = "Ada Boris Carla Dmitri Elena Farid Greta Hassan Irina Jamal Karim Leila Mikhail Nadia Omar Pavel Qadir Rania Sergei Tamar Ursula Viktor Wafa Yusuf Zainab".split()
parts = "al ber cor dan el far gor hal iv jun kal lor mar nov or pet qar ros sam tur ul var wes yar zel".split()
kinds = "Council Agency Front Ministry Brigade Company Party University Institute Committee".split()
places = "burg stad grad abad port field ville mouth haven ton".split()
tindex = {t[0]: i for i, t in enumerate(types)}


def word():
    return "".join(r.choice(parts) for _ in range(r.randint(2, 3))).capitalize()


entities = []
for i in range(n):
    kind = r.choices(
        ["Person", "Organization", "GovernmentBody", "ArmedGroup", "Company", "City", "Country", "Event"],
        [35, 12, 12, 8, 8, 14, 3, 8],
    )[0]
    name = {
        "Person": lambda: f"{r.choice(first)} {word()}",
        "City": lambda: word() + r.choice(places),
        "Country": lambda: word() + "ia",
        "Event": lambda: f"battle of {word()}",
    }.get(kind, lambda: f"{word()} {r.choice(kinds)}")()
    alias = name.split()[-1] if r.random() < 0.3 and " " in name else None
    mentions = max(1, int(r.paretovariate(1.1)))
    al = [[name, mentions, None]] + ([[alias, 1, None]] if alias else [])
    entities.append(
        [
            f"{kind.lower()}/{i}",
            name,
            tindex[kind],
            mentions,
            round(r.gauss(0, 40 * n**0.5), 1),
            round(r.gauss(0, 28 * n**0.5), 1),
            None,
            0,
            al,
            {},
            [],
            keys(name, [a[0] for a in al]),
        ]
    )
degree = [1 + e[3] for e in entities]
cumulative = []
total = 0
for d in degree:
    total += d**0.8
    cumulative.append(total)
docs_n = max(1, m // 25)
per_doc = [[] for _ in range(docs_n)]
texts = [[] for _ in range(docs_n)]
lengths = [0] * docs_n
statements = []
count = [0] * n
hub = r.choices(range(n), cum_weights=cumulative, k=2 * m)
for k in range(m):
    a = hub[2 * k]
    b = hub[2 * k + 1] if r.random() < 0.55 else min(n - 1, max(0, a + r.randint(-40, 40)))
    if a == b:
        b = (a + 1) % n
    rel = min(len(relations) - 1, int(r.expovariate(1 / 9)))
    d = k // 25
    sentence = f"{entities[a][1]} {relations[rel][1]} {entities[b][1]}, officials in {word()} said on Monday."
    start = lengths[d]
    texts[d].append(sentence)
    lengths[d] += len(sentence) + 1
    time = None
    if r.random() < 0.5:
        y = r.randint(2008, 2026)
        time = f"{y}-{r.randint(1, 12):02d}" if r.random() < 0.7 else str(y)
    count[a] += 1
    count[b] += 1
    statements.append(
        [
            a,
            rel,
            b,
            int(r.random() < 0.03),
            r.choices([0, 1, 2, 3, 4], [70, 12, 6, 9, 3])[0],
            None,
            time,
            time,
            None,
            None,
            round(r.uniform(0.3, 0.99), 2),
            round(r.random() ** 2, 2),
            [[d, start, start + len(sentence), "verb", None if with_texts else sentence]],
        ]
    )
order = sorted(range(n), key=lambda i: (-count[i], i))
for rank, i in enumerate(order):
    entities[i][7] = rank
    entities[i][6] = i * 40 // n
data = {
    "version": 1,
    "title": f"{n:,} entities",
    "note": f"{n:,} entities and {m:,} statements.",
    "context": base["context"],
    "types": types,
    "relations": relations,
    "entities": entities,
    "statements": statements,
    "documents": [
        [
            f"doc-{i}.txt",
            None,
            f"20{10 + i % 16}-0{1 + i % 9}",
            None,
            None,
            None,
            " ".join(texts[i]) if with_texts else None,
            None,
        ]
        for i in range(docs_n)
    ],
    "contradictions": [],
    "communities": [[f"group {i}", n // 40] for i in range(40)],
}
raw = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
pathlib.Path(target).write_text(html[: place.start(1)] + raw + html[place.end(1) :], encoding="utf-8")
