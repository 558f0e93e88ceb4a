// Written by Training/html/train.py; do not edit.

extension ArticleModel {
  /// Subtracted along each edge of the tree where it goes into the article or out of it.
  static let switching: Float = 0.5

  /// Of a block of which nothing is known.
  static let bias: Float = -1.262

  /// In the order of `BlockFeatures.names`.
  static let weights: [Float] = [
    0.621,  // words
    -0.122,  // short
    0.357,  // long
    -1.738,  // linkDensity
    0.000,  // linkDensitySquared
    0.301,  // endsSentence
    -0.140,  // startsLower
    -0.123,  // commas
    -0.592,  // digits
    -0.849,  // capitals
    0.604,  // p
    1.784,  // heading
    1.097,  // h1
    0.517,  // item
    1.631,  // row
    -1.744,  // pre
    2.627,  // inQuote
    -0.955,  // inFigure
    -0.104,  // figcaption
    -0.018,  // inArticle
    0.480,  // inMain
    0.204,  // inArticleBody
    -0.668,  // inHeader
    -1.557,  // inFooter
    -1.587,  // inAside
    -6.290,  // inForm
    0.917,  // inList
    0.715,  // inTable
    0.222,  // inAddress
    0.520,  // hintBody
    -2.854,  // hintComments
    -0.382,  // hintRelated
    0.000,  // hintSharing
    -0.003,  // hintNavigation
    0.000,  // hintNotice
    -0.730,  // hintAbout
    -0.783,  // hintCaption
    0.433,  // hintLead
    0.000,  // hintHidden
    -0.228,  // hintListing
    -0.315,  // ownBody
    -2.601,  // ownComments
    0.000,  // ownRelated
    -0.064,  // ownSharing
    -0.529,  // ownNavigation
    -1.889,  // ownNotice
    -0.505,  // ownAbout
    -0.622,  // ownCaption
    -0.876,  // ownLead
    -0.088,  // ownHidden
    0.000,  // ownListing
    1.041,  // candidacy
    0.490,  // inTop
    0.010,  // inTopParent
    0.171,  // beforeTop
    -0.688,  // afterTop
    1.649,  // signature
    0.887,  // parentLinkDensity
    0.729,  // parentWords
    -1.282,  // grandparentLinkDensity
    -1.969,  // grandparentWords
    0.577,  // previousWords
    -0.469,  // previousLinkDensity
    0.345,  // nextWords
    -0.616,  // nextLinkDensity
    -0.117,  // position
    -1.020,  // sinceHeadline
    -1.831,  // beforeHeadline
    -0.333,  // noHeadline
    -1.211,  // isHeadline
    1.245,  // bodyMatch
    -2.258,  // repeated
    -0.109,  // shareOfParent
    0.178,  // shareOfGrandparent
    0.051,  // headlineDistance
    -0.741,  // emphasis
    -0.497,  // symbols
    0.189,  // colon
    -0.969,  // topHead
    -1.430,  // topTail
    0.387,  // topBefore
    0.955,  // inCore
    -0.313,  // beforeCore
    -0.669,  // afterCore
    -0.047,  // previousSignature
    0.737,  // nextSignature
  ]
}
