/// Triples as N-Quads, one a line, repeated for each named graph that they belong to.
struct NQuadsSink: RDFSink {
  var bytes: [UInt8] = []
  private let iris: [[UInt8]]
  /// Subject, predicate and object of the line that is being made; those of the nodes around an unnamed node before it.
  private var line: [UInt8] = []
  /// Where the current node's subject begins and ends in `line`.
  private var start = 0
  private var subjectEnd = 0
  private var predicateEnd = 0
  private var outer: [(start: Int, subjectEnd: Int)] = []
  private var blankCount = 0
  /// The end of a line for each graph, e.g. ` <https://…/document/a.txt> .`
  private var ends: [[UInt8]] = [Self.defaultEnd]
  private var knownEnds: [String: [UInt8]] = [:]

  private static let defaultEnd = Array(" .\n".utf8)

  init(base: String) {
    iris = RDFNamespace.allCases.map {
      var bytes: [UInt8] = []
      bytes.writeIRI($0.iri(base: base))
      return bytes
    }
  }

  mutating func graphs(of documents: [String]) {
    ends.removeAll(keepingCapacity: true)
    for document in documents {
      if let end = knownEnds[document] {
        ends.append(end)
      } else {
        var end = Array(" ".utf8)
        write(.document, document, to: &end)
        end += Self.defaultEnd
        knownEnds[document] = end
        ends.append(end)
      }
    }
    if ends.isEmpty { ends.append(Self.defaultEnd) }
  }

  mutating func subject(_ namespace: RDFNamespace, _ name: String) {
    line.removeAll(keepingCapacity: true)
    start = 0
    write(namespace, name, to: &line)
    subjectEnd = line.count
  }

  mutating func endSubject() {}

  mutating func predicate(_ name: RDFName) {
    beginPredicate()
    write(name, to: &line)
    predicateEnd = line.count
  }

  mutating func predicate(_ namespace: RDFNamespace, _ name: String) {
    beginPredicate()
    write(namespace, name, to: &line)
    predicateEnd = line.count
  }

  mutating func object(_ name: RDFName) {
    beginObject()
    write(name, to: &line)
    endObject()
  }

  mutating func object(_ namespace: RDFNamespace, _ name: String) {
    beginObject()
    write(namespace, name, to: &line)
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

  mutating func literal(_ lexical: String, _ datatype: RDFName) {
    beginObject()
    line.append(UInt8(ascii: "\""))
    line.write(lexical)
    line.write("\"^^" as StaticString)
    write(datatype, to: &line)
    endObject()
  }

  mutating func beginBlank() {
    beginObject()
    let label = line.count
    line.write("_:b" as StaticString)
    line.write(String(blankCount))
    blankCount += 1
    endObject()
    // The object is the subject of what follows.
    outer.append((start, subjectEnd))
    start = label
    subjectEnd = line.count
  }

  mutating func endBlank() {
    guard let node = outer.popLast() else { return }
    line.removeSubrange(start...)
    // What is left is the outer subject and the predicate that led here; it may get another object.
    predicateEnd = line.count - 1
    (start, subjectEnd) = node
  }

  private mutating func beginPredicate() {
    line.removeSubrange(subjectEnd...)
    line.append(UInt8(ascii: " "))
  }

  private mutating func beginObject() {
    line.removeSubrange(predicateEnd...)
    line.append(UInt8(ascii: " "))
  }

  private mutating func endObject() {
    for end in ends {
      bytes.append(contentsOf: line[start...])
      bytes.append(contentsOf: end)
    }
  }

  private func write(_ name: RDFName, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: iris[name.namespace.rawValue])
    bytes.write(name.local)
    bytes.append(UInt8(ascii: ">"))
  }

  private func write(_ namespace: RDFNamespace, _ name: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: iris[namespace.rawValue])
    bytes.writePercentEncoded(name)
    bytes.append(UInt8(ascii: ">"))
  }
}
