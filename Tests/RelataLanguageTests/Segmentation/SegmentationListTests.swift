import RelataWords
import Testing

@testable import RelataLanguage

/// The file of the lists of words that segmentation looks in.
@Suite struct SegmentationListTests {
  @Test func phrasesKeepTheirSpaces() {
    #expect(SegmentationList.frameParts.words.contains(" min read"))
    #expect(SegmentationList.frameBeginnings.words.isSuperset(of: ["more on ", "read more"]))
    #expect(SegmentationList.months.inOrder.firstIndex(of: "march") == 2)
  }
}
