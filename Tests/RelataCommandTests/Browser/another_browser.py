"""The page in another browser: it opens with a picture, finds, and has its tables.

The rest is tested in Chromium.
"""

import unittest
from pathlib import Path
from typing import Any, Protocol

from pagetest import setting

ENTER = "\ue007"


class Browser(Protocol):
    """What drives a browser with one tab."""

    #: Exceptions and complaints on the console.
    @property
    def problems(self) -> list[str]: ...

    #: The addresses that were asked for.
    @property
    def requests(self) -> list[str]: ...

    def open(self, file: Path) -> None: ...

    def js(self, expression: str) -> Any: ...

    def wait_for(self, condition: str) -> None: ...

    def write(self, text: str) -> None: ...

    def close(self) -> None: ...


class AnotherBrowserTests(unittest.TestCase):
    """The tests; a class that inherits them says in which browser."""

    browser: Browser

    @classmethod
    def new_browser(cls) -> Browser:
        raise unittest.SkipTest("no browser of its own")

    @classmethod
    def setUpClass(cls) -> None:
        cls.browser = cls.new_browser()
        cls.addClassCleanup(cls.browser.close)

    def setUp(self) -> None:
        self.browser.open(setting("EXPLORER_PAGE"))

    def tearDown(self) -> None:
        self.assertEqual(self.browser.problems, [], "the page complains")
        urls = self.browser.requests
        outside = [url for url in urls if not url.startswith(("file:", "blob:", "data:", "about:"))]
        self.assertEqual(outside, [], "the page asks for something")

    def test_it_opens_with_a_picture(self) -> None:
        self.assertGreater(self.browser.js("relataExplorer.currentScene().names.length"), 10)
        pixels = (
            "(c => new Set(c.getContext('2d').getImageData(0, 0, c.width, c.height).data).size)"
            "(document.getElementById('canvas'))"
        )
        self.assertGreater(self.browser.js(pixels), 20)

    def test_a_search_opens_the_card(self) -> None:
        self.browser.write("/")
        self.browser.wait_for("document.activeElement.id === 'search'")
        self.browser.write("jolani")
        self.browser.wait_for("document.querySelectorAll('#searching [role=option]').length > 0")
        self.browser.write(ENTER)
        self.browser.wait_for(
            "document.getElementById('card-title')?.textContent === 'Ahmed Hussein al-Sharaa'"
        )

    def test_the_table_has_the_entities(self) -> None:
        self.browser.js("[relataExplorer.openView('table')]")
        self.browser.js("[document.getElementById('table-entities').click()]")
        self.assertGreater(
            self.browser.js("document.querySelectorAll('#rows tbody tr').length"), 10
        )
