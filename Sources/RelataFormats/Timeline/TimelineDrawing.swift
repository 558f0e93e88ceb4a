import RelataGraph

/// Writes a timeline whose places are known as SVG.
struct TimelineDrawing {
  let content: TimelineContent
  let layout: TimelineLayout
  let options: TimelineOptions

  private typealias Layout = TimelineLayout

  func write(to bytes: inout ByteStream) {
    let notes = notes
    let styles = Set(content.lanes.flatMap { $0.events.map { LineStyle($0.edge.statement) } }).sorted()
    let legendTop = layout.bottom + 26
    let height = Int(legendTop) + 18 * (notes.count + 1) + 8
    let width = Int(Layout.width)
    bytes.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" \
      role="img" aria-labelledby="title description" font-family="Helvetica,Arial,sans-serif" font-size="10.5" fill="#111827">
      <title id="title">
      """)
    bytes.writeXML(DOTText.shortened(options.title ?? "Timeline", to: 200))
    bytes.write("</title>\n<desc id=\"description\">" as StaticString)
    bytes.writeXML(description(notes: notes))
    bytes.write("</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n" as StaticString)
    if let title = options.title {
      text(PictureText.line(title, limit: 80), x: 16, y: 28, attributes: " font-size=\"17\"", to: &bytes)
    }
    writeAxis(to: &bytes)
    writeLanes(to: &bytes)
    // Lines lie below all text.
    for lane in layout.lanes { for placed in lane.events { writeConnection(of: placed, to: &bytes) } }
    for lane in layout.lanes { for placed in lane.events { write(placed, to: &bytes) } }
    writeLegend(styles, notes: notes, top: legendTop, to: &bytes)
    bytes.write("</svg>\n" as StaticString)
  }

  /// What a reader who does not see the picture is told.
  private func description(notes: [String]) -> String {
    let names = content.lanes.prefix(12).map { DOTText.shortened($0.entity.name, to: 60) }
    return "Dated statements from left to right, a lane for each of: \(names.joined(separator: ", ")). "
      + notes.joined(separator: " ")
  }

  private var notes: [String] {
    var notes: [String] = []
    let omitted = content.datedStatements - content.shownStatements
    if omitted > 0 || content.omittedActors > 0 {
      notes.append(
        "\(content.shownStatements) of \(content.datedStatements) dated statements are shown, those of most weight; \(counted(content.omittedActors, "actor")) have no lane."
      )
    }
    let undated = content.view.edges.count - content.datedStatements
    if undated > 0 {
      notes.append("\(counted(undated, "statement")) without a date of known year are not on the timeline.")
    }
    if content.lanes.contains(where: { $0.events.contains { $0.date.day == nil } }) {
      notes.append("Full marks: the day is known; hollow ones: the month or the year.")
    }
    if !layout.scale.gaps.isEmpty {
      notes.append("Gaps in time are drawn shorter than they are; those of more than a year are dotted.")
    }
    return notes
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  private func writeAxis(to bytes: inout ByteStream) {
    let y = layout.top - 8
    bytes.write("<g class=\"axis\" fill=\"#374151\" font-size=\"10\">\n" as StaticString)
    bytes.write(
      "<path d=\"M\(number(Layout.left)) \(number(y))H\(number(Layout.width - 12))\" stroke=\"#9ca3af\"/>\n")
    for gap in layout.scale.gaps {
      bytes.write(
        "<path d=\"M\(number(gap.lowerBound + 4)) \(number(y))H\(number(gap.upperBound - 4))\" stroke=\"#ffffff\" stroke-width=\"2\" stroke-dasharray=\"3 3\"/>\n"
      )
    }
    for tick in layout.scale.ticks {
      bytes.write(
        "<path d=\"M\(number(tick.x)) \(number(y - 4))V\(number(layout.bottom))\" stroke=\"#eceff3\"/>\n")
      text(tick.text, x: tick.x, y: y - 8, attributes: " text-anchor=\"middle\"", to: &bytes)
    }
    bytes.write("</g>\n" as StaticString)
  }

  private func writeLanes(to bytes: inout ByteStream) {
    for (lane, content) in zip(layout.lanes, content.lanes) {
      bytes.write(
        "<g class=\"lane\">\n<path d=\"M12 \(number(lane.top + lane.height))H\(number(Layout.width - 12))\" stroke=\"#d1d5db\"/>\n"
      )
      let style = EntityStyle(content.entity.type, in: self.content.view.ontology)
      bytes.write(
        "<rect x=\"12\" y=\"\(number(lane.top + 6))\" width=\"4\" height=\"\(number(lane.height - 12))\" fill=\"\(style.fill)\" stroke=\"#9ca3af\" stroke-width=\"0.5\"/>\n"
      )
      var y = lane.top + 20
      for line in lane.name {
        text(line, x: 22, y: y, attributes: " font-size=\"11\" font-weight=\"bold\"", to: &bytes)
        y += 13
      }
      if lane.omitted > 0 {
        text("+ \(lane.omitted) more", x: 22, y: y, attributes: " fill=\"#4b5563\"", to: &bytes)
      }
      bytes.write("</g>\n" as StaticString)
    }
  }

  private func writeConnection(of placed: Layout.PlacedEvent, to bytes: inout ByteStream) {
    guard let other = placed.event.otherLane, layout.lanes.indices.contains(other) else { return }
    let lane = layout.lanes[other]
    let isDown = lane.top > placed.y
    let end = isDown ? lane.top + 5 : lane.top + lane.height - 5
    let tip = isDown ? -5.0 : 5
    let color = LineStyle(placed.event.edge.statement).color
    bytes.write(
      "<path class=\"connection\" d=\"M\(number(placed.x)) \(number(placed.y))V\(number(end))m-3 \(number(tip))l3 \(number(-tip))l3 \(number(tip))\" fill=\"none\" stroke=\"\(color)\" stroke-opacity=\"0.45\"/>\n"
    )
  }

  private func write(_ placed: Layout.PlacedEvent, to bytes: inout ByteStream) {
    let line = LineStyle(placed.event.edge.statement)
    bytes.write("<g class=\"event\">" as StaticString)
    if options.showsTooltips {
      bytes.write("<title>" as StaticString)
      bytes.writeXML(tooltip(of: placed.event))
      bytes.write("</title>" as StaticString)
    }
    // What lies behind the text stays visible without making it hard to read.
    let width = 1.06 * TextMetrics.width(placed.event.text, size: Layout.fontSize)
    bytes.write(
      "<rect x=\"\(number(placed.isTextBefore ? placed.textX - width : placed.textX - 2))\" y=\"\(number(placed.y - 7))\" width=\"\(number(width + 2))\" height=\"14\" fill=\"#ffffff\" fill-opacity=\"0.85\"/>"
    )
    if placed.endX != placed.x {
      bytes.write(
        "<path d=\"M\(number(placed.x)) \(number(placed.y))H\(number(placed.endX))\" stroke=\"\(line.color)\" stroke-width=\"4\" stroke-opacity=\"0.55\"\(placed.isOpen ? " stroke-dasharray=\"6 3\"" : "")/>"
      )
    }
    let isExact = placed.event.date.day != nil
    bytes.write(
      "<circle cx=\"\(number(placed.x))\" cy=\"\(number(placed.y))\" r=\"4\" fill=\"\(isExact ? line.color : "#ffffff")\" stroke=\"\(line.color)\" stroke-width=\"1.5\"/>"
    )
    let anchor = placed.isTextBefore ? " text-anchor=\"end\"" : ""
    let slant = placed.event.edge.statement.isOpen ? " font-style=\"italic\"" : ""
    text(
      placed.event.text, x: placed.textX, y: placed.y + 3.7,
      attributes: " fill=\"\(line.fontColor)\"\(anchor)\(slant)", to: &bytes)
    bytes.write("</g>\n" as StaticString)
  }

  private func tooltip(of event: TimelineContent.Event) -> String {
    let view = content.view
    var lines: [String] = []
    for edge in [event.edge] + event.alike {
      let statement = edge.statement
      let names = [edge.subject, edge.object].map { DOTText.shortened(view.entities[$0].name, to: 120) }
      let time = statement.time.flatMap(GraphView.drawnTime).map { " [\($0)]" } ?? ""
      lines.append(
        "\(names[0]) → \(DOTText.shortened(view.label(of: statement), to: 120)) → \(names[1])\(time)")
      if let evidence = statement.evidence.first {
        lines.append("“\(DOTText.shortened(evidence.quote, to: 300))”")
        lines.append("— \(DOTText.shortened(evidence.document, to: 200))")
      }
    }
    return lines.joined(separator: "\n")
  }

  private func writeLegend(_ styles: [LineStyle], notes: [String], top: Double, to bytes: inout ByteStream) {
    bytes.write("<g class=\"legend\" font-size=\"10\">\n" as StaticString)
    var x = 16.0
    for style in styles {
      bytes.write(
        "<circle cx=\"\(number(x))\" cy=\"\(number(top - 3.5))\" r=\"4\" fill=\"\(style.color)\"/>")
      text(style.label, x: x + 8, y: top, to: &bytes)
      x += 1.06 * TextMetrics.width(style.label, size: 10) + 26
    }
    for (index, note) in notes.enumerated() {
      text(note, x: 12, y: top + 18 * Double(index + 1), attributes: " fill=\"#374151\"", to: &bytes)
    }
    bytes.write("</g>\n" as StaticString)
  }

  private func text(
    _ text: String, x: Double, y: Double, attributes: String = "", to bytes: inout ByteStream
  ) {
    bytes.write("<text x=\"\(number(x))\" y=\"\(number(y))\"\(attributes)>")
    bytes.writeXML(DOTText.oneLine(text))
    bytes.write("</text>\n" as StaticString)
  }

  private func number(_ value: Double) -> String {
    let rounded = (value * 10).rounded() / 10
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }
}
