import RelataFormats
import RelataGraph
import Testing

@Suite struct JSONLDReaderTests {
  private let writer = JSONLDWriter(ontology: Samples.ontology)

  /// Equal values, and equal scalars in every text: `==` alone calls `é` and `e` with an accent the same.
  private func expectRoundTrip(_ graph: KnowledgeGraph) throws {
    let bytes = writer.write(graph)
    let read = try JSONLDReader.read(bytes)
    #expect(read == graph)
    #expect(writer.write(read) == bytes)
  }

  @Test func whatWasWrittenIsReadBack() throws {
    for graph in [KnowledgeGraph(), Samples.conflict, Samples.nasty] { try expectRoundTrip(graph) }
  }

  @Test(arguments: 0..<200) func randomGraphsAreReadBack(seed: Int) throws {
    var random = RandomGraphs(seed: UInt64(seed))
    try expectRoundTrip(random.graph())
  }

  @Test func aSpanWithoutDatesIsNotNoSpan() throws {
    var graph = Samples.conflict
    graph.statements[0].time = TimeSpan(start: nil, end: nil)
    try expectRoundTrip(graph)
  }

  @Test func theBaseOfNamesDoesNotMatter() throws {
    let bytes = JSONLDWriter(ontology: Samples.ontology, base: "https://example.org/\"x\"/").write(
      Samples.conflict)
    #expect(try JSONLDReader.read(bytes) == Samples.conflict)
  }

  @Test func otherLayoutsOfTheSameJSONAreRead() throws {
    let text = String(decoding: writer.write(Samples.conflict), as: UTF8.self)
    let spaced =
      "\u{FEFF} "
      + text.replacing("\"@id\":", with: "\"@\\u0069d\" :\r\n ").replacing("ü", with: "\\u00fc")
      .replacing("𝒜", with: "\\uD835\\uDC9C")
    #expect(spaced != text)
    #expect(try JSONLDReader.read(Array(spaced.utf8)) == Samples.conflict)
  }

  @Test(arguments: [
    ("", "line 1: the JSON ends too early"),
    ("{", "line 1: a key in quotation marks was expected"),
    ("[]", "this is not a graph that relata wrote: there is no “@graph”"),
    ("{\"@graph\": 1}", "this is not a graph that relata wrote: there is no “@graph”"),
    ("{\"@graph\": []} x", "line 1: there is something after the end of the JSON value"),
    ("{\n\"@graph\": [tru]}", "line 2: a JSON value was expected"),
    ("{\"@graph\": [1,]}", "line 1: a JSON value was expected"),
    ("{\"@graph\": [\"\\q\"]}", "line 1: an unknown escape in a text"),
    ("{\"@graph\": [\"\\ud800\"]}", "line 1: half of a surrogate pair"),
    ("{\"@graph\": [\"a\nb\"]}", "line 1: a text holds a control character or does not end"),
    ("{\"@graph\": [1.2.3]}", "line 1: “1.2.3” is not a number"),
    (
      "{\"@graph\": [\n{\"@id\": \"document:a\", \"@type\": \"Document\"}]}",
      "line 2: “sentences” must be a whole number"
    ),
    (
      "{\"@graph\": [\n\n{\"@id\": \"x\", \"@type\": \"Document\", \"sentences\": 1, \"words\": 1}]}",
      "line 3: “@id” must begin with “document:”"
    ),
    (
      "{\"@graph\": [{\"@id\": \"document:a\", \"@type\": \"Document\", \"date\": \"soon\"}]}",
      "line 1: “soon” is not a date such as 2024-12-08, 2024-12 or 2024"
    ),
    (
      "{\"@graph\": [{\"@type\": \"Contradiction\", \"contradicts\": [\"statement:7\"], \"about\": \"time\", \"explanation\": \"\"}]}",
      "line 1: there is no “statement:7”"
    ),
    (
      "{\"@graph\": [{\"@type\": \"Correction\", \"action\": \"forget\"}]}",
      "line 1: “forget” is no action that relata knows"
    ),
    (
      "{\"@graph\": [{\"@type\": [\"Correction\"], \"action\": \"wrong\", \"file\": \"c\", \"line\": 1, \"explanation\": \"\", \"influenced\": [\"person:x\"]}]}",
      "line 1: “influenced” must begin with “entity:”"
    ),
    (
      "{\"@graph\": [{\"@id\": \"statement:0\", \"@type\": \"Statement\", \"predicate\": \"owl:sameAs\"}]}",
      "line 1: “owl:sameAs” is neither a relation nor a lemma"
    ),
  ]) func whatIsWrongIsSaidInOneLine(text: String, message: String) {
    let error = #expect(throws: JSONLDError.self) { try JSONLDReader.read(Array(text.utf8)) }
    #expect(error?.description == message)
  }

  @Test func anUnknownPolarityIsRefused() {
    let text = String(decoding: writer.write(Samples.conflict), as: UTF8.self)
      .replacing("\"polarity\":\"negated\"", with: "\"polarity\":\"perhaps\"")
    let error = #expect(throws: JSONLDError.self) { try JSONLDReader.read(Array(text.utf8)) }
    #expect(error?.reason == "“perhaps” is no polarity that relata knows")
  }

  @Test func malformedBytesAndBottomlessNestingAreRefused() {
    #expect(throws: JSONLDError(line: 1, column: 14, reason: "a byte that is not UTF-8")) {
      try JSONLDReader.read(Array("{\"@graph\": [\"".utf8) + [0xC3, 0x28] + Array("\"]}".utf8))
    }
    #expect(throws: JSONLDError(line: 1, column: 65, reason: "the JSON is nested too deeply")) {
      try JSONLDReader.read([UInt8](repeating: UInt8(ascii: "["), count: 1_000_000))
    }
  }

  /// Half a file, at any place, is an error and never half a graph.
  @Test func aTruncatedFileIsRefused() {
    let bytes = writer.write(Samples.conflict)
    for length in stride(from: 0, to: bytes.count - 2, by: 97) {
      #expect(throws: JSONLDError.self) { try JSONLDReader.read(Array(bytes.prefix(length))) }
    }
  }

  /// Somebody takes a statement out: contradictions still mean the same ones.
  @Test func contradictionsNameStatementsByTheirNames() throws {
    var graph = KnowledgeGraph()
    graph.statements = (0..<6).map {
      Statement(
        subject: EntityID(rawValue: "a"), relation: "leads", object: EntityID(rawValue: "b\($0)"),
        evidence: [])
    }
    graph.contradictions = [Contradiction(kind: .value, statements: [3, 5], explanation: "one leader")]
    let lines = String(decoding: writer.write(graph), as: UTF8.self).split(separator: "\n")
    let without = lines.filter { !$0.contains("\"@id\":\"statement:1\"") }.joined(separator: "\n")
    let read = try JSONLDReader.read(Array(without.utf8))
    #expect(read.statements.map(\.object.rawValue) == ["b0", "b2", "b3", "b4", "b5"])
    #expect(read.contradictions.map(\.statements) == [[2, 4]])
  }

  /// Also those that are not called by their place in the file.
  @Test(arguments: [
    "entity:city/aleppo", "document:a.txt", "statement:0", "statement:2",
  ]) func whatIsThereTwiceIsRefusedWithItsLine(id: String) throws {
    let lines = String(decoding: writer.write(Samples.conflict), as: UTF8.self).split(separator: "\n")
    let place = try #require(lines.firstIndex { $0.contains("\"@id\":\"\(id)\"") })
    for target in [place + 1, lines.lastIndex { $0.contains("\"@type\":[\"Correction\"") } ?? place + 1] {
      var twice = lines
      twice.insert(lines[place], at: target)
      let error = #expect(throws: JSONLDError.self) {
        try JSONLDReader.read(Array(twice.joined(separator: "\n").utf8))
      }
      #expect(error?.line == target + 1)
      #expect(error?.reason.hasPrefix("a second ") == true)
    }
  }
}
