import RelataWords

/// What web pages print around their articles. Everything is compared in lower case with single spaces,
/// typographic apostrophes as `'`.
enum Boilerplate {
  /// What a line of a page's frame opens.
  enum Section {
    /// Links to other articles: up to the next paragraph of running text.
    case links
    /// Readers' comments: to the end.
    case comments
  }

  private static let linkSections = SegmentationList.linkSections.words
  private static let commentSections = SegmentationList.commentSections.words
  private static let wholeLines = SegmentationList.frameLines.words
  private static let prefixes = PhraseList(SegmentationList.frameBeginnings.inOrder)
  private static let parts = PhraseList(SegmentationList.frameParts.inOrder)

  /// The section that a line opens; nil where it opens none.
  static func section(_ line: String) -> Section? {
    let core = core(line)
    if commentSections.contains(core) { return .comments }
    if linkSections.contains(core) { return .links }
    // "3 Comments", "Comments (12)", "More from World".
    let words = core.split { !$0.isLetter }
    if words.count == 1, core.contains(where: \.isNumber), words[0] == "comments" || words[0] == "replies" {
      return .comments
    }
    if core.hasPrefix("more from ") || core.hasPrefix("leave a reply ") || core.hasPrefix("responses to ") {
      return core.hasPrefix("more") ? .links : .comments
    }
    return nil
  }

  /// Whether a line of at most forty words belongs to the frame of the page.
  static func isFrame(_ line: String) -> Bool {
    if line.utf8.count < 64, section(line) != nil || wholeLines.contains(core(line)) { return true }
    let bytes = Array(line.utf8)
    return prefixes.begins(bytes) || parts.occurs(in: bytes)
  }

  /// Without the punctuation at its ends.
  private static func core(_ line: String) -> String {
    var core = line[...]
    while let first = core.first, !first.isLetter, !first.isNumber { core.removeFirst() }
    while let last = core.last, !last.isLetter, !last.isNumber, last != ")" { core.removeLast() }
    return String(core)
  }
}
