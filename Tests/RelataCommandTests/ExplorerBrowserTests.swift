import Foundation
import Testing

/// The page in a real browser, opened from disk with the network off: what a person does with it, and what hostile texts must not do.
@Suite(
  "The explorer in Chromium",
  .enabled(if: Chromium.isThere, "needs Chromium, which `make test` installs where it can"))
struct ExplorerBrowserTests {
  @Test("search, cards, filters, time, paths, corrections, exports, keyboard, labels, accessibility")
  func page() throws {
    let folder = try TemporaryFolder()
    let seeds = try Chromium.root.appending(path: "seeds").path
    let built = try RelataProcess.run(
      ["build", seeds, "--output", "output", "--format", "jsonld,html"], in: folder)
    #expect(built.status == 0, "\(built.errors)")
    let path = try RelataProcess.run(["path", "Vladimir Putin", "Aleppo", "--json"], in: folder)
    try folder.write(path.output, to: "path.json")
    try Chromium.run(
      "explorer.py",
      [folder.path + "/output/graph.html", folder.path + "/path.json", Chromium.pictures()])
  }

  @Test("names, quotes and addresses that look like code do nothing but appear")
  func hostile() throws {
    let folder = try TemporaryFolder()
    let seeds = try Chromium.root.appending(path: "seeds").path
    _ = try RelataProcess.run(["build", seeds, "--output", "output", "--format", "html"], in: folder)
    try Chromium.run("hostile.py", [folder.path + "/output/graph.html", Chromium.pictures()])
  }

  @Test(
    "two entities that are merged in the page are one when the graph is built again, and the page says why")
  func corrections() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "Ada Khan met Omar Khan in Oslo. Adah Kahnovic met Omar Khan in Bergen.\n", to: "texts/a.txt")
    let build = ["build", "texts", "--output", "output", "--format", "jsonld,html"]
    #expect(try RelataProcess.run(build, in: folder).status == 0)
    try Chromium.run(
      "merge.py",
      [
        folder.path + "/output/graph.html", "Ada Khan", "Adah Kahnovic", folder.path + "/corrections.yaml",
        Chromium.pictures(),
      ])
    let corrections = try String(contentsOfFile: folder.path + "/corrections.yaml", encoding: .utf8)
    try folder.write(
      corrections + """
          - action: confirmed
            statement: {subject: Ada Khan, relation: met_with, object: Omar Khan}
            evidence: [{document: a.txt, quote: Ada Khan met Omar Khan in Oslo.}]

        """, to: "corrections.yaml")
    let again = try RelataProcess.run(build + ["--corrections", "corrections.yaml"], in: folder)
    #expect(again.status == 0 && again.errors.contains("warning") == false, "\(again.errors)")
    let shown = try RelataProcess.run(["show", "Ada Khan"], in: folder)
    #expect(
      shown.output.hasPrefix("Adah Kahnovic\n") && shown.output.contains("Bergen")
        && shown.output.contains("Oslo"))
    try Chromium.run(
      "corrected.py", [folder.path + "/output/graph.html", "Adah Kahnovic", "met with"])
  }
}

/// The browser, driven by the scripts in Browser/.
enum Chromium {
  static let isThere = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/chromium")
  }

  static var root: URL {
    get throws {
      URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    }
  }

  /// Where pictures of the page go, to be looked at.
  static func pictures() throws -> String {
    let path = try root.appending(path: ".build/screenshots").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  /// Runs a script, which fails where anything in the page is not as it should be.
  static func run(_ script: String, _ arguments: [String]) throws {
    let usual = try root.appending(path: ".build/python/bin/python").path
    let python = ProcessInfo.processInfo.environment["RELATA_PYTHON"] ?? usual
    let process = Process()
    process.executableURL = URL(filePath: python)
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Browser")
    process.arguments = [folder.appending(path: script).path] + arguments
    let output = try TemporaryFolder()
    let printed = try output.write("", to: "out")
    process.standardOutput = try FileHandle(forWritingTo: printed)
    process.standardError = process.standardOutput
    try process.run()
    process.waitUntilExit()
    let text = try String(contentsOf: printed, encoding: .utf8)
    let failed = text.split(separator: "\n").filter { !$0.hasPrefix("ok ") }.joined(separator: "\n")
    #expect(process.terminationStatus == 0, "\(script): \(failed.suffix(4_000))")
  }
}
