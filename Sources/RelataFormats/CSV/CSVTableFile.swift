import RelataGraph

/// What the columns of a table are for.
struct CSVColumns {
  var id: Int?
  var source: Int?
  var target: Int?
  /// By column: the attribute's name, in the words of the other formats.
  var names: [String]
  var isNumeric: [Bool]

  init(_ header: [String?]) {
    names = []
    isNumeric = []
    for (index, field) in header.enumerated() {
      let field = field ?? ""
      let parts = field.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      // `ID(Person)` names a space of identifiers.
      let role =
        parts.count > 1 ? parts[1].split(separator: "(", maxSplits: 1).first.map(String.init) ?? "" : ""
      switch role {
      case "ID": id = index
      case "START_ID": source = index
      case "END_ID": target = index
      default: break
      }
      // A node's key is no attribute of it.
      names.append(
        ["ID": "", "START_ID": "", "END_ID": "", "LABEL": "type", "TYPE": "relation"][role] ?? parts[0])
      isNumeric.append(
        ["int", "long", "float", "double", "byte", "short", "boolean"].contains(role.lowercased()))
    }
  }
}

/// One of the two tables while it is read.
struct CSVTableFile {
  private var scanner: CSVScanner
  private let columns: CSVColumns
  private let fields: RelataColumns

  init(_ bytes: [UInt8]) throws(GraphFormatError) {
    scanner = try CSVScanner(bytes)
    guard let header = try scanner.row() else {
      throw scanner.error("the table is empty: there is no header")
    }
    columns = CSVColumns(header)
    fields = RelataColumns(columns.names)
  }

  /// Everything that relata needs to restore a graph is there, under the names that it gives.
  var isOurs: Bool { fields.has(.details) && (columns.id != nil || fields.has(.polarity)) }

  private mutating func row() throws(GraphFormatError) -> [String?]? {
    guard let row = try scanner.row() else {
      // Each row of ours is a line; what misses its end misses more.
      guard !isOurs || scanner.hasLastLineEnd else { throw scanner.error("the last line is cut off") }
      return nil
    }
    guard row.count == columns.names.count else {
      throw scanner.error("a row of \(row.count) fields under a header of \(columns.names.count)")
    }
    return row.map { $0.map(FormulaMark.removed(from:)) }
  }

  private func required(_ column: Int?, _ name: String, in row: [String?]) throws(GraphFormatError) -> String
  {
    guard let column else { throw scanner.error("the header has no column :\(name)") }
    guard let value = row[column] else { throw scanner.error("the field :\(name) is empty") }
    return value
  }

  mutating func readNodes(into records: inout RelataRecords) throws(GraphFormatError) {
    let type = columns.names.firstIndex(of: "type")
    while var row = try row() {
      let id = try required(columns.id, "ID", in: row)
      // The first label is the type, the others are above it.
      if let type, let labels = row[type], let end = labels.utf8.firstIndex(of: UInt8(ascii: ";")) {
        row[type] = String(labels[..<end])
      }
      do {
        try records.addEntity(id: PortableText.entityID(id), row, fields)
      } catch {
        throw scanner.error(error.reason)
      }
    }
  }

  mutating func readEdges(into records: inout RelataRecords) throws(GraphFormatError) {
    while let row = try row() {
      let source = try required(columns.source, "START_ID", in: row)
      let target = try required(columns.target, "END_ID", in: row)
      do {
        try records.addStatement(
          subject: PortableText.entityID(source), object: PortableText.entityID(target), row, fields)
      } catch {
        throw scanner.error(error.reason)
      }
    }
  }

  mutating func readNodes(into graph: inout ForeignGraph) throws(GraphFormatError) {
    while let row = try row() {
      let id = try required(columns.id, "ID", in: row)
      guard graph.add(ForeignNode(id: id, attributes: attributes(row))) else {
        throw scanner.error(GraphFormatError.second("node", id))
      }
    }
  }

  mutating func readEdges(into graph: inout ForeignGraph) throws(GraphFormatError) {
    while let row = try row() {
      graph.add(
        ForeignEdge(
          source: try required(columns.source, "START_ID", in: row),
          target: try required(columns.target, "END_ID", in: row), isDirected: true,
          attributes: attributes(row)))
    }
  }

  private func attributes(_ row: [String?]) -> [ForeignAttribute] {
    row.indices.compactMap { index in
      guard let value = row[index], !columns.names[index].isEmpty else { return nil }
      return ForeignAttribute(
        name: columns.names[index], values: [value], isNumeric: columns.isNumeric[index])
    }
  }
}
