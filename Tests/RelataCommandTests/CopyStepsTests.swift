import Foundation
import Relata
import RelataTestSupport
import Testing

/// Copies line by line are those that one machine finds text after text: guesses about all texts
/// at once, until they agree.
@Suite struct CopyStepsTests {
  /// Of the design: with how many texts of one hash a text is compared. Documented, because a
  /// cluster must keep to it.
  private static let mostCandidates = 48

  private struct Text: Codable {
    var id: String
    var date: String?
    var signature: Data
  }

  private struct Known: Decodable {
    var document: String
    var date: String?
    var length: Int?
    var hashes: [UInt32]
  }

  private struct Compared: Encodable {
    struct Other: Encodable {
      var text: Text
      var hits: Int
    }
    var text: Text
    var others: [Other]
  }

  private struct Original: Decodable { var original: String? }
  private struct Group: Encodable { var texts: [Text] }
  private struct Kept: Decodable {
    var kept: String
    var copies: [String]
  }

  private func ask<Output: Decodable>(_ step: CopyStep, _ line: some Encodable) throws -> Output {
    try JSONDecoder().decode(
      Output.self, from: CopySteps().answer(step, to: try JSONEncoder().encode(line)))
  }

  @Test(arguments: 0..<4) func chanceGivesTheSameCopies(seed: Int) throws {
    let texts = madeTexts(seed: seed)
    let entries = texts.map { id, date, text in
      DuplicateEntry(key: id, date: date, signature: ShingleSignature(text))
    }
    let expected = DuplicateGroups.groups(of: entries)
    #expect(expected.count > 10 && expected.contains { $0.count > 3 })
    let found = try groups(
      of: texts.map { Text(id: $0, date: $1, signature: Data(ShingleSignature($2).bytes)) })
    #expect(found == expected)
  }

  /// Texts, parts of them, more around them, and parts of parts; most end alike.
  private func madeTexts(seed: Int) -> [(id: String, date: String?, text: String)] {
    var dice = SeededGenerator(seed: seed)
    func words(_ count: Int) -> [String] { (0..<count).map { _ in "w\(dice.number(400))" } }
    let end = words(30)
    var texts: [[String]] = []
    for _ in 0..<70 { texts.append(words(60 + dice.number(120))) }
    for _ in 0..<110 {
      var text = dice.choice(texts)
      switch dice.number(3) {
      case 0: text = Array(text.prefix(text.count * (3 + dice.number(8)) / 10))
      case 1: text += words(5 + dice.number(50))
      default: for _ in 0...dice.number(15) { text[dice.number(text.count)] = "w\(dice.number(400))" }
      }
      texts.append(text)
    }
    return texts.enumerated().map { number, text in
      let day = 1 + dice.number(28)
      let date = dice.maybe("2024-0\(1 + dice.number(2))-\(day < 10 ? "0" : "")\(day)")
      let isFramed = dice.number(10) < 8
      return ("text-\(number)", date, (text + (isFramed ? end : [])).joined(separator: " "))
    }
  }

  /// As Spark/src/relata_spark/resolution/copies.py does.
  private func groups(of texts: [Text]) throws -> [[String]] {
    let known = try texts.map { text -> (text: Text, known: Known) in
      (text, try ask(.signatures, text))
    }.filter { $0.known.length != nil }.sorted { a, b in
      let (x, y) = (a.known, b.known)
      if x.length != y.length { return (x.length ?? 0) > (y.length ?? 0) }
      if x.date != y.date { return x.date.map { date in y.date.map { date < $0 } ?? true } ?? false }
      return x.document < y.document
    }
    let numbers = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1.text.id, $0) })
    var copies: [Int: Int] = [:]
    var rounds = 0
    while true {
      rounds += 1
      try #require(rounds < 60)
      var originals: [UInt32: [Int]] = [:]
      var next: [Int: Int] = [:]
      for (number, row) in known.enumerated() {
        var hits: [Int: Int] = [:]
        for hash in row.known.hashes {
          for other in (originals[hash] ?? []).suffix(Self.mostCandidates) { hits[other, default: 0] += 1 }
        }
        if !hits.isEmpty {
          let others = hits.sorted { $0.key < $1.key }
            .map { Compared.Other(text: known[$0.key].text, hits: $0.value) }
          let answer: Original = try ask(.copies, Compared(text: row.text, others: others))
          next[number] = answer.original.flatMap { numbers[$0] }
        }
        // What the guess before says, not this one.
        if copies[number] == nil {
          for hash in row.known.hashes { originals[hash, default: []].append(number) }
        }
      }
      if next == copies { break }
      copies = next
    }
    return try Dictionary(grouping: copies.keys) { copies[$0] ?? 0 }.map { original, members in
      let group = Group(texts: (members + [original]).shuffled().map { known[$0].text })
      let kept: Kept = try ask(.originals, group)
      return [kept.kept] + kept.copies
    }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  @Test func aRecordGetsItsCopies() throws {
    struct Line: Encodable {
      var record: String
      var copies: [String]
    }
    struct Answer: Decodable { var record: String }
    let record = DocumentRecord(id: "a", title: "A title", wordCount: 7, text: "Text.")
    let json = String(decoding: try JSONEncoder().encode(record), as: UTF8.self)
    let answer: Answer = try ask(.copied, Line(record: json, copies: ["b", "c"]))
    let copied = try JSONDecoder().decode(DocumentRecord.self, from: Data(answer.record.utf8))
    #expect(copied.copies == ["b", "c"])
    #expect(copied.title == "A title" && copied.text == "Text." && copied.wordCount == 7)
  }

  @Test func aLineThatIsNoneIsRefused() {
    for step in CopyStep.allCases {
      #expect(throws: ResolutionSteps.Refusal.self) { try CopySteps().answer(step, to: Data("{}".utf8)) }
    }
  }
}
