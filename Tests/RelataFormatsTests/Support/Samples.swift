import RelataGraph

/// Graphs and an ontology to write.
enum Samples {
  static let ontology = Ontology(
    types: [
      .init(type: .thing, parent: nil, label: "Thing", color: "#cccccc", shape: "box"),
      .init(
        type: .person, parent: .thing, label: "Person", wikidata: "Q5", schemaOrg: "Person", color: "#fde68a",
        shape: "ellipse"),
      .init(
        type: .organization, parent: .thing, label: "Organization", wikidata: "Q43229",
        schemaOrg: "Organization",
        color: "#1e40af", shape: "box"),
      // Lacks what a careless ontology lacks: the kind above it must fill in.
      .init(
        type: .armedGroup, parent: .organization, label: "Armed group", color: "reddish",
        shape: "no-such-shape"),
      .init(
        type: .place, parent: .thing, label: "Place", schemaOrg: "Place", color: "#bbf7d0", shape: "hexagon"),
      .init(
        type: .city, parent: .place, label: "City", schemaOrg: "City", color: "#bbf7d0", shape: "hexagon"),
    ],
    relations: [
      RelationType(
        id: "captured", label: "captured", definition: "Took control by force.", domain: [.armedGroup],
        range: [.place], inverse: "captured by", isEvent: true, wikidata: "P1365", plover: "ASSAULT"),
      RelationType(
        id: "met_with", label: "met with", definition: "Came together to talk.", domain: [.person],
        range: [.person], isSymmetric: true),
      RelationType(
        id: "leads", label: "leads", definition: "Is at the head of.", domain: [.person],
        range: [.organization]),
    ])

  /// Characters of two UTF-16 units before the quotes: their offsets tell code points from everything else.
  static let text = "🛡️ News – “HTS” captured Aleppo in November. 𝒜 report: it did not capture Homs."

  /// A small graph with every kind of qualifier.
  static let conflict = KnowledgeGraph(
    entities: [
      Entity(
        id: id("armedgroup/hts"), name: "Hayat Tahrir al-Sham", type: .armedGroup,
        aliases: [
          Alias(name: "HTS", count: 7, example: evidence("a.txt", "“HTS” captured Aleppo")),
          Alias(name: "Hayat Tahrir al-Sham", count: 2),
        ],
        identifiers: ["wikidata": "Q28379855", "local": "a;b"], mentionCount: 12,
        links: [
          IdentityLink(name: "HTS", other: "Hayat Tahrir al-Sham", reason: .acronym),
          IdentityLink(
            name: "HTS", other: "Hayat Tahrir al-Sham", reason: .aliasPhrase, detail: "known as",
            document: "b/ü.txt"),
        ]),
      Entity(
        id: id("city/aleppo"), name: "Aleppo", type: .city, identifiers: ["geonames": "170063"],
        mentionCount: 3),
      Entity(id: id("city/homs"), name: "Homs", type: .city, mentionCount: 1),
      Entity(id: id("person/ahmed-al-sharaa"), name: "Ahmed al-Sharaa", type: .person, mentionCount: 5),
    ],
    statements: [
      statement("armedgroup/hts", "captured", "city/aleppo", time: TimeSpan(at: date("2024-11"))) {
        $0.attribution = id("person/ahmed-al-sharaa")
        $0.modality = .reported
        $0.place = id("city/homs")
        $0.confidence = 0.875
        $0.importance = 0.75
        $0.evidence = [
          evidence("a.txt", "“HTS” captured Aleppo", trigger: "verb capture"), evidence("b/ü.txt", "News"),
        ]
      },
      statement("armedgroup/hts", "captured", "city/aleppo", time: TimeSpan(at: date("XXXX-12"))) { _ in },
      statement("armedgroup/hts", "captured", "city/homs", time: nil) {
        $0.polarity = .negated
        $0.evidence = [evidence("a.txt", "it did not capture Homs")]
      },
      statement(
        "person/ahmed-al-sharaa", "leads", "armedgroup/hts",
        time: TimeSpan(start: date("2017-01-28"), end: nil)
      ) {
        $0.role = "commander; emir"
        $0.importance = 0
      },
      statement(
        "person/ahmed-al-sharaa", "drive past", "city/homs", time: TimeSpan(start: nil, end: date("2025"))
      ) {
        $0.isOpen = true
      },
      statement("person/ahmed-al-sharaa", "met_with", "person/ahmed-al-sharaa", time: nil) {
        $0.modality = .planned
      },
      statement("person/ahmed-al-sharaa", "leads", "city/homs", time: nil) { $0.modality = .alleged },
      statement("person/ahmed-al-sharaa", "leads", "city/aleppo", time: nil) { $0.modality = .hypothetical },
    ],
    documents: [
      DocumentRecord(
        id: "a.txt", title: "A “title”", date: date("2024-12-09"), author: "Ada Writer",
        publisher: "The “Times” of A", url: "https://times.example/a?b=1&c=2#top", sentenceCount: 3,
        wordCount: 21,
        digest: String(repeating: "0af", count: 21) + "0", pageStarts: [0, 40], copies: ["c.txt", "d/e.txt"]),
      DocumentRecord(id: "b/ü.txt", sentenceCount: 1, wordCount: 1),
    ],
    contradictions: [
      Contradiction(kind: .time, statements: [0, 1], explanation: "captured in November or in December")
    ],
    corrections: [
      AppliedCorrection(
        action: .wrong, file: "corrections.yaml", line: 3,
        explanation: "Ahmed al-Sharaa leads Aleppo: does not follow from its sentence",
        entities: [id("city/aleppo"), id("person/ahmed-al-sharaa")],
        evidence: [evidence("a.txt", "it did not capture Homs", trigger: "noun “leader”")]),
      AppliedCorrection(
        action: .merge, file: "corrections.yaml", line: 9,
        explanation: "HTS, Hayat Tahrir al-Sham: one thing, Hayat Tahrir al-Sham",
        entities: [id("armedgroup/hts")]),
    ])

  /// What a spreadsheet would compute, and what looks marked as text already.
  static let formulaTexts = [
    "=1+1", "+1+1", "-1-1", "@SUM(1)", "\t=1+1", "\r=1+1", "\n=1+1",
    "=HYPERLINK(\"https://example.org\",\"x\")",
    "'=1+1", "''=1+1", "'-", "'", "''", "'quoted'", " =1+1", "-", "=",
  ]

  /// A graph whose names, types, roles, relations and quotes are such texts.
  static let formulas = KnowledgeGraph(
    entities: formulaTexts.enumerated().map { number, text in
      Entity(
        id: id("person/\(number)"), name: text, type: EntityType(rawValue: number == 0 ? "=Type" : "Person"),
        aliases: [Alias(name: text, count: 1), Alias(name: "+" + text, count: 1)], mentionCount: 1)
    },
    statements: formulaTexts.enumerated().map { number, text in
      statement("person/\(number)", "=\(number)", "person/0", time: nil) {
        $0.isOpen = true
        $0.role = text
        $0.evidence = [Evidence(document: "=a.txt", start: 0, end: 1, quote: text, trigger: text)]
      }
    },
    documents: [DocumentRecord(id: "=a.txt", title: "=1+1", sentenceCount: 1, wordCount: 1)])

  /// Names that have broken exporters before.
  static let nastyTexts = [
    "", "\"quoted\"", "trailing backslash\\", "\\", "2nd", "name.with.dots", "line\nbreak",
    "carriage\rreturn\r\n",
    "tab\there", "a;b;c", "a,b", "📰 emoji 👩‍👩‍👧", "هيئة تحرير الشام", "\u{202E}rtl override",
    "bell\u{7} null\u{0} esc\u{1B}",
    "\u{FFFE}\u{FFFF}", "<b>&amp;</b> ]]> <!-- -->", "\\N \\G \\l", " space at both ends ", "e\u{301}",
    "http://x/?q=%20#y",
    "//authority", "_:blank", "@id", "%", "graph", "node", "'single'", "{record|field}", "\u{2028}separator",
    "../..",
  ]

  /// A graph whose every text is nasty: identifiers, names, relations, quotes; self
  /// loops and parallel edges too.
  static let nasty: KnowledgeGraph = {
    var graph = KnowledgeGraph()
    for (index, text) in nastyTexts.enumerated() {
      graph.entities.append(
        Entity(
          id: id(text), name: text, type: index == 4 ? EntityType(rawValue: text) : .person,
          aliases: [Alias(name: text, count: index)], identifiers: [text: text], mentionCount: index))
      graph.documents.append(DocumentRecord(id: text, title: text))
      for isOpen in [false, true] {
        let next = nastyTexts[(index + 1) % nastyTexts.count]
        graph.statements.append(
          Statement(
            subject: id(text), relation: text, object: id(isOpen ? text : next), isOpen: isOpen, role: text,
            evidence: [Evidence(document: text, start: 0, end: 1, quote: text, trigger: text)]))
      }
    }
    graph.contradictions = [Contradiction(kind: .value, statements: [0, 1, 4], explanation: nastyTexts[6])]
    graph.entities.sort { $0.id < $1.id }
    graph.documents.sort { $0.id < $1.id }
    return graph
  }()

  static func id(_ text: String) -> EntityID { EntityID(rawValue: text) }

  static func date(_ text: String) -> PartialDate {
    guard let date = PartialDate(text) else { preconditionFailure("\(text) is no date") }
    return date
  }

  private static func statement(
    _ subject: String, _ relation: String, _ object: String, time: TimeSpan?,
    _ change: (inout Statement) -> Void
  ) -> Statement {
    var statement = Statement(
      subject: id(subject), relation: relation, object: id(object), time: time,
      evidence: [evidence("b/ü.txt", "News")])
    change(&statement)
    return statement
  }

  private static func evidence(_ document: String, _ quote: String, trigger: String = "") -> Evidence {
    let scalars = Array(text.unicodeScalars)
    let wanted = Array(quote.unicodeScalars)
    guard let start = scalars.indices.first(where: { scalars[$0...].starts(with: wanted) }) else {
      preconditionFailure("\(quote) is not in the text")
    }
    return Evidence(
      document: document, start: start, end: start + wanted.count, quote: quote, trigger: trigger)
  }
}
