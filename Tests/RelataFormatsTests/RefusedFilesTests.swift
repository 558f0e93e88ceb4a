import RelataFormats
import RelataGraph
import Testing

/// What is harmful, malformed or cut off is refused with its place, and never half a graph.
@Suite struct RefusedFilesTests {
  private func refusal(_ text: String) -> String? { refusal(Array(text.utf8)) }

  private func refusal(_ bytes: [UInt8]) -> String? {
    do {
      _ = try GraphMLReader(ontology: Samples.ontology).read(bytes)
      return nil
    } catch {
      return error.description
    }
  }

  @Test(arguments: [
    ("", "line 1, column 1: there is no XML element"),
    ("{}", "line 1, column 1: text outside the root element: this is not XML, or not all of it"),
    ("<svg/>", "line 1, column 1: this XML is not GraphML: its root is not <graphml>"),
    ("<graphml/>", "line 1, column 1: there is no <graph>"),
    ("<graphml><graph/></graphml><graphml/>", "line 1, column 28: a second root element"),
    ("<graphml>\n  <graph>\n", "line 3, column 1: the file ends inside <graph>"),
    ("<graphml>\n<graph></graphml>", "line 2, column 8: </graphml> ends an element that is not open here"),
    ("<graphml><graph><node/></graph></graphml>", "line 1, column 17: the attribute id is missing"),
    (
      "<graphml><graph><node id='ü' id='b'/></graph></graphml>",
      "line 1, column 30: the attribute id stands there twice"
    ),
    (
      "<graphml><graph><node id='a<b'/></graph></graphml>",
      "line 1, column 28: “<” inside an attribute's value"
    ),
    (
      "<graphml><graph><node id=a/></graph></graphml>",
      "line 1, column 26: an attribute's value in quotation marks was expected"
    ),
    ("<graphml><graph><node id='a", "line 1, column 26: an attribute's value does not end"),
    (
      "<graphml><graph><node id='&bomb;'/></graph></graphml>",
      "line 1, column 27: “&bomb;” is no reference that XML defines"
    ),
    (
      "<graphml><graph><node id='&#0;'/></graph></graphml>",
      "line 1, column 27: “&#0;” is no reference that XML defines"
    ),
    (
      "<graphml><graph><node id='&#xD800;'/></graph></graphml>",
      "line 1, column 27: “&#xD800;” is no reference that XML defines"
    ),
    (
      "<graphml><graph><node id='a & b'/></graph></graphml>",
      "line 1, column 29: “&” that begins no reference"
    ),
    (
      "<graphml><graph><node id='a'><data key='k'>x</data></node></graph></graphml>",
      "line 1, column 30: there is no key “k”"
    ),
    (
      "<graphml><graph>\n<node id='a'/><node id='a'/></graph></graphml>",
      "line 2, column 15: a second node is called “a”; take one of the two out, or give it another identifier"
    ),
    ("<graphml><graph>a node</graph></graphml>", "line 1, column 17: text between elements"),
    ("<graphml><!-- a -- b --><graph/></graphml>", "line 1, column 19: “--” inside a comment"),
    ("<graphml><!-- a", "line 1, column 10: a comment does not end"),
    ("<graphml><graph><node id='a'>]]></node></graph></graphml>", "line 1, column 30: “]]>” inside a text"),
    (
      "<graphml>\u{1}</graphml>",
      "line 1, column 10: a byte that is not UTF-8, or a character that XML cannot hold"
    ),
    (
      "<graphml>\u{FFFF}</graphml>",
      "line 1, column 10: a byte that is not UTF-8, or a character that XML cannot hold"
    ),
    (
      "<?xml version='1.0' encoding='ISO-8859-1'?><graphml/>",
      "line 1, column 1: the encoding is ISO-8859-1; convert the file to UTF-8 with iconv"
    ),
  ]) func theReasonAndThePlaceAreSaid(text: String, message: String) {
    #expect(refusal(text) == message)
  }

  static let laughs =
    "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [\n<!ENTITY lol \"lol\">\n"
    + (1...9).map { "<!ENTITY lol\($0) \"" + String(repeating: "&lol\($0 - 1);", count: 10) + "\">\n" }
    .joined()
    + "]>\n<graphml><graph><node id=\"&lol9;\"/></graph></graphml>"

  @Test(arguments: [
    laughs,
    "<?xml version=\"1.0\"?>\n<!DOCTYPE g [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><graphml><graph><node id=\"&x;\"/></graph></graphml>",
    "<?xml version=\"1.0\"?>\n<!DOCTYPE g [<!ENTITY % x SYSTEM \"http://example.org/x\"> %x;]><graphml/>",
    "<?xml version=\"1.0\"?>\n<!DOCTYPE g [<!ENTITY x \"\(String(repeating: "a", count: 100_000))\">]><graphml/>",
  ]) func entitiesAreRefused(text: String) {
    #expect(
      refusal(text)
        == "line 2, column 1: a document type with declarations (entities) is refused; remove <!DOCTYPE … [ … ]>"
    )
  }

  /// Where a file only names a DTD, nothing is fetched, and what it might define stays unknown.
  @Test func aNamedDocumentTypeIsPassedOver() throws {
    let start = "<!DOCTYPE graphml SYSTEM \"http://example.invalid/[x].dtd\">\n<graphml><graph><node id=\""
    let imported = try GraphMLReader(ontology: Samples.ontology).read(
      Array((start + "a\"/></graph></graphml>").utf8))
    #expect(imported.graph.entities.map(\.name) == ["a"])
    #expect(refusal(start + "&a;\"/></graph></graphml>")?.hasPrefix("line 2, column 27: “&a;”") == true)
  }

  @Test func depthAndNumbersAreLimited() {
    let deep = "<graphml>" + String(repeating: "<a>", count: 1_000_000)
    #expect(refusal(deep) == "line 1, column \(9 + 255 * 3 + 1): more than 256 elements in each other")
    let graphs = "<graphml>" + String(repeating: "<graph><node id='a'>", count: 1_000_000)
    #expect(refusal(graphs)?.hasSuffix("more than 256 elements in each other") == true)
    let wide = "<graphml " + (0..<300).map { "a\($0)='' " }.joined() + "/>"
    #expect(refusal(wide) == "line 1, column 1: more than 256 attributes")
    let keys = (0..<300).map { "<key id='k\($0)' for='node'><default>x</default></key>" }.joined(
      separator: "\n")
    #expect(refusal("<graphml>\n\(keys)<graph/></graphml>") == "line 258, column 1: more than 256 keys")
  }

  /// One text of a key would stand at every node.
  @Test func aDefaultDoesNotMakeTheGraphAnyTimesAsLarge() throws {
    let value = String(repeating: "long ", count: 1_000)
    func text(_ count: Int) -> String {
      "<graphml><key id='k' for='node' attr.name='label' attr.type='string'><default>\(value)</default></key><graph>\n"
        + (0..<count).map { "<node id='\($0)'/>" }.joined() + "</graph></graphml>"
    }
    #expect(refusal(text(10)) == nil)
    #expect(
      refusal(text(1_000))?.hasSuffix(
        "the defaults of keys would make the graph more than 16 times as large as its file; write them only at the nodes and edges that they are meant for"
      ) == true)
  }

  /// Of two keys with one identifier the first counts, and none behind them takes its place.
  @Test func aKeyMayBeDeclaredTwice() throws {
    let keys = (["d0", "d1", "d2", "d3", "d4", "d5", "d0", "d6"]).map {
      "<key id='\($0)' for='node' attr.name='\($0 == "d0" ? "label" : "other \($0)")' attr.type='string'/>"
    }.joined()
    let nodes = ["a", "b"].map { "<node id='\($0)'><data key=\"d0\">Name of \($0)</data></node>" }.joined()
    let imported = try GraphMLReader(ontology: Samples.ontology).read(
      Array("<graphml>\(keys)<graph>\(nodes)</graph></graphml>".utf8))
    #expect(imported.graph.entities.map(\.name) == ["Name of a", "Name of b"])

    let ours = String(
      decoding: GraphMLWriter(ontology: Samples.ontology).write(Samples.conflict), as: UTF8.self)
    let key = "<key id=\"graph-details\" for=\"graph\" attr.name=\"details\" attr.type=\"string\"/>\n"
    let twice = ours.replacing(key, with: key + key)
    #expect(twice != ours)
    #expect(
      try GraphMLReader(ontology: Samples.ontology).read(Array(twice.utf8)).graph == Samples.conflict)
  }

  /// igraph writes `nan` where a number is missing.
  @Test(arguments: ["-0.5", "1.5", "inf", "much"]) func anImportanceIsBetweenNothingAndOne(wrong: String) {
    let text = String(
      decoding: GraphMLWriter(ontology: Samples.ontology).write(Samples.conflict), as: UTF8.self)
    #expect(refusal(text.replacing("importance\">0.75<", with: "importance\">nan<")) == nil)
    let message = refusal(text.replacing("importance\">0.75<", with: "importance\">\(wrong)<"))
    #expect(message?.contains("importance: “\(wrong)” is not ") == true)
    let json = String(
      decoding: JSONLDWriter(ontology: Samples.ontology).write(Samples.conflict), as: UTF8.self
    )
    .replacing("\"importance\":0.75", with: "\"importance\":\"\(wrong)\"")
    let error = #expect(throws: JSONLDError.self) { try JSONLDReader.read(Array(json.utf8)) }
    #expect(error?.reason == "“importance” must be a number from 0 to 1")
  }

  @Test func aConfidenceIsBetweenNothingAndOne() throws {
    let ontology = Samples.ontology
    for wrong in ["nan", "-0.5", "1.5", "inf"] {
      let text = String(decoding: GraphMLWriter(ontology: ontology).write(Samples.conflict), as: UTF8.self)
        .replacing("confidence\">0.875<", with: "confidence\">\(wrong)<")
      #expect(refusal(text)?.hasSuffix("confidence: “\(wrong)” is not between 0 and 1") == true)
    }
    let json = String(decoding: JSONLDWriter(ontology: ontology).write(Samples.conflict), as: UTF8.self)
      .replacing("\"confidence\":0.875", with: "\"confidence\":1e400")
    let error = #expect(throws: JSONLDError.self) { try JSONLDReader.read(Array(json.utf8)) }
    #expect(error?.reason == "“confidence” must be a number from 0 to 1")
  }

  /// Python writes what JSON has not.
  @Test func numbersThatAreNoneNameNothing() throws {
    let text = #"{"nodes": [{"id": "a", "w": NaN, "v": -Infinity, "u": 1e999}], "links": []}"#
    let imported = try NodeLinkReader(ontology: Samples.ontology).read(Array(text.utf8))
    #expect(imported.graph.entities.map(\.name) == ["a"])
    #expect(throws: JSONLDError.self) { try JSONLDReader.read(Array(#"{"@graph": [{"a": NaN}]}"#.utf8)) }
  }

  @Test(
    arguments: [[0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0xFF], [0x80]]
      as [[UInt8]])
  func malformedUTF8IsRefused(bytes: [UInt8]) {
    let text = Array("<graphml><graph><node id='".utf8) + bytes + Array("'/></graph></graphml>".utf8)
    #expect(
      refusal(text) == "line 1, column 27: a byte that is not UTF-8, or a character that XML cannot hold")
  }

  @Test func aFileCutOffAnywhereIsRefused() {
    let ontology = Samples.ontology
    let graphML = GraphMLWriter(ontology: ontology).write(Samples.conflict)
    for length in stride(from: 0, to: graphML.count - 2, by: 11) {
      #expect(throws: GraphFormatError.self) {
        try GraphMLReader(ontology: ontology).read(Array(graphML.prefix(length)))
      }
    }
    let writer = CSVWriter(ontology: ontology)
    let nodes = writer.nodes(of: Samples.conflict)
    let edges = writer.edges(of: Samples.conflict)
    // A table cut off between two lines is a table.
    for length in (edges.firstIndex(of: 0x0A) ?? 0) + 2..<edges.count where edges[length - 1] != 0x0A {
      #expect(throws: CSVReader.Failure.self) {
        try CSVReader(ontology: ontology).read(nodes: nodes, edges: Array(edges.prefix(length)))
      }
    }
    let nodeLink = Array(#"{"nodes": [{"id": "a"}], "links": [{"source": "a", "target": "a"}]}"#.utf8)
    for length in nodeLink.indices {
      #expect(throws: GraphFormatError.self) {
        try NodeLinkReader(ontology: ontology).read(Array(nodeLink.prefix(length)))
      }
    }
  }

  /// Whatever bytes come, an answer or an error comes, and no trap.
  @Test func damagedFilesNeverEndTheProgram() {
    let ontology = Samples.ontology
    var random = RandomGraphs(seed: 7)
    let writer = CSVWriter(ontology: ontology)
    let files = [
      GraphMLWriter(ontology: ontology).write(Samples.conflict), writer.edges(of: Samples.conflict),
    ]
    var refused = 0
    for round in 0..<2000 {
      var bytes = files[round % 2]
      for _ in 0..<1 + Int(random.next() % 4) {
        bytes[Int(random.next() % UInt64(bytes.count))] =
          Array("<>&;\"'/![]{},0\n\u{0}é".utf8).randomElement(using: &random) ?? 0
      }
      do {
        if round % 2 == 0 {
          _ = try GraphMLReader(ontology: ontology).read(bytes)
        } else {
          _ = try CSVReader(ontology: ontology).read(nodes: writer.nodes(of: Samples.conflict), edges: bytes)
        }
      } catch {
        refused += 1
      }
    }
    #expect(refused > 500)
  }

  @Test(arguments: [
    (":START_ID,:END_ID,:TYPE\na,b", "line 2, column 1: a row of 2 fields under a header of 3"),
    (":START_ID,:END_ID,:TYPE\na,b,\"c", "line 2, column 5: a field in quotation marks does not end"),
    (
      ":START_ID,:END_ID,:TYPE\na,b,\"c\"d",
      "line 2, column 8: a comma was expected after a field in quotation marks"
    ),
    (
      ":START_ID,:END_ID,:TYPE\na,b\"c",
      "line 2, column 4: a quotation mark inside a field that does not begin with one"
    ),
    (":START_ID,:END_ID,:TYPE\na,,c", "line 2, column 1: the field :END_ID is empty"),
    ("from,to\na,b", "line 2, column 1: the header has no column :START_ID"),
    ("", "line 1, column 1: the table is empty: there is no header"),
  ]) func tablesAreRefused(edges: String, message: String) {
    let failure = #expect(throws: CSVReader.Failure.self) {
      try CSVReader(ontology: Samples.ontology).read(
        nodes: Array("id:ID,name\na,A".utf8), edges: Array(edges.utf8))
    }
    #expect(failure?.table == .edges)
    #expect(failure?.error.description == message)
  }

  @Test(arguments: [
    ("{\"nodes\": [{\"id\": \"\\ud800\"}], \"links\": []}", "line 1, column 26: half of a surrogate pair"),
    ("{\"nodes\": 1}", "this JSON is no graph: there are no “nodes”"),
    ("{\"nodes\": []}", "this JSON is no graph: there are no “links” or “edges”"),
    ("{\"nodes\": [1], \"links\": []}", "a node must be an object"),
    ("{\"nodes\": [],\n\"links\": [{\"target\": 1}]}", "line 2, column 11: a link without a “source”"),
    (
      "{\"nodes\": [{\"id\": 1}, {\"id\": \"1\"}], \"links\": []}",
      "line 1, column 23: a second node is called “1”; take one of the two out, or give it another identifier"
    ),
  ]) func nodeLinkJSONIsRefused(text: String, message: String) {
    let error = #expect(throws: GraphFormatError.self) {
      try NodeLinkReader(ontology: Samples.ontology).read(Array(text.utf8))
    }
    #expect(error?.description == message)
  }
}
