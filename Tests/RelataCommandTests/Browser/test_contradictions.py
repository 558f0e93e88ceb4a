"""What the articles disagree about."""

from pagetest import PageTest


class ContradictionTests(PageTest):
    def test_both_sides_stand_beside_each_other(self) -> None:
        self.page.click("#tab-contradictions")
        self.page.click("#panel-contradictions .path")
        self.assertGreaterEqual(self.page.count("#panel-contradictions .sides section"), 2)
        self.page.picture("contradiction")
