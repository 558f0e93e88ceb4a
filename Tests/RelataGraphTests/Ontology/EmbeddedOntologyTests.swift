import RelataGraph
import Testing

@Suite("The built-in ontology")
struct EmbeddedOntologyTests {
  let ontology: Ontology

  init() throws { ontology = try Ontology.embedded() }

  /// The closed list of relations of the annotated articles.
  static let annotated = """
    operates captured attacked besieged overthrew opposes supports allied_with leads member_of holds_position
    head_of_state_of head_of_government_of minister_of succeeded located_in based_in controls occupies
    withdrew_from fled_to granted_asylum_by visited met_with called negotiated_with agreed_with signed
    interviewed_by told reported accused threatened sanctioned aided supplied deployed_to stationed_at
    intervened_in fought_against killed founded affiliated_with originated_from part_of owns acquired
    invested_in employs born_in studied_at family_of recognized lobbied trades_with
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  @Test func `Without triggers it is the same but for these`() throws {
    let vocabulary = try Ontology.embedded(includesTriggers: false)
    var expected = ontology.relations
    for place in expected.indices { expected[place].triggers = [] }
    #expect(vocabulary.relations == expected)
    #expect(vocabulary.types == ontology.types)
  }

  @Test func `It has the relations of the annotated articles, and more`() {
    #expect(Self.annotated.filter { ontology.relation($0) == nil } == [])
    #expect(ontology.relations.count >= 75)
    #expect(ontology.relations.reduce(0) { $0 + $1.triggers.count } >= 1200)
  }

  @Test func `Every relation names types that exist and has triggers`() {
    for relation in ontology.relations {
      #expect(!relation.triggers.isEmpty, "\(relation.id)")
      let types =
        relation.domain + relation.range + relation.triggers.flatMap(\.domain)
        + relation.triggers.flatMap(\.range)
      #expect(types.filter { ontology.description(of: $0) == nil } == [], "\(relation.id)")
      #expect(!relation.domain.isEmpty && !relation.range.isEmpty)
    }
  }

  @Test func `No trigger stands twice in one relation`() {
    for relation in ontology.relations {
      var seen: Set<String> = []
      for trigger in relation.triggers {
        let name = "\(trigger.kind) \(trigger.pattern.joined(separator: " ")) \(trigger.isReversed)"
        #expect(seen.insert(name).inserted, "\(relation.id): \(name)")
      }
    }
  }

  /// A trigger can only match if its own types can be subject and object of its relation.
  @Test func `A trigger's own types lie within its relation's`() {
    for relation in ontology.relations {
      for trigger in relation.triggers {
        for (narrow, wide) in [(trigger.domain, relation.domain), (trigger.range, relation.range)] {
          let outside = narrow.filter { type in
            !ontology.allows(type, in: wide) && !wide.contains { ontology.isKind($0, of: type) }
          }
          #expect(outside == [], "\(relation.id): \(trigger.pattern)")
        }
      }
    }
  }

  @Test func `Identifiers are lower snake case and differ`() {
    #expect(Set(ontology.relations.map(\.id)).count == ontology.relations.count)
    for relation in ontology.relations {
      #expect(relation.id.wholeMatch(of: /[a-z]+(_[a-z]+)*/) != nil, "\(relation.id)")
    }
  }

  @Test func `The hierarchy is a tree under Thing, parents first`() {
    var known: Set<EntityType> = []
    for type in ontology.types {
      #expect(ontology.path(of: type.type).last == .thing)
      if let parent = type.parent { #expect(known.contains(parent)) } else { #expect(type.type == .thing) }
      #expect(known.insert(type.type).inserted)
    }
  }

  @Test func `Types can be told apart in a drawing`() {
    #expect(Set(ontology.types.map(\.color)).count == ontology.types.count)
    #expect(Set(ontology.types.map(\.shape)).count == ontology.types.count)
    for type in ontology.types {
      #expect(type.color.wholeMatch(of: /#[0-9a-f]{6}/) != nil)
      // Dark text must be readable on it: relative luminance at least one half.
      let parts = [1, 3, 5].compactMap { start in
        Int(type.color.dropFirst(start).prefix(2), radix: 16).map { Double($0) / 255 }
      }
      #expect(zip(parts, [0.2126, 0.7152, 0.0722]).reduce(0) { $0 + $1.0 * $1.1 } > 0.5, "\(type.type)")
    }
  }

  @Test(arguments: [
    "met_with", "negotiated_with", "agreed_with", "allied_with", "fought_against", "called", "family_of",
  ])
  func `Relations between equals are symmetric`(id: String) throws {
    let relation = try #require(ontology.relation(id))
    #expect(relation.isSymmetric)
    #expect(relation.inverse == nil)
  }

  @Test func `A symmetric relation has one set of types, any other an inverse`() {
    for relation in ontology.relations {
      if relation.isSymmetric {
        #expect(Set(relation.domain).isDisjoint(with: relation.range) == false, "\(relation.id)")
      } else {
        #expect(relation.inverse != nil, "\(relation.id)")
      }
    }
  }

  @Test(arguments: [
    ("captured", Trigger.Kind.verb, "take control of", false), ("captured", .verb, "fall to", true),
    ("captured", .noun, "capture", false), ("called", .noun, "phone call with", false),
    ("overthrew", .verb, "oust", false), ("fled_to", .verb, "flee to", false),
    ("head_of_state_of", .role, "president", false), ("minister_of", .role, "foreign minister", false),
    ("succeeded", .role, "predecessor", true), ("employs", .verb, "work for", true),
    ("supports", .adjective, "loyal to", false), ("negotiated_with", .noun, "talk between", false),
  ])
  func `It knows common wordings`(id: String, kind: Trigger.Kind, pattern: String, isReversed: Bool) throws {
    let relation = try #require(ontology.relation(id))
    let found = relation.triggers.filter {
      $0.kind == kind && $0.pattern.joined(separator: " ") == pattern && $0.isReversed == isReversed
    }
    #expect(found.count == 1)
  }

  @Test func `A deputy is no head`() throws {
    let head = try #require(ontology.relation("head_of_government_of"))
    #expect(!head.triggers.contains { $0.pattern.first == "deputy" || $0.pattern.first == "vice" })
    let minister = try #require(ontology.relation("minister_of"))
    #expect(minister.triggers.contains { $0.pattern == ["deputy", "prime", "minister"] })
  }

  @Test func `Its text is the file that it is read from`() throws {
    #expect(try Ontology(yaml: Ontology.embeddedYAML, fileName: "copy.yaml") == ontology)
  }
}
