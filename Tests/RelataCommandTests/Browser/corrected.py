"""Cards say what was corrected before the page was made: corrected.py PAGE NAME RELATION PICTURES

NAME is an entity that was merged, RELATION the label of the relation of a statement that somebody confirmed.
"""

import json
import sys
from pathlib import Path

from chromium import Chromium
from page import Page


def corrections_on_card(page: Page, kind: str, condition: str) -> str:
    """The part of a card that tells what was corrected; empty where it tells nothing."""
    things = "entities" if kind == "entity" else "statements"
    number = page.app(f"x.app.model.{things}.findIndex(thing => {condition})")
    if number < 0:
        sys.exit(f"no {kind} in the page: {condition}")
    page.choose(kind, number)
    return str(page.js("document.querySelector('#panel-card .applied')?.textContent ?? ''"))


def expect(card: str, *parts: str) -> None:
    missing = [part for part in parts if part not in card]
    if missing:
        sys.exit(f"the card says “{card}” and not {missing}")


def main(file: str, name: str, relation: str, pictures: str) -> None:
    browser = Chromium()
    try:
        page = Page(Path(file), browser, Path(pictures))
        page.open()
        merged = f"thing.name === {json.dumps(name)}"
        expect(corrections_on_card(page, "entity", merged), "one thing", "corrections.yaml:")
        labelled = f"x.app.model.relations[thing.relation].label === {json.dumps(relation)}"
        expect(corrections_on_card(page, "statement", labelled), "checked", "corrections.yaml:")
        if corrections_on_card(page, "entity", "thing.name === 'Bergen'"):
            sys.exit("nobody corrected Bergen")
        if browser.tab.problems:
            sys.exit(f"the page complains: {browser.tab.problems}")
    finally:
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:5])
