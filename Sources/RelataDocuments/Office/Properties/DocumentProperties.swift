import RelataWords

/// What an office document says about itself, in the words of Dublin Core.
struct DocumentProperties: Hashable, Sendable {
  var title: String?
  var creators: [String] = []
  /// When the file was made: perhaps before the text, as a copy of another document or of a template.
  var created: String?
  /// When the text was published, where a property says just that.
  var published: String?
  var publisher: String?
  var language: String?

  init() {}

  /// The metadata of the document's content.
  ///
  /// - `title`: the paragraph in the style "Title"; else the title property; else the heading
  ///   at the beginning. The property comes second as it survives unseen when a document is
  ///   made from a copy of another.
  /// - `author`: the creators, apart by commas, without the names that programs fill in.
  /// - `date`: only what is said to be the day of publication.
  /// - `created`: the day on which the file was made, which is no date of publication: a
  ///   dateline in the text says more.
  /// - Parameters:
  ///   - shownTitle: of the paragraph in the style "Title".
  ///   - firstHeading: of the first paragraph in the style of a heading.
  func metadata(shownTitle: String?, firstHeading: String?) -> [String: String] {
    var metadata: [String: String] = [:]
    metadata["title"] = Self.firstFilled([shownTitle, Self.isFilledIn(title) ? nil : title, firstHeading])
    let people = creators.flatMap { $0.split(separator: ";") }.compactMap { Self.plain(String($0)) }.filter {
      !Self.users.contains($0.lowercased())
    }
    metadata["author"] = people.isEmpty ? nil : people.joined(separator: ", ")
    metadata["date"] = published.flatMap { Self.day($0) }
    metadata["created"] = created.flatMap { Self.day($0) }
    metadata["publisher"] = Self.plain(publisher)
    metadata["language"] = Self.plain(language).flatMap { Self.isLanguage($0) ? $0 : nil }
    return metadata
  }

  /// The calendar day of a W3C date and time, "2025-09-15T08:00:00Z"; a date that is
  /// written otherwise as it stands.
  static func day(_ text: String) -> String? {
    guard let text = plain(text) else { return nil }
    // Programs without a clock write the beginning of their calendar.
    if text.hasPrefix("1601-01-01") { return nil }
    if let year = DateTokens(text)?.number(at: 0, digits: 4...4), year < 1_000 { return nil }
    return ISODate(text)?.day.description ?? text
  }

  static func plain(_ text: String?) -> String? {
    guard let text else { return nil }
    let words = text.split { $0.isWhitespace }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  /// Whether it begins as a BCP 47 tag of a language does: no locale "C", no "x-none".
  private static func isLanguage(_ tag: String) -> Bool {
    let language = tag.prefix { $0 != "-" && $0 != "_" }
    return (2...3).contains(language.utf8.count) && language.allSatisfy { $0.isASCII && $0.isLetter }
      && !["und", "zxx", "mul"].contains(language.lowercased())
  }

  private static func firstFilled(_ candidates: [String?]) -> String? {
    candidates.lazy.compactMap { plain($0) }.first
  }

  /// Whether a program and not a person gave the title: the name of a file ("Microsoft Word -
  /// draft.doc") or of a new document.
  private static func isFilledIn(_ title: String?) -> Bool {
    guard let title = plain(title)?.lowercased() else { return true }
    let name = title.split(separator: ".").last.map(String.init) ?? ""
    if title.contains("."), extensions.contains(name) || title.hasPrefix("microsoft word - ") { return true }
    let stem = title.drop { !$0.isLetter }.prefix { !$0.isNumber }.filter { !$0.isWhitespace && $0 != "(" }
    return stem.isEmpty
      || newTitles.contains(stem)
        && title.count < 24
  }

  private static let extensions: Set<String> = [
    "doc", "docx", "dot", "dotx", "dotm", "odt", "ott", "rtf", "txt", "htm", "html",
  ]
  /// Names that installations give to their user.
  private static let users = DocumentWordList.installationUsers.words
  /// Titles of documents that nobody has named.
  private static let newTitles = DocumentWordList.newDocumentTitles.words
}
