"""The command ``relata-spark``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn

from py4j.protocol import Py4JJavaError
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from relata_spark.documents import Format, read_documents
from relata_spark.errors import RelataError, Status
from relata_spark.failures import reason_of
from relata_spark.options import ReadingOptions, read_option_file
from relata_spark.program import Program, find_program
from relata_spark.reading import check_documents, read_records
from relata_spark.records import EXAMPLES, check_new, stored_records, write_records
from relata_spark.resolution import FORMATS, RuleText, Steps, resolve, write_graph
from relata_spark.resolution.graph import split
from relata_spark.storage import Folder, check_batch_name, stored_batches

_DOCUMENTS_PER_TASK = 256
"""So many that starting a task is nothing beside it, so few that the last task of all does not keep
the others waiting."""


def main(arguments: Sequence[str] | None = None, *, spark: SparkSession | None = None) -> NoReturn:
    """Runs the command and ends the process.

    Parameters:
        spark: a session to use and leave running; None to begin one as the arguments say.
    """
    options = _parser().parse_args(arguments)
    options.spark = spark
    try:
        status = options.run(options)
    except RelataError as error:
        status = _told(error)
    except KeyboardInterrupt:
        status = _told(RelataError(Status.INTERRUPTED, "stopped; the batch was not written"))
    except (PySparkException, Py4JJavaError) as error:
        status = _told(reason_of(error))
    sys.exit(int(status))


def _told(error: RelataError) -> Status:
    print(f"relata-spark: {error.message}", file=sys.stderr)
    return error.status


class _Parser(argparse.ArgumentParser):
    """With one line and relata's exit status for what is wrong with the arguments."""

    def error(self, message: str) -> NoReturn:
        print(f"relata-spark: {message} (see “relata-spark --help”)", file=sys.stderr)
        sys.exit(int(Status.USAGE))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="relata-spark", description="Relata on Apache Spark.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=_Parser)
    read = commands.add_parser(
        "read",
        help="read documents into a folder of records",
        description="Reads each document by itself, and adds what was read as a batch.",
    )
    read.add_argument(
        "input", help="a folder or file: Parquet, JSON lines, a table of Delta Lake, or WARC"
    )
    read.add_argument("--into", required=True, metavar="RECORDS", help="the folder of records")
    read.add_argument("--batch", required=True, metavar="NAME", help="such as 2026-11-28")
    read.add_argument("--format", choices=[format.value for format in Format])
    read.add_argument(
        "--column",
        action="append",
        default=[],
        type=_column,
        metavar="COLUMN=NAME",
        help="what a column is called in the input, such as text=body",
    )
    read.add_argument("--partitions", type=int, metavar="N", help="how many tasks read")
    read.add_argument("--min-confidence", type=float, metavar="P")
    read.add_argument("--any-language", action="store_true")
    read.add_argument("--without-texts", action="store_true")
    read.add_argument("--ontology", metavar="FILE")
    read.add_argument("--identities", metavar="FILE")
    add_program_arguments(read)
    read.set_defaults(run=_read)
    join = commands.add_parser(
        "resolve",
        help="make one graph of a folder of records",
        description="Joins what was read in documents into one graph, as relata build does.",
    )
    join.add_argument("records", help="the folder of records")
    join.add_argument("--into", required=True, metavar="GRAPH", help="a folder that is not there")
    join.add_argument(
        "--work", metavar="FOLDER", help="for what lies between the steps; removed in the end"
    )
    join.add_argument(
        "--answers",
        metavar="FOLDER",
        help="keep answers here from run to run: only what is new is decided",
    )
    join.add_argument(
        "--format",
        action="append",
        default=[],
        choices=FORMATS,
        help="write the graph in this format, too, in parts",
    )
    join.add_argument(
        "--keep-duplicates",
        action="store_true",
        help="near copies of a text are evidence of their own",
    )
    join.add_argument("--ontology", metavar="FILE", help="the one that the records were read with")
    join.add_argument(
        "--identities", metavar="FILE", help="the list that the records were read with"
    )
    join.add_argument("--corrections", metavar="FILE", help="what is corrected in the graph")
    add_program_arguments(join)
    join.set_defaults(run=_resolve)
    return parser


def add_program_arguments(parser: argparse.ArgumentParser) -> None:
    """Which Spark and which ``relata``: what all commands share."""
    program = parser.add_mutually_exclusive_group()
    program.add_argument(
        "--relata", metavar="PATH", help="the program on this machine, which Spark brings along"
    )
    program.add_argument(
        "--relata-installed", metavar="PATH", help="the program as it lies on every machine"
    )
    program.add_argument(
        "--relata-in-archive", metavar="PATH", help="the program in what --archives brings along"
    )
    parser.add_argument("--master", help="of Spark, unless spark-submit says so: local[4], yarn")
    parser.add_argument(
        "--conf",
        action="append",
        default=[],
        type=_column,
        metavar="KEY=VALUE",
        help="of Spark, unless spark-submit says so",
    )


@contextmanager
def session(options: argparse.Namespace) -> Iterator[SparkSession]:
    """The Spark that the arguments ask for, which stops when the context ends."""
    if options.spark is not None:
        yield options.spark
        return
    builder = SparkSession.builder.appName("relata-spark").config("spark.log.level", "OFF")
    # A line that overwrites itself is for a terminal.
    builder = builder.config("spark.ui.showConsoleProgress", str(sys.stderr.isatty()).lower())
    if options.master:
        builder = builder.master(options.master)
    for key, value in options.conf:
        builder = builder.config(key, value)
    # Executors begin their Python as the driver did, unless something else is asked.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    spark = builder.getOrCreate()
    # What goes wrong is told in one line.
    spark.sparkContext.setLogLevel("OFF")
    try:
        yield spark
    finally:
        spark.stop()


def program_of(options: argparse.Namespace, spark: SparkSession) -> Program:
    """The ``relata`` that the arguments ask for."""
    if options.relata_installed:
        return Program.installed(options.relata_installed)
    if options.relata_in_archive:
        return Program.in_archive(options.relata_in_archive)
    return Program.shipped(spark, options.relata) if options.relata else Program.usual(spark)


def _column(argument: str) -> tuple[str, str]:
    name, equals, given = argument.partition("=")
    if not (name and equals and given):
        raise argparse.ArgumentTypeError(f"“{argument}” is not of the form NAME=VALUE")
    return name, given


def _read(options: argparse.Namespace) -> Status:
    check_batch_name(options.batch)
    if options.min_confidence is not None and not 0 <= options.min_confidence <= 1:
        raise RelataError(Status.USAGE, "--min-confidence must be between 0 and 1")
    reading = ReadingOptions(
        min_confidence=options.min_confidence,
        any_language=options.any_language,
        without_texts=options.without_texts,
        ontology=read_option_file(options.ontology),
        identities=read_option_file(options.identities),
    )
    # Before Spark begins, which takes a while.
    if name := options.relata or options.relata_installed:
        find_program(name)
    with session(options) as spark:
        program = program_of(options, spark)
        documents = read_documents(
            spark,
            options.input,
            format=Format(options.format) if options.format else None,
            columns=dict(options.column),
            program=program,
        )
        # Before hours of reading, what can be told at once.
        if options.batch in stored_batches(spark, options.into):
            raise RelataError(
                Status.CANNOT_CREATE,
                f"{options.into}: the batch “{options.batch}” is there already; name another one, "
                "or remove its folder",
            )
        count = check_documents(documents)
        check_new(stored_records(spark, options.into), documents, options.into)
        partitions = options.partitions or partitions_for(count, spark)
        records = read_records(
            spark, documents.repartition(partitions), program=program, options=reading
        )
        report = write_records(records, options.into, options.batch)
    for name, error in report.examples:
        print(f"relata-spark: warning: {name or '?'}: {error}", file=sys.stderr)
    if report.failures > EXAMPLES:
        more = report.failures - EXAMPLES
        print(f"relata-spark: warning: … and {more} more like these", file=sys.stderr)
    print(f"{options.into}: {report}")
    return Status.INCOMPLETE if report.failures else Status.SUCCESS


def _resolve(options: argparse.Namespace) -> Status:
    ontology = read_option_file(options.ontology)
    identities, corrections = _rules(options.identities), _rules(options.corrections)
    parent, name = split(options.into)
    work = options.work or f"{parent}/_{name}.work"
    with session(options) as spark:
        if not stored_batches(spark, options.records):
            raise RelataError(Status.NO_INPUT, f"{options.records}: there are no records")
        if Folder(spark, parent).has(name):
            raise RelataError(
                Status.CANNOT_CREATE,
                f"{options.into}: is there already; name another folder, or remove it",
            )
        records = stored_records(spark, options.records)
        try:
            steps = Steps(
                program_of(options, spark),
                ontology,
                options.answers,
                identities=identities,
                corrections=corrections,
            )
            graph = resolve(records, work, steps, keeps_copies=options.keep_duplicates)
            counts = write_graph(graph, options.into, steps, options.format)
            # As many as a file of rules has.
            unmet = [] if graph.unmet is None else graph.unmet.collect()
        finally:
            above, own = split(work)
            Folder(spark, above).delete(own)
    for row in unmet:
        print(f"relata-spark: warning: {row['warning']}", file=sys.stderr)
    print(f"{options.into}: " + ", ".join(f"{count:,} {what}" for what, count in counts.items()))
    return Status.SUCCESS


def _rules(path: str | None) -> RuleText | None:
    text = read_option_file(path)
    return None if path is None or text is None else RuleText(path, text)


def partitions_for(documents: int, spark: SparkSession) -> int:
    """Into how many tasks to divide documents: enough for all cores, with some to balance."""
    cores = spark.sparkContext.defaultParallelism
    return max(1, min(documents, max(4 * cores, documents // _DOCUMENTS_PER_TASK)))


if __name__ == "__main__":
    main()
