import Foundation
import RelataNames
import RelataTestSupport
import Testing

@Suite("Foldings of names, for random names")
struct FoldingPropertyTests {
  /// Names as no one writes them: letters, marks and signs of all kinds.
  private func name(_ random: inout SeededGenerator, ascii: Bool = false) -> String {
    let plain = [
      "a", "s", "S", "t", "U", "ra", "the ", "al", "1", "of", "'", "`", "'s", "'S", ".", "-", " ", ",", "&",
      "(", "+",
    ]
    let others = [
      "é", "e\u{301}", "ß", "ø", "ı", "İ", "ə", "Ə", "ŋ", "œ", "ł", "й", "и\u{306}", "Ё", "Е\u{308}", "ї",
      "ж", "ὰ", "ά", "ω", "შ",
      "’", "’s", "ʿ", "ʼ", "\u{200D}", "\u{AD}", "–", "“", "\u{A0}", "中", "ش", "\u{64E}", "दे", "ǅ", "ﬁ", "½",
      "😀",
    ]
    let pieces = ascii ? plain : plain + others
    return (0..<random.number(12)).map { _ in random.choice(pieces) }.joined()
  }

  @Test("folding twice is folding once", arguments: 0..<40)
  func twice(seed: Int) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let name = name(&random)
      for fold in [NameFolding.fold, NameWords.folded, searched] {
        let once = fold(name)
        #expect(fold(once) == once, "\(name)")
      }
      let label = LabelFolding.fold(name)
      #expect(LabelFolding.fold(label) == label, "\(name)")
    }
  }

  @Test("names that are compared as equal are found by each other", arguments: 0..<40)
  func searchFindsWhatComparisonJoins(seed: Int) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let name = name(&random)
      let folded = NameWords.folded(name)
      // What it is folded to is a name that comparison joins it with.
      #expect(FoldedName(folded).spelling == FoldedName(name).spelling, "\(name)")
      // So is this one.
      let other = rewritten(name, &random)
      if NameWords.folded(other) == folded {
        #expect(FoldedName(other).spelling == FoldedName(name).spelling, "\(name) | \(other)")
      }
    }
  }

  @Test("case, marks written apart and apostrophes make no difference", arguments: 0..<40)
  func rewriting(seed: Int) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let name = name(&random)
      let apart = name.decomposedStringWithCanonicalMapping
      #expect(NameFolding.fold(apart) == NameFolding.fold(name), "\(name)")
      #expect(NameWords.folded(apart) == NameWords.folded(name), "\(name)")
      #expect(FoldedName(apart) == FoldedName(name), "\(name)")
      #expect(FoldedName(name.replacing("’", with: "'")) == FoldedName(name), "\(name)")
      #expect(NameFolding.fold(name.replacing("’", with: "'")) == NameFolding.fold(name), "\(name)")
    }
  }

  @Test("the fast way for ASCII is the way for all", arguments: 0..<40)
  func ascii(seed: Int) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let name = name(&random, ascii: true)
      #expect(NameWords.searched(name) + ["ae"] == NameWords.searched(name + " æ"), "\(name)")
    }
  }

  @Test(
    "words come in the order of the name, and folding each by itself is folding the name", arguments: 0..<20)
  func order(seed: Int) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let words = (0..<(1 + random.number(4))).map { _ in
        random.choice(["Ærø", "bin", "Łódź", "X", "Sergei", "Ёж", "O’Brien", "A&B"])
      }
      let parts = words.flatMap(NameWords.searched)
      #expect(NameWords.searched(words.joined(separator: " ")) == parts)
      #expect(
        NameWords.split(words.joined(separator: " ")).map(\.text)
          == words.flatMap { NameWords.split($0).map(\.text) })
    }
  }

  private func searched(_ name: String) -> String { FoldedName(name).words.joined(separator: " ") }

  private func rewritten(_ name: String, _ random: inout SeededGenerator) -> String {
    switch random.number(4) {
    case 0: name.uppercased()
    case 1: name.replacing(" ", with: "-")
    case 2: "“" + name + "”"
    default: name.replacing("'", with: "")
    }
  }
}
