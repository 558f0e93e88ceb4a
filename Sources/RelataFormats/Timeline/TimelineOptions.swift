/// What a timeline shows.
public struct TimelineOptions: Hashable, Sendable {
  /// Stands above the timeline; nil: nothing.
  public var title: String?
  /// How many actors have a lane, the most important ones; nil: all.
  public var laneLimit: Int?
  /// How many statements are drawn, the most important ones; nil: all.
  public var statementLimit: Int?
  /// Whether hovering over an event shows the quotes.
  public var showsTooltips: Bool

  /// As many as can be read on a page.
  public static let usualLaneLimit = 12
  /// See ``usualLaneLimit``.
  public static let usualStatementLimit = 40

  /// The usual timeline, without a title.
  public init(
    title: String? = nil, laneLimit: Int? = TimelineOptions.usualLaneLimit,
    statementLimit: Int? = TimelineOptions.usualStatementLimit, showsTooltips: Bool = true
  ) {
    self.title = title
    self.laneLimit = laneLimit
    self.statementLimit = statementLimit
    self.showsTooltips = showsTooltips
  }
}
