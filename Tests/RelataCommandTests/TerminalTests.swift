import Foundation
import Relata
import Testing

/// `script` (util-linux) lends the command a terminal.
@Suite(
  "On a terminal nothing in a text is obeyed",
  .enabled(if: Programs.areThere("script"), "there is no `script` to lend a terminal"))
struct TerminalTests {
  /// Escape sequence, bell, backspace, C1 control, delete, and an override of the direction of writing.
  private static let hostile = "Ada\u{1B}[31mRed\u{7}\u{8}\u{9B}2J\u{7F}\u{202E}nahK\u{2066}"
  private static let visible = "Ada␛[31mRed␇␈⟨U+009B⟩2J␡⟨U+202E⟩nahK⟨U+2066⟩"

  /// With how each shows the name: JSON and Turtle have escapes of their own, DOT replaces some controls, and
  /// CoNLL-U leaves out what is obeyed.
  private static let commands: [([String], String)] = [
    (["show", "person/x"], visible), (["show", "person/x", "--json"], "Ada\\u001b[31mRed\\u0007"),
    (["contradictions"], visible), (["rank"], visible), (["neighbours", "LU"], visible),
    (["path", "person/x", "LU"], visible), (["match", "(a)-[r]->(b)", "--quotes"], visible),
    (["match", "(a)-[r]->(b)", "--csv"], visible),
    (["export", "--format", "turtle", "--output", "-"], "Ada\\u001B[31mRed\\u0007"),
    (["export", "--format", "nodelink", "--output", "-"], "Ada\\u001b[31mRed\\u0007"),
    (["export", "--format", "dot", "--output", "-"], "⟨U+202E⟩nahK"),
    (["export", "--format", "dot", "--output", "/dev/stdout"], "⟨U+202E⟩nahK"),
    (["export", "--format", "dot", "--output", "/dev/tty"], "⟨U+202E⟩nahK"),
    (["path", "person/x", "LU", "--json", "--dot", "/dev/tty"], "⟨U+202E⟩nahK"),
    (["analyze", "article.txt"], "# text = Ada[31mRed2JnahK leads the Lighthouse Union."),
    (["text", "article.txt"], "\(visible) leads the Lighthouse Union."),
  ]

  @Test("whatever prints it", arguments: commands)
  func terminal(arguments: [String], shows: String) throws {
    let shown = try onTerminal(arguments)
    let controls = shown.unicodeScalars.filter {
      $0.properties.generalCategory == .control && !"\r\n\t".unicodeScalars.contains($0)
        || (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
    }
    #expect(controls.isEmpty, "\(controls.map(\.value)) in \(shown)")
    #expect(!shown.hasPrefix("relata: "))
    // And it is seen what is there.
    #expect(shown.contains(shows), "\(shown)")
  }

  @Test("messages, too: of unknown and ambiguous names, and of files")
  func messages() throws {
    for arguments in [["show", "x\u{1B}[2Jy\u{202E}"], ["build", "\u{1B}[2J.txt", "-o", "out"]] {
      let shown = try onTerminal(arguments)
      #expect(shown.hasPrefix("relata: "))
      #expect(!shown.unicodeScalars.contains("\u{1B}"))
      #expect(!shown.unicodeScalars.contains("\u{202E}"))
    }
  }

  @Test("a file or a pipe gets every byte")
  func pipe() throws {
    let outcome = try RelataProcess.run(["show", "person/x"], in: try folder())
    #expect(outcome.output.contains(Self.hostile))
    let named = try RelataProcess.run(
      ["export", "--format", "dot", "--output", "/dev/stdout"], in: try folder())
    #expect(named.output.contains("\u{202E}nahK\u{2066}"))
  }

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    var graph = SampleGraph.graph
    let id = EntityID(rawValue: "person/x")
    graph.entities.append(
      Entity(
        id: id, name: Self.hostile, type: .person, aliases: [Alias(name: Self.hostile, count: 1)],
        mentionCount: 9))
    graph.statements.append(
      Statement(
        subject: id, relation: "leads", object: EntityID(rawValue: "organization/lighthouse-union"),
        role: Self.hostile,
        evidence: [
          Evidence(document: "b.txt", start: 0, end: 5, quote: "“\(Self.hostile)”", trigger: "verb lead")
        ]))
    graph.contradictions = [
      Contradiction(
        kind: .polarity, statements: [0, graph.statements.count - 1], explanation: Self.hostile)
    ]
    try folder.write(
      Data(JSONLDWriter(ontology: try Ontology.embedded()).write(graph)), to: "output/graph.jsonld")
    try folder.write("\(Self.hostile) leads the Lighthouse Union.\n", to: "article.txt")
    return folder
  }

  /// What a terminal gets, of both streams.
  private func onTerminal(_ arguments: [String]) throws -> String {
    let words = ([try RelataProcess.executable.path] + arguments)
      .map { "'" + $0.replacing("'", with: "'\\''") + "'" }
    let folder = try folder()
    try folder.write("exec " + words.joined(separator: " ") + "\n", to: "command.sh")
    try Programs.shell(
      "script --quiet --command 'sh command.sh' shown < /dev/null > /dev/null", in: folder)
    let text = try String(
      decoding: Data(contentsOf: folder.url.appending(path: "shown")), as: UTF8.self)
    // `script` puts a line of its own before and behind.
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("Script ") }.joined(separator: "\n")
  }
}
