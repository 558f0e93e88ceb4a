/// Units → what they are, by their shape, their words, their neighbours and their repetition.
///
/// The rules are general: what ends like a sentence and is long enough is prose; what does not is a heading
/// where prose follows, else boilerplate; what pages are known to print around articles, what is repeated,
/// and what has no verb is boilerplate.
struct TextUnitClassifier {
  let scalars: [Unicode.Scalar]
  private let units: [TextUnit]
  private let features: [TextUnitFeatures]
  private var kinds: [BlockKind?]

  /// Headings longer than this are captions or pull quotes.
  private static let longestHeading = 16

  init(units: [TextUnit], scalars: [Unicode.Scalar]) {
    self.units = units
    self.scalars = scalars
    features = units.map { TextUnitFeatures($0, in: scalars) }
    kinds = units.map(\.marked)
  }

  /// - Complexity: O(*n*) for *n* scalars.
  mutating func classify() -> [BlockKind] {
    markBoilerplate()
    markRepetitions()
    markPosts()
    for index in units.indices where kinds[index] == nil && !features[index].isFragment {
      kinds[index] = isBareCaption(index) ? .boilerplate : .prose
    }
    markSections()
    let prose = kinds.indices.filter { kinds[$0] == .prose }
    markOpening(until: prose.first ?? units.count)
    for index in units.indices where kinds[index] == nil {
      kinds[index] = isInnerHeading(index, lastProse: prose.last ?? -1) ? .heading : .boilerplate
    }
    return kinds.map { $0 ?? .prose }
  }

  private mutating func markBoilerplate() {
    for index in units.indices
    where kinds[index] == nil && (features[index].isBoilerplate || features[index].isPullQuote) {
      kinds[index] = .boilerplate
    }
  }

  /// Lines that come twice, and lines that begin with such a one (a caption with its credit).
  private mutating func markRepetitions() {
    var counts: [String: Int] = [:]
    for feature in features where feature.isShort { counts[feature.line, default: 0] += 1 }
    var seen: Set<String> = []
    for index in units.indices where kinds[index] == nil && features[index].isShort {
      let line = features[index].line
      if counts[line, default: 0] > 1 {
        // A sentence said twice is still said once.
        let isProse = features[index].endsSentence && VerbCues.holdsVerb(scalars, units[index].range)
        if isProse, seen.insert(line).inserted { continue }
        // The title may come again in the page's frame.
        if index == 0, !features[index].endsSentence { continue }
        kinds[index] = .boilerplate
      } else if let first = Self.firstSentence(line), counts[first, default: 0] > 1 {
        kinds[index] = .boilerplate
      }
    }
  }

  /// What stands before the first `. `, with its stop; nil for a line of one sentence.
  private static func firstSentence(_ line: String) -> String? {
    let parts = line.split(separator: ". ", maxSplits: 1)
    return parts.count == 2 ? parts[0] + "." : nil
  }

  private mutating func markPosts() {
    for index in units.indices where features[index].isPost {
      kinds[index] = .boilerplate
      guard features[index].isSignature, index > 0 else { continue }
      let before = features[index - 1]
      if !units[index].hasBlankBefore || before.line.contains("t.co/") || before.line.contains("#") {
        kinds[index - 1] = .boilerplate
      }
    }
  }

  /// A short paragraph of one sentence without a verb.
  private func isBareCaption(_ index: Int) -> Bool {
    let feature = features[index]
    guard feature.isShort, feature.words <= 18, !feature.endsWithColon else { return false }
    let range = units[index].range
    guard let last = scalars[range].last, last == "." || last == ")" else { return false }
    return !VerbCues.holdsVerb(scalars, range)
  }

  /// What stands under "Related Stories" or "Comments".
  private mutating func markSections() {
    let total = units.indices.reduce(0) { $0 + (kinds[$1] == .prose ? features[$1].words : 0) }
    var before = 0
    var section: Boilerplate.Section?
    for index in units.indices {
      if let opened = features[index].section, kinds[index] != .heading || opened == .comments || before > 0 {
        if opened == .links || before * 4 >= total {
          section = opened
          kinds[index] = .boilerplate
          continue
        }
      }
      switch section {
      case .comments?: kinds[index] = .boilerplate
      case .links?:
        let isAfterList = index > 0 && units[index - 1].isListItem && !units[index].isListItem
        if kinds[index] == .prose, features[index].words >= 25 || isAfterList {
          section = nil
        } else if kinds[index] == .heading, features[index].section == nil {
          section = nil
        } else {
          kinds[index] = .boilerplate
        }
      case nil: break
      }
      if kinds[index] == .prose { before += features[index].words }
    }
  }

  /// Before the first paragraph: the title, perhaps a second line under it; the rest is boilerplate.
  private mutating func markOpening(until prose: Int) {
    let hasTitle = kinds[..<prose].contains(.heading)
    let candidates = units.indices.prefix(prose).filter { kinds[$0] == nil && features[$0].words <= 30 }
    // The names of the site and of its section may stand above the title; they are shorter than titles.
    let title = candidates.first { features[$0].words >= 5 } ?? candidates.first
    for index in candidates {
      let isTitle = !hasTitle && index == title
      let isSecondLine =
        index > 0 && kinds[index - 1] == .heading && index - 1 == title
        && features[index].words >= 4 && !units[index].isListItem
      kinds[index] = isTitle || isSecondLine ? .heading : .boilerplate
    }
  }

  /// A single short line between paragraphs.
  private func isInnerHeading(_ index: Int, lastProse: Int) -> Bool {
    guard index < lastProse, features[index].words <= Self.longestHeading, !units[index].isListItem,
      index + 1 < units.count, kinds[index + 1] == .prose, !scalars.hasInnerStop(units[index].range)
    else { return false }
    return index == 0 || kinds[index - 1] == .prose || kinds[index - 1] == .heading
  }
}
