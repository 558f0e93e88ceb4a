/// Which members or columns of a record are what of a document.
///
/// Names are tried in order, the first that a record has with something in it counts. Case, "_", "-" and spaces make no difference:
/// "Date Published" is "date_published" and "datePublished". A name with dots leads into nested objects: "source.name".
public struct FieldNames: Hashable, Sendable {
  public var text = [
    "text", "body", "content", "maintext", "main_text", "article_text", "article_body", "article",
    "full_text",
    "content_text", "story",
  ]
  public var title = ["title", "headline", "heading", "name"]
  /// Days or times: text, or seconds to nanoseconds since 1970.
  public var date = [
    "date", "published", "published_at", "publish_date", "date_publish", "date_published", "pub_date",
    "publication_date", "published_date", "created_at", "timestamp", "datetime", "time",
  ]
  /// Names a record; the number of its line where none of these is there.
  public var id = ["id", "_id", "guid", "uuid", "article_id", "doc_id"]
  public var url = [
    "url", "link", "source_url", "canonical_link", "canonical_url", "permalink", "uri", "web_url",
  ]
  public var author = ["author", "authors", "byline", "creator"]
  public var publisher = [
    "publisher", "publication", "source.name", "source", "source_name", "source_domain", "site_name",
    "domain",
    "outlet", "newspaper",
  ]
  public var language = ["language", "lang", "language_code"]

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
