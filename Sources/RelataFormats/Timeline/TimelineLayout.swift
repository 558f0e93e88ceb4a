import RelataGraph

/// The places of lanes and events.
struct TimelineLayout {
  struct PlacedEvent {
    var event: TimelineContent.Event
    var x: Double
    /// The other end of what lasts; equal to `x` for what happens at a date.
    var endX: Double
    /// Whether it goes on beyond what is drawn, to the right or from the left.
    var isOpen: Bool
    var y: Double
    /// Where the text begins, and whether it stands left of its mark.
    var textX: Double
    var isTextBefore: Bool
  }

  struct PlacedLane {
    var name: [String]
    var omitted: Int
    var top: Double
    var height: Double
    var events: [PlacedEvent]
  }

  let lanes: [PlacedLane]
  let scale: TimelineScale
  /// Where the lanes begin and end.
  let top: Double
  let bottom: Double

  static let width = 960.0
  static let left = 168.0
  static let right = 940.0
  static let rowHeight = 17.0
  static let fontSize = 10.5

  /// - Complexity: O(*e*²) at worst for *e* events of a lane.
  init(_ content: TimelineContent, top: Double) {
    self.top = top
    let dates = content.lanes.flatMap { $0.events.flatMap { [$0.start, $0.end].compactMap { $0 } } }
    scale = TimelineScale(dates, from: Self.left, to: Self.right - 40)
    var y = top
    var lanes: [PlacedLane] = []
    for lane in content.lanes {
      let name = Array(
        PictureText.wrapped(PictureText.line(lane.entity.name, limit: 50), width: 20).prefix(3))
      var rows: [[ClosedRange<Double>]] = []
      var events: [PlacedEvent] = []
      for event in lane.events {
        var placed = Self.place(event, scale: scale)
        let range = Self.range(of: placed)
        let row = rows.firstIndex { row in row.allSatisfy { !$0.overlaps(range) } } ?? rows.count
        if row == rows.count { rows.append([]) }
        rows[row].append(range)
        placed.y = y + 8 + (Double(row) + 0.5) * Self.rowHeight
        events.append(placed)
      }
      let nameHeight = Double(name.count + (lane.omitted > 0 ? 1 : 0)) * 13
      let height = max(Double(rows.count) * Self.rowHeight, nameHeight, 14) + 16
      lanes.append(PlacedLane(name: name, omitted: lane.omitted, top: y, height: height, events: events))
      y += height
    }
    self.lanes = lanes
    bottom = y
  }

  private static func place(_ event: TimelineContent.Event, scale: TimelineScale) -> PlacedEvent {
    let x = scale.x(of: event.date)
    let endX = event.start != nil ? event.end.map(scale.x(of:)) ?? x + 22 : x - 22
    let isOpen = event.start == nil || event.end == nil
    let markRight = max(x, endX) + 8
    let textWidth = width(of: event.text)
    // At the right margin the text stands before its mark.
    let isTextBefore = markRight + textWidth > Self.width - 8
    return PlacedEvent(
      event: event, x: x, endX: endX, isOpen: isOpen, y: 0,
      textX: isTextBefore ? min(x, endX) - 8 : markRight, isTextBefore: isTextBefore)
  }

  /// From the first to the last thing that is drawn, with a little room.
  private static func range(of placed: PlacedEvent) -> ClosedRange<Double> {
    let textWidth = width(of: placed.event.text)
    let marks = (min(placed.x, placed.endX) - 6, max(placed.x, placed.endX) + 6)
    return placed.isTextBefore
      ? placed.textX - textWidth - 8...marks.1 + 4 : marks.0...placed.textX + textWidth + 8
  }

  private static func width(of text: String) -> Double { 1.06 * TextMetrics.width(text, size: fontSize) }
}
