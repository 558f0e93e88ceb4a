"""What can go wrong, with the exit status that ``relata`` has for it."""

from __future__ import annotations

import enum


class Status(enum.IntEnum):
    """Exit statuses, as Documentation/exit-statuses.md lists them."""

    SUCCESS = 0
    INCOMPLETE = 2
    UNKNOWN_ENTITY = 3
    AMBIGUOUS_ENTITY = 4
    NOT_CONNECTED = 5
    NO_MATCH = 6
    CUT_OFF = 7
    USAGE = 64
    BAD_DATA = 65
    NO_INPUT = 66
    UNAVAILABLE = 69
    INTERNAL = 70
    CANNOT_CREATE = 73
    OUTPUT_FAILED = 74
    INTERRUPTED = 130


class RelataError(Exception):
    """A failure that a person can do something about.

    Parameters:
        status: the exit status of ``relata``; below 0, the signal that ended it.
        message: what is wrong and, where it can be said, what to do.
    """

    def __init__(self, status: int, message: str) -> None:
        self.status = status
        self.message = message
        super().__init__(message)

    def __reduce__(self) -> tuple[type[RelataError], tuple[int, str]]:
        return (type(self), (self.status, self.message))


class UnknownEntityError(RelataError):
    """No entity has the name; the message lists the nearest names."""


class AmbiguousEntityError(RelataError):
    """Several entities have the name; the message lists them with identifiers to choose from."""


def error_of(status: int, message: str) -> RelataError:
    """The exception for an exit status."""
    if status == Status.UNKNOWN_ENTITY:
        return UnknownEntityError(status, message)
    if status == Status.AMBIGUOUS_ENTITY:
        return AmbiguousEntityError(status, message)
    return RelataError(status, message)
