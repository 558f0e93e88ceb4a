import RelataGraph

/// Writes a picture with all its places as DOT.
struct PictureWriter {
  let picture: Picture
  let layout: PictureLayout

  private var view: GraphView { picture.content.view }
  private var options: PictureOptions { picture.options }

  func write(to bytes: inout ByteStream) {
    bytes.write("digraph relata {\n" as StaticString)
    writeDefaults(to: &bytes)
    for (node, place) in zip(picture.nodes, layout.nodes) { write(node, at: place, to: &bytes) }
    var tooltip = DOTTooltip()
    for index in picture.content.bundles.indices { write(bundle: index, tooltip: &tooltip, to: &bytes) }
    if options.showsLegend { writeLegend(to: &bytes) }
    bytes.write("}\n" as StaticString)
  }

  private func writeDefaults(to bytes: inout ByteStream) {
    var graph = "pad=0.15, bgcolor=white, outputorder=edgesfirst, splines=true, tooltip=\" \""
    if let title = options.title {
      graph += ", label=\(DOTText.quoted(title)), labelloc=t, fontsize=20"
    }
    let font = "fontname=\"Helvetica,Arial,sans-serif\""
    bytes.write(
      """
        graph [\(graph), \(font)];
        node [\(font), fixedsize=true, margin=0, color="#6b7280", penwidth=0.8];
        edge [\(font), arrowsize=0.7];

      """)
  }

  private func write(_ node: PictureNode, at place: PicturePoint, to bytes: inout ByteStream) {
    bytes.write("  " as StaticString)
    bytes.writeDOT(PortableText.identifier(node.entity.id))
    bytes.write(" [label=" as StaticString)
    bytes.writeDOT(node.lines.joined(separator: "\n"))
    bytes.write(
      ", shape=\(node.style.shape), style=\"\(node.style.style)\", fillcolor=\"\(node.style.fill)\"")
    bytes.write(", fontcolor=\"\(node.style.fontColor)\", fontsize=\(Self.tenths(node.fontSize))")
    writePlace(place, size: node.size, to: &bytes)
    if options.linksEntities, let page = EntityPage.address(of: node.entity) {
      bytes.write(", URL=" as StaticString)
      bytes.writeDOT(page)
      bytes.write(", target=\"_blank\"" as StaticString)
    }
    // Without a tooltip of its own a node has its label's.
    bytes.write(", tooltip=" as StaticString)
    bytes.writeDOT(options.showsTooltips ? DOTTooltip.text(of: node.entity, style: node.style) : " ")
    bytes.write("];\n" as StaticString)
  }

  private func write(bundle index: Int, tooltip: inout DOTTooltip, to bytes: inout ByteStream) {
    let bundle = picture.content.bundles[index]
    let label = picture.content.labels[index]
    let link = picture.problem.links[index]
    let (first, second) = (picture.nodes[link.first], picture.nodes[link.second])
    let curve = PictureCurve(
      from: first, at: layout.nodes[link.first], through: layout.labels[index], to: second,
      at: layout.nodes[link.second], hasStartArrow: label.pointsBackward, hasEndArrow: label.pointsForward)
    tooltip.clear()
    if options.showsTooltips { for edge in bundle.edges { tooltip.add(edge, of: view) } }

    bytes.write("  " as StaticString)
    bytes.writeDOT(PortableText.identifier(first.entity.id))
    bytes.write(" -> " as StaticString)
    bytes.writeDOT(PortableText.identifier(second.entity.id))
    bytes.write(" [pos=\"" as StaticString)
    if let point = curve.startArrow { bytes.write("s,\(text(of: point)) ") }
    if let point = curve.endArrow { bytes.write("e,\(text(of: point)) ") }
    bytes.write(curve.points.map(text(of:)).joined(separator: " "))
    let width = 1 + 0.25 * Double(max(0, min(4, bundle.support - 1)))
    bytes.write(
      "\", dir=\(label.ends), style=\(bundle.line.dash), color=\"\(bundle.line.color)\", penwidth=\(Self.hundredths(width)), tooltip="
    )
    tooltip.write(to: &bytes)
    // No entity has such a name: in theirs two digits follow upon `%`. At the beginning it would make
    // Graphviz invent another name.
    bytes.write("];\n  \"label%-\(index)\" [class=label, label=")
    writeLabel(label, from: layout.nodes[link.first], to: layout.nodes[link.second], to: &bytes)
    writePlace(layout.labels[index], size: label.size, to: &bytes)
    bytes.write(
      ", shape=box, style=\"filled,rounded\", fillcolor=\"#ffffffe6\", penwidth=0, fontsize=10, tooltip="
        as StaticString)
    tooltip.write(to: &bytes)
    bytes.write("];\n" as StaticString)
  }

  /// - Parameter start: where the bundle's first end is, so that the signs point the way the picture goes.
  private func writeLabel(
    _ label: BundleLabel, from start: PicturePoint, to end: PicturePoint, to bytes: inout ByteStream
  ) {
    let way = end - start
    let isFlat = abs(way.x) >= abs(way.y)
    let signs = isFlat ? (way.x >= 0 ? ("→", "←") : ("←", "→")) : (way.y >= 0 ? ("↓", "↑") : ("↑", "↓"))
    var parts = label.lines.map { line -> String in
      let sign =
        switch line.direction {
        case .forward: signs.0 + " "
        case .backward: signs.1 + " "
        case .mutual: isFlat ? "↔ " : "↕ "
        case nil: ""
        }
      let text = DOTText.html(line.text)
      let words = line.isOpen && !text.isEmpty ? "<I>\(text)</I>" : text
      return "<FONT COLOR=\"\(line.style.fontColor)\">\(sign)\(words.isEmpty ? " " : words)</FONT>"
    }
    if label.rest > 0 { parts.append("<FONT COLOR=\"#6b7280\">+ \(label.rest) more</FONT>") }
    bytes.write("<" as StaticString)
    bytes.write(parts.joined(separator: "<BR/>"))
    bytes.write(">" as StaticString)
  }

  private func writeLegend(to bytes: inout ByteStream) {
    let legend = picture.legend
    guard !legend.isEmpty else { return }
    let width = max(layout.size.width, 420)
    let size = legend.size(in: width)
    bytes.write(
      "  \"legend%-\" [class=legend, shape=plain, fixedsize=false, tooltip=\"Legend\", label=" as StaticString
    )
    legend.write(in: width, to: &bytes)
    let place = PicturePoint(x: size.width / 2, y: layout.size.height + 24 + size.height / 2)
    bytes.write(", pos=\"\(text(of: place))\"];\n")
  }

  private func writePlace(_ place: PicturePoint, size: PictureSize, to bytes: inout ByteStream) {
    bytes.write(
      ", pos=\"\(text(of: place))\", width=\(Self.inches(size.width)), height=\(Self.inches(size.height))")
  }

  /// Graphviz counts from the lower left.
  private func text(of point: PicturePoint) -> String {
    "\(Self.hundredths(point.x)),\(Self.hundredths(layout.size.height - point.y))"
  }

  private static func tenths(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }
  private static func hundredths(_ number: Double) -> String { "\((number * 100).rounded() / 100)" }
  private static func inches(_ number: Double) -> String { "\((number / 72 * 10_000).rounded() / 10_000)" }
}

extension Picture {
  /// What of the styles occurs, and a sentence on what was left out.
  var legend: PictureLegend {
    let present = Set(nodes.map(\.entity.type))
    let ontology = content.view.ontology
    let described = ontology.types.map(\.type)
    let order = described.filter(present.contains) + present.subtracting(described).sorted()
    let edges = content.bundles.flatMap(\.edges)
    var notes: [String] = []
    let parts = [
      (content.omittedEntities, "entity", "entities"), (content.omittedStatements, "statement", "statements"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
    if !parts.isEmpty {
      notes.append(
        content.omittedStatements > 0
          ? "The most important \(lineCount) connections are shown; \(parts.joined(separator: " and ")) of less weight are left out."
          : "\(parts.joined()) of which nothing is stated \(content.omittedEntities == 1 ? "is" : "are") left out."
      )
    }
    return PictureLegend(
      entityStyles: order.map { EntityStyle($0, in: ontology) },
      lineStyles: Set(edges.map { LineStyle($0.statement) }).sorted(),
      hasContradictions: edges.contains(where: \.isContradicted), notes: notes)
  }
}
