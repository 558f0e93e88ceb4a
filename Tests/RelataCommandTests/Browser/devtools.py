"""One tab of Chromium by its DevTools protocol.

https://chromedevtools.github.io/devtools-protocol/
"""

import json
from typing import Any

import websocket


class ProtocolError(Exception):
    """The browser refused a call, or a script in the page threw."""


class Connection:
    """Calls and their answers; what the tab reports in between is kept."""

    def __init__(self, address: str) -> None:
        self._socket = websocket.create_connection(address, timeout=60)
        self._number = 0
        #: Exceptions, complaints on the console, dialogs.
        self.problems: list[str] = []
        #: The addresses that were asked for.
        self.requests: list[str] = []

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        number = self._send(method, parameters)
        while True:
            message = json.loads(self._socket.recv())
            if message.get("id") != number:
                self._note(message.get("method"), message.get("params", {}))
            elif "error" in message:
                raise ProtocolError(f"{method}: {message['error']}")
            else:
                result: dict[str, Any] = message["result"]
                return result

    def evaluate(self, expression: str) -> Any:
        """The value of an expression in the page, or of the promise that it is."""
        result = self.call(
            "Runtime.evaluate",
            expression=expression,
            awaitPromise=True,
            returnByValue=True,
            userGesture=True,
        )
        if "exceptionDetails" in result:
            raise ProtocolError(f"{_thrown(result['exceptionDetails'])}\n{expression[:300]}")
        return result["result"].get("value")

    def close(self) -> None:
        self._socket.close()

    def _send(self, method: str, parameters: dict[str, Any]) -> int:
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": parameters}))
        return self._number

    def _note(self, method: str | None, event: dict[str, Any]) -> None:
        if method == "Runtime.exceptionThrown":
            self.problems.append(_thrown(event["exceptionDetails"]))
        elif method == "Runtime.consoleAPICalled":
            if event["type"] in ("error", "warning", "assert"):
                words = (str(a.get("value", a.get("description"))) for a in event["args"])
                self.problems.append(" ".join(words))
        elif method == "Log.entryAdded":
            if event["entry"]["level"] in ("error", "warning"):
                self.problems.append(event["entry"]["text"])
        elif method == "Network.requestWillBeSent":
            self.requests.append(event["request"]["url"])
        elif method == "Page.javascriptDialogOpening":
            if event["type"] != "beforeunload":
                self.problems.append(f"dialog: {event.get('message', '')} {event['type']}")
            # Nobody waits for the answer: the next message may be another.
            self._send("Page.handleJavaScriptDialog", {"accept": True})


def _thrown(details: dict[str, Any]) -> str:
    return str(details.get("exception", {}).get("description") or details["text"])
