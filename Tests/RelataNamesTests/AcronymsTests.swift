import RelataNames
import Testing

@Suite struct AcronymsTests {
  private func words(_ name: String) -> [String] { NameWords.searched(name) }

  @Test func ofAnyDocument() {
    #expect(Acronyms.compared(words("Hayat Tahrir al-Sham")) == ["hts", "htas"])
    #expect(Acronyms.compared(words("Islamic State of Iraq and Syria")) == ["isis", "isoias"])
    #expect(Acronyms.compared(words("Siemens Energy AG")) == ["sea", "se"])
    #expect(Acronyms.compared(words("Syria")) == [])
    #expect(Acronyms.compared([]) == [])
  }

  @Test func ofOneDocument() {
    #expect(Acronyms.beside(words("Kurdish Democratic Union Party")) == ["kdup", "kdu"])
    #expect(Acronyms.beside(words("Syria")) == [])
  }

  @Test(
    "what stands for a name in any document stands for it beside it",
    arguments: [
      "Hayat Tahrir al-Sham", "Bank of the West", "Siemens Energy AG", "A and B", "the of",
      "Union of X to Y of Z",
    ])
  func besideIsMore(name: String) {
    #expect(Acronyms.beside(words(name)).isSuperset(of: Acronyms.compared(words(name))))
  }
}
