"""The card of an entity, and the article beside it."""

from pagetest import PageTest


class ReadingTests(PageTest):
    def setUp(self) -> None:
        super().setUp()
        self.page.choose("entity", self.page.entity("militarybase/khmeimim-air-base"))

    def open_article(self) -> None:
        self.page.click("#panel-card .quote")

    def is_article_open(self) -> bool:
        return not self.page.js("document.getElementById('article').hidden")

    def test_the_card_is_called_after_the_entity(self) -> None:
        self.assertEqual(self.page.card_title(), "Khmeimim Air Base")

    def test_the_card_says_why_names_are_one(self) -> None:
        self.assertIn("spelling or form", self.page.text("#panel-card .names"))

    def test_a_quote_opens_the_article(self) -> None:
        self.open_article()
        self.assertTrue(self.is_article_open())

    def test_the_sentence_is_marked_in_the_article(self) -> None:
        self.open_article()
        quote = self.page.text("#panel-card .quote q")
        self.assertEqual(self.page.text("#article mark.current"), quote)
        self.page.picture("article")

    def test_the_article_is_scrolled_to_the_sentence(self) -> None:
        self.open_article()
        self.assertTrue(
            self.page.js(
                "((m, s) => m.top >= s.top && m.top < s.bottom)("
                "document.querySelector('#article mark.current').getBoundingClientRect(),"
                "document.querySelector('#article .scroller').getBoundingClientRect())"
            )
        )

    def test_escape_closes_the_article(self) -> None:
        self.open_article()
        self.page.key("Escape")
        self.assertFalse(self.is_article_open())
