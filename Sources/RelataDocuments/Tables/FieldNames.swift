/// Which members or columns of a record are what of a document.
///
/// Names are tried in order, the first that a record has with something in it counts. Case, "_", "-" and
/// spaces make no difference: "Date Published" is "date_published" and "datePublished". A name with dots
/// leads into nested objects: "source.name".
public struct FieldNames: Hashable, Sendable {
  /// What is read: plain text, or HTML where it is markup.
  public var text = [
    "text", "body", "content", "maintext", "main_text", "article_text", "article_body", "article",
    "full_text",
    "content_text", "story",
  ]
  /// The headline, on one line.
  public var title = ["title", "headline", "heading", "name"]
  /// Days or times: text, or seconds to nanoseconds since 1970.
  public var date = [
    "date", "published", "published_at", "publish_date", "date_publish", "date_published", "pub_date",
    "publication_date", "published_date", "created_at", "timestamp", "datetime", "time",
  ]
  /// Names a record; the number of its line where none of these is there.
  public var id = ["id", "_id", "guid", "uuid", "article_id", "doc_id"]
  /// The address of the page, as it stands.
  public var url = [
    "url", "link", "source_url", "canonical_link", "canonical_url", "permalink", "uri", "web_url",
  ]
  /// Who wrote it, as it stands.
  public var author = ["author", "authors", "byline", "creator"]
  /// Who published it; a site's name or domain where nothing better is there.
  public var publisher = [
    "publisher", "publication", "source.name", "source", "source_name", "source_domain", "site_name",
    "domain",
    "outlet", "newspaper",
  ]
  /// A BCP 47 tag or whatever the record says.
  public var language = ["language", "lang", "language_code"]

  /// The names that exports of news archives, crawlers and feeds use.
  public init() {}

  func names(_ field: DocumentField) -> [String] {
    switch field {
    case .text: text
    case .title: title
    case .date: date
    case .id: id
    case .url: url
    case .author: author
    case .publisher: publisher
    case .language: language
    }
  }
}

/// What a record says of a document.
enum DocumentField: Hashable, Sendable, CaseIterable {
  case text, title, date, id, url, author, publisher, language
}
