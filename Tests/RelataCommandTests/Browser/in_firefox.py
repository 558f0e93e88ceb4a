"""The page in Firefox."""

import unittest

import another_browser
from firefox import PROGRAM, Firefox


@unittest.skipUnless(PROGRAM, "Firefox is not installed")
class FirefoxTests(another_browser.AnotherBrowserTests):
    @classmethod
    def new_browser(cls) -> Firefox:
        return Firefox()
