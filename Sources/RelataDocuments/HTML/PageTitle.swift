/// Finds the headline among headings, metadata and the window's title.
enum PageTitle {
  /// Separators between an article's title and its site's name.
  private static let separators: Set<Character> = ["|", "-", "–", "—", "·", "•", "»", "«", ":", "/"]

  /// A title without the name of the site at its end or beginning.
  /// - Parameter site: the name, where it is known; else what follows the last " | " and the like goes,
  ///   if it is the shorter part.
  static func cleaned(_ title: String, site: String?) -> String {
    let words = title.split(whereSeparator: \.isWhitespace)
    let cuts = words.indices.filter { words[$0].count == 1 && separators.contains(words[$0].first ?? " ") }
    guard let last = cuts.last, let first = cuts.first, first > 0 || cuts.count > 1 else {
      return words.joined(separator: " ")
    }
    if let site {
      let name = PageWordHashes(site.utf8)
      // The site's own part may be longer or shorter than its name: "News | The Daily".
      if let cut = cuts.first(where: { isName(words[($0 + 1)...], name) }), cut > 0 {
        return cleaned(words[..<cut].joined(separator: " "), site: site)
      }
      if isName(words[..<first], name) { return words[(first + 1)...].joined(separator: " ") }
    }
    let tail = words.count - last - 1
    if site == nil, tail > 0, tail <= 5, last >= 3, tail < last, words[last] != ":" {
      return words[..<last].joined(separator: " ")
    }
    return words.joined(separator: " ")
  }

  private static func isName(_ words: ArraySlice<Substring>, _ name: PageWordHashes) -> Bool {
    guard !words.isEmpty, !name.hashes.isEmpty else { return false }
    let own = PageWordHashes(words.joined(separator: " ").utf8)
    if own.hashes.isEmpty { return false }
    let joined = words.joined().lowercased().filter { $0.isLetter || $0.isNumber }
    return own.overlap(with: name) > 0.6 && own.hashes.count <= name.hashes.count + 2 || joined.isEmpty
  }

  /// The heading that shows the title, and the title.
  ///
  /// The heading that has most words in common with what metadata say; without metadata the first of the
  /// first level, if it is the only one. A title that no heading shows stands as the metadata have it.
  static func headline(_ headings: [PageFacts.Heading], named: [String], window: String?) -> (
    node: Int?, title: String?
  ) {
    let known = named.first ?? window
    let candidates = (named + [window].compactMap { $0 }).map { PageWordHashes($0.utf8) }.filter {
      !$0.hashes.isEmpty
    }
    // Sections often repeat the title's words: a heading of the second level only where no first one will do.
    for level in [HTMLElement.h1, .h2] {
      var best: (node: Int, text: String, score: Double)?
      for heading in headings.prefix(50)
      where heading.level == level && (1...400).contains(heading.text.utf8.count) {
        let words = PageWordHashes(heading.text.utf8)
        let score = candidates.map { min(words.overlap(with: $0), $0.overlap(with: words)) }.max() ?? 0
        if score >= 0.6, score > best?.score ?? 0 { best = (heading.node, heading.text, score) }
      }
      if let best { return (best.node, best.text) }
    }
    return (nil, known ?? (headings.count == 1 ? headings[0].text : nil))
  }
}
