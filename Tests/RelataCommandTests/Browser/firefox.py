"""Firefox without a window, driven through WebDriver BiDi.

https://w3c.github.io/webdriver-bidi/
"""

import json
import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

import websocket
from driver import Driver

#: Debian's name for the release with extended support comes second.
PROGRAM = shutil.which("firefox") or shutil.which("firefox-esr")

#: Nothing that a new profile does by itself, and no network.
PREFERENCES = """
user_pref("app.update.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("network.proxy.type", 1);
user_pref("network.proxy.http", "127.0.0.1");
user_pref("network.proxy.http_port", 9);
user_pref("network.proxy.ssl", "127.0.0.1");
user_pref("network.proxy.ssl_port", 9);
"""


class Firefox(Driver):
    """A browser process with a profile of its own, and one tab."""

    def __init__(self) -> None:
        assert PROGRAM, "Firefox is not installed"
        self._folder = Path(tempfile.mkdtemp(prefix="explorer-"))
        (self._folder / "user.js").write_text(PREFERENCES)
        self._log = self._folder / "log"
        command = [PROGRAM, "--headless", "--remote-debugging-port=0", "--no-remote"]
        with self._log.open("w") as log:
            self._process = subprocess.Popen(
                [*command, "--profile", str(self._folder)],
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._number = 0
        #: Exceptions and complaints on the console.
        self.problems: list[str] = []
        #: The addresses that were asked for.
        self.requests: list[str] = []
        try:
            self._context = self._begin()
        except BaseException:
            self._process.kill()
            raise

    def _begin(self) -> str:
        """Begins a session; the tab that there is."""
        # It refuses every page that would drive it, and takes an origin for one.
        self._socket = websocket.create_connection(
            f"{self._address()}/session", timeout=60, suppress_origin=True
        )
        self._call("session.new", capabilities={})
        self._call("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])
        return str(self._call("browsingContext.getTree")["contexts"][0]["context"])

    def open(self, file: Path) -> None:
        address = file.absolute().as_uri()
        self._call("browsingContext.navigate", context=self._context, url=address, wait="complete")
        self.wait_for("document.documentElement.dataset.ready === 'true'")

    def js(self, expression: str) -> Any:
        """The value of an expression in the page, by way of JSON."""
        result = self._call(
            "script.evaluate",
            expression=f"JSON.stringify({expression})",
            target={"context": self._context},
            awaitPromise=True,
        )
        assert result["type"] == "success", result.get("exceptionDetails", {}).get("text")
        value = result["result"].get("value")
        return None if value is None else json.loads(value)

    def perform(self, actions: list[dict[str, Any]]) -> None:
        self._call("input.performActions", context=self._context, actions=actions)

    def close(self) -> None:
        try:
            self._call("browser.close")
            self._process.wait(10)
        except (AssertionError, OSError, subprocess.TimeoutExpired, websocket.WebSocketException):
            self._process.kill()
        self._socket.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _call(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._number += 1
        command = {"id": self._number, "method": method, "params": parameters}
        self._socket.send(json.dumps(command))
        while True:
            message = json.loads(self._socket.recv())
            if message.get("id") == self._number:
                assert message["type"] == "success", f"{method}: {message.get('message')}"
                result: dict[str, Any] = message["result"]
                return result
            self._note(message.get("method"), message.get("params", {}))

    def _note(self, method: str | None, event: dict[str, Any]) -> None:
        if method == "log.entryAdded" and event["level"] in ("warn", "error"):
            self.problems.append(str(event["text"]))
        elif method == "network.beforeRequestSent":
            self.requests.append(str(event["request"]["url"]))

    def _address(self) -> str:
        """Where the browser listens, which it prints when it does."""
        for _ in range(600):
            if found := re.search(r"listening on (ws://\S+)", self._log.read_text()):
                return found[1]
            time.sleep(0.1)
        raise AssertionError(f"Firefox does not start: {self._log.read_text()[-500:]}")
