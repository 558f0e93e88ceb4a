import Foundation
import RelataDocuments
import Testing

/// Programs in the place of `pdftotext` that do not behave.
@Suite struct PDFProgramTests {
  private static let page = """
    <html><head><title></title></head><body><doc><page width="600" height="800"><flow><block><line>
    <word xMin="72" yMin="100" xMax="99" yMax="110">WORD</word></line></block></flow></page></doc></body></html>
    """

  /// Reads any bytes by a shell script as the program.
  private func read(by script: String, seconds: Int = 1, bytes: Int = 1_000_000) throws -> DocumentContent {
    let path = FileManager.default.temporaryDirectory.appending(path: "program \(UUID().uuidString);")
    try ("#!/bin/sh\n" + script).write(to: path, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path.path)
    defer { try? FileManager.default.removeItem(at: path) }
    var limits = ReadingLimits()
    limits.seconds = seconds
    limits.documentBytes = bytes
    func attempt() throws -> DocumentContent {
      let started = ContinuousClock.now
      defer { #expect(ContinuousClock.now - started < .seconds(seconds + 4)) }
      return try PDFReader(limits: limits, program: path.path).content(of: Array("%PDF".utf8))
    }
    // A program that another thread starts meanwhile may hold the script open for writing until it runs
    // itself, which takes as long as the machine is busy; till then the script does not run.
    let deadline = ContinuousClock.now + .seconds(60)
    while ContinuousClock.now < deadline {
      do { return try attempt() } catch FormatError.unavailable { usleep(20_000) }
    }
    return try attempt()
  }

  @Test func missingProgramComesWithAdvice() {
    #expect { try PDFReader(program: "no-such-program").content(of: [1]) } throws: { error in
      "\(error)".contains("pdftotext (poppler)") && "\(error)".contains("apt-get install poppler-utils")
    }
  }

  @Test func itReadsStandardInput() throws {
    let content = try read(by: "read -r line; [ \"$line\" = %PDF ] && echo '\(Self.page)'")
    #expect(content.text == "WORD")
  }

  @Test("only PATH and the locale are told") func environment() throws {
    setenv("RELATA_SECRET", "x", 1)
    let script = "[ -z \"$RELATA_SECRET\" ] && [ \"$LC_ALL\" = C.UTF-8 ] && echo '\(Self.page)'"
    #expect(try read(by: script).text == "WORD")
  }

  @Test(
    "what sleeps, and what it started, is killed",
    arguments: ["sleep 77.5", "sleep 77.5 & wait", "exec >&- 2>&-; sleep 77.5"])
  func sleeper(script: String) throws {
    #expect(throws: FormatError.tookTooLong(seconds: 1)) { try read(by: script) }
  }

  @Test("a child in the background that holds the pipe does not hold us") func backgroundChild() throws {
    #expect(throws: FormatError.tookTooLong(seconds: 1)) { try read(by: "sleep 77.5 & echo '\(Self.page)'") }
  }

  @Test func endlessOutputIsTooLarge() throws {
    #expect {
      try read(
        by: "while :; do echo xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx; done", seconds: 10,
        bytes: 10_000)
    } throws: { error in
      if case FormatError.tooLarge(_, 40_000) = error { true } else { false }
    }
  }

  @Test("much on standard error holds nobody up") func noisyErrors() throws {
    let noise =
      "i=0; while [ $i -lt 5000 ]; do echo 'Syntax Error: this and that is wrong with it' >&2; i=$((i+1)); done"
    #expect(try read(by: "\(noise); echo '\(Self.page)'", seconds: 10).text == "WORD")
  }

  @Test("it cannot write files") func noFiles() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: file) }
    // What the system ends for the attempt is a process of its own, so that the script goes on.
    #expect(try read(by: "(echo text > '\(file)'); echo '\(Self.page)'").text == "WORD")
    // It can be made, but nothing comes into it.
    #expect(try Data(contentsOf: URL(filePath: file)).isEmpty)
  }

  @Test("crashes are damage, with what is known of them") func crash() throws {
    #expect { try read(by: "kill -SEGV $$") } throws: { "\($0)".contains("signal 11") }
    #expect { try read(by: "exit 3") } throws: { "\($0)".contains("status 3") }
  }

  @Test("no process is left behind", .enabled(if: FileManager.default.fileExists(atPath: "/proc/self")))
  func noZombies() throws {
    #expect(throws: FormatError.tookTooLong(seconds: 1)) { try read(by: "sleep 88.25 & sleep 88.25") }
    func isRunning() throws -> Bool {
      try FileManager.default.contentsOfDirectory(atPath: "/proc").contains { name in
        Int(name).flatMap { try? String(contentsOfFile: "/proc/\($0)/cmdline", encoding: .utf8) }?
          .contains("88.25") ?? false
      }
    }
    // What was killed ends when the system comes to it; what was not would sleep for longer than this waits.
    let deadline = ContinuousClock.now + .seconds(30)
    while try isRunning(), ContinuousClock.now < deadline { usleep(50_000) }
    #expect(try !isRunning())
  }

  @Test("files are opened here, whatever they are called") func strangeNames() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "-q $(id); " + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "-h;'\".pdf")
    try Data(HandmadePDF(pages: [HandmadePDF.lines(["The minister resigned."])]).bytes).write(to: file)
    #expect(try PDFReader().content(ofFile: file.path).text == "The minister resigned.")
    #expect(throws: FormatError.damaged(reason: "not a regular file")) {
      try PDFReader().content(ofFile: folder.path)
    }
    #expect(throws: FormatError.self) { try PDFReader().content(ofFile: folder.path + "/none.pdf") }
  }

  @Test("many at once, from several threads") func concurrency() async throws {
    let bytes = HandmadePDF(pages: [HandmadePDF.lines(["The minister resigned."])]).bytes
    try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<12 { group.addTask { try PDFReader().content(of: bytes).text } }
      for try await text in group { #expect(text == "The minister resigned.") }
    }
  }
}
