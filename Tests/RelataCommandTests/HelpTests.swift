import Foundation
import RelataGraphviz
import Testing

@Suite("The help, and what it says to a mistake")
struct HelpTests {
  /// What the command tells of itself, as JSON.
  private struct Told: Decodable {
    var command: Command
  }

  private struct Command: Decodable {
    var commandName: String
    var discussion: String?
    var subcommands: [Command]?
  }

  /// Commands that ask or write a graph where `relata build` puts it.
  private static let asking: Set = [
    "path", "connect", "between", "neighbours", "rank", "match", "ask", "show", "contradictions", "render",
    "export",
  ]

  /// Examples of these commands' help, up to a pipe into another program.
  static let examples: [String] = {
    guard let told = try? RelataProcess.run(["--experimental-dump-help"], in: TemporaryFolder()),
      let help = try? JSONDecoder().decode(Told.self, from: Data(told.output.utf8))
    else { return [] }
    return (help.command.subcommands ?? []).filter { asking.contains($0.commandName) }.flatMap { command in
      (command.discussion ?? "").split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }
        .filter { $0.hasPrefix("relata \(command.commandName)") && !$0.contains("relata-db") }
        .map { String($0.prefix(upTo: $0.firstRange(of: " | ")?.lowerBound ?? $0.endIndex)) }
    }
  }()

  @Test("there are examples")
  func number() { #expect(Self.examples.count >= 30) }

  @Test("each example does what it says on the graph of the seeds", arguments: examples)
  func example(_ text: String) async throws {
    guard GraphRenderer.isAvailable || !text.contains(/render|--svg|--png/) else { return }
    let folder = try await SeedQuestionTests.seeds.value.folder
    let outcome = try RelataProcess.run(
      [text], in: folder, under: ["/bin/sh", "-c", #"PATH=${1%/*}:$PATH; eval "$2""#, "sh"])
    #expect(outcome.status == 0, "\(text): \(outcome.errors)")
    #expect(!outcome.output.isEmpty || text.contains("--output") || text.contains(">"))
  }

  @Test(
    "a misspelt command or option is named, with what it is like",
    arguments: [
      ("bild seeds", "“relata” has no command “bild”; did you mean “build”?"),
      ("help bild", "“relata” has no command “bild”; did you mean “build”?"),
      ("collection remov a", "“relata collection” has no command “remov”; did you mean “remove”?"),
      ("build seeds --outptu a", "Unknown option '--outptu'. Did you mean '--output'? (see “relata help”)"),
      ("build seeds --outptu=a", "Unknown option '--outptu'. Did you mean '--output'? (see “relata help”)"),
      (
        "build seeds --output a --qiet",
        "Unknown option '--qiet'. Did you mean '--quiet'? (see “relata help”)"
      ),
      ("build seeds", "Missing expected argument '--output <folder>' (see “relata help”)"),
      (
        "build seeds -- --outptu",
        "Missing expected argument '--output <folder>' (see “relata help”)"
      ),
      (
        "export --format svg --output a",
        "The value 'svg' is invalid for '--format <name>': “relata render” draws it (see “relata help”)"
      ),
    ])
  func mistakes(arguments: String, message: String) throws {
    let outcome = try RelataProcess.run(
      arguments.split(separator: " ").map(String.init), in: TemporaryFolder())
    #expect(outcome.status == 64)
    #expect(outcome.errors == "relata: \(message)\n")
    #expect(outcome.output.isEmpty)
  }

  @Test("what is like no command gets the list")
  func unlike() throws {
    let outcome = try RelataProcess.run(["qqqqq"], in: TemporaryFolder())
    #expect(outcome.status == 64)
    #expect(
      outcome.errors.hasPrefix("relata: “relata” has no command “qqqqq”; known are build, collection, "))
  }

  @Test(
    "a misspelt relation or type is told with what it is like",
    arguments: [
      ("path Putin Turkey --relations capturred", "“capturred”; did you mean “captured”?"),
      ("neighbours Putin --types Persn", "“Persn”; did you mean “Person”?"),
    ])
  func names(arguments: String, message: String) async throws {
    let folder = try await SeedQuestionTests.seeds.value.folder
    let outcome = try RelataProcess.run(arguments.split(separator: " ").map(String.init), in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.errors.hasSuffix(message + "\n"))
  }
}
