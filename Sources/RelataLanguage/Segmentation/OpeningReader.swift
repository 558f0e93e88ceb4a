/// Finds the datelines of a text and the lines above it that date it.
struct OpeningReader {
  /// How many units above the text are looked at.
  private static let most = 40
  /// Among how many paragraphs the dateline of the text is looked for: a summary or a
  /// note may come before it.
  private static let paragraphs = 3

  let scalars: [Unicode.Scalar]
  let units: [TextUnit]
  let kinds: [BlockKind]

  /// The dateline of each unit that has one.
  /// - Complexity: O(*n*) for *n* units.
  func datelines() -> [Int: Dateline] {
    var found: [Int: Dateline] = [:]
    let prose = kinds.indices.filter { kinds[$0] == .prose }
    for index in prose {
      var reader = DatelineReader(scalars, units[index].range, isOpening: index == prose.first)
      guard let dateline = reader.read() else { continue }
      // A paragraph that has no other text keeps it.
      if dateline.range.upperBound < units[index].range.upperBound { found[index] = dateline }
    }
    if let first = prose.first {
      if let only = found[first], only.isDoubtful, isRepeated(prose) { found[first] = nil }
      if found[first] == nil, first > 0, let alone = dateline(alone: first - 1) { found[first - 1] = alone }
    }
    return found
  }

  /// Those of the first paragraphs, in the order of the text.
  func first(_ datelines: [Int: Dateline]) -> [Dateline] {
    let prose = kinds.indices.lazy.filter { kinds[$0] == .prose }.prefix(Self.paragraphs)
    guard let last = prose.last else { return [] }
    return datelines.filter { $0.key <= last }.sorted { $0.key < $1.key }.map(\.value)
  }

  /// "March 3, 2022 – The army …", "March 4, 2022 – The town …": these dates belong to what is told;
  /// "LIND: I …" to who says it.
  private func isRepeated(_ prose: [Int]) -> Bool {
    prose.dropFirst().prefix(3).contains { index in
      var reader = DatelineReader(scalars, units[index].range, isOpening: true)
      return reader.read()?.isDoubtful == true
    }
  }

  /// `WASHINGTON —` on a line of its own above the text.
  private func dateline(alone index: Int) -> Dateline? {
    guard units[index].marked == nil else { return nil }
    let range = units[index].range
    var reader = DatelineReader(scalars, range, isOpening: true)
    guard let dateline = reader.read(), dateline.range.upperBound == range.upperBound, !dateline.isDoubtful
    else {
      return nil
    }
    return dateline
  }

  // MARK: Lines that date the text

  func lines() -> [PublicationLine] {
    let prose = kinds.firstIndex(of: .prose) ?? 0
    let title = kinds[..<prose].firstIndex(of: .heading) ?? -1
    let above = (max(0, prose - Self.most)..<prose).filter { !units[$0].isListItem }
    let below = above.filter { $0 >= title } + standfirst(prose)
    return (below + above.filter { $0 < title }).flatMap {
      PublicationLineReader(scalars, units[$0].range).read()
    }
  }

  /// A summary of one sentence may stand above the byline: the lines between it and the next paragraph.
  private func standfirst(_ first: Int) -> [Int] {
    guard kinds.indices.contains(first), kinds[first] == .prose, !scalars.hasInnerStop(units[first].range)
    else {
      return []
    }
    return Array(
      (first + 1..<units.count).prefix(6).prefix { index in
        kinds[index] == .boilerplate && !units[index].isListItem
          && Boilerplate.section(TextUnitFeatures.normalised(scalars[units[index].range])) == nil
      })
  }
}
