"""What drivers of browsers by WebDriver share."""

import time
from abc import ABC, abstractmethod
from typing import Any


class Driver(ABC):
    """Asks a page for values."""

    @abstractmethod
    def js(self, expression: str) -> Any:
        """The value of an expression in the page, by way of JSON."""

    @abstractmethod
    def perform(self, actions: list[dict[str, Any]]) -> None:
        """Does what WebDriver calls actions: both of its kinds have the same."""

    def wait_for(self, condition: str) -> None:
        end = time.monotonic() + 30
        while time.monotonic() < end:
            if self.js(condition):
                return
            time.sleep(0.05)
        raise AssertionError(f"never true: {condition}")

    def write(self, text: str) -> None:
        """Presses keys, one a character."""
        presses = [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")]
        self.perform([{"type": "key", "id": "keyboard", "actions": presses}])
