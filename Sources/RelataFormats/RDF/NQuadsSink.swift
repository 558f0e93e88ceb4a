import RelataGraph

/// Triples as N-Quads, one a line, repeated for each named graph that they belong to.
struct NQuadsSink: RDFSink, ~Copyable {
  var bytes: ByteStream
  /// The IRIs of the namespaces with the angle bracket in front, one behind the other.
  private var iriBytes = ByteStream()
  private var iris: [Range<Int>] = []
  /// Subject, predicate and object of the line that is being made; those of the nodes around
  /// an unnamed node before it.
  private var line = ByteStream()
  /// Where the current node's subject begins and ends in `line`.
  private var start = 0
  private var subjectEnd = 0
  private var predicateEnd = 0
  private var outer: [(start: Int, subjectEnd: Int)] = []
  /// What unnamed nodes are called by, but for their count.
  private var blankPrefix = ByteStream()
  private var blankCount = 0
  /// The ends of lines, e.g. ` <https://…/document/a.txt> .`, one behind the other; the first is
  /// that of the default graph.
  private var endBytes = ByteStream()
  private var knownEnds: [ExactText: Range<Int>] = [:]
  /// Those of the current graphs.
  private var ends: [Range<Int>] = []

  init(_ bytes: consuming ByteStream, base: String) {
    self.bytes = bytes
    for namespace in RDFNamespace.allCases {
      let start = iriBytes.count
      iriBytes.append(UInt8(ascii: "<"))
      iriBytes.writeIRI(namespace.iri(base: base))
      iris.append(start..<iriBytes.count)
    }
    endBytes.write(" .\n" as StaticString)
    ends.append(0..<endBytes.count)
  }

  consuming func end() -> ByteStream { bytes }

  mutating func blankNodes(of letter: StaticString, _ number: Int) {
    blankPrefix.truncate(to: 0)
    blankPrefix.write("_:" as StaticString)
    blankPrefix.write(letter)
    blankPrefix.write(number)
    blankPrefix.append(UInt8(ascii: "b"))
    blankCount = 0
  }

  mutating func graphs(of documents: [String]) {
    ends.removeAll(keepingCapacity: true)
    for document in documents { ends.append(end(ofGraph: document)) }
    if ends.isEmpty { ends.append(0..<3) }
  }

  private mutating func end(ofGraph document: String) -> Range<Int> {
    if let known = knownEnds[ExactText(text: document)] { return known }
    let start = endBytes.count
    endBytes.append(UInt8(ascii: " "))
    endBytes.append(iris[RDFNamespace.document.rawValue], of: iriBytes)
    endBytes.writePercentEncoded(document)
    endBytes.write("> .\n" as StaticString)
    knownEnds[ExactText(text: document)] = start..<endBytes.count
    return start..<endBytes.count
  }

  mutating func subject(_ namespace: RDFNamespace, _ name: String) {
    line.truncate(to: 0)
    start = 0
    write(namespace, name)
    subjectEnd = line.count
  }

  mutating func endSubject() {}

  mutating func predicate(_ name: RDFName) {
    beginPredicate()
    write(name)
    predicateEnd = line.count
  }

  mutating func predicate(_ namespace: RDFNamespace, _ name: String) {
    beginPredicate()
    write(namespace, name)
    predicateEnd = line.count
  }

  mutating func object(_ name: RDFName) {
    beginObject()
    write(name)
    endObject()
  }

  mutating func object(_ namespace: RDFNamespace, _ name: String) {
    beginObject()
    write(namespace, name)
    endObject()
  }

  mutating func object(iri: String) {
    beginObject()
    line.append(UInt8(ascii: "<"))
    line.writeIRI(iri)
    line.append(UInt8(ascii: ">"))
    endObject()
  }

  mutating func text(_ text: String) {
    beginObject()
    line.writeRDF(text)
    endObject()
  }

  mutating func literal(_ datatype: RDFName, _ writeLexical: (inout ByteStream) -> Void) {
    beginObject()
    line.append(UInt8(ascii: "\""))
    writeLexical(&line)
    line.write("\"^^" as StaticString)
    write(datatype)
    endObject()
  }

  mutating func beginBlank() {
    beginObject()
    let label = line.count
    line.append(contentsOf: blankPrefix)
    line.write(blankCount)
    blankCount += 1
    endObject()
    // The object is the subject of what follows.
    outer.append((start, subjectEnd))
    start = label
    subjectEnd = line.count
  }

  mutating func endBlank() {
    guard let node = outer.popLast() else { return }
    line.truncate(to: start)
    // What is left is the outer subject and the predicate that led here; it may get another object.
    predicateEnd = line.count - 1
    (start, subjectEnd) = node
  }

  private mutating func beginPredicate() {
    line.truncate(to: subjectEnd)
    line.append(UInt8(ascii: " "))
  }

  private mutating func beginObject() {
    line.truncate(to: predicateEnd)
    line.append(UInt8(ascii: " "))
  }

  private mutating func endObject() {
    for index in ends.indices {
      line.withBytes(from: start) { bytes.append($0) }
      bytes.append(ends[index], of: endBytes)
    }
  }

  private mutating func write(_ name: RDFName) {
    line.append(iris[name.namespace.rawValue], of: iriBytes)
    line.write(name.local)
    line.append(UInt8(ascii: ">"))
  }

  private mutating func write(_ namespace: RDFNamespace, _ name: String) {
    line.append(iris[namespace.rawValue], of: iriBytes)
    line.writePercentEncoded(name)
    line.append(UInt8(ascii: ">"))
  }
}
