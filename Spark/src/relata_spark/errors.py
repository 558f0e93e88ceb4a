"""What can go wrong, each on one line for people, with the exit status that ``relata`` has for it."""

from __future__ import annotations

import enum


class Status(enum.IntEnum):
    """Exit statuses, as Documentation/exit-statuses.md lists them."""

    SUCCESS = 0
    INCOMPLETE = 2
    USAGE = 64
    BAD_DATA = 65
    NO_INPUT = 66
    UNAVAILABLE = 69
    INTERNAL = 70
    CANNOT_CREATE = 73
    OUTPUT_FAILED = 74
    INTERRUPTED = 130


class RelataError(Exception):
    """A failure that a person can do something about: one line, without the traceback."""

    def __init__(self, status: Status, message: str) -> None:
        self.status = status
        self.message = " ".join(message.split())
        super().__init__(self.message)

    def __reduce__(self) -> tuple[type[RelataError], tuple[Status, str]]:
        # Executors hand exceptions on pickled.
        return (type(self), (self.status, self.message))
