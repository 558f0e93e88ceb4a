"""Resolution on executors gives the graph of ``relata build``."""

from __future__ import annotations

import csv
import json
import os
import random
import subprocess
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from conftest import REPOSITORY, Row, kill_executor
from relata_spark import Program, ReadingOptions, RelataError, read_records
from relata_spark.failures import reason_of
from relata_spark.resolution import FORMATS, Graph, RuleText, Steps, resolve, write_graph
from relata_spark.resolution.components import components
from relata_spark.resolution.stages import Stages

IDENTITIES = """
same:
  - [IBM, Big Blue]
  - [Cassius Clay, Muhammad Ali]
  - [Putin, Vladimir Putin]
  - names: [Nobody At All, Ali]
    type: Person
different:
  - [George W. Bush, George H. W. Bush, George Bush]
  - [Kyndryl, Red Hat]
"""

CORRECTIONS = """
version: 1
corrections:
  - action: wrong
    statement: {subject: Big Blue, relation: supplied, object: Kyndryl}
    evidence:
      - document: made-9
        quote: Big Blue sold its office in Paris to Kyndryl.
  - action: relation
    statement: {subject: Anna Old, relation: met_with, object: Putin}
    to: agreed_with
    evidence:
      - document: made-0
        quote: Putin met Anna Old in Moscow.
  - action: merge
    entities:
      - {name: Muhammad Ali}
      - {name: Muhammad Ali Clay}
    to: Muhammad Ali Clay
  - action: split
    entity: {name: Vladimir Putin}
    names: [Putin]
    to: Another Putin
  - action: retype
    entity: {name: Kyndryl}
    to: Company
  - action: rename
    entity: {name: Moscow}
    to: Paris
  - action: rename
    entity: {name: Nobody Known}
    to: Somebody
"""

MADE = [
    "Big Blue opened an office in Berlin. IBM hired Anna Old, who had worked for Microsoft. Putin met "
    "Anna Old in Moscow.",
    "International Business Machines bought Red Hat in 2019. IBM is based in Armonk. Thomas Watson led "
    "International Business Machines.",
    "IBM said on Monday that it would buy Kyndryl. Watson, a physician, lives in New York.",
    "Cassius Clay beat Sonny Liston in Miami in 1964. Clay was born in Louisville.",
    "Muhammad Ali met Nelson Mandela in Johannesburg. Ali visited Pretoria.",
    "Ali said that he would return to Louisville. Muhammad Ali Clay met Joe Frazier in Manila.",
    "George W. Bush met Tony Blair in London in 2003. Bush said that the war would go on. George H. W. "
    "Bush visited Kuwait in 1993.",
    "Bush was born in Milton. George Bush met Jacques Chirac in Paris in 2001.",
    "Putin met Assad in Sochi in 2017. The president of Russia, Vladimir Putin, flew to Moscow.",
    "Big Blue sold its office in Paris to Kyndryl. Kyndryl is based in New York.",
]

BORN = [
    "Maria Popova, the composer, was born in Plovdiv in 1961. Ivan Petrov was born in Zelenograd.",
    "The composer Maria Popova was born in Varna. Ivan Petrov was born in Moscow.",
    "Zelenograd is located in Moscow. The town of Zelenograd lies in Moscow.",
]
"""Who is born in two places, and who is not, because one lies in the other."""


def copies(articles: list[Row]) -> list[Row]:
    """Some articles as others print them: the same words; more of them; a copy of a copy."""
    first, second = (str(row["text"]) for row in articles[:2])
    notice = "All rights reserved. Subscribe to our letter for more news like this."
    texts = [first, f"By our own reporter. {second} {notice}", f"{second} {notice}"]
    return [{"id": f"copy-{number}", "text": text} for number, text in enumerate(texts)]


@pytest.fixture(scope="module")
def rows(articles: list[Row]) -> list[Row]:
    """Articles, copies of some, and texts with a contradiction."""
    born: list[Row] = [{"id": f"born-{n}", "text": text} for n, text in enumerate(BORN)]
    texts: list[Row] = [{"id": row["id"], "text": row["text"]} for row in articles]
    return texts + copies(articles) + born


@pytest.fixture(scope="module")
def records(
    spark: SparkSession, relata: str, rows: list[Row], tmp_path_factory: pytest.TempPathFactory
) -> DataFrame:
    """What is read in the articles, once."""
    return read(spark, relata, rows, tmp_path_factory.mktemp("records") / "all", ReadingOptions())


def read(
    spark: SparkSession, relata: str, rows: list[Row], path: Path, options: ReadingOptions
) -> DataFrame:
    documents = spark.createDataFrame(rows, "id string, text string").repartition(2)
    program = Program.installed(relata)
    read_records(spark, documents, program=program, options=options).write.parquet(str(path))
    return spark.read.parquet(str(path))


@pytest.fixture(scope="module")
def built(relata: str, rows: list[Row], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The graph of ``relata build``, as JSON-LD."""
    graph, _ = build(relata, rows, tmp_path_factory.mktemp("built"))
    assert "copy-0" in graph and '"copy-0.txt"' not in graph
    assert "Popova born in: Plovdiv" in graph and "Petrov born in:" not in graph
    return graph


def build(relata: str, rows: list[Row], folder: Path, *arguments: str) -> tuple[str, list[str]]:
    """The graph of ``relata build``, as JSON-LD, and its warnings."""
    (folder / "articles").mkdir()
    for row in rows:
        (folder / "articles" / str(row["id"])).write_text(str(row["text"]), encoding="utf-8")
    warnings = run(relata, "build", "articles", *arguments, "--output", "graph", folder=folder)
    return (folder / "graph/graph.jsonld").read_text(encoding="utf-8"), warnings


def run(relata: str, *arguments: str, folder: Path, formats: str = "jsonld") -> list[str]:
    """Runs the program, which must succeed. Returns its warnings."""
    done = subprocess.run(
        [relata, *arguments, "--format", formats], cwd=folder, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    begin = "relata: warning: "
    return [line[len(begin) :] for line in done.stderr.splitlines() if line.startswith(begin)]


def opened(relata: str, graph: Path, folder: Path) -> str:
    """What ``relata import`` makes of a graph in shards."""
    run(relata, "import", str(graph / "manifest.json"), "--output", "imported", folder=folder)
    return (folder / "imported/graph.jsonld").read_text(encoding="utf-8")


def spread(spark: SparkSession, records: DataFrame, partitions: int) -> DataFrame:
    """The records in as many partitions, in an order of chance."""
    rows = records.collect()
    random.Random(partitions).shuffle(rows)
    return spark.createDataFrame(spark.sparkContext.parallelize(rows, partitions), records.schema)


def test_a_fifth_more_gives_the_graph_of_one_machine_though_an_executor_dies(
    spark: SparkSession,
    relata: str,
    records: DataFrame,
    rows: list[Row],
    built: str,
    tmp_path: Path,
    wrapper: Callable[[str], str],
) -> None:
    answers = str(tmp_path / "answers")
    whole = spread(spark, records, 5)
    added = [row["id"] for row in records.orderBy(F.desc("id")).limit(whole.count() // 5).collect()]
    first = Steps(Program.installed(relata), answers=answers)
    resolve(whole.where(~whole["id"].isin(added)), str(tmp_path / "before"), first)
    before = answered(spark, tmp_path)

    program = Program.installed(
        wrapper(
            'case "$2 $PWD" in "pairs "*/app-*) echo $$ >> "$FOLDER/pids";; esac; '
            'exec "$RELATA" "$@"'
        )
    )
    killed: list[int] = []
    thread = threading.Thread(target=lambda: killed.append(kill_executor(tmp_path / "pids")))
    thread.start()
    steps = Steps(program, answers=answers)
    graph = resolve(whole, str(tmp_path / "after"), steps)
    thread.join()
    # It died with what it had of earlier steps, in the middle of one.
    assert len(killed) == 1 and not Path(f"/proc/{killed[0]}").exists()
    counts = write_graph(graph, str(tmp_path / "graph"), steps, FORMATS)
    assert counts["documents"] == len(rows) - 3 and counts["statements"] > 50
    # Not compared by pytest, which would print both.
    is_same = opened(relata, tmp_path / "graph", tmp_path) == built
    assert is_same

    after = answered(spark, tmp_path)
    asked = {step: after[step] - before.get(step, 0) for step in after}
    # Only components are decided again that the added documents touch: in each is a set of them.
    mentions = spark.read.parquet(str(tmp_path / "after/mentions"))
    new = mentions.where(mentions["id"].isin(added)).select("candidate").distinct()
    sets = spark.read.parquet(str(tmp_path / "after/clusters"))
    members = sets.select("root", F.explode("members").alias("candidate"))
    touched = members.join(new, "candidate").select("root").distinct().count()
    assert 0 < asked["clusters"] <= touched < sets.count()
    assert asked["types"] == len(added)
    assert asked["clusters"] < before["clusters"] and asked["merging"] < before["merging"]

    edges = spark.read.parquet(str(tmp_path / "graph/edges"))
    nodes = spark.read.parquet(str(tmp_path / "graph/nodes"))
    assert {"src", "dst", "relationship"} <= set(edges.columns) and "id" in nodes.columns
    assert edges.join(nodes, edges["src"] == nodes["id"], "left_anti").isEmpty()

    for name, output in (("nquads", "graph.nq"), ("csv", "tables")):
        run(relata, "export", "imported", "--output", output, folder=tmp_path, formats=name)
    whole = sorted((tmp_path / "graph.nq").read_bytes().splitlines())
    is_same = parts(tmp_path / "graph/nquads") == whole
    assert is_same
    heads, *nodes_of_one_machine = records_of(tmp_path / "tables/nodes.csv")
    assert sorted(nodes_of_one_machine) == sorted(
        records_of(*parts_of(tmp_path / "graph/csv/nodes"))
    )
    assert heads[0] == "id:ID"
    heads, *edges_of_one_machine = records_of(tmp_path / "tables/edges.csv")
    # The last column says of the graph as a whole what no row of a part does.
    assert heads[-1] == "details"
    for column in ("firstSeen", "lastSeen", "contradicted:boolean"):
        assert len({record[heads.index(column)] for record in edges_of_one_machine}) > 1
    assert sorted(record[:-1] for record in edges_of_one_machine) == sorted(
        record[:-1] for record in records_of(*parts_of(tmp_path / "graph/csv/edges"))
    )


def parts_of(folder: Path) -> list[Path]:
    return sorted(folder.glob("part-*"))


def parts(folder: Path) -> list[bytes]:
    """The lines of all parts, ascending."""
    return sorted(line for part in parts_of(folder) for line in part.read_bytes().splitlines())


def records_of(*files: Path) -> list[list[str]]:
    """The records of tables."""
    return [
        record
        for file in files
        for record in csv.reader(file.open(encoding="utf-8", newline=""), strict=True)
    ]


@dataclass
class Corrected:
    """A graph by a user's rules, and what one machine makes of the same."""

    folder: Path
    counts: dict[str, int]
    warnings: list[str]
    expected: str
    expected_warnings: list[str]


@pytest.fixture(scope="module")
def corrected(
    spark: SparkSession, relata: str, tmp_path_factory: pytest.TempPathFactory
) -> Corrected:
    folder = tmp_path_factory.mktemp("corrected")
    rows: list[Row] = [{"id": f"made-{number}", "text": text} for number, text in enumerate(MADE)]
    rows.append({"id": "copy", "text": MADE[0]})
    (folder / "same-as.yaml").write_text(IDENTITIES)
    (folder / "corrections.yaml").write_text(CORRECTIONS)
    expected, expected_warnings = build(
        relata,
        rows,
        folder,
        *("--identities", "same-as.yaml", "--corrections", "corrections.yaml", "--keep-duplicates"),
    )
    options = ReadingOptions(identities=IDENTITIES)
    records = read(spark, relata, rows, folder / "records", options)
    steps = Steps(
        Program.installed(relata),
        identities=RuleText("same-as.yaml", IDENTITIES),
        corrections=RuleText("corrections.yaml", CORRECTIONS),
    )
    graph = resolve(records, str(folder / "work"), steps, keeps_copies=True)
    counts = write_graph(graph, str(folder / "shards"), steps, ["nquads"])
    assert graph.unmet is not None
    warnings = [row["warning"] for row in graph.unmet.collect()]
    return Corrected(folder, counts, warnings, expected, expected_warnings)


def test_what_a_user_says_holds(relata: str, corrected: Corrected) -> None:
    assert corrected.counts["documents"] == len(MADE) + 1 and corrected.counts["corrections"] == 6
    # Not compared by pytest, which would print both.
    is_same = opened(relata, corrected.folder / "shards", corrected.folder) == corrected.expected
    assert is_same
    assert "same-as.yaml:3" in corrected.expected and '"corrections.yaml"' in corrected.expected
    export = ("export", "imported", "--output", "graph.nq")
    run(relata, *export, folder=corrected.folder, formats="nquads")
    whole = sorted((corrected.folder / "graph.nq").read_bytes().splitlines())
    is_same = parts(corrected.folder / "shards/nquads") == whole
    assert is_same
    assert corrected.warnings == corrected.expected_warnings and len(corrected.warnings) == 3


def test_the_notebook_runs(relata: str, corrected: Corrected, tmp_path: Path) -> None:
    notebook = nbformat.read(REPOSITORY / "Spark/examples/paths.ipynb", as_version=4)
    given = {
        "GRAPH": str(corrected.folder / "shards"),
        "RELATA": relata,
        "WORK": str(tmp_path),
        "MASTER": "local[1]",
        "PARTITIONS": "1",
        "PYTHONPATH": str(REPOSITORY / "Spark/src"),
    }
    NotebookClient(notebook, timeout=300, kernel_name="python3").execute(env=os.environ | given)
    printed = "".join(
        output.get("text", "") for cell in notebook.cells for output in cell.get("outputs", [])
    )
    assert f"{corrected.counts['entities']} entities" in printed
    # A part that is small, and a graph of its own.
    found = json.loads((tmp_path / "part/manifest.json").read_text())
    assert 0 < found["entities"] < corrected.counts["entities"]
    assert f"{found['entities']} entities, {found['statements']} statements" in printed
    # What relata match says of it.
    assert "Joe Frazier" in printed and "Nelson Mandela" in printed


def answered(spark: SparkSession, folder: Path) -> dict[str, int]:
    """How many lines of each step have been answered."""
    counts: dict[str, int] = {}
    for step in folder.glob("answers/*/*"):
        stored = [str(path) for path in step.iterdir() if not path.name.startswith("_")]
        counts[step.name] = spark.read.parquet(*stored).count()
    return counts


def test_components_are_those_of_union_find(spark: SparkSession, tmp_path: Path) -> None:
    dice = random.Random(1)
    edges = [(f"n{dice.randrange(300)}", f"n{dice.randrange(300)}") for _ in range(180)]
    edges += [(f"c{number}", f"c{number + 1}") for number in range(60)]
    edges += [("s", f"s{number}") for number in range(50)] + [("alone", "alone")]
    parents: dict[str, str] = {}

    def root(node: str) -> str:
        parents.setdefault(node, node)
        while parents[node] != node:
            node = parents[node]
        return node

    for one, other in edges:
        one, other = root(one), root(other)
        parents[max(one, other)] = min(one, other)
    rows = spark.createDataFrame(edges, "a string, b string")
    found = components(Stages(spark, str(tmp_path)), "test", rows).collect()
    assert {row["node"]: row["component"] for row in found} == {
        node: root(node) for node in parents
    }


def test_records_with_one_identifier_are_refused(
    relata: str, records: DataFrame, tmp_path: Path
) -> None:
    twice = records.union(records.limit(1))
    with pytest.raises(RelataError, match="2 records are called “.*”; give each document one"):
        resolve(twice, str(tmp_path / "work"), Steps(Program.installed(relata)))


@pytest.mark.parametrize(
    ("reader", "identities", "message"),
    [
        ('{"relata": "0.1.0", "identities": "0af"}', None, "read with a list of identities; name"),
        ('{"relata": "0.1.0"}', IDENTITIES, "were not read with this list of identities"),
    ],
)
def test_records_with_other_identities_are_refused(
    spark: SparkSession,
    relata: str,
    tmp_path: Path,
    reader: str,
    identities: str | None,
    message: str,
) -> None:
    records = spark.createDataFrame(
        [("a", bytearray(b"x"), reader)], "id string, extraction binary, reader string"
    )
    rules = None if identities is None else RuleText("same-as.yaml", identities)
    steps = Steps(Program.installed(relata), identities=rules)
    with pytest.raises(RelataError, match=message):
        resolve(records, str(tmp_path / "work"), steps)


def test_rules_that_cannot_be_read_are_refused(
    spark: SparkSession, relata: str, tmp_path: Path
) -> None:
    none = spark.createDataFrame([], "id string, extraction binary")
    steps = Steps(Program.installed(relata), corrections=RuleText("mine.yaml", "version: 7\n"))
    with pytest.raises(RelataError, match="mine.yaml:1"):
        resolve(none, str(tmp_path / "work"), steps)


def test_a_line_that_is_not_answered_ends_the_run(
    records: DataFrame, tmp_path: Path, wrapper: Callable[[str], str]
) -> None:
    """A row that was passed over would be missing in the graph."""
    broken = wrapper(
        'if [ "$2" = mentions ]; then "$RELATA" "$@" </dev/null; read line; exit 9; fi\n'
        'exec "$RELATA" "$@"'
    )
    with pytest.raises(Exception) as caught:
        resolve(records, str(tmp_path / "work"), Steps(Program.installed(broken)))
    assert "a line of the step “mentions” was not answered" in reason_of(caught.value).message


def test_nothing_is_written_where_something_is(
    spark: SparkSession, relata: str, tmp_path: Path
) -> None:
    (tmp_path / "graph").mkdir()
    none = spark.createDataFrame([], "id string, record string")
    graph = Graph(entities=none, statements=none, documents=none, contradictions=none)
    with pytest.raises(RelataError, match="is there already"):
        write_graph(graph, str(tmp_path / "graph"), Steps(Program.installed(relata)))
    assert not list((tmp_path / "graph").iterdir())
