import RelataFormats
import RelataGraph
import Testing

/// Graphs that other tools made.
@Suite struct ForeignGraphTests {
  private func read(_ text: String) throws -> ImportedGraph {
    let bytes = Array(text.utf8)
    return text.hasPrefix("<")
      ? try GraphMLReader(ontology: Samples.ontology).read(bytes)
      : try NodeLinkReader(ontology: Samples.ontology).read(bytes)
  }

  private func made(_ name: String) throws -> String {
    let files: [String: String] = try Consumer.python(
      "foreign.py", files: [GraphMLWriter(ontology: Samples.ontology).write(Samples.conflict)])
    return try #require(files[name])
  }

  @Test(arguments: ["networkx", "networkxLxml", "nodeLink", "nodeLinkEdges"])
  func networkXsGraphs(name: String) throws {
    let imported = try read(try made(name))
    #expect(!imported.isRestored)
    let graph = imported.graph
    #expect(graph.entities.map(\.id.rawValue) == ["7", "n1", "n2"])
    #expect(graph.entities.map(\.name) == ["Ada\nKhan 📰", "Hayat Tahrir <al-Sham> & \"co\"", "Aleppo"])
    #expect(graph.entities.map(\.type) == [.person, .armedGroup, .city])
    #expect(graph.entities[1].aliases.map(\.name) == ["HTS", "Tahrir"])
    #expect(
      graph.statements.map { "\($0.subject) \($0.relation) \($0.object) \($0.isOpen)" } == [
        "n1 captured n2 false", "n1 captured n2 false", "n1 captured n2 false", "n1 drinks tea with 7 true",
      ])
    #expect(graph.statements.compactMap(\.time) == [TimeSpan(start: Samples.date("2024-11"), end: nil)])
    #expect(graph.statements.allSatisfy { $0.evidence.isEmpty })
    #expect(imported.notes == ["attributes left out: directed_by, weight"])
  }

  @Test func aNameThatIsTheIdentifierIsAName() throws {
    let graph = try read(
      #"{"nodes": [{"id": "Ada", "name": "Ada", "title": "Countess"}, {"id": "b"}], "links": []}"#
    ).graph
    #expect(graph.entities.map(\.name) == ["Ada", "b"])
    #expect(graph.entities[0].aliases.map(\.name) == ["Countess"])
  }

  /// Only what Relata wrote says the rest of an element in an attribute of this name.
  @Test func detailsOfOthersHideNothing() throws {
    let graph = try read(
      """
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
        <key id="a" for="node" attr.name="aliases" attr.type="string"/>
        <key id="d" for="node" attr.name="details" attr.type="string"/>
        <graph edgedefault="directed">
          <node id="n"><data key="d">founded 2017</data><data key="a">HTS;Nusra</data></node>
        </graph>
      </graphml>
      """
    ).graph
    #expect(graph.entities.first?.aliases.map(\.name) == ["HTS", "Nusra"])
  }

  /// Each element would have all of them: a graph that is larger than its file by any factor.
  @Test func ofManyDefaultsForOneNameTheFirstCounts() throws {
    func keys(_ name: String, for element: String) -> String {
      (0..<80).map {
        "<key id='\(name)\($0)' for='\(element)' attr.name='\(name)' attr.type='string'>"
          + "<default>\(name) \($0)</default></key>"
      }.joined()
    }
    let graph = try read(
      """
      <graphml>\(keys("label", for: "node"))\(keys("aliases", for: "node"))\(keys("wikidata", for: "node"))
      \(keys("relation", for: "edge"))<graph edgedefault="directed">
      <node id="a"/><node id="b"><data key="label7">Ada</data><data key="aliases7">Countess</data></node>
      <edge source="a" target="b"/></graph></graphml>
      """
    ).graph
    #expect(graph.entities.map(\.name) == ["label 0", "Ada"])
    // What all have tells nothing apart: neither another name nor an identifier.
    #expect(graph.entities.map { $0.aliases.map(\.name) } == [[], ["Countess"]])
    #expect(graph.entities.map(\.identifiers) == [[:], [:]])
    #expect(graph.statements.map(\.relation) == ["relation 0"])
  }

  @Test func igraphsGraphs() throws {
    let graph = try read(try made("igraph")).graph
    #expect(graph.entities.map(\.id.rawValue) == ["n0", "n1", "n2"])
    #expect(graph.entities.map(\.name) == ["Ada", "Northport", "Lighthouse <Union>"])
    #expect(graph.entities.map(\.type) == [.person, .city, .organization])
    #expect(graph.statements.map(\.relation) == ["leads", "met_with", "knows & likes"])
    #expect(graph.statements.map(\.object.rawValue) == ["n1", "n1", "n0"])
  }

  @Test func edgesWithoutAnything() throws {
    let imported = try read(try made("undirected"))
    #expect(imported.graph.entities.map(\.name) == ["0", "1", "2"])
    #expect(imported.graph.statements.map(\.relation) == ["related_to", "related_to"])
    #expect(
      imported.notes == [
        "2 of 2 edges have no direction; each became a statement from its first end to its second"
      ])
  }

  @Test func yEdsLabelsAndArrows() throws {
    let imported = try read(
      """
      <?xml version="1.0" encoding="UTF-8" standalone="no"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
        <!--Created by yEd 3.25-->
        <key attr.name="Description" attr.type="string" for="graph" id="d0"/>
        <key for="node" id="d6" yfiles.type="nodegraphics"/>
        <key attr.name="kind" attr.type="string" for="node" id="d7"><default>person</default></key>
        <key for="edge" id="d10" yfiles.type="edgegraphics"/>
        <graph edgedefault="directed" id="G">
          <node id="n0"><data key="d6"><y:ShapeNode><y:Geometry height="30.0"/>
            <y:NodeLabel alignment="center">Ada
      Khan<y:LabelModel><y:SmartNodeLabelModel distance="4.0"/></y:LabelModel></y:NodeLabel><y:Shape type="ellipse"/>
          </y:ShapeNode></data></node>
          <node id="n1" yfiles.foldertype="group"><data key="d7">city</data><data key="d6"/><graph id="n1:">
            <node id="n1::n0"><data key="d6"><y:ShapeNode><y:NodeLabel><![CDATA[<Omar>]]></y:NodeLabel></y:ShapeNode></data></node>
          </graph></node>
          <edge id="e0" source="n0" target="n1::n0"><data key="d10"><y:PolyLineEdge><y:Arrows source="standard" target="none"/>
            <y:EdgeLabel>leads</y:EdgeLabel></y:PolyLineEdge></data></edge>
          <edge id="e1" source="n0" target="n1"/>
          <hyperedge><endpoint node="n0"/></hyperedge>
        </graph>
        <data key="d0"><y:Resources/></data>
      </graphml>
      """)
    #expect(imported.graph.entities.map(\.name) == ["Ada Khan", "n1", "<Omar>"])
    #expect(imported.graph.entities.map(\.type) == [.person, .city, .person])
    #expect(
      imported.graph.statements.map { "\($0.subject) \($0.relation) \($0.object)" } == [
        "n0 related_to n1", "n1::n0 leads n0",
      ])
    #expect(imported.notes == ["1 hyperedge was left out"])
  }

  @Test func d3sGraphs() throws {
    let graph = try read(
      """
      {"nodes": [{"id": "Ada", "group": 1}, {"id": "Omar", "group": 2, "labels": ["Mensch", "People", "Person"]}],
       "links": [{"source": "Ada", "target": {"id": "Omar", "x": 3.5}, "value": 1, "type": "met with"}]}
      """
    ).graph
    #expect(graph.entities.map(\.type) == [.thing, .person])
    #expect(graph.statements.map(\.relation) == ["met_with"])
    let counted = try read(
      #"{"nodes": [{"name": "Ada"}, {"name": "Omar"}], "links": [{"source": 0, "target": 1}]}"#
    ).graph
    #expect(counted.statements.map { "\($0.subject) \($0.object)" } == ["Ada Omar"])
  }

  @Test func neo4jsTables() throws {
    let nodes =
      "personId:ID(Person),name,born:int,:LABEL\r\n1,\"Khan, Ada\",1970,Actor;Person\r\n2,Omar,,\r\n"
    let edges = ":START_ID(Person),:END_ID(Person),:TYPE,since\n1,2,MET_WITH,1999\n2,1,KNOWS,"
    let imported = try CSVReader(ontology: Samples.ontology).read(
      nodes: Array(nodes.utf8), edges: Array(edges.utf8))
    #expect(imported.graph.entities.map(\.name) == ["Khan, Ada", "Omar"])
    #expect(imported.graph.entities.map(\.type) == [.person, .thing])
    #expect(imported.graph.statements.map(\.relation) == ["met_with", "KNOWS"])
    #expect(imported.notes == ["attributes left out: born, since"])
  }
}
