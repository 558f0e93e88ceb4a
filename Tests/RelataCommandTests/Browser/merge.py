"""Merges two entities in the page and saves the corrections: merge.py PAGE NAME OTHER CORRECTIONS SHOTS"""

import os
import shutil
import sys

from chromium import Browser

page, name, other, target, shots = sys.argv[1:6]
browser = Browser(1280, 800)
try:
    browser.open(page)
    numbers = [
        browser.js(f"relataExplorer.app.model.entities.findIndex(e => e.name === {text!r})") for text in (name, other)
    ]
    if min(numbers) < 0:
        sys.exit(f"not both in the page: {name}, {other}")
    browser.js(f"relataExplorer.choose({{kind: 'entity', index: {numbers[0]}}})")
    browser.js(
        "(d => { d.open = true; d.querySelector('input[type=search]').focus(); })"
        "(document.querySelector('#panel-card details.correct'))"
    )
    browser.type(other)
    browser.until("document.querySelectorAll('#panel-card [role=option]').length > 0")
    browser.key("Enter")
    browser.picture(os.path.join(shots, "merged.png"))
    browser.click("#tab-corrections")
    browser.click("#save-corrections")
    shutil.copy(browser.downloaded("corrections.yaml"), target)
    if browser.problems:
        sys.exit(f"the page complains: {browser.problems}")
finally:
    browser.close()
