"""Checks that cards say what was corrected before the page was made: corrected.py PAGE NAME STATEMENT

NAME is an entity that was merged, STATEMENT the label of a relation that somebody confirmed.
"""

import sys

from chromium import Browser

page, name, relation = sys.argv[1:4]
browser = Browser(1280, 800)


def corrections_on_card(kind: str, condition: str) -> str:
    """The part of a card that tells what was corrected; empty where it tells nothing."""
    model = "relataExplorer.app.model"
    things = "entities" if kind == "entity" else "statements"
    number = browser.js(f"{model}.{things}.findIndex(thing => {condition})")
    if number < 0:
        sys.exit(f"no {kind} in the page: {condition}")
    browser.js(f"relataExplorer.choose({{kind: {kind!r}, index: {number}}})")
    return str(browser.js("document.querySelector('#panel-card .applied')?.textContent ?? ''"))


def expect(card: str, *parts: str) -> None:
    missing = [part for part in parts if part not in card]
    if missing:
        sys.exit(f"the card says “{card}” and not {missing}")


try:
    browser.open(page)
    expect(
        corrections_on_card("entity", f"thing.name === {name!r}"), "one thing", "corrections.yaml:"
    )
    labelled = f"relataExplorer.app.model.relations[thing.relation].label === {relation!r}"
    expect(corrections_on_card("statement", labelled), "checked", "corrections.yaml:")
    if corrections_on_card("entity", "thing.name === 'Bergen'"):
        sys.exit("nobody corrected Bergen")
    if browser.problems:
        sys.exit(f"the page complains: {browser.problems}")
finally:
    browser.close()
