import RelataGraph

/// What hovering over an edge shows, written once for the two attributes that want it, and over a node.
struct DOTTooltip: ~Copyable {
  private var text = ByteStream()
  private var line = ByteStream()

  mutating func clear() { text.truncate(to: 0) }

  /// Who says so, the quote, and where it stands.
  mutating func add(_ edge: GraphView.Edge, of view: GraphView) {
    let statement = edge.statement
    line.write(view.entities[edge.subject].name)
    line.write(" → " as StaticString)
    line.write(view.label(of: statement))
    line.write(" → " as StaticString)
    line.write(view.entities[edge.object].name)
    endLine()
    if let source = statement.attribution {
      line.write("according to " as StaticString)
      line.write(view.name(of: source))
      endLine()
    }
    guard let evidence = statement.evidence.first else { return }
    line.write(evidence.quote)
    endLine(limit: 300, isQuote: true)
    line.write("— " as StaticString)
    line.write(evidence.document)
    if statement.evidence.count > 1 { line.write(" and \(statement.evidence.count - 1) more") }
    endLine()
  }

  /// Writes it in quotation marks; without a tooltip of its own an edge would have its label's.
  func write(to bytes: inout ByteStream) {
    bytes.append(UInt8(ascii: "\""))
    if text.count > 0 { bytes.append(contentsOf: text) } else { bytes.append(UInt8(ascii: " ")) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// What hovering over an entity shows: its name, its type and other names.
  static func text(of entity: Entity, style: EntityStyle) -> String {
    var lines = ["\(entity.name) (\(style.label))"]
    let others = entity.aliases.map(\.name).filter { $0 != entity.name }.prefix(6)
    if !others.isEmpty { lines.append("also " + others.joined(separator: ", ")) }
    return lines.map { DOTText.shortened($0, to: 200) }.joined(separator: "\n")
  }

  private mutating func endLine(limit: Int = 320, isQuote: Bool = false) {
    if text.count > 0 { text.write("\\n" as StaticString) }
    if isQuote { text.write("“" as StaticString) }
    Self.write(line, limit: limit, to: &text)
    if isQuote { text.write("”" as StaticString) }
    line.truncate(to: 0)
  }

  private static func write(_ line: borrowing ByteStream, limit: Int, to text: inout ByteStream) {
    line.withBytes { line in
      if let count = PlainLine.count(of: line), count <= limit {
        text.writeDOTText(line)
      } else {
        DOTText.shortened(String(decoding: line, as: UTF8.self), to: limit).withBytes {
          text.writeDOTText($0)
        }
      }
    }
  }
}
