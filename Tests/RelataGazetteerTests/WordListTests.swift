import RelataGazetteer
import Testing

@Suite struct WordListTests {
  /// A file that has every list, each with one word of its own.
  static let complete = WordList.allCases.map { "\($0)\tword\($0)\n" }.joined()

  static func error(_ text: String) -> GazetteerError? {
    do {
      _ = try WordLists(reading: text, table: "words")
      return nil
    } catch {
      return error
    }
  }

  @Test func everyListIsBuiltIn() throws {
    let words = try WordLists.embedded()
    for list in WordList.allCases { #expect(!words[list].isEmpty, "\(list)") }
    #expect(words[.negations].contains("n't"))
    #expect(words[.exampleAdpositions] == ["such as", "like", "including", "include"])
  }

  @Test func theOrderOfTheFileIsKept() throws {
    let words = try WordLists.embedded()
    #expect(words.inOrder(.months).count == 12)
    #expect(words.inOrder(.months).last == "december")
    #expect(words.inOrder(.weekdays).first == "sunday")
    #expect(words.inOrder(.numbers).prefix(3) == ["one", "two", "three"])
  }

  @Test func underscoresAreSpaces() throws {
    let text = Self.complete.replacing("wordadpositions", with: "in_front_of in")
    let words = try WordLists(reading: text, table: "words")
    #expect(words[.adpositions] == ["in front of", "in"])
  }

  @Test func commentsAndEmptyLinesSayNothing() throws {
    let text = "# negations\tnot\n\n#\n" + Self.complete + "\n# The end."
    #expect(try WordLists(reading: text, table: "words")[.negations] == ["wordnegations"])
  }

  @Test func missingList() {
    let error = Self.error(Self.complete.replacing("months\twordmonths\n", with: ""))
    #expect(error == .missingList(table: "words", name: "months"))
    #expect(error?.description == "words.tsv: the list “months” is missing")
    #expect(Self.error("") == .missingList(table: "words", name: "negations"))
  }

  @Test(arguments: [
    (
      "# A comment.\n\nmonths\tjanuary\nmonths\tmay\n",
      "words.tsv:4: the list “months” is there already in line 3"
    ),
    ("mouths\tjanuary\n", "words.tsv:1: no rule looks in a list “mouths”"),
    ("months\tmay june may\n", "words.tsv:1: “may” stands twice in the list “months”"),
    ("months\t\n", "words.tsv:1: the list “months” has no words"),
    ("months january\n", "words.tsv:1: 1 fields instead of 2"),
    ("months\tjanuary\tmay\n", "words.tsv:1: 3 fields instead of 2"),
  ])
  func wrongLines(text: String, description: String) {
    #expect(Self.error(text)?.description == description)
  }
}
