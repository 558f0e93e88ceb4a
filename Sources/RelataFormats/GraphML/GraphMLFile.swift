import RelataGraph

/// A GraphML file while it is read.
struct GraphMLFile {
  private var scanner: XMLScanner
  private var nodeKeys = GraphMLKeys()
  private var edgeKeys = GraphMLKeys()
  private var graphKeys = GraphMLKeys()
  /// nil until the first graph shows whose file it is.
  private var kind: Kind?
  private var nodeColumns = RelataColumns([])
  private var edgeColumns = RelataColumns([])
  private var wantedNodeKeys: [Bool] = []
  private var wantedEdgeKeys: [Bool] = []

  private var records = RelataRecords()
  private var foreign: ForeignGraph
  /// The identifiers of nodes that another tool renamed.
  private var renamed: [String: EntityID] = [:]
  private var hyperedges = 0
  /// The leaves of the current element that count only where there are no details.
  private var substitutes: [(index: Int, text: XMLText)] = []

  private enum Kind { case relata, foreign }

  /// The texts that defaults give to elements may be so many times as long as the file: 240 letters for each
  /// `<node id="1"/>`.
  private static let maximumFilling = 16

  /// - Parameter ontology: what the types and relations of graphs made elsewhere are compared with.
  init(scanner: XMLScanner, ontology: Ontology) {
    self.scanner = scanner
    foreign = ForeignGraph(ontology: ontology)
  }

  mutating func read() throws(GraphFormatError) {
    guard try scanner.next() == .start, scanner.isNamed("graphml") else {
      throw scanner.error("this XML is not GraphML: its root is not <graphml>")
    }
    var hasGraph = false
    while try nextChild() {
      if scanner.isNamed("key") {
        try readKey()
      } else if scanner.isNamed("graph") {
        hasGraph = true
        recognize()
        try readGraph()
      } else {
        try skipElement()
      }
    }
    guard hasGraph else { throw scanner.error("there is no <graph>") }
    guard try scanner.next() == .finished else {
      throw scanner.error("something stands behind the root element")
    }
  }

  func imported() -> ImportedGraph {
    var notes: [String] = []
    if hyperedges > 0 {
      notes.append(hyperedges == 1 ? "1 hyperedge was left out" : "\(hyperedges) hyperedges were left out")
    }
    guard kind == .foreign else {
      return ImportedGraph(graph: records.finished(), isRestored: true, notes: notes)
    }
    return foreign.imported(notes: notes)
  }

  /// Moves to the next child element; false at the end of the parent.
  private mutating func nextChild() throws(GraphFormatError) -> Bool {
    while true {
      switch try scanner.next() {
      case .start: return true
      case .end, .finished: return false
      case .text:
        guard scanner.text.isSpace else { throw scanner.error("text between elements") }
      }
    }
  }

  private mutating func skipElement() throws(GraphFormatError) {
    let depth = scanner.depth
    repeat { _ = try scanner.next() } while scanner.depth >= depth
  }

  private mutating func required(
    _ name: StaticString, isRepeated: Bool = false
  ) throws(GraphFormatError) -> String {
    guard let value = try scanner.attribute(name, isRepeated: isRepeated) else {
      throw scanner.error("the attribute \(name) is missing")
    }
    return value
  }

  private mutating func readKey() throws(GraphFormatError) {
    let start = scanner.start
    let id = try required("id")
    let scope = try scanner.attribute("for") ?? "all"
    let name = try scanner.attribute("attr.name")
    let type = try scanner.attribute("attr.type")
    var value: String?
    while try nextChild() {
      if scanner.isNamed("default") { value = try readText().text } else { try skipElement() }
    }
    let all = scope == "all"
    var fits = true
    if all || scope == "node" {
      fits = nodeKeys.declare(id: id, name: name, type: type, default: value) && fits
    }
    if all || scope == "edge" {
      fits = edgeKeys.declare(id: id, name: name, type: type, default: value) && fits
    }
    if all || scope == "graph" {
      fits = graphKeys.declare(id: id, name: name, type: type, default: value) && fits
    }
    guard fits else { throw scanner.error(at: start, "more than \(GraphMLKeys.maximumCount) keys") }
  }

  /// Everything that relata needs to restore a graph is there, under the names that it gives.
  private mutating func recognize() {
    nodeColumns = RelataColumns(nodeKeys.names)
    edgeColumns = RelataColumns(edgeKeys.names)
    let isOurs =
      nodeColumns.has(.name) && nodeColumns.has(.type) && edgeColumns.has(.details)
      && edgeColumns.has(.relation)
      && edgeColumns.has(.polarity)
    kind = kind ?? (isOurs ? .relata : .foreign)
    wantedNodeKeys = nodeKeys.names.indices.map { kind == .foreign || nodeColumns.used.contains($0) }
    wantedEdgeKeys = edgeKeys.names.indices.map { kind == .foreign || edgeColumns.used.contains($0) }
  }

  private mutating func readGraph() throws(GraphFormatError) {
    let isDirected = try scanner.attribute("edgedefault") != "undirected"
    while try nextChild() {
      if scanner.isNamed("node") {
        try readNode()
      } else if scanner.isNamed("edge") {
        try readEdge(isDirected: isDirected)
      } else if scanner.isNamed("data") {
        try readGraphData()
      } else if scanner.isNamed("hyperedge") {
        hyperedges += 1
        try skipElement()
      } else {
        try skipElement()
      }
    }
  }

  private mutating func readGraphData() throws(GraphFormatError) {
    guard kind == .relata else { return try skipElement() }
    let start = scanner.start
    let key = try required("key")
    guard let index = graphKeys.index(of: key),
      graphKeys.names[index] == "details"
    else { return try skipElement() }
    let text = try readText().text
    // igraph writes every attribute that it knows.
    guard !text.isEmpty else { return }
    do {
      try records.addRest(text)
    } catch {
      throw scanner.error(at: start, error.reason)
    }
  }

  private mutating func readNode() throws(GraphFormatError) {
    let start = scanner.start
    let id = try required("id")
    var values = [String?](repeating: nil, count: nodeKeys.names.count)
    var drawing = GraphMLDrawing()
    try readLeaves(ofNode: true, into: &values)
    while try nextChild() {
      if scanner.isNamed("data") {
        try readData(ofNode: true, into: &values, drawing: &drawing)
      } else if scanner.isNamed("graph") {
        try readGraph()
      } else {
        try skipElement()
      }
    }
    try fillDefaults(ofNode: true, into: &values, start)
    if kind == .relata {
      // igraph numbers the nodes and keeps their identifiers as an attribute.
      let original = nodeColumns.value(.id, in: values)
      let entity = PortableText.entityID(original ?? id)
      if original != nil { renamed[id] = entity }
      do {
        try records.addEntity(id: entity, values, nodeColumns)
      } catch {
        throw scanner.error(at: start, error.reason)
      }
    } else {
      var node = ForeignNode(id: id, attributes: foreignAttributes(values, nodeKeys))
      drawing.describe(&node)
      guard foreign.add(node) else {
        throw scanner.error(at: start, GraphFormatError.second("node", id))
      }
    }
  }

  private mutating func readEdge(isDirected: Bool) throws(GraphFormatError) {
    let start = scanner.start
    let source = try required("source", isRepeated: true)
    let target = try required("target", isRepeated: true)
    let directed = try scanner.attribute("directed")
    var values = [String?](repeating: nil, count: edgeKeys.names.count)
    var drawing = GraphMLDrawing()
    try readLeaves(ofNode: false, into: &values)
    while try nextChild() {
      if scanner.isNamed("data") {
        try readData(ofNode: false, into: &values, drawing: &drawing)
      } else {
        try skipElement()
      }
    }
    try fillDefaults(ofNode: false, into: &values, start)
    if kind == .relata {
      do {
        try records.addStatement(
          subject: renamed[source] ?? PortableText.entityID(source),
          object: renamed[target] ?? PortableText.entityID(target), values, edgeColumns)
      } catch {
        throw scanner.error(at: start, error.reason)
      }
    } else {
      var edge = ForeignEdge(
        source: source, target: target, isDirected: directed.map { $0 == "true" || $0 == "1" } ?? isDirected,
        attributes: foreignAttributes(values, edgeKeys))
      drawing.describe(&edge)
      foreign.add(edge)
    }
  }

  /// A long default and many short elements would be a graph that is larger than the file by any factor.
  private mutating func fillDefaults(
    ofNode isNode: Bool, into values: inout [String?], _ start: Int
  ) throws(GraphFormatError) {
    if isNode { nodeKeys.fillDefaults(&values) } else { edgeKeys.fillDefaults(&values) }
    let bound = Self.maximumFilling * scanner.bytes.count
    guard nodeKeys.filledCount + edgeKeys.filledCount <= bound else {
      throw scanner.error(
        at: start,
        "the defaults of keys would make the graph more than \(Self.maximumFilling) times as large as its file; write them only at the nodes and edges that they are meant for"
      )
    }
  }

  private func foreignAttributes(_ values: [String?], _ keys: GraphMLKeys) -> [ForeignAttribute] {
    var attributes: [ForeignAttribute] = []
    for (index, value) in values.enumerated() {
      guard let value, !value.isEmpty else { continue }
      attributes.append(
        ForeignAttribute(
          name: keys.names[index], key: keys.foldedNames[index], values: [value],
          isNumeric: keys.isNumeric[index]))
    }
    return attributes
  }

  /// The data of an element up to the first that is more than a text.
  private mutating func readLeaves(ofNode isNode: Bool, into values: inout [String?]) throws(GraphFormatError)
  {
    while let leaf = scanner.leaf("data", "key") {
      let found =
        isNode
        ? nodeKeys.index(of: leaf.attribute, in: scanner.bytes)
        : edgeKeys.index(of: leaf.attribute, in: scanner.bytes)
      guard let index = found else {
        throw scanner.error(
          "there is no key “\(shortened(String(decoding: scanner.bytes[leaf.attribute], as: UTF8.self)))”")
      }
      guard isNode ? wantedNodeKeys[index] : wantedEdgeKeys[index] else { continue }
      switch isNode ? nodeColumns.use(of: index) : edgeColumns.use(of: index) {
      case .own: values[index] = try scanner.string(leaf.text)
      case .repeated: values[index] = try scanner.repeatedString(leaf.text)
      case .substitute where kind == .relata: substitutes.append((index, leaf.text))
      case .substitute: values[index] = try scanner.string(leaf.text)
      }
    }
    if !substitutes.isEmpty {
      // What the details say is said best by them.
      if !(isNode ? nodeColumns : edgeColumns).hasDetails(values) {
        for (index, text) in substitutes { values[index] = try scanner.string(text) }
      }
      substitutes.removeAll(keepingCapacity: true)
    }
  }

  private mutating func readData(
    ofNode isNode: Bool, into values: inout [String?], drawing: inout GraphMLDrawing
  ) throws(GraphFormatError) {
    var key: XMLText?
    for attribute in scanner.attributes where scanner.isEqual(attribute.name, "key") { key = attribute.value }
    guard let key else { throw scanner.error("the attribute key is missing") }
    var found =
      isNode
      ? nodeKeys.index(of: key.range, in: scanner.bytes) : edgeKeys.index(of: key.range, in: scanner.bytes)
    if key.kind != .plain {
      let text = try scanner.string(key)
      found = isNode ? nodeKeys.index(of: text) : edgeKeys.index(of: text)
    }
    guard let index = found else {
      throw scanner.error(
        "there is no key “\(shortened(String(decoding: scanner.bytes[key.range], as: UTF8.self)))”")
    }
    guard isNode ? wantedNodeKeys[index] : wantedEdgeKeys[index] else { return try skipElement() }
    let (text, hasElements) = try readText(drawing: &drawing)
    if !hasElements { values[index] = text }
  }

  private mutating func readText() throws(GraphFormatError) -> (text: String, hasElements: Bool) {
    var drawing = GraphMLDrawing()
    return try readText(drawing: &drawing)
  }

  /// The text up to the end of the element; what elements stand in it is told to the drawing.
  private mutating func readText(
    drawing: inout GraphMLDrawing
  ) throws(GraphFormatError) -> (text: String, hasElements: Bool) {
    var event = try scanner.next()
    if event == .end { return ("", false) }
    if event == .text {
      // Nearly always a single piece.
      let piece = scanner.text
      event = try scanner.next()
      if event == .end { return (try scanner.string(piece), false) }
      var decoded: [UInt8] = []
      try scanner.append(piece, to: &decoded)
      return try readRest(after: event, decoded, drawing: &drawing)
    }
    return try readRest(after: event, [], drawing: &drawing)
  }

  private mutating func readRest(
    after event: XMLScanner.Event, _ decoded: [UInt8], drawing: inout GraphMLDrawing
  ) throws(GraphFormatError) -> (text: String, hasElements: Bool) {
    var event = event
    var decoded = decoded
    var hasElements = false
    var depth = 0
    while true {
      switch event {
      case .start:
        hasElements = true
        depth += 1
        try drawing.begin(&scanner)
      case .end:
        if depth == 0 { return (String(decoding: decoded, as: UTF8.self), hasElements) }
        depth -= 1
        drawing.end()
      case .text:
        if depth == 0 { try scanner.append(scanner.text, to: &decoded) } else { try drawing.text(scanner) }
      case .finished: return ("", hasElements)
      }
      event = try scanner.next()
    }
  }
}
