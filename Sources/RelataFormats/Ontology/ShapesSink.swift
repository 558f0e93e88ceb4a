import RelataGraph

/// SHACL's words on top of Turtle.
struct ShapesSink: ~Copyable {
  private var sink = TurtleSink(ByteStream(), base: "https://relata.dev/graph/")

  init() {
    sink.declare([
      .relata, .kind, .rel, .rdf, .rdfs, .owl, .xsd, .prov, .oa, .dcterms, .schema, .edtf, .sh,
    ])
  }

  var bytes: [UInt8] { sink.bytes.array }

  /// - Parameter target: the class whose instances must conform.
  mutating func shape(
    _ name: String, target: RDFName, _ properties: (inout ShapesSink) -> Void
  ) {
    sink.subject(.relata, name)
    sink.type(RDFName(.sh, "NodeShape"))
    sink.predicate(RDFName(.sh, "targetClass"))
    sink.object(target)
    properties(&self)
    sink.endSubject()
  }

  mutating func property(
    _ path: RDFName, count: ClosedRange<Int>, _ constraints: (inout ShapesSink) -> Void
  ) {
    sink.predicate(RDFName(.sh, "property"))
    sink.beginBlank()
    sink.predicate(RDFName(.sh, "path"))
    sink.object(path)
    if count.lowerBound > 0 { sink.integer(count.lowerBound, as: RDFName(.sh, "minCount")) }
    if count.upperBound < Int.max { sink.integer(count.upperBound, as: RDFName(.sh, "maxCount")) }
    constraints(&self)
    sink.endBlank()
  }

  /// A property that is usually there: that it is not is a warning.
  mutating func usual(_ path: RDFName) {
    property(path, count: 1...Int.max) { $0.name(RDFName(.sh, "Warning"), as: "severity") }
  }

  /// Where one of two properties is, the other is, too.
  mutating func together(_ first: RDFName, _ second: RDFName) {
    sink.predicate(RDFName(.sh, "or"))
    sink.beginList()
    for count in [1...Int.max, 0...0] {
      sink.beginBlank()
      for path in [first, second] { property(path, count: count) { _ in } }
      sink.endBlank()
    }
    sink.endList()
  }

  mutating func isIRI() { name(RDFName(.sh, "IRI"), as: "nodeKind") }

  mutating func isBlank() { name(RDFName(.sh, "BlankNode"), as: "nodeKind") }

  mutating func isLiteral(_ datatype: RDFName) { name(datatype, as: "datatype") }

  mutating func isInstance(of type: RDFName) { name(type, as: "class") }

  mutating func isNumber(from lower: Double, to upper: Double) {
    isLiteral(RDFName(.xsd, "double"))
    sink.double(lower, as: RDFName(.sh, "minInclusive"))
    sink.double(upper, as: RDFName(.sh, "maxInclusive"))
  }

  /// `2024-12-08`, `2024-12`, `2024`, `XXXX-11`.
  mutating func isDate() {
    isLiteral(RDFName(.edtf, "EDTF"))
    sink.text("^([0-9]{4}|XXXX)(-[0-9]{2}(-[0-9]{2})?)?$", as: RDFName(.sh, "pattern"))
  }

  mutating func isOne(of values: [String]) {
    sink.predicate(RDFName(.sh, "in"))
    sink.beginList()
    for value in values { sink.text(value) }
    sink.endList()
  }

  mutating func conforms(to shape: String) { sink.object(.relata, shape, as: RDFName(.sh, "node")) }

  /// What the ends of a relation may be, where that is not anything.
  mutating func ends(of relation: RelationType) {
    end("Subject", of: relation, types: relation.domain, target: RDFName(.sh, "targetSubjectsOf"))
    end("Object", of: relation, types: relation.range, target: RDFName(.sh, "targetObjectsOf"))
  }

  private mutating func end(
    _ name: String, of relation: RelationType, types: [EntityType], target: RDFName
  ) {
    guard !types.contains(.thing) else { return }
    sink.subject(.relata, "\(relation.id)\(name)Shape")
    sink.type(RDFName(.sh, "NodeShape"))
    sink.object(.rel, relation.id, as: target)
    sink.predicate(RDFName(.sh, "severity"))
    sink.object(RDFName(.sh, "Warning"))
    sink.predicate(RDFName(.sh, "or"))
    sink.beginList()
    for type in types {
      sink.beginBlank()
      sink.object(.kind, type.rawValue, as: RDFName(.sh, "class"))
      sink.endBlank()
    }
    sink.endList()
    sink.endSubject()
  }

  private mutating func name(_ name: RDFName, as predicate: StaticString) {
    sink.predicate(RDFName(.sh, predicate))
    sink.object(name)
  }
}
