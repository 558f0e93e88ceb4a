import RelataFormats
import RelataGraph
import Testing

/// What independent RDF toolkits make of the file.
@Suite struct JSONLDTests {
  private struct Found: Decodable {
    var graphs: [String]
    var pyld: Int
    var rdflib: Int
    var predicates: [String]
    var rows: [String: [[String]]]
  }

  private static let prefixes = """
    PREFIX rel: <https://relata.dev/ns/relation#> PREFIX lemma: <https://relata.dev/ns/open#>
    PREFIX relata: <https://relata.dev/ns#> PREFIX kind: <https://relata.dev/ns/type#>
    PREFIX schema: <https://schema.org/> PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX oa: <http://www.w3.org/ns/oa#>
    PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX dcterms: <http://purl.org/dc/terms/>
    PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
    PREFIX owl: <http://www.w3.org/2002/07/owl#>

    """

  private func load(_ graph: KnowledgeGraph, queries: [String: String] = [:]) throws -> Found {
    try Consumer.python(
      "jsonld.py", files: [JSONLDWriter(ontology: Samples.ontology).write(graph)],
      arguments: queries.map { "\($0)=\(Self.prefixes)\($1)" })
  }

  private func rows(_ query: String) throws -> [[String]] {
    try #require(try load(Samples.conflict, queries: ["q": query]).rows["q"])
  }

  @Test func twoProcessorsSeeTheSameTriples() throws {
    for graph in [Samples.conflict, Samples.nasty] {
      let found = try load(graph)
      #expect(found.graphs == ["@default"])
      #expect(found.pyld > 10 * graph.statements.count)
      #expect(found.pyld == found.rdflib)
      #expect(found.predicates == [])
    }
  }

  @Test func anEmptyGraphHasNoTriples() throws {
    let found = try load(KnowledgeGraph())
    #expect(found.pyld == 0 && found.rdflib == 0)
  }

  @Test func whoCapturedWhatAccordingToWhichDocument() throws {
    let answer = try rows(
      """
      SELECT ?who ?what ?start ?document WHERE {
        ?statement a rdf:Statement ; rdf:predicate rel:captured ; relata:polarity "affirmed" ;
          rdf:subject/schema:name ?who ; rdf:object/schema:name ?what ;
          relata:start ?start ; prov:wasDerivedFrom/dcterms:identifier ?document }
      """)
    #expect(
      answer == [
        ["Hayat Tahrir al-Sham", "Aleppo", "2024-11", "a.txt"],
        ["Hayat Tahrir al-Sham", "Aleppo", "2024-11", "b/ü.txt"],
        ["Hayat Tahrir al-Sham", "Aleppo", "XXXX-12", "b/ü.txt"],
      ])
  }

  @Test func onlyWhatIsAffirmedAndAssertedOrReportedIsADirectTriple() throws {
    let answer = try rows(
      """
      SELECT ?p ?a ?b WHERE { ?s ?p ?o . ?s schema:name ?a . ?o schema:name ?b .
        FILTER(STRSTARTS(STR(?p), "https://relata.dev/ns/relation#") || STRSTARTS(STR(?p), "https://relata.dev/ns/open#")) }
      """)
    #expect(
      answer == [
        ["https://relata.dev/ns/open#drive%20past", "Ahmed al-Sharaa", "Homs"],
        ["https://relata.dev/ns/relation#captured", "Hayat Tahrir al-Sham", "Aleppo"],
        ["https://relata.dev/ns/relation#leads", "Ahmed al-Sharaa", "Hayat Tahrir al-Sham"],
      ])
  }

  @Test func selectorsPointAtTheQuoteInCodePoints() throws {
    let answer = try rows(
      """
      SELECT ?quote ?start ?end ?trigger WHERE {
        ?statement rdf:predicate rel:captured ; relata:evidence ?e .
        ?e a oa:SpecificResource ; oa:hasSource/dcterms:identifier "a.txt" ; oa:hasSelector ?q, ?p .
        ?q a oa:TextQuoteSelector ; oa:exact ?quote . ?p a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end .
        OPTIONAL { ?e relata:trigger ?trigger } }
      """)
    #expect(answer.count == 2)
    let text = Array(Samples.text.unicodeScalars)
    for row in answer {
      let range = try #require(Int(row[1]))..<(try #require(Int(row[2])))
      #expect(Array(row[0].unicodeScalars) == Array(text[range]))
    }
    #expect(answer.map { $0[3] }.sorted() == ["None", "verb capture"])
  }

  @Test func entitiesHaveTypesNamesAndIdentities() throws {
    #expect(
      try rows(
        """
        SELECT ?alias ?same WHERE { ?e a kind:ArmedGroup, schema:Organization ; rdfs:label "Hayat Tahrir al-Sham" ;
          skos:altLabel ?alias ; owl:sameAs ?same }
        """) == [["HTS", "http://www.wikidata.org/entity/Q28379855"]])
    #expect(
      try rows("SELECT ?name WHERE { ?e a/rdfs:subClassOf* kind:Place ; schema:name ?name }") == [
        ["Aleppo"], ["Homs"],
      ])
    #expect(
      try rows(
        "SELECT ?count WHERE { ?e schema:name \"Hayat Tahrir al-Sham\" ; relata:alias [schema:name \"HTS\" ; relata:count ?count] }"
      )
        == [["7"]])
  }

  @Test func aNameComesWithItsSentenceAndTheReasonsForTakingItForAnother() throws {
    #expect(
      try rows(
        """
        SELECT ?reason ?other ?document ?quote WHERE { ?e schema:name "Hayat Tahrir al-Sham" ; relata:link ?link ;
          relata:alias [ schema:name "HTS" ; relata:evidence/oa:hasSelector/oa:exact ?quote ] .
          ?link schema:name "HTS" ; relata:reason ?reason ; relata:otherName ?other .
          OPTIONAL { ?link oa:hasSource/dcterms:identifier ?document } }
        """) == [
          ["acronym", "Hayat Tahrir al-Sham", "None", "“HTS” captured Aleppo"],
          ["aliasPhrase", "Hayat Tahrir al-Sham", "b/ü.txt", "“HTS” captured Aleppo"],
        ])
  }

  @Test func contradictionsNameTheirStatements() throws {
    #expect(
      try rows(
        """
        SELECT ?about (COUNT(?s) AS ?n) WHERE { ?c a relata:Contradiction ; relata:about ?about ; relata:contradicts ?s .
          ?s a rdf:Statement } GROUP BY ?about
        """) == [["time", "2"]])
  }

  @Test func whatAPersonCorrectedIsAnActivity() throws {
    let corrections = try rows(
      """
      SELECT ?action ?file ?line ?name WHERE { ?c a prov:Activity, relata:Correction ; relata:action ?action ;
        dcterms:source ?file ; relata:line ?line ; prov:influenced/schema:name ?name }
      """)
    #expect(
      corrections == [
        ["merge", "corrections.yaml", "9", "Hayat Tahrir al-Sham"],
        ["wrong", "corrections.yaml", "3", "Ahmed al-Sharaa"], ["wrong", "corrections.yaml", "3", "Aleppo"],
      ])
    let quotes = try rows(
      "SELECT ?quote WHERE { ?c a relata:Correction ; relata:evidence/oa:hasSelector/oa:exact ?quote }")
    #expect(quotes == [["it did not capture Homs"]])
  }
}
