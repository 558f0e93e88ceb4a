import RelataGraph

/// What of a graph stands on a timeline: the most important actors, and of what they did or what was done to
/// them the most important.
struct TimelineContent {
  /// A dated statement, told in the lane of one of its ends.
  struct Event {
    var edge: GraphView.Edge
    /// The first date, and the last where it is another one; nil: it goes on, or nobody says since when.
    var start: PartialDate?
    var end: PartialDate?
    /// Relation and the other end, seen from the lane.
    var text: String
    /// The lane of the other end, where it has one.
    var otherLane: Int?
    /// Whether the lane is the object's.
    var isReceived: Bool
    /// Other statements that read alike, whose quotes this event shows as well.
    var alike: [GraphView.Edge] = []

    /// Where it is drawn.
    var date: PartialDate { start ?? end ?? PartialDate(year: 0) }
  }

  struct Lane {
    var entity: Entity
    /// In order of time.
    var events: [Event]
    /// How many of its statements are not drawn.
    var omitted: Int
  }

  let view: GraphView
  /// The most important first.
  let lanes: [Lane]
  let datedStatements: Int
  let shownStatements: Int
  /// Actors without a lane.
  let omittedActors: Int

  /// - Complexity: O(*n* log *n*) for *n* statements.
  init(_ graph: KnowledgeGraph, ontology: Ontology, options: TimelineOptions) throws(TimelineError) {
    let view = GraphView(graph, ontology: ontology)
    self.view = view
    let dated = view.edges.filter { Self.dates(of: $0.statement) != nil }.sorted(
      by: StatementBundle.isStronger)
    guard !dated.isEmpty else { throw .noDates(statements: view.edges.count) }

    let ranked = Self.actors(of: dated)
    let chosen = Array(ranked.prefix(options.laneLimit ?? ranked.count))
    let places = Dictionary(uniqueKeysWithValues: chosen.enumerated().map { ($1, $0) })
    var lanes = chosen.map { Lane(entity: view.entities[$0], events: [], omitted: 0) }
    var shown = 0
    for edge in dated {
      guard let lane = places[edge.subject] ?? places[edge.object] else { continue }
      guard shown < options.statementLimit ?? dated.count else {
        lanes[lane].omitted += 1
        continue
      }
      shown += 1
      let isReceived = places[edge.subject] == nil
      let (start, end) = Self.dates(of: edge.statement) ?? (nil, nil)
      let text = Self.text(of: edge, isReceived: isReceived, in: view)
      let alike = lanes[lane].events.firstIndex { event in
        event.text == text && event.start == start && event.end == end && event.isReceived == isReceived
          && LineStyle(event.edge.statement) == LineStyle(edge.statement)
      }
      if let alike {
        lanes[lane].events[alike].alike.append(edge)
        continue
      }
      let other = isReceived ? nil : places[edge.object]
      lanes[lane].events.append(
        Event(
          edge: edge, start: start, end: end, text: text, otherLane: other == lane ? nil : other,
          isReceived: isReceived))
    }
    // A lane in which nothing happens says nothing, unless something leads to it.
    let reached = Set(lanes.flatMap { $0.events.compactMap(\.otherLane) })
    let kept = lanes.indices.filter { !lanes[$0].events.isEmpty || reached.contains($0) }
    let renumbered = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    self.lanes = kept.map { index in
      var lane = lanes[index]
      for event in lane.events.indices {
        lane.events[event].otherLane = lane.events[event].otherLane.flatMap { renumbered[$0] }
      }
      lane.events.sort { ($0.date, $0.edge.index) < ($1.date, $1.edge.index) }
      return lane
    }
    datedStatements = dated.count
    shownStatements = shown
    omittedActors = ranked.count - kept.count
  }

  /// The dates with a year; nil where there is none ("in November").
  private static func dates(of statement: Statement) -> (start: PartialDate?, end: PartialDate?)? {
    let start = statement.time?.start.flatMap { $0.year == nil ? nil : $0 }
    let end = statement.time?.end.flatMap { $0.year == nil ? nil : $0 }
    return start == nil && end == nil ? nil : (start, end)
  }

  /// The ends of dated statements, the weightiest first: who acts counts more than what it happens to.
  private static func actors(of dated: [GraphView.Edge]) -> [Int] {
    var weights: [Int: Int] = [:]
    for edge in dated {
      // Thousandths, so that no order of summation matters. What is not known to matter
      // counts as half important.
      let weight = 200 + Int(((edge.statement.importance ?? 0.5) * 1_000).rounded())
      weights[edge.subject, default: 0] += 3 * weight
      weights[edge.object, default: 0] += weight
    }
    return weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  private static func text(of edge: GraphView.Edge, isReceived: Bool, in view: GraphView) -> String {
    let statement = edge.statement
    let relation = statement.isOpen ? nil : view.ontology.relation(statement.relation)
    let other = PictureText.line(view.entities[isReceived ? edge.subject : edge.object].name, limit: 26)
    var words = PictureText.line(view.label(of: statement), limit: 22)
    if isReceived, relation?.isSymmetric != true {
      words = relation?.inverse.map { PictureText.line($0, limit: 22) } ?? "←\(words)–"
    }
    if statement.polarity == .negated { words = "not " + words }
    return (edge.isContradicted ? "⚠ " : "") + words + " " + other
  }
}
