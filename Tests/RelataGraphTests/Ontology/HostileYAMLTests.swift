import RelataGraph
import Testing

@Suite("YAML that would never end")
struct HostileYAMLTests {
  /// Lists of two aliases each to the list before, forty deep.
  private static let bomb =
    "a0: &a0 [x, x]\n" + (1..<40).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()

  @Test(
    "a key that is an alias, a list or a mapping is refused at once, with its line",
    arguments: ["? *a39\n: 1\n", "*a39 : 1\n", "{*a39 : 1}: 2\n", "[*a39]: 1\n", "b: {? *a39 : 1}\n"])
  func keys(end: String) throws {
    let error = #expect(throws: DataFileError.self) {
      try Ontology(yaml: Self.bomb + end, fileName: "hostile.yaml")
    }
    #expect(error?.description.hasPrefix("hostile.yaml:41:") == true, "\(String(describing: error))")
  }

  @Test(
    "what looks like a quotation mark hides nothing",
    arguments: [
      "n: x \"\n? *a39\n: 1\n", "n: x '\n? *a39\n: 1\n", "n: |\n  \"\n? *a39\n: 1\n",
      "n: x \"\nb: {a: \" # \", ? *a39 : 1}\n",
    ])
  func hiddenKeys(end: String) {
    let error = #expect(throws: DataFileError.self) {
      try Ontology(yaml: Self.bomb + end, fileName: "hostile.yaml")
    }
    #expect(error?.problem == "a key is an alias, a list or a mapping")
  }

  @Test("alternatives that multiply are refused")
  func alternatives() {
    let verb = [String](repeating: "a/b", count: 40).joined(separator: " ")
    let yaml = """
      version: 1
      extends: builtin
      relations:
        tried_out: {label: tried out, definition: S tries O., domain: [Thing], range: [Thing], verbs: ["\(verb)"]}
      """
    let error = #expect(throws: DataFileError.self) { try Ontology(yaml: yaml, fileName: "o.yaml") }
    #expect(
      error?.problem.hasSuffix("stands for more than 4096 patterns") == true, "\(String(describing: error))")
  }

  @Test("anchors and aliases as values, and what only looks like a key in quotes and comments, are read")
  func values() throws {
    let yaml = """
      version: 1
      extends: builtin
      types:
        Orb: &orb {parent: Place, label: "an [orb]: *all* of it", color: "#eeeeee", shape: box} # [no]: *key : here
        Robot: {parent: Person, label: 'robot? *x : y', color: "#fde7b0", shape: ellipse}
        Moon: *orb
      """
    let ontology = try Ontology(yaml: yaml, fileName: "o.yaml")
    let orb = try #require(ontology.description(of: "Orb"))
    #expect(orb.parent == .place)
    #expect((orb.label, orb.color, orb.shape) == ("an [orb]: *all* of it", "#eeeeee", "box"))
    #expect(ontology.description(of: "Robot")?.label == "robot? *x : y")
    var moon = try #require(ontology.description(of: "Moon"))
    #expect(moon.type == "Moon")
    moon.type = "Orb"
    #expect(moon == orb)
  }
}
