import RelataGraph

/// Where triples go: a syntax of RDF.
///
/// A subject is opened once; each object belongs to the last predicate named. What is a name from data comes
/// as plain text and is percent-encoded by the sink, as ``PercentEncoding`` does it for JSON-LD.
protocol RDFSink: ~Copyable, SendableMetatype {
  /// Unnamed nodes that follow are called by a letter and a number, which no other things may
  /// share, and are counted anew.
  mutating func blankNodes(of letter: StaticString, _ number: Int)
  /// The documents whose named graphs the following triples belong to; none: the default graph.
  mutating func graphs(of documents: [String])
  mutating func subject(_ namespace: RDFNamespace, _ name: String)
  mutating func endSubject()
  mutating func predicate(_ name: RDFName)
  mutating func predicate(_ namespace: RDFNamespace, _ name: String)
  mutating func object(_ name: RDFName)
  mutating func object(_ namespace: RDFNamespace, _ name: String)
  /// An IRI that is complete already.
  mutating func object(iri: String)
  mutating func text(_ text: String)
  /// A literal whose lexical form is ASCII without anything to escape.
  mutating func literal(_ datatype: RDFName, _ writeLexical: (inout ByteStream) -> Void)
  /// A node without a name, described until ``endBlank()``.
  mutating func beginBlank()
  mutating func endBlank()
  /// What was written.
  consuming func end() -> ByteStream
}

extension RDFSink where Self: ~Copyable {
  mutating func type(_ name: RDFName) {
    predicate(RDFName(.rdf, "type"))
    object(name)
  }

  mutating func text(_ text: String, as name: RDFName) {
    predicate(name)
    self.text(text)
  }

  mutating func integer(_ number: Int, as name: RDFName, _ datatype: RDFName = RDFName(.xsd, "integer")) {
    predicate(name)
    literal(datatype) { $0.write(number) }
  }

  mutating func date(_ date: PartialDate, as name: RDFName) {
    predicate(name)
    literal(RDFName(.edtf, "EDTF")) { $0.write(date) }
  }

  mutating func flag(_ flag: Bool, as name: RDFName) {
    predicate(name)
    literal(RDFName(.xsd, "boolean")) { $0.write(flag ? "true" : "false" as StaticString) }
  }

  mutating func object(_ namespace: RDFNamespace, _ object: String, as name: RDFName) {
    predicate(name)
    self.object(namespace, object)
  }

  /// Several objects of one predicate; nothing where there are none.
  mutating func objects(_ namespace: RDFNamespace, _ objects: [String], as name: RDFName) {
    guard !objects.isEmpty else { return }
    predicate(name)
    for object in objects { self.object(namespace, object) }
  }

  /// The canonical form that JSON-LD gives a number of type `xsd:double` (JSON-LD API §8.6), with all the
  /// digits that the number needs; an infinity becomes 0, as in JSON.
  mutating func double(_ number: Double, as name: RDFName) {
    predicate(name)
    literal(RDFName(.xsd, "double")) { $0.write(Self.canonical(number.isFinite ? number : 0)) }
  }

  private static func canonical(_ number: Double) -> String {
    // Swift gives the shortest digits that read back: `0.875`, `1e-07`, `12.0`.
    let text = "\(number.magnitude)"
    let parts = text.split(separator: "e")
    var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    var digits = mantissa.joined()
    exponent += mantissa[0].utf8.count - 1
    while digits.utf8.count > 1, digits.hasPrefix("0") {
      digits.removeFirst()
      exponent -= 1
    }
    while digits.utf8.count > 1, digits.hasSuffix("0") { digits.removeLast() }
    if digits == "0" { exponent = 0 }
    let fraction = digits.dropFirst()
    return
      "\(number.sign == .minus ? "-" : "")\(digits.prefix(1)).\(fraction.isEmpty ? "0" : String(fraction))E\(exponent)"
  }
}
