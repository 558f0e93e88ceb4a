import Foundation
import Testing

@Suite("An output goes where its name leads, and nothing that is no regular file is replaced")
struct OutputTargetTests {
  struct Writer: CustomTestStringConvertible, Sendable {
    /// FILE stands for the file to write.
    let arguments: [String]
    let ending: String
    /// What its output has near its beginning.
    let mark: String

    init(_ arguments: String, _ ending: String, _ mark: String) {
      self.arguments = arguments.split(separator: " ").map(String.init)
      self.ending = ending
      self.mark = mark
    }

    func arguments(writing file: String) -> [String] { arguments.map { $0 == "FILE" ? file : $0 } }

    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let writers = [
    Writer("export --format dot --output FILE", "dot", "digraph"),
    Writer("export --format turtle -o FILE", "ttl", "@prefix"),
    Writer("render --output FILE", "svg", "<svg"),
    Writer("render --timeline -o FILE", "svg", "<svg"),
    Writer("explore --no-browser --output FILE", "html", "<!DOCTYPE html>"),
    Writer("path LU Northport --dot FILE", "dot", "digraph"),
    Writer("path LU Northport --svg FILE", "svg", "<svg"),
    Writer("match (a)-[r]->(b) --dot FILE", "dot", "digraph"),
  ]

  @Test("a symbolic link stays, and what it leads to is replaced", arguments: writers)
  func link(writer: Writer) throws {
    let folder = try graphFolder()
    try folder.write("old", to: "elsewhere/target")
    try Programs.shell("ln -s elsewhere/target middle && ln -s middle link.\(writer.ending)", in: folder)
    let outcome = try RelataProcess.run(writer.arguments(writing: "link.\(writer.ending)"), in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    try Programs.shell("test -L middle && test -L link.\(writer.ending)", in: folder)
    let target = try String(contentsOf: folder.url.appending(path: "elsewhere/target"), encoding: .utf8)
    #expect(target.prefix(200).contains(writer.mark))
    #expect(try folder.contents.keys.filter { $0.hasPrefix("elsewhere/") } == ["elsewhere/target"])
  }

  @Test("a link that leads to nothing yet makes its target")
  func danglingLink() throws {
    let folder = try graphFolder()
    try Programs.shell("ln -s new/target.dot link.dot", in: folder)
    let outcome = try RelataProcess.run(["export", "--format", "dot", "-o", "link.dot"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    try Programs.shell("test -L link.dot && test -f new/target.dot", in: folder)
  }

  @Test("links in a circle are named, and stay")
  func circle() throws {
    let folder = try graphFolder()
    try Programs.shell("ln -s one.dot two.dot && ln -s two.dot one.dot", in: folder)
    let outcome = try RelataProcess.run(["export", "--format", "dot", "-o", "one.dot"], in: folder)
    #expect(outcome.status == 73)
    #expect(outcome.errorLines.count == 1)
    try Programs.shell("test -L one.dot && test -L two.dot", in: folder)
  }

  @Test("a pipe gets the bytes and stays a pipe", arguments: writers)
  func pipe(writer: Writer) throws {
    let folder = try graphFolder()
    let pipe = "pipe.\(writer.ending)"
    try Programs.shell("mkfifo \(pipe)", in: folder)
    let outcome = try RelataProcess.run(
      writer.arguments(writing: pipe), in: folder,
      under: ["/bin/sh", "-c", "cat \(pipe) > got & \"$@\"; status=$?; wait; exit $status", "sh"],
      wait: ProcessBounds().wait)
    #expect(outcome.status == 0, "\(outcome.errors)")
    try Programs.shell("test -p \(pipe)", in: folder)
    #expect(
      try String(contentsOf: folder.url.appending(path: "got"), encoding: .utf8).prefix(200)
        .contains(writer.mark))
  }

  // By links, so that a defect replaces these and not the system's devices.
  @Test("a device is written to, its errors are told", arguments: [("null", 0), ("full", 74)])
  func device(name: String, status: Int32) throws {
    let folder = try graphFolder()
    try Programs.shell("ln -s /dev/\(name) device.dot", in: folder)
    let before = try FileManager.default.contentsOfDirectory(atPath: "/dev")
    let outcome = try RelataProcess.run(["export", "--format", "dot", "-o", "device.dot"], in: folder)
    #expect(outcome.status == status)
    #expect(outcome.errorLines.count == (status == 0 ? 0 : 1))
    try Programs.shell("test -L device.dot && test -c /dev/\(name)", in: folder)
    #expect(try FileManager.default.contentsOfDirectory(atPath: "/dev") == before)
  }

  @Test("/dev/stdout is standard output, also where a shell appends to a file")
  func standardOutput() throws {
    let folder = try graphFolder()
    try folder.write("first\n", to: "log")
    let log = try FileHandle(forWritingTo: folder.url.appending(path: "log"))
    try log.seekToEnd()
    let outcome = try RelataProcess.run(
      ["export", "--format", "dot", "-o", "/dev/stdout"], in: folder, output: log)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let text = try String(contentsOf: folder.url.appending(path: "log"), encoding: .utf8)
    #expect(text.hasPrefix("first\n"))
    #expect(text.contains("digraph"))
  }

  @Test(
    "several files into one folder: links are followed, pipes written to", arguments: ["build", "import"])
  func folder(command: String) throws {
    let folder = try graphFolder()
    try folder.write("Ada Khan leads the Lighthouse Union.\n", to: "good.txt")
    try folder.write("old", to: "kept/edges")
    try folder.write("", to: "out/nodes.csv")
    try Programs.shell("mkfifo out/graph.dot && ln -s ../kept/edges out/edges.csv", in: folder)
    let input = command == "build" ? "good.txt" : "output/graph.jsonld"
    let outcome = try RelataProcess.run(
      [command, input, "--output", "out", "--format", "dot,csv"], in: folder,
      under: ["/bin/sh", "-c", "cat out/graph.dot > got & \"$@\"; status=$?; wait; exit $status", "sh"],
      wait: ProcessBounds().wait)
    #expect(outcome.status == 0, "\(outcome.errors)")
    try Programs.shell("test -p out/graph.dot && test -L out/edges.csv && grep -q digraph got", in: folder)
    #expect(
      try String(contentsOf: folder.url.appending(path: "kept/edges"), encoding: .utf8)
        .hasPrefix(":START_ID"))
  }

  @Test("of several drawings of an answer all are written or none")
  func drawings() throws {
    let folder = try graphFolder()
    try folder.write("old", to: "answer.dot")
    try folder.write("", to: "answer.svg/no file can be written here")
    let question = ["path", "LU", "Northport", "--dot", "answer.dot", "--svg"]
    let failed = try RelataProcess.run(question + ["answer.svg"], in: folder)
    #expect(failed.status == 73)
    #expect(failed.errorLines.count == 1)
    #expect(try folder.contents["answer.dot"] == Data("old".utf8))
    let outcome = try RelataProcess.run(question + ["other.svg"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let contents = try folder.contents
    #expect(contents["answer.dot"]?.starts(with: Data("digraph".utf8)) == true)
    #expect(contents["other.svg"].map { String(decoding: $0, as: UTF8.self).contains("<svg") } == true)
  }

  @Test(
    "folders that were made for nothing go again",
    arguments: ["import no.graphml --output fresh/deep/", "path LU Northport --dot fresh/a.dot --svg kept"])
  func madeForNothing(command: String) throws {
    let folder = try graphFolder()
    try folder.write("mine", to: "kept/notes.txt")
    let outcome = try RelataProcess.run(command.split(separator: " ").map(String.init), in: folder)
    #expect(outcome.status == 66 || outcome.status == 73)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["kept", "output"])
  }

  @Test("a file that is replaced keeps its permissions")
  func permissions() throws {
    let folder = try graphFolder()
    try folder.write("old", to: "graph.dot")
    try Permissions.set(0o600, of: "graph.dot", in: folder)
    let outcome = try RelataProcess.run(["export", "--format", "dot", "-o", "graph.dot"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let attributes = try FileManager.default.attributesOfItem(
      atPath: folder.url.appending(path: "graph.dot").path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  private func graphFolder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try SampleGraph.write(into: folder)
    return folder
  }
}
