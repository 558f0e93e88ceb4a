"""Texts that look like code: they appear, and nothing else happens."""

import json
import tempfile
import unittest
import xml.dom.minidom
from pathlib import Path

import yaml
from hostilegraph import NAMES, HostilePage, write_hostile_page
from page import Page
from pagetest import browser, setting

IS_CLEAN = """(() => {
  const count = selector => document.querySelectorAll(selector).length;
  const isHandler = attribute => /^on/i.test(attribute.name);
  const hasHandler = element => [...element.attributes].some(isHandler);
  const handlers = [...document.querySelectorAll('*')].filter(hasHandler);
  const links = [...document.querySelectorAll('a')].filter(a => !/^(https?|blob):/.test(a.href));
  return {
    ran: window.hit ?? null, foreign: count('img, iframe, object, embed'), scripts: count('script'),
    styles: count('style'), handlers: handlers.length, links: links.map(a => a.href),
  };
})()"""


class HostileTests(unittest.TestCase):
    hostile: HostilePage
    page: Page

    @classmethod
    def setUpClass(cls) -> None:
        folder = tempfile.TemporaryDirectory(prefix="explorer-")
        cls.addClassCleanup(folder.cleanup)
        cls.hostile = write_hostile_page(
            setting("EXPLORER_PAGE"), Path(folder.name, "hostile.html")
        )
        cls.page = Page(cls.hostile.file, browser(), setting("EXPLORER_PICTURES"))

    def setUp(self) -> None:
        self.page.resize(1280, 800)
        self.page.open()

    def tearDown(self) -> None:
        """Whatever was done: nothing ran, nothing came in, links lead to the web alone."""
        clean: dict[str, object] = {
            "ran": None,
            "foreign": 0,
            "scripts": 2,
            "styles": 1,
            "handlers": 0,
            "links": [],
        }
        self.assertEqual(self.page.js(IS_CLEAN), clean)
        self.assertEqual(self.page.browser.tab.problems, [])

    def test_names_are_texts(self) -> None:
        self.page.picture("hostile")
        for number, name in enumerate(NAMES):
            with self.subTest(name[:40]):
                self.page.choose("entity", number)
                self.assertEqual(self.page.card_title(), name)

    def test_sentences_are_marked_whatever_is_in_them(self) -> None:
        for number in range(self.hostile.statement_count):
            with self.subTest(NAMES[number][:40]):
                self.page.choose("statement", number)
                self.assertEqual(self.page.text("#article mark.current"), NAMES[number])

    def test_panels_show_them(self) -> None:
        for panel in ("filter", "paths", "contradictions", "corrections"):
            self.page.click(f"#tab-{panel}")
            self.page.picture(f"hostile-{panel}")
        self.page.click("#tab-contradictions")
        self.page.click("#panel-contradictions .path")
        self.assertEqual(self.page.count("#panel-contradictions .sides section"), 2)

    def test_the_table_shows_them(self) -> None:
        self.page.app("x.openView('table')")
        self.page.picture("hostile-table")
        self.assertEqual(self.page.count("#rows tbody tr"), self.hostile.statement_count)

    def test_the_search_finds_them(self) -> None:
        self.page.search_in("#search", "script", "#searching [role=option]")
        self.page.key("Enter")
        self.assertIn("script", self.page.card_title())

    def test_svg_and_graphml_are_well_formed(self) -> None:
        for kind in ("svg", "graphml"):
            with self.subTest(kind):
                xml.dom.minidom.parse(str(self.page.save(kind, f"graph.{kind}")))

    def test_json_ld_is_json(self) -> None:
        for kind, file in (("jsonld", "graph.jsonld"), ("whole", "whole-graph.jsonld")):
            with self.subTest(kind):
                json.loads(self.page.save(kind, file).read_bytes())

    def test_png_and_csv_are_saved(self) -> None:
        for kind in ("png", "csv"):
            with self.subTest(kind):
                self.assertGreater(self.page.save(kind, f"graph.{kind}").stat().st_size, 0)

    def test_corrections_keep_them_letter_by_letter(self) -> None:
        name = NAMES[3] + '\u2028: # - "x"\n'
        corrections = [
            {"action": "rename", "entity": 0, "to": name},
            {"action": "wrong", "statement": 9},
            {"action": "merge", "entities": [1, 5], "to": NAMES[0]},
        ]
        self.page.app(f"{{ x.state.corrections.push(...{json.dumps(corrections)}); x.rebuild(); }}")
        saved = yaml.safe_load(self.page.save_corrections().read_text(encoding="utf-8"))
        self.assertEqual(saved["corrections"][0]["to"], name)
        self.assertEqual(saved["corrections"][1]["evidence"][0]["quote"], NAMES[9])

    def test_long_words_do_not_make_it_scroll_sideways(self) -> None:
        side = "document.getElementById('side')"
        for width in (1280, 400):
            with self.subTest(width):
                self.page.resize(width, 800)
                self.page.open()
                self.page.picture(f"hostile-{width}")
                self.assertFalse(self.page.scrolls_sideways())
                self.assertTrue(self.page.js(f"{side}.scrollWidth <= {side}.clientWidth + 1"))


class PolicyTests(unittest.TestCase):
    """Should a text become code after all: the page's policy does not let it run."""

    def test_the_policy_stops_scripts_and_images_from_outside(self) -> None:
        page = Page(setting("EXPLORER_PAGE"), browser(), setting("EXPLORER_PICTURES"))
        page.open()
        page.js(
            "{ const script = document.createElement('script');"
            " script.textContent = 'window.hit = 2';"
            " const image = document.createElement('img'); image.src = 'http://127.0.0.1:9/x';"
            " image.setAttribute('onerror', 'window.hit = 3');"
            " document.body.append(script, image); }"
        )
        page.frames(10)
        self.assertIsNone(page.js("window.hit ?? null"))
        problems = page.browser.tab.problems
        self.assertTrue(any("Content Security Policy" in text for text in problems), problems)
