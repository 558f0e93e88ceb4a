"""WebKit, the engine of Safari, driven through WebDriver: the one of GTK, on a screen that nobody sees.

https://www.w3.org/TR/webdriver2/
"""

import http.client
import json
import os
import shutil
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

from driver import Driver

PROGRAM = shutil.which("WebKitWebDriver")
SCREEN = shutil.which("Xvfb")

#: WebDriver tells no complaints of a page, so it gathers them itself, from when it is loaded on.
LISTEN = """
window.complaints = [];
addEventListener('error', event => complaints.push(event.message));
addEventListener('unhandledrejection', event => complaints.push(String(event.reason)));
addEventListener('securitypolicyviolation', event => complaints.push(event.violatedDirective));
"""


class WebKit(Driver):
    """A browser process, and one tab."""

    def __init__(self) -> None:
        assert PROGRAM and SCREEN, "WebKitWebDriver or Xvfb is not installed"
        read, write = os.pipe()
        self._screen = subprocess.Popen(
            [SCREEN, "-displayfd", str(write), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as display:
            number = display.readline().strip()
        self._port = _free_port()
        self._driver = subprocess.Popen(
            [PROGRAM, f"--port={self._port}"],
            env=os.environ
            | {
                "DISPLAY": f":{number}",
                "GDK_BACKEND": "x11",
                # Root may not make the name spaces of its sandbox in every container.
                "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
                "LIBGL_ALWAYS_SOFTWARE": "1",
                "http_proxy": "http://127.0.0.1:9",
                "https_proxy": "http://127.0.0.1:9",
                "no_proxy": "127.0.0.1,localhost",
                "NO_AT_BRIDGE": "1",
            },
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            self._session = self._begin()
        except BaseException:
            self._end()
            raise

    def _begin(self) -> str:
        end = time.monotonic() + 30
        while True:
            try:
                answer = self._call("POST", "/session", {"capabilities": {}})
                return str(answer["sessionId"])
            except ConnectionError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.1)

    @property
    def problems(self) -> list[str]:
        """Exceptions, and what the page's policy forbade, since it opened."""
        found: list[str] = self.js("window.complaints")
        return found

    @property
    def requests(self) -> list[str]:
        """The addresses that were asked for."""
        found: list[str] = self.js("performance.getEntriesByType('resource').map(one => one.name)")
        return found

    def open(self, file: Path) -> None:
        self._call("POST", f"/session/{self._session}/url", {"url": file.absolute().as_uri()})
        self._run(LISTEN)
        self.wait_for("document.documentElement.dataset.ready === 'true'")

    def js(self, expression: str) -> Any:
        """The value of an expression in the page, by way of JSON."""
        value = self._run(f"return JSON.stringify({expression})")
        return None if value is None else json.loads(value)

    def perform(self, actions: list[dict[str, Any]]) -> None:
        self._call("POST", f"/session/{self._session}/actions", {"actions": actions})

    def close(self) -> None:
        try:
            self._call("DELETE", f"/session/{self._session}")
        finally:
            self._end()

    def _end(self) -> None:
        for process in (self._driver, self._screen):
            process.kill()
            process.wait(10)

    def _run(self, script: str) -> Any:
        return self._call(
            "POST", f"/session/{self._session}/execute/sync", {"script": script, "args": []}
        )

    def _call(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
        try:
            connection.request(method, path, None if body is None else json.dumps(body))
            answer = json.loads(connection.getresponse().read())["value"]
        finally:
            connection.close()
        if isinstance(answer, dict) and "error" in answer:
            raise AssertionError(f"{path}: {answer['error']}: {answer.get('message')}")
        return answer


def _free_port() -> int:
    with socket.socket() as any_port:
        any_port.bind(("127.0.0.1", 0))
        return int(any_port.getsockname()[1])
