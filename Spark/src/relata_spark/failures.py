"""What Spark says of a failed job → one line."""

from __future__ import annotations

import re

from relata_spark.errors import RelataError, Status

_OWN = re.compile(r"relata_spark\.errors\.RelataError: (.+)")
_STAGE = re.compile(r"executor \S+\): (?:[\w.$]+: )?(.+)")
"""Of a task that failed on an executor."""

_JAVA = re.compile(r"^: (?:[\w.$]+: )?(.+)", re.MULTILINE)
"""Of a call into Spark that failed on the driver."""


def reason_of(error: BaseException) -> RelataError:
    """The one reason in the many lines that Spark makes of it: its own, the executors', or that a
    disk is full."""
    text = str(error)
    own = _OWN.search(text)
    if own:
        return RelataError(Status.UNAVAILABLE, own.group(1))
    if "No space left on device" in text:
        return RelataError(
            Status.OUTPUT_FAILED,
            "a disk is full, that of an executor (spark.local.dir) or that which is written to; "
            "the batch was not written",
        )
    found = _STAGE.search(text) or _JAVA.search(text)
    line = found.group(1) if found else next(iter(text.strip().splitlines()), repr(error))
    return RelataError(Status.INTERNAL, f"Spark: {line}")
