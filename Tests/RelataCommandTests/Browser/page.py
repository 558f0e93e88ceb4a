"""The explorer's page in Chromium: what a person does with it, and what it tells."""

import base64
import json
import re
import time
from functools import cached_property
from pathlib import Path
from typing import Any

from chromium import Chromium
from devtools import ProtocolError

#: What a key has besides its name, in the protocol.
KEY_CODES = {
    "Enter": 13,
    "Escape": 27,
    "Tab": 9,
    "ArrowDown": 40,
    "ArrowUp": 38,
    "ArrowLeft": 37,
    "ArrowRight": 39,
    " ": 32,
}
CONTROL, SHIFT = 2, 8


class Page:
    """A file that `relata build` or `relata explore` wrote, in a browser."""

    def __init__(self, file: Path, browser: Chromium, pictures: Path) -> None:
        self.file = file
        self.browser = browser
        self._pictures = pictures
        self._size = (1280, 800, False)

    # What the file says

    @cached_property
    def data(self) -> dict[str, Any]:
        text = self.file.read_text(encoding="utf-8")
        found = re.search(r'id="graph-data">(.*?)</script>', text, re.S)
        assert found, f"no data in {self.file}"
        data: dict[str, Any] = json.loads(found[1])
        return data

    def entity(self, identifier: str) -> int:
        """The number of an entity."""
        return [row[0] for row in self.data["entities"]].index(identifier)

    def quote(self, statement: int) -> str:
        """The sentence of a statement's first piece of evidence, from the document's text."""
        document, start, end = self.data["statements"][statement][12][0][:3]
        text: str = self.data["documents"][document][6]
        return text[start:end]

    # Opening and looking

    def open(self, fragment: str = "") -> None:
        self.browser.new_tab()
        self._apply_size()
        self.call("Page.navigate", url=self.file.absolute().as_uri() + fragment)
        self.wait_for("document.documentElement.dataset.ready === 'true'")
        self.frames()

    def resize(self, width: int, height: int, dark: bool = False) -> None:
        """Holds for what is opened later, too."""
        self._size = (width, height, dark)
        self._apply_size()

    def _apply_size(self) -> None:
        width, height, dark = self._size
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[scheme])

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        return self.browser.tab.call(method, **parameters)

    def js(self, expression: str) -> Any:
        return self.browser.tab.evaluate(expression)

    def app(self, expression: str) -> Any:
        """The value of an expression in which `x` is what the page offers to tests."""
        return self.js(f"(x => {expression})(relataExplorer)")

    def text(self, selector: str) -> str:
        """All text in an element, seen or not; empty where there is none."""
        return str(self.js(f"document.querySelector({json.dumps(selector)})?.textContent ?? ''"))

    def count(self, selector: str) -> int:
        return int(self.js(f"document.querySelectorAll({json.dumps(selector)}).length"))

    def focused(self) -> str:
        """The identifier of the element that has the focus."""
        return str(self.js("document.activeElement.id"))

    def card_title(self) -> str:
        return self.text("#card-title")

    def scrolls_sideways(self) -> bool:
        return bool(self.js("document.documentElement.scrollWidth > innerWidth"))

    def picture(self, name: str) -> None:
        """Keeps a picture of the page to be looked at."""
        self.frames(3)
        shot = self.call("Page.captureScreenshot", format="png")
        (self._pictures / f"{name}.png").write_bytes(base64.b64decode(shot["data"]))

    # Waiting

    def frames(self, count: int = 2) -> None:
        """Lets the page draw."""
        step = "f = () => n-- > 0 ? requestAnimationFrame(f) : done()"
        self.js(f"new Promise(done => {{ let n = {count}; const {step}; f(); }})")

    def wait_for(self, condition: str, seconds: float = 60) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                if self.js(condition):
                    return
            except ProtocolError as error:
                # While a page is being loaded, nothing is there yet.
                if "SyntaxError" in str(error):
                    raise
            time.sleep(0.02)
        raise AssertionError(f"never true: {condition} {self.browser.tab.problems}")

    def downloaded(self, name: str) -> Path:
        """A file that the page has offered, when all of it is there."""
        file = self.browser.downloads / name
        end = time.monotonic() + 10
        while time.monotonic() < end:
            # The browser keeps the name with an empty file, and fills another that then takes its place.
            if file.exists() and file.stat().st_size > 0:
                return file
            self.js("0")
            time.sleep(0.05)
        there = [entry.name for entry in self.browser.downloads.iterdir()]
        raise AssertionError(f"not downloaded: {name}; there is {there}")

    # Pressing

    def choose(self, kind: str, number: int) -> None:
        """Opens the card of an entity or a statement."""
        self.app(f"x.choose({{kind: '{kind}', index: {number}}})")
        self.frames(1)

    def click(self, selector: str, nth: int = 0) -> None:
        chosen = json.dumps(selector)
        self.js(
            f"(e => {{ if (!e) throw new Error('no ' + {chosen});"
            " e.scrollIntoView({block: 'nearest'}); e.click(); })"
            f"(document.querySelectorAll({chosen})[{nth}])"
        )
        self.frames(1)

    def click_labelled(self, selector: str, label: str) -> None:
        """Clicks the first of some elements whose text begins so."""
        self.js(
            f"[...document.querySelectorAll({json.dumps(selector)})]"
            f".find(e => e.textContent.startsWith({json.dumps(label)})).click()"
        )
        self.frames(1)

    def set_value(self, selector: str, value: str) -> None:
        """Fills a field and leaves it."""
        self.js(
            f"(e => {{ e.value = {json.dumps(value)};"
            " e.dispatchEvent(new Event('change', {bubbles: true})); })"
            f"(document.querySelector({json.dumps(selector)}))"
        )
        self.frames(1)

    def focus(self, selector: str) -> None:
        self.js(f"document.querySelector({json.dumps(selector)}).focus()")

    def save(self, kind: str, name: str) -> Path:
        """Saves by the page's menu; a file of that name from before is gone."""
        (self.browser.downloads / name).unlink(missing_ok=True)
        self.js("document.getElementById('save').open = true")
        self.click(f"#save-{kind}")
        return self.downloaded(name)

    def save_corrections(self) -> Path:
        (self.browser.downloads / "corrections.yaml").unlink(missing_ok=True)
        self.click("#tab-corrections")
        self.click("#save-corrections")
        return self.downloaded("corrections.yaml")

    # Keys and pointer

    def key(self, key: str, modifiers: int = 0) -> None:
        """Presses a key, named as in the standard on UI events."""
        code = KEY_CODES.get(key, ord(key.upper()) if len(key) == 1 else 0)
        text = "\r" if key == "Enter" else key if len(key) == 1 and not modifiers & 6 else ""
        common = {"key": key, "modifiers": modifiers, "windowsVirtualKeyCode": code}
        down = "keyDown" if text else "rawKeyDown"
        self.call("Input.dispatchKeyEvent", type=down, text=text, **common)
        self.call("Input.dispatchKeyEvent", type="keyUp", **common)
        self.frames(1)

    def write(self, text: str) -> None:
        for letter in text:
            self.key(letter)

    def search_in(self, field: str, text: str, options: str) -> None:
        """Types into a search field until it offers something."""
        self.focus(field)
        self.write(text)
        self.wait_for(f"document.querySelectorAll({json.dumps(options)}).length > 0")

    def press(self, x: float, y: float, modifiers: int = 0, count: int = 1) -> None:
        """Clicks at a point of the window."""
        self.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y, modifiers=modifiers)
        common = {"x": x, "y": y, "button": "left", "modifiers": modifiers}
        for number in range(1, count + 1):
            for kind in ("mousePressed", "mouseReleased"):
                self.call("Input.dispatchMouseEvent", type=kind, clickCount=number, **common)
        self.frames(1)

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Draws from one point of the window to another, in small steps as a hand does."""
        steps = 8

        def event(kind: str, part: float, **more: Any) -> None:
            x, y = (a + (z - a) * part for a, z in zip(start, end))
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, **more)

        event("mouseMoved", 0)
        event("mousePressed", 0, button="left", clickCount=1)
        for step in range(1, steps + 1):
            event("mouseMoved", step / steps, button="left", buttons=1)
        event("mouseReleased", 1, button="left", clickCount=1)
        self.frames(1)

    def point_of(self, entity: int) -> tuple[float, float]:
        """Where the sign of an entity lies in the window."""
        x, y = self.js(
            f"((x, c, [px, py]) => [c.left + x.camera.x + px * x.camera.k,"
            " c.top + x.camera.y + py * x.camera.k])(relataExplorer,"
            " document.getElementById('canvas').getBoundingClientRect(),"
            f" relataExplorer.positionOf({entity}))"
        )
        return x, y
