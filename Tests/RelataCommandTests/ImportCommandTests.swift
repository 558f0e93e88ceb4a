import Foundation
import Relata
import Testing

@Suite("relata import reads graphs back, ours and others'")
struct ImportCommandTests {
  private func written(_ formats: [GraphFormat]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for format in formats {
      for file in format.files(for: SampleGraph.graph, ontology: try Ontology.embedded()) {
        try folder.write(Data(file.bytes), to: file.name)
      }
    }
    return folder
  }

  @Test(arguments: ["graph.graphml", "graph.jsonld", "nodes.csv edges.csv", "edges.csv nodes.csv"])
  func ourFilesComeBack(files: String) throws {
    let folder = try written([.graphml, .jsonld, .csv])
    let run = try RelataProcess.run(
      ["import"] + files.split(separator: " ").map(String.init) + ["--output", "back"], in: folder)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.hasPrefix("4 entities, 4 statements, 2 documents, as relata wrote them\n"))
    let contents = try folder.contents
    #expect(contents["back/graph.jsonld"] == contents["graph.jsonld"])
  }

  @Test func aGraphMadeElsewhereCanBeAsked() throws {
    let folder = try TemporaryFolder()
    let text = """
      {"directed": true, "nodes": [{"id": 1, "label": "Ada", "type": "PERSON"}, {"id": 2, "label": "Union", "type": "org"},
        {"id": 3, "label": "Omar"}], "links": [{"source": 1, "target": 2, "label": "leads", "weight": 3},
        {"source": 2, "target": 3, "label": "drinks with"}]}
      """
    let run = try RelataProcess.run(["import", "-", "--output", "imported"], in: folder, input: text)
    #expect(run.status == 0)
    #expect(run.errorLines == ["relata: note: attributes left out: weight"])
    let path = try RelataProcess.run(["path", "Ada", "Omar", "--from-graph", "imported"], in: folder)
    #expect(path.status == 0)
    #expect(path.output.contains("Ada –leads→ Union") && path.output.contains("Union –drinks with→ Omar"))
    let show = try RelataProcess.run(["show", "Union", "--from-graph", "imported"], in: folder)
    #expect(show.output.contains("2 · Organization"))
  }

  /// Only a graph of Relata is asked; what to do with another is said.
  @Test(arguments: [
    ("graph.graphml", "GraphML"), ("nodes.csv", "a table of nodes"), ("edges.csv", "a table of edges"),
    ("graph.json", "node-link JSON"),
  ]) func aGraphThatMustBeReadFirstIsNoRiddle(file: String, kind: String) throws {
    let folder = try written([.graphml, .csv, .nodelink])
    let files = file.hasSuffix(".csv") ? "nodes.csv edges.csv" : file
    for arguments in [
      ["show", "Ada", "--graph", file], ["export", file, "--format", "dot", "--output", "graph.dot"],
    ] {
      let run = try RelataProcess.run(arguments, in: folder)
      #expect(run.status == 65)
      #expect(
        run.errorLines == [
          "relata: \(file): is \(kind); read it with “relata import \(files) --output FOLDER”, then ask FOLDER"
        ])
    }
    // As it is told.
    let read = try RelataProcess.run(
      ["import"] + files.split(separator: " ").map(String.init) + ["--output", "FOLDER", "--quiet"],
      in: folder)
    #expect(read.status == 0)
    #expect(try RelataProcess.run(["show", "Lighthouse Union", "--graph", "FOLDER"], in: folder).status == 0)
  }

  /// All that is left out is named, on one line.
  @Test func theNoteOfWhatIsLeftOutIsWhole() throws {
    let folder = try TemporaryFolder()
    let names = (0..<30).map { "attribute \($0)" } + ["of\\ntwo lines"]
    try folder.write(
      "{\"nodes\": [{\"id\": 1, \(names.map { "\"\($0)\": 1" }.joined(separator: ", "))}], \"links\": []}",
      to: "wide.json")
    let run = try RelataProcess.run(["import", "wide.json", "--output", "out"], in: folder)
    #expect(run.status == 0)
    #expect(run.errorLines.count == 1)
    for name in names {
      #expect(run.errors.contains(name.replacing("\\n", with: " ")), "\(name)")
    }
  }

  /// Everything that names it would mean either of the two.
  @Test(arguments: ["graph.graphml", "graph.jsonld", "nodes.csv edges.csv"])
  func aNodeThatIsThereTwiceIsToldWithItsPlace(files: String) throws {
    let folder = try written([.graphml, .csv, .jsonld])
    let names = files.split(separator: " ").map(String.init)
    let text = String(decoding: try #require(try folder.contents[names[0]]), as: UTF8.self)
    let id = "person/omar-khan"
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let marks = [
      "graph.graphml": "<node id=\"\(id)\"", "graph.jsonld": "{\"@id\":\"entity:\(id)\"",
      "nodes.csv": "\(id),",
    ]
    let mark = try #require(marks[names[0]])
    let first = try #require(lines.firstIndex { $0.contains(mark) })
    // In GraphML a node is several lines.
    let last = try #require(
      names[0] == "graph.graphml" ? lines[first...].firstIndex { $0.contains("</node>") } : first)
    lines.insert(contentsOf: lines[first...last], at: last + 1)
    try folder.write(lines.joined(separator: "\n"), to: names[0])
    let run = try RelataProcess.run(["import"] + names + ["--output", "out"], in: folder)
    #expect(run.status == 65)
    let thing = names[0] == "graph.jsonld" ? "entity" : "node"
    #expect(run.errors.hasPrefix("relata: \(names[0]):\(last + 2)"), "\(run.errors)")
    #expect(
      run.errors.hasSuffix(
        ": a second \(thing) is called “\(id)”; take one of the two out, or give it another identifier\n"))
    #expect(run.errorLines.count == 1)
  }

  @Test(arguments: [
    ("bomb.graphml", 65, "bomb.graphml:2:1: a document type with declarations"),
    ("cut.graphml", 65, "cut.graphml:"),
    ("half.json", 65, "half.json:1:26: half of a surrogate pair"),
    ("cut.jsonld", 65, "cut.jsonld:"),
    ("prose.txt", 65, "prose.txt: this is no graph that relata can read"),
    ("nodes.csv", 64, "nodes.csv is a table of nodes; name the table of edges, too"),
    ("nowhere.graphml", 66, "nowhere.graphml: no such file"),
  ]) func whatCannotBeReadIsOneLine(file: String, status: Int32, message: String) throws {
    let folder = try written([.graphml, .jsonld, .csv])
    let contents = try folder.contents
    try folder.write(
      "<?xml version=\"1.0\"?>\n<!DOCTYPE g [<!ENTITY a \"a\">]><graphml/>", to: "bomb.graphml")
    try folder.write(try #require(contents["graph.graphml"]).prefix(3000), to: "cut.graphml")
    try folder.write(try #require(contents["graph.jsonld"]).prefix(6000), to: "cut.jsonld")
    try folder.write(#"{"nodes": [{"id": "\ud800"}], "links": []}"#, to: "half.json")
    try folder.write("Ada leads the union.", to: "prose.txt")
    let run = try RelataProcess.run(["import", file, "--output", "out"], in: folder)
    #expect(run.status == status)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.hasPrefix("relata: \(message)"), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "out").path))
  }

  /// 256 keys of one name gave each of these nodes 256 names: 1.4 GB for 400 kB.
  @Test func theKeysOfAFileAreNoBomb() throws {
    let folder = try TemporaryFolder()
    let keys = (0..<256).map {
      "<key id='k\($0)' for='node' attr.name='label' attr.type='string'><default>\($0)</default></key>\n"
    }
    let nodes = (0..<20_000).map { "<node id='\($0)'/>\n" }
    try folder.write(
      "<graphml>\(keys.joined())<graph>\(nodes.joined())</graph></graphml>", to: "keys.graphml")
    let run = try RelataProcess.run(
      ["import", "keys.graphml", "--output", "out"], in: folder,
      wait: { ProcessBounds(megabytes: 400).wait(for: $0) })
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("20000 entities"))
  }
}
