"""Chromium without a window and without a network."""

import json
import shutil
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

from devtools import Connection, ProtocolError


class Chromium:
    """A browser process with a profile of its own, and one tab at a time."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="explorer-"))
        self.downloads = self._folder / "downloads"
        self.downloads.mkdir()
        self._process = subprocess.Popen(
            [
                shutil.which("chromium") or "chromium",
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu-sandbox",
                "--remote-debugging-port=0",
                f"--user-data-dir={self._folder}",
                "--no-first-run",
                "--disable-background-networking",
                "--remote-allow-origins=*",
                "about:blank",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._address = f"http://127.0.0.1:{self._port()}/json"
        self._target = ""
        self.tab: Connection
        self.new_tab()

    def new_tab(self) -> Connection:
        """A tab instead of the one before: navigating one from page to page hangs now and then."""
        request = urllib.request.Request(f"{self._address}/new?about:blank", method="PUT")
        with urllib.request.urlopen(request) as answer:
            target = json.load(answer)
        before, self._target = self._target, target["id"]
        if before:
            self.tab.close()
            urllib.request.urlopen(f"{self._address}/close/{before}").close()
        self.tab = Connection(target["webSocketDebuggerUrl"])
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.tab.call(f"{domain}.enable")
        self.tab.call(
            "Network.emulateNetworkConditions",
            offline=True,
            latency=0,
            downloadThroughput=-1,
            uploadThroughput=-1,
        )
        self.tab.call(
            "Browser.setDownloadBehavior", behavior="allow", downloadPath=str(self.downloads)
        )
        return self.tab

    def close(self) -> None:
        try:
            self.tab.call("Browser.close")
            self._process.wait(10)
        except (ProtocolError, OSError, subprocess.TimeoutExpired):
            self._process.kill()
        self.tab.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _port(self) -> str:
        """The port that the browser chose, when it has written it down."""
        file = self._folder / "DevToolsActivePort"
        for _ in range(300):
            if file.exists() and (text := file.read_text().strip()):
                return text.split()[0]
            time.sleep(0.1)
        raise AssertionError("Chromium does not start")
