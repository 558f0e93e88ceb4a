"""Paths between two entities: those of `relata path`, each step with its sentence."""

from functools import cache
from typing import Any

from pagetest import PageTest, relata_json, setting


@cache
def paths_of_the_command() -> list[dict[str, Any]]:
    graph = str(setting("EXPLORER_GRAPH"))
    paths: list[dict[str, Any]] = relata_json(
        "path", "Vladimir Putin", "Aleppo", "--json", "--from-graph", graph
    )["paths"]
    return paths


class PathTests(PageTest):
    def setUp(self) -> None:
        super().setUp()
        self.expected = paths_of_the_command()
        putin = self.page.entity("person/vladimir-putin")
        self.page.app(f"Object.assign(x.state.path, {{from: {putin}, to: -1}})")
        self.page.click("#tab-paths")
        self.page.search_in("#path-to", "Aleppo", "#panel-paths [role=option]")
        self.page.key("Enter")

    def found(self) -> list[dict[str, Any]]:
        paths: list[dict[str, Any]] = self.page.app(
            "x.state.path.found.map(p => ({cost: p.cost, confidence: p.confidence,"
            " hops: p.hops.map(h => h.steps.map(s => [s.statement, s.isForward]))}))"
        )
        return paths

    def described(self, statement: int, is_forward: bool) -> tuple[Any, ...]:
        """A statement of the page as the command tells it: direction, relation, places."""
        data = self.page.data
        row = data["statements"][statement]
        places = [(data["documents"][e[0]][0], e[1], e[2]) for e in row[12]]
        return ("forward" if is_forward else "backward", data["relations"][row[1]][0], places)

    def test_they_are_as_many(self) -> None:
        self.assertEqual(len(self.found()), len(self.expected))

    def test_they_cost_the_same(self) -> None:
        for ours, theirs in zip(self.found(), self.expected):
            self.assertAlmostEqual(ours["cost"], theirs["cost"], 3)

    def test_they_are_as_sure(self) -> None:
        for ours, theirs in zip(self.found(), self.expected):
            self.assertAlmostEqual(ours["confidence"], theirs["confidence"], 3)

    def test_they_go_by_the_same_statements_and_sentences(self) -> None:
        ours = [
            [[self.described(*step) for step in hop] for hop in path["hops"]]
            for path in self.found()
        ]
        theirs = [
            [
                [
                    (
                        statement["direction"],
                        statement["relation"],
                        [(e["document"], e["start"], e["end"]) for e in statement["evidence"]],
                    )
                    for statement in step["statements"]
                ]
                for step in path["steps"]
            ]
            for path in self.expected
        ]
        self.assertEqual(ours, theirs)

    def quotes(self) -> list[str]:
        found: list[str] = self.page.js(
            "[...document.querySelectorAll('#panel-paths .step > .quote q')]"
            ".map(q => q.textContent)"
        )
        return found

    def test_each_step_has_the_quote_of_the_command(self) -> None:
        steps = self.expected[0]["steps"]
        theirs = [step["statements"][0]["evidence"][0]["quote"] for step in steps]
        self.assertEqual(self.quotes(), theirs)

    def test_the_first_sentence_is_marked_in_the_article_beside_it(self) -> None:
        self.assertEqual(self.page.text("#article mark.current"), self.quotes()[0])

    def test_stepping_on_marks_the_next_sentence(self) -> None:
        self.page.click("#step-on")
        self.assertEqual(self.page.text("#article mark.current"), self.quotes()[1])
        self.page.picture("path")

    def test_paths_can_be_asked_to_respect_time(self) -> None:
        self.page.click("#path-timed")
        self.assertTrue(self.page.app("x.state.path.isTimed"))
