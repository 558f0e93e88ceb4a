import Foundation
import RelataDocuments
import Testing

@Suite struct LanguageIdentifierTests {
  let identifier: LanguageIdentifier

  init() throws { identifier = try LanguageIdentifier() }

  static let paragraphs: [(code: String, text: String)] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/LanguageID/paragraphs.tsv")
    let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
    return lines.map { line in
      let fields = line.split(separator: "\t")
      return (String(fields[0]), String(fields[1]))
    }
  }()

  @Test func thereAreParagraphs() { #expect(Self.paragraphs.count == 39) }

  @Test(arguments: paragraphs.map(\.code))
  func namesTheLanguageOfAParagraph(code: String) throws {
    let text = try #require(Self.paragraphs.first { $0.code == code }).text
    #expect(identifier.language(of: text)?.code == code)
    #expect(identifier.foreignLanguage(of: text)?.code == code)
  }

  @Test func saysTheNameInEnglish() throws {
    let text = try #require(Self.paragraphs.first { $0.code == "fr" }).text
    #expect(identifier.foreignLanguage(of: text)?.name == "French")
  }

  static let english = [
    "Ahmed al-Sharaa met Sergei Lavrov and Mikhail Bogdanov in Damascus.",
    "Nikoloz Basilashvili beat Zizou Bergs, Botic van de Zandschulp and Hubert Hurkacz in Doha.",
    "PRIME MINISTER PHẠM MINH CHÍNH VISITS ULAANBAATAR FOR TALKS WITH KHÜRELSÜKH",
    "“Liberté, égalité, fraternité” was what the banner said that supporters of Jean-Luc Mélenchon carried through Lyon.",
    "In São Paulo, Luiz Inácio Lula da Silva told reporters that Petrobras would not sell its refineries.",
    "The goalkeeper was Gianluigi Donnarumma; the defenders were Di Lorenzo, Bastoni, Acerbi and Dimarco.",
    "The function `let x = readLine()` returns nil at the end of the file.\n\nguard let line else { return }",
    "The president of Poland, Andrzej Duda (Polish: Andrzej Sebastian Duda), visited Bydgoszcz, Toruń and Włocławek.",
  ]

  @Test(arguments: english)
  func leavesEnglishFullOfNamesAlone(text: String) {
    #expect(identifier.foreignLanguage(of: text) == nil)
  }

  @Test(arguments: ["", "...", "12 345 678,90", "OK", "Très bien", "— 1 — 2 — 3 —", "\u{FFFD}\u{FFFD}"])
  func saysNothingOfTooFewLetters(text: String) {
    #expect(identifier.language(of: text) == nil)
    #expect(identifier.foreignLanguage(of: text) == nil)
  }

  /// Too few letters of a script that many languages share, enough of one that a single language has.
  @Test func shortTextsAreForeignByTheirScriptAlone() {
    #expect(identifier.foreignLanguage(of: "Coordinates: 33°47′N 44°30′E / 33.783°N 44.500°E") == nil)
    #expect(identifier.foreignLanguage(of: "新医院将于下个月开业")?.code == "zh")
  }

  static let report = """
    The health minister said on Tuesday that the new hospital in the north of the city would open next month. Work began \
    three years ago and cost far more than planned, and two of the companies that won the contracts have since gone bankrupt.

    Doctors' unions welcomed the date but said that there were not enough nurses for its four hundred beds. The ministry \
    answered that eighty nurses from the old hospital would move, and that as many again would be hired by the summer.
    """

  @Test func aForeignParagraphLeavesAnArticleEnglish() throws {
    let quotation = try #require(Self.paragraphs.first { $0.code == "fr" }).text
    let text = Self.report + "\n\n" + quotation
    #expect(identifier.language(of: text)?.code == "en")
    #expect(identifier.foreignLanguage(of: text) == nil)
    let french = try #require(identifier.shares(of: text).first { $0.code == "fr" })
    #expect((0.1...0.4).contains(french.probability))
  }

  @Test func anEnglishParagraphLeavesAnArticleForeign() throws {
    let paragraph = try #require(Self.paragraphs.first { $0.code == "de" }).text
    let text = Array(repeating: paragraph, count: 8).joined(separator: "\n\n") + "\n\n" + Self.report
    #expect(identifier.foreignLanguage(of: text)?.code == "de")
  }

  @Test func sharesAddUp() {
    let shares = identifier.shares(of: Self.paragraphs.map(\.text).joined(separator: "\n\n"))
    #expect(shares.count > 10)
    #expect(shares.map(\.probability) == shares.map(\.probability).sorted(by: >))
    #expect((0.9...1.0001).contains(shares.map(\.probability).reduce(0, +)))
  }

  @Test func decomposedLettersAreRead() throws {
    let text = try #require(Self.paragraphs.first { $0.code == "vi" }).text
      .decomposedStringWithCanonicalMapping
    #expect(identifier.foreignLanguage(of: text)?.code == "vi")
  }

  @Test func capitalsAreRead() throws {
    let text = try #require(Self.paragraphs.first { $0.code == "cs" }).text.uppercased()
    #expect(identifier.foreignLanguage(of: text)?.code == "cs")
  }

  /// A long text is sampled: it must not matter where the stretches cut scalars in
  /// half, and the end counts too.
  @Test func longTextsAreSampled() throws {
    let foreign = try #require(Self.paragraphs.first { $0.code == "ru" }).text
    let long = String(repeating: foreign + "\n\n", count: 2_000)
    #expect(long.utf8.count > 500_000)
    #expect(identifier.language(of: long)?.code == "ru")
    let shares = identifier.shares(of: String(repeating: Self.report + "\n\n", count: 800) + long)
    #expect(shares.contains { $0.code == "ru" && $0.probability > 0.2 })
    #expect(shares.contains { $0.code == "en" && $0.probability > 0.2 })
  }

  @Test func substringsAreTexts() {
    #expect(identifier.language(of: Self.report.prefix(100))?.code == "en")
  }
}
