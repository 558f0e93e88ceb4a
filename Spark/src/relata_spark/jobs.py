"""Jobs that fail: when nothing of them runs any more."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pyspark.sql import SparkSession

_LONGEST = 120.0
"""Seconds that tasks have to end in: one that cannot be stopped is not waited for forever."""

_PAUSE = 0.1
"""Seconds between two looks at what still runs."""


@contextmanager
def stopped_jobs(spark: SparkSession) -> Iterator[None]:
    """Where the context ends with an error, it ends when no task of its jobs runs any more.

    A job fails with its first task, while others of it still run and write for a moment. Whoever
    then deletes what was written, or writes again at once, would meet them: files that come back,
    and a disk that is full of files that are deleted and still open.
    """
    context = spark.sparkContext
    tag = f"relata-{uuid.uuid4().hex}"
    context.addJobTag(tag)
    try:
        yield
    except BaseException:
        context.cancelJobsWithTag(tag)
        _wait(context._jsc.sc(), tag)
        raise
    finally:
        context.removeJobTag(tag)


def _wait(scala: Any, tag: str) -> None:
    tracker = scala.statusTracker()
    # What is told of tasks goes through a queue: nothing is told of one before it began.
    scala.listenerBus().waitUntilEmpty()
    end = time.monotonic() + _LONGEST
    while _runs(tracker, tag) and time.monotonic() < end:
        time.sleep(_PAUSE)


def _runs(tracker: Any, tag: str) -> bool:
    jobs = [tracker.getJobInfo(job) for job in tracker.getJobIdsForTag(tag)]
    known = [job.get() for job in jobs if job.isDefined()]
    if any(str(job.status()) == "RUNNING" for job in known):
        return True
    stages = [tracker.getStageInfo(stage) for job in known for stage in job.stageIds()]
    return any(stage.get().numActiveTasks() > 0 for stage in stages if stage.isDefined())
