"""Resolution on executors gives the graph of ``relata build``."""

from __future__ import annotations

import csv
import random
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from conftest import Row
from relata_spark import Program, RelataError, read_records
from relata_spark.failures import reason_of
from relata_spark.resolution import FORMATS, Graph, Steps, resolve, write_graph
from relata_spark.resolution.components import components
from relata_spark.resolution.stages import Stages


@pytest.fixture(scope="module")
def records(
    spark: SparkSession, relata: str, articles: list[Row], tmp_path_factory: pytest.TempPathFactory
) -> DataFrame:
    """What is read in the articles, once."""
    rows = [{"id": row["id"], "text": row["text"]} for row in articles]
    documents = spark.createDataFrame(rows, "id string, text string").repartition(2)
    path = str(tmp_path_factory.mktemp("records") / "all")
    read_records(spark, documents, program=Program.installed(relata)).write.parquet(path)
    return spark.read.parquet(path)


@pytest.fixture(scope="module")
def built(relata: str, articles: list[Row], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The graph of ``relata build``, as JSON-LD."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "articles").mkdir()
    for row in articles:
        (folder / "articles" / str(row["id"])).write_text(str(row["text"]), encoding="utf-8")
    run(relata, "build", "articles", "--keep-duplicates", "--output", "graph", folder=folder)
    return (folder / "graph/graph.jsonld").read_text(encoding="utf-8")


def run(relata: str, *arguments: str, folder: Path, formats: str = "jsonld") -> None:
    done = subprocess.run(
        [relata, *arguments, "--format", formats], cwd=folder, capture_output=True
    )
    assert done.returncode == 0, done.stderr


def opened(relata: str, graph: Path, folder: Path) -> str:
    """What ``relata import`` makes of a graph in shards."""
    run(relata, "import", str(graph / "manifest.json"), "--output", "imported", folder=folder)
    return (folder / "imported/graph.jsonld").read_text(encoding="utf-8")


def spread(spark: SparkSession, records: DataFrame, partitions: int) -> DataFrame:
    """The records in as many partitions, in an order of chance."""
    rows = records.collect()
    random.Random(partitions).shuffle(rows)
    return spark.createDataFrame(spark.sparkContext.parallelize(rows, partitions), records.schema)


def test_the_graph_is_that_of_one_machine(
    spark: SparkSession, relata: str, records: DataFrame, built: str, tmp_path: Path
) -> None:
    rows = spread(spark, records, 5)
    steps = Steps(Program.installed(relata))
    graph = resolve(rows, str(tmp_path / "work"), steps)
    counts = write_graph(graph, rows, str(tmp_path / "graph"), steps, FORMATS)
    assert counts["documents"] == rows.count() and counts["statements"] > 100
    # Not compared by pytest, which would print both.
    is_same = opened(relata, tmp_path / "graph", tmp_path) == built
    assert is_same
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
    _, *edges_of_one_machine = records_of(tmp_path / "tables/edges.csv")
    assert len(edges_of_one_machine) == len(records_of(*parts_of(tmp_path / "graph/csv/edges")))


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


def test_what_is_added_is_resolved_as_if_all_were_new(
    spark: SparkSession, relata: str, records: DataFrame, built: str, tmp_path: Path
) -> None:
    steps = Steps(Program.installed(relata), answers=str(tmp_path / "answers"))
    rows = spread(spark, records, 3)
    added = [row["id"] for row in records.orderBy(F.desc("id")).limit(2).collect()]
    resolve(rows.where(~rows["id"].isin(added)), str(tmp_path / "before"), steps)
    asked = answered(spark, tmp_path)
    graph = resolve(rows, str(tmp_path / "after"), steps)
    write_graph(graph, rows, str(tmp_path / "graph"), steps)
    is_same = opened(relata, tmp_path / "graph", tmp_path) == built
    assert is_same
    again = answered(spark, tmp_path)
    # Only what the added documents touch is asked.
    assert again["mentions"] - asked["mentions"] < asked["mentions"] / 2
    assert again["clusters"] - asked["clusters"] < asked["clusters"] / 2
    assert again["merging"] - asked["merging"] < asked["merging"]


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


def test_records_with_identities_are_refused(spark: SparkSession, tmp_path: Path) -> None:
    rows = [("a", bytearray(b"x"), '{"relata": "0.1.0", "identities": "0af"}')]
    records = spark.createDataFrame(rows, "id string, extraction binary, reader string")
    with pytest.raises(RelataError, match="list of identities, which resolution on Spark does not"):
        resolve(records, str(tmp_path / "work"), Steps(Program(driver="none", executor="none")))


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
    none = spark.createDataFrame([], "id string, record string, extraction binary")
    graph = Graph(entities=none, statements=none, contradictions=none)
    with pytest.raises(RelataError, match="is there already"):
        write_graph(graph, none, str(tmp_path / "graph"), Steps(Program.installed(relata)))
    assert not list((tmp_path / "graph").iterdir())
