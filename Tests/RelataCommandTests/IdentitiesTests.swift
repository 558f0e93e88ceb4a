import Foundation
import Relata
import Testing

@Suite("relata build --identities")
struct IdentitiesTests {
  static let texts = [
    "mumbai.txt": "Bombay is a city in India. Reliance Industries is based in Bombay.\n",
    "floods.txt": "Floods hit Mumbai in 2005. Tata Motors is based in Mumbai.\n",
    "pseudonym.txt": "Boris Akunin visited Spain in 2012.\n",
    "passport.txt": "Grigory Chkhartishvili met Lyudmila Ulitskaya in 2015.\n",
    "son.txt": "George W. Bush visited Iraq in 2003.\n",
    "father.txt": "George H. W. Bush visited Kuwait in 1993.\n",
    "album.txt": "Prince Rogers Nelson met Miles Davis in 1987.\n",
    "symbol.txt": "The Artist met Miles Davis in Paris.\n",
  ]

  /// The entities of the graph by their names, under a file of identities.
  func build(_ yaml: String, quiet: Bool = false, texts: [String: String] = texts) throws -> (
    graph: KnowledgeGraph, errors: String
  ) {
    let folder = try TemporaryFolder()
    for (name, text) in texts { try folder.write(text, to: "articles/\(name)") }
    try folder.write(yaml, to: "same-as.yaml")
    let outcome = try RelataProcess.run(
      ["build", "articles", "-o", "out", "--format", "jsonld", "--identities", "same-as.yaml"]
        + (quiet ? ["--quiet"] : []), in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let bytes = try Data(contentsOf: folder.url.appending(path: "out/graph.jsonld"))
    return (try JSONLDReader.read(Array(bytes)), outcome.errors)
  }

  private func bearers(_ name: String, _ graph: KnowledgeGraph) -> [EntityID] {
    graph.entities.filter { $0.aliases.contains { $0.name == name } }.map(\.id)
  }

  @Test("a pseudonym and its bearer become one entity, and nothing else changes")
  func same() throws {
    let before = try build("same: [[Nowhere Hill, Nothing Hill]]").graph
    #expect(bearers("Boris Akunin", before) != bearers("Grigory Chkhartishvili", before))
    let after = try build("same:\n  - [Boris Akunin, Grigory Chkhartishvili]\n").graph
    #expect(bearers("Boris Akunin", after).count == 1)
    #expect(bearers("Boris Akunin", after) == bearers("Grigory Chkhartishvili", after))
    #expect(after.entities.count == before.entities.count - 1)
  }

  @Test("names that must differ differ, within a text too, and each keeps its statements")
  func different() throws {
    let texts = [
      "both.txt":
        "John Smith visited Norway in 1999. John A. Smith visited Sweden in 2003. John Smith visited Iceland in 2001.\n"
    ]
    let before = try build("different: [[Nowhere Hill, Nothing Hill]]", texts: texts).graph
    #expect(bearers("John Smith", before) == bearers("John A. Smith", before))
    let after = try build("different: [[John Smith, John A. Smith]]", texts: texts).graph
    #expect(bearers("John Smith", after).count == 1)
    #expect(bearers("John A. Smith", after).count == 1)
    #expect(bearers("John Smith", after) != bearers("John A. Smith", after))
    let sweden = after.statements.first { $0.object.rawValue == "country/sweden" }
    #expect(sweden.map(\.subject) == bearers("John A. Smith", after).first)
  }

  @Test("a name that nothing bears is a warning with its line; --quiet leaves it out")
  func unknownName() throws {
    let yaml = "# my rules\nsame:\n  - [Mumbai, Bombey]\n  - names: [Mumbai, Bombay]\n    type: Person\n"
    let errors = try build(yaml).errors.split(separator: "\n").map(String.init)
    let warnings = errors.filter { $0.contains("warning") }
    #expect(
      warnings == [
        "relata: warning: same-as.yaml:3: nothing is called “Bombey”; write the name as the documents spell it or remove it",
        "relata: warning: same-as.yaml:4: no Person is called “Bombay”; write the name as the documents spell it or remove it",
        "relata: warning: same-as.yaml:4: no Person is called “Mumbai”; write the name as the documents spell it or remove it",
      ])
    #expect(try build(yaml, quiet: true).errors.isEmpty)
  }

  struct Bad: CustomTestStringConvertible {
    let yaml: String
    let says: String
    init(_ yaml: String, _ says: String) { (self.yaml, self.says) = (yaml, says) }
    var testDescription: String { yaml }
  }

  @Test(
    "a file that is wrong ends with 65, file and line, and nothing is written",
    arguments: [
      Bad("", "1:1: the file is empty"), Bad("- [A, B]", "1:1: the file must be a mapping"),
      Bad("same: [[A, B]]\nequal: [[A, B]]", "2:1: unknown key “equal”"),
      Bad("same: Mumbai", "1:7: “same” must be a list of rules"),
      Bad("same:\n  - Mumbai", "2:5: a rule must be a list of names"),
      Bad("same:\n  - [Mumbai]", "2:5: a rule needs at least two names"),
      Bad("same:\n  - [Mumbai, [Bombay]]", "2:14: a name must be a text"),
      Bad("same:\n  - [al-Sharaa, al-Shara’a]", "2:17: “al-Shara’a” is “al-Sharaa” again"),
      Bad("same:\n  - [A, '?!']", "2:9: “?!” has no letters"),
      Bad("same:\n  - names: [A, B]\n    type: Town", "3:11: there is no type “Town”"),
      Bad("same:\n  - {names: [A, B], kind: City}", "2:21: unknown key “kind”"),
      Bad("same:\n  - {type: City}", "2:5: the rule has no “names”"),
      Bad("same: [[A, B]\n", "mend the YAML syntax"),
      Bad("same: [[A, B]]\nsame: [[C, D]]", "“same” is there already in line 1"),
      Bad(
        "same:\n  - [Mark Twain, Samuel Clemens]\ndifferent:\n  - [samuel clemens, Mark Twain]",
        "4:5: “samuel clemens” and “Mark Twain” are to be different here and the same by line 2; remove one"),
      Bad("same: [[A, B], [C, B]]\ndifferent: [[Z, A, C]]", "2:13: “A” and “C” are to be different here"),
    ])
  func malformed(_ bad: Bad) throws {
    let folder = try TemporaryFolder()
    try folder.write("Germany attacked Poland.\n", to: "a.txt")
    try folder.write(bad.yaml, to: "same-as.yaml")
    let outcome = try RelataProcess.run(
      ["build", "a.txt", "-o", "out", "--identities", "same-as.yaml"], in: folder)
    #expect(outcome.status == 65)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.hasPrefix("relata: same-as.yaml:"))
    #expect(outcome.errors.contains(bad.says), "\(outcome.errors)")
    #expect(try folder.contents.keys.sorted() == ["a.txt", "same-as.yaml"])
  }

  @Test("rules about different types do not contradict each other")
  func typesKeepRulesApart() throws {
    let ontology = try Ontology.embedded()
    let yaml = """
      same: [{names: [Jordan, Jordan River], type: Place}]
      different: [{names: [Jordan, Jordan River], type: Person}]
      """
    let rules = try IdentityRules(yaml: yaml, fileName: "x.yaml", ontology: ontology)
    #expect(rules.same.map(\.type) == ["Place"])
    #expect(rules.different.map(\.line) == [2])
  }
}
