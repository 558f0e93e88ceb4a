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

_IDENTITY_STEPS = {"mentions", "clusters", "bare", "joins", "leftovers", "unmet"}
"""Those that a list of identities has a say in."""

_CORRECTION_STEPS = {"described", "passages", "planned", "corrected"}
"""Those that do what corrections say."""

_BYTES = 1 << 22
"""How many bytes of answers go back to Spark at a time."""


def base64(name: str) -> Column:
    """Bytes as text without line ends, which Spark sets by itself."""
    return F.translate(F.base64(name), "\r\n", "")


@dataclass(frozen=True)
class RuleText:
    """A user's file of rules.

    Parameters:
        name: how messages and the graph name it.
        text: what is in it.
    """

    name: str
    text: str


class Steps:
    """Asks ``relata`` for the answers of steps.

    Parameters:
        program: where ``relata`` is.
        ontology: the text of the ontology that the records were read with; None for the one built in.
        answers: a folder that keeps answers from run to run, so that a line is asked once; None:
            none are kept.
        identities: the list that the records were read with; None for none.
        corrections: what a person corrects in the graph; None for nothing.
    """

    def __init__(
        self,
        program: Program,
        ontology: str | None = None,
        answers: str | None = None,
        *,
        identities: RuleText | None = None,
        corrections: RuleText | None = None,
    ) -> None:
        self._program = program
        self._ontology = ontology
        self._answers = answers
        self._identities = identities
        self._corrections = corrections
        self._headers: dict[str, Header] = {}

    @property
    def has_identities(self) -> bool:
        """Whether a user says which names are one thing's."""
        return self._identities is not None

    @property
    def has_corrections(self) -> bool:
        """Whether a person corrects the graph."""
        return self._corrections is not None

    def check(self) -> None:
        """Raises RelataError where a file of the user cannot be read, before anything is done."""
        for step in ("clusters", "passages"):
            self._header(step)

    @property
    def identities_digest(self) -> object:
        """What tells lists of identities apart; None where there is none."""
        return self._header("clusters").get("identities")

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
            files=self._files(step),
            header=self._header(step),
            keep=list(keep),
            types=types,
        )
        schema = T.StructType([*fields, T.StructField("line", T.StringType())])
        return asked.mapInArrow(function, schema)

    def _files(self, step: str) -> _Files:
        identities = self._identities if step in _IDENTITY_STEPS else None
        corrections = self._corrections if step in _CORRECTION_STEPS else None
        texts = {
            "ontology": self._ontology,
            "identities": identities.text if identities else None,
            "corrections": corrections.text if corrections else None,
        }
        rules = identities or corrections
        return _Files(
            {name: text for name, text in texts.items() if text is not None},
            called=rules.name if rules else None,
        )

    def _header(self, step: str) -> Header:
        if step not in self._headers:
            with self._files(step).arguments() as arguments:
                command = [self._program.driver, "step", step, *arguments]
                self._headers[step] = Worker(command).header()
        return self._headers[step]


@dataclass(frozen=True)
class _Files:
    """Files of the user for ``relata step``, as texts: so they reach every machine.

    Parameters:
        texts: what is in them, by the options that name them.
        called: how messages name the file of rules.
    """

    texts: Mapping[str, str]
    called: str | None

    @contextlib.contextmanager
    def arguments(self) -> Iterator[list[str]]:
        """The options, whose files are there until the context ends."""
        arguments = [] if self.called is None else [f"--called={self.called}"]
        if not self.texts:
            yield arguments
            return
        with tempfile.TemporaryDirectory(prefix="relata-") as folder:
            for name, text in self.texts.items():
                path = Path(folder) / f"{name}.yaml"
                path.write_text(text, encoding="utf-8")
                arguments += [f"--{name}", str(path)]
            yield arguments


@dataclass
class _Answering:
    """What an executor does with its rows."""

    program: Program
    step: str
    files: _Files
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

        with self.files.arguments() as arguments:
            command = [self.program.path_on_executor(), "step", self.step, *arguments]
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
