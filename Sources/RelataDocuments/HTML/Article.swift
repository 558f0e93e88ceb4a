/// The paragraphs of a page's article, its headline first.
struct Article {
  private(set) var paragraphs: [String] = []

  /// - Complexity: O(n).
  init(_ tree: MarkupTree, _ page: PageBlocks, _ metadata: PageMetadata) {
    let outline = PageOutline(tree, page, headline: metadata.headlineNode)
    let features = Self.features(tree, page, metadata, outline)
    let values = page.blocks.indices.map { index in
      let isNamed = !outline.hints[page.blocks[index].node].isDisjoint(with: [.related, .sharing])
      return ArticleModel.value(features.row(index)) - (isNamed ? ArticleModel.named : 0)
    }
    var body = ArticleFinder.choose(tree, page, values: values, switching: ArticleModel.switching)
    // A page of a kind that the model does not know: rather something too much than nothing.
    let expected = outline.core.map { outline.prose[$0] } ?? 0
    if Self.words(body, page) < expected / 5 {
      let shifted = values.map { $0 + 2 }
      body = ArticleFinder.choose(tree, page, values: shifted, switching: ArticleModel.switching)
    }
    if body.isEmpty { body = page.blocks.indices.filter { page.blocks[$0].proseWords > 0 } }
    if body.isEmpty { body = page.blocks.indices.filter { page.blocks[$0].linkDensity < 0.5 } }
    paragraphs = body.map { page.text(of: $0) }
    if let given = metadata.articleBody, given.utf8.wordCount > 3 * Self.words(body, page) + 60 {
      // The page's text is made by a script from what only the metadata hold.
      paragraphs = given.split(whereSeparator: \.isNewline).map { String($0) }
    }
    addHeadline(metadata.title)
  }

  static func features(
    _ tree: MarkupTree, _ page: PageBlocks, _ metadata: PageMetadata, _ outline: PageOutline
  ) -> BlockFeatures {
    BlockFeatures(
      tree, page, outline, title: metadata.title, headline: metadata.headlineNode, body: metadata.articleBody)
  }

  private static func words(_ body: [Int], _ page: PageBlocks) -> Float {
    body.reduce(0) { $0 + page.blocks[$1].words }
  }

  /// Puts the title first, unless it is there.
  private mutating func addHeadline(_ title: String?) {
    guard let title, !title.isEmpty else { return }
    let words = PageWordHashes(title.utf8).hashes
    if let index = paragraphs.prefix(5).firstIndex(where: { PageWordHashes($0.utf8).hashes == words }) {
      paragraphs.remove(at: index)
    }
    paragraphs.insert(title, at: 0)
  }
}
