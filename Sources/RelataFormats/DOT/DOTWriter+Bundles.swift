import RelataGraph

/// One edge for all statements between two entities.
extension DOTWriter {
  func writeBundles(of view: GraphView, to bytes: inout ByteStream) {
    let bundles = StatementBundle.bundles(of: view)
    bytes.writeInParts(of: bundles.count) { range, bytes in
      var tooltip = DOTTooltip()
      for bundle in bundles[range] { write(bundle, in: view, tooltip: &tooltip, to: &bytes) }
    }
  }

  private func write(
    _ bundle: StatementBundle, in view: GraphView, tooltip: inout DOTTooltip, to bytes: inout ByteStream
  ) {
    let label = BundleLabel(bundle, in: view)
    writeEnds(of: bundle.edges[0], to: &bytes)
    bytes.write(" [label=" as StaticString)
    write(label, of: bundle, in: view, to: &bytes)
    bytes.write(", dir=\(label.ends)")
    writeLine(bundle.line, support: bundle.support, to: &bytes)
    tooltip.clear()
    if options.showsTooltips { for edge in bundle.edges { tooltip.add(edge, of: view) } }
    write(tooltip, to: &bytes)
  }

  /// The list on a background. Nobody knows yet how the edge will lie, so that signs of direction would
  /// mislead: where statements go both ways, each line begins with its subject.
  private func write(
    _ label: BundleLabel, of bundle: StatementBundle, in view: GraphView, to bytes: inout ByteStream
  ) {
    var lines = label.lines.map { line -> String in
      var text = line.text
      if let direction = line.direction, direction != .mutual {
        let subject = view.entities[direction == .forward ? bundle.first : bundle.second].name
        text = DOTText.shortened(subject, to: 20) + ": " + text
      }
      let words = DOTText.html(text)
      let slanted = line.isOpen && !words.isEmpty ? "<I>\(words)</I>" : words
      return "<FONT COLOR=\"\(line.style.fontColor)\">\(slanted.isEmpty ? " " : slanted)</FONT>"
    }
    if label.rest > 0 { lines.append("<FONT COLOR=\"#6b7280\">+ \(label.rest) more</FONT>") }
    bytes.write(
      "<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"1\" BGCOLOR=\"#ffffffe6\"><TR><TD>"
    )
    bytes.write(lines.joined(separator: "<BR/>"))
    bytes.write("</TD></TR></TABLE>>" as StaticString)
  }
}
