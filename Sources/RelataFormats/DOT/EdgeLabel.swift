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
    var lines = [DOTText.shortened(words, to: 60)]
    if let role = statement.role { lines.append("as " + DOTText.shortened(role, to: 40)) }
    if let time = statement.time.flatMap(Self.drawnTime) { lines.append(time) }
    return lines.joined(separator: "\n")
  }

  /// Who says so, the quote, and where it stands.
  func tooltip(of edge: Edge, names: [EntityID: String]) -> String {
    let statement = edge.statement
    func name(_ id: EntityID) -> String { names[id] ?? id.rawValue }
    var lines = ["\(name(statement.subject)) → \(label(of: statement)) → \(name(statement.object))"]
    if let source = statement.attribution { lines.append("according to \(name(source))") }
    if let evidence = statement.evidence.first {
      lines.append("“\(DOTText.shortened(evidence.quote, to: 300))”")
      let more = statement.evidence.count - 1
      lines.append("— \(evidence.document)" + (more > 0 ? " and \(more) more" : ""))
    }
    return lines.map { DOTText.shortened($0, to: 320) }.joined(separator: "\n")
  }

  /// A span in few characters: `2024-11`, `since 2015`, `until 2007`, `1995–1999`, `November` (of a year not given).
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
