import RelataGraph
import Testing

@Suite("Reading an ontology")
struct OntologyReaderTests {
  @Test func `Every field of a relation is read`() throws {
    let yaml = """
      \(OntologyFixtures.types)relations:
        captured:
          label: captured
          definition: Took it by force.
          domain: [Organization, Person]
          range: [Place]
          inverse: captured by
          functional: true
          inverse_functional: true
          event: true
          once_per: object
          recurs_after_years: 3
          containment: true
          leadership: true
          wikidata: P1
          inverse_wikidata: P2
          plover: ASSAULT
          verbs: [capture, take/seize control of, {pattern: fall to, reverse: true}]
          nouns:
            - pattern: capture of
              polarity: negated
              modality: planned
              domain: [ArmedGroup]
              range: [City]
          roles: [captor]
          adjectives: [loyal to]
      """
    let ontology = try Ontology(yaml: yaml, fileName: "my.yaml")
    let expected = RelationType(
      id: "captured", label: "captured", definition: "Took it by force.", domain: [.organization, .person],
      range: [.place], inverse: "captured by", isFunctional: true, isInverseFunctional: true, isEvent: true,
      recurrence: Recurrence(scope: .object, years: 3), isContainment: true, isLeadership: true,
      wikidata: "P1",
      inverseWikidata: "P2", plover: "ASSAULT",
      triggers: [
        Trigger(kind: .verb, pattern: ["capture"]),
        Trigger(kind: .verb, pattern: ["take", "control", "of"]),
        Trigger(kind: .verb, pattern: ["seize", "control", "of"]),
        Trigger(kind: .verb, pattern: ["fall", "to"], isReversed: true),
        Trigger(
          kind: .noun, pattern: ["capture", "of"], polarity: .negated, modality: .planned,
          domain: [.armedGroup], range: [.city]),
        Trigger(kind: .role, pattern: ["captor"]),
        Trigger(kind: .adjective, pattern: ["loyal", "to"]),
      ])
    #expect(ontology.relations == [expected])
    #expect(ontology.relation("captured") == expected)
    #expect(ontology.relation("met_with") == nil)
  }

  @Test func `Types keep their order and drawing`() throws {
    let ontology = try Ontology(yaml: OntologyFixtures.types, fileName: "my.yaml")
    #expect(ontology.types.count == 18)
    #expect(ontology.types.first?.type == .thing)
    let description = try #require(ontology.description(of: .armedGroup))
    #expect(description.parent == .organization)
    #expect(
      (description.label, description.color, description.shape) == ("armed group", "#f4bfbf", "hexagon"))
    #expect(ontology.description(of: "Unicorn") == nil)
  }

  @Test func `A file can extend the built-in ontology, and its own relations come first`() throws {
    let yaml = """
      version: 1
      extends: builtin
      types:
        Satellite: {parent: Facility, label: satellite, color: "#ffffff", shape: box}
      relations:
        orbits: {label: orbits, definition: Goes round., domain: [Satellite], range: [Place], verbs: [orbit]}
        captured: {label: took, definition: Took., domain: [Person], range: [Place], verbs: [take]}
      """
    let builtin = try Ontology.embedded()
    let ontology = try Ontology(yaml: yaml, fileName: "my.yaml")
    #expect(ontology.relations.prefix(2).map(\.id) == ["orbits", "captured"])
    #expect(ontology.relation("captured")?.label == "took")
    #expect(ontology.relations.count == builtin.relations.count + 1)
    #expect(ontology.types.count == builtin.types.count + 1)
    #expect(ontology.isKind("Satellite", of: .place))
  }

  @Test(arguments: [
    ("", "my.yaml:1:1: the file is empty; write it as Documentation/ontology.md describes"),
    (
      "version: 1\ntypes: [",  // the list is never closed
      "my.yaml:3:1: did not find expected node content; mend the YAML syntax here or just before"
    ),
    ("version: 2\n", "my.yaml:1:10: version 2 of the format is not known; write version: 1"),
    (
      "- version: 1\n",
      "my.yaml:1:1: the file must be a mapping; write “key: value” pairs with the keys version, extends, types, relations"
    ),
    ("version: 1\n", "my.yaml:1:1: the file has no “types”; add “types: …”"),
    (
      "version: 1\ntype: {}\n",
      "my.yaml:2:1: unknown key “type” in the file; known are version, extends, types, relations"
    ),
    (
      "version: 1\nextends: mine\n",
      "my.yaml:2:10: “mine” can't be extended; write extends: builtin or leave the key out"
    ),
    (
      "version: 1\nversion: 1\n",
      "my.yaml:2:1: “version” is there already in line 1; merge the two or rename one"
    ),
    (
      "version: 1\ntypes:\n  Thing: {label: thing, color: \"#eeeeee\", shape: box}\n",
      "my.yaml:2:1: the type “Person” is missing; add it: the extraction assigns it"
    ),
  ])
  func `A file that is wrong as a whole`(yaml: String, message: String) {
    #expect(OntologyFixtures.message(yaml) == message)
  }

  @Test(arguments: [
    (
      "Ship: {label: ship, color: \"#ffffff\", shape: box}",
      "21:9: the type “Ship” has no “parent”; add “parent: Thing” or another"
    ),
    (
      "Ship: {parent: Boat, label: ship, color: \"#ffffff\", shape: box}",
      "21:18: unknown type “Boat”; add it to “types” above, or correct the name"
    ),
    (
      "Ship: {parent: Ship, label: ship, color: \"#ffffff\", shape: box}",
      "21:18: “Ship” is its own ancestor; choose another parent"
    ),
    (
      "Ship: {parent: Work, label: ship, color: white, shape: box}",
      "21:44: “white” is no colour; write \"#rrggbb\" in quotes, such as \"#cfe2f3\""
    ),
    (
      "Ship: {parent: Work, label: ship, colour: \"#ffffff\"}",
      "21:37: unknown key “colour” in the type “Ship”; known are parent, label, wikidata, schema, color, shape"
    ),
    (
      "Ship: {parent: Work, label: ship, wikidata: 5}", "21:9: the type “Ship” has no “color”; add “color: …”"
    ),
    (
      "Ship: {parent: Work, label: ship, color: \"#ffffff\", shape: box, wikidata: P5}",
      "21:77: “P5” is no Wikidata identifier; write Q and a number, such as Q35"
    ),
    (
      "war ship: {parent: Work}",
      "21:3: “war ship” is no name of a type; write letters and digits, such as ArmedGroup"
    ),
    (
      "Ship: [Work]",
      "21:9: the type “Ship” must be a mapping; write “key: value” pairs with the keys parent, label, wikidata, schema, color, shape"
    ),
    ("Work: {parent: Thing}", "21:3: “Work” is there already in line 20; merge the two or rename one"),
    (
      "Boat: {parent: Ship, label: boat, color: \"#ffffff\", shape: box}\n  Ship: {parent: Boat}",
      "21:18: “Boat” is its own ancestor; choose another parent"
    ),
    (
      "Boat: {parent: Ship, label: boat, color: \"#ffffff\", shape: box}\n  Ship: {parent: Work}",
      "21:18: the parent “Ship” of “Boat” stands below it; move the parent up"
    ),
  ])
  func `A type that is wrong`(type: String, message: String) {
    #expect(OntologyFixtures.message(OntologyFixtures.types + "  \(type)\n") == "my.yaml:" + message)
  }

  @Test(arguments: [
    (
      "verb: [meet]",
      "27:5: unknown key “verb” in the relation “met_with”; known are label, definition, domain, range, inverse, symmetric, functional, inverse_functional, event, once_per, recurs_after_years, containment, leadership, wikidata, inverse_wikidata, plover, verbs, nouns, roles, adjectives"
    ),
    ("symmetric: yes", "27:16: “symmetric” must be true or false; write true or false"),
    ("verbs: meet", "27:12: “verbs” must be a list; write [first, second]"),
    ("verbs: [meet, meet]", "27:19: “meet” is there already in “verbs”; remove one of the two"),
    ("verbs: [meet, \"\"]", "27:19: a trigger in “verbs” is empty; write a value or leave the key out"),
    ("verbs: [Meet]", "27:13: the pattern “Meet” has capitals; write lemmas in lower case"),
    (
      "verbs: [meet/ with]",
      "27:13: an alternative in the pattern “meet/ with” is empty; write words on both sides of “/”"
    ),
    (
      "verbs: [[meet]]",
      "27:13: a trigger in “verbs” is neither a pattern nor a mapping; write a pattern, or {pattern: …, reverse: true}"
    ),
    ("verbs: [{reverse: true}]", "27:13: a trigger in “verbs” has no “pattern”; add “pattern: …”"),
    (
      "verbs: [{pattern: meet, tense: past}]",
      "27:29: unknown key “tense” in a trigger in “verbs”; known are pattern, reverse, polarity, modality, domain, range"
    ),
    (
      "verbs: [{pattern: meet, modality: likely}]",
      "27:39: unknown modality “likely”; known are asserted, reported, alleged, planned, hypothetical"
    ),
    ("verbs: [{pattern: meet, polarity: no}]", "27:39: unknown polarity “no”; known are affirmed, negated"),
    (
      "verbs: [{pattern: meet, range: [Unicorn]}]",
      "27:37: unknown type “Unicorn” in “range”; add it to “types” or correct the name"
    ),
    (
      "adjectives: [loyal]",
      "27:18: the adjective “loyal” has no preposition; write it with one, such as “loyal to”"
    ),
    (
      "plover: MEET",
      "27:13: unknown PLOVER event type “MEET”; known are AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT, REQUEST, ACCUSE, REJECT, THREATEN, PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT"
    ),
    (
      "recurs_after_years: 3",
      "27:5: “recurs_after_years” without “once_per”; say with “once_per” what the event happens to once: pair, subject, object"
    ),
    (
      "once_per: object",
      "27:5: “once_per” in a relation that is no event; add “event: true” or remove it"
    ),
    (
      "event: true\n    once_per: day",
      "28:15: unknown value of “once_per”; known are pair, subject, object"
    ),
    (
      "event: true\n    once_per: pair\n    recurs_after_years: soon",
      "29:25: “recurs_after_years” must be a number of years; write a whole number from 1 to 100"
    ),
    ("wikidata: Q35", "27:15: “Q35” is no Wikidata identifier; write P and a number, such as P35"),
    (
      "symmetric: true\n    inverse: met by",
      "28:5: the symmetric relation “met_with” has an inverse; remove “inverse” or “symmetric”"
    ),
    ("label: met", "27:5: “label” is there already in line 23; merge the two or rename one"),
    ("inverse: [met by]", "27:14: “inverse” must be a text; write one value"),
  ])
  func `A relation that is wrong`(line: String, message: String) {
    #expect(OntologyFixtures.message(OntologyFixtures.relation(line)) == "my.yaml:" + message)
  }

  @Test(arguments: [
    (
      "  metWith: {}\n",
      "22:3: “metWith” is no name of a relation; write lower-case words joined by _, such as met_with"
    ),
    ("  met_with: {label: met}\n", "22:13: the relation “met_with” has no “definition”; add “definition: …”"),
    (
      "  met_with: {label: met, definition: D, domain: [Persn], range: [Thing]}\n",
      "22:50: unknown type “Persn” in “domain”; add it to “types” or correct the name"
    ),
    (
      "  met_with: {label: met, definition: D, domain: [], range: [Thing]}\n",
      "22:49: “domain” names no type; write [Thing] where anything may stand"
    ),
    (
      "  met_with: {}\n  met_with: {}\n",
      "23:3: “met_with” is there already in line 22; merge the two or rename one"
    ),
    ("  - met_with\n", "22:3: “relations” must be a mapping; write “name: …” pairs"),
  ])
  func `Relations that are wrong as a list`(relations: String, message: String) {
    #expect(
      OntologyFixtures.message(OntologyFixtures.types + "relations:\n" + relations) == "my.yaml:" + message)
  }

  @Test func `An error is one line, whatever the parser says`() throws {
    for yaml in ["a: b: c", "\"open", "{a: [}", "a: *nowhere", "\u{1}", "a: 1\n---\nb: 2\n", "\t- a", "%TAG"]
    {
      let message = try #require(OntologyFixtures.message(yaml))
      #expect(message.split(whereSeparator: \.isNewline).count == 1)
      #expect(message.hasPrefix("my.yaml:"))
    }
  }
}
