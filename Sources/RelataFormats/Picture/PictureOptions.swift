/// What a picture of a graph shows.
public struct PictureOptions: Hashable, Sendable {
  /// Stands above the picture; nil: nothing.
  public var title: String?
  /// Whether the types and line styles that occur are explained below the picture, and what was left out.
  public var showsLegend: Bool
  /// Whether hovering over a node, a line or a label shows names, sources and quotes.
  public var showsTooltips: Bool
  /// Whether a node leads to the page of its entity, where Wikidata or GeoNames have one.
  public var linksEntities: Bool
  /// About how many lines are drawn, the most important ones (up to a fifth more, where these connect what
  /// would lie apart); nil: all.
  ///
  /// A line stands for all statements between two entities. Important is what a statement's importance says;
  /// where it is unknown, what has more evidence, then what is between entities of which more is said.
  public var lineLimit: Int?

  /// As many lines as can be read on a page.
  public static let usualLineLimit = 75

  /// The usual picture, without a title.
  public init(
    title: String? = nil, showsLegend: Bool = true, showsTooltips: Bool = true, linksEntities: Bool = true,
    lineLimit: Int? = PictureOptions.usualLineLimit
  ) {
    self.title = title
    self.showsLegend = showsLegend
    self.showsTooltips = showsTooltips
    self.linksEntities = linksEntities
    self.lineLimit = lineLimit
  }
}
