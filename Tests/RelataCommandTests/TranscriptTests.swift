import Foundation
import Testing

/// What the documentation shows of the command, the command prints.
@Suite("Transcripts in the documentation")
struct TranscriptTests {
  /// Those with commands that can be given to the graph of the seeds.
  private static let files = [
    "README.md", "Documentation/tour.md", "Documentation/ask.md", "Documentation/match.md",
    "Documentation/spark.md",
  ]

  /// How the commands begin that are not run here, and why.
  private static let skipped = [
    "relata build articles": "reads the reader's own documents",
    "relata collection": "reads the reader's own documents",
    "relata ask \"Who captured Aleppo?\" --graph news.relata-db": "asks that collection",
    "relata explore": "opens a browser",
  ]

  private static func isSkipped(_ transcript: Transcript) -> Bool {
    skipped.keys.contains { transcript.command.hasPrefix($0) }
  }

  private static let all = Result {
    try files.flatMap { try Transcript.all(in: SeedsBuild.repository.appending(path: $0)) }
  }

  private static var transcripts: [Transcript] { ((try? all.get()) ?? []).filter { !isSkipped($0) } }

  @Test("each file has some, and what is skipped is there")
  func theyAreFound() throws {
    let all = try Self.all.get()
    for file in Self.files {
      let name = URL(filePath: file).lastPathComponent
      #expect(all.contains { $0.file == name && !Self.isSkipped($0) }, "\(file)")
    }
    for start in Self.skipped.keys { #expect(all.contains { $0.command.hasPrefix(start) }, "\(start)") }
    #expect(Self.transcripts.filter { !$0.shown.isEmpty }.count >= 14)
  }

  @Test("what is shown is what is printed", arguments: transcripts)
  func isPrinted(_ transcript: Transcript) throws {
    let outcome = try run(transcript)
    #expect((outcome.status != 0) == transcript.isFailure, "\(outcome.status): \(outcome.errors)")
    guard !transcript.shown.isEmpty else { return }
    let printed = outcome.output.components(separatedBy: "\n").dropLast() + outcome.messages
    let departure = transcript.departure(of: Array(printed))
    #expect(departure == nil)
  }

  private func run(_ transcript: Transcript) throws -> RelataProcess.Outcome {
    let seeds = try SeedsBuild.done
    if transcript.command == "relata " + SeedsBuild.command.joined(separator: " ") { return seeds.outcome }
    let folder = try TemporaryFolder()
    try SeedsBuild.linkSeeds(into: folder)
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "output"), withDestinationURL: seeds.folder.url.appending(path: "output")
    )
    for (name, text) in transcript.files { try folder.write(text, to: name) }
    // As the shell reads it, whatever the quotation marks; the command itself is the shell's `$0`.
    return try RelataProcess.run(
      [transcript.command], in: folder, under: ["/bin/sh", "-c", #"relata() { "$0" "$@"; }; eval "$1""#])
  }

  private let example = Transcript.all(
    in: """
      Text:

      ```console
      $ cat a.yaml
      same: []

      $ relata one
      A: 1, …
      B (…) 2

        …
      C

      $ relata two
      relata: nothing
      ```

      ```sh
      $ relata three
      ```
      """, of: "a.md")

  @Test("commands, what is shown below them and files are read from the blocks")
  func blocks() throws {
    #expect(example.map(\.command) == ["relata one", "relata two"])
    #expect(example.map(\.isFailure) == [false, true])
    #expect(example.allSatisfy { $0.files == ["a.yaml": "same: []\n"] })
    #expect(example.first?.shown == ["A: 1, …", "B (…) 2", "", "  …", "C"])
  }

  @Test(
    "a line that is missing, another one or one too many is told",
    arguments: [
      (["A: 1,", "  2,", "  3", "B (x) 2", "", "C"], nil),
      (["A: 1, 2", "B () 2", "", "y", "", "z", "C"], nil),
      (["A: 2", "B (x) 2", "", "C"], "shown: A: 1, …\nprinted there: A: 2"),
      (["A: 1, 2", "B (x) 3", "", "C"], "shown: B (…) 2\nprinted there: nothing more"),
      (["A: 1, 2", "B (x) 2", "C"], "shown: \nprinted there: C"),
      (["A: 1, 2", "B (x) 2", "", "c"], "shown: C\nprinted there: nothing more"),
      (["A: 1, 2", "B (x) 2", "", "C", "D"], "printed after all that is shown: D"),
      ([], "shown: A: 1, …\nprinted there: nothing more"),
    ])
  func departures(printed: [String], departure: String?) throws {
    #expect(try #require(example.first).departure(of: printed) == departure)
  }
}
