"""Drives the page of the articles in seeds/ in headless Chromium, from disk and with the network off:

explorer.py PAGE PATH-JSON SHOTS [SECTION ...]

PATH-JSON is what `relata path "Vladimir Putin" "Aleppo" --json` prints of the same graph; SHOTS is a folder for pictures of the page.
"""

import importlib.util, json, os, pathlib, re, sys, traceback
import yaml
from chromium import Browser

PAGE, PATHS, SHOTS = sys.argv[1:4]
DATA = json.loads(re.search(r'id="graph-data">(.*?)</script>', pathlib.Path(PAGE).read_text(encoding="utf-8"), re.S)[1])
AXE = pathlib.Path(importlib.util.find_spec("axe_core_python").origin).with_name("axe.min.js")
ids = {e[0]: i for i, e in enumerate(DATA["entities"])}
b = Browser(1280, 800)
failed = []


def check(name, condition, detail=""):
    print(("ok   " if condition else "FAIL ") + name, "" if condition else detail, flush=True)
    if not condition:
        failed.append(name)


def section(f):
    try:
        f()
    except Exception as error:
        traceback.print_exc()
        failed.append(f.__name__)
        print("FAIL", f.__name__)
    check(f"{f.__name__}: no console error", not b.problems, b.problems)
    check(
        f"{f.__name__}: no request but the page",
        all(u.startswith(("file:", "blob:", "data:")) for u in b.requests),
        b.requests,
    )


def text(selector):
    return b.js(f"(document.querySelector({json.dumps(selector)}) || {{}}).innerText || ''")


def search():
    b.open(PAGE)
    b.key("/")
    check("slash focuses search", b.js("document.activeElement.id") == "search")
    for query, expect in [
        ("Hmeimim", "Hmeimim"),
        ("hmeimim airbase", "Khmeimim Air Base"),
        ("putin", "Vladimir Putin"),
        ("V. Putin", "Vladimir Putin"),
        ("HTS", "Hayat Tahrir al-Sham"),
        ("Damascsu", "Damascus"),
        ("Tartous", "Tartus"),
        ("jolani", "Ahmed Hussein al-Sharaa"),
        ("shara'a", "Ahmed Hussein al-Sharaa"),
    ]:
        found = b.js(
            f"relataExplorer.app.names.list({json.dumps(query)}, 12).map(m => relataExplorer.app.model.entities[m.entity].name)"
        )
        check("search " + query, found and expect in found[:3], found)
    b.type("Hmeimim")
    b.until("document.querySelectorAll('#searching [role=option]').length > 0")
    check("list is open", b.js("document.getElementById('search').getAttribute('aria-expanded')") == "true")
    check("Khmeimim is among them", "Khmeimim" in text("#searching .found"), text("#searching .found"))
    b.key("Enter")
    check("the card opens", "Hmeimim" in text("#card-title"), text("#card-title"))


def card_and_article():
    b.open(PAGE)
    n = ids["militarybase/khmeimim-air-base"]
    b.js(f"relataExplorer.choose({{kind: 'entity', index: {n}}})")
    check("card's title", text("#card-title") == "Khmeimim Air Base", text("#card-title"))
    check("names with reasons", "spelling or form" in b.js("document.querySelector('#panel-card .names').textContent"))
    b.click("#panel-card .quote")
    check("article is open", b.js("!document.getElementById('article').hidden"))
    quote, mark = b.js("document.querySelector('#panel-card .quote q').textContent"), b.js(
        "document.querySelector('#article mark.current').textContent"
    )
    check("the sentence is marked", quote == mark, (quote, mark))
    check(
        "and scrolled to",
        b.js(
            "(() => { const m = document.querySelector('#article mark.current').getBoundingClientRect(), s = document.querySelector('#article .scroller').getBoundingClientRect(); return m.top >= s.top && m.top < s.bottom; })()"
        ),
    )
    b.picture(os.path.join(SHOTS, "article.png"))
    b.key("Escape")
    check("escape closes the article", b.js("document.getElementById('article').hidden"))


def filters():
    b.open(PAGE)
    b.click("#tab-filter")
    b.js(
        """(() => { const row = [...document.querySelectorAll('#panel-filter .choices li')].find(li => li.innerText.startsWith('armed group')); row.querySelector('.only').click();
      for (const id of ['filter-from', 'filter-until']) { const f = document.getElementById(id); f.value = '2024-11'; f.dispatchEvent(new Event('change', {bubbles: true})); } })()"""
    )
    kept = b.js("[...relataExplorer.app.kept].flatMap((k, i) => k ? [i] : [])")
    armed = next(i for i, t in enumerate(DATA["types"]) if t[0] == "ArmedGroup")

    def holds(s):
        a, z = s[6], s[7]
        if not a and not z or (a or z).startswith("X"):
            return False
        return (
            (a or "0")[:7] <= "2024-11" and ((z or "9999") + "-12")[:7] >= "2024-11"
            if a and len(a) >= 7 or not a
            else False
        )

    expect = [
        i
        for i, s in enumerate(DATA["statements"])
        if armed in (DATA["entities"][s[0]][2], DATA["entities"][s[2]][2])
        and (s[6] or s[7])
        and not (s[6] or s[7]).startswith("X")
        and (s[6] or "0000") <= "2024-11-31"
        and ((s[7] or "9999") + "-12-31" if len(s[7] or "9999") == 4 else s[7] + "-31") >= "2024-11-01"
    ]
    check("armed groups in November 2024", kept == expect and len(kept) > 0, (kept, expect))
    check("the picture follows", set(b.js("relataExplorer.app.shown.bundles.flatMap(x => x.statements)")) <= set(kept))
    b.picture(os.path.join(SHOTS, "filter.png"))
    b.click("#reset-filters")
    check("cleared", b.js("relataExplorer.app.kept.every(k => k === 1)"))


def time_axis():
    b.open(PAGE)
    box = b.js(
        "(() => { const r = document.querySelector('.axis').getBoundingClientRect(); return [r.left, r.top, r.width, r.height]; })()"
    )
    b.drag(box[0] + box[2] * 0.5, box[1] + 20, box[0] + box[2] * 0.56, box[1] + 20)
    state = b.js("[relataExplorer.state.filters.from, relataExplorer.state.filters.until]")
    check("drawing a window sets dates", all(state), state)
    check("fewer statements", 0 < b.js("relataExplorer.app.kept.reduce((a, c) => a + c, 0)") < len(DATA["statements"]))
    b.click("#time-clear")
    check("cleared", b.js("relataExplorer.state.filters.from") == "")


def paths():
    b.open(PAGE)
    for name in [PATHS]:
        expect = json.load(open(name))["paths"]
        b.js(f"relataExplorer.state.path.from = {ids['person/vladimir-putin']}; relataExplorer.state.path.to = -1;")
        b.click("#tab-paths")
        b.js("document.getElementById('path-to').focus()")
        b.type("Aleppo")
        b.until("document.querySelectorAll('#panel-paths [role=option]').length > 0")
        b.key("Enter")
        found = b.js(
            """relataExplorer.state.path.found.map(p => ({cost: p.cost, confidence: p.confidence, hops: p.hops.map(h => h.steps.map(s => [s.statement, s.isForward]))}))"""
        )
        check("as many paths", len(found) == len(expect), (len(found), len(expect)))
        docs = {d[0]: i for i, d in enumerate(DATA["documents"])}
        for i, (f, e) in enumerate(zip(found, expect)):
            check(f"path {i + 1}: cost", abs(f["cost"] - e["cost"]) < 0.001, (f["cost"], e["cost"]))
            check(f"path {i + 1}: confidence", abs(f["confidence"] - e["confidence"]) < 0.001)
            ours = [
                [
                    (
                        "forward" if fw else "backward",
                        DATA["relations"][DATA["statements"][s][1]][0],
                        [(DATA["documents"][v[0]][0], v[1], v[2]) for v in DATA["statements"][s][12]],
                    )
                    for s, fw in h
                ]
                for h in f["hops"]
            ]
            theirs = [
                [
                    (s["direction"], s["relation"], [(v["document"], v["start"], v["end"]) for v in s["evidence"]])
                    for s in h["statements"]
                ]
                for h in e["steps"]
            ]
            check(f"path {i + 1}: statements and places", ours == theirs, (ours, theirs))
        quotes = b.js("[...document.querySelectorAll('#panel-paths .step > .quote q')].map(q => q.textContent)")
        check(
            "the quotes are the command's",
            quotes == [h["statements"][0]["evidence"][0]["quote"] for h in expect[0]["steps"]],
            quotes,
        )
        check(
            "the article is beside it", b.js("document.querySelector('#article mark.current').textContent") == quotes[0]
        )
        b.click("#step-on")
        check(
            "stepping marks the next sentence",
            b.js("document.querySelector('#article mark.current').textContent") == quotes[1],
        )
        b.picture(os.path.join(SHOTS, "path.png"))
    b.click("#path-timed")
    check("time-respecting", b.js("relataExplorer.state.path.isTimed"))


def corrections():
    b.open(PAGE)
    a, z = ids["city/hmeimim"], ids["militarybase/khmeimim-air-base"]
    before = b.js("relataExplorer.app.model.order.length")
    b.js(f"relataExplorer.choose({{kind: 'entity', index: {a}}})")
    b.js(
        "document.querySelector('#panel-card details.correct').open = true; document.querySelector('#panel-card details.correct input[type=search]').focus()"
    )
    b.type("Khmeimim Air")
    b.until("document.querySelectorAll('#panel-card [role=option]').length > 0")
    b.key("Enter")
    check("merged", b.js("relataExplorer.app.model.order.length") == before - 1)
    check(
        "one card for both",
        "Khmeimim" in text("#panel-card")
        and "Hmeimim airbase" in b.js("document.querySelector('#panel-card').textContent"),
    )
    s = next(i for i, s in enumerate(DATA["statements"]) if DATA["relations"][s[1]][0] == "captured")
    b.js(f"relataExplorer.choose({{kind: 'statement', index: {s}}})")
    b.js("[...document.querySelectorAll('#panel-card .correct button')].find(x => x.textContent === 'Wrong').click()")
    check("struck", b.js(f"relataExplorer.app.kept[{s}]") == 0)
    b.js(
        "(() => { const s = document.querySelector('#panel-card .correct select'); s.value = 'besieged'; [...document.querySelectorAll('#panel-card .correct button')].find(x => x.textContent === 'Apply').click(); })()"
    )
    b.js(
        "[...document.querySelectorAll('#panel-card .correct button')].find(x => x.textContent === 'Turn round').click()"
    )
    h = ids["armedgroup/hayat-tahrir-al-sham"]
    b.js(f"relataExplorer.choose({{kind: 'entity', index: {h}}})")
    b.js(
        """(() => { const f = document.querySelector('#panel-card details.correct'); f.open = true; f.querySelector('input[type=text]').value = 'HTS “x” \\\\ \\n'; [...f.querySelectorAll('button')][0].click(); })()"""
    )
    b.js(
        """(() => { const f = document.querySelector('#panel-card details.correct'); f.querySelector('select').value = 'PoliticalParty'; [...f.querySelectorAll('button')][1].click(); })()"""
    )
    b.js(
        """(() => { const f = document.querySelector('#panel-card details.correct'); f.querySelectorAll('input[type=checkbox]')[1].click(); [...f.querySelectorAll('button')].at(-1).click(); })()"""
    )
    b.click("#tab-corrections")
    check(
        "seven in the list",
        b.js("document.querySelectorAll('#panel-corrections ol li').length") == 7,
        text("#panel-corrections"),
    )
    b.picture(os.path.join(SHOTS, "corrections.png"))
    b.click("#save-corrections")
    saved = open(b.downloaded("corrections.yaml"), encoding="utf-8").read()
    file = yaml.safe_load(saved)
    open(os.path.join(SHOTS, "corrections.yaml"), "w").write(saved)
    check(
        "actions",
        [c["action"] for c in file["corrections"]]
        == ["merge", "wrong", "relation", "direction", "rename", "retype", "split"],
        [c["action"] for c in file["corrections"]],
    )
    check(
        "merge has both",
        [e["id"] for e in file["corrections"][0]["entities"]] == ["city/hmeimim", "militarybase/khmeimim-air-base"],
    )
    quote = DATA["documents"][DATA["statements"][s][12][0][0]][6][
        DATA["statements"][s][12][0][1] : DATA["statements"][s][12][0][2]
    ]
    check("with evidence", file["corrections"][1]["evidence"][0]["quote"] == quote)
    for _ in range(7):
        b.js(
            "[...document.querySelectorAll('#panel-corrections .actions button')].find(x => x.textContent === 'Undo the last').click()"
        )
    check(
        "all taken back",
        b.js("relataExplorer.app.model.order.length") == before
        and b.js("relataExplorer.state.corrections.length") == 0,
    )
    b.call("DOM.enable")
    root = b.call("DOM.getDocument")["root"]["nodeId"]
    node = b.call("DOM.querySelector", nodeId=root, selector="#load-corrections")["nodeId"]
    b.call("DOM.setFileInputFiles", nodeId=node, files=[os.path.join(b.downloads, "corrections.yaml")])
    b.until("relataExplorer.state.corrections.length === 7", 5)
    check("loaded again", b.js("relataExplorer.app.model.order.length") == before)
    b.js(
        "[...document.querySelectorAll('#panel-corrections .actions button')].find(x => x.textContent.startsWith('Save')).click()"
    )
    os.remove(os.path.join(b.downloads, "corrections.yaml"))
    b.click("#save-corrections")
    check("the same file", open(b.downloaded("corrections.yaml"), encoding="utf-8").read() == saved)


def exports():
    b.open(PAGE)
    import xml.dom.minidom, csv

    for name in ("svg", "png", "graphml", "jsonld", "csv"):
        b.js("document.getElementById('save').open = true")
        b.click("#save-" + name)
    svg = open(b.downloaded("graph.svg"), encoding="utf-8").read()
    xml.dom.minidom.parseString(svg)
    png = open(b.downloaded("graph.png"), "rb").read()
    check("png", png[:4] == b"\x89PNG" and len(png) > 20000)
    ml = xml.dom.minidom.parse(b.downloaded("graph.graphml"))
    shown = b.js("[relataExplorer.app.shown.nodes.length, relataExplorer.app.shown.statementCount]")
    check("graphml", [len(ml.getElementsByTagName("node")), len(ml.getElementsByTagName("edge"))] == shown)
    ld = json.load(open(b.downloaded("graph.jsonld"), encoding="utf-8"))
    check("jsonld has the context", ld["@context"] == DATA["context"])
    check("jsonld's statements", sum(1 for n in ld["@graph"] if n["@type"] == "Statement") == shown[1])
    rows = list(csv.DictReader(open(b.downloaded("graph.csv"), encoding="utf-8", newline="")))
    check("csv", len(rows) == shown[1] and all(r["quote"] for r in rows))
    import shutil

    for f in ("graph.svg", "graph.png", "graph.jsonld", "graph.graphml", "graph.csv"):
        shutil.copy(os.path.join(b.downloads, f), os.path.join(SHOTS, f))


def link():
    b.open(PAGE)
    b.js(
        f"relataExplorer.choose({{kind: 'entity', index: {ids['country/iran']}}}); relataExplorer.state.filters.confidence = .3; relataExplorer.state.filters.hiddenTypes.add(2); relataExplorer.state.coloring = 'community'; relataExplorer.updateKept(); relataExplorer.emit('filters looks'); relataExplorer.zoom(1.5);"
    )
    import time

    time.sleep(0.6)
    was = b.js(
        "[location.hash, relataExplorer.app.shown.bundles.map(x => x.bundle.index).join(), relataExplorer.state.chosen, relataExplorer.camera.k.toFixed(2)]"
    )
    b.open(PAGE, was[0])
    now = b.js(
        "[location.hash, relataExplorer.app.shown.bundles.map(x => x.bundle.index).join(), relataExplorer.state.chosen, relataExplorer.camera.k.toFixed(2)]"
    )
    check("the view is restored", was[1:] == now[1:], (was[0], now[0]))
    b.open(PAGE, "#n=-3&entity=%00&at=x@y&path=9.9&see=a,b&statement=99999&contradiction=77&view=<img>&panel=head")
    check("nonsense is passed over", b.js("relataExplorer.app.shown.bundles.length") > 0)


def keyboard():
    b.open(PAGE)
    b.js("document.getElementById('canvas').focus()")
    start = b.js("relataExplorer.camera.k")
    b.key("+")
    check("plus zooms", b.js("relataExplorer.camera.k") > start)
    b.key("0")
    b.key("ArrowRight")
    b.key("ArrowDown")
    said = None
    b.until("document.getElementById('announcer').textContent.includes('connection')", 3)
    b.key("Enter")
    check("Enter opens a card", b.js("relataExplorer.state.chosen && relataExplorer.state.chosen.kind") == "entity")
    b.js("document.getElementById('canvas').focus()")
    n = b.js("relataExplorer.app.shown.nodes.length")
    b.key("g")
    grown = b.js("relataExplorer.state.grown.size + relataExplorer.state.folded.size")
    check("g grows or folds", grown == 1, grown)
    b.key("z", modifiers=2)
    check("undo", b.js("relataExplorer.state.grown.size + relataExplorer.state.folded.size") == 0)
    b.key("p")
    check("p pins", b.js("relataExplorer.state.pins.size") == 1)
    b.key("l")
    b.key("Enter")
    check("l and Enter open a line", b.js("relataExplorer.state.chosen.kind") in ("statement", "bundle"))
    b.js("document.getElementById('canvas').focus()")
    b.key("Enter", modifiers=8)
    b.key("ArrowLeft")
    b.key("Enter", modifiers=8)
    check("Shift+Enter twice finds a path", b.js("relataExplorer.state.path.to") >= 0)
    b.js("document.activeElement.blur()")
    b.key("t")
    check("t shows the table", b.js("document.querySelectorAll('#rows tbody tr').length") > 10)
    b.picture(os.path.join(SHOTS, "table.png"))
    b.key("?")
    check("? shows the keys", b.js("document.getElementById('keys').open"))
    b.picture(os.path.join(SHOTS, "keys.png"))
    b.key("Escape")
    # Every control can be reached by Tab and none holds the focus.
    b.open(PAGE)
    seen = []
    for _ in range(40):
        b.key("Tab")
        seen.append(b.js("(e => e.id || e.className || e.tagName)(document.activeElement)"))
    check("Tab goes on", len(set(seen)) > 12 and "search" in seen and "canvas" in seen and "count" in seen, seen)


def pointer():
    b.open(PAGE)

    def at(i):
        return b.js(
            f"(() => {{ const c = document.getElementById('canvas').getBoundingClientRect(), x = relataExplorer; const p = x.positionOf({i}); return [c.left + x.camera.x + p[0] * x.camera.k, c.top + x.camera.y + p[1] * x.camera.k]; }})()"
        )

    r = ids["country/russia"]
    b.mouse(*at(r))
    check("click opens the card", text("#card-title") == "Russia", text("#card-title"))
    x, y = at(r)
    b.drag(x, y, x + 60, y + 40)
    nx, ny = at(r)
    check(
        "drag moves and pins",
        abs(nx - x - 60) < 2 and abs(ny - y - 40) < 2 and b.js(f"relataExplorer.state.pins.has({r})"),
        (x, y, nx, ny),
    )
    b.key("z", modifiers=2)
    check("undo moves back", abs(at(r)[0] - x) < 2)
    b.mouse(*at(r), count=2)
    check(
        "double click grows or folds", b.js("relataExplorer.state.grown.size + relataExplorer.state.folded.size") == 1
    )
    b.mouse(*at(ids["person/vladimir-putin"]), modifiers=8)
    b.mouse(*at(ids["country/israel"]), modifiers=8)
    check("shift-click twice finds a path", b.js("relataExplorer.state.path.found.length") > 0)
    line = b.js(
        "(() => { const s = relataExplorer.currentScene().labels[0]; const c = document.getElementById('canvas').getBoundingClientRect(); return s ? [c.left + relataExplorer.camera.x + s.x + s.width / 2, c.top + relataExplorer.camera.y + s.y + 5] : null; })()"
    )
    if line:
        b.mouse(*line)
        check("a click on a line opens it", b.js("relataExplorer.state.chosen.kind") in ("statement", "bundle"))


def labels():
    for w, h in ((400, 800), (1280, 800), (2560, 1440)):
        b.size(w, h)
        b.open(PAGE)
        for zoom in (1, 1.6, 2.5):
            b.js(f"relataExplorer.zoom({zoom})")
            b.frames()
            n = b.js(
                """(() => { const s = relataExplorer.currentScene(), l = [...s.names, ...s.labels]; let n = 0; for (let i = 0; i < l.length; i++) for (let j = 0; j < i; j++) { const a = l[i], c = l[j];
              if (a.x < c.x + c.width && c.x < a.x + a.width && a.y < c.y + c.height && c.y < a.y + a.height) n++; } return [n, l.length]; })()"""
            )
            check(f"no overlapping labels {w} ×{zoom}: {n[1]}", n[0] == 0, n)
        check(
            f"no sideways scrolling at {w}",
            b.js("document.documentElement.scrollWidth <= innerWidth"),
            b.js("document.documentElement.scrollWidth"),
        )
    b.size(1280, 800)


def contradictions():
    b.open(PAGE)
    b.click("#tab-contradictions")
    b.click("#panel-contradictions .path")
    check("two sides", b.js("document.querySelectorAll('#panel-contradictions .sides section').length") == 2)
    b.picture(os.path.join(SHOTS, "contradiction.png"))


def axe():
    source = AXE.read_text(encoding="utf-8")
    for panel in ("card", "filter", "paths", "contradictions", "corrections", "entity", "statement", "table", "dark"):
        b.size(1280, 800, dark=panel == "dark")
        b.open(PAGE)
        if panel == "entity":
            b.js(
                f"relataExplorer.choose({{kind: 'entity', index: {ids['country/russia']}}}); document.querySelectorAll('details').forEach(d => d.open = true); document.querySelector('#panel-card .quote').click()"
            )
        elif panel == "statement":
            b.js("relataExplorer.choose({kind: 'statement', index: 94})")
        elif panel == "table":
            b.js("relataExplorer.openView('table')")
        elif panel != "dark":
            b.click("#tab-" + panel)
        # The page's own policy forbids scripts from outside; the protocol's evaluation is not bound by it.
        b.js(source + ";0")
        result = b.js(
            "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v => [v.impact, v.id, v.nodes.slice(0, 3).map(n => n.html.slice(0, 120) + ' ' + (n.any[0] || {message: ''}).message)]))"
        )
        check("axe " + panel, not [v for v in result if v[0] in ("serious", "critical")], json.dumps(result, indent=1))
        for v in result:
            print("    ", v[0], v[1])
    b.size(1280, 800)


chosen = sys.argv[4:]
for f in (
    search,
    card_and_article,
    filters,
    time_axis,
    paths,
    corrections,
    exports,
    link,
    keyboard,
    pointer,
    labels,
    contradictions,
    axe,
):
    if not chosen or f.__name__ in chosen:
        section(f)
b.close()
print("FAILED: " + ", ".join(failed) if failed else "all passed")
sys.exit(bool(failed))
