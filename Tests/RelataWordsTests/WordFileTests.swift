import RelataWords
import Testing

@Suite("Files of lists of words")
struct WordFileTests {
  @Test("a line is a list, in its order")
  func lines() {
    let file = WordFile(reading: "# numbers\tnone\n\nnumbers\tone two three\nplaces\there\n")
    #expect(file.names == ["numbers", "places"])
    #expect(file["numbers"] == ["one", "two", "three"])
    #expect(file["places"] == ["here"])
    #expect(file["times"].isEmpty)
  }

  @Test("underscores are spaces, inside an entry and at its ends")
  func spaces() {
    #expect(
      WordFile(reading: "a\tsee_also _min_read more_on_\n")["a"] == ["see also", " min read", "more on "])
  }

  @Test("lines without a tab, or with two, are no lists", arguments: ["a one two", "a\tone\ttwo"])
  func noLists(line: String) {
    #expect(WordFile(reading: line).names.isEmpty)
  }

  @Test("a list that is there twice is named twice, for whoever checks")
  func twice() {
    let file = WordFile(reading: "a\tone\na\ttwo\n")
    #expect(file.names == ["a", "a"])
    #expect(file["a"] == ["one", "two"])
  }
}
