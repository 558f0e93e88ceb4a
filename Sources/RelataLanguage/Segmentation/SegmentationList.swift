import CRelataModel

/// The lists of English words that segmentation looks in. The comments in `segmentation.tsv` say what each is for.
///
/// Which words those are is data, so that a list can be read, judged and mended without reading code.
enum SegmentationList: String, CaseIterable, Sendable {
  // Datelines.
  case agencies, agencyKinds, functionWords, labels, placesWithArticle, degrees, placeParticles,
    placePrepositions, months, weekdays

  // Lines above an article with its date and author.
  case publishingWords, updatingWords, wordsBesideDates, authorLineWords, wordsBeforeToldDates, dateLineWords,
    dateLineBeginnings, bylineWords

  // Where sentences begin and end.
  case sentenceStarters, wordsThatCannotEnd, abbreviationsThatLeadOn, speechVerbs, wordsAfterTimes,
    domainEndings, nameArticles, finiteVerbs

  // What web pages print around their articles.
  case linkSections, commentSections, frameLines, frameBeginnings, frameParts

  /// The words in the order of the file.
  /// - Complexity: O(1).
  var inOrder: [String] { Self.embedded[rawValue] ?? [] }

  /// The words without their order.
  /// - Complexity: O(*n*) for *n* words: keep the result.
  var words: Set<String> { Set(inOrder) }

  private static let embedded = Dictionary(rows.map { ($0.name, $0.words) }, uniquingKeysWith: +)

  /// The lines of the file that are lists, as they stand: that each list is there once is for the tests to say.
  static var rows: [(name: String, words: [String])] {
    let bytes = UnsafeBufferPointer(start: relata_segmentation_data(), count: relata_segmentation_size())
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard !line.hasPrefix("#"), fields.count == 2 else { return nil }
      let words = fields[1].split(separator: " ").map { String($0.map { $0 == "_" ? " " : $0 }) }
      return (String(fields[0]), words)
    }
  }
}
