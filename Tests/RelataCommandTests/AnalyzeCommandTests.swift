import Foundation
import Relata
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("relata analyze and evaluate")
struct AnalyzeCommandTests {
  @Test("prints CoNLL-U that can be read back, from standard input")
  func pipe() throws {
    let outcome = try RelataProcess.run(
      ["analyze", "-"], in: TemporaryFolder(), input: "Germany attacked Poland. It won.\n")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.isEmpty)
    let sentences = try CoNLLUReader().sentences(of: outcome.output)
    #expect(
      sentences.map { $0.sentence.tokens.map(\.form) } == [
        ["Germany", "attacked", "Poland", "."], ["It", "won", "."],
      ])
  }

  @Test("what it prints can be evaluated: against itself everything is right")
  func evaluate() throws {
    let folder = try TemporaryFolder()
    let text = try RelataProcess.run(["analyze", "-"], in: folder, input: "Germany attacked Poland.\n").output
    try folder.write(text, to: "self.conllu")
    let outcome = try RelataProcess.run(["evaluate", "self.conllu"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    for measure in TreebankEvaluation.measures { #expect(outcome.output.contains(measure)) }
    #expect(outcome.output.contains("100"))
  }

  @Test("evaluate also counts each relation, and reads the plain text, where that is asked for")
  func evaluateMore() throws {
    let folder = try TemporaryFolder()
    let text = try RelataProcess.run(
      ["analyze", "-"], in: folder, input: "Germany attacked Poland.\nItaly waited.\n"
    ).output
    // A head that is wrong: the object where the subject is, and the other way round.
    try folder.write(
      text.replacing("\tnsubj\t", with: "\tx\t").replacing("\tobj\t", with: "\tnsubj\t")
        .replacing("\tx\t", with: "\tobj\t"), to: "wrong.conllu")
    let usual = try RelataProcess.run(["evaluate", "wrong.conllu"], in: folder).output
    #expect(!usual.contains("nsubj") && !usual.contains("from raw text"))
    let relations = try RelataProcess.run(["evaluate", "wrong.conllu", "--relations"], in: folder).output
    #expect(relations.contains(/nsubj +0\.00/) && relations.contains(/punct +100\.00/), "\(relations)")
    let raw = try RelataProcess.run(["evaluate", "--raw", "wrong.conllu", "--jobs", "2"], in: folder).output
    #expect(raw.hasPrefix(usual))
    #expect(raw.contains(/from raw text\nWords +100\.00\nSentences +100\.00\n/), "\(raw)")
  }

  @Test("ends silently when nobody reads on")
  func brokenPipe() throws {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let outcome = try RelataProcess.run(
      ["analyze", "-"], in: TemporaryFolder(), input: "Germany attacked Poland.\n",
      output: pipe.fileHandleForWriting)
    #expect(outcome.isSignal)
    #expect(outcome.status == SIGPIPE)
    #expect(outcome.errors.isEmpty)
  }

  #if os(Linux)
    @Test("a full disk is no success")
    func fullDisk() throws {
      let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
      let outcome = try RelataProcess.run(["--version"], in: TemporaryFolder(), output: full)
      #expect(outcome.status == 74)
      #expect(outcome.errorLines.count == 1)
    }
  #endif
}
