import Testing

@Suite("relata extract --open")
struct ExtractCommandTests {
  @Test("prints sentence, confidence, predicate and arguments in columns")
  func columns() throws {
    let outcome = try RelataProcess.run(
      ["extract", "--open", "-"], in: TemporaryFolder(),
      input: "The council  approved the budget on Monday. It was praised by the mayor.\n")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.isEmpty)
    let rows = rows(of: outcome.output)
    #expect(
      rows.map { [$0[0]] + $0.dropFirst(2) } == [
        ["The council approved the budget on Monday.", "approved", "The council", "the budget", "on Monday"],
        ["It was praised by the mayor.", "was praised by", "It", "the mayor"],
      ])
    for row in rows { #expect((0...1).contains(try #require(Double(row[1])))) }
  }

  @Test("a line that is a sentence comes back as it is, whatever stands around it")
  func lines() throws {
    let sentences = [
      "  The  council approved the budget , did n't it ? ", "the dog saw a cat",
      "``A dog'' saw it . It ran home .",
    ]
    let text = sentences.joined(separator: "\n\n") + "\n"
    let arguments = ["extract", "--open", "--one-sentence-per-line"]
    let together = try RelataProcess.run(arguments + ["-"], in: TemporaryFolder(), input: text)
    #expect(together.status == 0, "\(together.errors)")
    #expect(Set(rows(of: together.output).map { $0[0] }) == Set(sentences))
    let alone = try sentences.map {
      try RelataProcess.run(arguments + ["-", "--jobs", "3"], in: TemporaryFolder(), input: $0).output
    }
    #expect(together.output == alone.joined())
  }

  @Test("--min-confidence leaves out, --trace adds the features as a last column")
  func options() throws {
    let folder = try TemporaryFolder()
    try folder.write("Maria Lopez, the director of the museum, opened the exhibition.\n", to: "text.txt")
    let all = rows(of: try RelataProcess.run(["extract", "--open", "text.txt"], in: folder).output)
    let confidences = try all.map { try #require(Double($0[1])) }
    let lowest = try #require(confidences.min())
    let limit = ["extract", "--open", "text.txt", "--min-confidence", "\(lowest + 0.001)"]
    let sure = rows(of: try RelataProcess.run(limit, in: folder).output)
    #expect(all.count > 1)
    #expect(sure == zip(all, confidences).filter { $0.1 > lowest }.map(\.0))
    let traced = rows(
      of: try RelataProcess.run(["extract", "--open", "--trace", "text.txt"], in: folder).output)
    #expect(traced.map { $0.dropLast() } == all.map { $0[...] })
    #expect(traced.allSatisfy { $0.last?.hasPrefix("rule=") == true })
  }

  @Test("says in one line what is wrong with the input")
  func badInput() throws {
    let folder = try TemporaryFolder()
    try folder.write("Good news .\nA line\twith a tab .\n", to: "tabs.txt")
    try folder.write("", to: "empty.txt")
    try folder.write("The council approved the budget.\n", to: "good.txt")
    let cases: [(arguments: [String], status: Int32, says: String)] = [
      (["--open", "nowhere.txt"], 66, "nowhere.txt"),
      (["--open", "empty.txt"], 65, "empty.txt"),
      (["--open", "--one-sentence-per-line", "tabs.txt"], 65, "tabs.txt:2: a sentence with a tab"),
      (["good.txt"], 64, "--open"),
      (["--open", "good.txt", "--min-confidence", "1.5"], 64, "--min-confidence"),
      (["--open", "good.txt", "--min-confidence", "nan"], 64, "--min-confidence"),
      (["--open"], 64, "inputs"),
    ]
    for test in cases {
      let outcome = try RelataProcess.run(["extract"] + test.arguments, in: folder)
      #expect(outcome.status == test.status, "\(test.arguments)")
      #expect(outcome.output.isEmpty)
      #expect(outcome.errorLines.count == 1)
      #expect(outcome.errors.hasPrefix("relata: "))
      #expect(outcome.errors.contains(test.says), "\(outcome.errors)")
    }
  }

  private func rows(of output: String) -> [[String]] {
    output.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
