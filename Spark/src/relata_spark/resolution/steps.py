"""Rows through the steps of ``relata step``: a line of JSON out for each line in."""

from __future__ import annotations

import collections
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import pyarrow as pa
from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F
from pyspark.sql import types as T
from pyspark.sql.pandas.types import to_arrow_type

from relata_spark.errors import RelataError, Status
from relata_spark.worker import Header, Worker

_BYTES = 1 << 22
"""How many bytes of answers go back to Spark at a time."""


def base64(name: str) -> Column:
    """Bytes as text without line ends, which Spark sets by itself."""
    return F.translate(F.base64(name), "\r\n", "")


class Program(Protocol):
    """Where ``relata`` is."""

    @property
    def driver(self) -> str:
        """Its path on the driver."""

    def path_on_executor(self) -> str:
        """Its path on the machine that asks."""


@dataclass(frozen=True)
class InstalledProgram:
    """A program that has one path on all machines.

    Attributes:
        driver: that path.
    """

    driver: str

    def path_on_executor(self) -> str:
        """The same path."""
        return self.driver


class Steps:
    """Asks ``relata`` for the answers of steps.

    Parameters:
        program: where ``relata`` is.
        arguments: behind the name of each step, e.g. ``["--ontology", path]``.
    """

    def __init__(self, program: Program, arguments: Sequence[str] = ()) -> None:
        self._program = program
        self._arguments = list(arguments)
        self._headers: dict[str, Header] = {}

    def ask(
        self,
        step: str,
        rows: DataFrame,
        line: Mapping[str, Column | str],
        answer: str,
        keep: Sequence[str] = (),
    ) -> DataFrame:
        """The kept columns of the rows and, in ``answer``, what the step answers to each.

        Parameters:
            line: the members of the line that is asked, each a column of the rows.
            answer: the members of the answer, as the fields of a DDL struct.
            keep: columns that are carried beside the line.
        """
        members = [
            (F.col(value) if isinstance(value, str) else value).alias(name)
            for name, value in line.items()
        ]
        asked = rows.select(*keep, F.to_json(F.struct(*members)).alias("line"))
        fields = [asked.schema[name] for name in keep]
        types = {field.name: to_arrow_type(field.dataType) for field in fields}
        schema = T.StructType([*fields, T.StructField("line", T.StringType())])
        function = _Answers(self._program, step, self._arguments, self._header(step), keep, types)
        answered = asked.mapInArrow(function, schema)
        return answered.select(*keep, F.from_json("line", f"struct<{answer}>").alias("answer"))

    def _header(self, step: str) -> Header:
        if step not in self._headers:
            command = [self._program.driver, "step", step, *self._arguments]
            self._headers[step] = Worker(command).header()
        return self._headers[step]


class _Answers:
    """What an executor does with its rows."""

    def __init__(
        self,
        program: Program,
        step: str,
        arguments: Sequence[str],
        header: Header,
        keep: Sequence[str],
        types: Mapping[str, pa.DataType],
    ) -> None:
        self._program = program
        self._step = step
        self._arguments = list(arguments)
        self._header = header
        self._keep = list(keep)
        self._types = types

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        kept: collections.deque[tuple[object, ...]] = collections.deque()

        def lines() -> Iterator[str]:
            for batch in batches:
                columns = [batch.column(name).to_pylist() for name in [*self._keep, "line"]]
                for row in zip(*columns, strict=True):
                    kept.append(row[:-1])
                    yield row[-1]

        command = [self._program.path_on_executor(), "step", self._step, *self._arguments]
        answers: list[tuple[object, ...]] = []
        size = 0
        for answer in Worker(command, header=self._header).lines(lines()):
            if answer.startswith('{"error"'):
                raise RelataError(Status.INTERNAL, f"the step “{self._step}” gave up: {answer}")
            answers.append((*kept.popleft(), answer))
            size += len(answer)
            if size > _BYTES:
                yield self._batch(answers)
                answers, size = [], 0
        if answers:
            yield self._batch(answers)

    def _batch(self, answers: list[tuple[object, ...]]) -> pa.RecordBatch:
        names = [*self._keep, "line"]
        columns = [list(column) for column in zip(*answers, strict=True)]
        arrays = [
            pa.array(column, type=self._types.get(name, pa.string()))
            for name, column in zip(names, columns, strict=True)
        ]
        return pa.RecordBatch.from_arrays(arrays, names=names)
