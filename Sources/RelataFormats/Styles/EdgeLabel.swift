import RelataGraph

/// The words on and behind the line of a statement.
extension GraphView {
  /// The relation, then role and time on lines of their own.
  func drawnLabel(of edge: Edge) -> String {
    let statement = edge.statement
    var words = label(of: statement)
    if statement.polarity == .negated {
      words = "not " + words
      if statement.modality != .asserted { words += " (\(statement.modality.rawValue))" }
    }
    if edge.isContradicted { words = "⚠ " + words }
    var label = DOTText.shortened(words, to: 60)
    if let role = statement.role { label += "\nas " + DOTText.shortened(role, to: 40) }
    if let time = statement.time.flatMap(Self.drawnTime) { label += "\n" + time }
    return label
  }

  /// A span in few characters: `2024-11`, `since 2015`, `until 2007`, `1995–1999`,
  /// `November` (of a year not given).
  static func drawnTime(_ span: TimeSpan) -> String? {
    switch (span.start, span.end) {
    case (let start?, let end?): start == end ? drawn(start) : "\(drawn(start))–\(drawn(end))"
    case (let start?, nil): "since " + drawn(start)
    case (nil, let end?): "until " + drawn(end)
    case (nil, nil): nil
    }
  }

  private static func drawn(_ date: PartialDate) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December",
    ]
    guard date.year == nil, let month = date.month, (1...12).contains(month) else {
      return date.description
    }
    return (date.day.map { "\($0) " } ?? "") + months[month - 1]
  }
}
