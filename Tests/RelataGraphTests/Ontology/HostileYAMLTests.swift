import Foundation
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

  @Test(
    "keys and values that are nested as deep as the parser allows are refused, on a small stack too",
    arguments: ["? LIST x\n: 1\n", "a: {? [] : 1}\n", "LIST x\n"])
  func nesting(form: String) async {
    let yaml = form.replacing("LIST ", with: Self.deep("- ")).replacing(
      "[]", with: Self.deep("[") + Self.deep("]"))
    let error = await withCheckedContinuation { continuation in
      let thread = Thread {
        continuation.resume(returning: Self.error(yaml))
      }
      thread.stackSize = 512 << 10
      thread.start()
    }
    let problem = "lists and mappings are nested more than 100 deep"
    #expect(error?.problem == problem, "\(String(describing: error))")
  }

  @Test(
    "several deep keys that are there twice and cannot be ordered are refused at once",
    .timeLimit(.minutes(1)),
    arguments: [
      "{A: 1, A: 1, B: 1, B: 1}\n", "n: x \"\ny: {A: 1, A: 1, B: 1, B: 1}\n",
      "{? A : 1, ? A : 1, ? B : 1, ? B : 1}\n",
      "? LIST a\n? LIST a\n? LIST {}\n? LIST {}\n", "KEY a\nKEY a\nKEY []\nKEY []\n",
      "{A, A, B, B}\n", "{?A, ?A, ?B, ?B}\n", "[A: 1, {A: 1, A: 1, B: 1, B: 1}]\n",
    ])
  func deepKeys(form: String) {
    func list(_ text: String) -> String { Self.deep("[", 60) + text + Self.deep("]", 60) }
    let yaml = form.replacing("LIST ", with: Self.deep("- ", 60)).replacing("KEY ", with: Self.deep("? ", 60))
      .replacing("A", with: list("a")).replacing("B", with: list("{}"))
    #expect(Self.error(yaml)?.problem == "a key is an alias, a list or a mapping")
  }

  @Test("questions in texts are no keys, however far a line is moved in")
  func texts() throws {
    let yaml = """
      version: 1
      extends: builtin
      types:
        Orb:
          parent: Place
          label: Où ? Ici ? Là ? Qui ? Toi ? Quoi ? Et
                                                    qui ? Lui.
          color: "#eeeeee"
          shape: box
      """
    #expect(try Ontology(yaml: yaml, fileName: "o.yaml").description(of: "Orb") != nil)
  }

  @Test("values whose aliases multiply are refused for what they are, at once")
  func multiplyingValues() {
    let error = Self.error(Self.bomb)
    #expect(error?.problem == "unknown key “a0” in the file", "\(String(describing: error))")
  }

  @Test(
    "aliases that make a list deeper and deeper are refused",
    arguments: [
      (200, "lists and mappings are nested more than 100 deep"),
      (100_000, "there are more than 10000 aliases"),
    ])
  func chain(count: Int, problem: String) {
    let links = (1..<count).map { "a\($0): &a\($0) [*a\($0 - 1)]\n" }.joined()
    let error = Self.error("a0: &a0 [x]\n" + links)
    #expect(error?.problem == problem, "\(String(describing: error))")
  }

  private static func deep(_ opening: String, _ count: Int = 990) -> String {
    String(repeating: opening, count: count)
  }

  private static func error(_ yaml: String) -> DataFileError? {
    do throws(DataFileError) {
      _ = try Ontology(yaml: yaml, fileName: "hostile.yaml")
      return nil
    } catch {
      return error
    }
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
