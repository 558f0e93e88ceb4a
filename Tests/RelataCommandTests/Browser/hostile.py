"""A graph of hostile texts in the page, and what it must do with them: let them appear, and nothing else.

hostile.py PAGE SHOTS

PAGE is any page; its graph is exchanged for the hostile one.
"""

import copy, json, os, pathlib, re, sys
from chromium import Browser

PAGE, SHOTS = sys.argv[1:3]
HOSTILE = os.path.join(SHOTS, "hostile.html")
html = pathlib.Path(PAGE).read_text(encoding="utf-8")
d = json.loads(re.search(r'id="graph-data">(.*?)</script>', html, re.S)[1])
word = "x" * 10000
names = [
    "</script><script>window.hit=1;alert(1)</script>",
    '<img src=x onerror="window.hit=1">',
    "javascript:window.hit=1",
    "\u202egnitset\u202c \u202bשלום\u202c \u200f",
    "مرحبا بالعالم (1) [x]",
    word,
    "<!-- <script>",
    "{{data}} {{script}} $& \\1",
    "\u2066\u2067isolates",
    "a\u0000b\u0001\u2028c😀",
    "'\"`&amp;&lt;",
    "__proto__",
    "constructor",
    "]]>",
    "=1+1",
    "<style>*{display:none}</style>",
]
text = "😀😀 " + " ".join(names) + " 👩‍👩‍👧‍👦 ends."


def scalars(t):
    return len(t)


ents = []
for i, n in enumerate(names):
    ents.append(
        [
            f"thing/{i}" if i else "thing/<0>\"&'",
            n,
            i % 10,
            5,
            (i % 4) * 150,
            (i // 4) * 120,
            0,
            i,
            [[n, 3, [0, 0, 2]], [n + " ", 1, None]],
            {"wikidata": n, "page": "javascript:window.hit=1", n: n},
            [[n, n, n]],
        ]
    )
stats = []
for i in range(len(names) - 1):
    start = text.index(names[i])
    stats.append(
        [
            i,
            len(d["relations"]),
            i + 1,
            i % 2,
            i % 5,
            3,
            "2024-11",
            "2024-11",
            2,
            names[i],
            0.5,
            0.9 - i / 50,
            [[0, start, start + len(names[i]), names[i], None]],
        ]
    )
data = {
    **d,
    "title": names[0],
    "note": names[1],
    "relations": d["relations"] + [[names[1], names[0], names[2], 0, 1, names[1]]],
    "entities": ents,
    "statements": stats,
    "documents": [["<b>&\"'.txt", names[0], "2024-11-01", "javascript:window.hit=1", names[1], names[3], text, None]],
    "contradictions": [[names[1], [0, 1], names[0]]],
    "communities": [[names[0], 9]],
}
data["types"] = copy.deepcopy(d["types"])
data["types"][1][1] = names[1]
raw = json.dumps(data, ensure_ascii=False)
start, end = re.search(r'id="graph-data">(.*?)</script>', html, re.S).span(1)
pathlib.Path(HOSTILE).write_text(html[:start] + raw.replace("<", "\\u003c") + html[end:], encoding="utf-8")
failed = []


def check(name, ok, detail=""):
    print(("ok   " if ok else "FAIL ") + name, "" if ok else str(detail)[:500])
    failed.extend([] if ok else [name])


b = Browser(1280, 800)
try:
    b.open(HOSTILE)
    b.picture(os.path.join(SHOTS, "hostile.png"))
    for i in range(len(names)):
        b.js(f"relataExplorer.choose({{kind: 'entity', index: {i}}})")
        b.frames(1)
        check(
            f"name {i} is text",
            b.js("document.getElementById('card-title').textContent") == names[i].replace("\r", ""),
            b.js("document.getElementById('card-title').textContent"),
        )
    for i in range(len(stats)):
        b.js(f"relataExplorer.choose({{kind: 'statement', index: {i}}})")
        b.frames(1)
        marked = b.js("document.querySelector('#article mark.current').textContent")
        check(f"sentence {i} is marked", marked == names[i], (marked, names[i]))
    for tab in ("filter", "paths", "contradictions", "corrections"):
        b.click("#tab-" + tab)
        b.picture(os.path.join(SHOTS, f"hostile-{tab}.png"))
    b.click("#panel-contradictions .path")
    b.js("relataExplorer.openView('table')")
    b.picture(os.path.join(SHOTS, "hostile-table.png"))
    b.js("relataExplorer.openView('picture')")
    b.js("document.getElementById('search').focus()")
    b.type("script")
    b.frames()
    b.key("Enter")
    for name in ("svg", "png", "graphml", "jsonld", "csv"):
        b.js("document.getElementById('save').open = true")
        b.click("#save-" + name)
    import xml.dom.minidom

    for f in ("graph.svg", "graph.graphml"):
        xml.dom.minidom.parse(b.downloaded(f))
    json.load(open(b.downloaded("graph.jsonld"), encoding="utf-8"))
    b.js(
        "relataExplorer.state.corrections.push({action:'rename', entity:0, to:"
        + json.dumps(names[3] + '\u2028: # - "x"\n')
        + "}, {action:'wrong', statement:9}, {action:'merge', entities:[1,5], to:"
        + json.dumps(names[0])
        + "}); relataExplorer.rebuild(); "
    )
    b.click("#tab-corrections")
    b.click("#save-corrections")
    import yaml

    file = yaml.safe_load(open(b.downloaded("corrections.yaml"), encoding="utf-8"))
    check(
        "yaml keeps the text",
        file["corrections"][0]["to"] == names[3] + '\u2028: # - "x"\n'
        and file["corrections"][1]["evidence"][0]["quote"] == names[9],
        file["corrections"][:1],
    )
    check("nothing ran", b.js("window.hit") is None)
    check(
        "no image, script or style came in",
        b.js(
            "document.querySelectorAll('img, iframe, object, embed').length === 0 && document.querySelectorAll('script').length === 2 && document.querySelectorAll('style').length === 1"
        ),
    )
    check("no link but to the web", b.js("[...document.querySelectorAll('a')].every(a => /^https?:/.test(a.href))"))
    check(
        "no handlers",
        b.js("[...document.querySelectorAll('*')].every(e => [...e.attributes].every(a => !/^on/i.test(a.name)))"),
    )
    check(
        "no sideways scrolling",
        b.js(
            "document.documentElement.scrollWidth <= innerWidth && document.querySelector('#side').scrollWidth <= document.querySelector('#side').clientWidth + 1"
        ),
    )
    check("no problem", not b.problems, b.problems)
    b.js(
        "(() => { const s = document.createElement('script'); s.textContent = 'window.hit = 2'; document.body.append(s); const i = document.createElement('img'); i.src = 'http://127.0.0.1:9/x'; i.setAttribute('onerror', 'window.hit = 3'); document.body.append(i); })()"
    )
    b.frames(10)
    check(
        "the policy stops scripts and images from outside",
        b.js("window.hit") is None and any("Content Security Policy" in p for p in b.problems),
        b.problems,
    )
    b.size(400, 800)
    b.open(HOSTILE)
    b.picture(os.path.join(SHOTS, "hostile-400.png"))
    check(
        "no sideways scrolling at 400",
        b.js("document.documentElement.scrollWidth <= innerWidth"),
        b.js("document.documentElement.scrollWidth"),
    )
finally:
    b.close()
print("FAILED " + str(failed) if failed else "all passed")
sys.exit(bool(failed))
