import Foundation
import Relata
import Testing

@Suite("The version")
struct VersionTests {
  @Test func theCommandTellsTheLibrarys() throws {
    let run = try RelataProcess.run(["--version"], in: TemporaryFolder())
    #expect(run.status == 0)
    #expect(run.output == RelataVersion.current + "\n")
    #expect(run.errors.isEmpty)
  }

  /// The first heading of a version says “## [1.0.0] - 2026-12-01”, or “Unreleased” for the date.
  @Test func theChangelogBeginsWithIt() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../CHANGELOG.md")
    let text = try String(contentsOf: file.standardizedFileURL, encoding: .utf8)
    let heading = try #require(text.split(separator: "\n").first { $0.hasPrefix("## ") })
    let match = try #require(
      heading.wholeMatch(of: /## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d|Unreleased)/), "\(heading)")
    #expect(match.1 == RelataVersion.current)
  }

  @Test("the packages for Python tell it, too", arguments: ["Python", "Spark"])
  func packages(folder: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../\(folder)/pyproject.toml")
    let text = try String(contentsOf: file.standardizedFileURL, encoding: .utf8)
    let match = try #require(text.firstMatch(of: /\nversion = "(.*)"\n/))
    #expect(match.1 == RelataVersion.current)
  }
}
