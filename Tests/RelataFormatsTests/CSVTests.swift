import RelataFormats
import RelataGraph
import Testing

@Suite struct CSVTests {
  private struct Table: Decodable {
    var header: [String]
    var rows: [[String: String]]
  }

  private func load(_ graph: KnowledgeGraph) throws -> (nodes: Table, edges: Table) {
    let files = GraphFormat.csv.files(for: graph, ontology: Samples.ontology)
    #expect(files.map(\.name) == ["nodes.csv", "edges.csv"])
    let tables = try Consumer.python("tables.py", files: files.map(\.bytes), as: [String: Table].self)
    return (try #require(tables["nodes"]), try #require(tables["edges"]))
  }

  @Test func headersAreNeo4js() throws {
    let tables = try load(KnowledgeGraph())
    #expect(
      tables.nodes.header == [
        "id:ID", "name", ":LABEL", "aliases:string[]", "identifiers:string[]", "mentions:int", "details",
      ])
    #expect(
      tables.edges.header == [
        ":START_ID", ":END_ID", ":TYPE", "polarity", "modality", "start", "end", "time", "attribution",
        "place", "role",
        "confidence:double", "importance:double", "documents:string[]", "firstSeen",
        "lastSeen", "quote", "trigger", "open:boolean",
        "label",
        "evidence:int",
        "contradicted:boolean", "details",
      ])
    #expect(tables.nodes.rows.isEmpty && tables.edges.rows.isEmpty)
  }

  @Test func rowsSayWhatTheGraphSays() throws {
    let (nodes, edges) = try load(Samples.conflict)
    #expect(
      nodes.rows[0].filter { $0.key != "details" } == [
        "id:ID": "armedgroup/hts", "name": "Hayat Tahrir al-Sham", ":LABEL": "ArmedGroup;Organization",
        "aliases:string[]": "HTS;Hayat Tahrir al-Sham",
        "identifiers:string[]": "local:a,b;wikidata:Q28379855",
        "mentions:int": "12",
      ])
    #expect(edges.rows.count == Samples.conflict.statements.count)
    #expect(
      edges.rows[0].filter { $0.key != "details" } == [
        ":START_ID": "armedgroup/hts", ":END_ID": "city/aleppo", ":TYPE": "captured", "polarity": "affirmed",
        "modality": "reported", "start": "2024-11", "end": "2024-11", "time": "2024-11",
        "attribution": "person/ahmed-al-sharaa", "place": "city/homs", "role": "",
        "confidence:double": "0.875", "importance:double": "0.75",
        "documents:string[]": "a.txt;b/ü.txt", "firstSeen": "2024-12-09", "lastSeen": "2024-12-09",
        "quote": "“HTS” captured Aleppo", "trigger": "verb capture",
        "open:boolean": "false", "label": "captured", "evidence:int": "2", "contradicted:boolean": "true",
      ])
    #expect(edges.rows.map { $0["importance:double"] } == ["0.75", "", "", "0.0", "", "", "", ""])
    #expect(edges.rows.map { $0["start"] } == ["2024-11", "XXXX-12", "", "2017-01-28", "", "", "", ""])
    #expect(edges.rows.map { $0["end"] } == ["2024-11", "XXXX-12", "", "", "2025", "", "", ""])
  }

  @Test func aThingIsLabelledThing() throws {
    let nodes = try load(KnowledgeGraph(entities: [Entity(id: Samples.id("x"), name: "X", type: .thing)]))
      .nodes
    #expect(nodes.rows.map { $0[":LABEL"] } == ["Thing"])
  }

  @Test func nastyTextsSurvive() throws {
    let (nodes, edges) = try load(Samples.nasty)
    #expect(Set(nodes.rows.map { $0["id:ID"] }).count == Samples.nasty.entities.count)
    #expect(!nodes.rows.contains { $0["id:ID"] == "" })
    #expect(Set(edges.rows.map { $0[":START_ID"] }).isSubset(of: Set(nodes.rows.map { $0["id:ID"] })))
    for (row, entity) in zip(nodes.rows, Samples.nasty.entities) {
      let expected = entity.name.unicodeScalars.map { scalar -> Unicode.Scalar in
        ["\u{0}", "\u{7}", "\u{1B}", "\u{FFFE}", "\u{FFFF}"].contains(scalar) ? "\u{FFFD}" : scalar
      }
      #expect(row["name"].map { Array($0.unicodeScalars) } == expected)
    }
    // A separator inside an element would make two of it.
    #expect(!nodes.rows.contains { $0["aliases:string[]"]!.contains(";") })
  }

  private func query(_ graph: KnowledgeGraph, _ queries: [String: String]) throws -> [String: [[String]]] {
    try Consumer.python(
      "ladybug_csv.py", files: GraphFormat.csv.files(for: graph, ontology: Samples.ontology).map(\.bytes),
      arguments: queries.map { "\($0)=\($1)" })
  }

  @Test func aPropertyGraphDatabaseLoadsTheTablesByTheDocumentedScript() throws {
    let rows = try query(
      Samples.conflict,
      [
        "captured": """
        MATCH (a:Entity)-[s:Statement {relation: 'captured', polarity: 'affirmed'}]->(b:Entity)
        RETURN a.name, b.name, s.time, s.confidence, s.importance, s.quote, s.contradicted
        """,
        "path": """
        MATCH (a:Entity)-[:Statement {relation: 'leads'}]->()-[:Statement {relation: 'captured'}]->(b:Entity)
        RETURN DISTINCT a.name, b.name
        """,
      ])
    #expect(
      rows["captured"] == [
        ["Hayat Tahrir al-Sham", "Aleppo", "2024-11", "0.875", "0.75", "“HTS” captured Aleppo", "True"],
        ["Hayat Tahrir al-Sham", "Aleppo", "XXXX-12", "1.0", "None", "News", "True"],
      ])
    #expect(
      rows["path"] == [["Ahmed al-Sharaa", "Aleppo"], ["Ahmed al-Sharaa", "Homs"]])
  }

  @Test func theDatabaseLoadsNastyTexts() throws {
    let rows = try query(
      Samples.nasty,
      [
        "nodes": "MATCH (n:Entity) RETURN count(*)", "edges": "MATCH ()-[s:Statement]->() RETURN count(*)",
        "names": "MATCH (n:Entity) RETURN n.name",
      ])
    #expect(rows["nodes"] == [["\(Samples.nasty.entities.count)"]])
    #expect(rows["edges"] == [["\(Samples.nasty.statements.count)"]])
    let names = Set(rows["names"]?.map { Array($0[0].unicodeScalars) } ?? [])
    for text in [
      "\"quoted\"", "trailing backslash\\", "line\nbreak", "a,b", "'single'", "{record|field}", "e\u{301}",
    ] {
      #expect(names.contains(Array(text.unicodeScalars)), "\(text.debugDescription)")
    }
  }

  @Test("a table for spreadsheets has no cell that they compute") func formulas() throws {
    for isForSpreadsheets in [false, true] {
      let writer = CSVWriter(ontology: Samples.ontology, isForSpreadsheets: isForSpreadsheets)
      let tables = try Consumer.python(
        "tables.py", files: [writer.nodes(of: Samples.formulas), writer.edges(of: Samples.formulas)],
        as: [String: Table].self)
      let cells = tables.values.flatMap(\.rows).flatMap(\.values)
      let computed = cells.filter { cell in cell.utf8.first.map { "=+-@\t\r\n".utf8.contains($0) } ?? false }
      #expect(computed.isEmpty == isForSpreadsheets)
      #expect(cells.contains("'=1+1") == isForSpreadsheets)
      #expect(cells.contains("'quoted'"))
    }
  }
}
