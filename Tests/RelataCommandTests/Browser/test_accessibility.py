"""The rules of axe-core, for every panel."""

import importlib.util
import json
from functools import cache
from pathlib import Path

from pagetest import PageTest

RUN = """(() => {
  const told = node => `${node.html.slice(0, 120)} ${node.any[0]?.message ?? ''}`;
  return axe.run(document, {resultTypes: ['violations']}).then(found => found.violations.map(
    ({impact, id, nodes}) => [impact, id, nodes.slice(0, 3).map(told)]));
})()"""


@cache
def axe() -> str:
    found = importlib.util.find_spec("axe_core_python")
    assert found and found.origin, "axe-core-python is not installed"
    return Path(found.origin).with_name("axe.min.js").read_text(encoding="utf-8")


class AccessibilityTests(PageTest):
    def check(self) -> None:
        """Nothing serious or critical."""
        # The page's own policy forbids scripts from outside; the protocol is not bound by it.
        self.page.js(axe() + ";0")
        found = self.page.js(RUN)
        grave = [violation for violation in found if violation[0] in ("serious", "critical")]
        self.assertEqual(grave, [], json.dumps(grave, indent=1))

    def test_every_panel(self) -> None:
        for panel in ("card", "filter", "paths", "contradictions", "corrections"):
            with self.subTest(panel):
                self.page.click(f"#tab-{panel}")
                self.check()

    def test_the_card_of_an_entity_with_all_its_parts_and_an_article(self) -> None:
        self.page.choose("entity", self.page.entity("country/russia"))
        self.page.js("document.querySelectorAll('details').forEach(d => d.open = true)")
        self.page.click("#panel-card .quote")
        self.check()

    def test_the_card_of_a_statement(self) -> None:
        self.page.choose("statement", 94)
        self.check()

    def test_the_tables(self) -> None:
        self.page.app("x.openView('table')")
        for table in ("statements", "entities"):
            with self.subTest(table):
                self.page.click(f"#table-{table}")
                self.check()

    def test_the_dark_colours(self) -> None:
        self.page.resize(1280, 800, dark=True)
        self.page.open()
        self.check()
