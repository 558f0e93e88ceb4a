import Foundation
import Testing

@Suite(
  "What is not permitted is named, and the rest is read",
  .enabled(if: Permissions.launcher != nil, "root may read everything, and there is no setpriv to forbid it"))
struct PermissionTests {
  private static let denied = "cannot be read (permission denied); check its permissions"

  @Test(
    "a folder or a file without permission, in a folder and by name",
    arguments: [
      ("locked", "articles", "articles/locked"), ("locked", "articles/locked good.txt", "articles/locked"),
      ("locked/bad.txt", "articles", "locked/bad.txt"),
      ("locked/bad.txt", "articles/locked/bad.txt good.txt", "bad.txt"),
      ("locked", "articles/locked/bad.txt good.txt", "articles/locked/bad.txt"),
    ])
  func build(locked: String, inputs: String, name: String) throws {
    let folder = try articles()
    try Permissions.set(0, of: "articles/\(locked)", in: folder)
    defer { try? Permissions.set(0o700, of: "articles/\(locked)", in: folder) }
    let build = try run("build \(inputs) --output out --format csv", in: folder)
    #expect(build.status == 2)
    #expect(
      build.messages == [
        "relata: warning: \(name): \(Self.denied)", "relata: 1 document could not be read; all else is done",
      ])
    #expect(build.output.hasPrefix("1 document, "))
    #expect(build.output.contains("\nleft out: 1 could not be read\n"))
    let edges = try String(contentsOf: folder.url.appending(path: "out/edges.csv"), encoding: .utf8)
    #expect(edges.contains(HostileInput.statement))

    let alone = try run("build articles/\(locked) --output out2", in: folder)
    #expect(alone.status == 66)
    #expect(alone.errorLines.count == 1)
    #expect(alone.errors.contains(Self.denied))
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "out2").path))
  }

  @Test(
    "a collection keeps what it has read, and reads it once it may", arguments: ["locked", "locked/bad.txt"])
  func collection(locked: String) throws {
    let folder = try articles()
    defer { try? Permissions.set(0o700, of: "articles/\(locked)", in: folder) }
    try Permissions.set(0, of: "articles/\(locked)", in: folder)
    let add = try run("collection add news.relata-db articles", in: folder)
    #expect(add.status == 2)
    #expect(add.errors.contains(Self.denied))
    #expect(add.output.hasSuffix("news.relata-db: 1 document\n"))

    try Permissions.set(0o700, of: "articles/\(locked)", in: folder)
    let permitted = try run("collection update news.relata-db", in: folder)
    #expect(permitted.status == 0, "\(permitted.errors)")
    #expect(permitted.output.hasSuffix("news.relata-db: 2 documents\n"))

    try folder.write("Italy attacked Greece and Turkey.\n", to: "articles/locked/bad.txt")
    try Permissions.set(0, of: "articles/\(locked)", in: folder)
    let forbidden = try run("collection update news.relata-db", in: folder)
    #expect(forbidden.status == 2)
    #expect(forbidden.errors.contains(Self.denied))
    #expect(forbidden.output.hasSuffix("news.relata-db: 2 documents\n"))

    try Permissions.set(0o700, of: "articles/\(locked)", in: folder)
    let again = try run("collection update news.relata-db", in: folder)
    #expect(again.status == 0)
    #expect(again.output.hasPrefix("1 document read"))
  }

  @Test("a change of a file that a link leads to is noticed")
  func linkedFile() throws {
    let folder = try articles()
    try HostileInput.link(folder, "articles/link.txt", to: "../one.txt")
    try folder.write("Italy attacked Greece.\n", to: "one.txt")
    _ = try run("collection add news.relata-db articles", in: folder)
    try folder.write("Italy attacked Greece and Turkey.\n", to: "one.txt")
    let update = try run("collection update news.relata-db", in: folder)
    #expect(update.output.hasPrefix("1 document read"))
  }

  private func articles() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(HostileInput.article, to: "good.txt")
    try folder.write(HostileInput.article, to: "articles/good.txt")
    try folder.write("Italy attacked Greece.\n", to: "articles/locked/bad.txt")
    return folder
  }

  private func run(_ arguments: String, in folder: TemporaryFolder) throws -> RelataProcess.Outcome {
    try RelataProcess.run(
      arguments.split(separator: " ").map(String.init), in: folder, under: Permissions.launcher ?? [],
      wait: ProcessBounds().wait)
  }
}
