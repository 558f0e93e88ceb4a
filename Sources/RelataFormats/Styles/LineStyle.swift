import RelataGraph

/// How a statement's line is drawn, from what the text commits itself to. In the order of the legend.
enum LineStyle: Int, CaseIterable, Comparable {
  case asserted, reported, alleged, planned, hypothetical, open, negated

  init(_ statement: Statement) {
    self.init(statement.polarity, statement.modality, isOpen: statement.isOpen)
  }

  init(_ polarity: Polarity, _ modality: Modality, isOpen: Bool) {
    if polarity == .negated {
      self = .negated
      return
    }
    switch modality {
    case .asserted: self = isOpen ? .open : .asserted
    case .reported: self = isOpen ? .open : .reported
    case .alleged: self = .alleged
    case .planned: self = .planned
    case .hypothetical: self = .hypothetical
    }
  }

  /// In the legend.
  var label: String {
    switch self {
    case .asserted: "stated by the article"
    case .reported: "reported by a source"
    case .alleged: "alleged"
    case .planned: "planned"
    case .hypothetical: "hypothetical"
    case .open: "other relation, in the text’s words"
    case .negated: "negated"
    }
  }

  /// Dark enough to be read as text on white.
  var color: String {
    switch self {
    case .asserted: "#1f2937"
    case .reported: "#6b7280"
    case .alleged: "#b45309"
    case .planned: "#1d4ed8"
    case .hypothetical: "#6b7280"
    case .open: "#9ca3af"
    case .negated: "#c81e1e"
    }
  }

  var fontColor: String { self == .open ? "#6b7280" : color }

  /// A line style that edges and the borders of table cells both know.
  var dash: String {
    switch self {
    case .asserted, .reported, .open: "solid"
    case .alleged, .hypothetical: "dotted"
    case .planned, .negated: "dashed"
    }
  }

  static func < (a: LineStyle, b: LineStyle) -> Bool { a.rawValue < b.rawValue }
}
