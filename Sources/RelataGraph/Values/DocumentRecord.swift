/// What the graph keeps of a document.
public struct DocumentRecord: Hashable, Sendable, Codable, Identifiable {
  /// The path relative to the input folder, or the file name; `stdin` for standard input.
  public var id: String
  /// The first heading or line, where the text has one.
  public var title: String?
  /// The date of publication, where the text gives one.
  public var date: PartialDate?
  /// Who wrote it, as the document says.
  public var author: String?
  /// Who published it: the name of a newspaper, a ministry, a site.
  public var publisher: String?
  /// The address under which it was published.
  public var url: String?
  /// Counts of what was read.
  public var sentenceCount: Int
  /// How many words were read.
  public var wordCount: Int
  /// The text that evidence indexes; nil where the graph does not carry it.
  public var text: String?
  /// The SHA-256 digest of that text as UTF-8, in lower-case hexadecimal: tells whether a text at hand
  /// is the one that was read.
  public var digest: String?
  /// Where each page begins in the text, in Unicode scalars, ascending; empty where there are no pages.
  public var pageStarts: [Int]
  /// The identifiers of documents that say the same in (nearly) the same words and were
  /// left out for it, ascending.
  public var copies: [String]

  /// A document of these parts; what is left out is unknown.
  public init(
    id: String, title: String? = nil, date: PartialDate? = nil, author: String? = nil,
    publisher: String? = nil,
    url: String? = nil, sentenceCount: Int = 0, wordCount: Int = 0, text: String? = nil,
    digest: String? = nil,
    pageStarts: [Int] = [], copies: [String] = []
  ) {
    self.id = id
    self.title = title
    self.date = date
    self.author = author
    self.publisher = publisher
    self.url = url
    self.sentenceCount = sentenceCount
    self.wordCount = wordCount
    self.text = text
    self.digest = digest
    self.pageStarts = pageStarts
    self.copies = copies
  }

  /// The page, counted from 1, on which an offset of the text lies; nil where there are no pages.
  /// - Complexity: O(log *n*) for *n* pages.
  public func page(at offset: Int) -> Int? {
    guard !pageStarts.isEmpty else { return nil }
    var low = 0
    var high = pageStarts.count
    while low < high {
      let middle = (low + high) / 2
      if pageStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(1, low)
  }
}
