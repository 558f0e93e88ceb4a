"""The page in WebKit, the engine of Safari."""

import unittest

import another_browser
from webkit import PROGRAM, SCREEN, WebKit


@unittest.skipUnless(PROGRAM and SCREEN, "WebKitWebDriver or Xvfb is not installed")
class WebKitTests(another_browser.AnotherBrowserTests):
    @classmethod
    def new_browser(cls) -> WebKit:
        return WebKit()
