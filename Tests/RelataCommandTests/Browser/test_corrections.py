"""What a person corrects, takes back, saves and loads again."""

from typing import Any

import yaml
from pagetest import PageTest

FORM = "#panel-card details.correct"


class CorrectionTests(PageTest):
    def setUp(self) -> None:
        super().setUp()
        self.hmeimim = self.page.entity("city/hmeimim")
        relations = [row[0] for row in self.page.data["relations"]]
        captured = relations.index("captured")
        of_statements = [row[1] for row in self.page.data["statements"]]
        self.statement = of_statements.index(captured)

    # What a person does

    def merge_the_two_spellings(self) -> None:
        self.page.choose("entity", self.hmeimim)
        self.page.js(f"document.querySelector('{FORM}').open = true")
        self.page.search_in(
            f"{FORM} input[type=search]", "Khmeimim Air", "#panel-card [role=option]"
        )
        self.page.key("Enter")

    def strike_the_statement(self) -> None:
        self.page.choose("statement", self.statement)
        self.page.click_labelled("#panel-card .correct button", "Wrong")

    def give_the_statement_another_relation(self) -> None:
        self.page.set_value("#panel-card .correct select", "besieged")
        self.page.click_labelled("#panel-card .correct button", "Apply")

    def turn_the_statement_round(self) -> None:
        self.page.click_labelled("#panel-card .correct button", "Turn round")

    def rename_retype_and_split_the_group(self) -> None:
        self.page.choose("entity", self.page.entity("armedgroup/hayat-tahrir-al-sham"))
        self.page.js(f"document.querySelector('{FORM}').open = true")
        self.page.set_value(f"{FORM} input[type=text]", "HTS “x” \\ \n")
        self.page.click(f"{FORM} button", 0)
        self.page.set_value(f"{FORM} select", "PoliticalParty")
        self.page.click(f"{FORM} button", 1)
        self.page.click(f"{FORM} input[type=checkbox]", 1)
        self.page.click(f"{FORM} button", self.page.count(f"{FORM} button") - 1)

    def make_all_seven(self) -> None:
        self.merge_the_two_spellings()
        self.strike_the_statement()
        self.give_the_statement_another_relation()
        self.turn_the_statement_round()
        self.rename_retype_and_split_the_group()

    def load(self, file: str) -> None:
        self.page.call("DOM.enable")
        root = self.page.call("DOM.getDocument")["root"]["nodeId"]
        field = self.page.call("DOM.querySelector", nodeId=root, selector="#load-corrections")
        self.page.call("DOM.setFileInputFiles", nodeId=field["nodeId"], files=[file])

    # What there is then

    def entity_count(self) -> int:
        return int(self.page.app("x.app.model.order.length"))

    def saved(self) -> list[dict[str, Any]]:
        file = yaml.safe_load(self.page.save_corrections().read_text(encoding="utf-8"))
        corrections: list[dict[str, Any]] = file["corrections"]
        return corrections

    def test_merging_leaves_one_of_two(self) -> None:
        before = self.entity_count()
        self.merge_the_two_spellings()
        self.assertEqual(self.entity_count(), before - 1)

    def test_the_card_of_the_one_has_the_names_of_both(self) -> None:
        self.merge_the_two_spellings()
        card = self.page.text("#panel-card")
        self.assertIn("Khmeimim", card)
        self.assertIn("Hmeimim airbase", card)

    def test_a_statement_that_is_wrong_leaves_the_graph(self) -> None:
        self.strike_the_statement()
        self.assertEqual(self.page.app(f"x.app.kept[{self.statement}]"), 0)

    def test_all_are_listed(self) -> None:
        self.make_all_seven()
        self.page.click("#tab-corrections")
        self.assertEqual(self.page.count("#panel-corrections ol li"), 7)
        self.page.picture("corrections")

    def test_the_file_has_them_in_their_order(self) -> None:
        self.make_all_seven()
        actions = [correction["action"] for correction in self.saved()]
        self.assertEqual(
            actions, ["merge", "wrong", "relation", "direction", "rename", "retype", "split"]
        )

    def test_a_merge_names_both(self) -> None:
        self.merge_the_two_spellings()
        identifiers = [entity["id"] for entity in self.saved()[0]["entities"]]
        self.assertEqual(identifiers, ["city/hmeimim", "militarybase/khmeimim-air-base"])

    def test_a_statement_is_told_by_its_sentence(self) -> None:
        self.strike_the_statement()
        quote = self.saved()[0]["evidence"][0]["quote"]
        self.assertEqual(quote, self.page.quote(self.statement))

    def test_all_can_be_taken_back(self) -> None:
        before = self.entity_count()
        self.make_all_seven()
        self.page.click("#tab-corrections")
        for _ in range(7):
            self.page.click_labelled("#panel-corrections .actions button", "Undo the last")
        self.assertEqual(self.entity_count(), before)
        self.assertEqual(self.page.app("x.state.corrections.length"), 0)

    def test_a_file_that_is_loaded_is_saved_the_same(self) -> None:
        self.make_all_seven()
        count = self.entity_count()
        file = self.page.save_corrections()
        saved = file.read_text(encoding="utf-8")
        kept = file.with_name("kept.yaml")
        kept.write_text(saved, encoding="utf-8")
        self.page.open()
        self.load(str(kept))
        self.page.wait_for("relataExplorer.state.corrections.length === 7", 5)
        self.assertEqual(self.entity_count(), count)
        self.assertEqual(self.page.save_corrections().read_text(encoding="utf-8"), saved)
