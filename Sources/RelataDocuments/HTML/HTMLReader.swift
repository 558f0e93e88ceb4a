/// Reads web pages: the article's text and what the page says about it.
public struct HTMLReader: Sendable {
  /// What of a page is read.
  public enum Part: Hashable, Sendable {
    /// The main content, without navigation, comments, related stories and notices.
    case article
    /// All visible text: mails and chapters of books have no navigation.
    case all
  }

  /// Bounds on what one page may cost.
  public var limits: ReadingLimits

  /// - Parameter limits: of these the size of the page and the seconds that it may take count.
  public init(limits: ReadingLimits = ReadingLimits()) { self.limits = limits }

  /// The text of a page with its metadata.
  ///
  /// The encoding is that of a byte order mark, else `declaredEncoding`, else that of the page's `meta`
  /// element, else guessed. Of an `.article` the first paragraph is its headline, where the page has one.
  /// - Parameters:
  ///   - declaredEncoding: by a header outside of the page.
  ///   - address: where the page was found, where that is known; relative addresses are resolved by it.
  /// - Throws: `empty` for a page that shows no text, `tooLarge`, `tookTooLong`, and
  ///   `unavailable` without libxml2.
  /// - Complexity: O(n).
  public func content(
    of bytes: [UInt8], part: Part = .article, declaredEncoding: String? = nil, address: String? = nil
  ) throws(FormatError) -> DocumentContent {
    #if Markup
      guard bytes.count <= limits.documentBytes else {
        throw .tooLarge(what: "bytes", limit: limits.documentBytes)
      }
      let (tree, notes) = try tree(of: bytes, declaredEncoding)
      let metadata = PageMetadata(tree, address: address)
      let text = part == .all ? Self.all(tree) : Self.article(tree, metadata)
      guard !text.isEmpty else { throw .empty }
      return DocumentContent(text: text, metadata: metadata.dictionary, notes: notes)
    #else
      throw .unavailable(what: "libxml2", advice: "build with the trait Markup")
    #endif
  }
}

#if Markup
  extension HTMLReader {
    private func tree(
      of bytes: [UInt8], _ declared: String?
    ) throws(FormatError) -> (MarkupTree, notes: [String]) {
      let decoded = try TextDecoder.decode(bytes, declared: declared ?? HTMLEncoding.declared(in: bytes))
      var html = Array(decoded.text.utf8)
      // The parser would stop at a zero byte, and take a mark for text.
      for index in html.indices where html[index] == 0 { html[index] = 0x20 }
      if html.starts(with: [0xEF, 0xBB, 0xBF]) { html.removeFirst(3) }
      let tree = try MarkupTree(html: html, seconds: limits.seconds)
      var notes: [String] = []
      if decoded.isGuessed { notes.append("decoded as \(decoded.encoding)") }
      if tree.isCutOff {
        notes.append("elements lie more than \(HTMLTreeBuilder.deepest) deep; the rest was not read")
      }
      return (tree, notes)
    }

    private static func all(_ tree: MarkupTree) -> String {
      let page = PageSegmenter.blocks(of: tree, part: .all)
      var text = ParagraphText()
      for index in page.blocks.indices { text.add(page.text(of: index)) }
      return text.text
    }

    private static func article(_ tree: MarkupTree, _ metadata: PageMetadata) -> String {
      let page = PageSegmenter.blocks(of: tree, part: .article)
      let paragraphs = Article(tree, page, metadata).paragraphs
      var text = ParagraphText()
      for paragraph in paragraphs { text.add(paragraph) }
      return text.text
    }
  }

  extension HTMLReader {
    /// What `ArticleModel` is trained by.
    package struct TrainingPage: Sendable {
      package var blocks: [(text: String, node: Int, features: [Float])]
      /// Of each node of the page's tree.
      package var parents: [Int]
    }

    package func features(of bytes: [UInt8]) throws(FormatError) -> TrainingPage {
      let (tree, _) = try tree(of: bytes, nil)
      let page = PageSegmenter.blocks(of: tree, part: .article)
      let metadata = PageMetadata(tree, address: nil)
      let features = Article.features(
        tree, page, metadata, PageOutline(tree, page, headline: metadata.headlineNode))
      return TrainingPage(
        blocks: page.blocks.indices.map {
          (page.text(of: $0), page.blocks[$0].node, Array(features.row($0)))
        },
        parents: tree.nodes.map { Int($0.parent) })
    }
  }
#endif
