import RelataFormats
import RelataGraph
import RelataGraphviz
import Testing

/// What of a knowledge graph is in its picture.
@Suite(.enabled(if: GraphRenderer.isAvailable)) struct KnowledgeGraphPictureTests {
  private let renderer = GraphRenderer()
  private let ontology: Ontology
  private let hts = Entity(
    id: EntityID(rawValue: "group/hts"), name: "Hayat Tahrir al-Sham", type: .armedGroup)
  private let aleppo = Entity(id: EntityID(rawValue: "place/aleppo"), name: "Aleppo", type: .city)
  private let oslo = Entity(id: EntityID(rawValue: "place/oslo"), name: "Oslo", type: .city)

  init() throws { ontology = try Ontology.embedded() }

  private func statement(_ relation: String, quote: String, polarity: Polarity = .affirmed) -> Statement {
    Statement(
      subject: hts.id, relation: relation, object: aleppo.id, polarity: polarity,
      evidence: [Evidence(document: "a.txt", start: 0, end: quote.unicodeScalars.count, quote: quote)])
  }

  private func picture(
    _ entities: [Entity], _ statements: [Statement],
    options: PictureOptions = PictureOptions()
  ) throws -> SVG {
    let graph = KnowledgeGraph(
      entities: entities, statements: statements, documents: [DocumentRecord(id: "a.txt")])
    return try SVG(try renderer.render(graph, ontology: ontology, format: .svg, options: options))
  }

  private func entities(of svg: SVG) -> [String] { svg.nodeTitles.sorted() }

  @Test func namesColoursLabelsAndQuotesAreShown() throws {
    let svg = try picture([hts, aleppo], [statement("captured", quote: "HTS captured Aleppo.")])
    #expect(entities(of: svg) == ["group/hts", "place/aleppo"])
    #expect(svg.edgeTitles == ["group/hts->place/aleppo"])
    #expect(svg.texts.joined(separator: " ").contains("Hayat Tahrir al-Sham"))
    #expect(svg.texts.contains("Aleppo"))
    #expect(svg.tooltips.contains { $0.contains("HTS captured Aleppo.") })
    for type in [EntityType.armedGroup, .city] {
      let color = try #require(ontology.description(of: type)).color
      #expect(svg.fills.contains(color))
    }
    let label = try #require(ontology.relations.first { $0.id == "captured" }).label
    #expect(svg.texts.contains(label))
  }

  @Test(
    "names, quotes and identifiers that are code are text in a picture", arguments: [nil, LayoutEngine.dot])
  func hostileNames(engine: LayoutEngine?) throws {
    let names = [
      "</text><script>alert(1)</script>", "<a href=\"javascript:alert(1)\">x</a>", "\"]; evil -> evil; \"",
      "<TABLE HREF=\"javascript:alert(1)\"></TABLE>", "&lt;script&gt;", "]]><evil onload=\"x\"/>",
      "javascript:alert(1)",
    ]
    let entities = names.map {
      Entity(
        id: EntityID(rawValue: $0), name: $0, type: .person, identifiers: ["wikidata": $0, "geonames": $0])
    }
    let statements = names.indices.map { number in
      Statement(
        subject: entities[number].id, relation: names[number],
        object: entities[(number + 1) % names.count].id, isOpen: true, role: names[number],
        evidence: [Evidence(document: names[number], start: 0, end: 3, quote: names[number])])
    }
    let graph = KnowledgeGraph(entities: entities, statements: statements)
    let svg = try SVG(try renderer.render(graph, ontology: ontology, format: .svg, engine: engine))
    #expect(svg.nodeTitles.sorted() == names.sorted())
    #expect(svg.edgeTitles.count == names.count)
    #expect(svg.shapes.isDisjoint(with: ["script", "evil", "image", "foreignObject", "table", "TABLE"]))
    #expect(svg.handlers.isEmpty)
    let allowed = ["https://www.wikidata.org/wiki/", "https://www.geonames.org/"]
    for link in svg.links { #expect(allowed.contains { link.hasPrefix($0) }, "\(link)") }
    #expect(!svg.links.isEmpty)
  }

  @Test func entitiesWithoutAStatementAreLeftOut() throws {
    let svg = try picture([hts, oslo, aleppo], [statement("captured", quote: "HTS captured Aleppo.")])
    #expect(entities(of: svg) == ["group/hts", "place/aleppo"])
    #expect(!svg.texts.contains("Oslo"))
  }

  @Test func entitiesAreDrawnWhereNothingIsStatedAtAll() throws {
    #expect(entities(of: try picture([oslo, aleppo], [])) == ["place/aleppo", "place/oslo"])
  }

  @Test func aGraphOfNothingIsAPictureOfNothing() throws {
    let svg = try picture([], [])
    #expect(svg.nodeTitles.isEmpty && svg.edgeTitles.isEmpty && svg.shapes.contains("svg"))
  }

  @Test func allStatementsBetweenTwoShareALine() throws {
    var statements = ["captured", "attacked", "threatened", "besieged", "controls"].map {
      statement($0, quote: "HTS \($0) Aleppo.")
    }
    statements.append(
      Statement(
        subject: aleppo.id, relation: "supports", object: hts.id, confidence: 0.5, importance: 1,
        evidence: [Evidence(document: "a.txt", start: 0, end: 3, quote: "Aleppo supports HTS.")]))
    statements.append(statement("occupies", quote: "HTS did not occupy Aleppo.", polarity: .negated))
    let svg = try picture([hts, aleppo], statements)
    // Its ends are those of the most important statement.
    #expect(svg.edgeTitles == ["place/aleppo->group/hts"])
    for statement in statements {
      #expect(svg.tooltips.contains { $0.contains(statement.evidence[0].quote) })
    }
    let words = svg.texts.map { $0.filter { !"→←↑↓ ".contains($0) } }
    #expect(words.contains("supports") && words.contains("captured") && words.contains("attacked"))
    #expect(!words.contains("threatened"))
    #expect(svg.texts.contains("+ 4 more"))
    // Which way each goes.
    let signs = svg.texts.compactMap { text in text.first.flatMap { "→←↑↓".contains($0) ? $0 : nil } }
    #expect(signs.count == 3 && Set(signs).count == 2)
  }

  @Test func theTitleStandsAboveThePicture() throws {
    let options = PictureOptions(title: "Syria & <neighbours>", showsLegend: false)
    let svg = try picture(
      [hts, aleppo], [statement("captured", quote: "HTS captured Aleppo.")], options: options)
    #expect(svg.texts.contains("Syria & <neighbours>"))
    #expect(!svg.texts.contains("person") && !svg.texts.contains("city"))
  }

  @Test func hostileNamesAreDrawnAsTheyAre() throws {
    let name = #"A "b" <c> \N \"#
    let odd = Entity(id: EntityID(rawValue: "2nd.\"id\\"), name: name, type: .thing)
    let svg = try picture([odd], [])
    #expect(svg.texts.contains(name))
  }

  @Test(arguments: DrawingFormat.allCases) func theSameGraphGivesTheSameBytes(format: DrawingFormat) throws {
    let graph = KnowledgeGraph(
      entities: [hts, aleppo, oslo], statements: [statement("captured", quote: "HTS captured Aleppo.")],
      documents: [DocumentRecord(id: "a.txt")])
    let first = try renderer.render(graph, ontology: ontology, format: format)
    let second = try renderer.render(graph, ontology: ontology, format: format)
    #expect(!first.isEmpty)
    let isSame = first == second
    #expect(isSame)
  }

  @Test func moreEntitiesThanCanBeDrawnAreRefused() throws {
    let many = KnowledgeGraph(
      entities: (0...GraphSize.maximumNodes).map {
        Entity(id: EntityID(rawValue: "thing/\($0)"), name: "Thing \($0)", type: .thing)
      })
    #expect(throws: RenderError.tooLarge(nodes: GraphSize.maximumNodes + 1, edges: 0)) {
      try renderer.render(many, ontology: ontology, format: .svg)
    }
  }
}
