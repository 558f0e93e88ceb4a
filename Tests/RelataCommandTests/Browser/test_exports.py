"""What the page shows, as files for other programs."""

import csv
import json
import xml.dom.minidom
from typing import Any

from pagetest import PageTest, relata


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


class ExportTests(PageTest):
    def shown_counts(self) -> list[int]:
        """Entities and statements in the picture."""
        counts: list[int] = self.page.app("[x.app.shown.nodes.length, x.app.shown.statementCount]")
        return counts

    def test_svg_is_well_formed(self) -> None:
        xml.dom.minidom.parse(str(self.page.save("svg", "graph.svg")))

    def test_png_is_a_picture(self) -> None:
        image = self.page.save("png", "graph.png").read_bytes()
        self.assertEqual(image[:4], b"\x89PNG")
        self.assertGreater(len(image), 20_000)

    def test_graphml_has_what_is_shown(self) -> None:
        graph = xml.dom.minidom.parse(str(self.page.save("graphml", "graph.graphml")))
        counts = [len(graph.getElementsByTagName(name)) for name in ("node", "edge")]
        self.assertEqual(counts, self.shown_counts())

    def test_jsonld_has_the_context_of_the_command(self) -> None:
        saved = json.loads(self.page.save("jsonld", "graph.jsonld").read_bytes())
        self.assertEqual(saved["@context"], self.page.data["context"])

    def test_jsonld_has_the_statements_that_are_shown(self) -> None:
        saved = json.loads(self.page.save("jsonld", "graph.jsonld").read_bytes())
        statements = [node for node in saved["@graph"] if node["@type"] == "Statement"]
        self.assertEqual(len(statements), self.shown_counts()[1])

    def test_jsonld_refers_to_nothing_that_it_has_not(self) -> None:
        nodes = json.loads(self.page.save("jsonld", "graph.jsonld").read_bytes())["@graph"]
        there = {node["@id"] for node in nodes}
        keys = ("subject", "object", "attribution", "place", "documents")
        said = [value for node in nodes for key in keys for value in as_list(node.get(key))]
        self.assertEqual(set(said) - there, set())

    def test_jsonld_of_what_is_shown_is_read_by_the_command(self) -> None:
        file = self.page.save("jsonld", "graph.jsonld")
        outcome = relata("import", str(file), "--output", str(file.with_name("imported")))
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertIn(f"{self.shown_counts()[1]} statements", outcome.stdout)

    def test_the_whole_graph_is_without_what_is_wrong(self) -> None:
        self.page.choose("statement", 0)
        self.page.click_labelled("#panel-card .correct button", "Wrong")
        nodes = json.loads(self.page.save("whole", "whole-graph.jsonld").read_bytes())["@graph"]
        statements = {node["@id"] for node in nodes if node["@type"] == "Statement"}
        expected = range(1, len(self.page.data["statements"]))
        self.assertEqual(statements, {f"statement:{number}" for number in expected})

    def test_csv_has_a_row_with_its_quote_for_each_statement_that_is_shown(self) -> None:
        with self.page.save("csv", "graph.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual(len(rows), self.shown_counts()[1])
        self.assertTrue(all(row["quote"] for row in rows))
