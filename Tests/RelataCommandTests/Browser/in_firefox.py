"""The page in another browser: it opens with a picture, finds, and has its tables.

The rest is tested in Chromium.
"""

import unittest

from firefox import PROGRAM, Firefox
from pagetest import setting

ENTER = "\ue007"


@unittest.skipUnless(PROGRAM, "Firefox is not installed; the page was tested in Chromium alone")
class FirefoxTests(unittest.TestCase):
    browser: Firefox

    @classmethod
    def setUpClass(cls) -> None:
        cls.browser = Firefox()
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
        title = self.browser.js("document.getElementById('card-title').textContent")
        self.assertEqual(title, "Ahmed Hussein al-Sharaa")

    def test_the_table_has_the_entities(self) -> None:
        self.browser.js("[relataExplorer.openView('table')]")
        self.browser.js("[document.getElementById('table-entities').click()]")
        self.assertGreater(
            self.browser.js("document.querySelectorAll('#rows tbody tr').length"), 10
        )
