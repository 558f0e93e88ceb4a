#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a page says about itself: in JSON-LD, OpenGraph, `meta` elements of many vocabularies,
/// microdata, and what is shown.
struct PageMetadata: Sendable {
  private(set) var title: String?
  private(set) var date: String?
  private(set) var author: String?
  private(set) var publisher: String?
  private(set) var address: String?
  private(set) var language: String?
  /// The text of the article in JSON-LD; often missing, sometimes cut off.
  private(set) var articleBody: String?
  /// The heading that shows the title.
  private(set) var headlineNode: Int?

  /// - Parameter address: where the page was found.
  /// - Complexity: O(n).
  init(_ tree: MarkupTree, address: String?) {
    let facts = PageFacts(tree)
    let data = LinkedData(scripts: facts.scripts)
    let base = (facts.base.flatMap { Self.resolve($0, by: address) }) ?? address
    publisher = Self.first([
      data.publisher, facts["og:site_name"], facts["dc.publisher"], facts["citation_publisher"],
      facts["publisher"], facts["application-name"],
    ])
    let site = Self.first([facts["og:site_name"], publisher])
    let named =
      [
        data.headline, facts["og:title"], facts["twitter:title"], facts["citation_title"], facts["dc.title"],
        facts["sailthru.title"], facts["parsely-title"],
      ]
      .compactMap { $0 }.map { Self.plain($0) }.filter { !$0.isEmpty && $0.utf8.count <= 1_000 }
    let window = facts.title.map { PageTitle.cleaned($0, site: site) }
    (headlineNode, title) = PageTitle.headline(
      facts.headings, named: named.map { PageTitle.cleaned($0, site: site) }, window: window)
    date = Self.first([
      data.date, facts["article:published_time"], facts["datepublished"], facts["parsely-pub-date"],
      facts["sailthru.date"],
      facts["citation_publication_date"], facts["citation_date"], facts["dc.date.issued"], facts["dc.date"],
      facts["dcterms.created"], facts["dc.date.created"],
      facts["pubdate"], facts["publishdate"], facts["publish-date"], facts["og:article:published_time"],
      facts["article.published"],
      facts["date"], facts.time, facts["last-modified"], facts["article:modified_time"],
    ]).flatMap { Self.normalizedDate($0) }
    let authors =
      [
        data.authors, facts.all("author"), facts.all("article:author"), facts.all("parsely-author"),
        facts.all("sailthru.author"), facts.all("citation_author"),
        facts.all("dc.creator"), facts.all("byl"), facts.shownAuthors,
      ]
      .lazy.map { Self.people($0) }.first { !$0.isEmpty }
    author = authors?.joined(separator: ", ")
    self.address =
      Self.first([facts.canonical, facts["og:url"], data.address]).flatMap { Self.resolve($0, by: base) }
      ?? address
    language =
      (Self.first([
        facts.language, data.language, facts["content-language"], facts["og:locale"], facts["dc.language"],
      ]))
      .flatMap { Self.languageTag($0) }
    articleBody = data.articleBody.map { Self.lines($0) }
  }

  var dictionary: [String: String] {
    var result: [String: String] = [:]
    result["title"] = title
    result["date"] = date
    result["author"] = author
    result["publisher"] = publisher.map { Self.plain($0) }
    result["url"] = address
    result["language"] = language
    return result.filter { !$0.value.isEmpty }
  }

  private static func first(_ values: [String?]) -> String? {
    values.lazy.compactMap { $0 }.first { value in value.contains { !$0.isWhitespace } }
  }

  /// Names without addresses of profiles, "By", and repetition.
  private static func people(_ names: [String]) -> [String] {
    var result: [String] = []
    for name in names {
      var words = plain(name).split(whereSeparator: \.isWhitespace)
      if words.first?.lowercased() == "by" { words.removeFirst() }
      let person = String(words.joined(separator: " ").drop { $0 == "," || $0 == "|" || $0 == " " })
      let isAddress = person.contains("://") || person.hasPrefix("@") || person.hasPrefix("/")
      if !person.isEmpty, person.utf8.count <= 200, !isAddress, !result.contains(person) {
        result.append(person)
      }
    }
    return result
  }

  /// An absolute address, or nil where there is none.
  static func resolve(_ reference: String, by base: String?) -> String? {
    let trimmed = reference.split(whereSeparator: \.isWhitespace).joined()
    guard !trimmed.isEmpty, trimmed.utf8.count <= 4_096 else { return nil }
    let url =
      base.flatMap { URL(string: $0) }.flatMap { URL(string: trimmed, relativeTo: $0) }
      ?? URL(string: trimmed)
    guard let url = url?.absoluteURL, let scheme = url.scheme?.lowercased(),
      scheme == "http" || scheme == "https"
    else { return nil }
    return url.absoluteString
  }

  /// ISO 8601 (`2026-11-28`, with the time where the page gives it so), or the characters as they
  /// stand if they are no date.
  private static func normalizedDate(_ text: String) -> String? {
    let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !trimmed.isEmpty, trimmed.utf8.count <= DateTokens.longest else { return nil }
    return ISODate(trimmed)?.description ?? CalendarDay(text: trimmed, habits: .foreignMonths)?.description
      ?? trimmed
  }

  /// `en_US` → `en-US`.
  private static func languageTag(_ text: String) -> String? {
    let tag = text.prefix { $0 != "," && $0 != ";" }.split(whereSeparator: \.isWhitespace).joined()
    let parts = tag.split { $0 == "_" || $0 == "-" }
    guard let first = parts.first, (2...8).contains(first.count),
      parts.allSatisfy({ $0.count <= 8 && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } })
    else { return nil }
    return parts.joined(separator: "-")
  }

  /// What a value says once the markup that some sites leave in it is read, on one line.
  private static func plain(_ text: String) -> String {
    lines(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func lines(_ text: String) -> String {
    #if Markup
      if text.contains("<") || text.contains("&"),
        let tree = try? MarkupTree(html: Array(text.utf8), seconds: 5)
      {
        let page = PageSegmenter.blocks(of: tree, part: .all)
        return page.blocks.indices.map { page.text(of: $0) }.joined(separator: "\n")
      }
    #endif
    return text
  }
}
