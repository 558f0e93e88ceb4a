"""A small client of Chromium's DevTools protocol: what the tests need, with the standard library and websocket-client."""

import base64, json, os, pathlib, shutil, signal, subprocess, tempfile, time, urllib.request
import websocket


class Browser:
    def __init__(self, width=1280, height=800, scale=1, dark=False, flags=()):
        self.folder = tempfile.mkdtemp(prefix="explorer-")
        self.process = subprocess.Popen(
            [
                shutil.which("chromium") or "chromium",
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu-sandbox",
                "--remote-debugging-port=0",
                "--user-data-dir=" + self.folder,
                "--no-first-run",
                "--disable-background-networking",
                "--remote-allow-origins=*",
                *flags,
                "about:blank",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        port = pathlib.Path(self.folder, "DevToolsActivePort")
        for _ in range(300):
            if port.exists() and port.read_text().strip():
                break
            time.sleep(0.1)
        self.port = port.read_text().split()[0]
        self.number, self.problems, self.requests, self.events = 0, [], [], []
        self.view = (width, height, scale, dark)
        self.downloads = os.path.join(self.folder, "downloads")
        os.mkdir(self.downloads)
        self.socket = self.target = None
        self.attach()

    def attach(self):
        """A new tab for every page: navigating one tab from page to page hangs now and then."""
        old = self.target
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/json/new?about:blank", method="PUT")
        target = json.load(urllib.request.urlopen(request))
        if self.socket:
            self.socket.close()
        self.socket, self.target = websocket.create_connection(target["webSocketDebuggerUrl"], timeout=60), target["id"]
        if old:
            urllib.request.urlopen(f"http://127.0.0.1:{self.port}/json/close/{old}")
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(domain + ".enable")
        self.call(
            "Network.emulateNetworkConditions", offline=True, latency=0, downloadThroughput=-1, uploadThroughput=-1
        )
        self.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=self.downloads)
        self.size(*self.view)

    def size(self, width, height, scale=1, dark=False):
        self.view = (width, height, scale, dark)
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=False
        )
        self.call(
            "Emulation.setEmulatedMedia",
            features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}],
        )

    def _take(self, message):
        method, p = message.get("method"), message.get("params", {})
        if method == "Runtime.exceptionThrown":
            self.problems.append(
                p["exceptionDetails"].get("exception", {}).get("description") or p["exceptionDetails"]["text"]
            )
        elif method == "Runtime.consoleAPICalled" and p["type"] in ("error", "warning", "assert"):
            self.problems.append(" ".join(str(a.get("value", a.get("description"))) for a in p["args"]))
        elif method == "Log.entryAdded" and p["entry"]["level"] in ("error", "warning"):
            self.problems.append(p["entry"]["text"])
        elif method == "Network.requestWillBeSent":
            self.requests.append(p["request"]["url"])
        if method == "Page.javascriptDialogOpening":
            self.problems.append("dialog: " + p.get("message", "") + p["type"]) if p["type"] != "beforeunload" else None
            self._send("Page.handleJavaScriptDialog", accept=True)
        if method:
            self.events.append(method)

    def _send(self, method, **params):
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": params}))
        return self.number

    def call(self, method, **params):
        number = self._send(method, **params)
        while True:
            message = json.loads(self.socket.recv())
            if message.get("id") == number:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message["result"]
            self._take(message)

    def js(self, expression, wait=True):
        result = self.call(
            "Runtime.evaluate", expression=expression, awaitPromise=wait, returnByValue=True, userGesture=True
        )
        if "exceptionDetails" in result:
            raise RuntimeError(
                result["exceptionDetails"].get("exception", {}).get("description", result["exceptionDetails"]["text"])
                + "\n"
                + expression[:300]
            )
        return result["result"].get("value")

    def open(self, path, fragment=""):
        self.problems, self.requests = [], []
        self.attach()
        begin = time.time()
        self.call("Page.navigate", url=pathlib.Path(path).absolute().as_uri() + fragment)
        self.until("document.documentElement && document.documentElement.dataset.ready === 'true'")
        self.frames()
        return time.time() - begin

    def until(self, condition, seconds=60):
        end = time.time() + seconds
        while time.time() < end:
            try:
                if self.js(condition):
                    return True
            except RuntimeError as error:
                if "SyntaxError" in str(error):
                    raise
            time.sleep(0.02)
        raise AssertionError("never true: " + condition + f" {self.problems}")

    def frames(self, count=2):
        self.js(
            f"new Promise(done => {{ let n = {count}; const f = () => n-- > 0 ? requestAnimationFrame(f) : done(); f(); }})"
        )

    def key(self, key, modifiers=0, text=None):
        codes = {
            "Enter": 13,
            "Escape": 27,
            "Tab": 9,
            "ArrowDown": 40,
            "ArrowUp": 38,
            "ArrowLeft": 37,
            "ArrowRight": 39,
            " ": 32,
        }
        extra = {"windowsVirtualKeyCode": codes.get(key, ord(key.upper()) if len(key) == 1 else 0)}
        text = (
            text
            if text is not None
            else ("\r" if key == "Enter" else key if len(key) == 1 and not modifiers & 6 else "")
        )
        self.call(
            "Input.dispatchKeyEvent",
            type="keyDown" if text else "rawKeyDown",
            key=key,
            modifiers=modifiers,
            text=text,
            **extra,
        )
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key, modifiers=modifiers, **extra)
        self.frames(1)

    def type(self, text):
        for letter in text:
            self.key(letter)

    def click(self, selector, nth=0):
        self.js(
            f"(() => {{ const e = document.querySelectorAll({json.dumps(selector)})[{nth}]; if (!e) throw new Error('no ' + {json.dumps(selector)}); e.scrollIntoView({{block: 'nearest'}}); e.click(); }})()"
        )
        self.frames(1)

    def mouse(self, x, y, modifiers=0, count=1):
        self.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y, modifiers=modifiers)
        for n in range(1, count + 1):
            for kind in ("mousePressed", "mouseReleased"):
                self.call(
                    "Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=n, modifiers=modifiers
                )
        self.frames(1)

    def drag(self, x, y, to_x, to_y, steps=8):
        self.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        self.call("Input.dispatchMouseEvent", type="mousePressed", x=x, y=y, button="left", clickCount=1)
        for i in range(1, steps + 1):
            self.call(
                "Input.dispatchMouseEvent",
                type="mouseMoved",
                x=x + (to_x - x) * i / steps,
                y=y + (to_y - y) * i / steps,
                button="left",
                buttons=1,
            )
        self.call("Input.dispatchMouseEvent", type="mouseReleased", x=to_x, y=to_y, button="left", clickCount=1)
        self.frames(1)

    def downloaded(self, name, seconds=10):
        path = os.path.join(self.downloads, name)
        end = time.time() + seconds
        while time.time() < end:
            if os.path.exists(path):
                return path
            self.js("0")
            time.sleep(0.05)
        raise AssertionError("not downloaded: " + name + str(os.listdir(self.downloads)))

    def picture(self, path):
        self.frames(3)
        pathlib.Path(path).write_bytes(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))

    def close(self):
        try:
            self.call("Browser.close")
        except Exception:
            pass
        try:
            self.process.wait(10)
        except Exception:
            self.process.kill()
        shutil.rmtree(self.folder, ignore_errors=True)
