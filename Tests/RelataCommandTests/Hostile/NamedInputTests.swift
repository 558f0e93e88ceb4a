import Foundation
import Testing

@Suite("Bad inputs by name: never waited for, and the rest is read")
struct NamedInputTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let input: String
    /// How the line goes on.
    let line: String
    /// Where nothing else is named.
    var status: Int32 = 65

    var testDescription: String { input }
  }

  static let cases = [
    Case(input: "pipe", line: "pipe: is a named pipe, and only files and folders are read; give what comes"),
    Case(input: "/dev/zero", line: "zero: is a device, and only files and folders are read; give what comes"),
    Case(input: "/dev/null", line: "null: is a device, and only files and folders are read; give what comes"),
    Case(
      input: "circle", line: "circle: cannot be read (its symbolic links lead round in a circle); remove",
      status: 66),
    Case(input: "empty.txt", line: "empty.txt: empty, there is nothing to read"),
  ]

  @Test(arguments: cases)
  func named(_ test: Case) throws {
    let folder = try inputs()
    let both = try run(["build", "good.txt", test.input, "--output", "out", "--format", "csv"], in: folder)
    #expect(both.status == 2)
    #expect(both.messages.count == 2)
    #expect(both.errors.hasPrefix("relata: warning: \(test.line)"), "\(both.errors)")
    #expect(both.output.hasPrefix("1 document, "))
    #expect(both.output.contains("\nleft out: 1 could not be read\n"))

    let alone = try run(["build", test.input, "--output", "out2"], in: folder)
    #expect(alone.status == test.status)
    #expect(alone.errorLines.count == 1)
    #expect(alone.errors.hasPrefix("relata: \(test.line)"), "\(alone.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "out2").path))
  }

  @Test("a pipe that the shell has opened is read")
  func openPipe() throws {
    let folder = try inputs()
    for name in ["/dev/fd/0", "-"] {
      let text = try RelataProcess.run(
        ["text", name], in: folder, under: ["/bin/sh", "-c", "cat good.txt | \"$0\" \"$@\""],
        wait: ProcessBounds().wait)
      #expect(text.status == 0, "\(text.errors)")
      #expect(text.output == HostileInput.article + "\n")
    }
  }

  @Test("a broken line stops a strict reading, which says where and writes nothing")
  func strict() throws {
    let folder = try TemporaryFolder()
    try folder.write(HostileInput.article, to: "articles/good.txt")
    try folder.write(HostileInput.brokenLines, to: "articles/bad.jsonl")
    let build = try run(["build", "articles", "--strict", "--output", "out"], in: folder)
    #expect(build.status == 65)
    #expect(build.errorLines.count == 1)
    #expect(build.errors.hasPrefix("relata: bad.jsonl:2: damaged: "), "\(build.errors)")
    #expect(build.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "out").path))
    let text = try run(["text", "articles", "--strict"], in: folder)
    #expect(text.status == 65)
    #expect(text.errors == build.errors)
  }

  private func inputs() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(HostileInput.article, to: "good.txt")
    try folder.write("", to: "empty.txt")
    try HostileInput.pipe(folder, "pipe")
    try HostileInput.link(folder, "circle", to: "circle")
    return folder
  }

  private func run(_ arguments: [String], in folder: TemporaryFolder) throws -> RelataProcess.Outcome {
    try RelataProcess.run(arguments, in: folder, wait: ProcessBounds().wait)
  }
}
