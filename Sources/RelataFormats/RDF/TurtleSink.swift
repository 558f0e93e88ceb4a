/// Triples as Turtle, one subject after the other, unnamed nodes in brackets where they belong.
struct TurtleSink: RDFSink, ~Copyable {
  var bytes: ByteStream
  private let iris: [String]
  private let prefixes = RDFNamespace.allCases.map(\.prefix)
  private var depth = 0
  private var isFirstPredicate = true
  private var isFirstObject = true

  /// Whether the current node is described in a list, and those around it.
  private var isInList = [false]

  init(_ bytes: consuming ByteStream, base: String) {
    self.bytes = bytes
    iris = RDFNamespace.allCases.map { $0.iri(base: base) }
  }

  /// The head of a file.
  mutating func declare(_ namespaces: [RDFNamespace]) {
    for namespace in namespaces {
      bytes.write("@prefix \(namespace.prefix): <")
      bytes.writeIRI(iris[namespace.rawValue])
      bytes.write("> .\n" as StaticString)
    }
  }

  /// What was written.
  consuming func end() -> ByteStream { bytes }

  mutating func blankNodes(of letter: StaticString, _ number: Int) {}

  mutating func graphs(of documents: [String]) {}

  mutating func subject(_ namespace: RDFNamespace, _ name: String) {
    bytes.append(UInt8(ascii: "\n"))
    write(namespace, name)
    depth = 1
    isFirstPredicate = true
  }

  mutating func subject(iri: String) {
    bytes.write("\n<" as StaticString)
    bytes.writeIRI(iri)
    bytes.append(UInt8(ascii: ">"))
    depth = 1
    isFirstPredicate = true
  }

  /// An RDF list of what follows until ``endList()``.
  mutating func beginList() {
    beginObject()
    bytes.append(UInt8(ascii: "("))
    isInList.append(true)
  }

  mutating func endList() {
    isInList.removeLast()
    bytes.write(" )" as StaticString)
    isFirstObject = false
  }

  mutating func endSubject() { bytes.write(" .\n" as StaticString) }

  mutating func predicate(_ name: RDFName) {
    beginPredicate()
    if name.isType {
      bytes.append(UInt8(ascii: "a"))
    } else {
      write(name)
    }
  }

  mutating func predicate(_ namespace: RDFNamespace, _ name: String) {
    beginPredicate()
    write(namespace, name)
  }

  mutating func object(_ name: RDFName) {
    beginObject()
    write(name)
  }

  mutating func object(_ namespace: RDFNamespace, _ name: String) {
    beginObject()
    write(namespace, name)
  }

  mutating func object(iri: String) {
    beginObject()
    bytes.append(UInt8(ascii: "<"))
    bytes.writeIRI(iri)
    bytes.append(UInt8(ascii: ">"))
  }

  mutating func text(_ text: String) {
    beginObject()
    bytes.writeRDF(text)
  }

  mutating func literal(_ datatype: RDFName, _ writeLexical: (inout ByteStream) -> Void) {
    beginObject()
    bytes.append(UInt8(ascii: "\""))
    writeLexical(&bytes)
    bytes.write("\"^^" as StaticString)
    write(datatype)
  }

  mutating func beginBlank() {
    beginObject()
    bytes.append(UInt8(ascii: "["))
    isInList.append(false)
    depth += 1
    isFirstPredicate = true
  }

  mutating func endBlank() {
    isInList.removeLast()
    depth -= 1
    bytes.write(" ]" as StaticString)
    isFirstPredicate = false
    isFirstObject = false
  }

  private mutating func beginPredicate() {
    if isFirstPredicate {
      bytes.append(UInt8(ascii: " "))
    } else {
      bytes.write(" ;\n" as StaticString)
      for _ in 0..<depth { bytes.write("  " as StaticString) }
    }
    isFirstPredicate = false
    isFirstObject = true
  }

  private mutating func beginObject() {
    if !isFirstObject, isInList.last != true { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: " "))
    isFirstObject = false
  }

  private mutating func write(_ name: RDFName) {
    bytes.write(prefixes[name.namespace.rawValue])
    bytes.append(UInt8(ascii: ":"))
    bytes.write(name.local)
  }

  /// A prefixed name where nothing in it needs an escape, else the whole IRI: both are read alike everywhere,
  /// while escapes in prefixed names are not.
  private mutating func write(_ namespace: RDFNamespace, _ name: String) {
    let isPlain = name.withBytes {
      $0.allSatisfy { PercentEncoding.isReadable($0) && $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "~") }
    }
    if isPlain, name.utf8.first != UInt8(ascii: "-") {
      bytes.write(prefixes[namespace.rawValue])
      bytes.append(UInt8(ascii: ":"))
      bytes.write(name)
    } else {
      bytes.append(UInt8(ascii: "<"))
      bytes.writeIRI(iris[namespace.rawValue])
      bytes.writePercentEncoded(name)
      bytes.append(UInt8(ascii: ">"))
    }
  }
}
