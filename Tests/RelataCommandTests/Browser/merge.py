"""Merges two entities in a page and saves the corrections.

merge.py PAGE NAME OTHER CORRECTIONS PICTURES
"""

import json
import shutil
import sys
from pathlib import Path

from chromium import Chromium
from page import Page

FORM = "#panel-card details.correct"


def merge(page: Page, name: str, other: str) -> None:
    page.open()
    number = page.app(f"x.app.model.entities.findIndex(e => e.name === {json.dumps(name)})")
    page.choose("entity", number)
    page.js(f"document.querySelector('{FORM}').open = true")
    page.search_in(f"{FORM} input[type=search]", other, "#panel-card [role=option]")
    page.key("Enter")
    page.picture("merged")


def main(file: str, name: str, other: str, corrections: str, pictures: str) -> None:
    browser = Chromium()
    try:
        page = Page(Path(file), browser, Path(pictures))
        merge(page, name, other)
        shutil.copy(page.save_corrections(), corrections)
        if browser.tab.problems:
            sys.exit(f"the page complains: {browser.tab.problems}")
    finally:
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:6])
