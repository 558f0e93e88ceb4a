"""Opening and frame times of pages in headless Chromium: measure.py PAGE ..."""

import os, pathlib, sys, time

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "Tests/RelataCommandTests/Browser"))
from chromium import Browser

for page in sys.argv[1:]:
    b = Browser(1280, 800)
    try:
        seconds = b.open(page)
        opened = b.js("relataExplorer.opened")
        print(
            f"{page}: {os.path.getsize(page) / 1e6:.1f} MB, opened in {opened / 1000:.2f} s after navigation ({seconds:.2f} s until the second frame)"
        )
        if b.js("relataExplorer.isLarge && relataExplorer.state.count === 0"):
            begin = time.time()
            b.js("document.getElementById('search').focus()")
            b.type("boris")
            b.until("document.querySelectorAll('#searching [role=option]').length > 0")
            print(f"  first search {time.time() - begin:.2f} s")
            b.key("Enter")
            b.frames()
            for q in ("viktor marnov", "vikkktor marnv", "zzzzzqqq"):
                print(
                    "  ",
                    q,
                    b.js(
                        f"(() => {{ const t = performance.now(); const n = relataExplorer.app.names.list('{q}', 12).length; return n + ' found in ' + Math.round(performance.now() - t) + ' ms'; }})()"
                    ),
                )
        for count in (75, 300, 700):
            t = b.js(
                f"(() => {{ const t = performance.now(); relataExplorer.state.count = {count}; relataExplorer.updateShown(); relataExplorer.fit(); return performance.now() - t; }})()"
            )
            b.frames(2)
            # Panning as a hand does it: the camera moves a little in every frame.
            result = b.js(
                """new Promise(done => { const x = relataExplorer; let n = 90, last = 0; const gaps = []; x.frameTimes.length = 0;
              const f = now => { if (last) gaps.push(now - last); last = now; x.camera.x += 3; x.redraw(); if (n-- > 0) requestAnimationFrame(f); else {
                const s = a => a.slice().sort((p, q) => p - q), g = s(gaps), w = s(x.frameTimes); done([g[g.length >> 1], g[Math.floor(g.length * .95)], w[w.length >> 1], w[Math.floor(w.length * .95)]].map(v => v.toFixed(1))); } };
              requestAnimationFrame(f); })"""
            )
            zoom = b.js(
                """new Promise(done => { const x = relataExplorer; let n = 40; x.frameTimes.length = 0; const f = () => { x.zoom(n % 2 ? 1.03 : .98); if (n-- > 0) requestAnimationFrame(f); else { const w = x.frameTimes.slice().sort((p, q) => p - q); done(w[w.length >> 1].toFixed(1)); } }; requestAnimationFrame(f); })"""
            )
            print(
                f"  {count} lines, {b.js('relataExplorer.app.shown.nodes.length')} entities: shown in {t:.0f} ms; pan: frame {result[0]} ms (95 %: {result[1]}), script {result[2]} ms (95 %: {result[3]}); zoom script {zoom} ms",
                flush=True,
            )
        print("  problems:", b.problems)
    finally:
        b.close()
