"""Rows through the steps of ``relata step``: a line of JSON out for each line in."""

from __future__ import annotations

import collections
import contextlib
import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F
from pyspark.sql import types as T
from pyspark.sql.pandas.types import to_arrow_type

from relata_spark.errors import RelataError, Status
from relata_spark.program import Program, carry_package
from relata_spark.resolution.answers import ASKED, KnownAnswers
from relata_spark.worker import Header, Worker

_BYTES = 1 << 22
"""How many bytes of answers go back to Spark at a time."""


def base64(name: str) -> Column:
    """Bytes as text without line ends, which Spark sets by itself."""
    return F.translate(F.base64(name), "\r\n", "")


class Steps:
    """Asks ``relata`` for the answers of steps.

    Parameters:
        program: where ``relata`` is.
        ontology: the text of the ontology that the records were read with; None for the one built in.
        answers: a folder that keeps answers from run to run, so that a line is asked once; None:
            none are kept.
    """

    def __init__(
        self, program: Program, ontology: str | None = None, answers: str | None = None
    ) -> None:
        self._program = program
        self._ontology = ontology
        self._answers = answers
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
        return self._answered(step, asked, answer, keep)

    def ask_lines(self, step: str, lines: DataFrame, answer: str) -> DataFrame:
        """As :meth:`ask`, of lines that are there already: rows of one text each."""
        return self._answered(step, lines.toDF("line"), answer, [])

    def _answered(self, step: str, asked: DataFrame, answer: str, keep: Sequence[str]) -> DataFrame:
        if self._answers is None:
            answered = self._through(step, asked, keep)
        else:
            header = json.dumps(self._header(step), sort_keys=True)
            known = KnownAnswers(asked.sparkSession, self._answers, step, header)
            answered = known.complete(
                asked, keep, lambda misses: self._through(step, misses, [*keep, ASKED])
            )
        return answered.select(*keep, F.from_json("line", f"struct<{answer}>").alias("answer"))

    def _through(self, step: str, asked: DataFrame, keep: Sequence[str]) -> DataFrame:
        """The rows through ``relata``: in `line` is then the answer."""
        fields = [asked.schema[name] for name in keep]
        carry_package()
        types = {field.name: to_arrow_type(field.dataType) for field in fields}
        function = _Answering(
            program=self._program,
            step=step,
            ontology=self._ontology,
            header=self._header(step),
            keep=list(keep),
            types=types,
        )
        schema = T.StructType([*fields, T.StructField("line", T.StringType())])
        return asked.mapInArrow(function, schema)

    def _header(self, step: str) -> Header:
        if step not in self._headers:
            with _arguments(step, self._ontology) as arguments:
                self._headers[step] = Worker([self._program.driver, *arguments]).header()
        return self._headers[step]


@contextlib.contextmanager
def _arguments(step: str, ontology: str | None) -> Iterator[list[str]]:
    """The arguments of ``relata step``, whose file is there until the context ends."""
    if ontology is None:
        yield ["step", step]
        return
    with tempfile.TemporaryDirectory(prefix="relata-") as folder:
        path = Path(folder) / "ontology.yaml"
        path.write_text(ontology, encoding="utf-8")
        yield ["step", step, "--ontology", str(path)]


@dataclass
class _Answering:
    """What an executor does with its rows."""

    program: Program
    step: str
    ontology: str | None
    header: Header
    keep: list[str]
    types: Mapping[str, pa.DataType]

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        kept: collections.deque[tuple[object, ...]] = collections.deque()

        def lines() -> Iterator[str]:
            for batch in batches:
                columns = [batch.column(name).to_pylist() for name in [*self.keep, "line"]]
                for row in zip(*columns, strict=True):
                    kept.append(row[:-1])
                    yield row[-1]

        with _arguments(self.step, self.ontology) as arguments:
            command = [self.program.path_on_executor(), *arguments]
            answers: list[tuple[object, ...]] = []
            size = 0
            for answer in Worker(command, header=dict(self.header)).lines(lines()):
                # A row that is set aside would be missing in the graph.
                if answer.startswith('{"error"'):
                    reason = json.loads(answer)["error"]
                    raise RelataError(
                        Status.INTERNAL,
                        f"a line of the step “{self.step}” was not answered: {reason}",
                    )
                answers.append((*kept.popleft(), answer))
                size += len(answer)
                if size > _BYTES:
                    yield self._batch(answers)
                    answers, size = [], 0
            if answers:
                yield self._batch(answers)

    def _batch(self, answers: list[tuple[object, ...]]) -> pa.RecordBatch:
        names = [*self.keep, "line"]
        columns = [list(column) for column in zip(*answers, strict=True)]
        arrays = [
            pa.array(column, type=self.types.get(name, pa.string()))
            for name, column in zip(names, columns, strict=True)
        ]
        return pa.RecordBatch.from_arrays(arrays, names=names)
