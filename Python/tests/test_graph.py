"""What can be asked of a graph."""

from __future__ import annotations

import stat
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import networkx
import pytest
from conftest import SEEDS

import relata
from relata import program


def test_a_path_is_made_of_sentences_of_the_documents(graph: relata.Graph) -> None:
    paths = graph.path("Putin", "Aleppo")
    assert paths
    for path in paths:
        assert path.entities[0].name == "Vladimir Putin"
        assert path.entities[-1].name == "Aleppo"
        assert len(path.steps) == len(path.entities) - 1
        for step in path.steps:
            ends = {step.start.id, step.end.id}
            for statement in step.statements:
                assert {statement.subject.id, statement.object.id} == ends
                assert statement.evidence
                for evidence in statement.evidence:
                    text = (SEEDS / evidence.document).read_text(encoding="utf-8")
                    assert evidence.quote in text
                    assert evidence.end - evidence.start == len(evidence.quote)
    assert str(paths[0]).splitlines()[0].startswith("Vladimir Putin · ")


def test_the_options_of_a_path(graph: relata.Graph) -> None:
    first = graph.path("Putin", "Aleppo", count=1)
    assert len(first) == 1
    assert len(graph.path("Putin", "Aleppo", count=5)) > 1
    assert graph.path("Putin", "Aleppo", max_hops=1) == []
    avoided = first[0].entities[1]
    others = graph.path("Putin", "Aleppo", avoid=[avoided.id])
    assert all(avoided not in path.entities for path in others)
    relations = {step.statements[0].relation for step in first[0].steps}
    assert graph.path("Putin", "Aleppo", count=1, relations=relations)
    assert first == graph.path(*(first[0].entities[i] for i in (0, -1)), count=1)


def test_a_path_without_sentences_is_told(tmp_path: Path) -> None:
    file = tmp_path / "network.json"
    file.write_text(
        '{"nodes": [{"id": "Ada"}, {"id": "Omar"}], '
        '"links": [{"source": "Ada", "target": "Omar", "label": "likes"}]}'
    )
    subprocess.run([program.find(), "import", file, "--output", tmp_path], check=True, capture_output=True)
    (path,) = relata.load(tmp_path / "graph.jsonld").path("Ada", "Omar")
    assert str(path).splitlines() == ["Ada · Omar", "  Ada –likes→ Omar"]


def test_names_that_mean_nobody(graph: relata.Graph) -> None:
    with pytest.raises(relata.UnknownEntityError, match="nearest names"):
        graph.path("Atlantis", "Aleppo")


def test_a_name_that_means_several(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text(
        "John Miller met Anna Berg in Paris. The president, Peter Miller, met Anna Berg in London.\n"
    )
    made = relata.build(tmp_path / "news.txt")
    with pytest.raises(relata.AmbiguousEntityError) as caught:
        made.path("Miller", "Anna Berg")
    assert "John Miller" in caught.value.message and "Peter Miller" in caught.value.message


def test_networkx_has_every_statement(graph: relata.Graph) -> None:
    made = graph.to_networkx()
    assert isinstance(made, networkx.MultiDiGraph)
    tables = graph.to_pandas()
    assert set(made.nodes) == set(tables.entities.index)
    assert made.number_of_edges() == len(tables.statements)
    ends = [graph.path("Putin", "Aleppo")[0].entities[i].id for i in (0, -1)]
    hops = networkx.shortest_path_length(made.to_undirected(), *ends)
    assert hops <= len(graph.path("Putin", "Aleppo", shortest=True)[0].steps)


def test_pandas_finds_what_was_captured(graph: relata.Graph) -> None:
    entities, statements = graph.to_pandas()
    captured = statements[statements.relation == "captured"]
    assert "Damascus" in set(captured.object_name)
    assert statements.subject.isin(entities.index).all()
    assert (entities.loc[statements.subject, "name"].to_numpy() == statements.subject_name).all()
    assert all(row.quote == row.evidence[0]["quote"] for row in statements.itertuples())


def test_tables_without_rows(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text(
        "It was raining for the whole of the day, and nobody came.\n"
    )
    tables = relata.build(tmp_path / "empty.txt").to_pandas()
    assert list(tables.statements.columns)[:3] == ["subject", "relation", "object"]
    assert len(tables.statements) == 0


def test_the_drawing_is_svg(graph: relata.Graph) -> None:
    drawing = graph._repr_svg_()
    if drawing is None:
        pytest.skip("there is no Graphviz")
    assert ElementTree.fromstring(drawing).tag == "{http://www.w3.org/2000/svg}svg"
    page = graph._repr_html_()
    assert "5 documents" in page
    assert "<svg" in page and "<?xml" not in page and "<!DOCTYPE" not in page


def without_graphviz(program: str, folder: Path) -> str:
    """A program that does not draw."""
    script = folder / "relata"
    script.write_text(f'#!/bin/sh\n[ "$1" != render ] || exit 69\nexec "{program}" "$@"\n')
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return str(script)


def test_without_graphviz_there_is_a_table(
    program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RELATA", without_graphviz(program, tmp_path))
    (tmp_path / "news.txt").write_text("John <b>Miller & Sons met Anna Berg in Paris on Monday.\n")
    made = relata.build(tmp_path / "news.txt")
    assert made._repr_svg_() is None
    page = made._repr_html_()
    ElementTree.fromstring(page)
    assert "1 document," in page and "<td>" in page and "<b>" not in page


def test_export_writes_what_networkx_reads(graph: relata.Graph, tmp_path: Path) -> None:
    graph.export("graphml", tmp_path / "graph.graphml")
    read = networkx.read_graphml(tmp_path / "graph.graphml")
    assert set(read.nodes) == set(graph.to_networkx().nodes)
    with pytest.raises(relata.RelataError) as caught:
        graph.export("nonsense", tmp_path / "graph")
    assert caught.value.status == relata.Status.USAGE
