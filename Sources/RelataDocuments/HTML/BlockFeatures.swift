/// What can be seen of each block of a page, as numbers of about the size of 1, for `ArticleModel`.
package struct BlockFeatures {
  package static let names: [String] = [
    // What it says.
    "words", "short", "long", "linkDensity", "linkDensitySquared",
    "endsSentence", "startsLower", "commas", "digits", "capitals",
    // In what elements it lies.
    "p", "heading", "h1", "item", "row", "pre", "inQuote", "inFigure", "figcaption",
    "inArticle", "inMain", "inArticleBody", "inHeader", "inFooter",
    "inAside", "inForm", "inList", "inTable", "inAddress",
    // What the classes and ids of these say, in the order of `PageHints.all`.
    "hintBody", "hintComments", "hintRelated", "hintSharing", "hintNavigation", "hintNotice",
    "hintAbout", "hintCaption", "hintLead", "hintHidden", "hintListing",
    // The same of its own element, and of the parent that has not most of the prose.
    "ownBody", "ownComments", "ownRelated", "ownSharing", "ownNavigation", "ownNotice",
    "ownAbout", "ownCaption", "ownLead", "ownHidden", "ownListing",
    // What is around it.
    "candidacy", "inTop", "inTopParent", "beforeTop", "afterTop", "signature",
    "parentLinkDensity", "parentWords", "grandparentLinkDensity", "grandparentWords",
    "previousWords", "previousLinkDensity", "nextWords", "nextLinkDensity",
    // Where in the course of the page it comes.
    "position", "sinceHeadline", "beforeHeadline", "noHeadline",
    // Whether it is the title, what the metadata have as body, or there twice.
    "isHeadline", "bodyMatch", "repeated",
    // How much of the page's prose is in what holds it.
    "shareOfParent", "shareOfGrandparent",
    // How far up what it shares with the headline is.
    "headlineDistance",
    // Signs of what is about the article rather than of it.
    "emphasis", "symbols", "colon",
    // Where in what seems to be the article it comes.
    "topHead", "topTail", "topBefore", "inCore", "beforeCore", "afterCore",
    // How its neighbours are marked up.
    "previousSignature", "nextSignature",
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
