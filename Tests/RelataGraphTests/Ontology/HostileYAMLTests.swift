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

  @Test("anchors and aliases as values, and what only looks like a key in quotes and comments, are read")
  func values() throws {
    let yaml = """
      version: 1
      types:
        Thing: &thing {label: "a [thing]: *all* of it", color: "#eeeeee", shape: box} # [no]: *key : here
        Person: {parent: Thing, label: 'person? *x : y', color: "#fde7b0", shape: ellipse}
        Place: *thing
      relations: []
      """
    let error = #expect(throws: DataFileError.self) { try Ontology(yaml: yaml, fileName: "o.yaml") }
    // What is wrong with it is something else.
    #expect(error?.problem.contains("key is an alias") == false)
  }
}
