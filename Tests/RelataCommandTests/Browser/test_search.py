"""Searching for entities by any spelling."""

import json

from pagetest import PageTest

OPTIONS = "#searching [role=option]"


class SearchTests(PageTest):
    def test_slash_goes_to_the_search(self) -> None:
        self.page.key("/")
        self.assertEqual(self.page.focused(), "search")

    def test_other_spellings_are_understood(self) -> None:
        for query, name in [
            ("Hmeimim", "Hmeimim"),
            ("hmeimim airbase", "Khmeimim Air Base"),
            ("putin", "Vladimir Putin"),
            ("V. Putin", "Vladimir Putin"),
            ("HTS", "Hayat Tahrir al-Sham"),
            ("Damascsu", "Damascus"),
            ("Tartous", "Tartus"),
            ("jolani", "Ahmed Hussein al-Sharaa"),
            ("shara'a", "Ahmed Hussein al-Sharaa"),
        ]:
            with self.subTest(query):
                matches = f"x.app.names.list({json.dumps(query)}, 3)"
                found = self.page.app(f"{matches}.map(m => x.app.model.entities[m.entity].name)")
                self.assertIn(name, found)

    def test_the_list_opens_while_one_types(self) -> None:
        self.page.search_in("#search", "Hmeimim", OPTIONS)
        expanded = "document.getElementById('search').getAttribute('aria-expanded')"
        self.assertEqual(self.page.js(expanded), "true")

    def test_similar_names_are_offered_too(self) -> None:
        self.page.search_in("#search", "Hmeimim", OPTIONS)
        self.assertIn("Khmeimim", self.page.text("#searching .found"))

    def test_enter_opens_the_card(self) -> None:
        self.page.search_in("#search", "Hmeimim", OPTIONS)
        self.page.key("Enter")
        self.assertIn("Hmeimim", self.page.card_title())
