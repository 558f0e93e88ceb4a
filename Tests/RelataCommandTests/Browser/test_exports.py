"""What the page shows, as files for other programs."""

import csv
import json
import xml.dom.minidom

from pagetest import PageTest


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

    def test_csv_has_a_row_with_its_quote_for_each_statement_that_is_shown(self) -> None:
        with self.page.save("csv", "graph.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual(len(rows), self.shown_counts()[1])
        self.assertTrue(all(row["quote"] for row in rows))
