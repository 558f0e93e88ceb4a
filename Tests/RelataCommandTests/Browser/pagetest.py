"""What the tests of the page share.

One browser, the page opened anew for each test, and no complaint or request of it.

The environment says what is tested:

EXPLORER_PAGE      a page of the articles in seeds/
EXPLORER_GRAPH     the graph.jsonld of the same graph
EXPLORER_PICTURES  a folder for pictures of the page, to be looked at
RELATA             the command

    python -m unittest discover -s Tests/RelataCommandTests/Browser
"""

import atexit
import json
import os
import subprocess
import unittest
from functools import cache
from pathlib import Path
from typing import Any

from chromium import Chromium
from page import Page


def setting(name: str) -> Path:
    value = os.environ.get(name)
    if value is None:
        raise SystemExit(f"{name} is not set; pagetest.py says what it is")
    return Path(value)


@cache
def browser() -> Chromium:
    """Starting it takes longer than a test."""
    started = Chromium()
    atexit.register(started.close)
    return started


@cache
def seeds_page() -> Page:
    return Page(setting("EXPLORER_PAGE"), browser(), setting("EXPLORER_PICTURES"))


def relata(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the command, which may fail."""
    command = [str(setting("RELATA")), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def relata_json(*arguments: str) -> Any:
    return json.loads(relata(*arguments).stdout)


class PageTest(unittest.TestCase):
    """A test of the page of the articles in seeds/, which is open when it begins."""

    #: A long difference is worth reading.
    maxDiff = 4000

    def setUp(self) -> None:
        self.page = seeds_page()
        self.page.resize(1280, 800)
        self.page.open()

    def tearDown(self) -> None:
        tab = self.page.browser.tab
        self.assertEqual(tab.problems, [], "the page complains")
        outside = [url for url in tab.requests if not url.startswith(("file:", "blob:", "data:"))]
        self.assertEqual(outside, [], "the page asks for something")
