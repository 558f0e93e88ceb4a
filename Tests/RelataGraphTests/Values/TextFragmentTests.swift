import RelataGraph
import Testing

@Suite struct TextFragmentTests {
  private let page = "https://example.org/news"

  @Test func shortQuotesStandWhole() {
    #expect(TextFragment.link(to: page, quote: "met in Oslo") == page + "#:~:text=met%20in%20Oslo")
  }

  @Test func whatMeansSomethingInADirectiveIsEncoded() {
    #expect(
      TextFragment.link(to: page, quote: "Anne-Marie, Smith & Sons: 5%")
        == page + "#:~:text=Anne%2DMarie%2C%20Smith%20%26%20Sons%3A%205%25")
  }

  @Test func lettersOutsideOfASCIIAreEncodedAsUTF8() {
    #expect(TextFragment.link(to: page, quote: "Łódź") == page + "#:~:text=%C5%81%C3%B3d%C5%BA")
  }

  @Test func longQuotesAreGivenByTheirEnds() {
    let quote = (1...40).map { "w\($0)" }.joined(separator: " ")
    #expect(
      TextFragment.link(to: page, quote: quote)
        == page + "#:~:text=w1%20w2%20w3%20w4%20w5,w36%20w37%20w38%20w39%20w40")
  }

  @Test func quotesOverParagraphsAndCellsAreGivenByTheirEnds() {
    #expect(
      TextFragment.link(to: page, quote: "One two.\n\nThree four.") == page
        + "#:~:text=One%20two.,Three%20four.")
    #expect(TextFragment.link(to: page, quote: "Seats | 120") == page + "#:~:text=Seats,120")
  }

  @Test func lineBreaksWithinAParagraphAreSpaces() {
    #expect(TextFragment.link(to: page, quote: " met\n in  Oslo ") == page + "#:~:text=met%20in%20Oslo")
  }

  @Test func fragmentsStayAndOldDirectivesGo() {
    #expect(TextFragment.link(to: page + "#top", quote: "Oslo") == page + "#top:~:text=Oslo")
    #expect(TextFragment.link(to: page + "#", quote: "Oslo") == page + "#:~:text=Oslo")
    #expect(TextFragment.link(to: page + "#top:~:text=Bergen", quote: "Oslo") == page + "#top:~:text=Oslo")
  }

  @Test func scriptsWithoutSpacesAreCut() {
    let quote = String(repeating: "首相", count: 10) + String(repeating: "会談", count: 10)
    let link = TextFragment.link(to: page, quote: quote)
    #expect(link.hasPrefix(page + "#:~:text=%E9%A6%96%E7%9B%B8"))
    #expect(link.hasSuffix("%E4%BC%9A%E8%AB%87"))
    #expect(link.contains { $0 == "," })
  }

  @Test func anEmptyQuoteIsTheAddress() { #expect(TextFragment.link(to: page, quote: " \n") == page) }
}
