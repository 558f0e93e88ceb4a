public import RelataGraph

/// Draws what happened when as SVG: dates from left to right, a lane for each of the most important actors.
///
/// A mark is full where the day is known, hollow where only the month or the year is; a bar is what lasts. A
/// thin line leads to the lane of the other end. Colours are those of the lines of a ``Picture``. Gaps in
/// time are drawn shorter than they are. Hovering shows the quotes. No text lies over another one. The same
/// graph gives the same bytes; nothing else is needed to draw it.
public struct TimelineWriter: Sendable {
  /// What gives relations their labels.
  public var ontology: Ontology
  /// What the timeline shows.
  public var options: TimelineOptions

  /// Draws with the labels and colours of this ontology.
  public init(ontology: Ontology, options: TimelineOptions = TimelineOptions()) {
    self.ontology = ontology
    self.options = options
  }

  /// The timeline of a graph, a complete file in UTF-8.
  /// - Throws: ``TimelineError`` where no statement has a date with a year.
  /// - Complexity: O(*n* log *n*) for *n* statements, and O(*e*²) for the *e* events of a lane.
  public func write(_ graph: KnowledgeGraph) throws(TimelineError) -> [UInt8] {
    let content = try TimelineContent(graph, ontology: ontology, options: options)
    let layout = TimelineLayout(content, top: options.title == nil ? 44 : 74)
    return ByteStream.collect { bytes in
      TimelineDrawing(content: content, layout: layout, options: options).write(to: &bytes)
    }
  }
}
