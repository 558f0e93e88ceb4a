import RelataWords

/// What authors of pages mean by the names they give to classes and ids.
struct PageHints: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  static let body = PageHints(rawValue: 1 << 0)
  static let comments = PageHints(rawValue: 1 << 1)
  static let related = PageHints(rawValue: 1 << 2)
  static let sharing = PageHints(rawValue: 1 << 3)
  static let navigation = PageHints(rawValue: 1 << 4)
  static let notice = PageHints(rawValue: 1 << 5)
  static let about = PageHints(rawValue: 1 << 6)
  static let caption = PageHints(rawValue: 1 << 7)
  static let lead = PageHints(rawValue: 1 << 8)
  static let hidden = PageHints(rawValue: 1 << 9)
  static let listing = PageHints(rawValue: 1 << 10)

  /// What is on the page beside its article.
  static let elsewhere: PageHints = [.comments, .related, .listing, .navigation, .notice]

  static let all: [PageHints] = [
    .body, .comments, .related, .sharing, .navigation, .notice, .about, .caption, .lead, .hidden, .listing,
  ]

  /// Beginnings of the words in names, by what they mean; those of up to four letters are whole words.
  private static let stems: [(hints: PageHints, list: DocumentWordList)] = [
    (.body, .bodyStems),
    (.comments, .commentsStems),
    (.related, .relatedStems),
    (.listing, .listingStems),
    (.sharing, .sharingStems),
    (.navigation, .navigationStems),
    (.notice, .noticeStems),
    (.about, .aboutStems),
    (.caption, .captionStems),
    (.lead, .leadStems),
    (.hidden, .hiddenStems),
  ]

  /// By the word's first two letters.
  private static let index: [UInt16: [(stem: [UInt8], hints: PageHints)]] = {
    var index: [UInt16: [(stem: [UInt8], hints: PageHints)]] = [:]
    for (hints, list) in stems {
      for stem in list.inOrder {
        let bytes = Array(stem.utf8)
        index[UInt16(bytes[0]) << 8 | UInt16(bytes[1]), default: []].append((bytes, hints))
      }
    }
    return index
  }()

  /// - Parameter names: the value of a `class` or `id` attribute in UTF-8; words begin after what is
  ///   no letter and at capitals.
  init(names: ArraySlice<UInt8>) {
    var hints = PageHints()
    var start = names.startIndex
    while start < names.endIndex {
      let first = names[start]
      let isLetter = (0x61...0x7A).contains(first | 0x20)
      let isCapital = first < 0x60
      let before = start > names.startIndex ? names[start - 1] : 0
      let isAfterLetter = (0x61...0x7A).contains(before | 0x20)
      let isBeginning = isLetter && (!isAfterLetter || isCapital && before > 0x60)
      if isBeginning, start + 1 < names.endIndex,
        let stems = Self.index[UInt16(first | 0x20) << 8 | UInt16(names[start + 1] | 0x20)]
      {
        for (stem, hint) in stems where Self.hasPrefix(names[start...], stem) { hints.formUnion(hint) }
      }
      start += 1
    }
    self = hints
  }

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Short stems ("ad", "sr") must be a whole word: others begin too much.
  private static func hasPrefix(_ names: ArraySlice<UInt8>, _ stem: [UInt8]) -> Bool {
    guard names.count >= stem.count else { return false }
    var index = names.startIndex
    for byte in stem {
      if names[index] | 0x20 != byte { return false }
      index += 1
    }
    guard stem.count <= 4, index < names.endIndex else { return true }
    let next = names[index]
    return !(0x61...0x7A).contains(next) || next == 0x73
  }
}
