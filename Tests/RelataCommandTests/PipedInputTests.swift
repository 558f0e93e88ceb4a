import Foundation
import Relata
import Testing

@Suite("Inputs that are pipes, and numbers beyond all bounds")
struct PipedInputTests {
  @Test(
    "a graph comes through a pipe as from its file", arguments: ["fifo", "substitution", "standard input"])
  func graph(kind: String) throws {
    let folder = try TemporaryFolder()
    try SampleGraph.write(into: folder)
    let expected = try RelataProcess.run(["show", "LU", "--json"], in: folder)
    let script =
      switch kind {
      case "fifo": "mkfifo pipe; cat output/graph.jsonld > pipe & \"$@\" --graph pipe"
      case "substitution": "cat output/graph.jsonld | \"$@\" --graph /dev/fd/0"
      default: "\"$@\" --graph /dev/stdin < output/graph.jsonld"
      }
    let piped = try RelataProcess.run(
      ["show", "LU", "--json"], in: folder, under: ["/bin/sh", "-c", script, "sh"],
      wait: ProcessBounds().wait)
    #expect(piped.status == 0, "\(piped.errors)")
    #expect(piped.output == expected.output)
  }

  @Test("a writer that is slow is waited for")
  func slowWriter() throws {
    let folder = try TemporaryFolder()
    try SampleGraph.write(into: folder)
    let outcome = try RelataProcess.run(
      ["show", "LU"], in: folder,
      under: [
        "/bin/sh", "-c", "mkfifo pipe; (sleep 6; cat output/graph.jsonld) > pipe & \"$@\" --graph pipe", "sh",
      ], wait: ProcessBounds().wait)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test(
    "a pipe that nobody writes to is named, whatever reads it",
    arguments: [
      ["show", "LU", "--graph", "pipe"], ["contradictions", "pipe"], ["import", "pipe", "--output", "out"],
      ["build", "good.txt", "--ontology", "pipe", "--output", "out"],
    ])
  func noWriter(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write("Ada Khan leads the Lighthouse Union.\n", to: "good.txt")
    try Programs.shell("mkfifo pipe", in: folder)
    let outcome = try RelataProcess.run(arguments, in: folder, wait: ProcessBounds().wait)
    #expect(outcome.status == 66)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.contains("pipe"))
    #expect(outcome.errors.contains("writing"))
  }

  @Test(
    "what never ends is refused before it fills the memory",
    arguments: [
      "yes", "yes '['", "cat /dev/zero", "yes '' | tr '\\n' ' '",
    ])
  func endless(source: String) throws {
    let folder = try TemporaryFolder()
    let outcome = try RelataProcess.run(
      ["import", "-", "--output", "out"], in: folder,
      // The process that is watched must become the command.
      under: ["/bin/sh", "-c", "mkfifo in; (\(source)) > in & exec \"$@\" < in", "sh"],
      wait: ProcessBounds(megabytes: 1500).wait)
    #expect(outcome.status == 65)
    #expect(outcome.errorLines.count == 1)
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "out").path))
  }

  @Test(
    "what cannot begin a graph is refused by its first 64 KiB",
    arguments: ["yes", "cat /dev/zero"],
    [["import", "-", "--output", "out"], ["rank", "--graph", "/dev/stdin"]])
  func noBeginning(source: String, arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let outcome = try RelataProcess.run(
      arguments, in: folder,
      // The process that is watched must become the command.
      under: ["/bin/sh", "-c", "mkfifo in; (\(source)) > in & exec \"$@\" < in", "sh"],
      wait: ProcessBounds().wait)
    #expect(outcome.status == 65)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.contains("this is no graph"))
  }

  @Test(
    "files beyond all bounds are refused before they are read",
    arguments: ["--ontology", "--identities", "graph"])
  func largeFiles(kind: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("Ada Khan leads the Lighthouse Union.\n", to: "good.txt")
    // Of holes alone: it takes no room.
    try Programs.shell("truncate -s \(kind == "graph" ? "15T" : "65M") large", in: folder)
    let outcome = try RelataProcess.run(
      kind == "graph"
        ? ["import", "large", "--output", "out"] : ["build", "good.txt", "--output", "out", kind, "large"],
      in: folder, wait: ProcessBounds().wait)
    #expect(outcome.status == 65)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.contains("larger"))
    try Programs.shell("rm large", in: folder)
  }

  @Test("graph files cannot come through a pipe, which is said")
  func graphFile() throws {
    let folder = try TemporaryFolder()
    try SampleGraph.write(into: folder)
    try RelataProcess.run(["import", "output/graph.jsonld", "-o", "out"], in: folder).expectSuccess()
    for arguments in [["show", "LU", "--graph", "/dev/fd/0"], ["import", "-", "--output", "out2"]] {
      let outcome = try RelataProcess.run(
        arguments, in: folder, under: ["/bin/sh", "-c", "cat out/graph.relata | \"$@\"", "sh"])
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("name the file"))
    }
  }

  @Test("as many jobs as there are numbers are no more than there is to do")
  func mostJobs() async throws {
    let documents = [SourceDocument(id: "a.txt", text: "Ada Khan leads the Lighthouse Union.")]
    let builder = try GraphBuilder()
    let most = try await builder.build(documents, jobs: .max)
    #expect(most.graph == (try await builder.build(documents)).graph)
  }

  @Test(
    "a number of jobs beyond all sense is refused", arguments: ["9223372036854775807", "1025", "0", "-1"])
  func jobs(number: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("Ada Khan leads the Lighthouse Union.\n", to: "good.txt")
    let outcome = try RelataProcess.run(
      ["build", "good.txt", "--output", "out", "--jobs=\(number)"], in: folder, wait: ProcessBounds().wait)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("at least 1 and at most 1024"))
    let most = try RelataProcess.run(
      ["build", "good.txt", "--output", "out", "--format", "csv", "--jobs", "1024"], in: folder)
    #expect(most.status == 0, "\(most.errors)")
  }
}

extension RelataProcess.Outcome {
  fileprivate func expectSuccess() { #expect(status == 0, "\(errors)") }
}
