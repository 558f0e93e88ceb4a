import RelataWords
import Testing

@testable import RelataDocuments
@testable import RelataExtraction
@testable import RelataLanguage
@testable import RelataNames
@testable import RelataQuestions
@testable import RelataResolution

@Suite("The lists of words that code looks in are those of the files")
struct EmbeddedWordListTests {
  static let kinds: [any EmbeddedWordList.Type] = [
    CoreferenceWordList.self, DocumentWordList.self, LemmatizationList.self, NameWordList.self,
    PersonWordList.self, QuestionWordList.self, ResolutionWordList.self, SegmentationList.self,
    TokenizationList.self,
  ]

  private func names(_ kind: (some EmbeddedWordList).Type) -> [String] { kind.allCases.map(\.rawValue) }

  @Test("each list is in its file, once, and no other")
  func everyListIsThereOnce() {
    for kind in Self.kinds { #expect(kind.file.names.sorted() == names(kind).sorted(), "\(kind)") }
  }

  @Test("every file belongs to an enumeration")
  func everyFileIsUsed() {
    let used = Self.kinds.map { Set($0.file.names) }
    for name in WordFile.Name.allCases { #expect(used.contains(Set(WordFile(name).names)), "\(name)") }
  }

  @Test("no list is empty or has a word twice", arguments: WordFile.Name.allCases)
  func wordsAreThereOnce(name: WordFile.Name) {
    let file = WordFile(name)
    for list in file.names {
      #expect(!file[list].isEmpty, "\(list)")
      #expect(Set(file[list]).count == file[list].count, "\(list)")
    }
  }

  @Test("words are in lower case but for single capitals and degrees", arguments: WordFile.Name.allCases)
  func wordsAreInLowerCase(name: WordFile.Name) {
    let file = WordFile(name)
    for list in file.names where list != "capitalUnits" && list != "degrees" {
      for word in file[list] { #expect(word == word.lowercased(), "\(list)") }
    }
  }

  @Test("what has several parts has them")
  func parts() {
    #expect(QuestionWordList.months.inOrder.firstIndex(of: "march") == 2)
    #expect(ResolutionWordList.longLegalForms.inOrder.first == "open joint stock company")
    #expect(ResolutionWordList.expansions.pairs.count == ResolutionWordList.expansions.inOrder.count)
    #expect(ResolutionWordList.tens.pairs.allSatisfy { Int($0.meaning) != nil })
    #expect(TokenizationList.contractions.inOrder.allSatisfy { $0.split(separator: "-").count == 2 })
  }
}
