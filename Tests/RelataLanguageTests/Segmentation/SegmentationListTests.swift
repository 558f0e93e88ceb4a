import Testing

@testable import RelataLanguage

/// The file of the lists of words that segmentation looks in.
@Suite struct SegmentationListTests {
  @Test func everyListIsThereOnce() {
    let names = SegmentationList.rows.map(\.name)
    #expect(names.sorted() == SegmentationList.allCases.map(\.rawValue).sorted())
  }

  @Test(arguments: SegmentationList.allCases) func noWordIsThereTwice(list: SegmentationList) {
    #expect(!list.inOrder.isEmpty)
    #expect(list.words.count == list.inOrder.count)
  }

  @Test(arguments: SegmentationList.allCases) func wordsAreInLowerCase(list: SegmentationList) {
    guard list != .degrees else { return }
    for word in list.inOrder { #expect(word == word.lowercased()) }
  }

  @Test func phrasesKeepTheirSpaces() {
    #expect(SegmentationList.frameParts.words.contains(" min read"))
    #expect(SegmentationList.frameBeginnings.words.isSuperset(of: ["more on ", "read more"]))
    #expect(SegmentationList.months.inOrder.firstIndex(of: "march") == 2)
  }
}
