/// What can be seen of each block of a page, as numbers of about the size of 1, for `ArticleModel`.
package struct BlockFeatures {
  package static let names: [String] = [
    "words", "short", "long", "linkDensity", "linkDensitySquared", "endsSentence", "startsLower", "commas",
    "digits", "capitals",
    "p", "heading", "h1", "item", "row", "pre", "inQuote", "inFigure", "figcaption",
    "inArticle", "inMain", "inArticleBody", "inHeader", "inFooter", "inAside", "inForm", "inList", "inTable",
    "inAddress",
    "hintBody", "hintComments", "hintRelated", "hintSharing", "hintNavigation", "hintNotice", "hintAbout",
    "hintCaption",
    "hintLead", "hintHidden", "hintListing",
    "ownBody", "ownComments", "ownRelated", "ownSharing", "ownNavigation", "ownNotice", "ownAbout",
    "ownCaption", "ownLead",
    "ownHidden", "ownListing",
    "candidacy", "inTop", "inTopParent", "beforeTop", "afterTop", "signature", "parentLinkDensity",
    "parentWords",
    "grandparentLinkDensity", "grandparentWords", "previousWords", "previousLinkDensity", "nextWords",
    "nextLinkDensity",
    "position", "sinceHeadline", "beforeHeadline", "noHeadline", "isHeadline", "bodyMatch", "repeated",
    "shareOfParent",
    "shareOfGrandparent",
    "headlineDistance", "emphasis", "symbols", "colon", "topHead", "topTail",
    "topBefore", "inCore", "beforeCore",
    "afterCore", "previousSignature", "nextSignature",
  ]

  /// Row by row, one a block.
  package private(set) var values: [Float] = []

  let tree: MarkupTree
  let page: PageBlocks
  let outline: PageOutline
  let surroundings: [Surroundings]
  let headline: Int?

  /// - Parameters:
  ///   - title: of the page; `headline` is the node that shows it.
  ///   - body: the article as the page's metadata have it.
  /// - Complexity: O(n).
  init(
    _ tree: MarkupTree, _ page: PageBlocks, _ outline: PageOutline, title: String?, headline: Int?,
    body: String?
  ) {
    self.tree = tree
    self.page = page
    self.outline = outline
    self.headline = headline
    surroundings = Surroundings.of(tree, outline)
    values.reserveCapacity(page.blocks.count * Self.names.count)
    let match = BodyMatch(body)
    let title = title.map { PageWordHashes($0.utf8).hashes }
    let signatures = signatureShares()
    let hashes = page.blocks.indices.map { PageWordHashes(page.utf8(of: $0)) }
    let counts = hashes.reduce(into: [:]) { $0[$1.hashes, default: 0] += 1 }
    let distances = Self.distances(tree, headline)
    var prose = ProseSoFar(
      beforeHeadline: page.blocks.reduce(0) { $0 + ($1.node < headline ?? 0 ? $1.proseWords : 0) })
    for (index, block) in page.blocks.enumerated() {
      addWording(index)
      addElements(block)
      addHints(block)
      addPlace(index, signatures[index])
      addOrder(block, prose)
      add(
        flag(hashes[index].hashes == title), match.value(hashes[index]),
        flag(counts[hashes[index].hashes] ?? 0 > 1))
      addShares(block)
      add(distances[block.node])
      addMarks(index)
      addCourse(block, prose)
      add(index > 0 ? signatures[index - 1] : 0, index + 1 < signatures.count ? signatures[index + 1] : 0)
      prose.page += block.proseWords
      if isInTop(block) { prose.top += block.proseWords }
    }
  }

  func row(_ block: Int) -> ArraySlice<Float> {
    values[block * Self.names.count..<(block + 1) * Self.names.count]
  }

  mutating func add(_ features: Float...) { values += features }

  func flag(_ condition: Bool) -> Float { condition ? 1 : 0 }
}
