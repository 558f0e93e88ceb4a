import Foundation
import Testing

@Suite("Hostile input: one clear line, bounded time and memory, and the rest is read")
struct HostileInputTests {
  @Test(arguments: HostileInput.files)
  func files(_ input: HostileInput) throws { try check(input) }

  #if Markup
    @Test(arguments: HostileInput.pages)
    func pages(_ input: HostileInput) throws { try check(input) }

    @Test(
      .enabled(if: Programs.areThere("pdftotext", "gzip"), "pdftotext is not installed"),
      arguments: HostileInput.pdfs)
    func pdfs(_ input: HostileInput) throws { try check(input) }
  #endif

  #if Archives
    @Test(
      .enabled(if: Programs.areThere("zip", "gzip", "tar"), "zip is not installed"),
      arguments: HostileInput.archives)
    func archives(_ input: HostileInput) throws { try check(input) }

    @Test("names in archives lead nowhere")
    func traversal() throws {
      let folder = try TemporaryFolder()
      try folder.write(HostileInput.article, to: "articles/good.txt")
      try folder.write(HostileInput.fixture("archives/hostile-names.zip"), to: "articles/bad.zip")
      let build = try run("build articles --output out --format csv", in: folder)
      #expect(build.status == 0)
      #expect(build.messages.isEmpty)
      #expect(build.output.hasPrefix("10 documents, "))
      try expect(["articles": ["bad.zip", "good.txt"], "out": ["edges.csv", "nodes.csv"]], in: folder)
      #expect(!FileManager.default.fileExists(atPath: "/abs.txt"))
      let text = try run("text articles --json", in: folder)
      for id in ["bad.zip/etc/passwd", "bad.zip/abs.txt", "bad.zip/win/x.txt", "bad.zip/bell.txt"] {
        #expect(text.output.contains("{\"id\":\"\(id)\""))
      }
    }
  #endif

  private static let collected = [
    "an empty file", "a named pipe", "a link to nothing", "JSON lines with a broken line",
  ]

  @Test(arguments: HostileInput.files.filter { collected.contains($0.title) })
  func collections(_ input: HostileInput) throws {
    let folder = try input.inputs()
    let add = try run("collection add news.relata-db articles", in: folder)
    input.check(add)
    #expect(add.output.hasSuffix("news.relata-db: \(counted(input.documents))\n"))
    let status = try run("collection status news.relata-db", in: folder)
    #expect(status.output.hasPrefix("\(counted(input.documents)), "))
    #expect(status.output.contains("  not read: ") == (input.outcome == .failed))
  }

  /// `build` and `text` of a folder in which it lies.
  private func check(_ input: HostileInput) throws {
    let folder = try input.inputs()
    let before = try names(in: folder)
    let build = try run("build articles --output out --format csv", in: folder)
    input.check(build)
    #expect(build.output.hasPrefix("\(counted(input.documents)), "), "\(build.output)")
    #expect(build.output.contains("\nleft out: 1 could not be read\n") == (input.outcome == .failed))
    #expect(build.output.contains("\nleft out: 1 is no document\n") == (input.outcome == .passedOver))
    try expect(
      before.merging(["out": ["edges.csv", "nodes.csv"]]) { $1 }, in: folder)
    try expectStatements([HostileInput.statement] + input.statements, in: folder)

    let text = try run("text articles", in: folder)
    input.check(text)
    #expect(text.output.contains(HostileInput.article))
  }

  private func expectStatements(_ statements: [String], in folder: TemporaryFolder) throws {
    let rows = try String(contentsOf: folder.url.appending(path: "out/edges.csv"), encoding: .utf8)
      .split(separator: "\n")
    for statement in statements {
      #expect(rows.contains { $0.hasPrefix(statement) }, "\(statement)")
    }
  }

  /// The names in a folder and in the folders in it; nothing is opened.
  private func names(in folder: TemporaryFolder) throws -> [String: [String]] {
    let manager = FileManager.default
    return try manager.contentsOfDirectory(atPath: folder.path).reduce(into: [:]) { names, name in
      let path = folder.url.appending(path: name).path
      var isFolder = false as ObjCBool
      guard manager.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
        return names[name] = []
      }
      names[name] = try manager.contentsOfDirectory(atPath: path).sorted()
    }
  }

  private func expect(_ expected: [String: [String]], in folder: TemporaryFolder) throws {
    #expect(try names(in: folder) == expected)
  }

  private func counted(_ documents: Int) -> String {
    documents == 1 ? "1 document" : "\(documents) documents"
  }

  private func run(_ arguments: String, in folder: TemporaryFolder) throws -> RelataProcess.Outcome {
    try RelataProcess.run(
      arguments.split(separator: " ").map(String.init), in: folder, wait: ProcessBounds().wait)
  }
}
